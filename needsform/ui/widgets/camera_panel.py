"""What the camera sees, which pages have been read, and the way on: for taking in paper without a scanner."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.camera import CameraState, Glimpse, PageSide
from needsform.ui.messages import sentence
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import ErrorText, column_in, words

_DARK = QSize(560, 420)
"""Points, in the shape of most cameras, until this one has shown its own."""


class CameraPicture(QWidget):
    """The picture to aim by; dark until there is one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("camera_picture")
        self.setAccessibleName(self.tr("What the camera sees"))
        self._seen: Glimpse | None = None
        self._image = QImage()

    def show_glimpse(self, glimpse: Glimpse) -> None:
        """Show what was seen, in place of the moment before."""
        self._seen = glimpse  # QImage reads its bytes for as long as it lives
        size = (glimpse.width, glimpse.height)
        self._image = QImage(glimpse.gray, *size, glimpse.width, QImage.Format.Format_Grayscale8)
        self.update()

    def go_dark(self) -> None:
        """Nothing is seen any more, and what was seen is gone."""
        self._image, self._seen = QImage(), None
        self.update()

    @property
    def is_dark(self) -> bool:
        """Whether there is nothing to see."""
        return self._image.isNull()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Large enough to aim."""
        return _DARK

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002, N802 - Qt's name
        """As large as it fits, in its own shape."""
        shape = _DARK if self._image.isNull() else self._image.size()
        shown = QRect(QPoint(), shape.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio))
        painter = QPainter(self)
        if self._image.isNull():
            painter.fillRect(shown, self.palette().color(QPalette.ColorRole.Mid))
        else:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(shown, self._image)


class CameraPanel(QFrame):
    """Hidden while the camera is closed.

    finish_requested: take in what was read. next_requested: the machine's next camera. close_requested: leave it.
    """

    finish_requested = Signal()
    next_requested = Signal()
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("camera_panel")
        self.setProperty("role", "panel")
        self.picture = CameraPicture()
        self._told = words("", "heading")
        self._told.setObjectName("camera_told")
        self._message = ErrorText("camera_message")
        self._finish = named_button(self.tr("Take &in what was read"), "finish_camera", "primary")
        self._next = named_button(self.tr("Another &camera"), "next_camera")
        self._close = named_button(self.tr("C&ancel"), "close_camera")
        buttons = buttons_in_a_row(self._finish, self._next, self._close)
        column = column_in(self, margins=(24, 16, 24, 16))
        column.addWidget(self._told)
        column.addWidget(
            words(self.tr("Nothing that the camera sees is kept but the code. Hold the page flat and close."), "quiet")
        )
        column.addWidget(self.picture)
        column.addWidget(self._message)
        column.addWidget(buttons)
        self._finish.clicked.connect(self.finish_requested)
        self._next.clicked.connect(self.next_requested)
        self._close.clicked.connect(self.close_requested)
        self.hide()

    def render_camera(self, state: CameraState) -> None:
        """Show how far it has come."""
        was_hidden = self.isHidden()
        self.setVisible(state.is_open)
        if not state.is_seeing:
            self.picture.go_dark()
        self._told.setText(self._words_of(state))
        self._message.say("" if state.message is None else sentence(state.message))
        self._finish.setEnabled(state.fronts + state.backs > 0)
        if state.is_open and was_hidden:
            self._close.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.last is PageSide.FRONT and self._close.hasFocus():
            self._finish.setFocus(Qt.FocusReason.OtherFocusReason)

    def _words_of(self, state: CameraState) -> str:
        read = self.tr("Front pages read: {fronts}. Back pages: {backs}.").format(
            fronts=state.fronts, backs=state.backs
        )
        if state.last is PageSide.FRONT:
            return self.tr("The front page is read. Show the back page too, or the next sheet.") + f" {read}"
        if state.last is PageSide.BACK:
            return self.tr("The back page is read.") + f" {read}"
        if state.is_seeing:
            return self.tr("Hold the code on the front page before the camera")
        return self.tr("The camera is being opened") if state.message is None else self.tr("There is nothing to see")
