"""Citizen A had the screen; now citizen B has it. Two hundred things that are A's, and none of them anywhere."""

import gc
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QStringListModel, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface, QGuiApplication, QTextDocument
from PySide6.QtWidgets import QApplication, QComboBox, QCompleter, QLabel, QLineEdit, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan, Need, Responsible, ResponsibleType
from needsform.models.identity import LinkId
from needsform.models.patient import Relative
from needsform.services.session import Session
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.painted_words import PaintedWords
from tests.e2e.pages import UnlockPage, WorklistPage
from tests.ward import FIRST_RUN, PASSWORD, citizen, first_talk

MARKERS = 200
A, B = "Einer Test Lauridsen", "Else Test Lauridsen"


class Markers:
    """Words that stand nowhere but in A's papers, each given out once."""

    def __init__(self) -> None:
        self.given: list[str] = []

    def next(self) -> str:
        """Another one."""
        self.given.append(f"Q{len(self.given):03d}x{len(self.given) * 7919 % 99991:05d}")
        return self.given[-1]


def plant(session: Session) -> tuple[Assessment, Sequence[str]]:
    """A's whole form with a marker in every field that takes words."""
    markers = Markers()
    patient = session.patients.register(
        citizen(A).model_copy(
            update={
                "phone": markers.next(),
                "best_time_to_call": markers.next(),
                "address": markers.next(),
                "general_practitioner": markers.next(),
                "general_practitioner_phone": markers.next(),
                "relative": Relative(name=markers.next(), relation=markers.next(), phone=markers.next()),
            }
        )
    )
    details = first_talk().model_copy(update={"unit": markers.next(), "offered_reason": markers.next()})
    assessment = session.assessments.start(patient, details)
    form = session.questionnaires.default()
    for area in form.areas:
        if area.other is not None:
            assessment = session.front_pages.set_answer(assessment, area.other.link_id, markers.next())
    for topic in form.topics.values():
        for mark in topic.marks():
            assessment = session.front_pages.set_answer(assessment, mark.link_id, True)
        if topic.note is not None:
            assessment = session.front_pages.set_answer(assessment, topic.note.link_id, markers.next())
    topics = list(form.topics)
    needs = tuple(
        Need(topic=topic, patient_words=markers.next(), observed=markers.next(), take_further=True)
        for topic in topics[:45]
    )
    activities = []
    while len(markers.given) < MARKERS:
        activities.append(
            Activity(
                text=markers.next(),
                topics=(LinkId(topics[0]),),
                responsible=Responsible(type=ResponsibleType.MUNICIPALITY, name=markers.next()),
                when=markers.next(),
            )
        )
    plan = CarePlan(needs=needs, activities=tuple(activities), told_that_authority_decides=True)
    finished = session.front_pages.complete(assessment)
    return session.back_pages.save(finished, plan), markers.given


def everything_said(program: Program) -> Iterator[str]:
    """Every word that any widget, model, document, completer, title, accessible object or clipboard holds."""
    for widget in QApplication.allWidgets():
        yield from (widget.windowTitle(), widget.accessibleName(), widget.accessibleDescription())
        yield from (widget.toolTip(), widget.statusTip(), widget.whatsThis(), widget.objectName())
        if isinstance(widget, QLabel | QLineEdit):
            yield widget.text()
        if isinstance(widget, GrowingText):
            yield widget.text
        if isinstance(widget, QComboBox):
            yield from (widget.itemText(row) for row in range(widget.count()))
    for window in QGuiApplication.topLevelWindows():
        yield window.title()
    for painted in [thing for thing in gc.get_objects() if isinstance(thing, PaintedWords)]:
        yield from painted.texts
    for thing in [thing for thing in gc.get_objects() if isinstance(thing, QObject)]:
        if isinstance(thing, QTextDocument):
            yield thing.toPlainText()
        if isinstance(thing, QCompleter):
            yield thing.completionPrefix()
        if isinstance(thing, QAbstractItemModel):
            yield from words_of(thing, QModelIndex())
    yield from accessible_words(QAccessible.queryAccessibleInterface(program.window))
    for mode in (QGuiApplication.clipboard().Mode.Clipboard, QGuiApplication.clipboard().Mode.Selection):
        yield QGuiApplication.clipboard().text(mode)
    for path in program.directory.iterdir():
        if path.suffix == ".json":
            yield path.read_text(encoding="utf-8")


def words_of(model: QAbstractItemModel, parent: QModelIndex) -> Iterator[str]:
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield str(model.data(index, Qt.ItemDataRole.DisplayRole))
        yield from words_of(model, index)


def accessible_words(thing: QAccessibleInterface | None) -> Iterator[str]:
    if thing is None or not thing.isValid():
        return
    for kind in (QAccessible.Text.Name, QAccessible.Text.Value, QAccessible.Text.Description, QAccessible.Text.Help):
        yield thing.text(kind)
    for place in range(thing.childCount()):
        yield from accessible_words(thing.child(place))


