"""Act by role, every cell: the citizen, a newcomer, a professional and an administrator. No verb can be forgotten."""

from collections.abc import Callable
from typing import Literal

import pytest

from needsform.models.assessment import Assessment
from needsform.models.errors import NeedsformError, PermissionDenied
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database
from needsform.storage.practitioners import save_practitioner, set_password_given
from tests.verbs import called, verbs

Who = Literal["citizen", "newcomer", "professional", "administrator"]
"""A newcomer is an administrator who still has the first password, which somebody else knows."""
STAFF = "professional administrator"
ADMINISTRATOR = "administrator"
ANSWERING = f"citizen {STAFF}"
EVERYBODY = f"citizen newcomer {STAFF}"

MAY = {
    "Patients.parse_identifier": STAFF,
    "Patients.find": STAFF,
    "Patients.with_identifier": STAFF,
    "Patients.get": STAFF,
    "Patients.register": STAFF,
    "Patients.correct": STAFF,
    "Assessments.questionnaire": EVERYBODY,
    "Assessments.gate": STAFF,
    "Assessments.start": STAFF,
    "Assessments.get": ANSWERING,
    "Assessments.revisions": STAFF,
    "Assessments.correct_details": STAFF,
    "Assessments.reopen": STAFF,
    "Assessments.cancel": STAFF,
    "Assessments.decline": STAFF,
    "Assessments.redirect": STAFF,
    "Assessments.worklist": STAFF,
    "Assessments.of_patient": STAFF,
    "FrontPages.questionnaire": EVERYBODY,
    "FrontPages.set_answer": ANSWERING,
    "FrontPages.answer_none_of_these": ANSWERING,
    "FrontPages.take_back_none_of_these": ANSWERING,
    "FrontPages.remember_place": ANSWERING,
    "FrontPages.complete": ANSWERING,
    "BackPages.save": STAFF,
    "BackPages.complete": STAFF,
    "BackPages.conclude_no_need": STAFF,
    "BackPages.resume": STAFF,
    "BackPages.sign": STAFF,
    "Timelines.of_patient": STAFF,
    **{f"FormerCourses.{verb}": STAFF for verb in ("latest", "of_patient", "before", "link")},
    "PlannedAssessments.due": STAFF,
    "PlannedAssessments.dismiss": STAFF,
    "ActionNotes.of_patient": STAFF,
    "ActionNotes.note": STAFF,
    **{f"Deliveries.{verb}": STAFF for verb in ("handover", "history", "at_a_glance", "note")},
    "PeriodExports.export": ADMINISTRATOR,
    **{f"Indicators.{verb}": ADMINISTRATOR for verb in ("units", "counting", "behind", "save", "file", "add_up")},
    **{f"Indicators.{verb}": ADMINISTRATOR for verb in ("record_print", "record_print_failure")},
    **{f"Letters.{verb}": STAFF for verb in ("letter", "new_password", "record", "save_mail")},
    "Receivers.everybody": STAFF,
    "Receivers.receiver_of": STAFF,
    "Receivers.new_id": ADMINISTRATOR,
    "Receivers.save": ADMINISTRATOR,
    "Receivers.remove": ADMINISTRATOR,
    **{f"Directory.{verb}": STAFF for verb in ("everything", "valid_today", "filled_in")},
    **{f"Directory.{verb}": ADMINISTRATOR for verb in ("new_id", "save", "take_back")},
    "Documents.content": STAFF,
    "Documents.record_print": STAFF,
    "Documents.record_print_failure": STAFF,
    "Documents.save_pdf": STAFF,
    **{f"Plans.{verb}": STAFF for verb in ("get", "of_patient", "to_look_after", "start", "save", "discard")},
    **{f"ReceivedPapers.{verb}": STAFF for verb in ("content", "record_print", "record_print_failure", "save_pdf")},
    "PlanPapers.record_letter": STAFF,
    **{f"PlanPapers.{verb}": STAFF for verb in ("content", "record_print", "record_print_failure", "save_pdf")},
    **{f"ComparisonPapers.{verb}": STAFF for verb in ("content", "record_print", "record_print_failure", "save_pdf")},
    **{f"FollowUpCalls.{verb}": STAFF for verb in ("to_make", "of_patient", "plan", "note", "cancel")},
    **{f"Plans.{verb}": STAFF for verb in ("begin", "end", "tell_gp", "decline_gp")},
    "SiteKeys.signer": STAFF,  # it signs what they print; the key in it is told to nobody
    "SiteKeys.verify_code": STAFF,
    "SiteKeys.is_own": STAFF,
    "SiteKeys.verify_bundle": STAFF,
    **{f"SiteKeys.{verb}": ADMINISTRATOR for verb in ("own_card", "save_card", "known", "read_card")},
    **{f"SiteKeys.{verb}": ADMINISTRATOR for verb in ("know", "withdraw")},
    "Staff.has_own_password": f"newcomer {STAFF}",
    "Staff.password_slot": EVERYBODY,  # a slot that nobody has kept yet opens nothing
    "Staff.recovery_slot": EVERYBODY,
    "Staff.change_own_password": f"newcomer {STAFF}",
    "Staff.everybody": ADMINISTRATOR,
    "Staff.new_password": ADMINISTRATOR,
    "Staff.new_recovery_key": ADMINISTRATOR,
    "Staff.draft": ADMINISTRATOR,
    "Staff.add": ADMINISTRATOR,
    "Staff.correct": ADMINISTRATOR,
    "Staff.change_role": ADMINISTRATOR,
    "Staff.disable": ADMINISTRATOR,
    "Staff.enable": ADMINISTRATOR,
    "Staff.give_password": ADMINISTRATOR,
    "Staff.renew_recovery_key": ADMINISTRATOR,
    "Backups.is_due": EVERYBODY,  # backups are made whoever has the screen, and tell nothing
    "Backups.is_behind": EVERYBODY,
    "Backups.job": EVERYBODY,
    "Backups.made": EVERYBODY,
    "Backups.job_at_end": EVERYBODY,
    "Backups.job_by_hand": ADMINISTRATOR,
    "Backups.job_before_restore": ADMINISTRATOR,
    "Backups.restore_proof": ADMINISTRATOR,
    "Backups.list_job": ADMINISTRATOR,
    "Backups.choose_second_folder": ADMINISTRATOR,
    "Records.read": STAFF,
    "Records.save": STAFF,
    "Intake.examine": STAFF,
    "Intake.take_in": STAFF,
    "Intake.get": STAFF,
    "Intake.of_patient": STAFF,
    "Intake.form_of": EVERYBODY,  # the form without answers
    "Referrals.calendar": EVERYBODY,  # which days count is nobody's secret
    "Referrals.contact_by": EVERYBODY,
    "Referrals.receive": STAFF,
    "Referrals.get": STAFF,
    "Referrals.of_patient": STAFF,
    "Referrals.correct_day": STAFF,
    "Referrals.note_attempt": STAFF,
    "Referrals.close": STAFF,
    "Referrals.inbox": STAFF,
    "Referrals.waiting": STAFF,
    "Retention.rule": ADMINISTRATOR,
    "Retention.change_rule": ADMINISTRATOR,
    "Retention.due": ADMINISTRATOR,
    "Retention.hold": ADMINISTRATOR,
    "Retention.place_hold": ADMINISTRATOR,
    "Retention.lift_hold": ADMINISTRATOR,
    "Retention.erasure": ADMINISTRATOR,
    "Retention.erasure_of": ADMINISTRATOR,
    "Retention.has_left_behind": ADMINISTRATOR,
    "Retention.sweep": ADMINISTRATOR,
    "Trace.staff": ADMINISTRATOR,
    "Trace.row_count": ADMINISTRATOR,
    "Trace.review": ADMINISTRATOR,
    "Trace.sample": ADMINISTRATOR,
    "Trace.to_save": ADMINISTRATOR,
    "Trace.save_table": ADMINISTRATOR,
    "Trace.extract": ADMINISTRATOR,
    "Trace.save_extract": ADMINISTRATOR,
    "Trace.verification": ADMINISTRATOR,
    "Trace.record_verdict": ADMINISTRATOR,
    "Trace.months_kept": ADMINISTRATOR,
    "Trace.keep_for": ADMINISTRATOR,
    "Trace.delete_due": ADMINISTRATOR,
    "Session.now": EVERYBODY,
    "Session.take_findings": EVERYBODY,  # what there is waits until staff has the screen
    "Session.hand_to_citizen": STAFF,
    "Session.change_site": ADMINISTRATOR,
    "Session.add_questionnaire": ADMINISTRATOR,
    "Session.take_back": f"newcomer {STAFF}",  # with a proof of somebody who works here: `test_citizen_mode`
    "Session.close": EVERYBODY,
}
"""Verb → who may. Of what the citizen may, only on the form that was handed to them."""

