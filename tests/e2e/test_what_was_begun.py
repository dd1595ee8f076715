"""What somebody had begun to type is there still: after the lock, and when they had gone elsewhere in between."""

import gc
from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.errors import Message
from needsform.models.identity import LinkId
from needsform.ui.messages import sentence
from tests.disk import needs_file_limits, no_file_beyond
from tests.e2e.pages import OwnPasswordPage, StaffPage, UnlockPage, WorklistPage
from tests.e2e.test_lock_and_resume import CPR, NAME, told_anywhere
from tests.ward import FIRST_RUN, PASSWORD, citizen

ANOTHER = "te med citron kl. 15"
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


def test_whoever_types_on_after_the_lock_writes_where_they_stopped(einer: WorklistPage) -> None:
    hands = einer.hands
    begin_new(hands)
    hands.write("identifier", CPR)
    hands.write("phone", "55 66")
    hands.press(Qt.Key.Key_L, CONTROL)
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.find(QLineEdit, "phone")
    hands.type_text(" 77 88")
    assert read(hands, {"identifier": "", "phone": ""}) == {"identifier": CPR, "phone": "55 66 77 88"}


def test_so_does_the_citizen(einer: WorklistPage, program: Program) -> None:
    hands = einer.hands
    page = einer.begin_new()
    page.write("identifier", CPR).give_screen()
    hands.click("practical.other")
    hands.type_text("Min datter")
    program.journeys.lock()
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.find(QWidget, "practical.other")
    hands.type_text(" kommer")
    program.journeys.lock()
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.find(QWidget, "practical.other")
    workday = program.journeys.workday
    assert workday is not None
    form = workday.session._presence.handed_over
    assert form is not None
    assert workday.session.assessments.get(form).response.answers[LinkId("practical.other")] == "Min datter kommer"


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


def test_what_was_finished_is_nothing_to_go_back_to(einer: WorklistPage) -> None:
    hands = einer.hands
    write(hands, begin_correction(hands))
    hands.click("save")
    hands.click("go_to_worklist")
    assert WorklistPage(hands).message == ""
    StaffPage.go_to(hands).open("karin")
    hands.write("phone", "11 22 33 44")
    hands.click("save")
    assert StaffPage(hands).message == ""
    begin_referral(hands)
    for name, text in (("identifier", "0201919990"), ("name", "Else Test Lauridsen"), ("municipality", "Aarhus")):
        einer.write(name, text)
    hands.click("source_2")
    hands.click("save")
    hands.wait_for(lambda: not hands.sees("save"), "the case to be opened")
    assert not hands.sees("message_way_back")


def test_whoever_leaves_a_form_by_its_own_button_can_go_back_too(einer: WorklistPage) -> None:
    hands = einer.hands
    typed = begin_new(hands)
    write(hands, typed)
    hands.click("cancel")
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
    for _ in range(2):  # by the key both times
        hands.press(Qt.Key.Key_N, CONTROL)
        assert read(hands, {"name": ""}) == {"name": ""}  # nothing of one citizen in the form of the next
        typed = {"name": NAME, "phone": "55 66 77 88"}
        write(hands, typed)
    hands.press(Qt.Key.Key_N, CONTROL)
    go_back(einer)
    assert read(hands, typed) == typed


def test_of_two_that_were_begun_each_leads_to_the_other(einer: WorklistPage) -> None:
    hands = einer.hands
    first, second = begin_new(hands), {"name": "Else Test Lauridsen", "phone": "11 22 33 44"}
    write(hands, first)
    hands.press(Qt.Key.Key_N, CONTROL)
    write(hands, second)
    for typed in (first, second, first):
        hands.press(Qt.Key.Key_G, CONTROL)
        hands.wait_for(lambda typed=typed: read(hands, typed) == typed, "the other one")  # type: ignore[misc]


def test_another_message_leaves_the_way_back(einer: WorklistPage, program: Program) -> None:
    hands = einer.hands
    typed = begin_new(hands)
    write(hands, typed)
    hands.click("go_to_worklist")
    program.window.messages.tell(Message("backup.disk_full"))
    assert einer.message.endswith("\nDet, du var begyndt på, er ikke gemt.")
    go_back(einer)
    assert read(hands, typed) == typed


@needs_file_limits
def test_the_way_back_stays_open_while_the_store_refuses(einer: WorklistPage) -> None:
    hands = einer.hands
    typed = begin_correction(hands)
    write(hands, typed)
    hands.press(Qt.Key.Key_F, CONTROL)
    with no_file_beyond(1):
        hands.press(Qt.Key.Key_G, CONTROL)
        hands.wait_for(lambda: "\n" in einer.message, "what the store says")
    assert einer.focus
    hands.press(Qt.Key.Key_L, CONTROL)  # as the message asks: after a write that failed, nothing is written any more
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.wait_for(lambda: hands.sees("message_way_back"), "the way back")
    go_back(einer)
    assert read(hands, typed) == typed


