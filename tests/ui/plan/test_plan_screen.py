"""A plan written with the citizen beside the screen: every word on disk, begun, told of, printed and ended."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.rehabilitation_plan import Agreed, EffortLevel, OfferKind, PlanStatus, RehabilitationPlan
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.clipboard_guard import ClipboardGuard
from needsform.ui.screens.plan_screen import PlanScreen
from needsform.ui.viewmodels.plan_view_model import PlanViewModel
from tests.export.saying import said_by
from tests.ui.plan.stagings import BEGINS, GOAL, TODAY, Room, registered

W = TypeVar("W", bound=QWidget)


class Therapist:
    """Hands on the plan's screen."""

    def __init__(self, qtbot: QtBot, room: Room, plan: RehabilitationPlan) -> None:
        self._qtbot, self.room, self.plan_id = qtbot, room, plan.id
        self.model, build = room.shown(plan)
        screen = build()
        assert isinstance(screen, PlanScreen)
        self.screen = screen
        qtbot.addWidget(screen)
        screen.resize(1440, 900)
        screen.show()

    def find(self, kind: type[W], name: str) -> W:
        found = self.screen.findChild(kind, name)
        assert found is not None, name
        return found

    def write(self, name: str, text: str) -> None:
        """Type, and go on to the next field."""
        field = self.find(QWidget, name)
        field.setFocus()
        if isinstance(field, QLineEdit | QPlainTextEdit):
            field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Tab)

    def click(self, name: str) -> None:
        button = self.find(QAbstractButton, name)
        assert button.isVisibleTo(self.screen), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose(self, name: str, place: int) -> None:
        combo = self.find(QComboBox, name)
        combo.setCurrentIndex(place)
        combo.activated.emit(place)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.screen.focusWidget() or self.screen, key, modifier)

    def wait(self, until: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(until)

    def on_disk(self) -> RehabilitationPlan:
        return self.room.session.plans.get(self.plan_id)

    def reads(self, name: str) -> str:
        return self.find(QLabel, name).text()


@pytest.fixture
def room(session: Session, background: Background, tmp_path_factory: pytest.TempPathFactory) -> Room:
    """In English, so that the words of these tests can be read here."""
    path = tmp_path_factory.mktemp("papers") / "plan.pdf"
    return Room(session, background, reference_data.words("en"), registered(session), path)


@pytest.fixture
def therapist(qtbot: QtBot, room: Room) -> Therapist:
    """Before an empty plan."""
    return Therapist(qtbot, room, room.session.plans.start(room.patient.id))


@pytest.fixture
def under_way(qtbot: QtBot, room: Room) -> Therapist:
    """Before a plan that has begun."""
    return Therapist(qtbot, room, room.session.plans.begin(room.plan(), BEGINS))


def test_what_is_written_is_on_disk_when_the_field_is_left(therapist: Therapist) -> None:
    goal, offer = (row[-1].key for row in (therapist.model.state.draft.goals, therapist.model.state.draft.offers))
    therapist.write(f"goal.{goal}", GOAL)
    therapist.write(f"offer.{offer}.name", "Balance- og styrketræning")
    therapist.choose(f"offer.{offer}.kind", list(OfferKind).index(OfferKind.PHYSICAL))
    therapist.write(f"offer.{offer}.begins", "1/12 2026")
    therapist.click("agreed.1")
    therapist.click("effort.2")
    says = therapist.on_disk().content
    assert says.goals == (GOAL,)
    (written,) = says.offers
    assert (written.name, written.kind) == ("Balance- og styrketræning", OfferKind.PHYSICAL)
    assert written.begins == "1 December 2026"
    assert (says.agreed, says.effort) == (Agreed.ORALLY, EffortLevel.COMPLEX)
    assert therapist.reads("saved").startswith("Saved 10:42")


def test_words_reach_the_disk_while_somebody_is_still_typing(therapist: Therapist) -> None:
    field = therapist.find(QPlainTextEdit, f"goal.{therapist.model.state.draft.goals[-1].key}")
    field.setFocus()
    QTest.keyClicks(field, "Cykle")
    therapist.wait(lambda: therapist.model.state.is_saved)
    assert therapist.on_disk().content.goals == ("Cykle",)


def test_a_row_that_was_removed_comes_back(under_way: Therapist) -> None:
    key = under_way.model.state.draft.goals[0].key
    under_way.click(f"goal.{key}.remove")
    assert GOAL not in under_way.on_disk().content.goals
    assert under_way.reads("removed") == f"Removed: {GOAL}"
    under_way.click("undo")
    assert under_way.on_disk().content.goals[0] == GOAL


def test_a_plan_begins_on_the_day_that_is_typed(qtbot: QtBot, room: Room) -> None:
    therapist = Therapist(qtbot, room, room.plan())
    therapist.click("begin_plan")
    therapist.write("plan_day", "1-12-26")
    therapist.click("confirm")
    plan = therapist.on_disk()
    assert (plan.status, plan.begun_on) == (PlanStatus.BEGUN, BEGINS)
    assert "The GP has not been told yet at the start." in therapist.reads("plan_status")
    assert not therapist.find(QWidget, "plan_question").isVisible()
    focused = therapist.screen.focusWidget()
    assert focused is not None
    assert focused.objectName() == "tell_gp.start"


def test_a_day_that_cannot_be_read_is_told_beside_it_and_nothing_begins(qtbot: QtBot, room: Room) -> None:
    therapist = Therapist(qtbot, room, room.plan())
    therapist.click("begin_plan")
    therapist.write("plan_day", "i morgen")
    therapist.click("confirm")
    assert therapist.reads("plan_day_error")
    assert therapist.on_disk().status is PlanStatus.DRAFT
    therapist.press(Qt.Key.Key_Escape)
    assert not therapist.find(QWidget, "plan_question").isVisible()


def test_a_plan_without_a_word_does_not_begin(therapist: Therapist) -> None:
    therapist.click("begin_plan")
    therapist.click("confirm")
    assert therapist.model.state.errors["goals"].message_id == "plan.nothing_agreed"
    assert therapist.on_disk().status is PlanStatus.DRAFT


def test_the_text_to_the_gp_is_copied_noted_and_the_note_taken_back(under_way: Therapist, qapp: QApplication) -> None:
    guard = ClipboardGuard(is_ours=lambda: True)
    under_way.click("tell_gp.start")
    text = under_way.find(QPlainTextEdit, "letter_text").toPlainText()
    for said in ("Behovsvurdering, kræft", GOAL, "Lonni Test Lauridsen", "Karin Prøve"):
        assert said in text
    under_way.click("copy_letter")
    assert qapp.clipboard().text() == text
    assert under_way.reads("letter_said").startswith("Copied.")
    guard.forget()
    assert qapp.clipboard().text() == ""
    under_way.write("plan_day", "24-11-2026")
    under_way.click("confirm")
    assert "not come yet" in under_way.reads("plan_day_error")
    assert under_way.on_disk().gp_told_at_start is None
    under_way.write("plan_day", "22-11-2026")
    under_way.click("confirm")
    assert under_way.on_disk().gp_told_at_start == date(2026, 11, 22)
    assert "not been told" not in under_way.reads("plan_status")
    under_way.click("gp_note_back.start")
    assert under_way.on_disk().gp_told_at_start is None


def test_the_text_to_the_gp_is_printed_as_a_letter(under_way: Therapist, qtbot: QtBot) -> None:
    under_way.click("tell_gp.start")
    with qtbot.waitSignal(under_way.screen.print_requested) as printed:
        under_way.click("print_letter")
    assert printed.args == [under_way.find(QPlainTextEdit, "letter_text").toPlainText()]
    assert under_way.reads("letter_said").startswith("Handed to the printer.")


def test_nobody_asks_about_a_gp_whom_the_citizen_does_not_want_told(under_way: Therapist) -> None:
    under_way.click("gp_declined")
    assert under_way.on_disk().gp_declined
    assert "GP" not in under_way.reads("plan_status")
    assert not under_way.find(QAbstractButton, "tell_gp.start").isVisibleTo(under_way.screen)


def test_an_ended_plan_can_be_read_and_no_longer_written(qtbot: QtBot, room: Room) -> None:
    under_way = Therapist(qtbot, room, room.session.plans.begin(room.plan(), TODAY))
    under_way.click("end_plan")
    under_way.write("plan_day", "1-3-2027")
    under_way.click("confirm")
    assert "not come yet" in under_way.reads("plan_day_error")
    under_way.write("plan_day", "23-11-2026")
    under_way.click("confirm")
    assert under_way.on_disk().status is PlanStatus.ENDED
    fields = [field for field in under_way.screen.findChildren(QPlainTextEdit) if field.isVisible()]
    assert fields
    assert all(field.isReadOnly() for field in fields)
    assert "at the start and at the end" in under_way.reads("plan_status")
    under_way.click("tell_gp.end")
    assert "Plan" not in under_way.find(QPlainTextEdit, "letter_text").toPlainText().splitlines()[0]


def test_a_plan_that_never_began_can_be_removed(therapist: Therapist, qtbot: QtBot) -> None:
    with qtbot.waitSignal(therapist.screen.closed_requested):
        therapist.click("remove_plan")
    assert therapist.room.session.plans.of_patient(therapist.room.patient.id) == ()


def test_the_paper_beside_it_is_what_is_saved(under_way: Therapist) -> None:
    under_way.wait(lambda: under_way.model.picture is not None)
    under_way.press(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    under_way.wait(under_way.room.saved_as.is_file)
    assert GOAL in said_by(under_way.room.saved_as.read_bytes()).everything


def test_what_could_not_be_written_is_said_and_written_later(
    therapist: Therapist, monkeypatch: pytest.MonkeyPatch
) -> None:
    from needsform.models.errors import WorldError

    def full(*_: object) -> RehabilitationPlan:
        raise WorldError("store.disk_full")

    plans = therapist.room.session.plans
    key = therapist.model.state.draft.goals[-1].key
    with monkeypatch.context() as world:
        world.setattr(plans, "save", full)
        therapist.write(f"goal.{key}", GOAL)
        assert therapist.find(QLabel, "problem").text()
        assert not therapist.model.flush()
    assert therapist.model.flush()
    assert therapist.on_disk().content.goals == (GOAL,)
    assert therapist.find(QLabel, "problem").text() == ""


def test_two_windows_do_not_overwrite_each_other(therapist: Therapist) -> None:
    room = therapist.room
    room.session.plans.save(
        therapist.on_disk(), therapist.model.state.draft.content.model_copy(update={"goals": ("a",)})
    )
    told: list[str] = []
    therapist.model.failed.connect(lambda message: told.append(message.message_id))
    therapist.write(f"goal.{therapist.model.state.draft.goals[-1].key}", "b")
    assert told == ["plan.changed_elsewhere"]
    assert therapist.on_disk().content.goals == ("a",)


def test_enter_goes_on_and_escape_leaves(therapist: Therapist, qtbot: QtBot) -> None:
    first = therapist.find(QPlainTextEdit, f"goal.{therapist.model.state.draft.goals[-1].key}")
    first.setFocus()
    therapist.press(Qt.Key.Key_Return)
    assert therapist.screen.focusWidget() is not first
    with qtbot.waitSignal(therapist.screen.closed_requested):
        therapist.press(Qt.Key.Key_Escape)


def test_a_model_without_a_screen_says_the_same(room: Room) -> None:
    model = PlanViewModel(room.session, room.patient, room.plan(), room.words, room.background)
    assert model.content().plan.content.goals[0] == GOAL
    assert model.today == "23-11-2026"
