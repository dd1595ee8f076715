"""An assessment as a FHIR R4 Bundle, and the way back: models → Bundle → models is the identity.

A transaction of plain R4 resources that refer to each other by `urn:uuid:`; `docs/FHIR.md` tells what lies where.
"""

from pydantic import ValidationError

from needsform.export.fhir.assessment import assessment, read_details, read_key, read_signed_at, signature
from needsform.export.fhir.citizen import citizen, read_citizen
from needsform.export.fhir.codes import FORMAT, URI
from needsform.export.fhir.elements import Identifier, Meta
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.plan import back_page, read_back_page
from needsform.export.fhir.referral import read_referral, referral
from needsform.export.fhir.resources import Bundle, Entry, EntryRequest, Procedure
from needsform.export.fhir.resources import QuestionnaireResponse as Response
from needsform.export.fhir.response import read_answers, response
from needsform.export.fhir.sender import read_site, sender
from needsform.export.fhir.signing import require_in_place, signed
from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.models.read_assessment import ReadAssessment, ResponseStatus
from needsform.models.sheet import SheetContent


def bundle_json(content: SheetContent) -> bytes:
    """Everything that a sheet says, as compact UTF-8 JSON; the same for every copy and at every printing of it.

    It is signed where the content has a signer and is no draft.
    """
    urns = Urns(content.assessment.id, content.assessment.revision)
    named = [
        *citizen(content, urns),
        *sender(content, urns),
        *assessment(content, urns),
        ("response", response(content, urns)),
        *back_page(content, urns),
        *referral(content, urns),
        *signature(content, urns),
    ]
    bundle = Bundle(
        meta=Meta(source=FORMAT),
        language=content.words.language,
        identifier=Identifier(system=URI, value=urns("bundle")),
        entry=tuple(
            Entry(full_url=urns(role), resource=resource, request=EntryRequest(url=resource.resource_type))
            for role, resource in named
        ),
    )
    signed_at = content.assessment.signed_at
    if content.signer is not None and signed_at is not None and not content.is_draft:
        bundle = signed(bundle, content.signer, signed_at, urns)
    return bundle.model_dump_json(by_alias=True, exclude_none=True).encode()


def read_bundle(data: bytes) -> ReadAssessment:
    """What a Bundle of ours tells. An element that we do not write refuses it; words that repeat a code are not read.

    Raises InputError `bundle.not_ours` for other JSON, `bundle.refused` with the element (`where`) that is not as we
    write it, `bundle.newer` for one that a newer program wrote, and those of `strict_json.loads`.
    """
    read = strict_json.loads(data, strict_json.BUNDLE)
    _require_own_format(read)
    try:
        return _read(Bundle.model_validate_json(data.removeprefix(b"\xef\xbb\xbf")))
    except ValidationError as error:
        raise InputError("bundle.refused", where=_where(error)) from None  # pydantic quotes what it read


def _require_own_format(read: strict_json.Json) -> None:
    meta = read.get("meta") if isinstance(read, dict) else None
    source = meta.get("source") if isinstance(meta, dict) else None
    if source == FORMAT:
        return
    if isinstance(source, str) and source.startswith(FORMAT.rpartition(":")[0] + ":"):
        raise InputError("bundle.newer")
    raise InputError("bundle.not_ours")


def _read(bundle: Bundle) -> ReadAssessment:
    assessment_id, number, revision = read_key(bundle)
    entries = Entries(bundle, Urns(assessment_id, revision))
    if bundle.identifier != Identifier(system=URI, value=entries.urns("bundle")):
        refuse("Bundle.identifier")
    procedure = entries.require("assessment", Procedure)
    answered = entries.require("response", Response)
    entries.points(answered.subject, "patient", "QuestionnaireResponse.subject")
    entries.points(answered.source, "patient", "QuestionnaireResponse.source")
    entries.points(answered.part_of[0], "assessment", "QuestionnaireResponse.partOf")
    care_plan = read_back_page(procedure, entries)
    read_referral(care_plan, entries)
    result = ReadAssessment(
        assessment_id=assessment_id,
        number=number,
        revision=revision,
        site=read_site(entries),
        patient=read_citizen(entries, procedure.performed_date_time),
        details=read_details(procedure, answered, entries),
        status=ResponseStatus(answered.status),
        response=read_answers(answered),
        care_plan=care_plan,
        front_completed_at=answered.authored,
        signed_at=read_signed_at(entries, has_plan=care_plan is not None),
    )
    entries.finish()
    if bundle.signature is not None:
        require_in_place(bundle.signature, entries.urns, result.signed_at)
    return result


def _where(error: ValidationError) -> str:
    """The first element that did not fit; a name that came with the file is left out."""
    first = error.errors(include_input=False, include_url=False, include_context=False)[0]
    path = first["loc"][:-1] if first["type"] == "extra_forbidden" else first["loc"]
    return ".".join(str(part) for part in path) or "Bundle"
