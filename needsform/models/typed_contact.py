"""An entry of the directory as it is typed, and read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from needsform.models.contact import ContactKind, Referrer
from needsform.models.directory import DirectoryEntry
from needsform.models.identity import ContactId, LinkId
from needsform.models.typed_date import as_typed, typed_date


@dataclass(frozen=True, slots=True)
class TypedContact:
    """The fields of the form, as they stand there."""

    name_da: str = ""
    name_en: str = ""
    kind: ContactKind = ContactKind.OTHER
    area: str = ""
    topics: tuple[LinkId, ...] = ()
    referrers: tuple[Referrer, ...] = ()
    phone: str = ""
    hours: str = ""
    web: str = ""
    address: str = ""
    valid_from: str = ""
    valid_to: str = ""

    @classmethod
    def of(cls, entry: DirectoryEntry) -> Self:
        """What would have been typed to say what an entry says."""
        names: Mapping[str, str] = entry.name
        danish, english = names.get("da", ""), names.get("en", "")
        return cls(
            name_da=danish,
            name_en=english if english != danish else "",
            kind=entry.kind,
            area=entry.area,
            topics=entry.topics,
            referrers=entry.referrers,
            phone=entry.phone,
            hours=entry.hours,
            web=entry.web,
            address=entry.address,
            valid_from=as_typed(entry.valid_from),
            valid_to=as_typed(entry.valid_to),
        )

    def read(self, contact_id: ContactId) -> DirectoryEntry:
        """The entry that it says. Raises InputError as `typed_date`; what is incomplete is not looked at."""
        return DirectoryEntry(
            id=contact_id,
            name={"da": self.name_da, "en": self.name_en.strip() or self.name_da},
            kind=self.kind,
            area=self.area,
            topics=self.topics,
            referrers=tuple(referrer for referrer in Referrer if referrer in self.referrers),
            phone=self.phone,
            hours=self.hours,
            web=self.web,
            address=self.address,
            valid_from=typed_date(self.valid_from, "valid_from"),
            valid_to=typed_date(self.valid_to, "valid_to"),
        )