def found(markers: Sequence[str], program: Program) -> list[str]:
    """Those of the markers that somebody could come upon."""
    gc.collect()
    told = "\n".join(everything_said(program))
    return [marker for marker in (*markers, A, "020160-9995", "0201609995") if marker in told]


def session_of(program: Program) -> Session:
    workday = program.journeys.workday
    assert workday is not None
    return workday.session


def give_to(hands: Hands, name: str) -> None:
    """The screen goes to a citizen whose form is begun."""
    hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    hands.click("go_to_worklist")
    hands.find(QWidget, "worklist_screen")
    WorklistPage(hands).take_next_step(name)
    hands.find(QWidget, "patient_mode_screen")


def picture(program: Program, hands: Hands) -> bytes:
    """What B sees, pixel by pixel."""
    hands.settle()
    return bytes(program.window.grab().toImage().constBits())


def yes() -> bool:
    return True


@pytest.fixture
def planted(worklist: WorklistPage, program: Program) -> tuple[Assessment, Sequence[str]]:
    """A's papers are in the store, B's form is begun."""
    program.clipboard._is_ours = yes  # out of sight the platform cannot tell whose it is
    session = session_of(program)
    assessment, markers = plant(session)
    assert len(markers) >= MARKERS
    other = citizen(B)
    session.assessments.start(session.patients.register(other), first_talk())
    worklist.hands.click("refresh")
    return assessment, markers


def walk_through(program: Program, hands: Hands) -> None:
    """Karin looks at everything of A's: the card, the talk, every word of it; copies; and searches."""
    WorklistPage(hands).find("Einer")
    hands.find(QWidget, "patient_screen")
    QGuiApplication.clipboard().setText("020160-9995")
    hands.click("go_to_worklist")
    hands.find(QWidget, "worklist_screen")
    WorklistPage(hands).take_next_step(A)
    hands.find(QWidget, "back_page_screen")
    hands.wait_until_quiet(lambda: program.is_busy)


def test_nothing_of_the_one_before_is_anywhere_when_the_next_has_the_screen(
    planted: tuple[Assessment, Sequence[str]], program: Program, hands: Hands
) -> None:
    _, markers = planted
    walk_through(program, hands)
    assert len(found(markers, program)) > MARKERS // 2  # the search finds what is there to be found
    hands.press(Qt.Key.Key_Escape)
    hands.find(QWidget, "worklist_screen")
    give_to(hands, B)
    hands.settle()
    assert found(markers, program) == []


@pytest.mark.usefixtures("planted")
def test_what_the_next_one_sees_is_to_the_pixel_what_they_would_see_on_a_fresh_morning(
    program: Program, hands: Hands
) -> None:
    give_to(hands, B)
    fresh = picture(program, hands)
    hands.click("staff")
    hands.write("staff_password", PASSWORD)
    hands.press(Qt.Key.Key_Return)
    hands.find(QWidget, "worklist_screen")
    walk_through(program, hands)
    assert picture(program, hands) != fresh
    hands.press(Qt.Key.Key_Escape)
    hands.find(QWidget, "worklist_screen")
    give_to(hands, B)
    assert picture(program, hands) == fresh


def test_undo_in_the_next_ones_form_brings_nothing_back(
    planted: tuple[Assessment, Sequence[str]], program: Program, hands: Hands
) -> None:
    _, markers = planted
    walk_through(program, hands)
    hands.press(Qt.Key.Key_Escape)
    hands.find(QWidget, "worklist_screen")
    give_to(hands, B)
    hands.click("practical.other")
    control = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y, Qt.Key.Key_V, Qt.Key.Key_Z):
        hands.press(key, control)
    assert found(markers, program) == []


def test_after_the_lock_and_another_morning_nothing_is_left(
    planted: tuple[Assessment, Sequence[str]], program: Program, hands: Hands
) -> None:
    _, markers = planted
    walk_through(program, hands)
    program.journeys.lock_unattended()
    hands.wait_until_quiet(lambda: program.is_busy)
    assert found(markers, program) == []
    UnlockPage(hands).try_password(FIRST_RUN.login, PASSWORD)
    hands.find(QWidget, "back_page_screen")
    assert len(found(markers, program)) > MARKERS // 2


@pytest.mark.parametrize("leak", ["label", "title", "model", "completer", "document"])
def test_a_leak_of_any_kind_is_found_out(worklist: WorklistPage, program: Program, leak: str) -> None:
    """The negative control of all of the above."""
    window, marker = worklist.hands.window, "Q000x07919"
    assert found([marker], program) == []
    kept: list[QObject] = []
    match leak:
        case "label":
            kept.append(QLabel(marker, window))
        case "title":
            window.setWindowTitle(f"Behovsvurdering – {marker}")
        case "model":
            kept.append(QStringListModel([marker]))
        case "completer":
            completer = QCompleter()
            completer.setCompletionPrefix(marker)
            kept.append(completer)
        case "document":
            kept.append(QTextDocument(marker))
    assert found([marker], program) == [marker]
    for thing in kept:
        thing.deleteLater()
