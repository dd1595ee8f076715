"""A morning at a municipality, with real mouse and keys over a real store."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.assessment import ReferralSource
from needsform.models.referral import ClosingReason, ContactOutcome, Referral, ReferralStatus
from needsform.models.settings import Appearance
from needsform.ui.screens.inbox_screen import InboxScreen
from needsform.ui.screens.referral_screen import ReferralScreen
from needsform.ui.screens.register_referral_screen import RegisterReferralScreen
from needsform.ui.viewmodels.inbox_view_model import InboxViewModel
from needsform.ui.viewmodels.referral_view_model import ReferralViewModel
from needsform.ui.viewmodels.register_referral_view_model import RegisterReferralViewModel
from needsform.ui.widgets.choice_box import CheckBox, RadioButton
from needsform.ui.widgets.plans_section import PlansSection
from needsform.ui.widgets.returns_section import ReturnsSection
from needsform.ui.widgets.work_row import WorkRow
from tests.reading import words_on
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.entry.stagings import Ward
from tests.ui.receiver.stagings import case_of, morning

Left = Qt.MouseButton.LeftButton


@pytest.fixture
def inbox(ward: Ward, qtbot: QtBot) -> Callable[[], InboxScreen]:
    """Open the inbox as it stands now."""

    def open_inbox() -> InboxScreen:
        screen = InboxScreen(InboxViewModel(ward.session), ward.words)
        qtbot.addWidget(screen)
        shown(screen)
        return screen

    return open_inbox


def lines(screen: QWidget) -> list[str]:
    """What stands in the rows, from the top."""
    rows = (row for row in screen.findChildren(WorkRow) if row.isVisible())
    return [" | ".join(row.texts()) for row in rows]


def click(screen: QWidget, name: str) -> None:
    """Press a button where a finger would."""
    (button,) = (found for found in screen.findChildren(QAbstractButton, name) if found.isVisible())
    QTest.mouseClick(button, Left)
    sweep()


def choose(screen: QWidget, name: str) -> None:
    """Choose an answer."""
    answer = screen.findChild(RadioButton, name)
    assert answer is not None
    QTest.mouseClick(answer, Left)


def write(screen: QWidget, name: str, text: str) -> None:
    """Type into a field, in place of what stood there."""
    field = screen.findChild(QLineEdit, name)
    assert field is not None
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)


def test_what_is_due_first_stands_first_and_overdue_is_said_in_words(
    ward: Ward, inbox: Callable[[], InboxScreen]
) -> None:
    morning(ward)
    assert lines(inbox()) == [
        "Max Test Berggren | 010772-9995 | Kræftafdelingen, Test Universitetshospital | Hospitalet | i dag"
        " | Overskredet | fre 20-11 | 1 · Ingen svar",
        "Einer Test Lauridsen | 020160-9995 | Kræftafdelingen, Test Universitetshospital | Hospitalet | i dag"
        " | ons 25-11 | om 2 hverdage | –",
        "Lonni Test Lauridsen | 020160-9996 | Borgeren selv | i dag | tor 26-11 | om 3 hverdage | –",
        "May June Test Moberg | 010862-9996 | Lægerne Torvet | Egen læge | i dag | i dag | 1 · Fik kontakt",
    ]


def test_an_empty_inbox_says_what_to_do_next(inbox: Callable[[], InboxScreen]) -> None:
    screen = inbox()
    told = " ".join(words_on(screen))
    assert "Ingen venter på at blive kontaktet" in told
    assert "PDF, scanning eller foto" in told


def test_an_attempt_is_noted_in_the_row_and_the_case_moves_when_the_citizen_is_reached(
    ward: Ward, inbox: Callable[[], InboxScreen]
) -> None:
    case = case_of(ward, "Einer Test Lauridsen", date(2026, 11, 20))
    screen = inbox()
    click(screen, f"case_{case.id}_act_0")
    choose(screen, "contact_outcome_1")
    write(screen, "contact_note", "kl. 10")
    click(screen, "save_contact")
    assert lines(screen)[0].endswith("1 · Ingen svar")
    click(screen, f"case_{case.id}_act_0")
    click(screen, "save_contact")
    kept = ward.session.referrals.get(case.id)
    assert [(attempt.outcome, attempt.note) for attempt in kept.attempts] == [
        (ContactOutcome.NO_ANSWER, "kl. 10"),
        (ContactOutcome.REACHED, ""),
    ]
    assert kept.status is ReferralStatus.CONTACTED
    assert lines(screen)[0].endswith("i dag | i dag | 2 · Fik kontakt")


def test_a_note_that_is_cancelled_keeps_nothing_and_gives_the_focus_back(
    ward: Ward, inbox: Callable[[], InboxScreen], qtbot: QtBot
) -> None:
    case = case_of(ward, "Einer Test Lauridsen", date(2026, 11, 20))
    screen = inbox()
    qtbot.waitExposed(screen)
    click(screen, f"case_{case.id}_act_0")
    click(screen, "cancel_contact")
    assert ward.session.referrals.get(case.id).attempts == ()
    focused = screen.focusWidget()
    assert focused is not None
    assert focused.objectName() == f"case_{case.id}_act_0"


@pytest.fixture
def case_screen(ward: Ward, qtbot: QtBot) -> tuple[ReferralScreen, Referral]:
    """Max's case, overdue."""
    referral = morning(ward)["max"]
    screen = ReferralScreen(ReferralViewModel(ward.session, referral.id), ward.words)
    qtbot.addWidget(screen)
    shown(screen)
    return screen, referral


