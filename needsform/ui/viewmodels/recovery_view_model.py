"""The other way in: the printed recovery key gives a login a new password."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError, WorldError
from needsform.ui.background import Background
from needsform.ui.countdown import Countdown

if TYPE_CHECKING:
    from needsform.services.access import Access
    from needsform.services.unlocked import Unlocked


@dataclass(frozen=True, slots=True)
class RecoveryState:
    """Whether the key is being tried, and what is wrong: by field, or with the store."""

    is_busy: bool = False
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field: "recovery_key", "login", "password", "repeated"; "" for the store."""
    seconds: int = 0
    """How long nobody can try, after too many wrong keys."""


class RecoveryViewModel(QObject):
    """Tries the recovery key on a worker and opens the store on this thread.

    state_changed: busy or not, wrong or not. opened: the `Session` of whoever came in.
    store_refused: the store itself cannot be opened, whatever the key.
    """

    state_changed = Signal(RecoveryState)
    opened = Signal(object)
    store_refused = Signal(Message)

    def __init__(self, access: Callable[[], "Access"], background: Background) -> None:
        super().__init__()
        self._access, self._background = access, background
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._count)
        self.state = RecoveryState()

    def recover(self, recovery_key: str, login: str, password: str, repeated: str) -> None:
        """Open with the printed key, and give the login its new password."""
        if self.state.is_busy or self.state.seconds:
            return
        if password != repeated:
            self._show(RecoveryState(errors={"repeated": Message("password.differs")}))
            return
        self._show(RecoveryState(is_busy=True))
        self._background.run(partial(self._try, recovery_key, login, password), self._open, self._refuse)

    def _try(self, recovery_key: str, login: str, password: str) -> "Unlocked":
        access = self._access()
        unlocked = access.recover(recovery_key, login, password)
        access.prepare(unlocked)
        return unlocked

    def _open(self, unlocked: "Unlocked") -> None:
        try:
            session = self._access().open(unlocked)
        except NeedsformError as error:
            self._refuse(error)
        else:
            self._show(RecoveryState())
            self.opened.emit(session)

    def _refuse(self, error: NeedsformError) -> None:
        if isinstance(error, WorldError):
            self._show(RecoveryState())
            self.store_refused.emit(error.message)
            return
        at = error.field if isinstance(error, InputError) else ""
        seconds = int(error.message.parameters.get("seconds", "0"))
        at = "recovery_key" if seconds else at
        self._show(RecoveryState(errors={at: error.message}, seconds=seconds))
        self._countdown.start(seconds)

    def _count(self, seconds: int) -> None:
        message = self.state.errors.get("recovery_key")
        if message is not None:
            left = Message(message.message_id, {"seconds": str(seconds)}) if seconds else Message("unlock.try_now")
            self._show(RecoveryState(errors={"recovery_key": left}, seconds=seconds))

    def _show(self, state: RecoveryState) -> None:
        self.state = state
        self.state_changed.emit(state)
