"""A site with forms, cases and plans by chance, and the same counted plainly: what indicators are held against."""

from collections import Counter
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from random import Random

from needsform.models.assessment import (
    Assessment,
    AssessmentStatus,
    Gate,
    Occasion,
    Offered,
    ReferralSource,
)
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, PatientId, PlanId, ReferralId
from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorQuery
from needsform.models.patient import Patient
from needsform.models.practitioner import Signature
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.referral import ClosingReason, ContactAttempt, ContactOutcome, Referral
from needsform.models.rehabilitation_plan import RehabilitationPlan
from needsform.models.site import SiteKind
from needsform.storage.assessments import add_assessment
from needsform.storage.database import Database
from needsform.storage.patients import add_patient
from needsform.storage.plans import add_plan
from needsform.storage.referrals import add_referral, save_referral
from tests.ward import PUBLIC_TEST_PERSONS

TODAY = date(2026, 11, 23)
UNITS = ("Kræftafdelingen", "Kirurgisk afdeling", "")
KARIN = Signature(name="Karin Prøve")
_DAYS = 40


@dataclass
class RandomSite:
    """What was written, for counting it plainly."""

    forms: list[Assessment]
    cases: list[Referral]
    plans: list[RehabilitationPlan]

    def counted(self, query: IndicatorQuery) -> dict[Indicator, int]:
        """The figures, by going through everything."""
        found: Counter[Indicator] = Counter()
        wanted = [f for f in self.forms if query.since <= f.held_on <= query.until]
        wanted = [f for f in wanted if query.unit in (None, f.unit)]
        wanted = [f for f in wanted if f.status.value not in ("cancelled", "superseded")]
        for form in wanted:
            if form.gate is not Gate.NONE:
                found[Indicator.NOT_FOR_FORM] += 1
                found[Indicator(form.gate.value)] += 1
                continue
            found[Indicator.OFFERED] += 1
            found[_OCCASION[form.occasion.value]] += 1
            found[_ANSWER[form.offered.value]] += 1
            if form.offered is Offered.ACCEPTED:
                found[_PROGRESS[form.status.value]] += 1
                if form.status.value in ("signed", "handed_over", "contacted", "plan_started", "closed"):
                    found[Indicator.SIGNED] += 1
                    conclusion = form.care_plan and form.care_plan.conclusion
                    found[_CONCLUSION[conclusion.value if conclusion else ""]] += 1
        self._count_citizens(wanted, found)
        if query.unit is not None:
            return {indicator: number for indicator, number in found.items() if number}
        self._count_cases(query, found)
        for plan in self.plans:
            if plan.begun_on is not None and query.since <= plan.begun_on <= query.until:
                found[Indicator.BEGUN] += 1
                source = next((case.source.value for case in self.cases if case.id == plan.referral_id), "unknown")
                found[Indicator(f"begun_from_{source}")] += 1
        return {indicator: number for indicator, number in found.items() if number}

    @staticmethod
    def _count_citizens(forms: list[Assessment], found: Counter[Indicator]) -> None:
        in_course = [
            form
            for form in forms
            if form.setting is SiteKind.HOSPITAL
            and form.gate is Gate.NONE
            and form.occasion.value in ("treatment_start", "during_treatment", "end_of_treatment", "readmission")
        ]
        not_yet = ("draft", "front_completed", "dialogue_held", "declined", "redirected")
        everybody = {form.patient_id for form in in_course}
        assessed = {form.patient_id for form in in_course if form.status.value not in not_yet}
        found[Indicator.IN_COURSE] = len(everybody)
        found[Indicator.ASSESSED] = len(assessed)
        found[Indicator.NOT_ASSESSED] = len(everybody - assessed)

    def _count_cases(self, query: IndicatorQuery, found: Counter[Indicator]) -> None:
        for case in self.cases:
            if not query.since <= case.informed_on <= query.until:
                continue
            found[Indicator.INFORMED] += 1
            if case.contacted_at is not None:
                is_late = case.contacted_at.date() > case.contact_by
                found[Indicator.CONTACTED_LATE if is_late else Indicator.CONTACTED_IN_TIME] += 1
            elif case.is_closed:
                found[Indicator.CLOSED_UNCONTACTED] += 1
            else:
                found[Indicator.OVERDUE if case.is_overdue(TODAY) else Indicator.TO_CONTACT] += 1


_OCCASION = {o.value: Indicator(f"at_{o.value}") for o in Occasion if o.value not in ("during_treatment",)}
_OCCASION["during_treatment"] = Indicator.DURING_TREATMENT
_ANSWER = {
    "accepted": Indicator.ACCEPTED,
    "declined": Indicator.DECLINED,
    "too_ill": Indicator.TOO_ILL,
    "other": Indicator.OFFERED_OTHER,
}
_PROGRESS = {
    "draft": Indicator.WITH_CITIZEN,
    "front_completed": Indicator.BACK_MISSING,
    "dialogue_held": Indicator.BACK_MISSING,
    "back_completed": Indicator.UNSIGNED,
    "no_need_now": Indicator.UNSIGNED,
    "signed": Indicator.NOT_HANDED_OVER,
    "handed_over": Indicator.HANDED_OVER,
    "contacted": Indicator.HANDED_OVER,
    "plan_started": Indicator.HANDED_OVER,
    "closed": Indicator.HANDED_OVER,
}
_CONCLUSION = {"need": Indicator.NEED, "no_need": Indicator.NO_NEED, "": Indicator.NEED_NOT_SAID}


