"""What is in sight at which width, in heights of a line: a small screen and large text are the same thing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from needsform.models.settings import Appearance
from needsform.ui.widgets.back_page_columns import Arrangement, Column, arranged
from tests.ui.back_page.conftest import Dress
from tests.ui.back_page.talk import Talk

MARKS, WRITING, SHEET = Column


def button(screen: QWidget, name: str) -> QPushButton:
    """The button of that name."""
    found = screen.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


@pytest.mark.parametrize(
    ("width", "asked", "shown"),
    [
        (68.0, None, Arrangement((MARKS, WRITING, SHEET))),
        (57.0, MARKS, Arrangement((MARKS, WRITING, SHEET))),
        (56.0, None, Arrangement((WRITING, SHEET))),
        (56.0, MARKS, Arrangement((MARKS, WRITING))),
        (56.0, WRITING, Arrangement((WRITING,))),
        (40.0, None, Arrangement((WRITING, SHEET), is_stacked=True)),
        (40.0, MARKS, Arrangement((MARKS, WRITING), is_stacked=True)),
        (30.0, None, Arrangement((WRITING,))),
        (30.0, SHEET, Arrangement((SHEET,), is_stacked=True)),
        (24.0, None, Arrangement((WRITING,), is_stacked=True)),
    ],
)
def test_the_writing_stays_and_what_there_is_room_for_stands_beside_it(
    width: float, asked: Column | None, shown: Arrangement
) -> None:
    assert arranged(width, asked) == shown


def test_on_a_ward_screen_all_three_stand_side_by_side(talk: Talk) -> None:
    screen = talk.show(1280, 720)
    assert all(button(screen, name).isHidden() for name in ("show_marks", "show_sheet"))


def test_at_large_text_the_marks_are_one_press_away_and_the_page_one_press_back(talk: Talk, dress: Dress) -> None:
    dress(Appearance.LIGHT, 200)
    screen = talk.show(1280, 720)
    marks, sheet, writing = (button(screen, name) for name in ("show_marks", "show_sheet", "add_need"))
    assert (marks.isChecked(), sheet.isChecked(), writing.isVisible()) == (False, False, True)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton)
    assert (marks.isChecked(), sheet.isChecked(), writing.isVisible()) == (False, True, False)
    QTest.mouseClick(sheet, Qt.MouseButton.LeftButton)
    assert (sheet.isChecked(), writing.isVisible()) == (False, True)
    QTest.mouseClick(marks, Qt.MouseButton.LeftButton)
    assert marks.isChecked()
