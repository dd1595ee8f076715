"""The administrators' pages of what leaves: whom to tell, and many sheets at once."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.period_export import ExportKind
from needsform.models.settings import Appearance
from needsform.services import reference_data
from needsform.ui.screens.period_export_screen import PeriodExportScreen
from needsform.ui.screens.receivers_screen import ReceiversScreen
from needsform.ui.viewmodels.period_export_view_model import PeriodExportViewModel
from needsform.ui.viewmodels.receivers_view_model import ReceiversViewModel
from tests.clock import StandingClock
from tests.reading import words_on
from tests.ui.back_page.conftest import Dress
from tests.ui.back_page.talk import Talk
from tests.ui.looks import settled

AARHUS = "Aarhus Kommune, Koordinerende instans på kræftområdet"


def click(screen: QWidget, name: str) -> None:
    (target,) = (found for found in screen.findChildren(QWidget, name) if found.isVisible())
    QTest.mouseClick(target, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


def write(screen: QWidget, name: str, text: str) -> None:
    field = screen.findChild(QLineEdit, name)
    assert field is not None
    field.selectAll()
    QTest.keyClicks(field, text) if text else QTest.keyClick(field, Qt.Key.Key_Delete)


def said(screen: QWidget, name: str) -> str:
    label = screen.findChild(QLabel, name)
    assert label is not None
    return label.text() if not label.isHidden() else ""


def seen_whole(widget: QWidget | None) -> bool:
    """Whether nothing of a widget is scrolled or hidden away."""
    return widget is not None and widget.visibleRegion().boundingRect() == widget.rect()


@pytest.fixture
def receivers(talk: Talk) -> ReceiversScreen:
    """The empty list."""
    screen = ReceiversScreen(ReceiversViewModel(talk.session, reference_data.words("da")))
    talk.put_up(screen, 1232, 900)
    return screen


def choose(screen: QWidget, municipality: str) -> None:
    combo = screen.findChild(QComboBox, "municipality")
    assert combo is not None
    combo.setFocus()
    combo.setCurrentIndex(combo.findText(municipality))
    combo.activated.emit(combo.currentIndex())


def test_a_receiver_is_typed_and_stands_in_the_list(talk: Talk, receivers: ReceiversScreen) -> None:
    assert said(receivers, "no_receivers")
    click(receivers, "add_receiver")
    choose(receivers, "Aarhus")
    write(receivers, "name", AARHUS)
    write(receivers, "mail", "kraeft@example.dk")
    write(receivers, "valid_to", "31-12-2026")
    click(receivers, "save")
    (kept,) = talk.session.receivers.everybody()
    assert (kept.municipality_code, kept.name, kept.mail) == ("0751", AARHUS, "kraeft@example.dk")
    assert (kept.valid_from, kept.valid_to) == (None, date(2026, 12, 31))
    shown = words_on(receivers)
    assert "until 31-12-2026" in shown
    assert "now" in shown
    assert not said(receivers, "no_receivers")


def test_a_page_that_is_open_past_midnight_sorts_by_the_day_that_it_is(
    receivers: ReceiversScreen, clock: StandingClock
) -> None:
    clock.advance(timedelta(days=1))
    click(receivers, "add_receiver")
    choose(receivers, "Aarhus")
    write(receivers, "name", AARHUS)
    write(receivers, "valid_to", "23-11-2026")  # the day on which the page was opened
    click(receivers, "save")
    assert "formerly" in words_on(receivers)


def test_what_is_wrong_is_said_beside_its_field(talk: Talk, receivers: ReceiversScreen) -> None:
    click(receivers, "add_receiver")
    click(receivers, "save")
    assert said(receivers, "municipality_error") == "Choose a municipality from the list."
    choose(receivers, "Aarhus")
    click(receivers, "save")
    assert said(receivers, "name_error") == "Say who the receiver is."
    write(receivers, "name", AARHUS)
    write(receivers, "valid_from", "i morgen")
    click(receivers, "save")
    assert said(receivers, "valid_from_error")
    assert talk.session.receivers.everybody() == ()


def test_an_entry_is_put_right_or_taken_away(talk: Talk, receivers: ReceiversScreen) -> None:
    click(receivers, "add_receiver")
    choose(receivers, "Aarhus")
    write(receivers, "name", AARHUS)
    click(receivers, "save")
    (kept,) = talk.session.receivers.everybody()
    click(receivers, f"receiver_{kept.id}_act_0")
    write(receivers, "phone", "89 40 20 00")
    click(receivers, "save")
    (kept,) = talk.session.receivers.everybody()
    assert kept.phone == "89 40 20 00"
    click(receivers, f"receiver_{kept.id}_act_0")
    click(receivers, "remove_receiver")
    assert talk.session.receivers.everybody() == ()


def test_what_is_typed_of_a_receiver_is_not_lost_when_another_is_wanted(
    talk: Talk, receivers: ReceiversScreen, qtbot: QtBot
) -> None:
    click(receivers, "add_receiver")
    choose(receivers, "Aarhus")
    write(receivers, "name", AARHUS)
    click(receivers, "save")
    (kept,) = talk.session.receivers.everybody()
    click(receivers, f"receiver_{kept.id}_act_0")
    write(receivers, "phone", "89 40 20 00")
    phone, save = receivers.findChild(QLineEdit, "phone"), receivers.findChild(QWidget, "save")
    assert phone is not None
    assert save is not None
    with qtbot.assertNotEmitted(receivers.closed_requested):
        for other in ("add_receiver", "close"):
            click(receivers, other)
            assert phone.text() == "89 40 20 00"
            assert said(receivers, "unsaved") == "What is typed here is not saved yet. Save or cancel it first."
            assert save.hasFocus()
    click(receivers, f"receiver_{kept.id}_act_0")
    assert phone.text() == "89 40 20 00"
    click(receivers, "cancel")
    click(receivers, "add_receiver")
    write(receivers, "name", "Odder Kommune")
    click(receivers, f"receiver_{kept.id}_act_0")
    assert said(receivers, "unsaved")
    click(receivers, "cancel")
    with qtbot.waitSignal(receivers.closed_requested):
        click(receivers, "close")
    assert talk.session.receivers.everybody() == (kept,)


@pytest.mark.parametrize("percent", [100, 250])
def test_whoever_saves_a_mistake_is_led_to_it(
    talk: Talk, receivers: ReceiversScreen, dress: Dress, percent: int
) -> None:
    dress(Appearance.LIGHT, percent)
    talk.put_up(receivers, 1280, 720)
    click(receivers, "add_receiver")
    save = receivers.findChild(QWidget, "save")
    assert save is not None
    for field in ("municipality", "name"):
        save.setFocus()
        settled(receivers)
        click(receivers, "save")
        settled(receivers)
        editor = receivers.findChild(QWidget, field)
        assert editor is not None
        assert editor.hasFocus()
        assert seen_whole(receivers.findChild(QLabel, f"{field}_error"))
        choose(receivers, "Aarhus")


def test_a_period_is_written_into_a_folder_and_told(talk: Talk, tmp_path: Path) -> None:
    back_pages = talk.session.back_pages
    back_pages.sign(back_pages.conclude_no_need(talk.session.assessments.get(talk.assessment.id)))
    view_model = PeriodExportViewModel(talk.session, reference_data.words("da"), talk.background)
    screen = PeriodExportScreen(view_model, lambda *_: tmp_path)
    talk.put_up(screen, 1232, 900)
    assert (view_model.state.since, view_model.state.until) == ("01-11-2026", "23-11-2026")
    click(screen, "kind_1")
    assert view_model.state.kind is ExportKind.BUNDLES
    write(screen, "until", "01-10-2026")
    click(screen, "export")
    assert said(screen, "until_error") == "The last day lies before the first."
    write(screen, "until", "30-11-2026")
    click(screen, "export")
    talk.qtbot.waitUntil(lambda: view_model.state.outcome is not None, timeout=30_000)
    (folder,) = tmp_path.glob("behovsvurderinger *")
    assert said(screen, "export_said") == f"1 of 1 files are written into the folder “{folder.name}”."
    assert len(list(folder.iterdir())) == 1
