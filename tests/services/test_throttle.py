"""Guessing is slow whatever a guesser does with the program, the clock or the file; the right password still works."""

import json
import math
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

import pytest

from needsform.models.errors import InputError, WorldError
from needsform.services.access import Access
from needsform.services.throttle import AN_HOUR, AT_ONCE, FREE_TRIES, LONGEST_WAIT, NOBODY, QUIET, Throttle
from needsform.services.unlocked import Unlocked
from tests.clock import COPENHAGEN
from tests.disk import needs_file_limits, no_file_beyond
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, entropy

MOST_AN_HOUR = 100
"""TRUST B9."""


class Machine:
    """A workstation: how long it has been running, what its clock says, and what really passes."""

    def __init__(self) -> None:
        self.running = 5_000.0
        self.passed = 0.0
        self.wall = datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN)

    def uptime(self) -> float:
        return self.running

    def clock(self) -> datetime:
        return self.wall

    def wait(self, seconds: float) -> None:
        self.running += seconds
        self.passed += seconds
        self.wall += timedelta(seconds=seconds)

    def start_anew(self) -> None:
        """A restart of the machine takes half a minute, and uptime begins anew."""
        self.wait(30)
        self.running = 30.0


@pytest.fixture
def machine() -> Machine:
    """The ward's workstation."""
    return Machine()


@pytest.fixture
def throttle(tmp_path: Path, machine: Machine) -> Throttle:
    """Of a new store."""
    slowing = Throttle(tmp_path / "tries.json", machine.uptime, "store")
    slowing.begin()
    return slowing


def wait_after(throttle: Throttle, login: str = "karin") -> int:
    """How long a wrong password makes everybody wait."""
    throttle.count(login)
    return throttle.seconds_left()


def refused(act: Callable[[], object]) -> str:
    """What the user hears."""
    with pytest.raises(InputError) as error:
        act()
    return error.value.message.message_id


# How long -------------------------------------------------------------------------------------------------------------


def test_three_wrong_passwords_are_free_and_then_each_wait_is_twice_the_one_before(
    throttle: Throttle, machine: Machine
) -> None:
    waits = []
    for _ in range(12):
        waits.append(wait_after(throttle))
        machine.wait(waits[-1])
    assert waits == [0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60, 60]
    assert FREE_TRIES == 3


def test_whoever_comes_too_early_is_told_how_long_and_nothing_is_counted(throttle: Throttle, machine: Machine) -> None:
    for _ in range(6):
        machine.wait(wait_after(throttle))
    throttle.count("karin")
    before = throttle.seconds_left()
    with pytest.raises(InputError) as error:
        throttle.count("karin")
    assert (error.value.message.message_id, error.value.field) == ("unlock.wait", "password")
    assert error.value.message.parameters == {"seconds": "16"}
    assert throttle.seconds_left() == before == 16
    machine.wait(15.5)
    assert throttle.seconds_left() == 1
    machine.wait(0.5)
    throttle.count("karin")


def test_the_right_password_makes_up_for_the_wrong_ones_before_it(throttle: Throttle) -> None:
    for _ in range(FREE_TRIES):
        throttle.count("karin")
    throttle.forgive("karin")
    assert throttle.seconds_left() == 0
    throttle.count("karin")
    assert throttle.seconds_left() == 0


def test_ones_own_password_does_not_make_up_for_guesses_at_a_colleagues(throttle: Throttle, machine: Machine) -> None:
    """Or whoever works here could guess without end: twice wrong, once right as themselves."""
    waits = []
    for _ in range(6):
        machine.wait(wait_after(throttle, "karin"))
        throttle.count("mads")
        throttle.forgive("mads")
        waits.append(throttle.seconds_left())
        machine.wait(LONGEST_WAIT)
    assert waits == [0, 0, 1, 2, 4, 8]


def test_what_was_tried_for_nobody_is_made_up_for_by_anybody(throttle: Throttle) -> None:
    for _ in range(FREE_TRIES):
        throttle.count(NOBODY)
    throttle.forgive("mads")
    assert throttle.seconds_left() == 0


