"""What leaves of a signed assessment: four receivers, the acts beside them, and how a mistake is put right."""

from collections.abc import Callable
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from needsform.models.assessment import AssessmentStatus
from needsform.models.care_plan import CarePlan
from needsform.models.delivery import Delivery, DeliveryState, NotWantedReason, Recipient
from needsform.models.errors import Message
from needsform.models.receiver import Receiver
from needsform.services import reference_data
from needsform.ui.screens.handover_screen import HandoverScreen
from needsform.ui.viewmodels.handover_view_model import HandoverViewModel
from tests.ui.back_page.talk import Talk, press
from tests.ui.back_page.test_back_page_screen import find

AARHUS = "Aarhus Kommune, Koordinerende instans på kræftområdet"


@dataclass
class Page:
    """The page of case 1, and what it asked for."""

    talk: Talk
    folder: Path
    plan: CarePlan | None = None
    told: list[Message] = field(default_factory=list)
    printed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        session = self.talk.session
        receiver = Receiver(
            id=session.receivers.new_id(), municipality_code="0751", name=AARHUS, mail="kraeft@example.dk"
        )
        session.receivers.save(receiver)
        if self.plan is not None:
            self.talk.save(self.plan)
        stands = session.assessments.get(self.talk.assessment.id)
        self.signed = session.back_pages.sign(session.back_pages.complete(stands))
        self.open()

    def open(self, width: int = 1232, height: int = 900) -> HandoverScreen:
        """Come to the page as it stands on disk."""
        self.view_model = HandoverViewModel(
            self.talk.session, self.signed.id, reference_data.words("da"), self.talk.background
        )
        self.view_model.failed.connect(self.told.append)
        self.screen = HandoverScreen(self.view_model, self._choose)
        self.screen.print_requested.connect(self.printed.append)
        self.talk.put_up(self.screen, width, height)
        return self.screen

    def click(self, name: str) -> None:
        """Press what has this name."""
        target = find(self.screen, name)
        assert target.isVisible()
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def said(self, name: str) -> str:
        """The words of a label."""
        label = self.screen.findChild(QLabel, name)
        assert label is not None
        return label.text()

    def sees(self, name: str) -> bool:
        """Whether a widget of this name is on the page."""
        found = self.screen.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def history(self) -> list[tuple[Recipient, DeliveryState]]:
        """What was noted, on disk."""
        return [(d.recipient, d.state) for d in self.noted()]

    def noted(self) -> tuple[Delivery, ...]:
        """The notes on disk."""
        return self.talk.session.deliveries.history(self.signed)

    def _choose(self, _parent: QWidget, title: str, suggested: str) -> Path | None:
        self.asked.append(f"{title}: {suggested}")
        return self.folder / suggested


@pytest.fixture
def page(talk: Talk, tmp_path: Path, plan: CarePlan) -> Page:
    """Einer's assessment, signed, with both consents."""
    return Page(talk, tmp_path, plan)


@pytest.fixture
def plan(talk: Talk) -> CarePlan:
    """The back page of case 1."""
    return talk.plan()


@pytest.fixture
def copies() -> Callable[[], str]:
    """What is on the clipboard."""
    QGuiApplication.clipboard().clear()
    return QGuiApplication.clipboard().text


def test_four_receivers_each_with_a_word_and_the_consent(page: Page) -> None:
    assert page.said("handover_status") == "Missing: Borgeren, Kommunen, Egen læge, EPJ"
    assert page.said("citizen_state") == "Mangler"
    assert page.said("municipality_state") == "Mangler · samtykke givet 23-11-2026"
    assert AARHUS in page.said("municipality_details")
    assert page.said("gp_state") == "Mangler · samtykke givet 23-11-2026"
    assert "Areas: 5. Actions: 4." in page.said("record_details")


def test_the_focus_is_on_the_next_thing_to_do_and_goes_on_from_there(page: Page) -> None:
    assert page.screen.focusWidget() is find(page.screen, "citizen_done")
    press(Qt.Key.Key_Return)
    assert page.history() == [(Recipient.CITIZEN, DeliveryState.DONE)]
    assert page.said("citizen_state") == "Givet i hånden today 10.42 by Karin Prøve"
    assert page.screen.focusWidget() is find(page.screen, "municipality_mail")


def test_how_it_left_and_to_whom_is_filled_in_as_usual(page: Page) -> None:
    page.click("municipality_sent")
    receiver = page.screen.findChild(QLineEdit, "sent_municipality_receiver")
    assert receiver is not None
    assert receiver.text() == AARHUS
    page.click("sent_municipality_keep")
    (kept,) = page.noted()
    assert (kept.receiver, kept.state) == (AARHUS, DeliveryState.DONE)
    assert page.said("municipality_state").startswith("Sikker mail today 10.42 by Karin Prøve")
    assert not page.sees("sent_municipality_panel")


def test_a_note_without_a_receiver_says_so_beside_the_field(page: Page) -> None:
    page.click("gp_sent")
    receiver = page.screen.findChild(QLineEdit, "sent_gp_receiver")
    assert receiver is not None
    receiver.clear()
    QTest.keyClick(receiver, Qt.Key.Key_Space)
    page.click("sent_gp_keep")
    assert page.said("sent_gp_receiver_error") == "Say who got it."
    assert page.history() == []


