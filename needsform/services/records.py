"""A citizen's whole record handed out: every assessment with its closed revisions, as sheets and as FHIR.

Reading the store is done here, rendering on a worker, and the files come into one new folder in one step.
"""

import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from needsform.models.action_status import ActionNote
from needsform.models.assessment import Assessment
from needsform.models.audit import Action
from needsform.models.delivery import Delivery, DeliveryState
from needsform.models.errors import WorldError
from needsform.models.follow_up_call import CallDue, FollowUpCall
from needsform.models.former_course import ComingBack
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.patient import Patient
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.referral import Referral
from needsform.models.retention import Hold
from needsform.models.sheet import SheetContent
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.arrived_records import received_facts, received_files, referral_facts, return_facts
from needsform.services.assessments import Assessments
from needsform.services.clock import Clock
from needsform.services.documents import Documents, bundle_json, render_sheet
from needsform.services.plan_papers import PlanPapers, render_plan
from needsform.services.presence import Presence
from needsform.storage import retention
from needsform.storage.action_notes import notes_of_patient
from needsform.storage.backups import GoOn
from needsform.storage.database import Database
from needsform.storage.deliveries import deliveries_of_patient
from needsform.storage.files import scratch_in, sync_directory, told, write_atomically
from needsform.storage.follow_up_calls import calls_of_patient
from needsform.storage.outgoing_files import noted
from needsform.storage.patients import load_patient
from needsform.storage.plans import plans_of_patient
from needsform.storage.received import received_of_patient
from needsform.storage.referrals import referrals_of_patient
from needsform.storage.returns import returns_of_patient

Files = Mapping[str, bytes]
"""By name; none of them names anybody."""


@dataclass(frozen=True, slots=True)
class Paper:
    """One revision of one assessment, and what its files are called."""

    name: str
    content: SheetContent
    reopened_because: str
    """Why the revision was closed; empty for the one that stands."""


