"""All that was signed in a period, written into a folder; how far it has come, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from needsform.models.errors import InputError, Message, NeedsformError, Stopped
from needsform.models.period_export import ExportKind, ExportOutcome
from needsform.models.typed_date import as_typed, typed_date
from needsform.models.words import Words
from needsform.services.session import Session
from needsform.ui.background import Background


@dataclass(frozen=True, slots=True)
class PeriodExportState:
    """The page as it stands."""

    kind: ExportKind
    since: str
    until: str
    errors: Mapping[str, Message] = field(default_factory=dict)
    percent: int | None = None
    """How far it has come; None while nothing is under way."""
    outcome: ExportOutcome | None = None
    notice: Message | None = None
    """Why nothing came of it."""


class PeriodExportViewModel(QObject):
    """What an administrator does.

    `changed(PeriodExportState)`: anything on the page. `failed(Message)`: it could not be done.
    """

    changed = Signal(PeriodExportState)
    failed = Signal(Message)
    _heard = Signal(int)

    def __init__(self, session: Session, words: Words, background: Background) -> None:
        super().__init__()
        self._session, self.words, self._background = session, words, background
        self._is_stopped = Event()
        today = session.now().date()
        first = today.replace(day=1)
        self.state = PeriodExportState(ExportKind.SHEETS, as_typed(first), as_typed(today))
        self._heard.connect(self._show_percent)

    def write(self, kind: ExportKind, since: str, until: str) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, kind=kind, since=since, until=until, errors={}, notice=None))

    def export(self, folder: Path) -> None:
        """Write everything into a new folder there. While one is under way nothing happens."""
        state = self.state
        if state.percent is not None:
            return
        try:
            since, until = typed_date(state.since, "since"), typed_date(state.until, "until")
            job = self._session.period_exports.export(state.kind, since, until, folder, self._session.site)
        except InputError as error:
            self._show(replace(state, errors={error.field: error.message}, outcome=None, notice=None))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._is_stopped.clear()
            self._show(replace(state, errors={}, percent=0, outcome=None, notice=None))
            self._background.run(partial(job.run, self._go_on), self._finish, self._give_up)

    def stop(self) -> None:
        """Leave it; what is written is there."""
        self._is_stopped.set()

    def _go_on(self, percent: int) -> None:
        """Called on the worker."""
        if self._is_stopped.is_set():
            raise Stopped("work.stopped")
        self._heard.emit(percent)

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        if self.state.percent is not None:
            self._show(replace(self.state, percent=percent))

    def _finish(self, outcome: ExportOutcome) -> None:
        self._show(replace(self.state, percent=None, outcome=outcome))

    def _give_up(self, error: NeedsformError) -> None:
        self._show(replace(self.state, percent=None, notice=error.message))

    def _show(self, state: PeriodExportState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
