"""The assessment as an act in a Bundle, there and back: a Procedure with why, when and where, and who signed it."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal, TypeVar

from needsform.export.fhir.codes import (
    ASSESSMENT,
    AUTHOR,
    GATE,
    NUMBER,
    REFERRAL_SOURCE,
    REVISION,
    by_url,
    member,
    only,
    read_concept,
    read_member,
    read_words,
    standard,
    words_only,
)
from needsform.export.fhir.elements import Annotation, CodeableConcept, Extension, Identifier, Reference
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.resources import (
    Bundle,
    Procedure,
    ProcedurePerformer,
    Provenance,
    ProvenanceAgent,
    Resource,
)
from needsform.export.fhir.resources import QuestionnaireResponse as Response
from needsform.export.fhir.response import read_filled_by
from needsform.export.fhir.sender import read_professional, read_unit
from needsform.models.assessment import (
    Assessment,
    AssessmentDetails,
    AssessmentStatus,
    Gate,
    Occasion,
    Offered,
    OtherInstrument,
    ReferralSource,
)
from needsform.models.identity import AssessmentId
from needsform.models.patient import Relative
from needsform.models.sheet import SheetContent

E = TypeVar("E", bound=StrEnum)

PALLIATIVE_INSTRUMENT: Final = "EORTC QLQ-C15-PAL"
"""A name only: where a citizen is mainly palliative, that questionnaire is used, and no text of it is here."""

_RECORD: Final = "status status_reason code subject performed_date_time note"
"""The elements of the record of another instrument."""

# Written ----------------------------------------------------------------------------------------------------------


def assessment(content: SheetContent, urns: Urns) -> Iterator[tuple[str, Resource]]:
    """The assessment, and the record of another instrument if there is one."""
    yield "assessment", _assessment(content, urns)
    instrument = content.assessment.other_instrument
    if instrument is not None:
        reason, place = instrument.reason_not_filled, instrument.filed_at
        yield (
            "other-instrument",
            Procedure(
                status="not-done" if reason else "completed",
                status_reason=words_only(reason) if reason else None,
                code=words_only(PALLIATIVE_INSTRUMENT),
                subject=urns.to("patient"),
                performed_date_time=content.assessment.held_on,
                note=(Annotation(text=place),) if place else None,
            ),
        )


def signature(content: SheetContent, urns: Urns) -> Iterator[tuple[str, Resource]]:
    """That the sheet was signed, once it is."""
    signed_at = content.assessment.signed_at
    if signed_at is not None:
        agent = ProvenanceAgent(type=standard(AUTHOR), who=urns.to("professional"), on_behalf_of=urns.to("site"))
        signed = _signed(urns, has_plan=content.assessment.care_plan is not None)
        yield "signature", Provenance(target=signed, recorded=signed_at, agent=(agent,))


def _signed(urns: Urns, *, has_plan: bool) -> tuple[Reference, ...]:
    roles = ("assessment", "response", "care-plan") if has_plan else ("assessment", "response")
    return tuple(urns.to(role) for role in roles)


def _assessment(content: SheetContent, urns: Urns) -> Procedure:
    held, words = content.assessment, content.words
    plan = held.care_plan
    return Procedure(
        extension=tuple(_extensions(content)),
        identifier=(Identifier(system=ASSESSMENT, value=held.id),),
        status=_status(held),
        status_reason=None if held.offered is Offered.ACCEPTED else member(held.offered, words),
        code=words_only(words.text("sheet.document.title")),
        subject=urns.to("patient"),
        performed_date_time=held.held_on,
        performer=tuple(_performers(content, urns)),
        location=urns.to("unit"),
        reason_code=(member(held.occasion, words),),
        outcome=member(plan.conclusion, words) if plan and plan.conclusion else None,
        follow_up=(words_only(plan.next_assessment),) if plan and plan.next_assessment else None,
        note=(Annotation(text=held.offered_reason),) if held.offered_reason else None,
    )


def _extensions(content: SheetContent) -> Iterator[Extension]:
    held, words = content.assessment, content.words
    yield Extension(url=NUMBER, value_positive_int=held.number)
    yield Extension(url=REVISION, value_positive_int=held.revision)
    if held.gate is not Gate.NONE:
        yield Extension(url=GATE, value_codeable_concept=member(held.gate, words))
    if held.referral_source is not None:
        yield Extension(url=REFERRAL_SOURCE, value_codeable_concept=member(held.referral_source, words))


def _status(held: Assessment) -> Literal["in-progress", "not-done", "completed", "entered-in-error"]:
    if held.status is AssessmentStatus.CANCELLED:
        return "entered-in-error"
    if held.gate is not Gate.NONE or held.offered is not Offered.ACCEPTED:
        return "not-done"
    return "completed" if held.signed_at is not None else "in-progress"


def _performers(content: SheetContent, urns: Urns) -> Iterator[ProcedurePerformer]:
    name = content.assessment.signature.name
    yield ProcedurePerformer(actor=urns.to("professional", name), on_behalf_of=urns.to("site"))
    if content.assessment.relative_present:
        took_part = content.words.text("sheet.back.unnamed_relative_present")
        is_known = content.patient.relative != Relative()
        relative = urns.to("relative", took_part) if is_known else Reference(type="RelatedPerson", display=took_part)
        yield ProcedurePerformer(function=words_only(took_part), actor=relative)


# Read -------------------------------------------------------------------------------------------------------------


def read_key(bundle: Bundle) -> tuple[AssessmentId, int, int]:
    """Which assessment a Bundle tells of: its id, the citizen's number of it, and the revision."""
    found = [e.resource for e in bundle.entry if isinstance(e.resource, Procedure) and e.resource.identifier]
    if len(found) != 1 or found[0].identifier is None or found[0].identifier[0].system != ASSESSMENT:
        refuse("Procedure.identifier")
    extensions = by_url(found[0].extension, (NUMBER, REVISION, GATE, REFERRAL_SOURCE), "Procedure")
    number, revision = extensions.get(NUMBER), extensions.get(REVISION)
    if number is None or revision is None or number.value_positive_int is None or revision.value_positive_int is None:
        refuse("Procedure.extension")
    return AssessmentId(found[0].identifier[0].value), number.value_positive_int, revision.value_positive_int


