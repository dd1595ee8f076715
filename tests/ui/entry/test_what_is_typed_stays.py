"""What is typed about a citizen stays as it was meant: over the lock, in another language, with a full disk."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.patient import Patient
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentViewModel
from needsform.ui.viewmodels.patient_view_model import PatientViewModel
from needsform.ui.viewmodels.register_referral_view_model import RegisterReferralViewModel, TypedReferral
from needsform.ui.widgets.row_buttons import RowButton
from tests.clock import StandingClock
from tests.disk import needs_file_limits, no_file_beyond
from tests.ui.conftest import shown
from tests.ui.entry.test_records_screens import click, write
from tests.ward import first_talk

pytestmark = pytest.mark.usefixtures("qapp")  # a name that is typed is looked up by a timer

DANISH, ENGLISH = reference_data.words("da"), reference_data.words("en")
Form = NewAssessmentViewModel | RegisterReferralViewModel
"""A page on which a citizen is typed who may be new here."""


@pytest.fixture
def new_assessment(session: Session, clock: StandingClock) -> Callable[[Words], NewAssessmentViewModel]:
    """A new assessment, in a language of the program."""
    return lambda words: NewAssessmentViewModel(session, words, clock)


@pytest.fixture
def referral(session: Session) -> Callable[[Words], RegisterReferralViewModel]:
    """A referral that somebody types."""
    return lambda words: RegisterReferralViewModel(session, words)


@pytest.fixture
def card(session: Session, einer: Patient, clock: StandingClock) -> Callable[[Words], PatientViewModel]:
    """Einer's card."""
    return lambda words: PatientViewModel(session, einer.id, words, clock)


@pytest.fixture(params=["new_assessment", "referral"])
def form(request: pytest.FixtureRequest) -> Callable[[Words], Form]:
    """Each page on which somebody may be new."""
    made: Callable[[Words], Form] = request.getfixturevalue(request.param)
    return made


def test_a_language_that_was_named_in_danish_is_the_same_one_in_english(form: Callable[[Words], Form]) -> None:
    danish, english = form(DANISH), form(ENGLISH)
    danish.write_patient(replace(danish.state.patient, name="Else", language="Arabisk", relation="søster"))
    english.take_up(danish.unfinished())
    assert english.state.patient == replace(danish.state.patient, language="Arabic")
    again = form(DANISH)
    again.take_up(english.unfinished())
    assert again.state.patient == replace(danish.state.patient, language="arabisk")


def test_a_card_that_is_put_right_over_a_change_of_language_says_the_same_language(
    card: Callable[[Words], PatientViewModel], session: Session, einer: Patient
) -> None:
    danish, english = card(DANISH), card(ENGLISH)
    danish.correct()
    danish.write(replace(danish.state.typed, phone="55 66 77 88"))
    english.take_up(danish.unfinished())
    assert english.state.typed.language == "Danish"
    english.save()
    kept = session.patients.get(einer.id)
    assert (kept.language, kept.phone) == ("da", "55 66 77 88")


def test_a_language_that_the_program_has_no_word_for_stays_as_it_was_typed(form: Callable[[Words], Form]) -> None:
    danish, english = form(DANISH), form(ENGLISH)
    danish.write_patient(replace(danish.state.patient, language="kurdisk, lidt engelsk"))
    english.take_up(danish.unfinished())
    assert english.state.patient.language == "kurdisk, lidt engelsk"


@pytest.mark.parametrize(
    "said",
    [
        TypedReferral(sender="Herlev Hospital", informed_on="23-11-2026"),
        TypedReferral(sender_contact="44 44 44 44", informed_on="23-11-2026"),
        TypedReferral(informed_on="20-11-2026"),
        TypedReferral(informed_on="20-11"),
    ],
)
def test_who_told_us_of_a_citizen_is_kept_before_the_citizen_is_typed(
    referral: Callable[[Words], RegisterReferralViewModel], said: TypedReferral
) -> None:
    typed, again = referral(DANISH), referral(DANISH)
    untouched = typed.state.referral
    typed.write_referral(said)
    again.take_up(typed.unfinished())
    assert again.state == typed.state
    typed.write_referral(untouched)
    assert typed.unfinished() == b""


