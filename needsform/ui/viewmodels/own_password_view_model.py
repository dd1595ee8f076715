"""Another password for whoever is here: the old one is tried and the new one made on a worker."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import partial

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.staff import ChangedPassword
from needsform.ui.background import Background
from needsform.ui.countdown import Countdown


@dataclass(frozen=True, slots=True)
class OwnPasswordState:
    """Whether it is being changed, and what is wrong: by field, "old", "password" or "repeated"."""

    is_busy: bool = False
    errors: Mapping[str, Message] = field(default_factory=dict)
    seconds: int = 0
    """How long nobody can try, after too many wrong passwords."""


class OwnPasswordViewModel(QObject):
    """Tries the old password before the new one holds.

    state_changed: anything of the state. changed: the new password holds. failed: the store did not take it. told: the
    page was left, and this is what became of the change.
    """

    state_changed = Signal(OwnPasswordState)
    changed = Signal()
    failed = Signal(Message)
    told = Signal(Message)

    def __init__(self, access: Access, session: Session, background: Background) -> None:
        super().__init__()
        self._access, self._session, self._background = access, session, background
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._count)
        self.is_required = not session.staff.has_own_password()
        """Whether a colleague chose the password that is in use."""
        self._is_left = False
        self.state = OwnPasswordState()

    def change(self, old: str, password: str, repeated: str) -> None:
        """From the old password to the new one, which is typed twice."""
        if self.state.is_busy or self.state.seconds:
            return
        if password != repeated:
            self._show(OwnPasswordState(errors={"repeated": Message("password.differs")}))
        elif password == old:
            self._show(OwnPasswordState(errors={"password": Message("password.same")}))
        else:
            self._is_left = False
            self._show(OwnPasswordState(is_busy=True))
            login = self._session.practitioner.login
            self._background.run(partial(self._make, login, old, password), self._keep, self._refuse)

    def leave(self) -> None:
        """The page is left: the change is waited for, so that whoever locks the screen knows which password holds."""
        if self.state.is_busy:
            self._is_left = True
            self._background.catch_up()

    def _make(self, login: str, old: str, password: str) -> ChangedPassword:
        slot = self._session.staff.password_slot(login, password)  # too short is told before anything is tried
        return ChangedPassword(self._access.unlock(login, old), slot)

    def _keep(self, made: ChangedPassword) -> None:
        try:
            self._session.staff.change_own_password(made)
        except NeedsformError as error:
            self._refuse(error)
        else:
            self._show(OwnPasswordState())
            if self._is_left:
                self.told.emit(Message("password.changed"))
            else:
                self.changed.emit()

    def _refuse(self, error: NeedsformError) -> None:
        message = error.message
        seconds = int(message.parameters.get("seconds", "0"))
        is_about_old = message.message_id.startswith("unlock.")
        at = "old" if is_about_old else error.field if isinstance(error, InputError) else ""
        if at:
            told = Message("password.old_wrong") if message.message_id == "unlock.wrong" else message
            self._show(OwnPasswordState(errors={at: told}, seconds=seconds))
            self._countdown.start(seconds)
        else:
            told = message
            self._show(OwnPasswordState())
        if self._is_left:
            self.told.emit(told)
        elif not at:
            self.failed.emit(message)

    def _count(self, seconds: int) -> None:
        left = Message("unlock.wait", {"seconds": str(seconds)}) if seconds else Message("unlock.try_now")
        self._show(OwnPasswordState(errors={"old": left}, seconds=seconds))

    def _show(self, state: OwnPasswordState) -> None:
        self.state = state
        self.state_changed.emit(state)
