"""The list of whom to tell is kept by administrators, one for each municipality and day."""

from datetime import date

import pytest

from needsform.models.errors import InputError, WorldError
from needsform.models.receiver import Receiver
from needsform.services.session import Session
from needsform.storage.database import Database


@pytest.fixture
def aarhus(session: Session) -> Receiver:
    """Whom to tell in Aarhus until New Year."""
    receiver = Receiver(
        id=session.receivers.new_id(),
        municipality_code="0751",
        name="Aarhus Kommune, Koordinerende instans på kræftområdet",
        valid_to=date(2026, 12, 31),
    )
    session.receivers.save(receiver)
    return receiver


def test_a_receiver_is_found_by_municipality_and_day(session: Session, aarhus: Receiver) -> None:
    assert session.receivers.receiver_of("0751", date(2026, 11, 23)) == aarhus
    assert session.receivers.receiver_of("0751", date(2027, 1, 1)) is None
    assert session.receivers.receiver_of("0101", date(2026, 11, 23)) is None


def test_the_one_who_comes_after_is_entered_beforehand(session: Session, aarhus: Receiver) -> None:
    after = Receiver(
        id=session.receivers.new_id(), municipality_code="0751", name="Sundhedsrådet", valid_from=date(2027, 1, 1)
    )
    session.receivers.save(after)
    assert session.receivers.everybody() == (aarhus, after)
    with pytest.raises(InputError) as caught:
        session.receivers.save(aarhus.model_copy(update={"valid_to": None}))
    assert caught.value.message.message_id == "receiver.overlap"
    assert session.receivers.everybody() == (aarhus, after)


def test_an_entry_can_be_put_right_and_taken_away(session: Session, aarhus: Receiver, database: Database) -> None:
    session.receivers.save(aarhus.model_copy(update={"mail": "kraeft@example.dk"}))
    (kept,) = session.receivers.everybody()
    assert kept.mail == "kraeft@example.dk"
    session.receivers.remove(kept)
    assert session.receivers.everybody() == ()
    with pytest.raises(WorldError) as caught:
        session.receivers.remove(kept)
    assert caught.value.message.message_id == "receiver.unknown"
    rows = database.rows("SELECT detail FROM audit_events WHERE action = 'change_receivers'")
    assert [row["detail"] for row in rows] == ["municipality=0751"] * 3
