"""The site's own words on the sheet, and its own form: for the administrator."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from pydantic import TypeAdapter
from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Fault, FileFaults, InputError, Message, NeedsformError
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import Site, SiteKind
from needsform.models.typed_date import as_typed
from needsform.models.typed_patient import completed_municipality, find_municipality
from needsform.models.working_days import WorkingDays, typed_closing_days
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.incoming import LARGEST_FORM, read_incoming
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class TypedSite:
    """The fields, as they stand."""

    name: str = ""
    kind: SiteKind = SiteKind.HOSPITAL
    unit: str = ""
    contact_name: str = ""
    contact_phone: str = ""
    authority: str = ""
    helpline_name: str = ""
    helpline_phone: str = ""
    default_municipality: str = ""
    saturday_counts: bool = False
    closed_on_half_holidays: bool = False
    closed_on: str = ""
    """The place's own closing days, with commas between them."""


@dataclass(frozen=True, slots=True)
class SiteSettingsState:
    """The page as it stands."""

    typed: TypedSite
    forms: tuple[Questionnaire, ...]
    """The shipped form and those that the site has loaded."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    """Everything that is wrong with the file that was to be loaded."""
    notice: Message | None = None
    """What was done."""


_UNFINISHED = TypeAdapter(TypedSite)


class SiteSettingsViewModel(QObject):
    """What the administrator does.

    state_changed: anything of the state. failed: it could not be kept.
    """

    state_changed = Signal(SiteSettingsState)
    failed = Signal(Message)

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self._session, self._clock = session, clock
        self._places = reference_data.municipalities()
        site = session.site
        place = self._places.find(site.default_municipality_code, self._today())
        typed = TypedSite(
            name=site.name,
            kind=site.kind,
            unit=site.unit,
            contact_name=site.contact_name,
            contact_phone=site.contact_phone,
            authority=site.authority,
            helpline_name=site.helpline_name,
            helpline_phone=site.helpline_phone,
            default_municipality="" if place is None else place.name,
            saturday_counts=site.working_days.saturday_counts,
            closed_on_half_holidays=site.working_days.closed_on_half_holidays,
            closed_on=", ".join(map(as_typed, site.working_days.closed_on)),
        )
        self._kept = typed
        self.state = SiteSettingsState(typed, self._forms())

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of today's municipalities, to complete what is typed."""
        return tuple(place.name for place in self._places.valid_on(self._today()))

    def write(self, typed: TypedSite) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, typed=typed, errors={}, notice=None))

    def save(self) -> None:
        """Keep the site's words."""
        typed = self.state.typed
        named = completed_municipality(typed.default_municipality, self._places, self._today())
        place = find_municipality(named, self._places, self._today())
        errors: dict[str, Message] = {}
        closed_on: tuple[date, ...] = ()
        try:
            closed_on = typed_closing_days(typed.closed_on, "closed_on")
        except InputError as error:
            errors[error.field] = error.message
        if not typed.name.strip():
            errors["name"] = Message("first_run.site_missing")
        if named.strip() and place is None:
            errors["default_municipality"] = Message("patient.municipality_unknown")
        if errors:
            self._show(replace(self.state, errors=errors, notice=None))
            return
        site = Site(
            name=typed.name,
            kind=typed.kind,
            unit=typed.unit,
            contact_name=typed.contact_name,
            contact_phone=typed.contact_phone,
            authority=typed.authority,
            helpline_name=typed.helpline_name,
            helpline_phone=typed.helpline_phone,
            default_municipality_code="" if place is None else place.code,
            working_days=WorkingDays(
                saturday_counts=typed.saturday_counts,
                closed_on_half_holidays=typed.closed_on_half_holidays,
                closed_on=closed_on,
            ),
            hides_small_counts=self._session.site.hides_small_counts,
        )
        try:
            self._session.change_site(site)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._kept = replace(typed, default_municipality=named)
            self._show(replace(self.state, typed=self._kept, errors={}, notice=Message("site.saved")))

    def unfinished(self) -> bytes:
        """What is typed and not kept yet."""
        return b"" if self.state.typed == self._kept else _UNFINISHED.dump_json(self.state.typed)

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        self.write(_UNFINISHED.validate_json(words))

    def load_form(self, path: Path) -> None:
        """Take in the site's own form, or say everything that is wrong with the file."""
        try:
            self._session.add_questionnaire(read_incoming(path, LARGEST_FORM), path.name)
        except FileFaults as error:
            self._show(replace(self.state, faults=error.faults, notice=error.message))
        except NeedsformError as error:
            self._show(replace(self.state, faults=(), notice=error.message))
        else:
            loaded = Message("questionnaire.loaded", {"file": path.name})
            self._show(replace(self.state, forms=self._forms(), faults=(), notice=loaded))

    def _forms(self) -> tuple[Questionnaire, ...]:
        forms = self._session.questionnaires
        return (forms.default(), *forms.loaded())

    def _today(self) -> date:
        return self._clock().date()

    def _show(self, state: SiteSettingsState) -> None:
        self.state = state
        self.state_changed.emit(state)
