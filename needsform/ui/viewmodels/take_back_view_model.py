"""Staff takes the screen back from the citizen: the password is tried on a worker, for it is slow by design."""

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.ui.background import Background


class TakeBackViewModel(QObject):
    """The way out of patient mode, for whoever handed the screen over."""

    taken_back = Signal()
    """The password was right; staff has the screen again."""
    failed = Signal(Message)
    """It was not, or could not be tried."""
    busy_changed = Signal(bool)
    """A password is being tried, or no longer."""

    def __init__(self, access: Access, session: Session, background: Background, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._access, self._session, self._background = access, session, background
        self._login = session.practitioner.login
        self._is_busy = False

    @property
    def login(self) -> str:
        """Whose password is asked for."""
        return self._login

    @property
    def is_busy(self) -> bool:
        """Whether a password is being tried."""
        return self._is_busy

    def try_password(self, password: str) -> None:
        """Take the screen back if this is the password of the one who handed it over."""
        if self._is_busy:
            return
        self._set_busy(True)
        access, login = self._access, self._login
        self._background.run(lambda: access.unlock(login, password), self._let_in, self._refuse)

    def _let_in(self, unlocked: Unlocked) -> None:
        self._set_busy(False)
        try:
            self._session.take_back(unlocked)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.taken_back.emit()

    def _refuse(self, error: NeedsformError) -> None:
        self._set_busy(False)
        self.failed.emit(error.message)

    def _set_busy(self, busy: bool) -> None:
        self._is_busy = busy
        self.busy_changed.emit(busy)
