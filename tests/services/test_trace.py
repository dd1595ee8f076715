"""Every act leaves one row in the trace, with the act itself or not at all; and nothing in it tells of illness."""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment, Gate, Offered
from needsform.models.audit import TraceQuery
from needsform.models.care_plan import Activity, CarePlan, Need
from needsform.models.delivery import Recipient
from needsform.models.errors import NeedsformError, WorldError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.services.trace_reading import Watch
from needsform.services.unlocked import Unlocked
from needsform.storage.audit import first_broken_link
from needsform.storage.database import Database
from tests.small_form import fhir
from tests.verbs import verbs
from tests.ward import citizen, delivered, first_talk

LEAVES_NO_ROW = {
    "Patients.parse_identifier",  # reads what was typed, not what is stored
    "Assessments.gate",
    "Assessments.questionnaire",
    "FrontPages.questionnaire",  # the form without answers
    "FrontPages.remember_place",  # where the citizen looked last is nobody's record
    "PlanPapers.content",
    "ReceivedPapers.content",
    "ComparisonPapers.content",
    "Documents.content",  # put together from what was read, with a row, before
    "Deliveries.handover",  # stands beside what was read, with a row, before
    "Deliveries.history",
    "Deliveries.at_a_glance",
    "Indicators.units",  # no citizen is in that list
    "Indicators.file",  # the row comes with the file
    "PeriodExports.export",  # a row for each comes with its file: test_period_export
    "Letters.letter",  # shown to whoever read the assessment, with a row, before
    "Letters.new_password",
    "Receivers.everybody",  # no citizen is in that list
    "Receivers.receiver_of",
    "Receivers.new_id",
    *(f"Directory.{verb}" for verb in ("everything", "valid_today", "filled_in", "new_id")),
    *(f"SiteKeys.{verb}" for verb in ("signer", "own_card", "known", "read_card")),  # sites are not citizens
    *(f"SiteKeys.{verb}" for verb in ("verify_code", "verify_bundle", "is_own")),  # what is made of a sheet has its row
    "Session.now",
    "Session.take_findings",
    "Staff.everybody",  # colleagues are not citizens
    "Staff.has_own_password",
    "Staff.new_password",
    "Staff.new_recovery_key",
    "Staff.password_slot",
    "Staff.recovery_slot",
    "Staff.draft",
    "Backups.is_due",
    "Backups.is_behind",
    "Backups.job",
    "Backups.made",
    "Backups.list_job",
    "Backups.job_at_end",
    "Backups.job_before_restore",
    "Backups.restore_proof",
    "Trace.staff",
    "Trace.row_count",
    "Trace.months_kept",
    "Trace.to_save",  # the row comes with the file
    "Trace.verification",  # the row comes with what came of it
    *(f"Retention.{verb}" for verb in ("rule", "hold", "has_left_behind")),
    *(f"Retention.{verb}" for verb in ("erasure", "erasure_of", "sweep")),  # the rows come with what is done
    "Intake.form_of",  # the form without answers
    "Referrals.calendar",
    "Referrals.contact_by",
    "Referrals.waiting",  # a number that tells of nobody
    "Trace.delete_due",  # nothing is due here: `test_trace_retention`
}
ROW_SEEN_ELSEWHERE = {
    *(
        f"Staff.{verb}"  # test_staff
        for verb in (
            "add",
            "correct",
            "change_role",
            "disable",
            "enable",
            "give_password",
            "change_own_password",
            "renew_recovery_key",
        )
    ),
    *(f"Intake.{verb}" for verb in ("examine", "take_in", "get", "of_patient")),  # test_intake
    # test_referrals
    *(f"Referrals.{verb}" for verb in ("receive", "get", "of_patient", "note_attempt", "close", "inbox")),
    "Referrals.correct_day",
    *(f"Plans.{verb}" for verb in ("get", "of_patient", "to_look_after", "start", "save", "discard")),  # test_plans
    *(f"ReceivedPapers.{verb}" for verb in ("record_print", "record_print_failure", "save_pdf")),  # received_on_paper
    "PlanPapers.record_letter",
    *(f"PlanPapers.{verb}" for verb in ("record_print", "record_print_failure", "save_pdf")),
    *(f"ComparisonPapers.{verb}" for verb in ("record_print", "record_print_failure", "save_pdf")),
    *(f"FollowUpCalls.{verb}" for verb in ("to_make", "of_patient", "plan", "note", "cancel")),  # test_follow_up_calls
    *(f"Plans.{verb}" for verb in ("begin", "end", "tell_gp", "decline_gp")),
    "Timelines.of_patient",  # test_timelines
    *(f"FormerCourses.{verb}" for verb in ("latest", "of_patient", "before", "link")),  # test_former_courses
    *(f"PlannedAssessments.{verb}" for verb in ("due", "dismiss")),  # test_planned_assessments
    *(f"ActionNotes.{verb}" for verb in ("of_patient", "note")),  # test_action_notes
    *(f"Indicators.{verb}" for verb in ("counting", "behind", "save", "add_up")),  # test_indicators
    *(f"Indicators.{verb}" for verb in ("record_print", "record_print_failure")),
    "Letters.record",  # test_letters
    "Letters.save_mail",
    "Receivers.save",  # test_receivers
    "Receivers.remove",
    *(f"Directory.{verb}" for verb in ("save", "take_back")),  # test_directory
    *(f"SiteKeys.{verb}" for verb in ("save_card", "know", "withdraw")),  # test_site_keys
    "Records.read",  # reads each assessment, and each leaves its row: test_records
    "Records.save",
    *(f"Retention.{verb}" for verb in ("change_rule", "due", "place_hold", "lift_hold")),  # test_retention
    "Backups.choose_second_folder",  # test_backups
    "Backups.job_by_hand",
}

