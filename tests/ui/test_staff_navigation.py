"""The places of staff: beside the screen, or above it in as many lines as large text takes."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.errors import WorldError
from needsform.models.settings import Appearance
from needsform.ui.translation import Translation
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffNavigation, StaffPage
from tests.ui.conftest import Dress, shown, sweep
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


def test_it_stays_while_staff_goes_on_and_of_the_screen_before_nothing_stays(page: StaffPage, qtbot: QtBot) -> None:
    shown(page, 1280, 720)
    (navigation,) = page.findChildren(StaffNavigation)
    gone: list[str] = []
    before = screen_of(page)
    before.destroyed.connect(lambda: gone.append("the screen before"))
    page.go_on(replace(STATE, place=Place.PATIENTS, to_contact=0), partial(named, "patients"))
    qtbot.waitUntil(lambda: bool(gone))
    assert page.findChildren(StaffNavigation) == [navigation]
    assert [button.objectName() for button in navigation.findChildren(QPushButton) if button.isChecked()] == [
        "go_to_patients"
    ]
    assert navigation.findChild(QPushButton, "go_to_inbox").accessibleName() == "Indbakke"  # type: ignore[union-attr]
    assert screen_of(page).objectName() == "patients"
    assert screen_of(page).isVisible()


def test_a_screen_that_cannot_be_made_leaves_the_one_before(page: StaffPage) -> None:
    shown(page, 1280, 720)
    before = screen_of(page)

    def half_made(room: QWidget) -> QWidget:
        named("half", room)
        raise WorldError("store.damaged")

    with pytest.raises(WorldError):
        page.go_on(STATE, half_made)
    sweep()
    assert screen_of(page) is before
    assert before.isVisible()
    assert page.findChild(QWidget, "half") is None


def test_it_is_made_anew_for_somebody_else(page: StaffPage) -> None:
    assert page.is_for(replace(STATE, place=Place.SETTINGS, unfinished=0))
    assert not page.is_for(replace(STATE, name="Mads Prøve"))
    assert not page.is_for(replace(STATE, is_administrator=False))


def screen_of(page: StaffPage) -> QWidget:
    """Where the focus goes when it comes to the page."""
    screen = page.focusProxy()
    assert screen is not None
    return screen


def named(name: str, room: QWidget) -> QWidget:
    """An empty screen of a name."""
    screen = QWidget(room)
    screen.setObjectName(name)
    return screen
