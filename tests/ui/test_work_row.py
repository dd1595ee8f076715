"""The rows of the lists that staff works from: painted words, real buttons, and never less room than they need."""

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.row_columns import COLUMN_SHARES, ColumnHeads
from needsform.ui.widgets.short_list import ShortList
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow
from tests.ui.conftest import Dress, shown, sweep

HEADS = ("Anledning", "Udfyldt", "Mangler")
TEXT = RowText(
    "Einer Test Lauridsen",
    "010160-9995",
    ("Start af behandling", Cell("12-10-2026", "for 40 dage siden"), "Kommune, egen læge"),
    ("Aflevér", "Vis"),
    heads=HEADS,
)
LONG = RowText("Anne-Margrethe " * 8, "010160-9995", ("Opfølgning i kommunen " * 9,), ("Aflevér",), heads=HEADS[:1])


@pytest.fixture
def listed(dress: Dress, qtbot: QtBot) -> Callable[[list[RowText], int], ListPage]:
    """A page with these rows, in letters of that many percent."""

    def build(texts: list[RowText], percent: int = 100) -> ListPage:
        dress(Appearance.LIGHT, percent)
        page = ListPage("Oversigt")
        qtbot.addWidget(page)
        page.fill([partial(add, page, number, text) for number, text in enumerate(texts)])
        return page

    return build


def add(page: ListPage, number: int, text: RowText) -> None:
    page.column.addWidget(WorkRow(f"row_{number}", text, page.listed))


def button(page: ListPage, name: str) -> QAbstractButton:
    """What can be pressed, by name."""
    found = page.findChild(QAbstractButton, name)
    assert found is not None
    return found


def needed(row: WorkRow) -> int:
    """The pixels that a row takes by itself, at the width that it has."""
    alone = WorkRow("alone", LONG if LONG.title in row.texts() else TEXT)
    alone.resize(row.width(), 10)
    alone.ensurePolished()
    alone.show()
    height = alone.height()
    alone.deleteLater()
    return height


@pytest.mark.parametrize(("width", "percent"), [(1440, 100), (700, 100), (1440, 250)])
def test_a_row_has_room_for_its_words_whenever_rows_come_after_it(
    listed: Callable[[list[RowText], int], ListPage], width: int, percent: int
) -> None:
    page = listed([TEXT, LONG] * 15, percent)
    shown(page, width, 700)
    QApplication.processEvents()
    for _ in range(12):  # the rest of the list comes by and by, while somebody reads
        QApplication.processEvents()
        rows = [row for row in page.findChildren(WorkRow) if row.isVisible()]
        tops = [row.y() for row in rows]
        assert all(below - above >= row.height() for row, above, below in zip(rows, tops, tops[1:], strict=False))
    assert [row.height() for row in rows[:2]] == [needed(row) for row in rows[:2]]
    assert len(rows) == 30
    assert rows[1].height() > rows[0].height()


def test_it_is_heard_as_it_is_read(listed: Callable[[list[RowText], int], ListPage]) -> None:
    page = listed([TEXT], 100)
    shown(page, 1440, 700)
    told = QAccessible.queryAccessibleInterface(button(page, "row_0_open"))
    assert told.role() == QAccessible.Role.Button
    assert told.text(QAccessible.Text.Name) == "Einer Test Lauridsen 010160-9995"
    assert told.text(QAccessible.Text.Description) == (
        "Anledning: Start af behandling; Udfyldt: 12-10-2026, for 40 dage siden; Mangler: Kommune, egen læge"
    )
    assert button(page, "row_0_act_0").accessibleName() == "Aflevér: Einer Test Lauridsen"


def test_the_heads_stand_over_the_columns_or_before_each_cell(
    listed: Callable[[list[RowText], int], ListPage], qtbot: QtBot
) -> None:
    page = listed([TEXT], 100)
    heads = ColumnHeads("Borger", *HEADS)
    qtbot.addWidget(heads)
    (row,) = page.findChildren(WorkRow)
    shown(page, 1440, 700)
    heads.resize(row.width(), 30)
    assert heads.texts() == ("Borger", *HEADS)
    assert not set(HEADS) & set(row.texts())
    shown(page, 700, 700)
    heads.resize(row.width(), 30)
    assert heads.texts() == ()
    assert set(HEADS) <= set(row.texts())