@dataclass(frozen=True, slots=True)
class WholeRecord:
    """Everything that the store holds of one citizen, read at one moment."""

    patient: Patient
    municipality: str
    hold: Hold | None
    papers: tuple[Paper, ...]
    deliveries: tuple[Delivery, ...]
    """What was noted of whom it was passed on to, oldest first; a correction is a note of its own."""
    plans: tuple[PlanSheetContent, ...]
    """Plans for rehabilitation, oldest first."""
    calls: tuple[FollowUpCall, ...]
    """Calls after treatment, oldest first."""
    action_notes: tuple[ActionNote, ...]
    """What became of actions, oldest first."""
    referrals: tuple[Referral, ...]
    """Cases at this place, oldest first."""
    returns: tuple[ComingBack, ...]
    """Each time that they came back to a course that had ended, oldest first."""
    received: tuple[ReceivedAssessment, ...]
    """Sheets of other places, oldest first."""
    words: Words
    site: str
    read_at: datetime

    def render(self, go_on: GoOn) -> Files:
        """The files: an overview, and of each paper the sheet (PDF) and its Bundle (FHIR R4). Slow."""
        from needsform.export.record_overview import render_overview

        words = self.words
        listed = [self._listed(paper) for paper in self.papers]
        delivered = [self._delivered(delivery) for delivery in self.deliveries]
        overview = render_overview(list(self._facts()), listed, delivered, self.site, words, self.read_at)
        files = {f"{words.text('record.file.overview')}.pdf": overview}
        for number, paper in enumerate(self.papers):
            go_on(95 * number // len(self.papers))
            files[f"{paper.name}.pdf"] = render_sheet(paper.content)
            files[f"{paper.name}.fhir.json"] = bundle_json(paper.content)
        for number, plan in enumerate(self.plans, start=1):
            files[f"{words.text('record.file.plan', number=number)}.pdf"] = render_plan(plan)
        return {**files, **received_files(self.received, words)}

    def _listed(self, paper: Paper) -> tuple[str, str, str, str]:
        words, held = self.words, paper.content.assessment
        status = words.of(held.status)
        if paper.reopened_because:
            status = words.text("record.reopened", status=status, reason=paper.reopened_because)
        return words.of(held.occasion), words.date(held.held_on), status, paper.name

    def _delivered(self, delivery: Delivery) -> tuple[str, str, str, str]:
        words, at = self.words, delivery.at
        how = words.of(delivery.state) if delivery.channel is None else words.of(delivery.channel)
        if delivery.state is DeliveryState.MISSING:
            how = words.text("record.delivery.taken_back")
        why = "" if delivery.reason is None else words.of(delivery.reason)
        more = _joined(delivery.receiver, why, delivery.note)
        return f"{words.date(at.date())} {words.time(at)}", words.of(delivery.recipient), how, more

    def _facts(self) -> Iterator[tuple[str, str]]:
        words, patient = self.words, self.patient
        children = {None: "", True: words.text("record.yes"), False: words.text("record.no")}
        practice, relative = patient.general_practice, patient.relative
        facts = (
            ("name", patient.name),
            ("identifier", patient.identifier.shown),
            ("phone", _joined(patient.phone, patient.best_time)),
            ("municipality", self.municipality),
            ("address", patient.address),
            ("protected", words.text("record.yes") if patient.address_protected else ""),
            ("practice", _joined(practice.name, practice.phone)),
            ("relative", _joined(relative.name, relative.relation, relative.phone)),
            ("children", children[patient.children_under_18]),
            ("language", words.texts.get(f"language.{patient.language}", patient.language)),
            ("interpreter", words.text("record.yes") if patient.needs_interpreter else ""),
            ("hold", "" if self.hold is None else self.hold.reason),
        )
        for name, value in facts:
            if value:
                yield words.text(f"record.{name}"), value
        for number, content in enumerate(self.plans, start=1):
            told = (content.plan.gp_told_at_start, content.plan.gp_told_at_end)
            days = ", ".join(words.date(day) for day in told if day is not None)
            gp = words.text("record.plan.gp_told", days=days) if days else ""
            named = words.text("record.file.plan", number=number)
            yield words.text("record.plan"), _joined(words.of(content.plan.status), gp, f"{named}.pdf")
        for call in self.calls:
            tried = (f"{words.date(a.at.date())} {words.of(a.outcome)} {a.note}".strip() for a in call.attempts)
            day = call.treatment_ended_on
            ended = words.text("record.call.after", date=words.date(day)) if day else words.of(CallDue.NO_DAY)
            yield words.text("record.call"), _joined(ended, *tried)
        for note in self.action_notes:
            when = words.date(note.at.date())
            yield words.text("record.action"), _joined(note.activity.text, words.of(note.status), when, note.reason)
        yield from referral_facts(self.referrals, words)
        yield from return_facts(self.returns, words)
        yield from received_facts(self.received, words)


class Records:
    """What is handed out when somebody asks what is known about them (GDPR art. 15)."""

    def __init__(
        self, database: Database, presence: Presence, assessments: Assessments, documents: Documents, clock: Clock
    ) -> None:
        self._database, self._presence, self._clock = database, presence, clock
        self._assessments, self._documents = assessments, documents
        self._plan_papers = PlanPapers(database, presence, documents, clock)

    def read(self, patient_id: PatientId, words: Words) -> WholeRecord:
        """Read everything; leaves the rows of reading. Raises WorldError `patient.unknown`."""
        self._presence.require_staff()
        patient = load_patient(self._database, patient_id)
        summaries = reversed(self._assessments.of_patient(patient_id))
        papers = [paper for summary in summaries for paper in self._papers(patient, summary.id, words)]
        plans = plans_of_patient(self._database, patient_id)
        site, now = self._documents.site, self._clock()
        return WholeRecord(
            patient=patient,
            municipality=_municipality(patient, now),
            hold=retention.hold_of(self._database, patient_id),
            papers=tuple(papers),
            deliveries=deliveries_of_patient(self._database, patient_id),
            plans=tuple(self._plan_papers.content(patient, plan, words) for plan in reversed(plans)),
            calls=tuple(reversed(calls_of_patient(self._database, patient_id))),
            action_notes=notes_of_patient(self._database, patient_id),
            referrals=tuple(reversed(referrals_of_patient(self._database, patient_id))),
            returns=tuple(reversed(returns_of_patient(self._database, patient_id))),
            received=tuple(reversed(received_of_patient(self._database, patient_id))),
            words=words,
            site=site.name,
            read_at=now,
        )

    def save(self, record: WholeRecord, files: Files, folder: Path) -> Path:
        """Write the files into a new folder in the one that the user chose; returns it.

        Raises WorldError as `files.told`; then nothing is left there, and a row says that it failed.
        """
        self._presence.require_staff()
        patient_id = record.patient.id
        try:
            scratch = scratch_in(folder)
            with noted(self._database, scratch):
                try:
                    return self._save(record, files, scratch)
                except BaseException:
                    shutil.rmtree(scratch, ignore_errors=True)
                    raise
        except WorldError as error:
            self._presence.record_failure(Action.EXPORT_FAILED, error, patient_id=patient_id)
            raise

    def _save(self, record: WholeRecord, files: Files, scratch: Path) -> Path:
        folder = scratch.parent
        with told():
            scratch.mkdir(mode=0o700)
        for name, data in files.items():
            write_atomically(scratch / name, data)
        with self._database.atomic():
            detail = f"files={len(files)}"
            self._presence.record(Action.HAND_OUT, self._clock(), patient_id=record.patient.id, detail=detail)
            with told():
                target = scratch.replace(_free_name(folder, f"needsform {record.read_at:%Y-%m-%d %H%M}"))
            sync_directory(folder)
        return target

    def _papers(self, patient: Patient, assessment_id: AssessmentId, words: Words) -> Iterator[Paper]:
        now = self._assessments.get(assessment_id)
        for reason, closed in (*self._assessments.revisions(assessment_id), ("", now)):
            yield Paper(_name(closed, now, words), self._documents.content(patient, closed), reason)


def _name(assessment: Assessment, now: Assessment, words: Words) -> str:
    name = words.text("record.file.assessment", number=assessment.number)
    if now.revision == 1:
        return name
    return f"{name}-{words.text('record.file.revision', revision=assessment.revision)}"


def _municipality(patient: Patient, now: datetime) -> str:
    found = reference_data.municipalities().find(patient.municipality_code, now.date())
    return patient.municipality_code if found is None else found.full_name


def _free_name(folder: Path, wanted: str) -> Path:
    path, number = folder / wanted, 1
    while path.exists():
        number += 1
        path = folder / f"{wanted} ({number})"
    return path


def _joined(*parts: str) -> str:
    return ", ".join(filter(None, parts))
