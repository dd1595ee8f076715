"""How the entries of a Bundle are named, and how they are taken out of it again until nothing is left over."""

from collections.abc import Iterator
from typing import Final, NoReturn, TypeVar
from uuid import UUID, uuid5

from needsform.export.fhir.elements import Element, Reference
from needsform.export.fhir.resources import Bundle
from needsform.models.errors import InputError
from needsform.models.identity import AssessmentId

_NAMESPACE: Final = UUID("6f3a1c62-6a0f-5d38-9a53-3c0e6f5d5a11")
"""Drawn once; names are made from it and from what a resource is, so that the same sheet gives the same Bundle."""

R = TypeVar("R", bound=Element)


def refuse(where: str) -> NoReturn:
    """Raise the one InputError for a Bundle that is not put together as ours; `where` is an element, never a value."""
    raise InputError("bundle.refused", where=where)


class Urns:
    """The names of the resources of one revision of one assessment, by what they are in it, such as `patient`."""

    def __init__(self, assessment_id: AssessmentId, revision: int) -> None:
        self._assessment = f"{assessment_id}/{revision}"
        self._made: dict[str, str] = {}
        self._references: dict[str, Reference] = {}

    def __call__(self, role: str) -> str:
        """The `urn:uuid:` of a resource."""
        urn = self._made.get(role)
        if urn is None:
            urn = self._made[role] = f"urn:uuid:{uuid5(_NAMESPACE, f'{self._assessment}/{role}')}"
        return urn

    def to(self, role: str, display: str = "") -> Reference:
        """A reference to a resource of the same Bundle."""
        if display:
            return Reference(reference=self(role), display=display)
        if role not in self._references:
            self._references[role] = Reference(reference=self(role))
        return self._references[role]


class Entries:
    """The entries of a Bundle that is being read. What nobody takes is unknown, and refuses the Bundle."""

    def __init__(self, bundle: Bundle, urns: Urns) -> None:
        self.urns = urns
        self._left: dict[str, Element] = {}
        for entry in bundle.entry:
            if entry.full_url in self._left or entry.request.url != entry.resource.resource_type:
                refuse("Bundle.entry")
            self._left[entry.full_url] = entry.resource

    def take(self, role: str, kind: type[R], elements: str = "") -> R | None:
        """The resource that plays a role, or None if nobody does.

        `elements` are those that it may have in this role, where that is fewer than its kind has.
        """
        found = self._left.pop(self.urns(role), None)
        if found is None:
            return None
        if not isinstance(found, kind):
            refuse("Bundle.entry")
        if elements and not found.model_fields_set <= {"resource_type", *elements.split()}:
            refuse(kind.__name__)
        return found

    def require(self, role: str, kind: type[R], elements: str = "") -> R:
        """The resource that plays a role that somebody must play."""
        found = self.take(role, kind, elements)
        if found is None:
            refuse("Bundle.entry")
        return found

    def numbered(self, role: str, kind: type[R], elements: str) -> Iterator[tuple[str, R]]:
        """The resources `role-1`, `role-2`, … with their names, as far as they go."""
        number = 1
        while (found := self.take(f"{role}-{number}", kind, elements)) is not None:
            yield self.urns(f"{role}-{number}"), found
            number += 1

    def points(self, reference: Reference | None, role: str, where: str) -> None:
        """Refuse a reference that points anywhere but to `role`."""
        if reference is None or reference.reference != self.urns(role):
            refuse(where)

    def finish(self) -> None:
        """Refuse what is left over."""
        if self._left:
            refuse("Bundle.entry")