REFUSALS = ("presence.citizen_has_screen", "presence.first_password", "presence.administrator_only")
"""What is said to whoever may not, whatever they tried it with."""

LAST = ("Session.hand_to_citizen", "Session.take_back", "Session.close")
"""What changes who is at the screen, so it comes after everything else."""


@pytest.fixture
def at_the_screen(
    session: Session, access: Access, unlocked: Unlocked, database: Database, draft: Assessment
) -> Callable[[Who], Session]:
    """Put somebody at the screen: the citizen with their own form, a newcomer, a professional, or the administrator."""

    def put(who: Who) -> Session:
        if who == "professional":
            mads = Practitioner(id=PractitionerId("m"), login="mads", name="Mads Måske", role=Role.PROFESSIONAL)
            save_practitioner(database, mads)
            session.close()
            return access.open(Unlocked("mads", unlocked.key))
        if who == "newcomer":
            set_password_given(database, session.practitioner.id, session.now())
            session.close()
            return access.open(unlocked)
        if who == "citizen":
            session.hand_to_citizen(draft.id)
        return session

    return put


def is_allowed(session: Session, name: str, arguments: dict[str, object]) -> bool:
    """Whether whoever is at the screen may; what is refused for another reason is not refused to them."""
    try:
        called(dict(verbs(session))[name], arguments)
    except PermissionDenied as error:
        return error.message.message_id not in REFUSALS
    except (NeedsformError, AttributeError, ValueError):  # of an argument that fits another verb
        pass
    return True


