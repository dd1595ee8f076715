"""What was tried at the closed door can be added to, and neither changed nor taken away unseen."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from needsform.storage.door_list import MOST_KEPT, DoorKind, DoorTry, add_try, begin_door_list, read_door_list

KEY = bytes(range(32))
TRIES = tuple(DoorTry(DoorKind.PASSWORD, "karin", f"2026-11-23T10:4{n}:00+01:00") for n in range(4))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A list with four tries, of a store that had taken in seven before."""
    file = tmp_path / "door.json"
    begin_door_list(file, 7, KEY)
    for tried in TRIES:
        add_try(file, tried)
    return file


def change(path: Path, how: Callable[[dict[str, object]], object]) -> None:
    """Edit the file as somebody with an editor does."""
    told = json.loads(path.read_text())
    how(told)
    path.write_text(json.dumps(told))


def tries(told: dict[str, object]) -> list[dict[str, object]]:
    """The entries of a list."""
    entries = told["tries"]
    assert isinstance(entries, list)
    return entries


def test_every_try_is_told_and_the_list_goes_on_from_there(path: Path) -> None:
    read = read_door_list(path, 7, KEY)
    assert (read.tries, read.is_whole, read.count) == (TRIES, True, 11)
    add_try(path, TRIES[0])
    again = read_door_list(path, read.count, read.key)  # what was taken in already is not told twice
    assert (again.tries, again.is_whole, again.count) == (TRIES[:1], True, 12)
    begin_door_list(path, again.count, again.key)
    assert read_door_list(path, again.count, again.key).tries == ()
    assert read_door_list(path, again.count, again.key).is_whole


@pytest.mark.parametrize(
    "how",
    [
        lambda told: tries(told)[1].update(at="2026-11-23T04:00:00+01:00"),
        lambda told: tries(told)[1].update(login="mads"),
        lambda told: tries(told)[2].update(kind="recovery_key"),
        lambda told: tries(told)[2].update(number=9),
        lambda told: tries(told).pop(0),
        lambda told: tries(told).pop(),
        lambda told: tries(told).reverse(),
        lambda told: told.update(count=9, tries=tries(told)[:2]),
        lambda told: told.update(count=7, tries=[]),
        lambda told: told.update(count=3),
        lambda told: told.update(count=10**9),
        lambda told: told.update(key="00" * 32),
        lambda told: told.update(key="not a key"),
        lambda told: told.update(tries=["x"]),
        lambda told: told.clear(),
    ],
)
def test_a_list_that_was_changed_is_not_whole(path: Path, how: Callable[[dict[str, object]], object]) -> None:
    change(path, how)
    assert not read_door_list(path, 7, KEY).is_whole


def test_a_list_that_is_gone_or_is_of_another_store_is_not_whole(path: Path) -> None:
    assert not read_door_list(path, 7, bytes(32)).is_whole
    path.unlink()
    add_try(path, TRIES[0])  # nothing is begun anew: that it is gone is to be seen
    assert not path.exists()
    assert not read_door_list(path, 7, KEY).is_whole


def test_very_many_tries_are_counted_and_not_all_told(path: Path) -> None:
    begin_door_list(path, 0, KEY)
    told = json.loads(path.read_text())
    assert told["tries"] == []
    for _ in range(3):
        add_try(path, TRIES[0])
    assert len(json.loads(path.read_text())["tries"]) == 3 < MOST_KEPT
