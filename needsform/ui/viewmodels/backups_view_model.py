"""The backups as the administrator sees them: what there is, one made by hand, and a second place for them."""

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from needsform.models.backup import Backup
from needsform.models.errors import InputError, Message, NeedsformError, Stopped
from needsform.services.backups import BackupJob, BackupOutcome, BackupShelf
from needsform.services.session import Session
from needsform.ui.background import Background


@dataclass(frozen=True, slots=True)
class BackupsState:
    """The page as it stands."""

    backups: tuple[Backup, ...] | None = None
    """Newest first; None until they are listed."""
    second_folder: str = ""
    percent: int | None = None
    """How far a backup has come that is being made; None while none is."""
    notice: Message | None = None
    """What was done, or why not."""
    marked: int = 0
    """The number of the backup that is marked."""
    is_asked: bool = False
    """Whether it is being asked if that one shall take the store's place."""

    @property
    def backup(self) -> Backup | None:
        """The one that is marked."""
        return self.backups[self.marked] if self.backups and self.marked < len(self.backups) else None


class BackupsViewModel(QObject):
    """What the administrator does.

    state_changed: anything of the state. failed: it could not be done, and belongs to nothing on the page.
    """

    state_changed = Signal(BackupsState)
    failed = Signal(Message)
    _heard = Signal(int)

    def __init__(self, session: Session, background: Background) -> None:
        """`background` is the worker of everything that reads and writes backups, one after the other."""
        super().__init__()
        self._backups, self._background = session.backups, background
        self._is_stopped = Event()
        self.state = BackupsState()
        self._heard.connect(self._show_percent)

    def list_anew(self) -> None:
        """Look at the disks for what there is."""
        try:
            look = self._backups.list_job()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._background.run(look, self._show_list)

    def make(self) -> None:
        """A backup of now. While one is under way nothing happens."""
        if self.state.percent is not None:
            return
        try:
            job = self._backups.job_by_hand()
        except NeedsformError as error:
            self.failed.emit(error.message)
            return
        self._is_stopped.clear()
        self._show(replace(self.state, percent=0, notice=None))
        self._background.run(partial(self._run, job), self._finish, self._give_up)

    def mark(self, number: int) -> None:
        """Another backup; what was asked of the one before is not asked of this one."""
        if number != self.state.marked:
            self._show(replace(self.state, marked=number, is_asked=False))

    def ask(self, *, is_asked: bool) -> None:
        """Ask whether the marked backup shall take the store's place, or ask no more."""
        self._show(replace(self.state, is_asked=is_asked))

    def stop(self) -> None:
        """Leave it; what there was before is still there."""
        self._is_stopped.set()

    def choose_second_folder(self, folder: Path | None) -> None:
        """Keep copies there too."""
        try:
            self._backups.choose_second_folder(folder)
        except InputError as error:
            self._show(replace(self.state, notice=error.message))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(replace(self.state, notice=None))
            self.list_anew()

    def _run(self, job: BackupJob) -> BackupOutcome:
        return job.run(self._go_on)

    def _go_on(self, percent: int) -> None:
        """Called on the worker."""
        if self._is_stopped.is_set():
            raise Stopped("work.stopped")
        self._heard.emit(percent)

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        if self.state.percent is not None:
            self._show(replace(self.state, percent=percent))

    def _finish(self, outcome: BackupOutcome) -> None:
        self._backups.made(outcome.backup)
        notice = Message("backup.made" if outcome.second_fault is None else "backup.second_failed")
        self._show(replace(self.state, percent=None, notice=notice))
        self.list_anew()

    def _give_up(self, error: NeedsformError) -> None:
        self._show(replace(self.state, percent=None, notice=error.message))

    def _show_list(self, shelf: BackupShelf) -> None:
        second = "" if shelf.second_folder is None else str(shelf.second_folder)
        self._show(replace(self.state, backups=shelf.backups, second_folder=second, marked=0, is_asked=False))

    def _show(self, state: BackupsState) -> None:
        self.state = state
        self.state_changed.emit(state)
