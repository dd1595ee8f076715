"""One program at a time has the store, and a program that dies lets go of it."""

import errno
import subprocess
import sys
from pathlib import Path

import pytest

from needsform.models.errors import WorldError
from needsform.storage import instance_lock
from needsform.storage.instance_lock import InstanceLock

CHECKOUT = Path(__file__).resolve().parents[2]
HOLD = """
import sys
from pathlib import Path
from needsform.storage.instance_lock import InstanceLock
lock = InstanceLock(Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""


def test_the_second_program_hears_that_the_store_is_in_use(tmp_path: Path) -> None:
    path = tmp_path / "needsform.lock"
    first = InstanceLock(path)
    with pytest.raises(WorldError) as error:
        InstanceLock(path)
    assert error.value.message.message_id == "store.in_use"
    first.release()
    InstanceLock(path).release()


def test_a_program_that_is_killed_lets_go(tmp_path: Path) -> None:
    path = tmp_path / "needsform.lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)], cwd=CHECKOUT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline().strip() == b"held"
        with pytest.raises(WorldError) as error:
            InstanceLock(path)
        assert error.value.message.message_id == "store.in_use"
        other.kill()
        other.wait()
    InstanceLock(path).release()


def test_a_lock_that_cannot_be_made_is_not_said_to_be_in_use(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        InstanceLock(tmp_path / "gone" / "needsform.lock")
    assert error.value.message.message_id == "file.no_folder"


def test_a_file_system_without_locks_is_not_said_to_be_in_use(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Some network folders answer so; none is at hand here."""

    def has_no_locks(_: object) -> None:
        raise OSError(errno.ENOLCK, "")

    monkeypatch.setattr(instance_lock, "_try_lock", has_no_locks)
    with pytest.raises(WorldError) as error:
        InstanceLock(tmp_path / "needsform.lock")
    assert error.value.message.message_id == "file.cannot_write"
