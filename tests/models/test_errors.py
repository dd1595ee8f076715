"""An error carries what a sentence needs, and nothing that must not stand in a log."""

import pytest

from needsform.models.errors import Fault, FileFaults, InputError, Message, NeedsformError, PermissionDenied, WorldError


def test_an_error_carries_the_id_of_a_sentence_and_what_to_fill_in() -> None:
    error = InputError("answer.too_long", at="worry.note", longest=200)
    assert error.message == Message("answer.too_long", {"longest": "200"})
    assert error.field == "worry.note"
    assert str(error) == "answer.too_long"


@pytest.mark.parametrize("kind", [WorldError, InputError, PermissionDenied])
def test_every_error_of_ours_can_be_told_to_a_user(kind: type[NeedsformError]) -> None:
    assert kind("some.thing").message == Message("some.thing")


def test_what_is_wrong_with_a_file_is_told_all_at_once() -> None:
    faults = (Fault("a.json", "x", Message("one")), Fault("a.json", "", Message("two")))
    refused = FileFaults("some.refused", faults)
    assert refused.faults == faults
    assert refused.message.parameters == {"file": "a.json", "count": "2"}
