"""A store the size of a region: citizens with assessments over ten years, to see what grows with them.

The marks are as frequent as Danish forms have them (DOMAIN 1.2: about eight a form, fatigue and muscle strength in over
half, worry in over a third). Names are made of syllables and identifiers have the shape of replacement numbers, so that
nobody who lives is among them. Rows are written by the storage's own functions wherever one exists.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from needsform.models.assessment import (
    Assessment,
    AssessmentStatus,
    FilledBy,
    Occasion,
    Offered,
    ReferralSource,
)
from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Conclusion, Need
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, LinkId, PatientId, PlanId, PractitionerId, ReferralId
from needsform.models.patient import GeneralPractice, Patient
from needsform.models.practitioner import Practitioner
from needsform.models.questionnaire import PRIORITY, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.referral import ContactAttempt, ContactOutcome, Referral
from needsform.models.rehabilitation_plan import RehabilitationPlan
from needsform.models.site import SiteKind
from needsform.storage import assessments as assessment_rows
from needsform.storage import audit
from needsform.storage.database import Database
from needsform.storage.patients import add_patient
from needsform.storage.planned_assessments import plan_next
from needsform.storage.plans import add_plan
from needsform.storage.referrals import add_referral

ASSESSMENTS_EACH = 3
MOST_OF_ONE = 40
"""Assessments of the one citizen who has been assessed for ten years on end."""
YEARS = 10
UNFINISHED = 40
"""Assessments that a ward has under way, however many it has finished."""
FREQUENT = {"fatigue": 0.57, "muscle_strength": 0.55, "worry": 0.37}
"""Topic → how often it is marked; all others share what is left of eight marks a form."""
MARKS = 8.0
_AT_ONCE = 1_000
_SYLLABLES = tuple(c + v for c in "bdfghjklmnprstv" for v in "aeioy")
_OCCASIONS = (Occasion.TREATMENT_START, Occasion.END_OF_TREATMENT, Occasion.MUNICIPAL_FOLLOW_UP)
_AFTER_DAYS = (0, 160, 400)
"""Days from a citizen's first assessment to each of them."""
_EVERY = timedelta(days=90)
"""From one assessment to the next of the citizen who has the most."""
_AHEAD = 200
"""Days in which somebody is to be assessed again who was assessed last: half of them are due."""
_VALUE = "CASE type WHEN 'true' THEN 'true' ELSE value END"
_ANSWERS = (
    f"INSERT INTO answers (assessment_id, link_id, value, answered_at) SELECT ?2, key, {_VALUE}, ?3 FROM json_each(?1)"
)
_HISTORY = (
    "INSERT INTO answer_history (assessment_id, change, link_id, revision, value, answered_at)"
    f" SELECT ?2, row_number() OVER (), key, 1, {_VALUE}, ?3 FROM json_each(?1)"
)
"""All answers of one form in one statement: what is measured is reading them, not writing them."""


@dataclass(frozen=True, slots=True)
class _Held:
    """One assessment that was held."""

    at: datetime
    citizen: int
    number: int