def test_where_columns_do_not_fit_every_cell_says_what_it_is(
    ward: Ward, inbox: Callable[[], InboxScreen], dress: Dress
) -> None:
    morning(ward)
    dress(Appearance.LIGHT, 250)
    screen = inbox()
    heads = ["Fra", "Modtaget", "Kontakt senest", "Forsøg"]
    row = next(row for row in screen.findChildren(WorkRow) if row.isVisible())

    def heads_in_row() -> list[str]:
        return [text for text in row.texts() if text in heads]

    assert heads_in_row() == heads
    shown(screen, 3600, 900)
    assert heads_in_row() == []
    assert set(heads) <= set(told(screen))


def told(screen: QWidget) -> list[str]:
    """Every line that can be read."""
    return words_on(screen)


def test_a_case_tells_its_history_one_line_for_each_attempt(case_screen: tuple[ReferralScreen, Referral]) -> None:
    screen, _ = case_screen
    assert "Overskredet: borgeren skulle have været kontaktet senest 20-11-2026." in told(screen)
    assert "23-11-2026 10.42 · Ingen svar · ringede formiddag · Karin Prøve" in told(screen)


def test_the_day_of_a_case_is_put_right_where_it_stands(
    case_screen: tuple[ReferralScreen, Referral], ward: Ward
) -> None:
    screen, referral = case_screen
    click(screen, "correct_day")
    day = screen.findChild(QLineEdit, "informed_on")
    assert isinstance(day, QLineEdit)
    assert screen.focusWidget() is day
    QTest.keyClicks(day, "24-11-2026")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert "Den dag er ikke kommet endnu. Skriv dagen, hvor I hørte det." in told(screen)
    QTest.keyClicks(day, "16-11-2026")
    assert "Kontakt senest: 19-11-2026" in told(screen)
    click(screen, "save_day")
    (corrected,) = (case for case in ward.session.referrals.of_patient(referral.patient_id) if case.id == referral.id)
    assert (corrected.informed_on, corrected.contact_by) == (date(2026, 11, 16), date(2026, 11, 19))
    assert not day.isVisible()


def test_a_case_is_closed_with_a_reason_and_another_reason_takes_words(
    case_screen: tuple[ReferralScreen, Referral], ward: Ward
) -> None:
    screen, referral = case_screen
    click(screen, "close_case")
    choose(screen, f"closing_reason_{list(ClosingReason).index(ClosingReason.OTHER)}")
    click(screen, "confirm_close")
    assert "Skriv med få ord, hvorfor den afsluttes." in told(screen)
    write(screen, "closing_note", "er på rejse et år")
    click(screen, "confirm_close")
    kept = ward.session.referrals.get(referral.id)
    assert (kept.closing_reason, kept.closing_note) == (ClosingReason.OTHER, "er på rejse et år")
    assert "Afsluttet 23-11-2026, andet, er på rejse et år" in told(screen)
    note = screen.findChild(QAbstractButton, "note_contact")
    assert note is not None
    assert not note.isVisible()


def leading(screen: QWidget) -> list[str]:
    """The filled buttons that are to be seen."""
    buttons = (found for found in screen.findChildren(QPushButton) if found.isVisible())
    return [button.objectName() for button in buttons if button.property("role") == "primary"]


@pytest.mark.parametrize("can_start", [True, False])
def test_the_filled_button_of_a_case_is_what_comes_next(
    case_screen: tuple[ReferralScreen, Referral], ward: Ward, can_start: bool
) -> None:
    screen, _ = case_screen
    screen.add_section(PlansSection((), ward.words, is_card=True, can_start=can_start, parent=screen))
    shown(screen)
    assert leading(screen) == ["note_contact"]
    click(screen, "note_contact")
    choose(screen, f"contact_outcome_{list(ContactOutcome).index(ContactOutcome.NO_ANSWER)}")
    click(screen, "save_contact")
    assert leading(screen) == ["note_contact"]
    click(screen, "note_contact")
    choose(screen, f"contact_outcome_{list(ContactOutcome).index(ContactOutcome.REACHED)}")
    click(screen, "save_contact")
    assert leading(screen) == ["start_plan" if can_start else "citizen_card"]
    click(screen, "close_case")
    click(screen, "confirm_close")
    assert leading(screen) == []


