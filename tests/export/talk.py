"""One talk on the ward, whole: Einer Test Lauridsen's first assessment, signed and ready to be sent."""

from datetime import date, datetime

from needsform.models.assessment import Assessment, AssessmentStatus, FilledBy, Occasion
from needsform.models.care_plan import (
    Activity,
    ActivityKind,
    CarePlan,
    Conclusion,
    Need,
    Responsible,
    ResponsibleType,
    RetrainingPlan,
)
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import GeneralPractice, Patient, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from tests.clock import COPENHAGEN
from tests.strategies import shipped_form

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=COPENHAGEN)


def _links(*names: str) -> tuple[LinkId, ...]:
    return tuple(LinkId(name) for name in names)


def response() -> QuestionnaireResponse:
    """Three topics marked, existence answered with "none of these", the rest in silence."""
    form = shipped_form()
    answers = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    for link_id in _links("fatigue.problem", "fatigue.support", "worry.problem", "partner.support"):
        answers = answers.with_answer(form, link_id, True)
    answers = answers.with_answer(form, LinkId("worry.note"), "Mest om\nbørnebørnene")
    answers = answers.with_answer(form, LinkId("physical.other"), "Kolde fødder om natten")
    answers = answers.with_answer(form, PRIORITY, _links("worry", "fatigue"))
    return answers.with_none_of_these(next(area for area in form.areas if area.link_id == "existential"))


def care_plan() -> CarePlan:
    """Two areas, one of them not taken further; three actions."""
    return CarePlan(
        needs=(
            Need(topic=LinkId("fatigue"), patient_words="Jeg sover til middag", observed="Rejser sig langsomt"),
            Need(topic=LinkId("partner"), take_further=False),
        ),
        activities=(
            Activity(
                text="Fysisk træning på hold",
                topics=_links("fatigue", "worry"),
                responsible=Responsible(type=ResponsibleType.MUNICIPALITY, name="Kræftkoordinator, Aarhus Kommune"),
                when="efter 2. kemobehandling",
            ),
            Activity(
                kind=ActivityKind.STARTED,
                text="Samtale på afdelingen",
                responsible=Responsible(type=ResponsibleType.HOSPITAL),
            ),
            Activity(kind=ActivityKind.SELF_CARE, text="Gåture", responsible=Responsible(type=ResponsibleType.CITIZEN)),
        ),
        told_that_authority_decides=True,
        consent_municipality=True,
        consent_gp=False,
        retraining_plan=RetrainingPlan.GENERAL,
        conclusion=Conclusion.NEED,
        next_assessment="ved afslutning af behandling",
    )


def patient() -> Patient:
    """Einer, with wife, doctor and an address."""
    return Patient(
        id=PatientId("einer"),
        identifier=Identifier(kind=IdentifierKind.CPR, value="0201609995"),
        name="Einer Test Lauridsen",
        phone="+45 20 12 34 56",
        best_time="formiddag",
        municipality_code="0751",
        address="Testgrusgraven 3, 3.th",
        general_practice=GeneralPractice(name="Lægerne Testvej", phone="86 00 00 00"),
        relative=Relative(name="Else Test Lauridsen", relation="ægtefælle", phone="+45 20 65 43 21"),
        children_under_18=False,
    )


def assessment() -> Assessment:
    """The signed assessment."""
    return Assessment(
        id=AssessmentId("0123456789abcdef" * 2),
        patient_id=PatientId("einer"),
        number=1,
        status=AssessmentStatus.SIGNED,
        response=response(),
        care_plan=care_plan(),
        created_at=NOON,
        front_completed_at=NOON.replace(minute=12),
        signed_at=NOON.replace(minute=48),
        occasion=Occasion.TREATMENT_START,
        setting=SiteKind.HOSPITAL,
        unit="Kræftafdelingen",
        held_on=date(2026, 11, 23),
        signature=Signature(name="Karin Prøve", title="sygeplejerske", phone="+45 70 00 00 00"),
        filled_by=FilledBy.WITH_RELATIVE,
        relative_present=True,
    )


def sheet(
    *, of: Assessment | None = None, citizen: Patient | None = None, language: str = "da", **site: str
) -> SheetContent:
    """The sheet of the talk, or of one that differs in what is given."""
    person, held = citizen or patient(), of or assessment()
    return SheetContent(
        site=Site.model_validate(
            {
                "name": "Test Universitetshospital",
                "kind": SiteKind.HOSPITAL,
                "unit": "Kræftafdelingen",
                "contact_name": "Sygeplejerskerne",
                "contact_phone": "+45 70 00 00 01",
                "helpline_phone": "80 00 00 00",
                **site,
            }
        ),
        patient=person,
        municipality=reference_data.municipalities().find(person.municipality_code, held.held_on),
        assessment=held,
        questionnaire=shipped_form(),
        words=reference_data.words(language),
        copy_name=CopyName.CITIZEN,
        printed_at=NOON,
        is_draft=held.signed_at is None,
    )
