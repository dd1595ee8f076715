"""How a screen looks, told in figures: how far text stands out, whether it is cut, what sticks out or is covered."""

from collections import Counter
from collections.abc import Iterator

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QPushButton, QWidget

from needsform.ui.widgets.choice_button import NoneButton, NumberButton
from needsform.ui.widgets.summary_row import PriorityBox
from needsform.ui.widgets.topic_row import TopicRow

Rgb = tuple[int, int, int]


def contrast(one: Rgb, other: Rgb) -> float:
    """The ratio of WCAG 2: 1 for the same, 21 for black on white."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Rgb) -> float:
    red, green, blue = ((c / 255 / 12.92) if c <= 10 else ((c / 255 + 0.055) / 1.055) ** 2.4 for c in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def text_contrast(image: QImage, area: QRect) -> float:
    """How far the text in an area of a picture stands out from what it stands on, as it was painted."""
    part = image.copy(area).convertToFormat(QImage.Format.Format_RGB32)
    counted: Counter[int] = Counter(memoryview(part.constBits()).cast("I").tolist())
    ground = _rgb(counted.most_common(1)[0][0])
    return max(contrast(ground, _rgb(pixel)) for pixel in counted)


def _rgb(pixel: int) -> Rgb:
    return (pixel >> 16) & 255, (pixel >> 8) & 255, pixel & 255


def texts(screen: QWidget) -> Iterator[tuple[str, QRect]]:
    """Everything on a screen that can be read whole: its words, and where they stand."""
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        if isinstance(widget, QLabel) and widget.text():
            words, area = widget.text(), widget.contentsRect()
        elif isinstance(widget, QPushButton | NoneButton | NumberButton | PriorityBox) and widget.isEnabled():
            words, area = widget.text(), widget.rect().adjusted(6, 6, -6, -6)
        elif isinstance(widget, TopicRow):
            words, area = widget.text, widget._mirrored(widget._measures(widget.width()).label)
        elif isinstance(widget, QPlainTextEdit):
            words, area = widget.toPlainText() or widget.placeholderText(), widget.viewport().geometry()
        else:
            continue
        place = area.translated(widget.mapTo(screen, widget.rect().topLeft()))
        seen = widget.visibleRegion().boundingRect().translated(widget.mapTo(screen, widget.rect().topLeft()))
        if seen.contains(place):
            yield words, place


def cut(screen: QWidget) -> list[str]:
    """Every text that does not have the room that it needs."""
    found = []
    for widget in screen.findChildren(QWidget):
        if not widget.isVisible():
            continue
        name = f"{type(widget).__name__} {widget.objectName()} {widget.width()}x{widget.height()}"
        if isinstance(widget, QLabel) and widget.text():
            found += [f"{name}: {widget.text()!r} {fault}" for fault in _cut_label(widget)]
        elif isinstance(widget, TopicRow | PriorityBox):
            if widget.heightForWidth(widget.width()) > widget.height():
                found.append(f"{name}: {widget.accessibleName()!r} is higher")
        elif isinstance(widget, QAbstractButton) and widget.text():
            hint = widget.sizeHint()
            if hint.width() > widget.width() or hint.height() > widget.height():
                found.append(f"{name}: {widget.text()!r} needs {hint.width()}x{hint.height()}")
        elif isinstance(widget, QPlainTextEdit):
            lines = widget.document().documentLayout().documentSize().height()
            if lines * widget.fontMetrics().lineSpacing() > widget.viewport().height():
                found.append(f"{name}: {widget.toPlainText()!r} has {lines} lines")
    return found


def _cut_label(label: QLabel) -> list[str]:
    metrics, room = label.fontMetrics(), label.contentsRect()
    words = label.text().split() if label.wordWrap() else [label.text()]
    faults = ["is wider"] if max(metrics.horizontalAdvance(word) for word in words) > room.width() else []
    flags = int(Qt.TextFlag.TextWordWrap) if label.wordWrap() else 0
    needed = metrics.boundingRect(room.adjusted(0, 0, 0, 10_000), flags, label.text())
    return [*faults, "is higher"] if needed.height() > room.height() else faults


def outside(screen: QWidget) -> list[str]:
    """Everything that sticks out of what it stands in, to a side where nothing can be scrolled."""
    found = []
    for widget in screen.findChildren(QWidget):
        parent = widget.parentWidget()
        if not widget.isVisible() or parent is None or widget.isWindow() or not widget.width():
            continue
        if widget.x() < 0 or widget.x() + widget.width() > parent.width():
            found.append(f"{type(widget).__name__} {widget.objectName()} {widget.x()} {widget.width()}")
    return found


def overlapping(screen: QWidget) -> list[str]:
    """Controls and texts that lie over each other; a row's own boxes lie on the row on purpose."""
    kinds = (QLabel, QPushButton, TopicRow, NoneButton, NumberButton, PriorityBox, QPlainTextEdit)
    shown = [w for w in screen.findChildren(QWidget) if isinstance(w, kinds) and w.isVisible()]
    areas = [QRect(w.mapTo(screen, w.rect().topLeft()), w.size()) for w in shown]
    return [
        f"{one.objectName() or one.accessibleName()} and {other.objectName() or other.accessibleName()}"
        for number, one in enumerate(shown)
        for place, other in enumerate(shown[:number])
        if areas[number].intersects(areas[place])
        and one.parentWidget() is not other
        and other.parentWidget() is not one
        and _is_scrolled(one) == _is_scrolled(other)  # below the edge of what is scrolled nothing is seen
    ]


def _is_scrolled(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if parent.objectName() == "qt_scrollarea_viewport":
            return True
        parent = parent.parentWidget()
    return False
