"""A plan for rehabilitation at a receiver: written, begun, ended, and the general practice told."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment, ReferralSource
from needsform.models.care_plan import CarePlan, Need, RetrainingPlan
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.identity import LinkId, PatientId, PlanId, ReferralId
from needsform.models.letter import LetterForm
from needsform.models.patient import Patient
from needsform.models.referral import ClosingReason, ContactOutcome, Referral, ReferralStatus
from needsform.models.rehabilitation_plan import Agreed, GpMoment, Offer, PlanContent, PlanStatus, RehabilitationPlan
from needsform.models.retention import RetentionRule
from needsform.services import reference_data
from needsform.services.plan_papers import gp_text, render_plan
from needsform.services.session import Session
from needsform.storage.database import Database
from needsform.storage.referrals import add_referral, load_referral
from needsform.storage.retention import due
from tests.clock import StandingClock
from tests.export.saying import said_by

SAYS = PlanContent(
    goals=("Tilbage på 25 timer om ugen til sommer",),
    offers=(Offer(name="Balance- og styrketræning", begins="01-12-2026", responsible="Sundhedscenter Test"),),
)
BEGINS, ENDS = date(2026, 11, 2), date(2026, 11, 20)
"""Days that have come, seen from the clock."""
TOMORROW = date(2026, 11, 24)


@pytest.fixture
def case(database: Database, einer: Patient, clock: StandingClock) -> Referral:
    """Einer's case, received this morning; nobody has called yet."""
    referral = Referral(
        id=ReferralId("r"),
        patient_id=einer.id,
        source=ReferralSource.HOSPITAL,
        informed_on=clock().date(),
        received_at=clock(),
        contact_by=clock().date() + timedelta(days=3),
    )
    with database.atomic():
        add_referral(database, referral)
    return referral


@pytest.fixture
def plan(session: Session, einer: Patient) -> RehabilitationPlan:
    """Einer's plan, with a goal and an offer, not begun."""
    return session.plans.save(session.plans.start(einer.id), SAYS)


def refused(error: pytest.ExceptionInfo[PermissionDenied] | pytest.ExceptionInfo[WorldError]) -> str:
    return error.value.message.message_id


# Writing ------------------------------------------------------------------------------------------------------------


def test_what_is_written_is_on_disk(session: Session, plan: RehabilitationPlan) -> None:
    orally = session.plans.save(plan, plan.content.model_copy(update={"agreed": Agreed.ORALLY}))
    assert session.plans.get(plan.id) == orally
    assert orally.content.goals == SAYS.goals


def test_whoever_opens_the_plan_is_who_the_citizen_calls(session: Session, einer: Patient) -> None:
    content = session.plans.start(einer.id).content
    assert (content.responsible, content.responsible_phone) == ("Karin Prøve, sygeplejerske", "+45 70 00 00 00")


def test_what_the_back_page_said_of_a_genoptraeningsplan_is_not_asked_again(
    session: Session, einer: Patient, draft: Assessment
) -> None:
    care_plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue")),),
        told_that_authority_decides=True,
        retraining_plan=RetrainingPlan.GENERAL,
    )
    written = session.back_pages.save(session.front_pages.complete(draft), care_plan)
    signed = session.back_pages.sign(session.back_pages.complete(written))
    plan = session.plans.start(einer.id)
    assert (plan.assessment_id, plan.content.retraining_plan) == (signed.id, RetrainingPlan.GENERAL)


def test_a_citizen_has_one_plan_at_a_time(session: Session, plan: RehabilitationPlan) -> None:
    with pytest.raises(PermissionDenied) as error:
        session.plans.start(plan.patient_id)
    assert refused(error) == "plan.open_already"


def test_two_who_write_at_once_do_not_overwrite_each_other(session: Session, plan: RehabilitationPlan) -> None:
    session.plans.save(plan, PlanContent(goals=("Cykle igen",)))
    with pytest.raises(WorldError) as error:
        session.plans.save(plan, PlanContent(goals=("Gå til sang",)))
    assert refused(error) == "plan.changed_elsewhere"
    assert session.plans.get(plan.id).content.goals == ("Cykle igen",)


def test_saying_the_same_again_writes_nothing(session: Session, plan: RehabilitationPlan) -> None:
    assert session.plans.save(plan, plan.content) is plan


