"""The way back from a damaged or missing store: which backup, who takes it, and how far it has come."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from needsform.models.backup import Backup
from needsform.models.errors import InputError, Message, NeedsformError, Stopped
from needsform.services.restoring import Restoring
from needsform.services.unlocked import Unlocked
from needsform.ui.background import Background


@dataclass(frozen=True, slots=True)
class RestoreState:
    """The page as it stands."""

    backups: tuple[Backup, ...] | None = None
    """Newest first; None until they are listed."""
    percent: int | None = None
    """How far the backup has come that is being put in place; None while none is."""
    error: Message | None = None
    at: str = ""
    """The field that the error belongs to: "login", "password", "recovery_key"; "" for none."""
    looked_in: tuple[str, ...] = field(default=())
    """The folders that were looked in."""
    marked: int = 0
    """The number of the backup that is marked."""
    has_key: bool = False
    """Whether the printed recovery key is used in place of a password."""

    @property
    def backup(self) -> Backup | None:
        """The one that is marked."""
        return self.backups[self.marked] if self.backups and self.marked < len(self.backups) else None


class RestoreViewModel(QObject):
    """Puts a backup in place on a worker.

    state_changed: anything of the state. restored: the backup is the store now. given_up: what an administrator began
    from their session did not come about, and why.
    """

    state_changed = Signal(RestoreState)
    restored = Signal()
    given_up = Signal(Message)
    _heard = Signal(int)

    def __init__(self, restoring: Callable[[], Restoring], background: Background) -> None:
        """`restoring` gives the way back; it imports what storage needs, so it is made on the worker."""
        super().__init__()
        self._restoring, self._background = restoring, background
        self._is_stopped = Event()
        self.state = RestoreState()
        self._heard.connect(self._show_percent)

    def list_backups(self) -> None:
        """Look at the disks for what there is."""
        self._background.run(self._look, self._show_list)

    def mark(self, number: int) -> None:
        """Another backup."""
        if number != self.state.marked:
            self._show(replace(self.state, marked=number))

    def change_way(self) -> None:
        """The recovery key in place of a password, or a password again."""
        self._show(replace(self.state, has_key=not self.state.has_key, error=None, at=""))

    def restore(self, login: str, password: str) -> None:
        """Put the marked backup in place, by somebody's password."""
        if self.state.backup is not None:
            self._begin(partial(self._try, self.state.backup, login, password), self._refuse)

    def restore_with_key(self, recovery_key: str) -> None:
        """Put the marked backup in place, by the printed recovery key."""
        if self.state.backup is not None:
            self._begin(partial(self._try, self.state.backup, "", recovery_key), self._refuse)

    def restore_for(self, backup: Backup, unlocked: Unlocked, before: Callable[[], object]) -> None:
        """Put a backup in place for an administrator whose session has ended; `before` keeps what is there now."""
        self._begin(partial(self._take, backup, unlocked, before), self._give_up)

    def stop(self) -> None:
        """Leave the store as it is, as long as it is."""
        self._is_stopped.set()

    def _begin(self, work: Callable[[], None], on_failed: Callable[[NeedsformError], None]) -> None:
        if self.state.percent is None:
            self._is_stopped.clear()
            self._show(replace(self.state, percent=0, error=None, at=""))
            self._background.run(work, self._finish, on_failed)

    # On the worker ------------------------------------------------------------------------------------------------

    def _look(self) -> tuple[tuple[Backup, ...], tuple[str, ...]]:
        restoring = self._restoring()
        return restoring.backups(), restoring.looked_in()

    def _try(self, backup: Backup, login: str, secret: str) -> None:
        restoring = self._restoring()
        restoring.restore(restoring.permit(backup, login, secret), self._go_on)

    def _take(self, backup: Backup, unlocked: Unlocked, before: Callable[[], object]) -> None:
        restoring = self._restoring()
        before()
        restoring.restore(restoring.permit_for(backup, unlocked), self._go_on)

    def _go_on(self, percent: int) -> None:
        if self._is_stopped.is_set():
            raise Stopped("work.stopped")
        self._heard.emit(percent)

    # On the window's thread ---------------------------------------------------------------------------------------

    def _show_list(self, found: tuple[tuple[Backup, ...], tuple[str, ...]]) -> None:
        backups, looked_in = found
        self._show(replace(self.state, backups=backups, looked_in=looked_in))

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        if self.state.percent is not None:
            self._show(replace(self.state, percent=percent))

    def _finish(self, _: None) -> None:
        self._show(replace(self.state, percent=None))
        self.restored.emit()

    def _refuse(self, error: NeedsformError) -> None:
        at = error.field if isinstance(error, InputError) else ""
        self._show(replace(self.state, percent=None, error=error.message, at=at))

    def _give_up(self, error: NeedsformError) -> None:
        self._show(replace(self.state, percent=None))
        self.given_up.emit(error.message)

    def _show(self, state: RestoreState) -> None:
        self.state = state
        self.state_changed.emit(state)