@pytest.mark.parametrize("who", ["citizen", "newcomer", "professional", "administrator"])
def test_each_may_do_what_is_theirs_and_nothing_else(
    who: Who, at_the_screen: Callable[[Who], Session], draft: Assessment, arguments: dict[str, object]
) -> None:
    here = at_the_screen(who)
    arguments |= {"assessment": draft, "assessment_id": draft.id, "patient_id": draft.patient_id}
    names = sorted((name for name, _ in verbs(here)), key=lambda name: name in LAST)
    allowed = {name for name in names if name not in LAST and is_allowed(here, name, arguments)}
    assert allowed == {name for name, roles in MAY.items() if who in roles.split() and name not in LAST}
    assert is_allowed(here, "Session.hand_to_citizen", arguments) is (who in MAY["Session.hand_to_citizen"].split())
    here.close()


def test_no_verb_is_missing_from_the_table_and_none_in_it_is_gone(session: Session) -> None:
    assert set(MAY) == {name for name, _ in verbs(session)}


def test_what_a_role_may_not_is_in_the_trace(
    at_the_screen: Callable[[Who], Session], arguments: dict[str, object], database: Database
) -> None:
    mads = at_the_screen("professional")
    assert not is_allowed(mads, "Session.change_site", arguments)
    (row,) = database.rows("SELECT practitioner_id, detail FROM audit_events WHERE action = 'refused'")
    assert row == {"practitioner_id": "m", "detail": "change_site administrator_only"}
    mads.close()


def test_a_professional_finds_citizens_by_searching_only(session: Session) -> None:
    """There is no verb that lists citizens: one must know two letters, and fifty is the most that is shown."""
    listing = [name for name, _ in verbs(session) if name.startswith("Patients.")]
    assert set(listing) == {
        f"Patients.{verb}" for verb in ("parse_identifier", "find", "with_identifier", "get", "register", "correct")
    }
    assert session.patients.find("") == session.patients.find("e") == session.patients.find("%") == ()
    assert session.patients.find("* _") == ()
