"""A store that something has damaged: what is shown is right, or it is told that it is damaged and a backup is offered.

Bits are flipped, pages zeroed, cut off, swapped and filled with rubbish, in the store, in its keys, in the small files
beside it, and in the newest backup. Nothing may be shown that was not written, and nothing may end the program.
"""

import shutil
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from random import Random

import pytest

from needsform.models.backup import Backup
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import AssessmentId
from needsform.services.access import Access
from needsform.services.restoring import Restoring
from needsform.services.store_state import KEYS_NAME, STORE_NAME
from tests.clock import StandingClock
from tests.faults.day import BEGUN, RECEIVED, TICKED, Day, back_up, close, conclude, finish, open_, sign, write_back
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, PASSWORD, entropy

PART = "damage"
PAGE = 4096
RESTORED_EVERY = 10
"""Every so many points that tell of damage, the backup that is offered is restored for real."""
TOLD = {
    "store.damaged",
    "store.wrong_key_or_damaged",
    "store.missing",
    "keys.damaged",
    "keys.newer",
    "unlock.wrong",
    "unlock.wrong_wait",
    "backup.not_sound",
    "backup.other_keys",
}
"""What staff may hear of a damaged file; each has its screen."""


@dataclass(frozen=True, slots=True)
class Ward:
    """A store with a signed form, closed, and one that was cut off before its log was folded in; what each shows."""

    closed: Path
    cut_off: Path
    assessment_id: AssessmentId
    shown: str


class Damage:
    """Ways to damage a file, by chance."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance

    def do(self, path: Path) -> str:
        """Damage a file; what was done to it."""
        content = bytearray(path.read_bytes())
        before = bytes(content)
        kind: Callable[[bytearray], None] = self._chance.choice(
            [self._flip, self._flip, self._flip, self._zero, self._cut, self._swap, self._rubbish, self._longer]
        )
        kind(content)
        path.write_bytes(content)
        return "nothing" if bytes(content) == before else kind.__name__.strip("_")

    def _place(self, content: bytearray, step: int) -> int:
        return self._chance.randrange(max(1, len(content) // step)) * step

    def _flip(self, content: bytearray) -> None:
        for _ in range(self._chance.choice((1, 1, 1, 8))):
            at = self._chance.randrange(len(content))
            content[at] ^= 1 << self._chance.randrange(8)

    def _zero(self, content: bytearray) -> None:
        step = self._chance.choice((16, 512, PAGE))
        at = self._place(content, step)
        content[at : at + step] = bytes(len(content[at : at + step]))

    def _cut(self, content: bytearray) -> None:
        del content[self._chance.choice((self._place(content, PAGE), self._chance.randrange(len(content)), 0)) :]

    def _swap(self, content: bytearray) -> None:
        one, other = self._place(content, PAGE), self._place(content, PAGE)
        first, second = content[one : one + PAGE], content[other : other + PAGE]
        if len(first) == len(second):
            content[one : one + PAGE], content[other : other + PAGE] = second, first

    def _rubbish(self, content: bytearray) -> None:
        step = self._chance.choice((512, PAGE))
        at = self._place(content, step)
        content[at : at + step] = self._chance.randbytes(len(content[at : at + step]))

    def _longer(self, content: bytearray) -> None:
        content.extend(self._chance.randbytes(self._chance.choice((1, 512, PAGE))))


def door(folder: Path) -> Access:
    """The door of a ward's store; nobody is slowed."""
    return Access(folder / "store", StandingClock(MORNING), entropy(7), CHEAP, uptime=count(1e7, 4e3).__next__)


def everything_shown(folder: Path, assessment_id: AssessmentId) -> str:
    """Everything that the screens can show of the store, through the services that they ask."""
    access = door(folder)
    try:
        session = access.open(access.unlock("karin", PASSWORD))
        try:
            found = session.patients.find("einer")
            patients = [session.patients.get(one.id).model_dump_json() for one in found]
            assessment = session.assessments.get(assessment_id)
            lists = [session.assessments.worklist(), session.assessments.of_patient(assessment.patient_id)]
            revisions = session.assessments.revisions(assessment_id)
            shown = [found, patients, assessment.model_dump_json(), lists, revisions, session.site.model_dump_json()]
            return repr([*shown, session.staff.everybody()])
        finally:
            session.close()
    finally:
        access.leave()