def test_what_is_pressed_is_told_by_mouse_and_by_key(
    listed: Callable[[list[RowText], int], ListPage], qtbot: QtBot
) -> None:
    page = listed([TEXT, TEXT], 100)
    shown(page, 1440, 700)
    first, second = page.findChildren(WorkRow)
    with qtbot.waitSignal(first.acted) as acted:
        QTest.mouseClick(button(page, "row_0_act_1"), Qt.MouseButton.LeftButton)
    assert acted.args == [1]
    first.next_button.setFocus()
    QTest.keyClick(first.next_button, Qt.Key.Key_Down)
    assert second.next_button.hasFocus()
    with qtbot.waitSignal(second.acted) as acted:
        QTest.keyClick(second.next_button, Qt.Key.Key_Space)
    assert acted.args == [0]
    with qtbot.waitSignal(first.opened):
        QTest.mouseClick(button(page, "row_0_open"), Qt.MouseButton.LeftButton)


def heard(name: str, room: QWidget) -> WorkRow:
    return WorkRow(name, RowText(name, actions=("Vis",), is_link=False), room)


@pytest.mark.parametrize("listed_anew", [False, True])
def test_tab_and_the_arrows_go_down_the_page_also_once_a_list_was_listed_anew(
    dress: Dress, qtbot: QtBot, listed_anew: bool
) -> None:
    dress(Appearance.LIGHT, 100)
    page = ListPage("Borger")
    qtbot.addWidget(page)
    lists = [ShortList(("Hvad",), COLUMN_SHARES, page.listed) for _ in range(3)]
    for letter, one in zip("abc", lists, strict=True):
        page.column.addWidget(one)
        one.show_rows([partial(heard, f"{letter}{number}") for number in range(2)])
    with qtbot.waitActive(page):
        shown(page, 1280, 900)
        page.activateWindow()
    if listed_anew:
        lists[1].show_rows([partial(heard, f"b{number}") for number in range(2)])
        QApplication.processEvents()
        sweep()
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Down):
        lists[0].rows[0].next_button.setFocus()
        went = []
        for _ in range(6):
            focused = page.focusWidget()
            assert focused is not None
            went.append(focused.objectName().removesuffix("_act_0"))
            QTest.keyClick(focused, key)
        assert went == ["a0", "a1", "b0", "b1", "c0", "c1"]


def test_a_line_break_in_what_was_written_is_a_line_break_in_the_row(
    listed: Callable[[list[RowText], int], ListPage],
) -> None:
    page = listed([RowText("Ring til fys\nGå en tur"), RowText("Ring til fys Gå en tur")], 100)
    shown(page, 1440, 700)
    first, second = page.findChildren(WorkRow)
    assert first.texts()[:2] == ("Ring til fys", "Gå en tur")
    assert first.height() > second.height()


def test_whoever_has_scrolled_away_stays_there_while_the_rest_of_the_list_comes(dress: Dress, qtbot: QtBot) -> None:
    dress(Appearance.LIGHT, 100)
    page = ListPage("Oversigt")
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        shown(page, 1280, 700)
        page.activateWindow()
    page.fill([partial(add, page, number, TEXT) for number in range(60)])
    button(page, "row_0_act_0").setFocus()
    QApplication.processEvents()
    area = page.findChild(FollowingArea)
    assert area is not None
    bar = area.verticalScrollBar()
    bar.triggerAction(bar.SliderAction.SliderPageStepAdd)
    read_at = bar.value()
    assert read_at > 0
    for _ in range(60):
        QApplication.processEvents()
    assert bar.value() == read_at
    button(page, "row_1_act_0").setFocus()
    QApplication.processEvents()
    assert bar.value() < read_at, "the focus is followed as soon as it goes on"
