"""Sheets of the cases that the program is tried with, and ways to change one: what the tests of paper are made of."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

from needsform.demo.case import Case, CaseBack, read_case
from needsform.export.assessment_pdf import render_sheet
from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.care_plan import Activity, CarePlan, Need, Responsible
from needsform.models.identifier import parse_identifier
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import GeneralPractice, Patient, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site
from needsform.services import reference_data
from needsform.services.signing import SiteSigner
from tests.clock import COPENHAGEN
from tests.strategies import shipped_form

WARD_START: Final = "1-ward-start"
LATE_EFFECTS: Final = "2-municipality-late-effects"
STRESS: Final = "3-stress"
CASES: Final = (WARD_START, LATE_EFFECTS, STRESS)

PRINTED: Final = datetime(2026, 11, 23, 11, 20, tzinfo=COPENHAGEN)
HAND: Final = SiteSigner(bytes(range(32)))
"""The key with which the sheets of all cases are signed."""
_CASES: Final = Path(__file__).parents[2] / "resources" / "cases"


def sheet_of(name: str = WARD_START, language: str = "da") -> SheetContent:
    """The citizen's copy of a case, signed."""
    case = read_case((_CASES / f"{name}.json").read_bytes())
    form = shipped_form()
    patient = _patient(case)
    return SheetContent(
        site=Site(name=case.assessment.unit, kind=case.assessment.setting),
        patient=patient,
        municipality=reference_data.municipalities().find(patient.municipality_code, PRINTED.date()),
        assessment=_assessment(case, form),
        questionnaire=form,
        words=reference_data.words(language),
        copy_name=CopyName.CITIZEN,
        printed_at=PRINTED,
        signer=HAND,
    )


@cache
def pdf_of(name: str = WARD_START, language: str = "da") -> bytes:
    """The same as a finished document, drawn once for all tests that look at it."""
    return render_sheet(sheet_of(name, language))


def changed(content: SheetContent, **assessment: object) -> SheetContent:
    """The same sheet of an assessment in which something is different."""
    return content.model_copy(update={"assessment": content.assessment.model_copy(update=assessment)})


def with_plan(content: SheetContent, plan: CarePlan | None) -> SheetContent:
    """The same sheet with another back page, or with none written yet."""
    return changed(content, care_plan=plan)


def with_patient(content: SheetContent, **patient: object) -> SheetContent:
    """The same sheet of a citizen of whom something else is known."""
    return content.model_copy(update={"patient": content.patient.model_copy(update=patient)})


def on_form(content: SheetContent, form: Questionnaire) -> SheetContent:
    """The same citizen's sheet on another form, not filled in yet."""
    empty = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    words = reference_data.words(content.words.language if content.words.language in form.languages else "da")
    other = changed(content, response=empty, care_plan=None)
    return other.model_copy(update={"questionnaire": form, "words": words})


def answered(content: SheetContent, **answers: bool | int | str) -> SheetContent:
    """The same sheet with more answers; a linkId is written with `__` in place of its dot."""
    response = content.assessment.response
    for key, answer in answers.items():
        response = response.with_answer(content.questionnaire, LinkId(key.replace("__", ".")), answer)
    return changed(content, response=response)


def _patient(case: Case) -> Patient:
    citizen = case.citizen
    relative = citizen.relative
    return Patient(
        id=PatientId("citizen"),
        identifier=parse_identifier(citizen.cpr, today=PRINTED.date()),
        name=citizen.name,
        phone=citizen.phone,
        best_time=citizen.best_time,
        municipality_code=citizen.municipality_code,
        general_practice=GeneralPractice(name=citizen.gp),
        relative=Relative(name=relative.name, relation=relative.relation, phone=relative.phone)
        if relative
        else Relative(),
        children_under_18=citizen.children_under_18,
        language=citizen.language,
        needs_interpreter=citizen.interpreter,
        address_protected=citizen.address_protected,
    )


def _assessment(case: Case, form: Questionnaire) -> Assessment:
    held = case.assessment
    return Assessment(
        id=AssessmentId("5f" * 16),
        patient_id=PatientId("citizen"),
        number=1,
        status=AssessmentStatus.SIGNED,
        occasion=held.occasion,
        setting=held.setting,
        unit=held.unit,
        held_on=held.date,
        signature=Signature(**held.professional.model_dump()),
        filled_by=held.filled_by,
        relative_present=bool(case.citizen.relative and case.citizen.relative.present),
        response=_response(case, form),
        care_plan=_plan(case, form),
        created_at=PRINTED,
        front_completed_at=PRINTED,
        signed_at=PRINTED,
    )


def _response(case: Case, form: Questionnaire) -> QuestionnaireResponse:
    front = case.front
    response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for box in front.ticked(form):
        response = response.with_answer(form, box.link_id, True)
    for area in front.none_said(form):
        response = response.with_none_of_these(area)
    for area_id, text in front.written_others(form).items():
        response = response.with_answer(form, LinkId(f"{area_id}.other"), text)
    for topic, note in front.notes.items():
        response = response.with_answer(form, LinkId(f"{topic}.note"), note)
    return response.with_answer(form, PRIORITY, tuple(map(LinkId, front.priority)))


def _plan(case: Case, form: Questionnaire) -> CarePlan:
    back: CaseBack = case.back
    return CarePlan(
        needs=tuple(Need(**need.model_dump()) for need in back.written_needs(form, case.front)),
        activities=tuple(
            Activity(
                kind=action.kind,
                text=action.text,
                topics=tuple(map(LinkId, action.topics)),
                responsible=Responsible(**action.responsible.model_dump()) if action.responsible else Responsible(),
                when=action.when,
            )
            for action in back.written_actions()
        ),
        told_that_authority_decides=back.told_that_authority_decides,
        consent_municipality=back.consent_municipality,
        consent_gp=back.consent_gp,
        retraining_plan=back.retraining_plan,
        conclusion=back.conclusion,
        next_assessment=back.next_assessment,
    )