def read_details(procedure: Procedure, response: Response, entries: Entries) -> AssessmentDetails:
    """What is known of how the assessment was made."""
    entries.points(procedure.subject, "patient", "Procedure.subject")
    entries.points(procedure.location, "unit", "Procedure.location")
    extensions = by_url(procedure.extension, (NUMBER, REVISION, GATE, REFERRAL_SOURCE), "Procedure")
    source = read_concept(extensions.get(REFERRAL_SOURCE))
    setting, unit = read_unit(entries)
    return AssessmentDetails(
        occasion=read_member(only(procedure.reason_code), Occasion, "Procedure.reasonCode"),
        setting=setting,
        unit=unit,
        held_on=procedure.performed_date_time,
        signature=read_professional(entries),
        filled_by=read_filled_by(response, entries),
        offered=_member_or(procedure.status_reason, Offered.ACCEPTED, "Procedure.statusReason"),
        offered_reason=procedure.note[0].text if procedure.note else "",
        gate=_member_or(read_concept(extensions.get(GATE)), Gate.NONE, "Procedure.extension"),
        other_instrument=_read_other_instrument(entries),
        language=response.language,
        relative_present=_read_relative_present(procedure, entries),
        referral_source=source and read_member(source, ReferralSource, "Procedure.extension"),
    )


def read_signed_at(entries: Entries, *, has_plan: bool) -> datetime | None:
    """When the sheet was signed; None for a draft."""
    provenance = entries.take("signature", Provenance)
    if provenance is None:
        return None
    agent = provenance.agent[0]
    entries.points(agent.who, "professional", "Provenance.agent")
    entries.points(agent.on_behalf_of, "site", "Provenance.agent")
    if provenance.target != _signed(entries.urns, has_plan=has_plan):
        refuse("Provenance.target")
    return provenance.recorded


def _member_or(concept: CodeableConcept | None, otherwise: E, where: str) -> E:
    """The member that a concept names; what stands for a concept that is not there."""
    return otherwise if concept is None else read_member(concept, type(otherwise), where)


def _read_relative_present(procedure: Procedure, entries: Entries) -> bool:
    performers = procedure.performer or ()
    if not 1 <= len(performers) <= 2:
        refuse("Procedure.performer")
    entries.points(performers[0].actor, "professional", "Procedure.performer")
    entries.points(performers[0].on_behalf_of, "site", "Procedure.performer")
    if len(performers) == 1:
        return False
    actor = performers[1].actor
    if actor.type != "RelatedPerson":
        entries.points(actor, "relative", "Procedure.performer")
    return True


def _read_other_instrument(entries: Entries) -> OtherInstrument | None:
    procedure = entries.take("other-instrument", Procedure, _RECORD)
    if procedure is None:
        return None
    entries.points(procedure.subject, "patient", "Procedure.subject")
    return OtherInstrument(
        filed_at=procedure.note[0].text if procedure.note else "",
        reason_not_filled=(
            read_words(procedure.status_reason, "Procedure.statusReason") if procedure.status_reason else ""
        ),
    )