class Region:
    """Writes citizens and assessments into an empty store, the same ones for the same seed."""

    def __init__(self, database: Database, form: Questionnaire, practitioner: Practitioner, until: datetime) -> None:
        self._database, self._form, self._practitioner, self._until = database, form, practitioner, until
        self._random = Random(70_000)
        rare = (MARKS - sum(FREQUENT.values())) / (len(form.topics) - len(FREQUENT))
        self._odds = {topic: FREQUENT.get(topic, rare) for topic in form.topics}

    def fill(self, citizens: int) -> None:
        """Write so many citizens, in the order in which their assessments were held.

        Each has `ASSESSMENTS_EACH`, and the first of them `MOST_OF_ONE`.
        """
        held = sorted(self._calendar(citizens), key=lambda one: (one.at, one.citizen))
        for begin in range(0, len(held), _AT_ONCE):
            with self._database.atomic():
                for place, one in enumerate(held[begin : begin + _AT_ONCE], start=begin):
                    self._write(one, is_finished=place < len(held) - UNFINISHED)

    def _calendar(self, citizens: int) -> Iterator[_Held]:
        span = timedelta(days=365 * YEARS)
        if citizens:
            yield from (_Held(self._until - _EVERY * (MOST_OF_ONE - n), 0, n + 1) for n in range(MOST_OF_ONE))
        for citizen in range(1, citizens):
            first = self._until - span * self._random.random() - timedelta(hours=1)
            for number, days in enumerate(_AFTER_DAYS[:ASSESSMENTS_EACH], start=1):
                at = first + timedelta(days=days)
                yield _Held(at if at < self._until else first + timedelta(minutes=number), citizen, number)

    def _write(self, held: _Held, is_finished: bool) -> None:
        patient_id = PatientId(f"{held.citizen:032x}")
        if held.number == 1:
            add_patient(self._database, self._citizen(held.citizen, patient_id), held.at)
            self._record(Action.REGISTER_PATIENT, held.at, patient_id, None)
        assessment = self._assessment(held, patient_id)
        assessment_rows.add_assessment(self._database, assessment)
        self._record(Action.START, held.at, patient_id, assessment.id)
        marked = self._answer(assessment, held.at)
        if is_finished:
            self._finish(assessment, marked, held.at)
        if held.number == ASSESSMENTS_EACH:
            self._receive(assessment, is_finished)

    def _citizen(self, number: int, patient_id: PatientId) -> Patient:
        letters = "".join(chr(ord("A") + number // 26**place % 26) for place in range(2))
        born = f"{1 + number % 28:02}{1 + number // 28 % 12:02}{30 + number // 336 % 60:02}"
        value = f"{born}0{letters}{number // 20_160 % 10}"
        return Patient(
            id=patient_id,
            identifier=Identifier(kind=IdentifierKind.REGIONAL_REPLACEMENT, value=value),
            name=f"{self._name(2)} Test {self._name(3)}",
            phone="+45 70 00 00 00",
            municipality_code=self._random.choice(("0751", "0730", "0740", "0791", "0657")),
            general_practice=GeneralPractice(name="Lægerne Testvej"),
        )

    def _name(self, syllables: int) -> str:
        return "".join(self._random.choices(_SYLLABLES, k=syllables)).capitalize()

    def _assessment(self, held: _Held, patient_id: PatientId) -> Assessment:
        is_municipal = held.number % ASSESSMENTS_EACH == 0
        return Assessment(
            occasion=_OCCASIONS[(held.number - 1) % ASSESSMENTS_EACH],
            setting=SiteKind.MUNICIPALITY if is_municipal else SiteKind.HOSPITAL,
            unit="Sundhedscenter Test" if is_municipal else "Kræftafdelingen",
            held_on=held.at.date(),
            signature=self._practitioner.signature(),
            filled_by=self._random.choice(tuple(FilledBy)),
            offered=Offered.ACCEPTED,
            id=AssessmentId(f"{held.citizen:016x}{held.number:016x}"),
            patient_id=patient_id,
            number=held.number,
            status=AssessmentStatus.DRAFT,
            response=QuestionnaireResponse(questionnaire_url=self._form.url, questionnaire_version=self._form.version),
            created_at=held.at,
        )

    def _answer(self, assessment: Assessment, at: datetime) -> list[LinkId]:
        """Tick the boxes; the topics that are marked."""
        marked = [topic for topic, odds in self._odds.items() if self._random.random() < odds]
        answers: dict[str, object] = {}
        for topic in marked:
            answers[f"{topic}.problem"] = True
            if self._random.random() < 0.5:
                answers[f"{topic}.support"] = True
        if marked:
            answers[PRIORITY] = marked[:3]
        told = [json.dumps(answers), assessment.id, at.isoformat()]
        self._database.execute(_ANSWERS, told)
        self._database.execute(_HISTORY, told)
        return marked

    def _finish(self, assessment: Assessment, marked: list[LinkId], at: datetime) -> None:
        """Concluded, signed and handed over an hour later."""
        later = (at + timedelta(hours=1)).isoformat()
        has_need = self._random.random() < 0.7
        plan = CarePlan(
            needs=tuple(Need(topic=topic) for topic in marked[:5]),
            activities=(Activity(kind=ActivityKind.PROPOSED, text="Fysisk træning på hold", topics=tuple(marked[:1])),),
            told_that_authority_decides=True,
            consent_municipality=True,
            consent_gp=True,
            conclusion=Conclusion.NEED if has_need else Conclusion.NO_NEED,
            next_assessment=self._next(assessment.held_on),
        )
        self._database.execute(
            "UPDATE assessments SET status = 'handed_over', care_plan = ?, front_completed_at = ?, signed_at = ?,"
            " handed_over_at = ? WHERE id = ?",
            [plan.model_dump_json(), at.isoformat(), later, later, assessment.id],
        )
        for action in (Action.SIGN, Action.HAND_OVER):
            self._record(action, at, assessment.patient_id, assessment.id)
        plan_next(self._database, assessment.model_copy(update={"care_plan": plan}))

    def _next(self, held_on: date) -> str:
        """When the citizen is to be assessed again; nobody waits for what was planned long ago."""
        is_recent = (self._until.date() - held_on).days < _AHEAD
        return (held_on + timedelta(days=self._random.randrange(1, _AHEAD))).strftime("%d-%m-%Y") if is_recent else ""

    def _receive(self, assessment: Assessment, is_finished: bool) -> None:
        """The citizen's case at the municipality; two of three are followed by a plan."""
        day = assessment.held_on
        case = Referral(
            id=ReferralId(f"{assessment.id}"),
            patient_id=assessment.patient_id,
            source=self._random.choice(tuple(ReferralSource)),
            informed_on=day,
            received_at=assessment.created_at,
            contact_by=day + timedelta(days=3),
        )
        if is_finished:
            reached = assessment.created_at + timedelta(days=self._random.randint(0, 5))
            attempt = ContactAttempt(at=reached, by=self._practitioner.signature(), outcome=ContactOutcome.REACHED)
            case = case.with_attempt(attempt)
        add_referral(self._database, case)
        if is_finished and self._random.random() < 2 / 3:
            plan = RehabilitationPlan(
                id=PlanId(assessment.id),
                patient_id=assessment.patient_id,
                referral_id=case.id,
                created_at=assessment.created_at,
            )
            add_plan(self._database, plan.begun(day))

    def _record(self, action: Action, at: datetime, patient_id: PatientId, assessment_id: AssessmentId | None) -> None:
        event = AuditEvent(
            action=action,
            actor=Actor.STAFF,
            practitioner_id=PractitionerId(self._practitioner.id),
            patient_id=patient_id,
            assessment_id=assessment_id,
        )
        audit.record(self._database, event, at)
