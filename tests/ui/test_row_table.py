"""A table of words tells where the keyboard is: a frame that nothing is painted over, in every appearance."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from needsform.ui.widgets.row_table import RowTable
from tests.ui.conftest import Dress, shown
from tests.ui.patient.eyes import contrast

_DEPTH = 2
"""Pixels that a frame must have at least (WCAG 2.4.13)."""


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A field, and beneath it more rows than there is room for."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(QLineEdit())
    table = RowTable("rows", "Rows", ("What", "When"))
    column.addWidget(table)
    qtbot.addWidget(around)
    table.show_rows(tuple((f"Row {number}", "today") for number in range(40)))
    with qtbot.waitActive(around):
        shown(around, 600, 400)
        around.activateWindow()
    return around


def rows(page: QWidget) -> RowTable:
    """The table."""
    table = page.findChild(RowTable)
    assert table is not None
    return table


def is_framed(table: RowTable) -> bool:
    """Whether something that can be told from what is inside of it runs along all four edges of the rows."""
    image: QImage = table.viewport().grab().toImage()
    wide, high = image.width(), image.height()
    inside = 6
    along = [
        *((QPoint(x, y), QPoint(x, inside)) for x in range(inside, wide - inside) for y in range(_DEPTH)),
        *((QPoint(x, high - 1 - y), QPoint(x, high - 1 - inside)) for x in range(inside, wide) for y in range(_DEPTH)),
        *((QPoint(x, y), QPoint(inside, y)) for y in range(inside, high) for x in range(_DEPTH)),
        *((QPoint(wide - 1 - x, y), QPoint(wide - 1 - inside, y)) for y in range(inside, high) for x in range(_DEPTH)),
    ]
    framed = [contrast(_rgb(image, edge), _rgb(image, ground)) >= 3 for edge, ground in along]
    # the line beneath a row, and a letter, may come as near as this to the frame
    return sum(framed) >= 0.95 * len(framed)


def _rgb(image: QImage, at: QPoint) -> tuple[int, int, int]:
    colour = image.pixelColor(at)
    return colour.red(), colour.green(), colour.blue()


@pytest.mark.parametrize("appearance", list(Appearance))
def test_the_keyboard_is_seen_in_a_table_whichever_row_is_marked(
    page: QWidget, dress: Dress, appearance: Appearance
) -> None:
    dress(appearance, 100)
    table = rows(page)
    assert not is_framed(table)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    assert is_framed(table)
    for _ in range(12):  # far enough for the rows to scroll
        QTest.keyClick(table, Qt.Key.Key_Down)
        assert is_framed(table)
    table.clearFocus()
    assert not is_framed(table)


def test_the_frame_stays_where_it_is_while_the_rows_move(page: QWidget, dress: Dress) -> None:
    dress(Appearance.LIGHT, 100)
    table = rows(page)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    QCoreApplication.processEvents()
    table.verticalScrollBar().setValue(5)
    QCoreApplication.processEvents()
    seen = page.screen().grabWindow(page.winId()).toImage()  # `grab` would have it all painted anew
    place = table.viewport().rect().translated(table.viewport().mapTo(page, QPoint()))
    painted = table.viewport().grab().toImage().convertToFormat(seen.format())
    assert seen.copy(place) == painted
