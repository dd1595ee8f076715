"""The back page in a Bundle, there and back: a CarePlan, the areas it rests on, the consents, and what was said."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from needsform.export.fhir.codes import (
    INFORMATION_DISCLOSURE,
    INFORMATION_RECIPIENT,
    OPT_IN,
    OPT_OUT,
    PATIENT_PRIVACY,
    SURVEY,
    local,
    local_code,
    member,
    only,
    read_member,
    read_words,
    some,
    standard,
    words_only,
)
from needsform.export.fhir.contact import organization, read_organization
from needsform.export.fhir.elements import Annotation, CodeableConcept, Reference
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.plan_resources import (
    ActivityDetail,
    CarePlanActivity,
    Communication,
    CommunicationPayload,
    Consent,
    ConsentActor,
    ConsentProvision,
    Observation,
    ObservationComponent,
)
from needsform.export.fhir.plan_resources import CarePlan as FhirCarePlan
from needsform.export.fhir.resources import (
    Organization,
    Procedure,
    Resource,
)
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
from needsform.models.identity import LinkId
from needsform.models.sheet import SheetContent

_PROGRESS: Final[dict[ActivityKind, Literal["not-started", "in-progress", "completed"]]] = {
    ActivityKind.STARTED: "in-progress",
    ActivityKind.INFORMATION: "completed",
}
"""How far an action of a kind is on the day of the talk; the others have not begun."""

_NEED: Final = "status category code subject effective_date_time note derived_from component"
_RETRAINING_PLAN: Final = "status code subject effective_date_time value_codeable_concept"
"""The elements of an Observation in its two roles here."""

# Written ----------------------------------------------------------------------------------------------------------


def back_page(content: SheetContent, urns: Urns) -> Iterator[tuple[str, Resource]]:
    """The plan with all that belongs to it, if there is one yet; and the sentence on who decides, always."""
    plan = content.assessment.care_plan
    if plan is not None:
        yield from _Writing(content, plan, urns).resources()
    yield "told", _told(content, urns)


def _told(content: SheetContent, urns: Urns) -> Communication:
    """The sentence stands on every sheet; whether it was said aloud is a fact of the back page."""
    plan, words = content.assessment.care_plan, content.words
    status: Literal["preparation", "not-done", "completed"] = "preparation"
    if plan is not None:
        status = "completed" if plan.told_that_authority_decides else "not-done"
    authority = content.site.authority or words.text("sheet.authority")
    return Communication(
        status=status,
        subject=urns.to("patient"),
        about=(urns.to("authority"),) if content.site.authority else None,
        recipient=(urns.to("patient"),),
        sender=urns.to("professional"),
        payload=(CommunicationPayload(content_string=words.text("sheet.back.decision", authority=authority)),),
    )


@dataclass(frozen=True)
class _Writing:
    """One back page being written down."""

    content: SheetContent
    plan: CarePlan
    urns: Urns

    @cached_property
    def _responsible(self) -> dict[Responsible, str]:
        """Organisations that are responsible for something, each once, with the role that it plays in the Bundle."""
        found = dict.fromkeys(activity.responsible for activity in self.plan.activities)
        named = [r for r in found if r.type not in (None, ResponsibleType.CITIZEN)]
        return {responsible: f"responsible-{number}" for number, responsible in enumerate(named, start=1)}

    def resources(self) -> Iterator[tuple[str, Resource]]:
        """Everything, in the order in which one would read it."""
        for number, need in enumerate(self.plan.needs, start=1):
            yield f"need-{number}", self._need(need)
        for responsible, role in self._responsible.items():
            yield role, self._organization(responsible, role)
        if self.plan.retraining_plan is not None:
            yield "retraining-plan", self._retraining_plan(self.plan.retraining_plan)
        yield "care-plan", self._care_plan()
        if self.plan.consent_municipality is not None:
            yield "consent-municipality", self._consent("municipality", self.plan.consent_municipality)
        if self.plan.consent_gp is not None:
            yield "consent-gp", self._consent("gp", self.plan.consent_gp)

    def _care_plan(self) -> FhirCarePlan:
        needs = tuple(f"need-{number}" for number in range(1, len(self.plan.needs) + 1))
        retraining = ("retraining-plan",) if self.plan.retraining_plan else ()
        return FhirCarePlan(
            status="draft" if self.content.assessment.signed_at is None else "active",
            title=self.content.words.text("sheet.back.title"),
            subject=self.urns.to("patient"),
            created=self.content.assessment.held_on,
            author=self.urns.to("professional"),
            supporting_info=tuple(self.urns.to(role) for role in ("response", *needs, *retraining)),
            activity=some(CarePlanActivity(detail=self._activity(activity)) for activity in self.plan.activities),
        )

    def _need(self, need: Need) -> Observation:
        """The citizen's words and the professional's observation are two notes with two authors."""
        words = self.content.words
        notes = []
        if need.patient_words:
            notes.append(Annotation(author_reference=self.urns.to("patient"), text=need.patient_words))
        if need.observed:
            notes.append(Annotation(author_reference=self.urns.to("professional"), text=need.observed))
        left = words_only(words.text("sheet.back.needs.not_taken_further"))
        return Observation(
            status=self._observation_status,
            category=(standard(SURVEY),),
            code=self._topic(need.topic),
            subject=self.urns.to("patient"),
            effective_date_time=self.content.assessment.held_on,
            note=some(notes),
            derived_from=(self.urns.to("response"),),
            component=None if need.take_further else (ObservationComponent(code=left, value_boolean=True),),
        )

    def _retraining_plan(self, retraining_plan: RetrainingPlan) -> Observation:
        words = self.content.words
        return Observation(
            status=self._observation_status,
            code=words_only(words.text("sheet.back.retraining_plan").rstrip(":")),
            subject=self.urns.to("patient"),
            effective_date_time=self.content.assessment.held_on,
            value_codeable_concept=member(retraining_plan, words),
        )

    @property
    def _observation_status(self) -> Literal["preliminary", "final"]:
        return "preliminary" if self.content.assessment.signed_at is None else "final"

    def _topic(self, topic: LinkId) -> CodeableConcept:
        form, language = self.content.questionnaire, self.content.words.language
        return local(topic, form.heading(topic, language if language in form.languages else form.languages[0]))

    def _activity(self, activity: Activity) -> ActivityDetail:
        performer = self._performer(activity.responsible)
        return ActivityDetail(
            code=member(activity.kind, self.content.words),
            reason_code=some(self._topic(topic) for topic in activity.topics),
            status=_PROGRESS.get(activity.kind, "not-started"),
            scheduled_string=activity.when or None,
            performer=(performer,) if performer else None,
            description=activity.text or None,
        )

    def _performer(self, responsible: Responsible) -> Reference | None:
        if responsible in self._responsible:
            return self.urns.to(self._responsible[responsible], responsible.shown(self.content.words))
        if responsible.type is ResponsibleType.CITIZEN:
            return self.urns.to("patient", responsible.name)
        return Reference(display=responsible.name) if responsible.name else None

    def _organization(self, responsible: Responsible, role: str) -> Organization:
        assert responsible.type is not None  # noqa: S101 - only those with a type are organisations
        kind = member(responsible.type, self.content.words)
        return organization(role, responsible.name, "", self.urns).model_copy(update={"type": (kind,)})

    def _consent(self, receiver: str, is_given: bool) -> Consent:
        words = self.content.words
        known = {
            "municipality": bool(self.content.patient.municipality_code),
            "gp": bool(self.content.patient.general_practice.name or self.content.patient.general_practice.phone),
        }
        display = words.text(f"sheet.back.consent.{receiver}")
        reference = self.urns.to(receiver, display) if known[receiver] else Reference(display=display)
        return Consent(
            status="active" if is_given else "rejected",
            scope=standard(PATIENT_PRIVACY),
            category=(standard(INFORMATION_DISCLOSURE),),
            patient=self.urns.to("patient"),
            date_time=self.content.assessment.held_on,
            performer=(self.urns.to("patient"),),
            organization=(self.urns.to("site"),),
            policy_rule=standard(OPT_IN if is_given else OPT_OUT),
            provision=ConsentProvision(
                type="permit" if is_given else "deny",
                actor=(ConsentActor(role=standard(INFORMATION_RECIPIENT), reference=reference),),
            ),
        )


# Read -------------------------------------------------------------------------------------------------------------


def read_back_page(procedure: Procedure, entries: Entries) -> CarePlan | None:
    """The back page, or None if there is none yet."""
    plan = entries.take("care-plan", FhirCarePlan)
    told = _read_told(entries)
    if (plan is None) != (told is None):
        refuse("Communication.status")
    if plan is None:
        if procedure.outcome is not None or procedure.follow_up is not None:
            refuse("Procedure.outcome")
        return None
    entries.points(plan.subject, "patient", "CarePlan.subject")
    entries.points(plan.author, "professional", "CarePlan.author")
    return CarePlan(
        needs=tuple(_read_needs(entries)),
        activities=tuple(_read_activities(plan, entries)),
        told_that_authority_decides=told is True,
        consent_municipality=_read_consent("municipality", entries),
        consent_gp=_read_consent("gp", entries),
        retraining_plan=_read_retraining_plan(entries),
        conclusion=procedure.outcome and read_member(procedure.outcome, Conclusion, "Procedure.outcome"),
        next_assessment=read_words(procedure.follow_up[0], "Procedure.followUp") if procedure.follow_up else "",
    )


def _read_told(entries: Entries) -> bool | None:
    told = entries.require("told", Communication)
    entries.points(told.subject, "patient", "Communication.subject")
    return {"preparation": None, "not-done": False, "completed": True}[told.status]


def _read_needs(entries: Entries) -> Iterator[Need]:
    for _, need in entries.numbered("need", Observation, _NEED):
        entries.points(need.subject, "patient", "Observation.subject")
        said: dict[str | None, str] = {}
        for note in need.note or ():
            author = note.author_reference.reference if note.author_reference else None
            if author not in (entries.urns("patient"), entries.urns("professional")) or author in said:
                refuse("Observation.note")
            said[author] = note.text
        yield Need(
            topic=LinkId(local_code(need.code, "Observation.code")),
            patient_words=said.get(entries.urns("patient"), ""),
            observed=said.get(entries.urns("professional"), ""),
            take_further=need.component is None,
        )


def _read_activities(plan: FhirCarePlan, entries: Entries) -> Iterator[Activity]:
    responsible: dict[str, Responsible] = {}
    for name, found in entries.numbered("responsible", Organization, "identifier type name"):
        kind = read_member(only(found.type), ResponsibleType, "Organization.type")
        responsible[name] = Responsible(type=kind, name=read_organization(found))
    for row in plan.activity or ():
        detail = row.detail
        yield Activity(
            kind=read_member(detail.code, ActivityKind, "CarePlan.activity.detail.code"),
            text=detail.description or "",
            topics=tuple(
                LinkId(local_code(topic, "CarePlan.activity.detail.reasonCode")) for topic in detail.reason_code or ()
            ),
            responsible=_read_performer(only(detail.performer), responsible, entries),
            when=detail.scheduled_string or "",
        )


def _read_performer(performer: Reference | None, responsible: dict[str, Responsible], entries: Entries) -> Responsible:
    if performer is None:
        return Responsible()
    if performer.reference is None:
        return Responsible(name=performer.display or "")
    if performer.reference == entries.urns("patient"):
        return Responsible(type=ResponsibleType.CITIZEN, name=performer.display or "")
    if performer.reference not in responsible:
        refuse("CarePlan.activity.detail.performer")
    return responsible[performer.reference]


def _read_consent(receiver: str, entries: Entries) -> bool | None:
    consent = entries.take(f"consent-{receiver}", Consent)
    if consent is None:
        return None
    entries.points(consent.patient, "patient", "Consent.patient")
    actor = consent.provision.actor[0].reference
    if actor.reference is not None:
        entries.points(actor, receiver, "Consent.provision.actor")
    is_given = consent.status == "active"
    expected = ("permit", standard(OPT_IN)) if is_given else ("deny", standard(OPT_OUT))
    if (consent.provision.type, consent.policy_rule) != expected:
        refuse("Consent.provision")
    return is_given


def _read_retraining_plan(entries: Entries) -> RetrainingPlan | None:
    found = entries.take("retraining-plan", Observation, _RETRAINING_PLAN)
    if found is None:
        return None
    entries.points(found.subject, "patient", "Observation.subject")
    return read_member(found.value_codeable_concept, RetrainingPlan, "Observation.value")
