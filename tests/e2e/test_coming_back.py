"""A citizen whose course had ended comes back on their own: a new case, linked to what was before, and counted once."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QWidget

from needsform.app import Program
from needsform.models.assessment import ReferralSource
from needsform.models.inbox import ReferralDetails
from needsform.models.referral import ClosingReason
from needsform.models.rehabilitation_plan import PlanContent
from needsform.models.site import SiteKind
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database, open_database
from needsform.ui.widgets.returns_section import ReturnsSection
from needsform.ui.widgets.row_table import RowTable
from tests.clock import StandingClock
from tests.e2e.pages import WorklistPage
from tests.reading import words_on
from tests.ward import PUBLIC_TEST_PERSONS, citizen

LONNI = "Lonni Test Lauridsen"
ENDED = "afsluttet 23-11-2026, forløbet er gennemført"
FIGURE = "rows_courses_begun_from_self"


def course_that_ended(session: Session) -> None:
    """What was before: the hospital informed, the citizen was reached, and the plan has ended."""
    session.change_site(session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY}))
    lonni = session.patients.register(citizen(LONNI))
    today = session.now().date()
    session.referrals.receive(lonni.id, ReferralDetails(source=ReferralSource.HOSPITAL, informed_on=today))
    begin_plan(session)
    (plan,) = session.plans.of_patient(lonni.id)
    session.plans.end(plan, today, ClosingReason.COMPLETED)


def begin_plan(session: Session) -> None:
    """A plan that begins today, in the case that is open."""
    (lonni,) = session.patients.find(LONNI)
    draft = session.plans.start(lonni.id)
    session.plans.begin(session.plans.save(draft, PlanContent(goals=("Gå ture igen",))), session.now().date())


def register_again(worklist: WorklistPage) -> None:
    """She calls the municipality herself, and whoever answers finds her earlier course there, ticked."""
    hands = worklist.hands
    hands.click("go_to_inbox")
    hands.click("register")
    hands.write("identifier", PUBLIC_TEST_PERSONS[LONNI])
    tick = hands.find(QCheckBox, "comes_back")
    assert (tick.isChecked(), tick.text()) == (True, f"Borgeren kommer igen. Tidligere forløb: {ENDED}")
    hands.click(f"source_{list(ReferralSource).index(ReferralSource.SELF)}")
    hands.click("save")
    hands.find(QWidget, "inbox_screen")


def acts(database: Database, *actions: str) -> list[tuple[object, ...]]:
    """What the trace has of these."""
    rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq")
    return [tuple(row.values()) for row in rows if row["action"] in actions]


@pytest.fixture
def database(worklist: WorklistPage, unlocked: Unlocked, folder: Path) -> Iterator[Database]:  # noqa: ARG001
    """A second connection to the store, to look at what is really on the disk."""
    opened = open_database(folder / "needsform.db", unlocked.key)
    yield opened
    opened.close()


def test_a_citizen_comes_back_on_their_own_a_month_after_the_course_had_ended(
    worklist: WorklistPage, program: Program, clock: StandingClock, database: Database
) -> None:
    hands, workday = worklist.hands, program.journeys.workday
    assert workday is not None
    course_that_ended(workday.session)
    clock.advance(timedelta(days=30))
    register_again(worklist)
    assert acts(database, "receive_referral") == [("receive_referral", "hospital"), ("receive_referral", "self")]

    worklist.find("Lonni")
    said = words_on(hands.find(ReturnsSection, "returns_section"))
    assert said[-3:] == ["A" + ENDED[1:], "23-12-2026", "Borgeren selv"]

    hands.click("return_0_act_1")  # the new case
    hands.find(QWidget, "referral_screen")
    for _ in range(2):  # it was no mistake after all
        hands.click("comes_back")
    assert acts(database, "correct_referral") == [
        ("correct_referral", "comes_back=no"),
        ("correct_referral", "comes_back=yes"),
    ]

    begin_plan(workday.session)
    hands.click("go_to_administration")
    hands.click("administer_indicators_act_0")
    hands.wait_for(lambda: hands.sees(FIGURE), "the figures")
    hands.click(FIGURE)
    rows = hands.find(RowTable, "indicator_rows")
    hands.wait_for(lambda: rows.model().rowCount() > 0, "whom it counts")
    assert rows.model().rowCount() == 1
