"""What leaves is noted by receiver, corrected by a later note, and never changed."""

import pytest

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.care_plan import CarePlan, Conclusion, Need
from needsform.models.delivery import (
    CHANNELS,
    Channel,
    DeliveryNote,
    DeliveryState,
    NotWantedReason,
    Recipient,
)
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.identity import LinkId
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.ward import all_delivered


def written(session: Session, draft: Assessment, *, consent_gp: bool | None = True) -> Assessment:
    """A back page with a need, signed."""
    plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue")),),
        told_that_authority_decides=True,
        consent_municipality=True,
        consent_gp=consent_gp,
        conclusion=Conclusion.NEED,
    )
    front = session.front_pages.complete(draft)
    return session.back_pages.sign(session.back_pages.complete(session.back_pages.save(front, plan)))


@pytest.fixture
def signed(session: Session, draft: Assessment) -> Assessment:
    """Einer's assessment, signed; he agrees that municipality and doctor are told."""
    return written(session, draft)


def done(recipient: Recipient) -> DeliveryNote:
    return DeliveryNote(
        recipient=recipient, state=DeliveryState.DONE, channel=CHANNELS[recipient][0], receiver="Lægerne Testvej"
    )


def test_the_last_of_the_four_makes_it_handed_over(session: Session, signed: Assessment) -> None:
    for recipient in Recipient:
        assert signed.status is AssessmentStatus.SIGNED
        assert signed.id in {row.id for row in session.assessments.worklist().not_handed_over}
        signed = session.deliveries.note(signed, done(recipient))
    assert signed.status is AssessmentStatus.HANDED_OVER
    assert signed.handed_over_at == session.now()
    assert session.assessments.worklist().not_handed_over == ()


def test_a_note_says_when_by_whom_and_to_whom(session: Session, signed: Assessment) -> None:
    session.deliveries.note(signed, done(Recipient.GENERAL_PRACTICE))
    (kept,) = session.deliveries.history(signed)
    assert (kept.channel, kept.receiver) == (Channel.CORRESPONDENCE, "Lægerne Testvej")
    assert (kept.at, kept.by) == (session.now(), session.practitioner.signature())
    assert (kept.assessment_id, kept.revision) == (signed.id, 1)


def test_a_wrong_note_is_taken_back_and_the_sheet_waits_again(session: Session, signed: Assessment) -> None:
    handed = all_delivered(session, signed)
    waits = session.deliveries.note(handed, DeliveryNote(recipient=Recipient.RECORD, state=DeliveryState.MISSING))
    assert (waits.status, waits.handed_over_at) == (AssessmentStatus.SIGNED, None)
    assert waits.signed_at == handed.signed_at
    assert session.deliveries.handover(waits).missing == (Recipient.RECORD,)
    assert len(session.deliveries.history(waits)) == 5
    assert session.assessments.get(waits.id) == waits


def test_nothing_goes_where_the_citizen_said_no(session: Session, draft: Assessment) -> None:
    signed = written(session, draft, consent_gp=False)
    with pytest.raises(InputError) as caught:
        session.deliveries.note(signed, done(Recipient.GENERAL_PRACTICE))
    assert caught.value.message.message_id == "delivery.consent_refused"
    assert session.deliveries.history(signed) == ()


def test_where_nobody_asked_it_can_only_be_said_that_it_is_not_wanted(session: Session, draft: Assessment) -> None:
    signed = written(session, draft, consent_gp=None)
    with pytest.raises(InputError) as caught:
        session.deliveries.note(signed, done(Recipient.GENERAL_PRACTICE))
    assert caught.value.message.message_id == "delivery.consent_not_asked"
    unwanted = DeliveryNote(
        recipient=Recipient.GENERAL_PRACTICE,
        state=DeliveryState.NOT_WANTED,
        reason=NotWantedReason.CITIZEN_DECLINES,
    )
    signed = session.deliveries.note(signed, unwanted)
    assert Recipient.GENERAL_PRACTICE not in session.deliveries.handover(signed).missing


def test_nothing_leaves_before_it_is_signed(session: Session, draft: Assessment) -> None:
    with pytest.raises(PermissionDenied) as caught:
        session.deliveries.note(draft, done(Recipient.CITIZEN))
    assert caught.value.message.message_id == "delivery.not_signed"


def test_two_who_note_at_once_do_not_overwrite_each_other(session: Session, signed: Assessment) -> None:
    session.deliveries.note(signed, done(Recipient.CITIZEN))
    with pytest.raises(WorldError) as caught:
        session.deliveries.note(signed, done(Recipient.RECORD))
    assert caught.value.message.message_id == "assessment.changed_elsewhere"
    assert [d.recipient for d in session.deliveries.history(signed)] == [Recipient.CITIZEN]


def test_a_newer_revision_has_to_leave_anew(session: Session, signed: Assessment) -> None:
    reopened = session.assessments.reopen(all_delivered(session, signed), "Einer huskede mere")
    again = session.back_pages.sign(session.back_pages.complete(session.front_pages.complete(reopened)))
    handover = session.deliveries.handover(again)
    assert (handover.revision, handover.missing) == (2, tuple(Recipient))
    assert {standing.earlier is not None for standing in handover.standings} == {True}
    assert session.deliveries.at_a_glance([again.id]) == {again.id: handover}


def test_each_note_leaves_its_row_in_the_trace(session: Session, signed: Assessment, database: Database) -> None:
    noted = session.deliveries.note(signed, done(Recipient.MUNICIPALITY))
    session.deliveries.note(noted, DeliveryNote(recipient=Recipient.MUNICIPALITY, state=DeliveryState.MISSING))
    rows = database.rows("SELECT action, patient_id, detail FROM audit_events ORDER BY seq DESC LIMIT 2")
    back, there = ((row["action"], row["patient_id"], row["detail"]) for row in rows)
    assert there == (
        "hand_over",
        signed.patient_id,
        "recipient=municipality state=done channel=secure_mail revision=1",
    )
    assert back == ("correct_hand_over", signed.patient_id, "recipient=municipality state=missing revision=1")


@pytest.mark.parametrize("statement", ["UPDATE deliveries SET state = 'done'", "DELETE FROM deliveries"])
def test_the_store_itself_keeps_what_was_noted(
    session: Session, signed: Assessment, database: Database, statement: str
) -> None:
    session.deliveries.note(signed, done(Recipient.CITIZEN))
    with pytest.raises(WorldError) as caught:
        database.execute(statement)
    assert caught.value.message.message_id == "store.refused"


def test_the_store_itself_takes_no_note_of_what_is_not_signed(draft: Assessment, database: Database) -> None:
    with pytest.raises(WorldError) as caught:
        database.execute("INSERT INTO deliveries VALUES (1, ?, 1, 'citizen', 'done', '{}')", [draft.id])
    assert caught.value.message.message_id == "store.refused"


def test_erasing_the_citizen_takes_the_notes_along(session: Session, signed: Assessment, database: Database) -> None:
    session.deliveries.note(signed, done(Recipient.CITIZEN))
    with database.atomic():
        database.execute("DELETE FROM patients WHERE id = ?", [signed.patient_id])
        row = database.row("SELECT count(*) AS n FROM deliveries")
        assert row is not None
        assert row["n"] == 0
