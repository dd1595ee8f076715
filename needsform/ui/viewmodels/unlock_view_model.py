"""The door in the morning: a login and a password become an open session.

The services are named for the type checker only: this is imported before the first paint, they are not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.ui.background import Background
from needsform.ui.opening import Opening, left_of

if TYPE_CHECKING:
    from needsform.services.access import Access
    from needsform.services.unlocked import Unlocked


@dataclass(frozen=True, slots=True)
class UnlockState:
    """Whether a key is being tried, and what the last try came to."""

    is_busy: bool = False
    error: Message | None = None
    seconds: int = 0
    """How long nobody can try, after too many wrong passwords."""
    is_over: bool = False
    """Whether that wait has just come to its end."""


class UnlockViewModel(QObject):
    """Tries a password on a worker and opens the store on this thread.

    state_changed: busy or not, wrong or not. opened: the `Session` of whoever unlocked.
    store_refused: the store itself cannot be opened, whatever the password.
    """

    state_changed = Signal(UnlockState)
    opened = Signal(object)
    store_refused = Signal(Message)

    def __init__(self, access: Callable[[], "Access"], background: Background) -> None:
        """`access` as for `Opening`."""
        super().__init__()
        self._opening = Opening(access, background, self)
        self._opening.opened.connect(self._open)
        self._opening.store_refused.connect(self._refuse_store)
        self._opening.refused.connect(self._refuse)
        self._opening.waited.connect(self._count)
        self.state = UnlockState()

    def unlock(self, login: str, password: str) -> None:
        """Try these two. A second try while the first is under way, or before the wait is over, does nothing."""
        if not self.state.is_busy and not self.state.seconds:
            self._show(UnlockState(is_busy=True))
            self._opening.attempt(partial(_unlocked, login, password))

    def _open(self, session: object) -> None:
        self._show(UnlockState())
        self.opened.emit(session)

    def _refuse_store(self, message: Message) -> None:
        self._show(UnlockState())
        self.store_refused.emit(message)

    def _refuse(self, error: NeedsformError, seconds: int) -> None:
        self._show(UnlockState(error=error.message, seconds=seconds))

    def _count(self, seconds: int) -> None:
        if self.state.error is not None:
            message = left_of(self.state.error, seconds)
            self._show(UnlockState(error=message, seconds=seconds, is_over=not seconds))

    def _show(self, state: UnlockState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _unlocked(login: str, password: str, access: "Access") -> "Unlocked":
    return access.unlock(login, password)
