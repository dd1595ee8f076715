"""A ward's sheet arrives at a municipality: two stores, the Bundle between them, and everything that can be wrong."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from needsform.models.assessment import Assessment, ReferralSource
from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Responsible, ResponsibleType
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import LinkId, ReceivedId
from needsform.models.inbox import ReferralDetails
from needsform.models.patient import Patient
from needsform.models.received_assessment import ArrivedAs, Finding, most_telling
from needsform.models.referral import ClosingReason
from needsform.models.site import SiteKind
from needsform.models.verification import Verification
from needsform.services.arrivals import ArrivedBundle, Unread
from needsform.services.intake import Examined
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.content import content_of
from needsform.storage.database import Database
from tests.clock import StandingClock
from tests.forging import unticked, without_signature
from tests.services.intake.conftest import EINER, MAX, Post, only
from tests.ward import citizen, first_talk


def examined(session: Session, path: Path) -> Examined:
    return session.intake.examine(only(path))


def rows(database: Database) -> list[tuple[object, ...]]:
    """Act and detail of the trace."""
    return [tuple(row.values()) for row in database.rows("SELECT action, detail FROM audit_events ORDER BY seq")]


@pytest.mark.usefixtures("knows_ward")
def test_a_sheet_of_a_known_ward_is_taken_in_with_its_citizen_and_begins_a_case(
    session: Session, post: Post, database: Database
) -> None:
    before = len(rows(database))
    sheet = examined(session, post.pdf(*post.assessment()))
    assert (sheet.finding, sheet.check.verification, sheet.is_clear) == (Finding.NEW, Verification.VERIFIED, True)
    taken = session.intake.take_in(sheet)
    assert taken.patient.details() == citizen(EINER)
    assert taken.received.facts.response.answers == {
        LinkId("fatigue.problem"): True,
        LinkId("fatigue.support"): True,
    }
    assert taken.received.facts.care_plan is not None
    assert (taken.received.arrived_as, taken.received.is_verified) == (ArrivedAs.PDF, True)
    assert taken.referral is not None
    assert (taken.referral.source, taken.referral.sender) == (
        ReferralSource.HOSPITAL,
        "Kræftafdelingen, Test Universitetshospital",
    )
    assert taken.referral.sender_contact == "Karin Prøve, +45 70 00 00 00"
    assert taken.referral.assessment_id == taken.received.facts.assessment_id
    assert rows(database)[before:] == [
        ("examine_sheet", "new"),
        ("register_patient", ""),
        ("take_in", "new verified"),
        ("receive_referral", "hospital"),
    ]
    assert session.intake.get(taken.received.id) == taken.received
    assert session.intake.of_patient(taken.patient.id) == (taken.received,)
    assert session.intake.form_of(taken.received) == session.questionnaires.default()


@pytest.mark.usefixtures("knows_ward")
def test_the_three_working_days_count_from_the_day_on_which_the_sheet_came(
    session: Session, post: Post, clock: StandingClock
) -> None:
    sheet = examined(session, post.pdf(*post.assessment()))
    signed_on = clock().date()
    clock.advance(timedelta(days=4))
    today = clock().date()
    with pytest.raises(InputError) as later:
        session.intake.take_in(sheet, informed_on=today + timedelta(days=1))
    with pytest.raises(InputError) as before:
        session.intake.take_in(sheet, informed_on=signed_on - timedelta(days=1))
    assert [(error.value.message.message_id, error.value.field) for error in (later, before)] == [
        ("referral.informed_later", "informed_on"),
        ("referral.informed_before", "informed_on"),
    ]
    assert session.patients.find("Einer") == ()
    case = session.intake.take_in(sheet, informed_on=signed_on + timedelta(days=1)).referral
    assert case is not None
    assert (case.informed_on, case.contact_by) == (date(2026, 11, 24), date(2026, 11, 27))
    with pytest.raises(InputError, match=r"referral\.informed_before"):
        session.referrals.correct_day(case, signed_on - timedelta(days=1))
    assert session.referrals.correct_day(case, signed_on).contact_by == date(2026, 11, 26)


@pytest.mark.usefixtures("knows_ward")
def test_a_sheet_whose_sender_is_withdrawn_while_it_waits_is_not_kept_as_confirmed(
    session: Session, ward: Session, post: Post
) -> None:
    path = post.pdf(*post.assessment())
    sheet = examined(session, path)
    session.site_keys.withdraw(ward.site_keys.own_card().public_key)
    with pytest.raises(InputError, match=r"intake\.sender_withdrawn"):
        session.intake.take_in(sheet)
    assert session.patients.find("Einer") == ()
    again = examined(session, path)
    assert (again.check.verification, again.is_clear) == (Verification.UNKNOWN_SENDER, False)
    received = session.intake.take_in(again).received
    assert (received.verification, received.verified_as) == (Verification.UNKNOWN_SENDER, "")


def test_a_sheet_whose_sender_becomes_known_while_it_waits_is_kept_as_confirmed(
    session: Session, ward: Session, post: Post
) -> None:
    sheet = examined(session, post.pdf(*post.assessment()))
    assert sheet.check.verification is Verification.UNKNOWN_SENDER
    session.site_keys.know(ward.site_keys.own_card())
    assert session.intake.take_in(sheet).received.is_verified


def test_a_sheet_of_a_ward_that_nobody_knows_waits_for_somebody_and_is_marked(session: Session, post: Post) -> None:
    sheet = examined(session, post.file(post.bundle(*post.assessment())))
    assert (sheet.finding, sheet.may_be_taken_in, sheet.is_clear) == (Finding.NEW, True, False)
    received = session.intake.take_in(sheet).received
    assert (received.verification, received.verified_as) == (Verification.UNKNOWN_SENDER, "")
    assert received.fingerprint != ""


@pytest.mark.usefixtures("knows_ward")
def test_importing_the_same_thing_twice_changes_nothing(
    session: Session, post: Post, database: Database, unlocked: Unlocked
) -> None:
    patient, assessment = post.assessment()
    for path in (post.pdf(patient, assessment), post.file(post.bundle(patient, assessment))):
        sheet = examined(session, path)
        if sheet.may_be_taken_in:
            session.intake.take_in(sheet)
    kept = stored(database, unlocked)
    for path in (post.pdf(patient, assessment), post.file(post.bundle(patient, assessment))):
        sheet = examined(session, path)
        assert sheet.finding is Finding.REPEATED
        with pytest.raises(InputError, match=r"intake\.repeated"):
            session.intake.take_in(sheet)
    assert stored(database, unlocked) == kept


def stored(database: Database, unlocked: Unlocked) -> str:
    """Everything but the trace."""
    return content_of(database, unlocked.key, tables=["patients", "referrals", "received_assessments", "assessments"])


@pytest.mark.usefixtures("knows_ward")
def test_a_sheet_that_was_changed_after_it_was_signed_is_turned_away(session: Session, post: Post) -> None:
    bundle = post.bundle(*post.assessment())
    forged = bundle.replace(b"Karin", b"Maren")
    assert forged != bundle
    sheet = examined(session, post.file(forged))
    assert sheet.finding is Finding.ALTERED
    with pytest.raises(InputError, match=r"intake\.altered"):
        session.intake.take_in(sheet)


@pytest.mark.usefixtures("knows_ward")
def test_an_older_revision_that_comes_late_is_outdated_and_the_newer_one_stays(
    session: Session, ward: Session, post: Post
) -> None:
    patient, first = post.assessment()
    old = post.file(post.bundle(patient, first))
    second = post.sign(ward.assessments.reopen(first, "Einer huskede mere"), "sleep.problem")
    newer = session.intake.take_in(examined(session, post.file(post.bundle(patient, second))))
    sheet = examined(session, old)
    assert sheet.finding is Finding.OUTDATED
    with pytest.raises(InputError, match=r"intake\.outdated"):
        session.intake.take_in(sheet)
    assert session.intake.of_patient(newer.patient.id) == (newer.received,)


@pytest.mark.usefixtures("knows_ward")
def test_a_newer_revision_stands_beside_the_older_one_in_the_same_case(
    session: Session, ward: Session, post: Post
) -> None:
    patient, first = post.assessment()
    taken = session.intake.take_in(examined(session, post.file(post.bundle(patient, first))))
    second = post.sign(ward.assessments.reopen(first, "Einer huskede mere"), "sleep.problem")
    sheet = examined(session, post.file(post.bundle(patient, second)))
    assert sheet.finding is Finding.NEWER
    again = session.intake.take_in(sheet)
    assert again.referral == taken.referral
    kept = session.intake.of_patient(taken.patient.id)
    assert kept == (again.received, taken.received)
    assert most_telling(kept) == (again.received,)


def test_a_forged_sheet_that_came_first_does_not_stand_in_the_way_of_the_ward_s_own(
    session: Session, ward: Session, post: Post
) -> None:
    patient, assessment = post.assessment()
    genuine = post.bundle(patient, assessment)
    forged = unticked(without_signature(genuine), "fatigue.support")
    first = examined(session, post.file(forged))
    assert (first.finding, first.check.verification) == (Finding.NEW, Verification.UNSIGNED)
    forged_kept = session.intake.take_in(first).received
    session.site_keys.know(ward.site_keys.own_card())
    second = examined(session, post.file(genuine))
    assert second.finding is Finding.OVERRULES
    kept = session.intake.take_in(second).received
    both = session.intake.of_patient(kept.patient_id)
    assert both == (kept, forged_kept)
    assert most_telling(both) == (kept,)
    assert examined(session, post.file(forged + b"\n")).finding is Finding.CONTRADICTS


def test_the_same_revision_with_other_answers_is_turned_away(session: Session, post: Post) -> None:
    bundle = without_signature(post.bundle(*post.assessment()))
    kept = session.intake.take_in(examined(session, post.file(bundle))).received
    other = examined(session, post.file(unticked(bundle, "fatigue.support")))
    assert other.finding is Finding.CONTRADICTS
    with pytest.raises(InputError, match=r"intake\.contradicts"):
        session.intake.take_in(other)
    assert session.intake.of_patient(kept.patient_id) == (kept,)


def test_a_signature_that_is_known_later_makes_the_same_sheet_worth_taking_in_again(
    session: Session, ward: Session, post: Post
) -> None:
    patient, assessment = post.assessment()
    bundle = post.bundle(patient, assessment)
    session.intake.take_in(examined(session, post.file(without_signature(bundle))))
    session.site_keys.know(ward.site_keys.own_card())
    sheet = examined(session, post.file(bundle))
    assert sheet.finding is Finding.FULLER
    received = session.intake.take_in(sheet).received
    assert most_telling(session.intake.of_patient(received.patient_id)) == (received,)


def test_a_draft_and_a_sheet_of_one_s_own_are_not_taken_in(session: Session, ward: Session, post: Post) -> None:
    patient = ward.patients.register(citizen(MAX))
    draft = ward.assessments.start(patient, first_talk())
    assert examined(session, post.file(post.bundle(patient, draft))).finding is Finding.NOT_SIGNED_OFF
    path = post.file(post.bundle(*post.assessment()))
    assert ward.intake.examine(only(path)).finding is Finding.OWN


@pytest.mark.usefixtures("knows_ward")
def test_a_citizen_who_is_known_keeps_what_is_known_and_the_sheet_comes_to_the_open_case(
    session: Session, post: Post, einer: Patient
) -> None:
    known = session.patients.correct(einer.id, citizen(EINER).model_copy(update={"phone": "20 12 34 56"}))
    told = ReferralDetails(source=ReferralSource.SELF, informed_on=session.now().date())
    case = session.referrals.receive(einer.id, told)
    taken = session.intake.take_in(examined(session, post.file(post.bundle(*post.assessment()))))
    assert taken.patient == known
    assert taken.referral is not None
    assert taken.referral.id == case.id
    assert (taken.referral.source, taken.referral.assessment_id) == (
        ReferralSource.SELF,
        taken.received.facts.assessment_id,
    )


@pytest.mark.usefixtures("knows_ward")
def test_the_case_of_a_sheet_that_was_closed_is_not_opened_by_a_newer_revision(
    session: Session, ward: Session, post: Post, clock: StandingClock
) -> None:
    patient, first = post.assessment()
    taken = session.intake.take_in(examined(session, post.file(post.bundle(patient, first))))
    assert taken.referral is not None
    session.referrals.close(taken.referral, ClosingReason.COMPLETED)
    clock.advance(timedelta(days=1))
    second = post.sign(ward.assessments.reopen(first, "Einer huskede mere"), "sleep.problem")
    again = session.intake.take_in(examined(session, post.file(post.bundle(patient, second))))
    assert again.referral is None
    assert len(session.referrals.of_patient(taken.patient.id)) == 1


@pytest.mark.usefixtures("knows_ward")
def test_the_case_of_a_sheet_that_arrives_after_a_course_has_ended_goes_on_from_it_until_somebody_says_no(
    session: Session, post: Post, einer: Patient
) -> None:
    told = ReferralDetails(source=ReferralSource.SELF, informed_on=session.now().date())
    earlier = session.referrals.close(session.referrals.receive(einer.id, told), ClosingReason.COMPLETED)
    case = session.intake.take_in(examined(session, post.file(post.bundle(*post.assessment())))).referral
    assert case is not None
    (back,) = session.former_courses.of_patient(einer.id)
    assert (back.case_id, back.former.case_id, back.source) == (case.id, earlier.id, ReferralSource.HOSPITAL)
    assert session.former_courses.before(case.id) == back.former
    session.former_courses.link(case.id, comes_back=False)
    assert session.former_courses.of_patient(einer.id) == ()


def test_a_form_that_is_not_here_is_told_and_nothing_is_kept(session: Session, post: Post, database: Database) -> None:
    bundle = post.bundle(*post.assessment()).replace(b"behovsvurdering|1.0", b"behovsvurdering|9.9")
    arrival = only(post.file(bundle))
    assert isinstance(arrival, ArrivedBundle)
    with pytest.raises(InputError) as caught:
        session.intake.examine(arrival)
    assert caught.value.message.message_id == "intake.form_unknown"
    assert rows(database)[-1] == ("examine_sheet", "intake.form_unknown")


@pytest.mark.parametrize(
    ("data", "kind", "message_id"),
    [
        (b"%PDF-1.7 nothing more", "pdf", "sheet.unreadable"),
        (b"{}", "json", "bundle.not_ours"),
        (b"{hej", "json", "json.syntax"),
        (b"hej", "txt", "image.unreadable"),
    ],
)
def test_what_is_no_sheet_is_told_in_a_sentence(
    data: bytes, kind: str, message_id: str, session: Session, tmp_path: Path
) -> None:
    path = tmp_path / f"x.{kind}"
    path.write_bytes(data)
    arrival = only(path)
    assert isinstance(arrival, Unread)
    assert arrival.message.message_id == message_id
    with pytest.raises(InputError, match=message_id):
        session.intake.examine(arrival)


def test_a_sheet_that_is_gone_is_told(session: Session) -> None:
    with pytest.raises(WorldError, match=r"received\.unknown"):
        session.intake.get(ReceivedId("none"))


def test_what_arrived_cannot_be_changed_and_goes_with_its_citizen(
    session: Session, post: Post, database: Database
) -> None:
    received = session.intake.take_in(examined(session, post.file(post.bundle(*post.assessment())))).received
    for statement in ("UPDATE received_assessments SET revision = 9", "DELETE FROM received_assessments"):
        with pytest.raises(WorldError, match=r"store\.refused"), database.atomic():
            database.execute(statement)
    with database.atomic():
        database.execute("DELETE FROM patients WHERE id = ?", [received.patient_id])
    assert database.rows("SELECT * FROM received_assessments") == []


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(order=st.lists(st.integers(0, 5), min_size=1, max_size=8), knows=st.booleans())
def test_whatever_comes_in_whatever_order_a_second_time_changes_nothing(
    order: list[int], knows: bool, session: Session, ward: Session, post: Post, database: Database, unlocked: Unlocked
) -> None:
    """Revisions, forgeries and unsigned copies of one sheet: the second round of the same leaves the store alone."""
    patient, first = post.assessment()
    bundles = [post.bundle(patient, first)]
    bundles += [without_signature(bundles[0]), unticked(without_signature(bundles[0]), "fatigue.support")]
    second = post.sign(ward.assessments.reopen(first, "mere"), "sleep.problem")
    bundles += [post.bundle(patient, second)]
    bundles += [without_signature(bundles[3]), unticked(bundles[3], "sleep.problem")]
    if knows:
        session.site_keys.know(ward.site_keys.own_card())
    paths = [post.file(bundles[number]) for number in order]

    def take_all() -> None:
        for path in paths:
            sheet = examined(session, path)
            if sheet.may_be_taken_in:
                session.intake.take_in(sheet)

    take_all()
    kept = stored(database, unlocked)
    take_all()
    assert stored(database, unlocked) == kept


@pytest.mark.usefixtures("knows_ward")
def test_a_call_that_the_ward_asks_the_municipality_for_is_on_its_list_when_the_sheet_is_taken_in(
    session: Session, ward: Session, post: Post
) -> None:
    session.change_site(session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY}))
    patient = ward.patients.register(citizen(EINER))
    draft = ward.front_pages.complete(ward.assessments.start(patient, first_talk()))
    call = Activity(
        kind=ActivityKind.FOLLOW_UP_CALL, responsible=Responsible(type=ResponsibleType.MUNICIPALITY, name="Aarhus")
    )
    plan = CarePlan(activities=(call,), told_that_authority_decides=True)
    signed = ward.back_pages.sign(ward.back_pages.complete(ward.back_pages.save(draft, plan)))
    assert ward.follow_up_calls.to_make() == ()
    taken = session.intake.take_in(examined(session, post.pdf(patient, signed)))
    (row,) = session.follow_up_calls.to_make()
    assert (row.call.patient_id, row.call.treatment_ended_on) == (taken.patient.id, None)


@pytest.mark.usefixtures("knows_ward")
def test_a_newer_revision_that_nobody_vouches_for_takes_no_call_off_the_list(
    session: Session, ward: Session, post: Post
) -> None:
    session.change_site(session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY}))
    patient = ward.patients.register(citizen(EINER))
    by = Responsible(type=ResponsibleType.MUNICIPALITY, name="Aarhus")

    def signed(draft: Assessment, kind: ActivityKind) -> Assessment:
        plan = CarePlan(
            activities=(Activity(kind=kind, text="Ring", responsible=by),), told_that_authority_decides=True
        )
        written = ward.back_pages.save(ward.front_pages.complete(draft), plan)
        return ward.back_pages.sign(ward.back_pages.complete(written))

    asks = signed(ward.assessments.start(patient, first_talk()), ActivityKind.FOLLOW_UP_CALL)
    session.intake.take_in(examined(session, post.file(post.bundle(patient, asks))))
    asks_no_more = signed(ward.assessments.reopen(asks, "put right"), ActivityKind.INFORMATION)
    forged = examined(session, post.file(without_signature(post.bundle(patient, asks_no_more))))
    assert forged.finding is Finding.NEWER
    session.intake.take_in(forged)
    assert len(session.follow_up_calls.to_make()) == 1
    session.intake.take_in(examined(session, post.file(post.bundle(patient, asks_no_more))))
    assert session.follow_up_calls.to_make() == ()


@pytest.mark.usefixtures("knows_ward")
def test_a_sheet_that_follows_a_case_does_not_bound_the_day_of_the_case(
    session: Session, post: Post, clock: StandingClock
) -> None:
    told_on = clock().date()
    einer = session.patients.register(citizen(EINER))
    told = ReferralDetails(source=ReferralSource.HOSPITAL, informed_on=told_on)
    session.referrals.receive(einer.id, told)
    clock.advance(timedelta(days=4))
    case = session.intake.take_in(examined(session, post.file(post.bundle(*post.assessment())))).referral
    assert case is not None
    assert case.assessment_id is not None
    corrected = session.referrals.correct_day(case, told_on - timedelta(days=1))
    assert corrected.informed_on == told_on - timedelta(days=1)
