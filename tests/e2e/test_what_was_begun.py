"""What somebody had begun to type is there still: after the lock, and when they had gone elsewhere in between."""

import gc
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.errors import Message
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.e2e.test_lock_and_resume import CPR, NAME, told_anywhere
from tests.ward import FIRST_RUN, PASSWORD, citizen

CONTROL = Qt.KeyboardModifier.ControlModifier
Typed = dict[str, str]
"""What is typed, by the name of the field."""


def begin_new(hands: Hands) -> Typed:
    """A new assessment of somebody."""
    hands.click("new_assessment")
    return {"name": NAME, "phone": "55 66 77 88"}


def begin_correction(hands: Hands) -> Typed:
    """Einer's card."""
    WorklistPage(hands).find("Einer").hands.click("correct")
    return {"phone": "55 66 77 88"}


def begin_referral(hands: Hands) -> Typed:
    """A referral that is typed."""
    hands.click("go_to_inbox")
    hands.click("register")
    return {"name": "Else Test Lauridsen", "phone": "55 66 77 88"}


def begin_contact(hands: Hands) -> Typed:
    """A new entry of the directory."""
    _administer(hands, "directory")
    hands.click("add_contact")
    return {"name_da": "Gåholdet", "phone": "55 66 77 88"}


def begin_to_correct_contact(hands: Hands) -> Typed:
    """One that is there already."""
    _administer(hands, "directory")
    hands.click("contact_cancer_line_act_0")
    return {"hours": "hverdage 9-21"}


def begin_receiver(hands: Hands) -> Typed:
    """A new receiver."""
    _administer(hands, "receivers")
    hands.click("add_receiver")
    return {"name": "Rehabilitering Øst", "mail": "rehab@example.org"}


def begin_colleague(hands: Hands) -> Typed:
    """Somebody new."""
    _administer(hands, "staff")
    hands.click("add_colleague")
    return {"name": "Lone Prøve", "login": "Lone"}


def begin_site(hands: Hands) -> Typed:
    """The site's own words."""
    _administer(hands, "site")
    return {"contact_name": "Kræftlinjen", "contact_phone": "55 66 77 88"}


BEGINNINGS: tuple[Callable[[Hands], Typed], ...] = (
    begin_new,
    begin_correction,
    begin_referral,
    begin_contact,
    begin_to_correct_contact,
    begin_receiver,
    begin_colleague,
    begin_site,
)


def _administer(hands: Hands, what: str) -> None:
    hands.click("go_to_administration")
    hands.click(f"administer_{what}_act_0")


def write(hands: Hands, typed: Typed) -> None:
    """Type it, and save nothing."""
    for name, text in typed.items():
        hands.write(name, text)


def go_back(page: WorklistPage) -> None:
    """By the key of the message, whose button is seen to go down first."""
    page.hands.press(Qt.Key.Key_G, CONTROL)
    page.hands.wait_for(lambda: page.message == "", "the message to go")


def read(hands: Hands, typed: Typed) -> Typed:
    """The same fields as they stand now."""
    return {name: hands.find(QLineEdit, name).text() for name in typed}


@pytest.fixture
def einer(worklist: WorklistPage, program: Program) -> WorklistPage:
    """Einer is known."""
    assert program.journeys.workday is not None
    program.journeys.workday.session.patients.register(citizen(NAME))
    return worklist


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_it_is_there_after_the_lock(einer: WorklistPage, begin: Callable[[Hands], Typed]) -> None:
    hands = einer.hands
    typed = begin(hands)
    write(hands, typed)
    hands.press(Qt.Key.Key_L, CONTROL)
    locked = UnlockPage(hands)
    gc.collect()
    assert not [text for text in typed.values() if text in told_anywhere()]
    locked.try_password(FIRST_RUN.login, PASSWORD)
    assert read(hands, typed) == typed


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_whoever_goes_elsewhere_is_told_and_can_go_back_to_it(
    einer: WorklistPage, begin: Callable[[Hands], Typed]
) -> None:
    hands = einer.hands
    typed = begin(hands)
    write(hands, typed)
    hands.click("go_to_worklist")
    assert WorklistPage(hands).message == "Det, du var begyndt på, er ikke gemt."
    assert not [text for text in typed.values() if text in told_anywhere()]
    go_back(einer)
    assert read(hands, typed) == typed


@pytest.mark.parametrize("begin", [begin for begin in BEGINNINGS if begin is not begin_correction])
def test_where_nothing_is_typed_there_is_nothing_to_go_back_to(
    einer: WorklistPage, begin: Callable[[Hands], Typed]
) -> None:
    begin(einer.hands)
    einer.hands.click("go_to_worklist")
    assert WorklistPage(einer.hands).message == ""
    assert not einer.sees("message_way_back")


def test_the_way_back_is_gone_with_its_sentence(einer: WorklistPage, program: Program) -> None:
    hands = einer.hands
    write(hands, begin_new(hands))
    hands.click("go_to_worklist")
    hands.click("dismiss_message")
    hands.press(Qt.Key.Key_G, CONTROL)
    assert WorklistPage(hands).sees("worklist_screen")
    write(hands, begin_new(hands))
    hands.click("go_to_worklist")
    hands.click("go_to_patients")  # one step further: nobody comes back to it by chance
    assert not hands.sees("message_way_back")
    program.window.messages.tell(Message("store.in_use"))
    assert not hands.sees("message_way_back")


@pytest.mark.parametrize(("percent", "width"), [(100, 800), (200, 1366), (250, 1024)])
def test_the_sentence_and_both_of_its_buttons_have_their_room(program: Program, percent: int, width: int) -> None:
    program.start()
    program.window.resize(width, 700)
    program.dressing.wear(replace(program.dressing.worn, text_percent=percent))
    program.window.messages.offer(Message("words.left"), program.window.messages.dismiss)
    QApplication.processEvents()
    for name in ("message_way_back", "dismiss_message"):
        button = program.window.findChild(QPushButton, name)
        assert button is not None
        assert button.width() >= button.sizeHint().width()
    text = program.window.findChild(QLabel, "message_text")
    assert text is not None
    assert text.height() >= text.heightForWidth(text.width())


def test_a_new_assessment_is_begun_anew_and_the_one_before_is_a_key_away(einer: WorklistPage) -> None:
    hands = einer.hands
    typed = begin_new(hands)
    write(hands, typed)
    hands.press(Qt.Key.Key_N, CONTROL)
    assert read(hands, {"name": ""}) == {"name": ""}  # nothing of one citizen in the form of the next
    go_back(einer)
    assert read(hands, typed) == typed


def test_a_citizen_who_is_known_is_gone_back_to_as_known(einer: WorklistPage) -> None:
    hands = einer.hands
    begin_new(hands)
    hands.write("identifier", CPR)
    hands.press(Qt.Key.Key_F, CONTROL)
    go_back(einer)
    assert read(hands, {"name": "", "identifier": ""}) == {"name": NAME, "identifier": CPR}
    assert hands.sees("known")
