"""A form that is left by a button of its own is not lost: there is a way back, or it stays until it is kept or not."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QLabel

from needsform.app import Program
from needsform.demo.hands import Hands
from tests.e2e.pages import PatientFormPage, PatientPage, WorklistPage
from tests.e2e.test_lock_and_resume import take_back
from tests.e2e.test_what_was_begun import (
    Typed,
    begin_colleague,
    begin_correction,
    begin_referral,
    begin_site,
    einer,  # noqa: F401 - the same citizen
    go_back,
    read,
    write,
)
from tests.ward import first_talk


@pytest.mark.parametrize(
    ("begin", "button"), [(begin_site, "back"), (begin_colleague, "back"), (begin_referral, "cancel")]
)
def test_whoever_goes_back_from_a_page_can_come_back_to_what_was_typed(
    einer: WorklistPage,  # noqa: F811
    begin: Callable[[Hands], Typed],
    button: str,
) -> None:
    hands = einer.hands
    typed = begin(hands)
    write(hands, typed)
    hands.click(button)
    hands.wait_for(lambda: einer.message == "Det, du var begyndt på, er ikke gemt.", "the message")
    go_back(einer)
    assert read(hands, typed) == typed


def test_a_card_with_something_typed_is_not_left_for_the_citizen(
    einer: WorklistPage,  # noqa: F811
    program: Program,
) -> None:
    assert program.journeys.workday is not None
    session = program.journeys.workday.session
    (found,) = session.patients.find("Einer")
    begun = session.assessments.start(session.patients.get(found.id), first_talk())
    hands = einer.hands
    typed = begin_correction(hands)
    write(hands, typed)
    hands.click(f"assessment_{begun.id}_act_0")
    assert not session.is_with_citizen
    assert hands.find(QLabel, "unsaved").text() != ""
    assert read(hands, typed) == typed
    hands.click("save")
    PatientPage(hands)
    hands.click(f"assessment_{begun.id}_act_0")
    PatientFormPage(hands)
    take_back(hands)