def test_a_referral_of_which_nothing_is_typed_is_nothing_to_come_back_to(
    referral: Callable[[Words], RegisterReferralViewModel], clock: StandingClock
) -> None:
    untouched = referral(DANISH)
    clock.advance(timedelta(days=1))
    assert untouched.unfinished() == b""


@needs_file_limits
def test_a_number_that_cannot_be_looked_up_stands_as_it_was_typed(
    form: Callable[[Words], Form], einer: Patient
) -> None:
    page = form(DANISH)
    told: list[str] = []
    page.failed.connect(lambda message: told.append(message.message_id))
    page.write_patient(replace(page.state.patient, phone="55 66 77 88"))
    with no_file_beyond(1):
        page.write_patient(replace(page.state.patient, identifier=einer.identifier.shown))
    assert told == ["store.io_error"]
    assert (page.state.patient.identifier, page.state.patient.phone) == (einer.identifier.shown, "55 66 77 88")
    assert page.state.known is None


@needs_file_limits
def test_a_name_that_cannot_be_looked_up_stands_as_it_was_typed(
    new_assessment: Callable[[Words], NewAssessmentViewModel], einer: Patient
) -> None:
    page = new_assessment(DANISH)
    told: list[str] = []
    page.failed.connect(lambda message: told.append(message.message_id))
    page.write_patient(replace(page.state.patient, name=einer.name))
    with no_file_beyond(1):
        page.look_up_name()
    assert told == ["store.io_error"]
    assert (page.state.patient.name, page.state.suggestions) == (einer.name, ())


@needs_file_limits
@pytest.mark.parametrize("is_known", [True, False])
def test_what_was_typed_comes_back_although_the_disk_takes_no_more(
    form: Callable[[Words], Form], einer: Patient, is_known: bool
) -> None:
    page, again = form(DANISH), form(DANISH)
    number = einer.identifier.shown if is_known else "020160-9987"
    page.write_patient(replace(page.state.patient, identifier=number))
    page.write_patient(replace(page.state.patient, name="Else", phone="55 66 77 88"))
    told: list[str] = []
    again.failed.connect(lambda message: told.append(message.message_id))
    with no_file_beyond(1):
        again.take_up(page.unfinished())
    assert told == ["store.io_error"]
    assert again.state.patient == page.state.patient


def test_a_card_on_which_nothing_was_put_right_is_nothing_to_come_back_to(
    card: Callable[[Words], PatientViewModel],
) -> None:
    page = card(DANISH)
    page.correct()
    assert page.unfinished() == b""
    page.write(replace(page.state.typed, phone="55 66 77 88"))
    assert page.unfinished()
    page.cancel()
    assert page.unfinished() == b""


@pytest.fixture
def screen(card: Callable[[Words], PatientViewModel], begun: Assessment, danish: Words, qtbot: QtBot) -> PatientScreen:
    """Einer's card, with an assessment that was begun; its details are put right."""
    del begun
    page = PatientScreen(card(danish), danish, shows_more=False)
    qtbot.addWidget(page)
    shown(page)
    click(page, "correct")
    return page


@pytest.fixture
def begun(session: Session, einer: Patient) -> Assessment:
    """An assessment of Einer."""
    return session.assessments.start(einer, first_talk())


def press_stop(screen: PatientScreen, begun: Assessment) -> None:
    """The second button of the assessment's row."""
    button = screen.findChild(RowButton, f"assessment_{begun.id}_act_1")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_what_is_typed_on_a_card_stays_when_an_assessment_beneath_it_is_to_be_stopped(
    screen: PatientScreen, begun: Assessment, session: Session, einer: Patient
) -> None:
    write(screen, "phone", "55 66 77 88")
    press_stop(screen, begun)
    told = screen.findChild(QLabel, "unsaved")
    assert told is not None
    assert told.text() == "Det, der er skrevet her, er ikke gemt endnu. Gem det, eller annuller det først."
    assert QApplication.focusObject() is screen.findChild(QPushButton, "save")
    click(screen, "save")
    assert session.patients.get(einer.id).phone == "55 66 77 88"
    press_stop(screen, begun)
    assert screen.findChild(QFrame, "stop_panel") is not None


def test_a_card_on_which_nothing_is_typed_makes_room_for_the_question(screen: PatientScreen, begun: Assessment) -> None:
    press_stop(screen, begun)
    assert screen.findChild(QFrame, "stop_panel") is not None
