"""The live page: the very PDF of what is being written, as a picture, drawn off the window's thread.

However fast somebody types, one page is drawn at a time and only the newest wish is drawn next; the last picture
stays until its successor is ready.
"""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.errors import Message, NeedsformError
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.sheet import SheetContent
from needsform.services import documents
from needsform.services.comparison_papers import render_comparison
from needsform.services.plan_papers import render_plan
from needsform.ui.background import Background

GATHER_MS = 10
"""Milliseconds in which changes are gathered into one drawing; well under what an eye notices."""


Paper = SheetContent | PlanSheetContent | ComparisonSheetContent
"""What can be looked at page by page."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page of a PDF as it lies in memory: rows of blue, green, red and an unused byte."""

    pdf: bytes
    """The document that the picture shows, byte for byte what would be printed or saved."""
    index: int
    """Which page, counted from 0."""
    count: int
    """How many pages the document has."""
    width: int
    height: int
    stride: int
    """Bytes from one row to the next."""
    pixels: bytes


class PagePictures(QObject):
    """Draws the page that is turned to, as wide as it is shown.

    `drawn(PagePicture)`: the newest picture is ready. `failed(Message)`: the sheet could not be drawn.
    `picture` is the one that was drawn last, for a screen that is built anew.
    """

    drawn = Signal(PagePicture)
    failed = Signal(Message)

    def __init__(self, content: Callable[[], Paper], background: Background, index: int = 0) -> None:
        """`content` is asked on the window's thread just before drawing. Nothing is drawn before a width is known."""
        super().__init__()
        self._content, self._background = content, background
        self._index, self._width = index, 0
        self.picture: PagePicture | None = None
        self._is_stale, self._is_drawing, self._is_wanted = True, False, False
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(GATHER_MS)
        self._gathering.timeout.connect(self._draw)

    def refresh(self) -> None:
        """What the sheet says has changed."""
        self._is_stale = True
        self._want()

    def turn_to(self, index: int) -> None:
        """Show another page, counted from 0; beyond the last one the last one is shown."""
        self._index = index
        self._want()

    def show_at(self, width: int) -> None:
        """The page is shown `width` device pixels wide from now on."""
        if width != self._width:
            self._width = width
            self._want()

    def _want(self) -> None:
        self._is_wanted = True
        is_drawing = self._is_drawing and self._background.is_busy  # a drawing that failed is none
        if self._width > 0 and not is_drawing and not self._gathering.isActive():
            self._gathering.start()

    def _draw(self) -> None:
        try:
            content = self._content() if self._is_stale or self.picture is None else None
        except NeedsformError as error:
            if error.message.message_id != "store.stopped":  # the screen was left meanwhile, and nobody looks any more
                self._tell(error)
            return
        pdf, index, width = self.picture.pdf if self.picture else b"", self._index, self._width
        self._is_stale, self._is_wanted, self._is_drawing = False, False, True

        def picture() -> PagePicture:
            if content is not None:
                return _picture(_rendered(content), index, width)
            return _picture(pdf, index, width)

        self._background.run(picture, self._show, self._tell)

    def _show(self, picture: PagePicture) -> None:
        self.picture, self._is_drawing = picture, False
        self.drawn.emit(picture)
        if self._is_wanted:
            self._want()

    def _tell(self, error: NeedsformError) -> None:
        self._is_drawing, self._is_stale = False, True
        self.failed.emit(error.message)


def _rendered(content: Paper) -> bytes:
    """Runs on the worker."""
    match content:
        case PlanSheetContent():
            return render_plan(content)
        case ComparisonSheetContent():
            return render_comparison(content)
        case SheetContent():
            return documents.render_sheet(content)


def _picture(pdf: bytes, index: int, width: int) -> PagePicture:
    """Runs on the worker."""
    count = documents.page_count(pdf)
    shown = min(index, count - 1)
    image = documents.page_image(pdf, shown, width)
    return PagePicture(pdf, shown, count, image.width, image.height, image.stride, image.pixels)
