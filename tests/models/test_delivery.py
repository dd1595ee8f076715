"""What must leave of an assessment, and when nothing is missing any more."""

from datetime import UTC, datetime

import pytest

from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.delivery import (
    CHANNELS,
    RECIPIENTS,
    Channel,
    Consent,
    Delivery,
    DeliveryNote,
    DeliveryState,
    NotWantedReason,
    Recipient,
    handover_of,
)
from needsform.models.errors import InputError
from needsform.models.identity import AssessmentId
from needsform.models.practitioner import Signature
from needsform.models.site import SiteKind

AGREED = CarePlan(consent_municipality=True, consent_gp=True, conclusion=Conclusion.NEED)
NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)


def done(recipient: Recipient, revision: int = 1) -> Delivery:
    receiver = "Lægerne Testvej" if recipient is not Recipient.RECORD else ""
    note = DeliveryNote(
        recipient=recipient, state=DeliveryState.DONE, channel=CHANNELS[recipient][0], receiver=receiver
    )
    note.require_whole()
    return Delivery.of(note, AssessmentId("a"), revision, NOON, Signature(name="Karin Prøve"))


def taken_back(recipient: Recipient) -> Delivery:
    note = DeliveryNote(recipient=recipient, state=DeliveryState.MISSING)
    return Delivery.of(note, AssessmentId("a"), 1, NOON, Signature(name="Karin Prøve"))


def test_a_ward_tells_four_and_nobody_tells_themselves() -> None:
    assert RECIPIENTS[SiteKind.HOSPITAL] == tuple(Recipient)
    assert Recipient.MUNICIPALITY not in RECIPIENTS[SiteKind.MUNICIPALITY]
    assert Recipient.GENERAL_PRACTICE not in RECIPIENTS[SiteKind.GENERAL_PRACTICE]
    assert set(RECIPIENTS) == set(SiteKind)


def test_everything_is_missing_until_somebody_says_otherwise() -> None:
    handover = handover_of(SiteKind.HOSPITAL, AGREED, 1, ())
    assert handover.missing == tuple(Recipient)
    assert not handover.is_complete


def test_nothing_is_missing_when_all_four_have_it() -> None:
    handover = handover_of(SiteKind.HOSPITAL, AGREED, 1, map(done, Recipient))
    assert handover.is_complete
    assert [s.delivery for s in handover.standings] == [done(recipient) for recipient in Recipient]


def test_a_refusal_means_not_wanted_without_anybody_writing_it_again() -> None:
    plan = AGREED.model_copy(update={"consent_gp": False})
    standing = handover_of(SiteKind.HOSPITAL, plan, 1, ()).standing(Recipient.GENERAL_PRACTICE)
    assert (standing.state, standing.reason) == (DeliveryState.NOT_WANTED, NotWantedReason.CONSENT_REFUSED)
    assert not standing.may_leave


def test_where_nothing_is_needed_and_nobody_asked_there_is_nothing_to_tell() -> None:
    handover = handover_of(SiteKind.HOSPITAL, CarePlan(conclusion=Conclusion.NO_NEED), 1, ())
    assert handover.missing == (Recipient.CITIZEN, Recipient.RECORD)
    assert handover.standing(Recipient.MUNICIPALITY).reason is NotWantedReason.NO_NEED


def test_no_need_with_consent_is_told_all_the_same() -> None:
    plan = CarePlan(conclusion=Conclusion.NO_NEED, consent_municipality=True)
    handover = handover_of(SiteKind.HOSPITAL, plan, 1, ())
    assert handover.standing(Recipient.MUNICIPALITY).state is DeliveryState.MISSING


def test_what_nobody_asked_stays_missing_and_may_not_leave() -> None:
    handover = handover_of(SiteKind.HOSPITAL, CarePlan(conclusion=Conclusion.NEED), 1, ())
    standing = handover.standing(Recipient.MUNICIPALITY)
    assert (standing.state, standing.consent) == (DeliveryState.MISSING, Consent.NOT_ASKED)
    with pytest.raises(InputError) as caught:
        handover.require_may_leave(Recipient.MUNICIPALITY)
    assert caught.value.message.message_id == "delivery.consent_not_asked"
    handover.require_may_leave(Recipient.CITIZEN)


def test_a_note_that_was_wrong_is_taken_back_by_a_later_one() -> None:
    noted = [*map(done, Recipient), taken_back(Recipient.RECORD)]
    assert handover_of(SiteKind.HOSPITAL, AGREED, 1, noted).missing == (Recipient.RECORD,)
    assert handover_of(SiteKind.HOSPITAL, AGREED, 1, [*noted, done(Recipient.RECORD)]).is_complete


def test_a_newer_revision_has_not_left_and_it_is_known_who_has_the_older_one() -> None:
    handover = handover_of(SiteKind.HOSPITAL, AGREED, 2, map(done, Recipient))
    assert handover.missing == tuple(Recipient)
    assert handover.standing(Recipient.MUNICIPALITY).earlier == done(Recipient.MUNICIPALITY)


def test_what_was_taken_back_in_an_older_revision_is_with_nobody() -> None:
    handover = handover_of(SiteKind.HOSPITAL, AGREED, 2, [done(Recipient.RECORD), taken_back(Recipient.RECORD)])
    assert handover.standing(Recipient.RECORD).earlier is None


@pytest.mark.parametrize(
    ("note", "message_id", "at"),
    [
        (DeliveryNote(recipient=Recipient.CITIZEN, state=DeliveryState.DONE), "delivery.channel_missing", "channel"),
        (
            DeliveryNote(recipient=Recipient.CITIZEN, state=DeliveryState.DONE, channel=Channel.RECORD),
            "delivery.channel_missing",
            "channel",
        ),
        (
            DeliveryNote(recipient=Recipient.MUNICIPALITY, state=DeliveryState.DONE, channel=Channel.PHONE),
            "delivery.receiver_missing",
            "receiver",
        ),
        (DeliveryNote(recipient=Recipient.RECORD, state=DeliveryState.NOT_WANTED), "delivery.reason_missing", "reason"),
        (
            DeliveryNote(
                recipient=Recipient.RECORD, state=DeliveryState.NOT_WANTED, reason=NotWantedReason.OTHER, note=" "
            ),
            "delivery.note_missing",
            "note",
        ),
    ],
)
def test_half_a_note_says_what_is_missing(note: DeliveryNote, message_id: str, at: str) -> None:
    with pytest.raises(InputError) as caught:
        note.require_whole()
    assert (caught.value.message.message_id, caught.value.field) == (message_id, at)


def test_every_receiver_can_be_reached_somehow() -> None:
    assert set(CHANNELS) == set(Recipient)
    assert all(CHANNELS.values())
