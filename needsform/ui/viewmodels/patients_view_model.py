"""Finding a citizen: search first, as one types; there is no list of everybody."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.identity import PatientId
from needsform.models.patient import PatientSummary
from needsform.services import reference_data
from needsform.services.clock import Clock
from needsform.services.patients import MOST_FOUND, is_searchable
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class FoundPatient:
    """One row of what was found."""

    patient_id: PatientId
    name: str
    identifier: str
    municipality: str


@dataclass(frozen=True, slots=True)
class PatientsState:
    """What is searched for, and what was found."""

    query: str = ""
    found: tuple[FoundPatient, ...] = ()
    has_searched: bool = False
    """Whether `found` answers `query`."""

    @property
    def is_too_short(self) -> bool:
        """Whether too little is typed to look anything up."""
        return not is_searchable(self.query)

    @property
    def may_be_more(self) -> bool:
        """Whether so many were found that others may be left out."""
        return len(self.found) == MOST_FOUND


class PatientsViewModel(QObject):
    """Looks up what is typed with every letter: it is quicker than waiting for a pause. Each look leaves its row.

    state_changed: anything of the state. failed: it could not be looked up.
    """

    state_changed = Signal(PatientsState)
    failed = Signal(Message)

    def __init__(self, session: Session, clock: Clock) -> None:
        super().__init__()
        self._session, self._clock = session, clock
        self.state = PatientsState()

    def write(self, query: str) -> None:
        """Take what is typed, and look it up."""
        typed = PatientsState(query)
        if typed.is_too_short:
            self._show(typed)
            return
        try:
            found = self._session.patients.find(query)
        except NeedsformError as error:
            self._show(typed)
            self.failed.emit(error.message)
        else:
            self._show(replace(typed, found=self._rows(found), has_searched=True))

    def _rows(self, found: tuple[PatientSummary, ...]) -> tuple[FoundPatient, ...]:
        """Each with the name of its municipality, which is looked up once for all who live there."""
        known, today = reference_data.municipalities(), self._clock().date()
        places = {code: known.find(code, today) for code in {summary.municipality_code for summary in found}}
        names = {code: "" if place is None else place.name for code, place in places.items()}
        return tuple(
            FoundPatient(row.id, row.name, row.identifier.shown, names[row.municipality_code]) for row in found
        )

    def _show(self, state: PatientsState) -> None:
        self.state = state
        self.state_changed.emit(state)
