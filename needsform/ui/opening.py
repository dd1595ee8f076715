"""Opening the store, whatever opens it: tried on the worker, opened on this thread, and told what came of it.

The services are named for the type checker only: this is imported before the first paint, they are not.
"""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError, WorldError
from needsform.ui.background import Background
from needsform.ui.countdown import Countdown

if TYPE_CHECKING:
    from needsform.services.access import Access
    from needsform.services.unlocked import Unlocked


class Opening(QObject):
    """One try after the other.

    opened: the `Session` of whoever came in. store_refused: the store itself cannot be opened, whatever is tried.
    refused: the error of what was tried, and the seconds until the next try. waited: so many of them are left.
    """

    opened = Signal(object)
    store_refused = Signal(Message)
    refused = Signal(object, int)
    waited = Signal(int)

    def __init__(self, access: Callable[[], "Access"], background: Background, parent: QObject) -> None:
        """`access` gives the door; its first call imports what storage needs, so it is made on the worker."""
        super().__init__(parent)
        self._access, self._background = access, background
        self._countdown = Countdown(self)
        self._countdown.ticked.connect(self.waited)

    def attempt(self, unlock: Callable[["Access"], "Unlocked"]) -> None:
        """Try this; it is called on the worker."""
        self._background.run(partial(self._unlocked, unlock), self._open, self._refuse)

    def _unlocked(self, unlock: Callable[["Access"], "Unlocked"]) -> "Unlocked":
        access = self._access()
        unlocked = unlock(access)
        access.prepare(unlocked)
        return unlocked

    def _open(self, unlocked: "Unlocked") -> None:
        try:
            session = self._access().open(unlocked)
        except NeedsformError as error:
            self._refuse(error)
        else:
            self.opened.emit(session)

    def _refuse(self, error: NeedsformError) -> None:
        if isinstance(error, WorldError):
            self.store_refused.emit(error.message)
            return
        seconds = int(error.message.parameters.get("seconds", "0"))
        self.refused.emit(error, seconds)
        self._countdown.start(seconds)


def left_of(message: Message, seconds: int) -> Message:
    """The same sentence with what is left of the wait; at its end, that it is over."""
    return Message(message.message_id, {"seconds": str(seconds)}) if seconds else Message("unlock.try_now")
