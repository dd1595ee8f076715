"""A short list that opens beside a button: type a few letters of an area and press Enter, or tick several."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from needsform.models.identity import LinkId
from needsform.ui.widgets.choice_box import draw_tick
from needsform.ui.widgets.labelled_field import words as label

_TOPIC = int(Qt.ItemDataRole.UserRole)
_MOST_LINES = 12
_LINE = 44
"""Pixels, at the least."""
_UP_AND_DOWN = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)
_Index = QModelIndex | QPersistentModelIndex
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Ticks(QStyledItemDelegate):
    """The boxes are the style sheet's, which has nothing to put into them."""

    def __init__(self, shown: QListWidget) -> None:
        super().__init__(shown)
        self._shown = shown

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The line, and the tick in its box."""
        super().paint(painter, option, index)
        if self._shown.itemFromIndex(index).checkState() is Qt.CheckState.Checked:
            drawn = QStyleOptionViewItem(option)
            self.initStyleOption(drawn, index)
            element = QStyle.SubElement.SE_ItemViewItemCheckIndicator
            box = self._shown.style().subElementRect(element, drawn, self._shown)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            draw_tick(painter, QRectF(box), QApplication.palette())
            painter.restore()


class TopicChooser(QFrame):
    """Lives from `open_at` until something is chosen, Esc is pressed, or something else is clicked.

    `chosen(str)`: the topic to add. `ticked(tuple)`: the topics that have a tick now, after `tick` was called.
    """

    chosen = Signal(str)
    ticked = Signal(tuple)

    def __init__(self, title: str, choices: Mapping[LinkId, str], parent: QWidget) -> None:
        """`choices`: the words of each topic, in the order to show them."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("topic_chooser")
        self.setProperty("role", "popup")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._may_tick = False
        self._button: QWidget | None = None
        self._build(title, choices)
        self._connect()

    def tick(self, topics: Iterable[LinkId]) -> None:
        """Let several be chosen, beginning with these."""
        self._may_tick = True
        self._search.hide()
        self._list.setItemDelegate(_Ticks(self._list))
        ticked = set(topics)
        for item in self._items():
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_state(item.data(_TOPIC) in ticked))

    def open_at(self, button: QWidget) -> None:
        """Open under the button, or where there is room for it."""
        self._button = button
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * 34)
        line = max(_LINE, self._list.sizeHintForRow(0))
        self._list.setFixedHeight(min(self._list.count(), _MOST_LINES) * line + 6)
        size = self.sizeHint()
        place = button.mapToGlobal(QPoint(0, button.height() + 2))
        room = button.screen().availableGeometry()
        window = button.window().frameGeometry()
        room = room.intersected(window) if window.height() > size.height() else room
        place.setX(max(room.left(), min(place.x(), room.right() - size.width())))
        place.setY(max(room.top(), min(place.y(), room.bottom() - size.height())))
        self.move(place)
        self.show()
        (self._list if self._may_tick else self._search).setFocus(Qt.FocusReason.PopupFocusReason)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """The focus goes back to where it came from."""
        super().closeEvent(event)
        if self._button is not None:
            self._button.window().activateWindow()
            self._button.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrows in the search field move in the list; Enter takes what is current."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if watched is self._search and event.key() in _UP_AND_DOWN:
                self._list.event(event)
                return True
            if event.key() in _ENTER:
                self._accept(self._list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _build(self, title: str, choices: Mapping[LinkId, str]) -> None:
        self._search = QLineEdit()
        self._search.setObjectName("topic_search")
        self._search.setPlaceholderText(self.tr("Type a few letters"))
        self._search.setAccessibleName(title)
        self._list = QListWidget()
        self._list.setObjectName("topic_list")
        self._list.setAccessibleName(title)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setWordWrap(True)
        for topic, words in choices.items():
            item = QListWidgetItem(words, self._list)
            item.setData(_TOPIC, topic)
        self._list.setCurrentRow(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(label(title, "strong"))
        column.addWidget(self._search)
        column.addWidget(self._list)

    def _connect(self) -> None:
        self._search.textChanged.connect(self._filter)
        self._search.installEventFilter(self)
        self._list.installEventFilter(self)
        self._list.itemClicked.connect(self._click)
        self._list.itemChanged.connect(self._tell_ticked)

    def _items(self) -> Iterable[QListWidgetItem]:
        return (self._list.item(row) for row in range(self._list.count()))

    def _filter(self, typed: str) -> None:
        for item in self._items():
            item.setHidden(typed.casefold().strip() not in item.text().casefold())
        self._list.setCurrentRow(next((row for row, item in enumerate(self._items()) if not item.isHidden()), -1))

    def _click(self, item: QListWidgetItem) -> None:
        if not self._may_tick:
            self._accept(item)

    def _accept(self, item: QListWidgetItem | None) -> None:
        if self._may_tick:
            self.close()
        elif item is not None and not item.isHidden():
            topic: str = item.data(_TOPIC)
            self.close()
            self.chosen.emit(topic)

    def _tell_ticked(self) -> None:
        if self.isVisible():
            ticked = (item for item in self._items() if item.checkState() is Qt.CheckState.Checked)
            self.ticked.emit(tuple(item.data(_TOPIC) for item in ticked))


def _state(is_ticked: bool) -> Qt.CheckState:
    return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
