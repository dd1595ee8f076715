"""What a tired reader would stumble over: words that are cut, targets too small to hit, letters that do two things."""

from collections import Counter
from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QPoint, QRect, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QGroupBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QWidget,
)

from tests.ui.accessible import controls

W = TypeVar("W", bound=QWidget)
TARGET = 24
"""Pixels: the smallest target of staff screens (WCAG 2.5.8)."""


def cut(screen: QWidget) -> list[str]:
    """Every widget whose words do not fit into it, or that does not fit into what holds it."""
    return [*_cut_words(screen), *_outside(screen), *_too_wide(screen)]


def _cut_words(screen: QWidget) -> Iterator[str]:
    for widget in _shown(screen, QLabel):
        words = widget.text()
        if not words:
            continue
        room = widget.contentsRect()
        needed = widget.fontMetrics().boundingRect(
            QRect(0, 0, room.width() if widget.wordWrap() else 100_000, 100_000),
            int(Qt.TextFlag.TextWordWrap if widget.wordWrap() else Qt.TextFlag.TextSingleLine)
            | int(Qt.TextFlag.TextShowMnemonic if widget.buddy() else 0),
            words,
        )
        if needed.width() > room.width() + 1 or needed.height() > room.height() + 1:
            yield f"{_name(widget)}: {words[:40]!r} needs {needed.size().toTuple()}, has {room.size().toTuple()}"
    for button in _shown(screen, QAbstractButton):
        wanted, has = button.minimumSizeHint(), button.size()
        if button.text() and (wanted.width() > has.width() or wanted.height() > has.height()):
            yield f"{_name(button)}: {button.text()!r} needs {wanted.toTuple()}, has {has.toTuple()}"
    for field in _shown(screen, QLineEdit):
        if field.height() < field.fontMetrics().height() + 4:
            yield f"{_name(field)} is too low for its letters"
        if field.fontMetrics().horizontalAdvance(field.placeholderText()) > field.width() - 24:
            yield f"{_name(field)}: {field.placeholderText()!r} does not fit"
    for group in _shown(screen, QGroupBox):
        if group.fontMetrics().horizontalAdvance(group.title()) > group.width():
            yield f"{_name(group)}: {group.title()!r} does not fit"


def _outside(screen: QWidget) -> Iterator[str]:
    """What sticks out of what holds it, unless that scrolls."""
    for widget in _shown(screen, QWidget):
        parent = widget.parentWidget()
        if parent is None or widget is screen or isinstance(parent, QAbstractScrollArea | QComboBox):
            continue
        if isinstance(parent.parentWidget(), QAbstractScrollArea):
            continue
        if not parent.rect().adjusted(-1, -1, 1, 1).contains(widget.geometry()):
            yield f"{_name(widget)} sticks out of {_name(parent)}"


def _too_wide(screen: QWidget) -> Iterator[str]:
    for area in _shown(screen, QScrollArea):
        content = area.widget()
        if content is not None and content.width() > area.viewport().width():
            yield f"what scrolls in {_name(area)} is wider than it: {content.width()} > {area.viewport().width()}"


def overlapping(screen: QWidget) -> list[str]:
    """Every two controls that lie over each other, as far as they are not scrolled out of sight."""
    controls = [
        (widget, widget.visibleRegion().boundingRect().translated(widget.mapTo(screen, QPoint(0, 0))))
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in _shown(screen, kind)
    ]
    return [
        f"{_name(one)} over {_name(other)}"
        for number, (one, place) in enumerate(controls)
        for other, place_of_other in controls[number + 1 :]
        if place.intersects(place_of_other) and not one.isAncestorOf(other) and not other.isAncestorOf(one)
    ]


def small_targets(screen: QWidget, smallest: int = TARGET) -> list[str]:
    """Every control that is smaller than a hand can hit."""
    return [
        f"{_name(widget)} {widget.size().toTuple()}"
        for kind in (QAbstractButton, QLineEdit, QComboBox)
        for widget in _shown(screen, kind)
        if min(widget.width(), widget.height()) < smallest
    ]


def twice_used_letters(screen: QWidget) -> list[str]:
    """Every Alt letter that two things on the screen answer to."""
    letters = Counter(
        QKeySequence.mnemonic(text).toString()
        for text in (
            *(button.text() for button in _shown(screen, QPushButton)),
            *(button.text() for button in _shown(screen, QAbstractButton) if not isinstance(button, QPushButton)),
            *(label.text() for label in _shown(screen, QLabel) if label.buddy() is not None),
        )
    )
    return [letter for letter, count in letters.items() if letter and count > 1]


def unheard(screen: QWidget) -> list[str]:
    """What cannot be heard, hit, or told apart."""
    told = controls(screen)
    without_name = [seen.where for seen in told if seen.is_focusable and not seen.name.strip()]
    with_mark = [seen.where for seen in told if "&" in seen.name]
    return [*without_name, *with_mark, *small_targets(screen), *twice_used_letters(screen), *nameless(screen)]


def nameless(screen: QWidget) -> list[str]:
    """What can have the focus and would lose it when the screen is built again in another language."""
    return [
        repr(widget)
        for widget in screen.findChildren(QWidget)
        if widget.isVisibleTo(screen) and widget.focusPolicy().value & 1 and not widget.objectName()
    ]


def settled(screen: QWidget) -> None:
    """Until fields that grew with their text have found their place: each asks for room only when it is laid out."""
    for _ in range(4):
        QCoreApplication.processEvents()
        screen.grab()


def _shown(screen: QWidget, kind: type[W]) -> list[W]:
    return [
        widget for widget in screen.findChildren(kind) if widget.isVisibleTo(screen) and not widget.size().isEmpty()
    ]


def _name(widget: QWidget) -> str:
    return widget.objectName() or type(widget).__name__
