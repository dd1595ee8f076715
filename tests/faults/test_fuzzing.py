"""Files that are almost right, through every door."""

from pathlib import Path
from random import Random

import pytest

from needsform.models.errors import InputError
from tests.faults.doors import broken_rule, json_doors, naive_door, pdf_doors
from tests.faults.fuzzing import run, tried
from tests.faults.sizes import SEED, Record, is_long, points, told


def nowhere(_: int) -> None:
    """Nobody asks how far it has come."""


def test_a_file_of_json_is_refused_with_a_sentence_or_taken_whole(tmp_path: Path) -> None:
    tally = tried("json", 0, 2_000, SEED, json_doors(tmp_path), nowhere)
    assert tally.uncaught == tally.half_written == []
    assert tally.stored >= 2
    assert 0 < tally.taken < tally.inputs  # a mutator that spoils all, or nothing, tries nothing
    assert len(tally.refused) > 10


def test_a_pdf_is_refused_with_a_sentence_or_taken_whole() -> None:
    tally = tried("pdf", 0, 300, SEED, pdf_doors(), nowhere)
    assert tally.uncaught == tally.half_written == []
    assert 0 < tally.taken < tally.inputs
    assert {"sheet.unreadable", "sheet.no_bundle"} <= set(tally.refused)


def test_many_are_read_in_processes_of_their_own(record_testsuite_property: Record) -> None:
    lines: list[str] = []
    wanted = {"json": points("altered JSON"), "pdf": points("altered PDF")}
    found = run(wanted["json"], wanted["pdf"], SEED, lines.append)
    for kind, part in (("json", "altered JSON"), ("pdf", "altered PDF")):
        assert found[kind].uncaught == found[kind].half_written == []
        assert found[kind].holds or not is_long()  # how long one took is no matter for a test on a busy machine
        assert found[kind].inputs == wanted[kind]
        told(record_testsuite_property, part, wanted[kind], slowest=found[kind].slowest)
    assert {line.split(",")[0] for line in lines} >= {"json", "pdf"}


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
