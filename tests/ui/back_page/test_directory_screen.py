"""The administrators' page of offers and contacts: filled in, added, ended, and taken back."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.contact import ContactKind, Referrer
from needsform.models.directory import DirectoryEntry
from needsform.models.settings import Appearance
from needsform.services import reference_data
from needsform.ui.screens.directory_screen import DirectoryScreen
from needsform.ui.viewmodels.directory_view_model import DirectoryViewModel
from tests.clock import StandingClock
from tests.reading import words_on
from tests.ui.back_page.conftest import Dress
from tests.ui.back_page.talk import Talk, press
from tests.ui.back_page.test_leaving_screens import click, said, seen_whole, write
from tests.ui.looks import settled

# Lists that open need a window system to hold the keyboard; without one Qt says so, and the keys come all the same.
pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


@pytest.fixture
def screen(talk: Talk) -> DirectoryScreen:
    """The directory as it is shipped."""
    directory = DirectoryScreen(DirectoryViewModel(talk.session, reference_data.words("da")))
    talk.put_up(directory, 1232, 900)
    return directory


def found(talk: Talk, contact_id: str) -> DirectoryEntry:
    """An entry as it stands in the store."""
    return next(entry for entry in talk.session.directory.everything() if entry.id == contact_id)


def shown(screen: QWidget) -> list[str]:
    """All words in sight."""
    return words_on(screen)


def test_a_number_is_filled_in_and_stands_in_the_list(talk: Talk, screen: DirectoryScreen) -> None:
    assert "55 66 77 88 · hverdage 9-21" not in shown(screen)
    click(screen, "contact_cancer_line_act_0")
    write(screen, "phone", "55 66 77 88")
    write(screen, "hours", "hverdage 9-21")
    click(screen, "save")
    line = found(talk, "cancer_line")
    assert (line.phone, line.hours, line.named("en")) == (
        "55 66 77 88",
        "hverdage 9-21",
        "Kræftlinjen, the Danish Cancer Society's helpline",
    )
    assert "55 66 77 88 · hverdage 9-21" in shown(screen)
    assert said(screen, "contact_changed") == "“Kræftlinjen” was changed."


def test_a_new_one_is_typed_with_what_it_helps_with_and_who_may_refer(talk: Talk, screen: DirectoryScreen) -> None:
    click(screen, "add_contact")
    write(screen, "name_da", "Cafe Sol")
    kind = screen.findChild(QComboBox, "kind")
    assert kind is not None
    kind.setCurrentIndex(list(ContactKind).index(ContactKind.NETWORK))
    kind.activated.emit(kind.currentIndex())
    write(screen, "area", "Odder")
    click(screen, "topics")
    listed = screen.findChild(QListWidget, "topic_list")
    assert listed is not None
    assert listed.item(0).text() == "Hverdag og praktiske forhold (all of it)"
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    click(screen, "referrer_citizen")
    click(screen, "referrer_gp")
    write(screen, "valid_from", "01-12-2026")
    click(screen, "save")
    mine = talk.session.directory.everything()[-1]
    assert (mine.named("da"), mine.named("en"), mine.kind, mine.area) == (
        "Cafe Sol",
        "Cafe Sol",
        ContactKind.NETWORK,
        "Odder",
    )
    assert mine.topics == ("practical", "household_chores")
    assert mine.referrers == (Referrer.CITIZEN, Referrer.GENERAL_PRACTICE)
    assert mine.valid_from == date(2026, 12, 1)
    assert "To come" in shown(screen)
    click(screen, "undo")
    assert talk.session.directory.everything() == reference_data.directory()
    assert "To come" not in shown(screen)


def test_what_ends_today_is_no_longer_listed_tomorrow_and_can_be_taken_back(
    talk: Talk, screen: DirectoryScreen
) -> None:
    before = found(talk, "networks")
    click(screen, "contact_networks_act_1")
    assert found(talk, "networks").valid_to == talk.session.now().date()
    assert "until 23-11-2026" in shown(screen)
    press(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert found(talk, "networks") == before
    assert not said(screen, "contact_changed")


def test_what_is_wrong_is_said_beside_its_field_and_nothing_is_kept(talk: Talk, screen: DirectoryScreen) -> None:
    click(screen, "add_contact")
    click(screen, "save")
    assert said(screen, "name_da_error") == "Say in Danish what it is called."
    write(screen, "name_da", "Cafe Sol")
    write(screen, "valid_from", "02-02-2027")
    write(screen, "valid_to", "01-02-2027")
    click(screen, "save")
    assert said(screen, "valid_to_error") == "The last day lies before the first."
    click(screen, "cancel")
    assert talk.session.directory.everything() == reference_data.directory()


def test_who_looks_and_saves_changes_nothing(talk: Talk, screen: DirectoryScreen) -> None:
    click(screen, "contact_jobcenter_act_0")
    name = screen.findChild(QWidget, "name_da")
    assert name is not None
    assert name.hasFocus()
    QTest.keyClick(name, Qt.Key.Key_Return)
    assert not name.isVisible()
    assert talk.session.directory.everything() == reference_data.directory()


def test_what_another_form_calls_its_topics_is_kept(talk: Talk) -> None:
    own = found(talk, "jobcenter").model_copy(update={"topics": ("own.topic", "work")})
    talk.session.directory.save(own)
    directory = DirectoryScreen(DirectoryViewModel(talk.session, reference_data.words("da")))
    talk.put_up(directory, 1232, 900)
    click(directory, "contact_jobcenter_act_0")
    click(directory, "topics")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    click(directory, "save")
    assert found(talk, "jobcenter").topics == ("practical", "work", "own.topic")


def test_what_is_being_typed_stays_while_another_entry_is_ended_and_taken_back(
    talk: Talk, screen: DirectoryScreen
) -> None:
    click(screen, "add_contact")
    write(screen, "name_da", "Cafe Sol")
    click(screen, "contact_networks_act_1")
    assert found(talk, "networks").valid_to == talk.session.now().date()
    click(screen, "undo")
    assert found(talk, "networks").valid_to is None
    click(screen, "save")
    assert talk.session.directory.everything()[-1].named("da") == "Cafe Sol"


UNSAVED = "What is typed here is not saved yet. Save or cancel it first."


def holds(screen: QWidget, field: str) -> str:
    """What stands in a field."""
    editor = screen.findChild(QLineEdit, field)
    assert editor is not None
    return editor.text() if editor.isVisible() else ""


@pytest.mark.parametrize("other", ["contact_jobcenter_act_0", "add_contact", "contact_cancer_line_act_1"])
def test_what_is_typed_is_not_lost_when_something_else_is_wanted(
    talk: Talk, screen: DirectoryScreen, other: str
) -> None:
    click(screen, "contact_cancer_line_act_0")
    write(screen, "phone", "55 66 77 88")
    for _ in range(2):
        click(screen, other)
        assert holds(screen, "phone") == "55 66 77 88"
        assert said(screen, "unsaved") == UNSAVED
        save = screen.findChild(QWidget, "save")
        assert save is not None
        assert save.hasFocus()
    assert talk.session.directory.everything() == reference_data.directory()
    click(screen, "save")
    assert found(talk, "cancer_line").phone == "55 66 77 88"
    click(screen, other)
    unsaved = screen.findChild(QLabel, "unsaved")
    assert unsaved is not None
    assert not unsaved.isVisible()


def test_the_way_back_does_not_lose_what_is_typed_either(screen: DirectoryScreen, qtbot: QtBot) -> None:
    click(screen, "contact_cancer_line_act_0")
    write(screen, "phone", "55 66 77 88")
    with qtbot.assertNotEmitted(screen.closed_requested):
        click(screen, "close")
    assert said(screen, "unsaved") == UNSAVED
    write(screen, "phone", "")
    assert not said(screen, "unsaved")
    with qtbot.waitSignal(screen.closed_requested):
        click(screen, "close")


def test_what_is_typed_of_an_entry_outlives_that_it_is_opened_again_or_taken_back(
    talk: Talk, screen: DirectoryScreen
) -> None:
    click(screen, "contact_cancer_line_act_0")
    write(screen, "phone", "55 66 77 88")
    click(screen, "save")
    click(screen, "contact_cancer_line_act_0")
    write(screen, "hours", "9-21")
    click(screen, "contact_cancer_line_act_0")
    assert (holds(screen, "hours"), said(screen, "unsaved")) == ("9-21", "")
    click(screen, "undo")
    assert (holds(screen, "hours"), said(screen, "unsaved")) == ("9-21", UNSAVED)
    assert found(talk, "cancer_line").phone == "55 66 77 88"


def test_an_entry_that_was_only_looked_at_gives_way(screen: DirectoryScreen) -> None:
    click(screen, "contact_cancer_line_act_0")
    click(screen, "contact_jobcenter_act_0")
    assert holds(screen, "name_da") == "Jobcentret"
    assert not said(screen, "unsaved")


@pytest.mark.parametrize("percent", [100, 250])
@pytest.mark.parametrize(("field", "typed"), [("name_da", ""), ("valid_to", "i morgen")])
def test_whoever_saves_a_mistake_is_led_to_it(
    talk: Talk, screen: DirectoryScreen, dress: Dress, percent: int, field: str, typed: str
) -> None:
    dress(Appearance.LIGHT, percent)
    talk.put_up(screen, 1280, 720)
    click(screen, "contact_cancer_line_act_0")
    write(screen, field, typed)
    save = screen.findChild(QWidget, "save")
    assert save is not None
    save.setFocus()
    settled(screen)
    click(screen, "save")
    settled(screen)
    editor, wrong = screen.findChild(QWidget, field), screen.findChild(QLabel, f"{field}_error")
    assert editor is not None
    assert editor.hasFocus()
    assert seen_whole(editor)
    assert seen_whole(wrong)


@pytest.mark.parametrize("percent", [100, 250])
def test_whoever_leaves_words_behind_reads_so(talk: Talk, screen: DirectoryScreen, dress: Dress, percent: int) -> None:
    dress(Appearance.LIGHT, percent)
    talk.put_up(screen, 1280, 720)
    click(screen, "contact_cancer_line_act_0")
    write(screen, "phone", "55 66 77 88")
    click(screen, "contact_jobcenter_act_0")
    settled(screen)
    assert seen_whole(screen.findChild(QLabel, "unsaved"))


def test_a_page_that_is_open_past_midnight_ends_an_entry_on_the_day_that_it_is(
    talk: Talk, screen: DirectoryScreen, clock: StandingClock
) -> None:
    clock.advance(timedelta(days=1))
    click(screen, "contact_networks_act_1")
    assert found(talk, "networks").valid_to == date(2026, 11, 24)
    assert "until 24-11-2026" in shown(screen)
