"""A ward whose disk is full, again and again, on a small disk of its own: run by `test_full_disk` in a namespace.

Writes what happened at each point as one JSON line.
"""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random

from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter

from needsform.models.assessment import Assessment
from needsform.models.backup import BackupReason
from needsform.models.errors import InputError, WorldError
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.storage.assessments import load_assessment
from needsform.storage.audit import first_broken_link
from needsform.storage.backups import check_backup
from needsform.storage.database import open_database
from needsform.ui.printing import prepared, print_pages
from tests.clock import StandingClock
from tests.faults.ticking import MORNING, some_answer
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, citizen, entropy, first_talk, found_store

ENOUGH_TICKS = 3000
"""More than a full disk can take; whoever comes this far has not met the end of the disk."""


def fill(disk: Path, free: int) -> Path:
    """Leave so many bytes on the disk."""
    ballast = disk / "ballast"
    with ballast.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
        file.truncate(max(0, file.tell() - free))
    return ballast


def heard(act: Callable[[], object]) -> str:
    """What the user hears, or nothing."""
    try:
        act()
    except (WorldError, InputError) as error:
        return error.message.message_id
    return ""


def tick_until_refused(session: Session, assessment: Assessment, chance: Random) -> tuple[Assessment, str]:
    """Tick on and on; the last acknowledged state, and what was said then."""
    form = session.assessments.questionnaire(assessment)
    for _ in range(ENOUGH_TICKS):
        link_id, answer = some_answer(chance, form, assessment.response)
        try:
            assessment = session.front_pages.set_answer(assessment, link_id, answer)
        except WorldError as error:
            return assessment, error.message.message_id
    return assessment, ""


def first_morning(disk: Path, free: int) -> dict[str, object]:
    """Found a store on a disk that is almost full, and once more when there is room."""
    folder = disk / "first"
    access = Access(folder, StandingClock(MORNING), entropy(), CHEAP)
    ballast = fill(disk, free)
    said = heard(lambda: access.confirm(access.found(FIRST_RUN)))
    state = access.state().value
    ballast.unlink()
    if state == "absent":
        access.confirm(access.found(FIRST_RUN))
    opened = heard(lambda: access.open(access.unlock("karin", PASSWORD)).close())
    access.leave()
    for file in folder.iterdir():
        file.unlink()
    return {"what": "first morning", "said": said, "state": state, "then": opened}


def ticking(disk: Path, free: int, chance: Random) -> dict[str, object]:
    """Tick until the disk is full, make room, tick on, close, and look at what is there."""
    folder = disk / "needsform"
    access = Access(folder, StandingClock(MORNING), chance.randbytes, CHEAP)
    unlocked = access.unlock("karin", PASSWORD)
    session = access.open(unlocked)
    einer = session.patients.with_identifier(citizen().identifier) or session.patients.register(citizen())
    draft = session.assessments.start(einer, first_talk())
    ballast = fill(disk, free)
    acknowledged, said = tick_until_refused(session, draft, chance)
    ballast.unlink()
    form = session.assessments.questionnaire(acknowledged)
    goes_on = session.front_pages.set_answer(acknowledged, *some_answer(chance, form, acknowledged.response))
    session.close()
    access.leave()
    database = open_database(folder / "needsform.db", unlocked.key)
    database.verify()
    kept = load_assessment(database, draft.id)
    holds = first_broken_link(database) is None
    database.close()
    return {"what": "ticking", "said": said, "kept": kept == goes_on, "holds": holds}


def saving(disk: Path, free: int, chance: Random) -> dict[str, object]:
    """Save a sheet over an older one on a disk that has no room for it."""
    access = Access(disk / "needsform", StandingClock(MORNING), chance.randbytes, CHEAP)
    session = access.open(access.unlock("karin", PASSWORD))
    einer = session.patients.find("einer")[0]
    draft = session.assessments.start(session.patients.get(einer.id), first_talk())
    content = session.documents.content(session.patients.get(einer.id), draft)
    sheet = disk / "sheet.pdf"
    session.documents.save_pdf(content, b"old", sheet)
    ballast = fill(disk, free)
    said = heard(lambda: session.documents.save_pdf(content, bytes(free + 100_000), sheet))
    whole = sheet.read_bytes() == b"old"
    ballast.unlink()
    session.close()
    access.leave()
    return {"what": "saving", "said": said, "whole": whole, "left": sorted(p.name for p in disk.glob("*.part"))}


def backing_up(disk: Path, free: int, chance: Random) -> dict[str, object]:
    """Back up on a disk that has no room for another copy, and once more when there is room."""
    folder = disk / "needsform"
    access = Access(folder, StandingClock(MORNING), chance.randbytes, CHEAP)
    unlocked = access.unlock("karin", PASSWORD)
    session = access.open(unlocked)
    shutil.rmtree(folder / "backups", ignore_errors=True)
    job = session.backups.job(BackupReason.BY_HAND)
    first = job.run(_go_on).backup
    ballast = fill(disk, free)
    said = heard(lambda: job.run(_go_on))
    check_backup(first, unlocked.key)
    left = len(session.backups.folders.backups())
    ballast.unlink()
    again = job.run(_go_on).backup
    check_backup(again, unlocked.key)
    session.close()
    access.leave()
    shutil.rmtree(folder / "backups")
    return {"what": "backing up", "said": said, "backups": left}


def _go_on(_percent: int) -> None:
    """Nobody stops it."""


def printing(disk: Path, free: int, chance: Random) -> dict[str, object]:
    """Print into a file on a disk that has no room for it."""
    sheet = disk / "printed.pdf"
    page = QImage(chance.randbytes(1240 * 1754), 1240, 1754, 1240, QImage.Format.Format_Grayscale8).copy()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(sheet))
    ballast = fill(disk, free)
    said = heard(lambda: print_pages(prepared(printer, "sheet", is_two_sided=True), (page, page)))
    left = sheet.exists()
    ballast.unlink()
    sheet.unlink(missing_ok=True)
    return {"what": "printing", "said": said, "left": left}


def main() -> None:
    """Meet a full disk at as many points as asked for."""
    disk, points, chance = Path(sys.argv[1]), int(sys.argv[2]), Random(int(sys.argv[3]))
    found_store(disk / "needsform", StandingClock(MORNING))
    app = QGuiApplication(sys.argv[:1])
    assert app.platformName() == "offscreen"
    for point in range(points):
        free = chance.randrange(0, 300_000)
        match point % 5:
            case 0:
                outcome = first_morning(disk, free)
            case 1:
                outcome = ticking(disk, free, chance)
            case 2:
                outcome = saving(disk, free, chance)
            case 3:
                outcome = backing_up(disk, free, chance)
            case _:
                outcome = printing(disk, free, chance)
        sys.stdout.write(json.dumps(outcome) + "\n")


if __name__ == "__main__":
    main()
