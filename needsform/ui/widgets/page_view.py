"""The sheet as it comes out of the printer, beside what is written: the picture that came last, page by page."""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from needsform.ui.page_pictures import PagePicture
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import words as label

A4_RATIO = 297 / 210


class PagePaper(QWidget):
    """One page, as wide as the widget; blank paper until the first picture is there."""

    width_changed = Signal(int)
    """The page is shown that many device pixels wide now."""

    def __init__(self, waiting: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_paper")
        self._waiting = waiting
        self._image = QImage()
        self._picture: PagePicture | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def image(self) -> QImage:
        """What is shown; null before the first picture."""
        return self._image

    def show_picture(self, picture: PagePicture) -> None:
        """Show a page, in place of the one before."""
        self._picture = picture  # QImage reads its bytes for as long as it lives
        self._image = QImage(picture.pixels, picture.width, picture.height, picture.stride, QImage.Format.Format_RGB32)
        self.updateGeometry()
        self.update()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as the page is."""
        ratio = A4_RATIO if self._image.isNull() else self._image.height() / self._image.width()
        return round(width * ratio)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A page that can be told from another."""
        return QSize(320, self.heightForWidth(320))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Any width will do."""
        return QSize(120, self.heightForWidth(120))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for a picture that is as sharp as this screen."""
        super().resizeEvent(event)
        self.width_changed.emit(round(self.width() * self.devicePixelRatioF()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """White paper in every appearance: this is what comes out of the printer."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        if self._image.isNull():
            painter.setPen(Qt.GlobalColor.darkGray)
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._waiting)
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), self._image)
        painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Mid), 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))


class PageView(QFrame):
    """Paper on a desk, with a tab for each page.

    `page_requested(int)`: turn to that page, counted from 0. `width_changed(int)`: device pixels.
    """

    page_requested = Signal(int)
    width_changed = Signal(int)

    def __init__(self, caption: str = "", *, has_sides: bool = True, parent: QWidget | None = None) -> None:
        """`has_sides`: whether it is the two-sided form; another paper has numbered pages, and tabs from two on."""
        super().__init__(parent)
        self._has_sides = has_sides
        self.setProperty("role", "desk")
        self.setObjectName("page_view")
        self.paper = PagePaper(self.tr("The sheet is on its way"))
        self.tabs: list[QPushButton] = []
        self._flow = FlowLayout()
        for name in (self.tr("&Front page"), self.tr("&Back page")) if has_sides else ():
            self._add_tab(name)
        head = QHBoxLayout()
        head.addLayout(self._flow, 1)
        if caption:
            says = label(caption, "quiet")
            says.setWordWrap(False)
            head.addWidget(says, 0, Qt.AlignmentFlag.AlignVCenter)
        scroll = QScrollArea()
        scroll.setObjectName("page_scroll")
        scroll.setAccessibleName(self.tr("The sheet as it will be printed"))
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.paper)
        column.addStretch(1)
        scroll.setWidget(room)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(14, 14, 14, 14)
        outer.setSpacing(10)
        outer.addLayout(head)
        outer.addWidget(scroll, 1)
        self.paper.width_changed.connect(self.width_changed)

    def show_picture(self, picture: PagePicture) -> None:
        """Show a page, and a tab for each page there is."""
        self.paper.show_picture(picture)
        for number in range(len(self.tabs) + 1, picture.count + 1):
            self._add_tab(self.tr("Page {number}").format(number=number))
        for index, tab in enumerate(self.tabs):
            tab.setVisible(index < max(2, picture.count) if self._has_sides else 1 < picture.count > index)
            tab.setChecked(index == picture.index)
        which = self.tabs[picture.index].text().replace("&", "")
        name = self.tr("The sheet, {page} of {pages}: {which}")
        self.paper.setAccessibleName(name.format(page=picture.index + 1, pages=picture.count, which=which))

    def _add_tab(self, name: str) -> None:
        tab = named_button(name, f"page.{len(self.tabs) + 1}", "row", parent=self)
        tab.setCheckable(True)
        tab.clicked.connect(partial(self._ask_for, len(self.tabs)))
        self._flow.addWidget(tab)
        if self.tabs:
            QWidget.setTabOrder(self.tabs[-1], tab)
        self.tabs.append(tab)

    def _ask_for(self, index: int) -> None:
        self.page_requested.emit(index)