Row = tuple[object, ...]


class Day:
    """A day's work on one store, act by act."""

    def __init__(self, session: Session, database: Database) -> None:
        self.session, self._database = session, database
        self.done: dict[str, Row] = {}

    def rows(self) -> list[dict[str, object]]:
        """The trace."""
        return [dict(row) for row in self._database.rows("SELECT * FROM audit_events ORDER BY seq")]

    def act(self, name: str, *arguments: object, **named: object) -> object:
        """Do one thing, and remember the one row that it left."""
        before = self.rows()
        result = dict(verbs(self.session))[name](*arguments, **named)
        after = self.rows()
        assert after[: len(before)] == before
        (row,) = after[len(before) :]
        self.done[name] = tuple(row[column] for column in ("action", "actor", "patient_id", "assessment_id", "detail"))
        return result


@pytest.fixture
def day(session: Session, database: Database) -> Iterator[Day]:
    """Karin's day; at its end the chain still holds."""
    work = Day(session, database)
    yield work
    assert first_broken_link(database) is None


def test_every_act_of_a_day_leaves_one_row_that_says_who_did_what_with_whom(
    day: Day, unlocked: Unlocked, form: Questionnaire, tmp_path: Path
) -> None:
    session, act = day.session, day.act
    einer = act("Patients.register", citizen())
    assert isinstance(einer, Patient)
    act("Patients.find", "einer")
    act("Patients.with_identifier", einer.identifier)
    act("Patients.get", einer.id)
    act("Patients.correct", einer.id, citizen().model_copy(update={"phone": "20 12 34 56"}))
    draft = act("Assessments.start", einer, first_talk())
    assert isinstance(draft, Assessment)
    act("Assessments.get", draft.id)
    act("Assessments.of_patient", einer.id)
    act("Assessments.worklist")
    act("Assessments.correct_details", draft, first_talk().model_copy(update={"unit": "Ambulatoriet"}))
    draft = session.assessments.get(draft.id)

    act("Session.hand_to_citizen", draft.id)
    ticked = act("FrontPages.set_answer", draft, LinkId("fatigue.problem"), True)
    none = act("FrontPages.answer_none_of_these", ticked, form.areas[0])
    some = act("FrontPages.take_back_none_of_these", none, form.areas[0])
    finished = act("FrontPages.complete", some)
    act("Session.take_back", unlocked)

    plan = CarePlan(needs=(Need(topic=LinkId("fatigue")),), told_that_authority_decides=True)
    written = act("BackPages.save", finished, plan)
    assert isinstance(written, Assessment)
    concluded = act("BackPages.conclude_no_need", written)
    resumed = act("BackPages.resume", concluded)
    signed = act("BackPages.sign", act("BackPages.complete", resumed))
    assert isinstance(signed, Assessment)
    content = session.documents.content(einer, signed)
    act("Documents.record_print", content)
    act("Documents.save_pdf", content, b"%PDF", tmp_path / "sheet.pdf")
    given = act("Deliveries.note", signed, delivered(Recipient.CITIZEN))
    reopened = act("Assessments.reopen", given, "Einer huskede mere")
    act("Assessments.revisions", draft.id)
    act("Assessments.cancel", reopened)
    act("Assessments.decline", session.assessments.start(einer, first_talk()), Offered.TOO_ILL)
    act("Assessments.redirect", session.assessments.start(einer, first_talk()), Gate.PALLIATIVE)
    act("Session.change_site", session.site.model_copy(update={"unit": "Ambulatoriet"}))
    act("Session.add_questionnaire", json.dumps(fhir()).encode(), "lille.json")
    review = act("Trace.review", TraceQuery())
    act("Trace.sample", TraceQuery())
    act("Trace.save_table", review, b"", tmp_path / "trace.csv")
    act("Trace.extract", einer.id, session.site, reference_data.words("da"))
    act("Trace.save_extract", einer.id, b"", tmp_path / "extract.pdf")
    act("Trace.record_verdict", session.trace.verification().run(Watch()))
    act("Trace.keep_for", 36)
    act("Documents.record_print_failure", content, WorldError("print.not_begun"))
    act("Session.close")

    whom, form_of_whom = (einer.id, None), (einer.id, draft.id)
    boxes = " ".join(box.link_id for box in form.areas[0].boxes())
    copy, given_by_hand = "copy=citizen revision=1", "recipient=citizen state=done channel=by_hand"
    expected: dict[str, Row] = {
        "Patients.register": ("register_patient", "staff", *whom, ""),
        "Patients.find": ("search", "staff", None, None, "found=1"),
        "Patients.with_identifier": ("read_patient", "staff", *whom, ""),
        "Patients.get": ("read_patient", "staff", *whom, ""),
        "Patients.correct": ("correct_patient", "staff", *whom, ""),
        "Assessments.start": ("start", "staff", *form_of_whom, "draft"),
        "Assessments.get": ("read", "staff", *form_of_whom, ""),
        "Assessments.of_patient": ("read_patient", "staff", *whom, "assessments"),
        "Assessments.worklist": ("list_work", "staff", None, None, ""),
        "Assessments.correct_details": ("correct_details", "staff", *form_of_whom, ""),
        "Session.hand_to_citizen": ("hand_to_citizen", "staff", *form_of_whom, ""),
        "FrontPages.set_answer": ("answer", "citizen", *form_of_whom, "fatigue.problem"),
        "FrontPages.answer_none_of_these": ("answer", "citizen", *form_of_whom, boxes),
        "FrontPages.take_back_none_of_these": ("answer", "citizen", *form_of_whom, boxes),
        "FrontPages.complete": ("complete_front", "citizen", *form_of_whom, ""),
        "Session.take_back": ("take_back", "staff", *form_of_whom, ""),
        "BackPages.save": ("write_back", "staff", *form_of_whom, ""),
        "BackPages.conclude_no_need": ("conclude", "staff", *form_of_whom, "no_need_now"),
        "BackPages.resume": ("write_back", "staff", *form_of_whom, ""),
        "BackPages.complete": ("conclude", "staff", *form_of_whom, "back_completed"),
        "BackPages.sign": ("sign", "staff", *form_of_whom, ""),
        "Documents.record_print": ("print", "staff", *form_of_whom, copy),
        "Documents.save_pdf": ("export", "staff", *form_of_whom, copy),
        "Deliveries.note": ("hand_over", "staff", *form_of_whom, f"{given_by_hand} revision=1"),
        "Assessments.reopen": ("reopen", "staff", *form_of_whom, "revision=2"),
        "Assessments.revisions": ("read", "staff", *form_of_whom, "revisions"),
        "Assessments.cancel": ("cancel", "staff", *form_of_whom, ""),
        "Session.change_site": ("change_site", "staff", None, None, ""),
        "Session.add_questionnaire": ("add_questionnaire", "staff", None, None, "version=1"),
        "Trace.review": ("review_trace", "staff", None, None, ""),
        "Trace.sample": ("sample_trace", "staff", None, None, ""),
        "Trace.save_table": ("export_trace", "staff", None, None, ""),
        "Trace.extract": ("extract_trace", "staff", *whom, ""),
        "Trace.save_extract": ("export_trace", "staff", *whom, ""),
        "Trace.record_verdict": ("verify_trace", "staff", None, None, "rows=41 holds"),
        "Trace.keep_for": ("keep_trace", "staff", None, None, "months=36"),
        "Documents.record_print_failure": ("print_failed", "staff", *form_of_whom, "reason=print.not_begun"),
        "Session.close": ("lock", "staff", None, None, ""),
    }
    for name in ("Assessments.decline", "Assessments.redirect"):
        action, _, patient_id, assessment_id, _ = day.done.pop(name)
        assert (action, patient_id) == ("cancel", einer.id)
        assert assessment_id not in (None, draft.id)
    assert day.done == expected
    all_verbs = {name for name, _ in verbs(session)}
    assert all_verbs - LEAVES_NO_ROW - ROW_SEEN_ELSEWHERE == {
        *expected,
        "Assessments.decline",
        "Assessments.redirect",
    }

    rows = day.rows()
    assert {row["practitioner_id"] for row in rows} == {session.practitioner.id}
    assert {datetime.fromisoformat(str(row["recorded_at"])).utcoffset() is None for row in rows} == {False}
    told = json.dumps([row["detail"] for row in rows])
    assert [word for word in ("Einer", "Lauridsen", "0201609995", "huskede", "true") if word in told] == []


