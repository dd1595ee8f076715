"""The timeline as a nurse sees it, as keys walk it, and as a screen reader tells it."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from needsform.models.words import Words
from needsform.ui.widgets.following_area import FollowingArea
from needsform.ui.widgets.timeline_section import TimelineSection
from needsform.ui.widgets.timeline_table import TimelineTable
from tests.ui.conftest import Dress
from tests.ui.looks import cut, settled, small_targets
from tests.ui.timeline.conftest import Talk

Page = Callable[..., TimelineSection]
ACROSS, DOWN = Qt.Orientation.Horizontal, Qt.Orientation.Vertical


def table(section: TimelineSection) -> TimelineTable:
    found = section.findChild(TimelineTable, "timeline")
    assert found is not None
    return found


def heads(shown: TimelineTable, orientation: Qt.Orientation, role: Qt.ItemDataRole) -> list[str]:
    model = shown.model()
    count = model.columnCount() if orientation is ACROSS else model.rowCount()
    return [str(model.headerData(section, orientation, role)) for section in range(count)]


def row(shown: TimelineTable, title: str) -> list[str]:
    place = heads(shown, DOWN, Qt.ItemDataRole.DisplayRole).index(title)
    model = shown.model()
    return [str(model.index(place, column).data()) for column in range(model.columnCount())]


def button(section: TimelineSection, name: str) -> QPushButton:
    found = section.findChild(QPushButton, name)
    assert found is not None
    return found


def test_without_an_assessment_it_says_what_will_stand_here(page: Page) -> None:
    section = page()
    silence = section.findChild(QLabel, "timeline_silence")
    assert silence is not None
    assert silence.isVisible()
    assert "each time the form is filled in" in silence.text()
    assert not table(section).isVisible()
    assert not button(section, "compare_on_paper").isVisible()


def test_marks_stand_as_marks_and_changes_in_words(page: Page, talk: Talk) -> None:
    talk(1, "work.problem", "sleep.support")
    talk(60, "work.problem", "work.support", "fatigue.problem", priorities=("work",))
    shown = table(page())
    assert row(shown, "Work") == ["Concerns", "Concerns, support", "Still there"]
    assert row(shown, "Sleep") == ["Support", "", "Gone"]
    assert row(shown, "Fatigue") == ["", "Concerns", "New"]


def test_a_column_says_when_why_where_and_with_whom(page: Page, talk: Talk) -> None:
    talk(1, "work.problem")
    (head,) = heads(table(page()), ACROSS, Qt.ItemDataRole.DisplayRole)
    assert head.split("\n") == ["2 January 2027", "Start of treatment", "Kræftafdelingen", "Karin Prøve"]


def test_rows_that_were_never_marked_come_when_they_are_asked_for(page: Page, talk: Talk) -> None:
    talk(1, "work.problem")
    section = page()
    few = table(section).model().rowCount()
    wanted = button(section, "every_topic")
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert table(section).model().rowCount() > 50 > few
    assert "marked topics" in wanted.text().replace("&", "")
    QTest.mouseClick(wanted, Qt.MouseButton.LeftButton)
    assert table(section).model().rowCount() == few


def test_paper_is_offered_when_there_are_two(page: Page, talk: Talk, qtbot: QtBot) -> None:
    talk(1, "work.problem")
    assert not button(page(), "compare_on_paper").isVisible()
    talk(2, "work.problem")
    section = page()
    with qtbot.waitSignal(section.paper_requested):
        QTest.mouseClick(button(section, "compare_on_paper"), Qt.MouseButton.LeftButton)


def test_arrow_keys_walk_the_cells_and_pass_over_the_titles_of_areas(page: Page, talk: Talk) -> None:
    talk(1, "work.problem", "sleep.problem")
    shown = table(page())
    shown.setFocus()
    titles = heads(shown, DOWN, Qt.ItemDataRole.DisplayRole)
    walked = [titles[shown.currentIndex().row()]]
    for _ in range(5):
        QTest.keyClick(shown, Qt.Key.Key_Down)
        walked.append(titles[shown.currentIndex().row()])
    assert list(dict.fromkeys(walked)) == [title for title in titles if title in ("Sleep", "Work")]


def test_the_page_follows_the_keys_and_the_heads_stay_in_sight(page: Page, talk: Talk, fonts: object) -> None:
    assert fonts
    talk(1, "work.problem")
    section = page(height=480)
    QTest.mouseClick(button(section, "every_topic"), Qt.MouseButton.LeftButton)
    area = section.window()
    assert isinstance(area, FollowingArea)
    settled(area)
    shown = table(section)
    shown.setFocus()
    for _ in range(30):
        QTest.keyClick(shown, Qt.Key.Key_Down)
    settled(area)
    sight = area.viewport().rect()
    cell = shown.visualRect(shown.currentIndex())
    top = shown.viewport().mapTo(area.viewport(), cell.topLeft()).y()
    head = shown.horizontalHeader()
    head_bottom = head.mapTo(area.viewport(), QPoint(0, head.height())).y()
    assert 0 < head_bottom <= top
    assert top + cell.height() <= sight.height()


def test_a_screen_reader_is_told_a_table_with_heads_on_both_sides(page: Page, talk: Talk) -> None:
    talk(1, "work.problem")
    talk(2, "work.problem", "work.support", priorities=("work",))
    shown = table(page())
    interface = QAccessible.queryAccessibleInterface(shown)
    assert interface is not None
    assert interface.role() is QAccessible.Role.Table
    assert interface.text(QAccessible.Text.Name) == "What was marked when"
    told = [interface.child(place) for place in range(interface.childCount())]
    across = [one.text(QAccessible.Text.Name) for one in told if one.role() is QAccessible.Role.ColumnHeader]
    down = [one.text(QAccessible.Text.Name) for one in told if one.role() is QAccessible.Role.RowHeader]
    cells = [one.text(QAccessible.Text.Name) for one in told if one.role() is QAccessible.Role.Cell]
    assert across[0].startswith("2 January 2027, Start of treatment")
    assert any(name.endswith(": Work") for name in down)
    assert "Concerns, support, matters most: 1" in cells
    assert "Still there" in cells


def test_what_matters_most_can_be_read_while_the_keys_are_on_it(page: Page, talk: Talk, dress: Dress) -> None:
    dress(Appearance.LIGHT, 100)
    talk(1, "work.support", priorities=("work",))
    shown = table(page())

    def paper() -> int:
        picture = shown.grab(shown.visualRect(shown.currentIndex()).translated(shown.viewport().pos())).toImage()
        points = [picture.pixelColor(x, y).lightness() for x in range(picture.width()) for y in range(picture.height())]
        return sum(lightness > 240 for lightness in points) * 100 // len(points)

    shown.clearFocus()
    before = paper()
    shown.setFocus()
    QCoreApplication.processEvents()
    assert shown.hasFocus()
    assert before > 60
    assert paper() > before // 2


def test_forty_assessments_open_with_the_newest_in_sight(page: Page, talk: Talk) -> None:
    for day in range(40):
        talk(day, "work.problem")
    shown = table(page())
    assert shown.model().columnCount() == 41
    assert shown.horizontalScrollBar().value() == shown.horizontalScrollBar().maximum() > 0
    right = shown.columnViewportPosition(39) + shown.columnWidth(39)
    assert 0 < right <= shown.viewport().width()


@pytest.mark.parametrize("percent", [100, 200, 250])
def test_nothing_is_cut(page: Page, talk: Talk, dress: Dress, danish: Words, percent: int) -> None:
    talk(1, "work.problem", "memory_concentration.support", priorities=("memory_concentration",))
    talk(2, "work.problem", "work.support")
    dress(Appearance.LIGHT, percent)
    section = page(danish, width=900)
    QCoreApplication.processEvents()
    assert cut(section) == []
    assert small_targets(section) == []
    shown = table(section)
    longest = max(
        (word for title in heads(shown, DOWN, Qt.ItemDataRole.DisplayRole) for word in title.split()),
        key=shown.fontMetrics().horizontalAdvance,
    )
    assert shown.fontMetrics().horizontalAdvance(longest) < shown.verticalHeader().width()
    assert shown.verticalScrollBar().maximum() == 0