def test_a_plan_that_never_began_can_be_taken_away(session: Session, plan: RehabilitationPlan) -> None:
    session.plans.discard(plan)
    assert session.plans.of_patient(plan.patient_id) == ()
    with pytest.raises(WorldError) as error:
        session.plans.get(plan.id)
    assert refused(error) == "plan.unknown"


# Beginning and ending -----------------------------------------------------------------------------------------------


def test_beginning_moves_the_case_on(session: Session, case: Referral, einer: Patient, database: Database) -> None:
    plan = session.plans.save(session.plans.start(einer.id), SAYS)
    assert plan.referral_id == case.id
    begun = session.plans.begin(plan, BEGINS)
    assert (begun.status, begun.begun_on) == (PlanStatus.BEGUN, BEGINS)
    moved = load_referral(database, case.id)
    assert (moved.status, moved.plan_begun_on) == (ReferralStatus.PLAN_BEGUN, BEGINS)
    assert len(moved.attempts) == 1  # whoever agrees on a plan with the citizen has reached them


def test_the_day_of_the_beginning_can_be_put_right_and_its_case_follows(
    session: Session, case: Referral, einer: Patient, database: Database
) -> None:
    begun = session.plans.begin(session.plans.save(session.plans.start(einer.id), SAYS), BEGINS)
    assert session.plans.begin(begun, ENDS).begun_on == ENDS
    moved = load_referral(database, case.id)
    assert (moved.status, moved.plan_begun_on, len(moved.attempts)) == (ReferralStatus.PLAN_BEGUN, ENDS, 1)
    last = database.row("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert last is not None
    assert (last["action"], last["detail"]) == ("begin_plan", "corrected")


def test_a_plan_may_be_agreed_to_begin_on_a_day_to_come(session: Session, plan: RehabilitationPlan) -> None:
    assert session.plans.begin(plan, TOMORROW).begun_on == TOMORROW


def test_a_plan_does_not_end_on_a_day_to_come(session: Session, plan: RehabilitationPlan) -> None:
    begun = session.plans.begin(plan, BEGINS)
    with pytest.raises(InputError) as error:
        session.plans.end(begun, TOMORROW, ClosingReason.COMPLETED)
    assert (error.value.message.message_id, error.value.field) == ("plan.end_to_come", "ended_on")
    assert session.plans.get(plan.id) == begun


@pytest.mark.parametrize("moment", GpMoment)
def test_the_general_practice_was_not_told_on_a_day_to_come(
    session: Session, plan: RehabilitationPlan, moment: GpMoment
) -> None:
    begun = session.plans.begin(plan, BEGINS)
    with pytest.raises(InputError) as error:
        session.plans.tell_gp(begun, moment, TOMORROW)
    assert (error.value.message.message_id, error.value.field) == ("plan.told_to_come", "told_on")
    assert session.plans.get(plan.id) == begun


def test_a_plan_that_says_nothing_does_not_begin(session: Session, einer: Patient) -> None:
    with pytest.raises(InputError) as error:
        session.plans.begin(session.plans.start(einer.id), BEGINS)
    assert (error.value.message.message_id, error.value.field) == ("plan.nothing_agreed", "goals")


def test_ending_closes_the_case_with_its_reason(
    session: Session, case: Referral, einer: Patient, database: Database
) -> None:
    plan = session.plans.begin(session.plans.save(session.plans.start(einer.id), SAYS), BEGINS)
    ended = session.plans.end(plan, ENDS, ClosingReason.COMPLETED, "Går videre i foreningstilbud")
    closed = load_referral(database, case.id)
    assert (ended.status, ended.ended_on) == (PlanStatus.ENDED, ENDS)
    assert (closed.status, closed.closing_reason) == (ReferralStatus.CLOSED, ClosingReason.COMPLETED)
    assert session.plans.start(einer.id).referral_id is None


def test_an_end_before_the_beginning_is_refused(session: Session, plan: RehabilitationPlan) -> None:
    begun = session.plans.begin(plan, ENDS)
    with pytest.raises(InputError) as error:
        session.plans.end(begun, BEGINS, ClosingReason.COMPLETED)
    assert error.value.field == "ended_on"
    assert session.plans.get(plan.id) == begun


def test_the_store_itself_keeps_an_ended_plan_as_it_was(
    session: Session, plan: RehabilitationPlan, database: Database
) -> None:
    ended = session.plans.end(session.plans.begin(plan, BEGINS), ENDS, ClosingReason.COMPLETED)
    with pytest.raises(PermissionDenied):
        session.plans.save(ended, PlanContent())
    for change in ("content = '{}'", "status = 'begun', ended_on = NULL", "begun_on = '2020-01-01'"):
        with pytest.raises(WorldError), database.atomic():
            database.execute(f"UPDATE plans SET {change} WHERE id = ?", [plan.id])
    with pytest.raises(WorldError), database.atomic():
        database.execute("DELETE FROM plans WHERE id = ?", [plan.id])
    assert session.plans.get(plan.id) == ended


def test_a_begun_plan_is_not_thrown_away(session: Session, plan: RehabilitationPlan) -> None:
    begun = session.plans.begin(plan, BEGINS)
    with pytest.raises(PermissionDenied) as error:
        session.plans.discard(begun)
    assert refused(error) == "plan.begun"


# The general practice -----------------------------------------------------------------------------------------------


def test_the_general_practice_can_be_told_of_the_end_afterwards(session: Session, plan: RehabilitationPlan) -> None:
    begun = session.plans.begin(plan, BEGINS)
    told = session.plans.tell_gp(begun, GpMoment.START, BEGINS)
    ended = session.plans.end(told, ENDS, ClosingReason.COMPLETED)
    assert ended.gp_missing == (GpMoment.END,)
    assert session.plans.tell_gp(ended, GpMoment.END, ENDS).gp_missing == ()


def test_a_plan_stays_on_the_list_until_the_general_practice_is_told(
    session: Session, plan: RehabilitationPlan
) -> None:
    assert [row.plan.id for row in session.plans.to_look_after()] == [plan.id]
    ended = session.plans.end(session.plans.begin(plan, BEGINS), ENDS, ClosingReason.COMPLETED)
    assert [row.patient_name for row in session.plans.to_look_after()] == ["Einer Test Lauridsen"]
    told = session.plans.tell_gp(ended, GpMoment.START, ENDS)
    session.plans.tell_gp(told, GpMoment.END, ENDS)
    assert session.plans.to_look_after() == ()


def test_a_plan_leaves_the_list_when_the_citizen_wants_nobody_told(session: Session, plan: RehabilitationPlan) -> None:
    ended = session.plans.end(session.plans.begin(plan, BEGINS), ENDS, ClosingReason.DECLINED)
    session.plans.decline_gp(ended, is_declined=True)
    assert session.plans.to_look_after() == ()


# Trace and age ------------------------------------------------------------------------------------------------------


def test_every_act_leaves_one_row_that_tells_no_word_of_the_plan(
    session: Session, einer: Patient, database: Database
) -> None:
    plans = session.plans
    plan = plans.save(plans.start(einer.id), SAYS)
    plan = plans.decline_gp(plans.tell_gp(plans.begin(plan, BEGINS), GpMoment.START, BEGINS), is_declined=False)
    plans.end(plan, ENDS, ClosingReason.COMPLETED)
    plans.get(plan.id)
    plans.of_patient(einer.id)
    plans.to_look_after()
    plans.discard(plans.start(einer.id))
    rows = [
        (str(row["action"]), str(row["detail"]))
        for row in database.rows("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 11")
    ]
    assert rows[::-1] == [
        ("start_plan", ""),
        ("write_plan", ""),
        ("begin_plan", ""),
        ("tell_gp", "start"),
        ("tell_gp", "wanted"),
        ("end_plan", "completed"),
        ("read_plan", ""),
        ("read_plan", "plans"),
        ("list_work", "plans"),
        ("start_plan", ""),
        ("discard_plan", ""),
    ]


def test_a_record_with_a_plan_under_way_is_not_old(
    session: Session, plan: RehabilitationPlan, database: Database, clock: StandingClock
) -> None:
    with database.atomic():
        database.execute("UPDATE patients SET updated_at = '2001-01-01T00:00:00+01:00'")
    gone = [row.patient_id for row in due(database, RetentionRule(years=10), clock())]
    assert plan.patient_id not in gone
    assert gone
    assert session.plans.get(plan.id).status is PlanStatus.DRAFT


def test_erasing_the_citizen_takes_the_plan_along(
    session: Session, plan: RehabilitationPlan, database: Database
) -> None:
    session.plans.begin(plan, BEGINS)
    with database.atomic():
        database.execute("DELETE FROM patients WHERE id = ?", [plan.patient_id])
    assert database.rows("SELECT * FROM plans") == []


def test_a_plan_that_nobody_made_is_told_so(session: Session) -> None:
    with pytest.raises(WorldError) as error:
        session.plans.get(PlanId("none"))
    assert refused(error) == "plan.unknown"
    assert session.plans.of_patient(PatientId("none")) == ()


# On paper, and to the general practice ------------------------------------------------------------------------------


def test_the_texts_to_the_general_practice_name_author_role_phone_and_time(
    session: Session, plan: RehabilitationPlan, einer: Patient, clock: StandingClock
) -> None:
    words = reference_data.words("da")
    begun = session.plans.begin(plan, date(2026, 12, 1))
    signed = session.practitioner.signature()
    start = gp_text(session.plan_papers.content(einer, begun, words), GpMoment.START, signed)
    for said in ("Behovsvurdering, kræft", "01-12-2026", *SAYS.goals, "Balance- og styrketræning", "Karin Prøve"):
        assert said in start
    for said in ("sygeplejerske", "+45 70 00 00 00", words.time(session.now())):
        assert said in start
    content = begun.content.model_copy(update={"closing_status": "Arbejder 20 timer om ugen"})
    clock.advance(timedelta(days=98))
    ended = session.plans.end(session.plans.save(begun, content), date(2027, 3, 1), ClosingReason.COMPLETED)
    assert "begynder et rehabiliteringsforløb sammen med borgeren den 01-12-2026" in start
    end = gp_text(session.plan_papers.content(einer, ended, words), GpMoment.END, signed)
    for said in ("01-03-2027", "Kort status: Arbejder 20 timer om ugen", "Karin Prøve"):
        assert said in end


def test_a_plan_on_paper_or_in_a_file_leaves_a_row(
    session: Session, plan: RehabilitationPlan, einer: Patient, database: Database, tmp_path: Path
) -> None:
    papers = session.plan_papers
    pdf = render_plan(papers.content(einer, plan, reference_data.words("en")))
    papers.save_pdf(plan, pdf, tmp_path / "plan.pdf")
    papers.record_print(plan)
    papers.record_print_failure(plan, WorldError("print.not_begun"))
    papers.record_letter(plan, GpMoment.START, LetterForm.TEXT)
    papers.record_letter(plan, GpMoment.END, LetterForm.LETTER)
    with pytest.raises(WorldError):
        papers.save_pdf(plan, pdf, tmp_path / "nowhere" / "plan.pdf")
    assert (tmp_path / "plan.pdf").read_bytes() == pdf
    rows = database.rows("SELECT action, detail FROM audit_events WHERE patient_id = ? ORDER BY seq DESC", [einer.id])
    told = [(str(row["action"]), str(row["detail"])) for row in rows[:6]]
    letters = [
        ("print", "form=letter recipient=gp plan=end"),
        ("export", "form=text recipient=gp plan=start"),
    ]
    assert told[1:] == [*letters, ("print_failed", "reason=print.not_begun"), ("print", "plan"), ("export", "plan")]
    assert told[0][0] == "export_failed"


def test_a_citizen_who_asks_gets_plans_and_calls_too(
    session: Session, plan: RehabilitationPlan, einer: Patient
) -> None:
    session.plans.tell_gp(session.plans.begin(plan, BEGINS), GpMoment.START, BEGINS)
    calls = session.follow_up_calls
    calls.note(calls.plan(einer.id, date(2026, 11, 2)), ContactOutcome.NO_ANSWER, "ringer igen")
    files = session.records.read(einer.id, reference_data.words("da")).render(lambda _percent: None)
    assert set(files) == {"oversigt.pdf", "plan-1.pdf"}
    assert SAYS.goals[0] in said_by(files["plan-1.pdf"]).everything
    overview = said_by(files["oversigt.pdf"]).everything
    for told in ("egen læge fik besked 02-11-2026", "plan-1.pdf", "behandling, der sluttede 02-11-2026", "ringer igen"):
        assert told in overview