def test_why_it_is_not_wanted_is_asked_for(page: Page) -> None:
    page.click("gp_not_wanted")
    page.click("not_wanted_keep")
    assert page.said("not_wanted_choice_error") == "Say why it is not wanted."
    choice = page.screen.findChild(QComboBox, "not_wanted_choice")
    assert choice is not None
    QTest.keyClick(choice, Qt.Key.Key_Down)
    page.click("not_wanted_keep")
    (kept,) = page.noted()
    assert kept.reason is NotWantedReason.CITIZEN_DECLINES
    assert page.said("gp_state") == "Ikke ønsket · Borgeren ønsker det ikke"


def test_a_mistake_is_taken_back_by_one_press_and_kept_in_the_history(page: Page) -> None:
    page.click("citizen_done")
    page.click("citizen_take_back")
    assert page.history() == [(Recipient.CITIZEN, DeliveryState.DONE), (Recipient.CITIZEN, DeliveryState.MISSING)]
    assert page.said("citizen_state") == "Mangler"
    assert page.sees("citizen_done")


def test_the_last_note_hands_it_over_and_leads_back(page: Page) -> None:
    page.click("citizen_done")
    for name in ("municipality", "gp"):
        page.click(f"{name}_sent")
        page.click(f"sent_{name}_keep")
    page.click("record_done")
    assert page.talk.session.assessments.get(page.signed.id).status is AssessmentStatus.HANDED_OVER
    assert page.said("handover_status") == "Nothing is missing. Everything is handed over."
    assert page.screen.focusWidget() is find(page.screen, "close")


def test_the_text_is_read_before_it_is_copied(page: Page, copies: Callable[[], str]) -> None:
    page.click("record_text")
    shown = page.screen.findChild(QPlainTextEdit, "letter_text")
    assert shown is not None
    assert "Behov for rehabilitering: ja." in shown.toPlainText()
    assert copies() == ""
    page.click("copy_letter")
    assert copies() == shown.toPlainText()
    assert page.said("letter_said").startswith("Copied.")
    assert not page.sees("print_letter")
    press(Qt.Key.Key_Escape)
    assert not page.sees("letter_panel")
    assert page.screen.focusWidget() is find(page.screen, "record_text")


def test_the_letter_to_the_gp_is_printed_as_it_is_read(page: Page) -> None:
    page.click("gp_text")
    shown = page.screen.findChild(QPlainTextEdit, "letter_text")
    assert shown is not None
    page.click("print_letter")
    assert page.printed == [shown.toPlainText()]
    assert page.history() == []  # the program cannot know that it was sent


def test_a_mail_draft_is_written_for_the_receiver_of_the_list(page: Page) -> None:
    page.click("municipality_mail")
    page.click("save_mail")
    page.view_model.flush()
    assert page.asked == ["Save the mail draft: behovsvurdering.eml"]
    message = message_from_bytes((page.folder / "behovsvurdering.eml").read_bytes(), policy=policy.default)
    assert (message["To"], message["Subject"]) == ("kraeft@example.dk", "Behovsvurdering, kræft")
    assert page.said("letter_said").startswith("The mail draft is saved.")
    assert not page.sees("mail_password")


def test_the_password_of_a_draft_is_shown_once(page: Page) -> None:
    page.click("municipality_mail")
    page.click("save_protected_mail")
    page.view_model.flush()
    assert page.sees("mail_password")
    assert len(page.said("mail_password")) == 19
    page.click("close_letter")
    page.click("municipality_mail")
    assert not page.sees("mail_password")


def test_a_draft_that_cannot_be_written_is_told_and_leaves_the_row_that_it_failed(page: Page) -> None:
    page.folder = page.folder / "gone"
    page.click("municipality_mail")
    page.click("save_mail")
    page.view_model.flush()
    (told,) = page.told
    assert told.message_id.startswith(("file.", "store."))
    assert not page.sees("letter_said")


@pytest.mark.parametrize("plan", [CarePlan(told_that_authority_decides=True, consent_gp=False)], indirect=False)
def test_where_the_citizen_said_no_nothing_is_offered_and_where_nobody_asked_it_is_said(
    talk: Talk, tmp_path: Path, plan: CarePlan
) -> None:
    written = plan.model_copy(update={"activities": talk.plan().activities})
    page = Page(talk, tmp_path, written)
    assert page.said("gp_state") == "Ikke ønsket · Borgeren har sagt nej til, at der gives besked"
    assert not any(page.sees(f"gp_{act}") for act in ("text", "sent", "not_wanted", "take_back"))
    assert page.said("municipality_state") == "Mangler · samtykke er ikke noteret"
    assert [act for act in ("mail", "text", "sent", "not_wanted") if page.sees(f"municipality_{act}")] == ["not_wanted"]


def test_esc_closes_the_panel_first_and_then_the_page(page: Page) -> None:
    closed: list[bool] = []
    page.screen.closed_requested.connect(lambda: closed.append(True))
    page.click("gp_sent")
    press(Qt.Key.Key_Escape)
    assert not closed
    press(Qt.Key.Key_Escape)
    assert closed == [True]


def test_every_button_says_of_whom_it_speaks(page: Page) -> None:
    names = [b.accessibleName() for b in page.screen.findChildren(QPushButton) if b.objectName().startswith("gp_")]
    assert names
    assert all(name.startswith("Egen læge: ") for name in names)
