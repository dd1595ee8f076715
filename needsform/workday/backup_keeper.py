"""Backups during the working day: by themselves when one is due and when the session ends, and on their own page."""

from functools import partial

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from needsform.models.backup import BackupReason
from needsform.models.errors import NeedsformError, WorldError
from needsform.services.backups import BackupJob, BackupOutcome
from needsform.stage import Ending
from needsform.ui.screens.backups_screen import BackupsScreen
from needsform.ui.viewmodels.backups_view_model import BackupsViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowAdministration

_LOOK_EVERY = 60_000
"""Milliseconds between two looks at whether a backup is due."""


class BackupKeeper(QObject):
    """Makes the backups that nobody has to think of, on the worker for backups; quiet unless one fails."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._backups, self._archive = desk, desk.session.backups, desk.stage.archive
        self._has_told = False
        self._timer = QTimer(self, interval=_LOOK_EVERY)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Make a backup if one is due and none is being made."""
        if self._archive.is_busy or not self._is_due():
            return
        job = self._backups.job(BackupReason.DURING_WORK)
        self._archive.run(partial(job.run, _go_on), self._finish, self._fail)

    def last_job(self, ending: Ending) -> BackupJob | None:
        """The backup that the end of the session calls for; asked while the store is still open."""
        self._timer.stop()
        if ending is Ending.ABANDONED:
            return None
        try:
            return self._backups.job_at_end(is_leaving=ending is Ending.LEFT)
        except WorldError:  # the store does not answer; what is on the disk is backed up when it does
            return None

    def run_last(self, job: BackupJob | None) -> None:
        """Make it, now that the store is closed. If it fails, the page of the backups says how old the last one is."""
        if job is not None:
            self._archive.run(partial(job.run, _go_on), _forget, _forget)

    def _is_due(self) -> bool:
        try:
            return self._backups.is_due()
        except WorldError:  # whoever does something next is told
            return False

    def _finish(self, outcome: BackupOutcome) -> None:
        self._backups.made(outcome.backup)
        self._has_told = False

    def _fail(self, error: NeedsformError) -> None:
        """Told once, and not to a citizen: the next look tries again."""
        is_damage = error.message.message_id.startswith("store.")
        if is_damage or not (self._has_told or self._desk.session.is_with_citizen):
            self._has_told = True
            self._desk.tell(error.message)


def backups(desk: Desk) -> Scene:
    """All backups, and the way back to one of them."""
    view_model = BackupsViewModel(desk.session, desk.stage.archive)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = BackupsScreen(view_model, desk.stage.dressing.words, desk.stage.dialogs.choose_folder, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        screen.restore_requested.connect(desk.restore_requested)
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build)


def _go_on(_percent: int) -> None:
    """Nobody watches and nobody stops it."""


def _forget(_: object) -> None:
    """The session has ended."""
