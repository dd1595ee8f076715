"""Whether a case goes on from an earlier course: said by a tick on its own page, and put right there."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.errors import Message
from needsform.models.referral import ClosingReason, Referral
from needsform.ui.viewmodels.returns_view_model import ReturnsState, ReturnsViewModel
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.returns_section import ReturnsSection
from tests.reading import words_on
from tests.ui.conftest import shown, sweep
from tests.ui.entry.stagings import Ward
from tests.ui.receiver.stagings import case_of

MAX = "Max Test Berggren"


@pytest.fixture
def case(ward: Ward) -> Referral:
    """A case that began after another one had ended, and is not linked to it."""
    ward.session.referrals.close(case_of(ward, MAX, date(2026, 11, 20)), ClosingReason.COMPLETED)
    return case_of(ward, MAX, date(2026, 11, 23))


@pytest.fixture
def view_model(ward: Ward, case: Referral) -> ReturnsViewModel:
    """What its page knows of it."""
    return ReturnsViewModel(ward.session, case.patient_id, case.id)


@pytest.fixture
def section(ward: Ward, case: Referral, view_model: ReturnsViewModel, qtbot: QtBot) -> Iterator[ReturnsSection]:
    """What its page shows of it."""
    page, state = QWidget(), view_model.state
    qtbot.addWidget(page)
    section = ReturnsSection(state.returns, ward.words, page, here=case.id, offered=state.offered)
    section.linked.connect(view_model.link)

    def show(state: ReturnsState) -> None:
        section.show_returns(state.returns, state.offered)

    view_model.changed.connect(show)
    QVBoxLayout(page).addWidget(section)
    shown(page)
    yield section
    page.close()  # held until here, or Python would let go of it


def tick_of(section: ReturnsSection) -> CheckBox:
    """The one box."""
    tick = section.findChild(CheckBox, "comes_back")
    assert tick is not None
    return tick


def test_a_case_that_begins_with_a_sheet_can_be_linked_on_its_page_and_the_link_taken_back(
    section: ReturnsSection, ward: Ward, case: Referral
) -> None:
    tick = tick_of(section)
    assert tick.text() == "Borgeren kommer igen. Tidligere forløb: afsluttet 23-11-2026, forløbet er gennemført"
    assert not tick.isChecked()
    assert words_on(section) == ["Tidligere forløb"]
    tick.setFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    sweep()
    assert [back.case_id for back in ward.session.former_courses.of_patient(case.patient_id)] == [case.id]
    assert "Afsluttet 23-11-2026, forløbet er gennemført" in words_on(section)
    assert tick.isChecked()
    assert tick.hasFocus()
    QTest.keyClick(tick, Qt.Key.Key_Space)
    sweep()
    assert ward.session.former_courses.of_patient(case.patient_id) == ()
    assert words_on(section) == ["Tidligere forløb"]


def test_a_case_that_was_closed_meanwhile_stays_as_it_was_and_that_is_said(
    section: ReturnsSection, ward: Ward, case: Referral, view_model: ReturnsViewModel, qtbot: QtBot
) -> None:
    ward.session.referrals.close(case, ClosingReason.MOVED)
    with qtbot.waitSignal(view_model.failed) as failed:
        QTest.keyClick(tick_of(section), Qt.Key.Key_Space)
    assert failed.args == [Message("referral.closed")]
    assert not tick_of(section).isChecked()


def test_on_the_card_nothing_is_asked(ward: Ward, case: Referral) -> None:
    card = ReturnsViewModel(ward.session, case.patient_id)
    card.link(True)
    assert card.state == ReturnsState(())
