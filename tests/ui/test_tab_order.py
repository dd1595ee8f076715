"""The Tab key comes to a list where it stands, however often and however late it is filled."""

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.patient import Patient
from needsform.models.typed_patient import TypedPatient
from needsform.models.words import Words
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.screens.inbox_screen import InboxScreen
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.viewmodels.inbox_view_model import InboxViewModel
from needsform.ui.viewmodels.patient_view_model import Asked, PatientViewModel, StopReason
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.short_list import ShortList
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffPage
from needsform.ui.widgets.work_row import RowText, WorkRow
from tests.clock import StandingClock
from tests.ui.conftest import shown
from tests.ui.entry.stagings import Ward
from tests.ui.receiver.stagings import case_of
from tests.ward import first_talk

TOOLS_OF_CARD = ["record", "correct", "new_assessment"]


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A button, a list, another list, and a button."""
    around = QWidget()
    column = QVBoxLayout(around)
    column.addWidget(named_button("Before", "before", parent=around))
    for what in ("upper", "lower"):
        listed = ShortList(("Citizen",), (60, 40), around)
        listed.setObjectName(what)
        column.addWidget(listed)
    column.addWidget(named_button("After", "after", parent=around))
    qtbot.addWidget(around)
    with qtbot.waitActive(around):
        shown(around, 900, 600)
        around.activateWindow()
    return around


@pytest.fixture
def ward(
    session: Session,
    access: Access,
    background: Background,
    clock: StandingClock,
    patients: dict[str, Patient],
    danish: Words,
) -> Ward:
    """Whose screens they are."""
    return Ward(session, access, background, clock, patients, danish)


def in_window(build: Callable[[QWidget], QWidget], qtbot: QtBot) -> StaffPage:
    """A screen where it stands in the program: beside the navigation."""
    page = StaffPage(NavigationState(Place.WORKLIST, 0, "Karin Prøve", "", ""), build)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        shown(page)
        page.activateWindow()
    return page


def fill(page: QWidget, what: str, *names: str) -> None:
    """List these."""
    listed = page.findChild(ShortList, what)
    assert listed is not None
    listed.show_rows(partial(WorkRow, name, RowText(name, actions=("Open",), is_link=False)) for name in names)
    QApplication.processEvents()


def stops(page: QWidget, first: str = "before") -> list[str]:
    """Where the Tab key comes to, from the first button on."""
    return list(_round(page, first))


def _round(page: QWidget, name: str) -> Iterator[str]:
    first = page.findChild(QWidget, name)
    assert first is not None
    first.setFocus()
    yield name
    while True:
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        at = QApplication.focusWidget()
        if at is None or at is first or not page.isAncestorOf(at):
            return
        yield at.objectName()


def test_a_list_that_was_empty_is_reached_where_it_stands(page: QWidget) -> None:
    assert stops(page) == ["before", "after"]
    fill(page, "upper", "ada", "bo")
    assert stops(page) == ["before", "ada_act_0", "bo_act_0", "after"]
    fill(page, "lower", "eva")
    assert stops(page) == ["before", "ada_act_0", "bo_act_0", "eva_act_0", "after"]


def test_a_list_keeps_its_turn_however_often_it_is_emptied_and_filled(page: QWidget) -> None:
    fill(page, "lower", "eva")
    for names in (("ada",), (), ("bo", "cia"), ("cia",), (), (), ("ada", "cia", "bo")):
        fill(page, "upper", *names)
        assert stops(page) == ["before", *(f"{name}_act_0" for name in names), "eva_act_0", "after"]
    fill(page, "lower")
    fill(page, "lower", "eva")
    assert stops(page) == ["before", "ada_act_0", "cia_act_0", "bo_act_0", "eva_act_0", "after"]


def test_the_first_case_of_an_inbox_is_reached_before_what_stands_beneath(ward: Ward, qtbot: QtBot) -> None:
    view_model = InboxViewModel(ward.session)
    window = in_window(lambda room: InboxScreen(view_model, ward.words, room), qtbot)
    screen = window.findChild(InboxScreen)
    assert screen is not None
    screen.add_section(named_button("Beneath", "beneath"))
    QApplication.processEvents()
    tools = ["refresh", "register", "take_in"]
    assert stops(screen, "refresh") == [*tools, "beneath"]
    case = case_of(ward, "Einer Test Lauridsen", date(2026, 11, 20))
    for _ in range(2):
        view_model.refresh()
        QApplication.processEvents()
        row = [f"case_{case.id}_open", f"case_{case.id}_act_0"]
        assert stops(screen, "refresh") == [*tools, *row, "beneath"]


def test_the_assessments_of_a_card_keep_their_turn_when_one_of_them_has_changed(ward: Ward, qtbot: QtBot) -> None:
    other, begun = (ward.session.assessments.start(ward.einer(), first_talk()) for _ in range(2))
    view_model = PatientViewModel(ward.session, ward.einer().id, ward.words, ward.clock)
    window = in_window(lambda room: PatientScreen(view_model, ward.words, shows_more=False, parent=room), qtbot)
    screen = window.findChild(PatientScreen)
    assert screen is not None
    screen.add_sections((lambda room: named_button("Beneath", "beneath", parent=room),))
    qtbot.waitUntil(lambda: screen.findChild(QPushButton, "beneath") is not None)
    QApplication.processEvents()
    kept = [f"assessment_{other.id}_act_0", f"assessment_{other.id}_act_1"]
    gone = [f"assessment_{begun.id}_act_0", f"assessment_{begun.id}_act_1"]
    in_order = stops(screen, "record")
    assert sorted(in_order[3:-1]) == sorted([*kept, *gone])
    assert [*in_order[:3], in_order[-1]] == [*TOOLS_OF_CARD, "beneath"]
    view_model.ask(Asked.STOP, begun.id)
    view_model.stop(StopReason.DECLINED)
    QApplication.processEvents()
    assert stops(screen, "record") == [*TOOLS_OF_CARD, *kept, "beneath"]


def test_citizens_who_may_be_meant_are_reached_after_the_name_that_is_typed(ward: Ward, qtbot: QtBot) -> None:
    fields = CitizenFields((), (), shows_more=False)
    qtbot.addWidget(fields)
    with qtbot.waitActive(fields):
        shown(fields)
        fields.activateWindow()
    before = stops(fields, "name")
    for found in (ward.session.patients.find("Einer"), (), ward.session.patients.find("Max")):
        fields.render_typed(TypedPatient(name="x"), {}, found)
        QApplication.processEvents()
        named = [f"suggestion_{number}" for number in range(len(found))]
        assert stops(fields, "name") == [before[0], *named, *before[1:]]