def test_a_case_whose_citizen_was_reached_is_entered_where_it_goes_on(ward: Ward, qtbot: QtBot) -> None:
    screen = ReferralScreen(ReferralViewModel(ward.session, morning(ward)["may"].id), ward.words)
    qtbot.addWidget(screen)
    entrance = screen.focusProxy()
    assert entrance is not None
    assert entrance.objectName() == "citizen_card"


@pytest.fixture
def register(ward: Ward, qtbot: QtBot) -> tuple[RegisterReferralScreen, RegisterReferralViewModel]:
    """An empty form."""
    view_model = RegisterReferralViewModel(ward.session, ward.words)
    screen = RegisterReferralScreen(view_model, ward.words, shows_more=False)
    qtbot.addWidget(screen)
    shown(screen)
    return screen, view_model


def test_a_referral_is_typed_and_the_last_day_of_contact_is_seen_meanwhile(
    register: tuple[RegisterReferralScreen, RegisterReferralViewModel], ward: Ward, qtbot: QtBot
) -> None:
    screen, view_model = register
    assert "Kontakt senest: 26-11-2026" in told(screen)
    write(screen, "informed_on", "20-11-2026")
    assert "Kontakt senest: 25-11-2026" in told(screen)
    write(screen, "identifier", "0107729995")  # known: nothing more is asked
    write(screen, "sender", "Kræftafdelingen")
    with qtbot.waitSignal(view_model.registered) as registered:
        click(screen, "save")
    assert registered.args is not None
    kept = ward.session.referrals.get(registered.args[0])
    assert kept.patient_id == ward.patients["Max Test Berggren"].id
    assert (kept.sender, kept.contact_by) == ("Kræftafdelingen", date(2026, 11, 25))


def test_a_second_open_referral_of_the_same_citizen_is_told_beside_the_number(
    register: tuple[RegisterReferralScreen, RegisterReferralViewModel], ward: Ward
) -> None:
    screen, _ = register
    case_of(ward, "Max Test Berggren", date(2026, 11, 20))
    write(screen, "identifier", "0107729995")
    click(screen, "save")
    assert [text for text in told(screen) if "allerede en åben henvendelse" in text]


def test_what_is_typed_is_typed_still_after_the_lock(
    register: tuple[RegisterReferralScreen, RegisterReferralViewModel], ward: Ward
) -> None:
    screen, view_model = register
    assert view_model.unfinished() == b""
    write(screen, "identifier", "070392-1VJ4")
    write(screen, "name", "Test")
    choose(screen, "source_1")
    kept = view_model.unfinished()
    again = RegisterReferralViewModel(ward.session, ward.words)
    again.take_up(kept)
    assert (again.state.patient, again.state.referral) == (view_model.state.patient, view_model.state.referral)


def test_a_citizen_who_comes_back_is_linked_to_the_earlier_course_unless_the_tick_is_taken_off(
    register: tuple[RegisterReferralScreen, RegisterReferralViewModel], ward: Ward, qtbot: QtBot
) -> None:
    screen, view_model = register
    earlier = case_of(ward, "Max Test Berggren", date(2026, 11, 20))
    ward.session.referrals.close(earlier, ClosingReason.COMPLETED)
    write(screen, "identifier", "0107729995")
    tick = screen.findChild(CheckBox, "comes_back")
    assert tick is not None
    assert tick.isVisible()
    assert tick.isChecked()
    said = "Borgeren kommer igen. Tidligere forløb: afsluttet 23-11-2026, forløbet er gennemført"
    assert tick.text() == said
    QTest.keyClick(tick, Qt.Key.Key_Space)
    assert not view_model.state.referral.comes_back
    QTest.keyClick(tick, Qt.Key.Key_Space)
    choose(screen, f"source_{list(ReferralSource).index(ReferralSource.SELF)}")
    with qtbot.waitSignal(view_model.registered) as registered:
        click(screen, "save")
    assert registered.args is not None
    (back,) = ward.session.former_courses.of_patient(earlier.patient_id)
    assert (back.case_id, back.source) == (registered.args[0], ReferralSource.SELF)
    page = QWidget()
    qtbot.addWidget(page)
    section = ReturnsSection((back,), ward.words, page, here=earlier.id)
    QVBoxLayout(page).addWidget(section)
    shown(page)
    with qtbot.waitSignal(section.case_requested) as asked:
        click(section, "return_0_act_0")
    assert asked.args == [back.case_id]