def test_any_number_of_right_passwords_makes_nobody_wait_and_leaves_nothing_behind(
    throttle: Throttle, machine: Machine, tmp_path: Path
) -> None:
    """A whole ward that unlocks all morning does not use up what is left for mistakes."""
    for number in range(300):
        throttle.count(f"colleague {number}")
        throttle.forgive(f"colleague {number}")
    assert throttle.seconds_left() == 0
    kept = json.loads((tmp_path / "tries.json").read_bytes())
    assert (kept["at"], kept["wrong"], kept["level"]) == (machine.running, {}, 0.0)


def test_whoever_knows_one_password_can_guess_so_often_at_once_and_no_oftener(
    throttle: Throttle, machine: Machine
) -> None:
    """One wrong, one right, again and again: each right one forgives the wait, and none of them the count."""
    for _ in range(2):
        guesses = 0
        while throttle.seconds_left() == 0:
            throttle.count("karin")
            guesses += 1
            if throttle.seconds_left() == 0:
                throttle.count("karin")
                throttle.forgive("karin")
        assert guesses == AT_ONCE
        assert throttle.seconds_left() == math.ceil(QUIET / AN_HOUR)
        machine.wait(10 * QUIET)
        assert throttle.seconds_left() == 0


def test_an_hour_to_the_second_is_enough(throttle: Throttle, machine: Machine) -> None:
    for _ in range(8):
        machine.wait(throttle.seconds_left())
        throttle.count("karin")
    machine.wait(QUIET - 1)
    throttle.count("karin")
    assert throttle.seconds_left() == LONGEST_WAIT
    machine.wait(QUIET)
    assert wait_after(throttle) == 0


def test_after_an_hour_without_a_wrong_password_all_are_forgotten(throttle: Throttle, machine: Machine) -> None:
    for _ in range(8):
        machine.wait(wait_after(throttle))
    machine.wait(QUIET)
    assert wait_after(throttle) == 0


# What a guesser may do to it ------------------------------------------------------------------------------------------


def test_ending_the_program_while_a_password_is_tried_gains_nothing(tmp_path: Path, machine: Machine) -> None:
    Throttle(tmp_path / "tries.json", machine.uptime, "store").begin()
    for _ in range(FREE_TRIES):
        Throttle(tmp_path / "tries.json", machine.uptime, "store").count("karin")  # and killed before the answer
    assert Throttle(tmp_path / "tries.json", machine.uptime, "store").seconds_left() == 1


def test_a_machine_that_is_started_anew_waits_all_the_same(throttle: Throttle, machine: Machine) -> None:
    for _ in range(9):
        machine.wait(wait_after(throttle))
    throttle.count("karin")
    machine.start_anew()
    assert throttle.seconds_left() == LONGEST_WAIT - 30
    machine.wait(30)
    assert throttle.seconds_left() == 0


def spoilt(path: Path, how: str) -> None:
    """What somebody does to the file who may write in its folder."""
    told = json.loads(path.read_bytes())
    match how:
        case "taken away":
            path.unlink()
            return
        case "emptied":
            path.write_bytes(b"")
            return
        case "no JSON":
            path.write_bytes(b"{")
            return
        case "a list":
            told = []
        case "nothing wrong":
            told["wrong"] = {}
        case "long ago":
            told["at"] = 0
        case "not checked":
            del told["check"]
        case "another alphabet":
            told["check"] = "å"
    path.write_text(json.dumps(told), encoding="utf-8")


@pytest.mark.parametrize(
    "how",
    ["taken away", "emptied", "no JSON", "a list", "nothing wrong", "long ago", "not checked", "another alphabet"],
)
def test_a_file_that_was_taken_away_or_changed_counts_as_the_longest_wait(
    throttle: Throttle, machine: Machine, tmp_path: Path, how: str
) -> None:
    throttle.count("karin")
    spoilt(tmp_path / "tries.json", how)
    assert refused(lambda: throttle.count("karin")) == "unlock.wait"
    assert throttle.seconds_left() == LONGEST_WAIT
    machine.wait(LONGEST_WAIT)
    throttle.count("karin")
    assert throttle.seconds_left() == LONGEST_WAIT


def test_the_file_of_another_store_does_not_fit(throttle: Throttle, machine: Machine, tmp_path: Path) -> None:
    fresh = Throttle(tmp_path / "other.json", machine.uptime, "another store")
    fresh.begin()
    (tmp_path / "other.json").replace(tmp_path / "tries.json")
    assert refused(lambda: throttle.count("karin")) == "unlock.wait"


