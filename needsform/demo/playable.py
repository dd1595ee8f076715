"""Whether a case can be played to its end: asked of every part of it before anything is begun.

What the windows would refuse, or have no place for, is told beside the part of the file in which it stands.
"""

from datetime import date

from needsform.demo.case import Case, CaseAssessment, CaseBack, CaseCitizen, CaseFront
from needsform.models.assessment import FilledBy, Gate, Offered, age_gate
from needsform.models.care_plan import Conclusion
from needsform.models.errors import InputError
from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.site import SiteKind
from needsform.models.typed_patient import TypedPatient, read_patient
from needsform.services import reference_data

_FIELDS = {"identifier": "cpr", "name": "name", "municipality": "municipality_code"}
"""What the screen asks for, and where a case has it."""


def require_playable(case: Case, form: Questionnaire) -> None:
    """Raise InputError `case.wrong` with the `place`, or `case.unknown_topic`, where a case comes to no sheet."""
    _require_beginning(case.assessment)
    _require_citizen(case.citizen, case.assessment.setting, case.assessment.date)
    marked = _require_front(case.front, form)
    _require_back(case.back, case.front, form, has_needs=marked)


def _require_beginning(assessment: CaseAssessment) -> None:
    if assessment.offered is not Offered.ACCEPTED:
        raise _wrong("assessment.offered")
    if assessment.filled_by is FilledBy.ON_PAPER:
        raise _wrong("assessment.filled_by")
    if not assessment.site().name:
        raise _wrong("assessment.unit")
    if not assessment.professional.name.strip():
        raise _wrong("assessment.professional.name")


def _require_citizen(citizen: CaseCitizen, setting: SiteKind, today: date) -> None:
    typed = TypedPatient(identifier=citizen.cpr, name=citizen.name, municipality=citizen.municipality_code)
    read = read_patient(typed, reference_data.municipalities(), reference_data.words("da"), today)
    for field in read.errors:
        raise _wrong(f"citizen.{_FIELDS[field]}")
    if read.details is None or not read.details.name:
        raise _wrong("citizen.name")
    if age_gate(read.details.identifier, setting, today) is not Gate.NONE:
        raise _wrong("citizen.cpr")


def _require_front(front: CaseFront, form: Questionnaire) -> bool:
    """Whether there is anything for the back page to begin with."""
    response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for box in front.ticked(form):
        response = response.with_answer(form, box.link_id, True)
    front.none_said(form)
    front.written_others(form)
    for name in front.notes:
        if not response.is_marked(form.topics[LinkId(name)]):
            raise _wrong("front.notes")
    try:
        chosen = tuple(LinkId(name) for name in front.priority)
        response.with_answer(form, PRIORITY, chosen)
    except InputError as error:
        raise _wrong("front.priority") from error
    return bool(response.supported_topics(form))


def _require_back(back: CaseBack, front: CaseFront, form: Questionnaire, *, has_needs: bool) -> None:
    needs, actions = back.written_needs(form, front), back.written_actions()
    if back.conclusion is Conclusion.NO_NEED:
        return
    if not back.told_that_authority_decides:
        raise _wrong("back.told_that_authority_decides")
    if not (actions or needs or has_needs):
        raise _wrong("back.needs")


def _wrong(place: str) -> InputError:
    return InputError("case.wrong", place=place)