def fill(database: Database, chance: Random, forms: int = 60) -> RandomSite:
    """Write a site by chance, in one transaction."""
    site = RandomSite([], [], [])
    with database.atomic():
        whose = [_citizen(database, name, cpr) for name, cpr in PUBLIC_TEST_PERSONS.items()]
        for number in range(forms):
            site.forms.append(_form(database, chance, number, chance.choice(whose)))
        for number in range(forms // 3):
            site.cases.append(_case(database, chance, number, chance.choice(whose)))
        for number in range(forms // 4):
            site.plans.append(_plan(database, chance, number, site.cases, chance.choice(whose)))
    return site


def period(chance: Random) -> IndicatorQuery:
    """A period of which much is inside and something is not."""
    since = TODAY - timedelta(days=chance.randint(_DAYS // 2, _DAYS))
    until = since + timedelta(days=chance.randint(0, _DAYS))
    return IndicatorQuery(since=since, until=until, unit=chance.choice((None, None, *UNITS[:2])))


def _day(chance: Random) -> date:
    return TODAY - timedelta(days=chance.randint(0, _DAYS))


def _at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _citizen(database: Database, name: str, cpr: str) -> PatientId:
    patient = Patient(
        id=PatientId(cpr),
        identifier=Identifier(kind=IdentifierKind.CPR, value=cpr),
        name=name,
        municipality_code="0751",
    )
    add_patient(database, patient, _at(TODAY))
    return patient.id


def _form(database: Database, chance: Random, number: int, patient_id: PatientId) -> Assessment:
    """Begun with one set of details and then changed to another: what counts is the last."""
    offered = chance.choices(tuple(Offered), (8, 1, 1, 1))[0]
    gate = chance.choices(tuple(Gate), (8, 1, 1))[0]
    open_ones = [s for s in AssessmentStatus if s.value not in ("declined", "redirected")]
    status = chance.choice(open_ones)
    if gate is not Gate.NONE:
        status = AssessmentStatus.REDIRECTED
    elif offered is not Offered.ACCEPTED:
        status = AssessmentStatus.DECLINED
    conclusion = chance.choice((*Conclusion, None))
    begun = Assessment(
        id=AssessmentId(f"a{number}"),
        patient_id=patient_id,
        number=number,
        status=AssessmentStatus.DRAFT,
        response=QuestionnaireResponse(questionnaire_url="url", questionnaire_version="1"),
        created_at=_at(TODAY),
        occasion=chance.choice(tuple(Occasion)),
        setting=chance.choice(tuple(SiteKind)),
        unit=chance.choice(UNITS),
        held_on=_day(chance),
        signature=KARIN,
    )
    add_assessment(database, begun)
    changed = begun.model_copy(
        update={
            "occasion": chance.choice(tuple(Occasion)),
            "unit": chance.choice(UNITS),
            "held_on": _day(chance),
            "offered": offered,
            "gate": gate,
            "status": status,
            "care_plan": chance.choice((None, CarePlan(conclusion=conclusion))),
        }
    )
    details = Assessment.model_validate(changed).model_dump_json(
        include={"occasion", "setting", "unit", "held_on", "signature", "offered", "gate"}
    )
    plan = None if changed.care_plan is None else changed.care_plan.model_dump_json()
    database.execute("UPDATE assessments SET details = ? WHERE id = ?", [details, begun.id])
    database.execute("UPDATE assessments SET status = ?, care_plan = ? WHERE id = ?", [status.value, plan, begun.id])
    return changed


def _case(database: Database, chance: Random, number: int, patient_id: PatientId) -> Referral:
    informed_on = _day(chance)
    case = Referral(
        id=ReferralId(f"r{number}"),
        patient_id=patient_id,
        source=chance.choice(tuple(ReferralSource)),
        informed_on=informed_on,
        received_at=_at(informed_on),
        contact_by=informed_on + timedelta(days=chance.randint(3, 6)),
    )
    add_referral(database, case)
    if chance.random() < 0.6:
        reached = _at(informed_on + timedelta(days=chance.randint(0, 9)))
        attempt = ContactAttempt(at=reached, by=KARIN, outcome=ContactOutcome.REACHED)
        case = save_referral(database, case.with_attempt(attempt))
    if chance.random() < 0.3:
        case = save_referral(database, case.closed(_at(TODAY), ClosingReason.DECLINED))
    return case


def _plan(
    database: Database, chance: Random, number: int, cases: list[Referral], patient_id: PatientId
) -> RehabilitationPlan:
    case = chance.choice((None, *cases))
    plan = RehabilitationPlan(
        id=PlanId(f"p{number}"),
        patient_id=patient_id if case is None else case.patient_id,
        referral_id=None if case is None else case.id,
        created_at=_at(TODAY),
    )
    if chance.random() < 0.8:
        plan = plan.begun(_day(chance))
    add_plan(database, plan)
    return plan
