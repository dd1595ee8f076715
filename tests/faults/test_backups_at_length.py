"""Backup after backup, thinned out as time passes: each of them brings back what was acknowledged when it was made."""

import shutil
from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path
from random import Random

from needsform.models.backup import DAYS, KEPT_WHOLE, MONTHS, WEEKS, Backup, BackupReason
from needsform.models.identity import LinkId
from needsform.models.questionnaire_response import Answer
from needsform.services.store_state import KEYS_NAME, STORE_NAME
from needsform.storage.backups import backups_in
from tests.faults.day import BEGUN, RECEIVED, Day, close, open_, restore, unlock
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import some_answer

PART = "backups"
TICKS_BETWEEN = 5
PAUSES = (timedelta(minutes=31), timedelta(hours=3), timedelta(days=1), timedelta(days=9))
"""Between two backups; together the long form is some seven years."""
MOST_KEPT = DAYS + WEEKS + MONTHS + KEPT_WHOLE // min(PAUSES) + 1


def tick(day: Day, chance: Random) -> None:
    """A few things that a citizen does."""
    form = day.at_work.assessments.questionnaire(day.form)
    for _ in range(TICKS_BETWEEN):
        day.assessment = day.at_work.front_pages.set_answer(day.form, *some_answer(chance, form, day.form.response))


def restored(day: Day, backup: Backup, elsewhere: Path) -> Mapping[LinkId, Answer]:
    """The answers after the backup was put in place, by the program's own way, in a copy of the store."""
    store = elsewhere / "store"
    (store / "backups").mkdir(parents=True)
    for name in (STORE_NAME, KEYS_NAME):
        shutil.copy2(day.store / name, store)
    shutil.copytree(backup.folder, store / "backups" / backup.folder.name)
    there = Day(elsewhere, seed=backup.last_event, clock=day.clock)
    unlock(there)
    restore(there)
    unlock(there)
    open_(there)
    answers = there.at_work.assessments.get(day.form.id).response.answers
    close(there)
    shutil.rmtree(elsewhere)
    return dict(answers)


def test_every_backup_brings_back_what_was_there_when_it_was_made(
    tmp_path: Path, record_testsuite_property: Record
) -> None:
    chance = Random(SEED)
    day = Day(tmp_path / "day")
    for doing in (*BEGUN, *RECEIVED):
        doing(day)
    made: dict[Path, Mapping[LinkId, Answer]] = {}
    restorable, wanted = 0, points(PART)
    for number in range(wanted):
        tick(day, chance)
        day.clock.advance(chance.choice(PAUSES))
        backup = day.at_work.backups.job(BackupReason.DURING_WORK).run(lambda _percent: None).backup
        day.at_work.backups.made(backup)
        made[backup.folder] = dict(day.form.response.answers)
        assert restored(day, backup, tmp_path / "elsewhere") == made[backup.folder], f"backup {number} of seed {SEED}"
        restorable += 1
        progress(PART, number + 1, wanted)
    kept = backups_in(day.store / "backups")
    assert len(kept) <= MOST_KEPT
    assert len(kept) < wanted or wanted <= MOST_KEPT
    for old in kept:  # those that thinning out has left, long after they were made
        assert restored(day, old, tmp_path / "elsewhere") == made[old.folder], f"{old.folder.name} of seed {SEED}"
    close(day)
    told(record_testsuite_property, PART, restorable, left=len(kept))
