"""Words that outlive the lock: read by the same person with the same store's key, and by nobody else."""

from needsform.services.seal import Seal
from tests.ward import entropy

KEY, WORDS = b"k" * 32, b"Einer Test Lauridsen, 55 66 77 88"


def test_the_same_person_opens_what_they_closed() -> None:
    seal = Seal(KEY, "karin", entropy())
    sealed = seal.closed(WORDS)
    assert b"Einer" not in sealed
    assert Seal(KEY, "karin", entropy(1)).opened(sealed) == WORDS


def test_nobody_else_does_and_nobody_with_another_key() -> None:
    sealed = Seal(KEY, "karin", entropy()).closed(WORDS)
    assert Seal(KEY, "bente", entropy()).opened(sealed) == b""
    assert Seal(b"x" * 32, "karin", entropy()).opened(sealed) == b""
    assert Seal(KEY, "karin", entropy()).opened(sealed[:-1] + bytes([sealed[-1] ^ 1])) == b""


def test_the_same_words_are_closed_differently_each_time() -> None:
    seal = Seal(KEY, "karin", entropy())
    assert seal.closed(WORDS) != seal.closed(WORDS)