@needs_file_limits
def test_where_the_file_cannot_be_kept_nothing_is_tried(throttle: Throttle) -> None:
    with no_file_beyond(5), pytest.raises(WorldError):
        throttle.count("karin")


def test_before_the_first_try_nobody_waits(tmp_path: Path, machine: Machine) -> None:
    assert Throttle(tmp_path / "tries.json", machine.uptime, "store").seconds_left() == 0
    Throttle(tmp_path / "tries.json", machine.uptime, "store").forgive("karin")
    assert not (tmp_path / "tries.json").exists()


# A thousand guesses ---------------------------------------------------------------------------------------------------


def test_of_a_thousand_guesses_at_the_real_door_no_hour_sees_more_than_a_hundred(
    unlocked: Unlocked, folder: Path, machine: Machine
) -> None:
    """With restarts of program and machine, jumps of the clock, three logins, and the file taken away now and then."""
    chance = Random(9)
    effective: list[float] = []
    access = Access(folder, machine.clock, entropy(), CHEAP, machine.uptime)
    for guess in range(1_000):
        match chance.randrange(12):
            case 0:
                access.leave()
                access = Access(folder, machine.clock, entropy(guess), CHEAP, machine.uptime)
            case 1:
                machine.wall += timedelta(days=chance.choice((-400, -1, 1, 30, 4_000)))
            case 2 if guess % 5 == 0:
                machine.start_anew()
            case 3 if guess % 5 == 0:
                (folder / "needsform.tries.json").unlink()
            case _:
                machine.wait(chance.choice((0, 0, 1, 20, 60)))
        try:
            access.unlock(chance.choice(("karin", "mads", "")), f"gætværk {guess}")
        except InputError as error:
            if error.message.message_id != "unlock.wait":
                effective.append(machine.passed)
    busiest = max(sum(1 for at in effective if start <= at < start + 3_600) for start in effective)
    assert 20 < busiest <= MOST_AN_HOUR
    assert machine.passed > 2 * 3_600
    machine.wait(LONGEST_WAIT)
    assert access.unlock("karin", PASSWORD).key == unlocked.key
    access.leave()


def test_whoever_guesses_as_fast_as_allowed_comes_to_67_in_the_first_hour(
    unlocked: Unlocked, folder: Path, machine: Machine
) -> None:
    access = Access(folder, machine.clock, entropy(), CHEAP, machine.uptime)
    guesses = 0
    while machine.passed < 3_600:
        try:
            access.unlock("karin", "gætværk")
        except InputError as error:
            if error.message.message_id == "unlock.wait":
                machine.wait(float(error.message.parameters["seconds"]))
            else:
                guesses += 1
    assert guesses == 67
    access.leave()
    assert unlocked.login == "karin"


def test_not_even_between_karins_own_logins_can_more_than_a_hundred_be_tried_in_an_hour(
    unlocked: Unlocked, folder: Path, machine: Machine
) -> None:
    """Each right password forgives hers: without a second bound, guessing behind her back would be free."""
    access = Access(folder, machine.clock, entropy(), CHEAP, machine.uptime)
    guesses: list[float] = []
    while machine.passed < 3 * 3_600:
        try:
            access.unlock("karin", "gætværk")
        except InputError as error:
            if error.message.message_id != "unlock.wait":
                guesses.append(machine.passed)
        machine.wait(2)
        try:
            assert access.unlock("karin", PASSWORD).key == unlocked.key
        except InputError as error:
            machine.wait(float(error.message.parameters["seconds"]))
    busiest = max(sum(1 for at in guesses if start <= at < start + 3_600) for start in guesses)
    assert 67 < busiest <= MOST_AN_HOUR
    access.leave()


def test_the_recovery_key_is_slowed_too_and_works_after_the_wait(folder: Path, machine: Machine) -> None:
    access = Access(folder, machine.clock, entropy(), CHEAP, machine.uptime)
    founding = access.found(FIRST_RUN)
    access.confirm(founding)
    heard = [refused(lambda: access.recover("0000", "karin", "lang nok til alt")) for _ in range(FREE_TRIES)]
    assert heard == ["unlock.recovery_wrong", "unlock.recovery_wrong", "unlock.recovery_wrong_wait"]
    assert refused(lambda: access.recover(founding.recovery_key, "karin", "lang nok til alt")) == "unlock.wait"
    machine.wait(1)
    access.open(access.recover(founding.recovery_key, "karin", "lang nok til alt")).close()
    access.leave()
