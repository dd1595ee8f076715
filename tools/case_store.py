"""A store that is filled with the cases by the services, without windows: to measure with, and to take pictures of."""

from dataclasses import dataclass
from pathlib import Path
from random import Random

from needsform.demo.case import Case, read_case
from needsform.models.assessment import Assessment, AssessmentDetails
from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need, Responsible
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Patient, PatientDetails, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY
from needsform.services.access import Access
from needsform.services.clock import Clock
from needsform.services.founding import FirstRun
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.key_slots import KdfParameters
from tools.case_login import LOGIN, PASSWORD, standing_clock

CHECKOUT = Path(__file__).resolve().parent.parent
CASES = CHECKOUT / "resources" / "cases"
CHEAP = KdfParameters(memory_kib=32, iterations=1, lanes=1)
"""A key that is quick to derive; only for stores that are thrown away."""


def case(number: int) -> Case:
    """One of the shipped cases, by the number that its file name begins with."""
    return read_case(next(CASES.glob(f"{number}-*.json")).read_bytes())


@dataclass(slots=True)
class CaseStore:
    """A store in force in a folder that is thrown away, with its first administrator from a case."""

    access: Access
    unlocked: Unlocked

    @classmethod
    def found(cls, folder: Path, told: Case, clock: Clock = standing_clock, seed: int = 2026) -> "CaseStore":
        """Make the store. Two that meet need different seeds: drawing alike, they would have the same key."""
        access = Access(folder, clock, Random(seed).randbytes, CHEAP)
        professional = told.assessment.professional
        first_run = FirstRun(
            site=told.assessment.site(),
            login=LOGIN,
            name=professional.name,
            title=professional.title,
            phone=professional.phone,
            password=PASSWORD,
        )
        return cls(access, access.confirm(access.found(first_run)))

    def open(self) -> Session:
        """Open it on this thread."""
        return self.access.open(self.unlocked)


def register(session: Session, told: Case) -> Patient:
    """The citizen of a case."""
    citizen = told.citizen
    relative = citizen.relative
    return session.patients.register(
        PatientDetails(
            identifier=session.patients.parse_identifier(citizen.cpr),
            name=citizen.name,
            phone=citizen.phone,
            best_time=citizen.best_time,
            municipality_code=citizen.municipality_code,
            address_protected=citizen.address_protected,
            general_practice=GeneralPractice(name=citizen.gp),
            relative=Relative(name=relative.name, relation=relative.relation, phone=relative.phone)
            if relative
            else Relative(),
            children_under_18=citizen.children_under_18,
            language=citizen.language,
            needs_interpreter=citizen.interpreter,
        )
    )


def begin(session: Session, patient: Patient, told: Case) -> Assessment:
    """The assessment of a case, begun."""
    facts = told.assessment
    professional = facts.professional
    return session.assessments.start(
        patient,
        AssessmentDetails(
            occasion=facts.occasion,
            setting=facts.setting,
            unit=facts.unit,
            held_on=facts.date,
            signature=Signature(name=professional.name, title=professional.title, phone=professional.phone),
            filled_by=facts.filled_by,
            offered=facts.offered,
            relative_present=bool(told.citizen.relative and told.citizen.relative.present),
            referral_source=facts.referral_source,
        ),
    )


def fill_in(session: Session, assessment: Assessment, told: Case) -> Assessment:
    """The front page of a case, every answer on disk; not finished yet."""
    front, front_pages = told.front, session.front_pages
    form = front_pages.questionnaire(assessment)
    for box in front.ticked(form):
        assessment = front_pages.set_answer(assessment, box.link_id, True)
    for area in front.none_said(form):
        assessment = front_pages.answer_none_of_these(assessment, area)
    others = front.written_others(form)
    for area in form.areas:
        if area.other is not None and area.link_id in others:
            assessment = front_pages.set_answer(assessment, area.other.link_id, others[area.link_id])
    for name, text in front.notes.items():
        note = form.topics[LinkId(name)].note
        if note is not None:
            assessment = front_pages.set_answer(assessment, note.link_id, text)
    if front.priority:
        assessment = front_pages.set_answer(assessment, PRIORITY, tuple(LinkId(name) for name in front.priority))
    return assessment


def talk(session: Session, assessment: Assessment, told: Case) -> Assessment:
    """The back page of a case, written and saved; not concluded yet."""
    back = told.back
    needs = back.written_needs(session.assessments.questionnaire(assessment), told.front)
    plan = CarePlan(
        needs=tuple(
            Need(
                topic=LinkId(need.topic),
                patient_words=need.patient_words,
                observed=need.observed,
                take_further=need.take_further,
            )
            for need in needs
        ),
        activities=tuple(
            Activity(
                kind=action.kind,
                text=action.text,
                topics=tuple(LinkId(topic) for topic in action.topics),
                responsible=Responsible(type=action.responsible.type, name=action.responsible.name)
                if action.responsible
                else Responsible(),
                when=action.when,
            )
            for action in back.written_actions()
        ),
        told_that_authority_decides=back.told_that_authority_decides,
        consent_municipality=back.consent_municipality,
        consent_gp=back.consent_gp,
        retraining_plan=back.retraining_plan,
        next_assessment=back.next_assessment,
    )
    return session.back_pages.save(assessment, plan)


def conclude(session: Session, assessment: Assessment, told: Case) -> Assessment:
    """Concluded as the case says, and ready to sign."""
    if told.back.conclusion is Conclusion.NO_NEED:
        return session.back_pages.conclude_no_need(assessment)
    return session.back_pages.complete(assessment)


def play(session: Session, told: Case) -> tuple[Patient, Assessment]:
    """A whole case, from the first word to the signature."""
    patient = register(session, told)
    filled = session.front_pages.complete(fill_in(session, begin(session, patient, told), told))
    return patient, session.back_pages.sign(conclude(session, talk(session, filled, told), told))
