"""The door in the morning: a login and a password become an open session.

The services are named for the type checker only: this is imported before the first paint, they are not.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError, WorldError
from needsform.ui.background import Background
from needsform.ui.countdown import Countdown

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
        """`access` gives the door; its first call imports what storage needs, so it is made on the worker."""
        super().__init__()
        self._access, self._background = access, background
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._count)
        self.state = UnlockState()

    def unlock(self, login: str, password: str) -> None:
        """Try these two. A second try while the first is under way, or before the wait is over, does nothing."""
        if not self.state.is_busy and not self.state.seconds:
            self._show(UnlockState(is_busy=True))
            self._background.run(partial(self._try, login, password), self._open, self._refuse)

    def _try(self, login: str, password: str) -> "Unlocked":
        access = self._access()
        unlocked = access.unlock(login, password)
        access.prepare(unlocked)
        return unlocked

    def _open(self, unlocked: "Unlocked") -> None:
        try:
            session = self._access().open(unlocked)
        except NeedsformError as error:
            self._refuse(error)
        else:
            self._show(UnlockState())
            self.opened.emit(session)

    def _refuse(self, error: NeedsformError) -> None:
        if isinstance(error, WorldError):
            self._show(UnlockState())
            self.store_refused.emit(error.message)
            return
        seconds = int(error.message.parameters.get("seconds", "0"))
        self._show(UnlockState(error=error.message, seconds=seconds))
        self._countdown.start(seconds)

    def _count(self, seconds: int) -> None:
        if self.state.error is not None:
            message = _with_seconds(self.state.error, seconds)
            self._show(UnlockState(error=message, seconds=seconds, is_over=not seconds))

    def _show(self, state: UnlockState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _with_seconds(message: Message, seconds: int) -> Message:
    """The same sentence with what is left of the wait; at its end, that it is over."""
    return Message(message.message_id, {"seconds": str(seconds)}) if seconds else Message("unlock.try_now")
