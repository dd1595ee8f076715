"""The places of staff: beside the screen, or above it in as many lines as large text takes."""

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from needsform.ui.translation import Translation
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffNavigation, StaffPage
from tests.ui.conftest import Dress, shown
from tests.ui.looks import cut, overlapping

STATE = NavigationState(
    Place.INBOX, 120, "Karin Prøve", "sygeplejerske", "Kræftafdelingen", is_administrator=True, to_contact=14
)


@pytest.fixture
def page(dress: Dress, translation: Translation, qtbot: QtBot) -> StaffPage:
    """An empty screen of an administrator, in the larger language."""
    translation.use("da")
    dress(Appearance.LIGHT, 100)
    built = StaffPage(STATE, QWidget)
    qtbot.addWidget(built)
    return built


@pytest.mark.parametrize("percent", [100, 150, 200, 250])
def test_five_places_and_the_lock_fit_into_the_smallest_window(page: StaffPage, dress: Dress, percent: int) -> None:
    dress(Appearance.LIGHT, percent)
    shown(page, 1280, 720)
    assert page.width() == 1280
    assert [*cut(page), *overlapping(page)] == []
    assert len([button for button in page.findChildren(QPushButton) if button.isVisible()]) == 6


def test_it_stands_up_again_when_there_is_room(page: StaffPage, dress: Dress) -> None:
    dress(Appearance.LIGHT, 200)
    shown(page, 1280, 720)
    (navigation,) = page.findChildren(StaffNavigation)
    assert navigation.width() == 1280
    shown(page, 3000, 900)
    assert navigation.height() == 900
    buttons = page.findChildren(QPushButton)
    tops = [button.mapTo(page, button.rect().topLeft()).y() for button in buttons]
    assert tops == sorted(tops)
    assert len(set(tops)) == 6
    assert cut(page) == []
