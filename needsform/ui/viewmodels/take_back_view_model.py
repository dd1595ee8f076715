"""Staff takes the screen back from the citizen: the password is tried on a worker, for it is slow by design."""

from functools import partial

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.ui.background import Background
from needsform.ui.countdown import Countdown


class TakeBackViewModel(QObject):
    """The way out of patient mode, for whoever handed the screen over and for every colleague, as themselves."""

    taken_back = Signal()
    """The password was right; staff has the screen again."""
    failed = Signal(Message)
    """It was not, or could not be tried; `seconds_left` are to be waited for."""
    counted = Signal(Message)
    """The same sentence a second later, or that the wait is over."""
    busy_changed = Signal(bool)
    """A password is being tried, or no longer."""

    def __init__(self, access: Access, session: Session, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access, self._session, self._background = access, session, background
        self._is_busy = False
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self._count)
        self._said = ""

    @property
    def is_busy(self) -> bool:
        """Whether a password is being tried."""
        return self._is_busy

    @property
    def is_waiting(self) -> bool:
        """Whether nobody can try now, after too many wrong passwords."""
        return self._countdown.is_running

    def try_password(self, login: str, password: str) -> None:
        """Take the screen back if they fit together; without a login, for the one who handed it over."""
        if self._is_busy or self.is_waiting:
            return
        self._set_busy(True)
        who = login or self._session.practitioner.login
        self._background.run(partial(self._access.unlock, who, password), self._let_in, self._refuse)

    def _let_in(self, unlocked: Unlocked) -> None:
        self._set_busy(False)
        try:
            self._session.take_back(unlocked)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.taken_back.emit()

    def _refuse(self, error: NeedsformError) -> None:
        self._said = error.message.message_id
        self._countdown.start(int(error.message.parameters.get("seconds", "0")))
        self._set_busy(False)
        self.failed.emit(error.message)

    def _count(self, seconds: int) -> None:
        left = Message(self._said, {"seconds": str(seconds)})
        self.counted.emit(left if seconds else Message("unlock.try_now"))

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.busy_changed.emit(busy)
