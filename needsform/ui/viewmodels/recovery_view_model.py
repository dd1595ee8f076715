"""The other way in: the printed recovery key gives a login a new password."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.ui.background import Background
from needsform.ui.opening import Opening, left_of

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
        """`access` as for `Opening`."""
        super().__init__()
        self._opening = Opening(access, background, self)
        self._opening.opened.connect(self._open)
        self._opening.store_refused.connect(self._refuse_store)
        self._opening.refused.connect(self._refuse)
        self._opening.waited.connect(self._count)
        self.state = RecoveryState()

    def recover(self, recovery_key: str, login: str, password: str, repeated: str) -> None:
        """Open with the printed key, and give the login its new password."""
        if self.state.is_busy or self.state.seconds:
            return
        if password != repeated:
            self._show(RecoveryState(errors={"repeated": Message("password.differs")}))
            return
        self._show(RecoveryState(is_busy=True))
        self._opening.attempt(partial(_recovered, recovery_key, login, password))

    def _open(self, session: object) -> None:
        self._show(RecoveryState())
        self.opened.emit(session)

    def _refuse_store(self, message: Message) -> None:
        self._show(RecoveryState())
        self.store_refused.emit(message)

    def _refuse(self, error: NeedsformError, seconds: int) -> None:
        at = error.field if isinstance(error, InputError) else ""
        self._show(RecoveryState(errors={"recovery_key" if seconds else at: error.message}, seconds=seconds))

    def _count(self, seconds: int) -> None:
        message = self.state.errors.get("recovery_key")
        if message is not None:
            self._show(RecoveryState(errors={"recovery_key": left_of(message, seconds)}, seconds=seconds))

    def _show(self, state: RecoveryState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _recovered(recovery_key: str, login: str, password: str, access: "Access") -> "Unlocked":
    return access.recover(recovery_key, login, password)