def test_what_leaves_no_row_leaves_none(day: Day, einer: Patient, draft: Assessment) -> None:
    before = day.rows()
    session = day.session
    session.patients.parse_identifier("020160-9995")
    session.assessments.gate(einer, session.site.kind)
    session.assessments.questionnaire(draft)
    session.front_pages.remember_place(draft, LinkId("physical"))
    session.documents.content(einer, draft)
    session.now()
    session.patients.find("e")
    session.patients.find("")
    assert session.assessments.revisions(draft.id) == ()
    assert day.rows() == before


def test_looking_for_somebody_who_is_not_here_is_a_search_too(day: Day) -> None:
    assert day.act("Patients.with_identifier", citizen("Else Test Lauridsen").identifier) is None
    assert day.done["Patients.with_identifier"] == ("search", "staff", None, None, "found=0")


def test_an_act_that_is_refused_leaves_neither_the_act_nor_a_row(
    day: Day, einer: Patient, draft: Assessment, form: Questionnaire
) -> None:
    session = day.session
    outdated = draft
    session.front_pages.set_answer(draft, LinkId("sleep.problem"), True)
    before = day.rows()
    refused: tuple[Callable[[], object], ...] = (
        lambda: session.patients.register(einer.details()),
        lambda: session.front_pages.set_answer(outdated, LinkId("fatigue.problem"), True),
        lambda: session.front_pages.answer_none_of_these(outdated, form.areas[0]),
        lambda: session.front_pages.complete(outdated),
        lambda: session.back_pages.save(draft, CarePlan(activities=(Activity(text="x"),))),
        lambda: session.back_pages.sign(draft),
        lambda: session.assessments.reopen(draft, "fortrudt"),
        lambda: session.add_questionnaire(b"{}", "tomt.json"),
    )
    for act in refused:
        with pytest.raises(NeedsformError):
            act()
    assert day.rows() == before
    assert session.assessments.get(draft.id).response.answers == {LinkId("sleep.problem"): True}
