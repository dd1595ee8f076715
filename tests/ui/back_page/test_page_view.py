"""The tabs above the sheet: one for each page there is."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from needsform.ui.page_pictures import PagePicture
from needsform.ui.widgets.page_view import PageView


def page_of(count: int) -> PagePicture:
    """The first page of a document of so many."""
    return PagePicture(pdf=b"", index=0, count=count, width=1, height=1, stride=4, pixels=bytes(4))


def tabs(view: PageView) -> list[str]:
    """The names of the tabs that can be pressed."""
    return [tab.objectName() for tab in view.findChildren(QPushButton) if not tab.isHidden()]


def test_every_page_of_a_long_sheet_can_be_turned_to(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show()
    asked: list[int] = []
    view.page_requested.connect(asked.append)
    view.show_picture(page_of(13))
    assert tabs(view) == [f"page.{number}" for number in range(1, 14)]
    QTest.mouseClick(view.tabs[-1], Qt.MouseButton.LeftButton)
    assert asked == [12]


def test_a_sheet_that_became_shorter_has_fewer_tabs(qtbot: QtBot) -> None:
    view = PageView()
    qtbot.addWidget(view)
    view.show_picture(page_of(5))
    view.show_picture(page_of(2))
    assert tabs(view) == ["page.1", "page.2"]
