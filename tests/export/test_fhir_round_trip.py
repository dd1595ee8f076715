"""What went into a Bundle is what comes out of it."""

from datetime import UTC, datetime

from hypothesis import example, given, settings

from needsform.export.fhir import bundle_json, read_bundle
from needsform.export.fhir.response import response_status
from needsform.models.assessment import AssessmentDetails, FilledBy
from needsform.models.patient import GeneralPractice, Relative
from needsform.models.read_assessment import ReadAssessment
from needsform.models.sheet import SheetContent
from tests.export import talk
from tests.small_form import small_form
from tests.strategies import sheet_contents


def told(content: SheetContent) -> ReadAssessment:
    """What a receiver should learn: all but what never leaves, which is a protected address and the site's default."""
    held, patient = content.assessment, content.patient.details()
    if patient.address_protected:
        patient = patient.model_copy(update={"address": ""})
    return ReadAssessment(
        assessment_id=held.id,
        number=held.number,
        revision=held.revision,
        site=content.site.model_copy(update={"default_municipality_code": ""}),
        patient=patient,
        details=AssessmentDetails(**{name: getattr(held, name) for name in AssessmentDetails.model_fields}),
        status=response_status(held),
        response=held.response,
        care_plan=held.care_plan,
        front_completed_at=_in_utc(held.front_completed_at),
        signed_at=_in_utc(held.signed_at),
    )


def _in_utc(moment: datetime | None) -> datetime | None:
    """The same moment: in the hour that summer time repeats, Python holds no two zones' times to be equal."""
    return moment and moment.astimezone(UTC)


def read(content: SheetContent) -> ReadAssessment:
    """What the receiver learns."""
    learnt = read_bundle(bundle_json(content))
    moments = {"front_completed_at": learnt.front_completed_at, "signed_at": learnt.signed_at}
    return learnt.model_copy(update={name: _in_utc(moment) for name, moment in moments.items()})


@settings(max_examples=40)
@given(sheet_contents())
@example(talk.sheet())
def test_the_receiver_learns_what_the_sender_knew(content: SheetContent) -> None:
    assert read(content) == told(content)


@settings(max_examples=20)
@given(sheet_contents(small_form()))
def test_a_form_of_the_sites_own_travels_too(content: SheetContent) -> None:
    assert read(content) == told(content)


def test_a_citizen_of_whom_little_is_known_travels_too() -> None:
    bare = talk.patient().model_copy(
        update={
            "phone": "",
            "municipality_code": "",
            "general_practice": GeneralPractice(),
            "relative": Relative(),
            "children_under_18": None,
            "language": "",
        }
    )
    held = talk.assessment()
    assert held.filled_by is FilledBy.WITH_RELATIVE
    assert held.relative_present
    content = talk.sheet(citizen=bare)
    assert read(content) == told(content)


def test_a_byte_order_mark_from_an_editor_does_no_harm() -> None:
    written = bundle_json(talk.sheet())
    assert read_bundle(b"\xef\xbb\xbf" + written) == read_bundle(written)
