"""Files that are almost right, through every door: the short form. `python -m tests.faults.fuzzing` is the long one."""

from pathlib import Path
from random import Random

import pytest

from needsform.models.errors import InputError
from tests.faults.doors import broken_rule, json_doors, naive_door, pdf_doors
from tests.faults.fuzzing import LONGEST, run, tried
from tests.faults.sizes import SEED


def nowhere(_: int) -> None:
    """Nobody asks how far it has come."""


def test_a_file_of_json_is_refused_with_a_sentence_or_taken_whole(tmp_path: Path) -> None:
    tally = tried("json", 0, 2_000, SEED, json_doors(tmp_path), nowhere)
    assert tally.uncaught == tally.half_written == []
    assert tally.slowest < LONGEST
    assert tally.stored >= 2
    assert 0 < tally.taken < tally.inputs  # a mutator that spoils all, or nothing, tries nothing
    assert len(tally.refused) > 10


def test_a_pdf_is_refused_with_a_sentence_or_taken_whole() -> None:
    tally = tried("pdf", 0, 300, SEED, pdf_doors(), nowhere)
    assert tally.uncaught == tally.half_written == []
    assert 0 < tally.taken < tally.inputs
    assert {"sheet.unreadable", "sheet.no_bundle"} <= set(tally.refused)


def test_the_long_form_reads_in_processes_of_its_own_and_says_what_it_found() -> None:
    told: list[str] = []
    found = run(200, 20, SEED, told.append)
    assert found["json"].holds
    assert found["pdf"].holds
    assert (found["json"].inputs, found["pdf"].inputs) == (200, 20)
    assert [line.split(",")[0] for line in told] == ["json", "pdf"]


def test_a_door_like_those_of_most_programs_is_caught() -> None:
    tally = tried("json", 0, 300, SEED, [naive_door()], nowhere)
    assert not tally.holds
    assert len(tally.uncaught) > 30


def test_a_refusal_without_a_sentence_is_caught() -> None:
    assert broken_rule(InputError("nobody.wrote_this"))
    assert broken_rule(InputError("json.too_deep"))
    assert broken_rule(InputError("json.too_deep", levels="x" * 1000))
    assert not broken_rule(InputError("json.too_deep", levels=32))


@pytest.mark.parametrize("number", range(3))
def test_an_input_is_known_by_its_number_alone(number: int, tmp_path: Path) -> None:
    for door in (*json_doors(tmp_path), *pdf_doors()):
        first, again = (door.mutate(door.seeds, Random(number)) for _ in range(2))
        assert first == again
