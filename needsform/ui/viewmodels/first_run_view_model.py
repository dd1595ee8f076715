"""The very first run, in three short steps: the place, the person, and the recovery key on paper.

Nothing is in force before the key is confirmed. The services are named for the type checker only: this is imported
before the first paint, they are not.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.recovery_paper import two_groups, wrong_groups
from needsform.ui.background import Background

if TYPE_CHECKING:
    from needsform.services.access import Access
    from needsform.services.founding import Founding

SITE_KINDS = ("hospital", "municipality", "general_practice")
"""The values of `models.site.SiteKind`, written again because that module is too heavy for the first paint."""
_SITE_FIELDS = ("site", "kind", "unit", "contact_name", "contact_phone")


class FirstRunStep(StrEnum):
    """What the screen asks for now."""

    SITE = "site"
    PERSON = "person"
    KEY = "key"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class FirstRunForm:
    """What has been typed, by field."""

    site: str = ""
    kind: str = SITE_KINDS[0]
    unit: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    name: str = ""
    title: str = ""
    phone: str = ""
    login: str = ""
    password: str = ""
    repeated: str = ""


@dataclass(frozen=True, slots=True)
class FirstRunState:
    """Where the first run stands."""

    step: FirstRunStep = FirstRunStep.SITE
    form: FirstRunForm = FirstRunForm()
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field of the form, "first_group" and "second_group"; "" for the store."""
    is_busy: bool = False
    groups: tuple[str, ...] = ()
    """The recovery key, group by group, once it is made."""
    asked: tuple[int, int] = (1, 2)
    """Which two groups are asked for, counted from 1."""


class FirstRunViewModel(QObject):
    """Gathers, founds on a worker, asks for two groups of the key, and only then opens the store.

    state_changed: anything of the state. opened: the `Session` of the first administrator.
    """

    state_changed = Signal(FirstRunState)
    opened = Signal(object)

    def __init__(self, access: Callable[[], "Access"], background: Background, entropy: Callable[[int], bytes]) -> None:
        super().__init__()
        self._access, self._background, self._entropy = access, background, entropy
        self._founding: Founding | None = None
        self.state = FirstRunState()

    def write(self, name: str, text: str) -> None:
        """Take what is typed in a field; what was wrong, there or in another one, is no longer said."""
        self._show(replace(self.state, form=replace(self.state.form, **{name: text}), errors={}))

    def back(self) -> None:
        """One step back; a key that was already made is thrown away unless it is only being confirmed."""
        before = {
            FirstRunStep.PERSON: FirstRunStep.SITE,
            FirstRunStep.KEY: FirstRunStep.PERSON,
            FirstRunStep.CONFIRM: FirstRunStep.KEY,
        }
        if not self.state.is_busy and self.state.step in before:
            self._show(replace(self.state, step=before[self.state.step], errors={}))

    def next(self) -> None:
        """One step on, if what this step asks for is there."""
        if self.state.is_busy:
            return
        match self.state.step:
            case FirstRunStep.SITE:
                if self.state.form.site.strip():
                    self._show(replace(self.state, step=FirstRunStep.PERSON, errors={}))
                else:
                    self._show(replace(self.state, errors={"site": Message("first_run.site_missing")}))
            case FirstRunStep.PERSON:
                self._found()
            case FirstRunStep.KEY:
                asked = two_groups(len(self.state.groups), self._entropy)
                self._show(replace(self.state, step=FirstRunStep.CONFIRM, asked=asked, errors={}))
            case FirstRunStep.CONFIRM:
                pass

    def confirm(self, first: str, second: str) -> None:
        """The two groups as typed from the paper; if both are right, the store comes into force and opens."""
        if self._founding is None or self.state.is_busy:
            return
        wrong = wrong_groups(self.state.groups, self.state.asked, (first, second))
        if wrong:
            self._show(replace(self.state, errors=wrong))
            return
        try:
            session = self._access().open(self._access().confirm(self._founding))
        except NeedsformError as error:
            self._refuse(error)
        else:
            self._founding = None
            self._show(FirstRunState())
            self.opened.emit(session)

    def _found(self) -> None:
        if self.state.form.password != self.state.form.repeated:
            self._show(replace(self.state, errors={"repeated": Message("password.differs")}))
            return
        self._show(replace(self.state, is_busy=True, errors={}))
        self._background.run(self._make, self._made, self._refuse)

    def _make(self) -> "Founding":
        """On the worker, where the models may take their time to be imported."""
        from needsform.models.site import Site, SiteKind
        from needsform.services.founding import FirstRun

        form = self.state.form
        site = Site(
            name=form.site,
            kind=SiteKind(form.kind),
            unit=form.unit,
            contact_name=form.contact_name,
            contact_phone=form.contact_phone,
        )
        return self._access().found(
            FirstRun(
                site=site,
                login=form.login,
                name=form.name,
                title=form.title,
                phone=form.phone,
                password=form.password,
            )
        )

    def _made(self, founding: "Founding") -> None:
        self._founding = founding
        groups = tuple(founding.recovery_key.split("-"))
        self._show(replace(self.state, step=FirstRunStep.KEY, is_busy=False, groups=groups))

    def _refuse(self, error: NeedsformError) -> None:
        at = error.field if isinstance(error, InputError) else ""
        step = FirstRunStep.SITE if at in _SITE_FIELDS else self.state.step
        self._show(replace(self.state, step=step, is_busy=False, errors={at: error.message}))

    def _show(self, state: FirstRunState) -> None:
        self.state = state
        self.state_changed.emit(state)
