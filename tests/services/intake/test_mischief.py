"""What somebody with bad intent, bad luck or an old folder could do to what arrives and what leaves."""

from datetime import date
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan, Need
from needsform.models.delivery import Recipient
from needsform.models.errors import PermissionDenied, WorldError
from needsform.models.identity import LinkId
from needsform.models.letter import LetterForm
from needsform.models.patient import Patient
from needsform.models.period_export import ExportKind
from needsform.models.received_assessment import Finding
from needsform.models.retention import EraseReason
from needsform.services.documents import bundle_json
from needsform.services.intake import Examined
from needsform.services.session import Session
from tests.forging import without_signature
from tests.services.intake.conftest import MAX, Post, only
from tests.ward import citizen, first_talk

TODAY = date(2026, 11, 23)
AGREED = CarePlan(
    needs=(Need(topic=LinkId("fatigue")),),
    told_that_authority_decides=True,
    consent_municipality=True,
    next_assessment="01-12-2026",
)


@pytest.fixture
def einer(session: Session) -> Patient:
    """A citizen of the receiver's own."""
    return session.patients.register(citizen())


def signed(session: Session, patient: Patient, plan: CarePlan = AGREED) -> Assessment:
    """One of our own, signed."""
    draft = session.assessments.start(patient, first_talk())
    return sign(session, draft, plan)


def sign(session: Session, draft: Assessment, plan: CarePlan = AGREED) -> Assessment:
    """To the signature."""
    pages = session.back_pages
    return pages.sign(pages.complete(pages.save(session.front_pages.complete(draft), plan)))


def looked_at(session: Session, post: Post, data: bytes) -> Examined:
    """A Bundle that came by the post."""
    return session.intake.examine(only(post.file(data)))


@pytest.mark.usefixtures("knows_ward")
def test_a_forgery_that_names_another_citizen_does_not_stand_in_the_way_of_the_genuine_sheet(
    session: Session, post: Post, ward: Session
) -> None:
    patient, assessment = post.assessment()
    content = ward.documents.content(patient, assessment)
    forged = content.model_copy(update={"patient": ward.patients.register(citizen(MAX))})
    session.intake.take_in(looked_at(session, post, without_signature(bundle_json(forged))))
    genuine = looked_at(session, post, bundle_json(content))
    assert genuine.is_clear
    assert session.intake.take_in(genuine).patient.identifier == patient.identifier


@pytest.mark.usefixtures("knows_ward")
def test_a_revision_that_is_of_another_citizen_than_the_one_before_waits_for_a_person(
    session: Session, post: Post, ward: Session
) -> None:
    patient, assessment = post.assessment()
    session.intake.take_in(looked_at(session, post, post.bundle(patient, assessment)))
    again = post.sign(ward.assessments.reopen(assessment, "CPR forkert"))
    other = ward.documents.content(patient, again).model_copy(update={"patient": ward.patients.register(citizen(MAX))})
    newer = looked_at(session, post, bundle_json(other))
    assert newer.finding is Finding.NEWER
    assert not newer.is_clear


def test_who_was_erased_does_not_come_back_with_an_old_folder(session: Session, post: Post, einer: Patient) -> None:
    own = bundle_json(session.documents.content(einer, signed(session, einer)))
    session.retention.erasure_of(einer.id, "020160-9995", EraseReason.CITIZEN_ASKED).run(lambda _percent: None)
    assert looked_at(session, post, own).finding is Finding.OWN
    assert session.patients.find("Einer") == ()


def test_what_is_opened_again_while_many_are_written_is_not_written(
    session: Session, einer: Patient, tmp_path: Path
) -> None:
    assessment = signed(session, einer)
    job = session.period_exports.export(ExportKind.BUNDLES, TODAY, None, tmp_path, session.site)
    session.assessments.reopen(assessment, "skrivefejl")
    outcome = job.run(lambda _percent: None)
    assert outcome.written == 0
    assert [message.message_id for _, message in outcome.failures] == ["delivery.not_signed"]


def test_no_letter_is_written_of_what_nobody_has_signed(session: Session, einer: Patient) -> None:
    draft = session.front_pages.complete(session.assessments.start(einer, first_talk()))
    talked = session.back_pages.save(draft, AGREED)
    with pytest.raises(PermissionDenied):
        session.letters.letter(session.documents.content(einer, talked), Recipient.MUNICIPALITY)


def test_a_letter_from_before_the_citizen_refused_does_not_leave(session: Session, einer: Patient) -> None:
    assessment = signed(session, einer)
    letter = session.letters.letter(session.documents.content(einer, assessment), Recipient.MUNICIPALITY)
    refused = AGREED.model_copy(update={"consent_municipality": False})
    sign(session, session.assessments.reopen(assessment, "vil ikke alligevel"), refused)
    with pytest.raises(WorldError):
        session.letters.record(letter, LetterForm.TEXT)


def test_an_older_sheet_that_is_put_right_forgets_nothing_of_what_a_later_one_plans(
    session: Session, einer: Patient
) -> None:
    first = signed(session, einer, AGREED.model_copy(update={"next_assessment": ""}))
    signed(session, einer)
    sign(session, session.assessments.reopen(first, "skrivefejl"), AGREED.model_copy(update={"next_assessment": ""}))
    assert [planned.planned for planned in session.planned_assessments.due()] == ["01-12-2026"]
