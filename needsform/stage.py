"""What the journeys are played on: the window and whom they may ask. Built once by `app` and handed down."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from needsform.dressing import Dressing
from needsform.services.clock import Clock, Entropy
from needsform.ui.background import Background
from needsform.ui.clipboard_guard import ClipboardGuard
from needsform.ui.dialogs import Dialogs
from needsform.ui.main_window import MainWindow

if TYPE_CHECKING:  # what storage needs is imported after the first paint
    from needsform.services.access import Access


@dataclass(frozen=True, slots=True)
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