@pytest.fixture(scope="module")
def ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """A ward with two backups and a signed form."""
    folder = tmp_path_factory.mktemp("ward")
    (folder / "exports").mkdir()
    day = Day(folder)
    for doing in (*BEGUN, *RECEIVED, back_up, *TICKED, finish, write_back("Sover dårligt"), conclude, sign, back_up):
        doing(day)
    close(day)
    open_(day)
    day.at_work.assessments.worklist()
    cut_off = tmp_path_factory.mktemp("cut-off")
    shutil.copytree(folder / "store", cut_off / "store")  # while it is open, as a cut leaves it
    close(day)
    return Ward(folder, cut_off, day.form.id, everything_shown(shutil_copy(folder, folder / "looked-at"), day.form.id))


def shutil_copy(folder: Path, target: Path) -> Path:
    """A copy of a ward's store to work on, in place of the last one."""
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(folder / "store", target / "store")
    return target


def restored(folder: Path, assessment_id: AssessmentId) -> str:
    """Restore the newest backup that is sound, as the screen does; what is shown then."""
    access = door(folder)
    restoring = Restoring(folder / "store", access, StandingClock(MORNING))
    try:
        for backup in restoring.backups():
            if _is_restored(restoring, backup):
                break
        else:
            raise AssertionError("no backup could be restored")
    finally:
        access.leave()
    return everything_shown(folder, assessment_id)


def _is_restored(restoring: Restoring, backup: Backup) -> bool:
    try:
        restoring.restore(restoring.permit(backup, "karin", PASSWORD), lambda _percent: None)
    except WorldError as error:
        if error.message.message_id in TOLD:
            return False
        raise
    return True


def test_a_damaged_file_never_shows_what_was_not_written(
    ward: Ward, tmp_path: Path, record_testsuite_property: Record
) -> None:
    chance = Random(SEED)
    damage, outcomes, wrong, restores = Damage(chance), Counter[str](), list[str](), 0
    wanted = points(PART)
    for point in range(wanted):
        is_cut_off = chance.random() < 0.2
        folder = shutil_copy(ward.cut_off if is_cut_off else ward.closed, tmp_path / "struck")
        store = folder / "store"
        newest = max((store / "backups").iterdir())
        others = [path for path in (*store.iterdir(), *newest.iterdir()) if path.is_file() and path.stat().st_size]
        hit = store / STORE_NAME if chance.random() < 0.7 else chance.choice(others)
        name = f"{hit.parent.name}/{hit.name} {damage.do(hit)}"
        try:
            shown = everything_shown(folder, ward.assessment_id)
            is_right = shown == ward.shown
            outcomes["shown as it was written" if is_right else "wrong"] += 1
            if not is_right:
                wrong.append(f"point {point}: {name}: something else is shown")
        except (WorldError, InputError) as error:
            outcomes[error.message.message_id] += 1
            if error.message.message_id not in TOLD:
                wrong.append(f"point {point}: {name}: {error.message}")
            elif hit.name != KEYS_NAME and point % RESTORED_EVERY == 0:
                restores += 1
                if restored(folder, ward.assessment_id) != ward.shown:
                    wrong.append(f"point {point}: {name}: the restored store shows something else")
        except Exception as error:  # noqa: BLE001 - that is what must never be
            wrong.append(f"point {point}: {name}: {error!r}")
        progress(PART, point + 1, wanted)
    assert wrong == []
    assert outcomes["store.damaged"] > wanted / 10
    told(record_testsuite_property, PART, wanted, restored=restores, outcomes=dict(outcomes))


def test_a_damaged_newest_backup_gives_way_to_the_one_before(ward: Ward, tmp_path: Path) -> None:
    chance = Random(SEED)
    for name in (STORE_NAME, KEYS_NAME, "backup.json"):
        folder = shutil_copy(ward.closed, tmp_path / "struck")
        newest = max((folder / "store" / "backups").iterdir())
        hit = newest / name
        content = bytearray(hit.read_bytes())
        content[chance.randrange(PAGE, len(content)) if name == STORE_NAME else 3] ^= 0x55
        hit.write_bytes(content)
        (folder / "store" / STORE_NAME).unlink()
        assert "Einer Test Lauridsen" in restored(folder, ward.assessment_id)
