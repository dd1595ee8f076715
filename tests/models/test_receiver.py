"""Whom to tell, by municipality and day."""

from datetime import date

import pytest

from needsform.models.errors import InputError
from needsform.models.identity import ReceiverId
from needsform.models.receiver import Receiver, receiver_on, require_alone

NEW_YEAR = date(2027, 1, 1)
AARHUS = Receiver(
    id=ReceiverId("a"),
    municipality_code="0751",
    name="Aarhus Kommune, Koordinerende instans på kræftområdet",
    mail="kraeft@example.dk",
    valid_to=date(2026, 12, 31),
)
COUNCIL = Receiver(id=ReceiverId("b"), municipality_code="0751", name="Sundhedsrådet", valid_from=NEW_YEAR)


def test_the_receiver_changes_with_the_authority() -> None:
    receivers = (AARHUS, COUNCIL)
    assert receiver_on(receivers, "0751", date(2026, 12, 31)) == AARHUS
    assert receiver_on(receivers, "0751", NEW_YEAR) == COUNCIL
    assert receiver_on(receivers, "0101", NEW_YEAR) is None
    require_alone(COUNCIL, receivers)


def test_two_receivers_on_one_day_are_refused() -> None:
    early = COUNCIL.model_copy(update={"valid_from": date(2026, 12, 31)})
    with pytest.raises(InputError) as caught:
        require_alone(early, (AARHUS, COUNCIL))
    assert (caught.value.message.message_id, caught.value.field) == ("receiver.overlap", "valid_from")
    require_alone(early.model_copy(update={"municipality_code": "0101"}), (AARHUS,))


@pytest.mark.parametrize(
    ("change", "message_id"),
    [
        ({"municipality_code": ""}, "receiver.municipality_missing"),
        ({"name": ""}, "receiver.name_missing"),
        ({"mail": "kræft"}, "receiver.mail_shape"),
        ({"mail": "a@b@c"}, "receiver.mail_shape"),
        ({"mail": "a b@c.dk"}, "receiver.mail_shape"),
        ({"mail": "a@b.dk, c@d.dk"}, "receiver.mail_shape"),
        ({"valid_from": NEW_YEAR}, "receiver.days_turned"),
    ],
)
def test_half_an_entry_says_what_is_wrong(change: dict[str, object], message_id: str) -> None:
    AARHUS.require_complete()
    with pytest.raises(InputError) as caught:
        AARHUS.model_copy(update=change).require_complete()
    assert caught.value.message.message_id == message_id
