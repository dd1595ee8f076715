"""Taking in what arrived: files read on the worker, each sheet looked at here, clear ones kept, the others asked about.

A sheet that a known site signed, of a citizen who is known or told in full, is taken in at once. Everything else waits
for somebody, or is turned away with the reason.
"""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from threading import Event, Semaphore

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from needsform.models.errors import InputError, Message, NeedsformError, Stopped
from needsform.models.inbox import require_day
from needsform.models.intake_list import IntakeRow, IntakeState, RowKind
from needsform.models.known_site import short_form
from needsform.models.municipality import MunicipalityList
from needsform.models.patient import PatientDetails
from needsform.models.typed_date import as_typed, required_date
from needsform.models.typed_patient import TypedPatient, completed_municipality, read_patient
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.arrivals import Arrival, read_arrivals
from needsform.services.intake import Examined, TakenIn, message_of
from needsform.services.session import Session
from needsform.ui.background import Background

_UNDER_WAY = 8
"""Sheets that are read and not looked at yet: more would only lie in memory."""
_SHOWN_EVERY = 200
"""Milliseconds between two looks at how far it has come."""
_WAIT = 0.1
"""Seconds after which the worker asks whether somebody has stopped it."""


class IntakeViewModel(QObject):
    """What staff does with files that arrived.

    state_changed: anything of the state; while files are read, a few times a second. refused: something typed is
    wrong. failed: it could not be done.
    """

    state_changed = Signal(IntakeState)
    refused = Signal()
    failed = Signal(Message)
    _found = Signal(object)
    _heard = Signal(int)

    def __init__(self, session: Session, words: Words, background: Background) -> None:
        super().__init__()
        self._session, self.words, self._background = session, words, background
        self.places: MunicipalityList = reference_data.municipalities()
        self.state = IntakeState()
        self.write_day(as_typed(self._today()))
        self._rows: list[IntakeRow] = []
        self._waiting: dict[int, Examined] = {}
        self._is_stopped, self._room = Event(), Semaphore(_UNDER_WAY)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_EVERY)
        self._timer.timeout.connect(self._show_rows)
        self._found.connect(self._take)
        self._heard.connect(self._show_percent)

    @property
    def municipalities(self) -> tuple[str, ...]:
        """The names of today's municipalities, to complete what is typed."""
        return tuple(place.name for place in self.places.valid_on(self._today()))

    def write_day(self, typed: str) -> None:
        """Take the day on which the sheets were received as it stands now."""
        self.state = replace(self.state, informed_on=typed, contact_by=None, errors={})
        with suppress(InputError):  # told when something is to be taken in, not while it is typed
            self.state = replace(self.state, contact_by=self._session.referrals.contact_by(self._day()))
        self._show(self.state)

    def has_day(self) -> bool:
        """Whether that day is one on which something can have come; what is wrong is told beside it."""
        try:
            self._day()
        except InputError as error:
            self._refuse({error.field: error.message})
            return False
        return True

    # Reading ----------------------------------------------------------------------------------------------------------

    def read(self, paths: Sequence[Path]) -> None:
        """Read these files. Nothing happens while others are being read, or without a day on which they came."""
        if self.state.percent is not None or not paths or not self.has_day():
            return
        self._is_stopped.clear()
        self._room = Semaphore(_UNDER_WAY)
        self._show(replace(self.state, percent=0, notice=None))
        self._background.run(partial(self._read, tuple(paths)), self._finish, self._give_up)

    def stop(self) -> None:
        """Read no more; what was taken in stays."""
        self._is_stopped.set()

    def _read(self, paths: tuple[Path, ...]) -> None:
        """On the worker."""
        for arrival in read_arrivals(paths, self._go_on):
            while not self._room.acquire(timeout=_WAIT):
                self._require_going()
            self._found.emit(arrival)

    def _go_on(self, percent: int) -> None:
        """On the worker."""
        self._require_going()
        self._heard.emit(percent)

    def _require_going(self) -> None:
        if self._is_stopped.is_set():
            raise Stopped("work.stopped")

    def take_all(self, arrivals: Sequence[Arrival]) -> None:
        """Look at sheets that were read already, through the camera."""
        for arrival in arrivals:
            self._rows.append(self._row(len(self._rows), arrival))
        self._show_rows()

    @Slot(object)
    def _take(self, arrival: Arrival) -> None:
        self._room.release()
        if self._is_stopped.is_set():
            return
        self._rows.append(self._row(len(self._rows), arrival))
        if not self._timer.isActive():
            self._timer.start()

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        if self.state.percent is not None and percent != self.state.percent:
            self._show(replace(self.state, percent=percent))

    def _finish(self, _: None) -> None:
        self._end(None)

    def _give_up(self, error: NeedsformError) -> None:
        self._end(error.message)

    def _end(self, notice: Message | None) -> None:
        self._timer.stop()
        self._show(replace(self.state, rows=tuple(self._rows), percent=None, notice=notice))

    def _show_rows(self) -> None:
        self._show(replace(self.state, rows=tuple(self._rows)))

    # One sheet --------------------------------------------------------------------------------------------------------

    def _row(self, number: int, arrival: Arrival) -> IntakeRow:
        place = arrival.place
        row = IntakeRow(number, RowKind.REFUSED, place.file, place.page, place.pages, Message("intake.new"))
        try:
            examined = self._session.intake.examine(arrival)
            row = _told(row, examined)
            if examined.is_clear:
                return _kept(row, self._session.intake.take_in(examined, informed_on=self._day()))
        except NeedsformError as error:
            row = replace(row, message=error.message)
            if not isinstance(error, InputError) or error.field != "informed_on":
                return row
        if examined.may_be_taken_in:
            self._waiting[number] = examined
            return replace(row, kind=RowKind.WAITING)
        return row

    def take_in(self, number: int) -> None:
        """Keep a sheet that waits, of the citizen that it tells."""
        self._keep(number, None)

    def begin_naming(self, number: int) -> None:
        """Type the citizen of a sheet; what the sheet tells stands there already."""
        told = self._waiting[number].told
        typed = TypedPatient(language=self.words.text("language.da"))
        if told is not None:
            typed = TypedPatient.of(told, self.places, self.words, self._today())
        self._show(replace(self.state, naming=number, typed=typed, errors={}))

    def write(self, typed: TypedPatient) -> None:
        """Take the citizen's fields as they stand now; a number that is known fills in the rest."""
        if typed.identifier != self.state.typed.identifier:
            typed = self._known(typed)
        self._show(replace(self.state, typed=typed, errors={}))

    def leave(self, name: str) -> None:
        """A field was left: complete what is in it."""
        if name == "municipality":
            completed = completed_municipality(self.state.typed.municipality, self.places, self._today())
            self._show(replace(self.state, typed=replace(self.state.typed, municipality=completed)))

    def name(self) -> None:
        """Keep the sheet that is being named, of the citizen who was typed."""
        read = read_patient(self.state.typed, self.places, self.words, self._today())
        if read.details is None or self.state.naming is None:
            self._refuse(read.errors)
        else:
            self._keep(self.state.naming, read.details)

    def cancel(self) -> None:
        """Leave the sheet waiting."""
        self._show(replace(self.state, naming=None, errors={}))

    def _keep(self, number: int, typed: PatientDetails | None) -> None:
        row = self._rows[number]
        try:
            taken = self._session.intake.take_in(self._waiting[number], typed, self._day())
        except InputError as error:
            if error.field:
                self._refuse({error.field: error.message})
                return
            row = self._looked_at_anew(number, error.message)
        except NeedsformError as error:
            self.failed.emit(error.message)
            return
        else:
            row = _kept(row, taken)
            del self._waiting[number]
        self._rows[number] = row
        self._show(replace(self.state, rows=tuple(self._rows), naming=None, errors={}))

    def _looked_at_anew(self, number: int, why: Message) -> IntakeRow:
        """A sheet that is not what it was when it was looked at, with `why` while somebody can still decide."""
        row = self._row(number, self._waiting.pop(number).arrival)
        return replace(row, message=why) if row.kind is RowKind.WAITING else row

    def _known(self, typed: TypedPatient) -> TypedPatient:
        try:
            identifier = typed.parsed_identifier(self._today())
        except InputError:
            return typed
        known = self._session.patients.with_identifier(identifier)
        return typed if known is None else TypedPatient.of(known, self.places, self.words, self._today())

    def _refuse(self, errors: Mapping[str, Message]) -> None:
        self._show(replace(self.state, errors=errors))
        self.refused.emit()

    def _day(self) -> date:
        day = required_date(self.state.informed_on, "informed_on")
        require_day(day, self._today())
        return day

    def _today(self) -> date:
        return self._session.now().date()

    def _show(self, state: IntakeState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _told(row: IntakeRow, examined: Examined) -> IntakeRow:
    """What a sheet tells of itself and its citizen."""
    known = examined.patient or examined.told
    return replace(
        row,
        message=message_of(examined),
        name="" if known is None else known.name,
        identifier="" if known is None else known.identifier.shown,
        verification=examined.check.verification,
        site_name=examined.check.site_name,
        key=short_form(examined.check.fingerprint),
        needs_citizen=examined.patient is None and (examined.told is None or not examined.told.municipality_code),
        patient_id=None if examined.patient is None else examined.patient.id,
    )


def _kept(row: IntakeRow, taken: TakenIn) -> IntakeRow:
    return replace(
        row,
        kind=RowKind.TAKEN_IN,
        name=taken.patient.name,
        identifier=taken.patient.identifier.shown,
        received_id=taken.received.id,
        patient_id=taken.patient.id,
    )
