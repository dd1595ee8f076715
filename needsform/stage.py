"""What the journeys are played on: the window and whom they may ask. Built once by `app` and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from needsform.dressing import Dressing
from needsform.models.errors import Message, NeedsformError
from needsform.services.clock import Clock, Entropy
from needsform.ui.background import Background
from needsform.ui.clipboard_guard import ClipboardGuard
from needsform.ui.dialogs import Dialogs
from needsform.ui.main_window import MainWindow

if TYPE_CHECKING:  # what storage needs is imported after the first paint
    from needsform.services.access import Access
    from needsform.services.restoring import Restoring


class Ending(Enum):
    """How a session ends, which decides whether what it leaves is backed up at once."""

    LOCKED = auto()
    LEFT = auto()
    ABANDONED = auto()
    """The store is not to be read any more, or somebody else sees to the backup."""


@dataclass(frozen=True, slots=True, weakref_slot=True)  # Qt holds what it calls by a weak reference
class Stage:
    """The window with everything around it that is there before anybody unlocks."""

    directory: Path
    """Where the store and the settings lie."""
    access: Callable[[], "Access"]
    """The door of the store; the first call imports what storage needs."""
    window: MainWindow
    dressing: Dressing
    background: Background
    clipboard: ClipboardGuard
    dialogs: Dialogs
    clock: Clock
    entropy: Entropy

    def print_text(self, text: str) -> None:
        """A few lines of text to the printer."""
        self.dialogs.print_text(self.window, text)

    def save_key_text(self, text: str) -> None:
        """A recovery key into a file that the user chooses, or a sentence why not."""
        from needsform.storage.files import write_atomically

        title = QCoreApplication.translate("Stage", "Save the recovery key")
        path = self.dialogs.choose_save_path(self.window, title, "needsform-key.txt")
        if path is not None:
            try:
                write_atomically(Path(path), text.encode())
            except NeedsformError as error:
                self.window.messages.tell(error.message)

    archive: Background
    """The worker of everything that reads and writes backups: one after the other, and nobody waits behind it."""
    refusal: Callable[[], Message | None]
    """Why no store may lie in the folder; asked before anything in it is opened."""
    restoring: Callable[[], "Restoring"]
    """The way back to a backup; imports what storage needs, as `access` does."""