def test_the_way_back_is_there_after_the_lock(einer: WorklistPage) -> None:
    hands = einer.hands
    typed = begin_new(hands)
    write(hands, typed)
    hands.click("go_to_worklist")
    hands.press(Qt.Key.Key_L, CONTROL)
    assert UnlockPage(hands).message == ""
    UnlockPage(hands).unlock(FIRST_RUN.login, PASSWORD)
    go_back(einer)
    assert read(hands, typed) == typed


@pytest.fixture
def lone(einer: WorklistPage) -> str:
    """A colleague, and her password; Karin is at the worklist again."""
    hands = einer.hands
    first = StaffPage.go_to(hands).add("Lone Prøve", "Lone")
    hands.press(Qt.Key.Key_L, CONTROL)
    UnlockPage(hands).try_password("Lone", first)
    OwnPasswordPage(hands).change(first, ANOTHER)
    WorklistPage(hands).lock().try_password(FIRST_RUN.login, PASSWORD)
    hands.click("go_to_worklist")
    WorklistPage(hands)
    return ANOTHER


def test_a_colleague_in_between_sees_nothing_of_it_and_takes_nothing_away(einer: WorklistPage, lone: str) -> None:
    hands = einer.hands
    typed = begin_new(hands)
    write(hands, typed)
    hands.press(Qt.Key.Key_L, CONTROL)
    worklist = UnlockPage(hands).unlock("Lone", lone)
    assert worklist.message == ""
    assert not [text for text in typed.values() if text in told_anywhere()]
    worklist.lock().unlock(FIRST_RUN.login, PASSWORD)
    assert einer.message == "Det, du var begyndt på, er ikke gemt."
    go_back(einer)
    assert read(hands, typed) == typed


def test_what_a_colleague_types_who_took_the_screen_back_is_hers(einer: WorklistPage, lone: str) -> None:
    hands = einer.hands
    page = einer.begin_new()
    page.write("identifier", CPR).give_screen()
    hands.click("staff")
    hands.click("other_login")
    hands.write("staff_login", "Lone")
    hands.write("staff_password", lone)
    hands.press(Qt.Key.Key_Return)
    WorklistPage(hands)
    typed = begin_new(hands)
    write(hands, typed)
    hands.press(Qt.Key.Key_L, CONTROL)
    UnlockPage(hands).try_password("Lone", lone)
    assert read(hands, typed) == typed


def test_the_window_does_not_close_over_it_without_a_word(einer: WorklistPage, program: Program) -> None:
    write(einer.hands, begin_new(einer.hands))
    program.window.close()
    einer.hands.settle()
    assert program.window.isVisible()
    said = "Det, du er begyndt på, er ikke gemt. Luk vinduet en gang til for at lukke uden at gemme."
    assert einer.message == said
    program.window.close()
    einer.hands.settle()
    assert not program.window.isVisible()


def test_what_staff_is_told_is_not_told_to_the_citizen(einer: WorklistPage, program: Program) -> None:
    hands = einer.hands
    page = einer.begin_new()
    page.write("identifier", CPR).give_screen()
    assert program.journeys.workday is not None
    program.journeys.workday._desk.tell(Message("backup.disk_full"))
    assert einer.message == ""
    hands.click("staff")
    hands.write("staff_password", PASSWORD)
    hands.press(Qt.Key.Key_Return)
    assert WorklistPage(hands).message == sentence(Message("backup.disk_full"))


def test_the_bar_speaks_the_language_that_is_chosen(einer: WorklistPage, program: Program) -> None:
    write(einer.hands, begin_new(einer.hands))
    einer.hands.click("go_to_worklist")
    program.dressing.wear(replace(program.dressing.worn, language="en"))
    einer.hands.settle()
    assert einer.message == "What you had begun is not saved."
    button = program.window.findChild(QPushButton, "message_way_back")
    assert button is not None
    assert button.text().startswith("Go back to it")


def test_a_citizen_who_is_known_is_gone_back_to_as_known(einer: WorklistPage) -> None:
    hands = einer.hands
    begin_new(hands)
    hands.write("identifier", CPR)
    hands.press(Qt.Key.Key_F, CONTROL)
    go_back(einer)
    assert read(hands, {"name": "", "identifier": ""}) == {"name": NAME, "identifier": CPR}
    assert hands.sees("known")
