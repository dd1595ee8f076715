"""However often the program is started, one has the store, and the others know it."""

import subprocess
import sys
from pathlib import Path

import pytest

from needsform.models.errors import WorldError
from needsform.services.one_program import BELL_NAME, answer, claim, ring

CHECKOUT = Path(__file__).resolve().parents[2]
RACE = """
import os, sys
from pathlib import Path
from needsform.models.errors import WorldError
from needsform.services.one_program import claim

wins = 0
for number in range(20):
    folder = Path(sys.argv[1]) / str(number)
    gate_out, gate_in = os.pipe()
    stay_out, stay_in = os.pipe()
    ends_out, ends_in = os.pipe()
    for _ in range(4):
        if os.fork() == 0:
            os.close(gate_in), os.close(stay_in)
            os.read(gate_out, 1)  # ends when the gate is opened for all at once
            try:
                lock = claim(folder)
            except WorldError as error:
                os.write(ends_in, b"l" if error.message.message_id == "store.in_use" else b"?")
            else:
                os.write(ends_in, b"w")
            os.close(ends_in)
            os.read(stay_out, 1)  # keeps what it has until everybody has tried
            os._exit(0)
    os.close(gate_out), os.close(gate_in), os.close(ends_in)
    ends = b""
    while len(ends) < 4:
        ends += os.read(ends_out, 4)
    os.close(ends_out), os.close(stay_out), os.close(stay_in)
    print(bytes(sorted(ends)).decode())
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no fork")
def test_of_four_that_start_at_once_one_has_the_store_and_three_know_why_not(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", RACE, str(tmp_path)],
        cwd=CHECKOUT,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    assert done.stdout.split() == ["lllw"] * 20


def test_the_store_is_free_again_when_the_program_has_ended(tmp_path: Path) -> None:
    lock = claim(tmp_path)
    with pytest.raises(WorldError):
        claim(tmp_path)
    lock.release()
    claim(tmp_path).release()


def test_whoever_rings_goes_when_the_bell_is_answered(tmp_path: Path) -> None:
    seen: list[bool] = []

    def somebody_answers(_: float) -> None:
        seen.append(answer(tmp_path))

    assert ring(tmp_path, pause=somebody_answers)
    assert seen == [True]
    assert not answer(tmp_path)


def test_whoever_rings_in_vain_says_so_and_leaves_nothing(tmp_path: Path) -> None:
    ticks = iter(range(100))
    assert not ring(tmp_path, pause=lambda _: None, now=lambda: float(next(ticks)))
    assert list(tmp_path.iterdir()) == []


def test_a_bell_from_before_is_taken_away_by_whoever_comes_first(tmp_path: Path) -> None:
    (tmp_path / BELL_NAME).touch()
    lock = claim(tmp_path)
    assert not answer(tmp_path)
    lock.release()


def test_a_folder_that_takes_no_file_is_not_waited_for(tmp_path: Path) -> None:
    assert not ring(tmp_path / "not there")
