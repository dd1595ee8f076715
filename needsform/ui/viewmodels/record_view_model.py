"""One citizen's rights: the whole record handed out, kept until further notice, or erased for good."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from needsform.models.errors import InputError, Message, NeedsformError, Stopped
from needsform.models.identity import PatientId
from needsform.models.practitioner import Role
from needsform.models.retention import EraseReason, Hold
from needsform.models.words import Words
from needsform.services.erasure import ErasureOutcome
from needsform.services.records import Files, WholeRecord
from needsform.services.session import Session
from needsform.ui.background import Background


class RecordWork(StrEnum):
    """What is under way."""

    HANDING_OUT = "handing_out"
    ERASING = "erasing"


@dataclass(frozen=True, slots=True)
class RecordState:
    """The page as it stands."""

    name: str
    identifier: str
    """As shown, with hyphen."""
    is_administrator: bool
    hold: Hold | None
    work: RecordWork | None = None
    percent: int | None = None
    notice: Message | None = None
    """What was done, or why not."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field: "reason" of keeping, "typed" of erasing."""


class RecordViewModel(QObject):
    """What staff does; only an administrator keeps or erases.

    state_changed: anything of the state. failed: it could not be done. erased: the citizen is gone, and what to say.
    told: the page was left, and this is what came of what was under way there.
    """

    state_changed = Signal(RecordState)
    failed = Signal(Message)
    erased = Signal(Message)
    told = Signal(Message)
    _heard = Signal(int)

    def __init__(self, session: Session, patient_id: PatientId, words: Words, archive: Background) -> None:
        """`archive` is the worker of everything that touches backups. Raises WorldError `patient.unknown`."""
        super().__init__()
        self._session, self._patient_id, self.words, self._archive = session, patient_id, words, archive
        self._is_stopped = Event()
        self._is_left = False
        patient = session.patients.get(patient_id)
        is_administrator = session.practitioner.role is Role.ADMINISTRATOR
        hold = session.retention.hold(patient_id) if is_administrator else None
        self.state = RecordState(patient.name, patient.identifier.shown, is_administrator, hold)
        self._heard.connect(self._show_percent)

    def hand_out(self, folder: Path) -> None:
        """Write everything into a new folder there."""
        if self.state.work is not None:
            return
        try:
            record = self._session.records.read(self._patient_id, self.words)
        except NeedsformError as error:
            self.failed.emit(error.message)
            return
        self._begin(RecordWork.HANDING_OUT)
        self._archive.run(partial(record.render, self._go_on), partial(self._save, record, folder), self._give_up)

    def keep(self, reason: str) -> None:
        """The record stays until further notice."""
        self._change(partial(self._session.retention.place_hold, self._patient_id, reason))

    def end_keeping(self) -> None:
        """The usual rule holds again."""
        self._change(partial(self._session.retention.lift_hold, self._patient_id))

    def erase(self, typed: str, reason: EraseReason) -> None:
        """Erase for good; `typed` is the citizen's number."""
        if self.state.work is not None:
            return
        try:
            job = self._session.retention.erasure_of(self._patient_id, typed, reason)
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}, notice=None))
        except NeedsformError as error:
            self._show(replace(self.state, errors={}, notice=error.message))
        else:
            self._begin(RecordWork.ERASING)
            self._archive.run(partial(job.run, self._go_on), self._finish, self._give_up)

    def stop(self) -> None:
        """Do not go on with it; whoever is erased by then stays erased."""
        self._is_stopped.set()

    def leave(self) -> None:
        """The page is left: an erasure goes on, for its number was typed; files that nobody waits for are not made."""
        self._is_left = True
        if self.state.work is RecordWork.HANDING_OUT:
            self.stop()

    def _change(self, act: partial[None]) -> None:
        try:
            act()
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(replace(self.state, hold=self._session.retention.hold(self._patient_id), errors={}, notice=None))

    def _begin(self, work: RecordWork) -> None:
        self._is_stopped.clear()
        self._is_left = False
        self._show(replace(self.state, work=work, percent=0, notice=None, errors={}))

    def _go_on(self, percent: int) -> None:
        """Called on the worker."""
        if self._is_stopped.is_set():
            raise Stopped("work.stopped")
        self._heard.emit(percent)

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        if self.state.work is not None:
            self._show(replace(self.state, percent=percent))

    def _save(self, record: WholeRecord, folder: Path, files: Files) -> None:
        if self._is_left:  # made in the moment before it heard of that
            self._end(Message("work.stopped"))
            return
        try:
            target = self._session.records.save(record, files, folder)
        except NeedsformError as error:
            self._give_up(error)
        else:
            self._end(Message("record.handed_out", {"folder": target.name, "count": str(len(files))}))

    def _finish(self, outcome: ErasureOutcome) -> None:
        if outcome.held:  # somebody who went on to another page came back to this one while the erasure waited
            self._end(Message("erase.held"))
            return
        message = outcome.left_behind or Message("erase.done")
        self._show(replace(self.state, work=None, percent=None))
        (self.told if self._is_left else self.erased).emit(message)

    def _give_up(self, error: NeedsformError) -> None:
        self._end(error.message)

    def _end(self, notice: Message) -> None:
        self._show(replace(self.state, work=None, percent=None, notice=notice))
        if self._is_left:
            self.told.emit(notice)

    def _show(self, state: RecordState) -> None:
        self.state = state
        self.state_changed.emit(state)
