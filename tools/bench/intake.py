"""A thousand sheets of a known ward, each of another citizen, are taken in as the screen does it.

They are read, looked at, verified, and kept with their citizen and their case, each with its rows in the trace.
"""

import tempfile
import time
from pathlib import Path
from random import Random
from typing import Final

from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId
from needsform.models.sheet import SheetContent
from needsform.services.arrivals import read_arrivals
from needsform.services.documents import bundle_json, render_sheet
from needsform.services.session import Session
from tools.bench.figures import Figure
from tools.case_store import CaseStore, case, play

SHEETS: Final = 1000
PDFS: Final = 100
"""Of them come as PDF, which the process for files from outside opens; the others as Bundles."""
SLOWEST: Final = 60.0
"""Seconds for all of them."""
MOST_GROWN: Final = 16.0
"""Megabytes that the program holds more at the end than after the first tenth."""


def measure() -> list[Figure]:
    """How long it takes, and how memory grows meanwhile."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths = _sent(folder)
        receiver = CaseStore.found(folder / "receiver", case(2))
        session = receiver.open()
        session.site_keys.know(session.site_keys.read_card(folder / "card.json"))
        began = time.perf_counter()
        grown = _take_in(session, paths)
        seconds = time.perf_counter() - began
        waiting = session.referrals.waiting()
        session.close()
        receiver.access.leave()
    assert waiting == len(paths), waiting
    return [
        Figure(f"taking in {SHEETS} sheets, {PDFS} of them PDF", "s", seconds, SLOWEST),
        Figure("memory that grows meanwhile", "MB", grown, MOST_GROWN),
    ]


def _take_in(session: Session, paths: list[Path]) -> float:
    """Megabytes that are held more at the end than after the first tenth."""
    held = 0.0
    for number, arrival in enumerate(read_arrivals(paths, _on_it_goes), start=1):
        examined = session.intake.examine(arrival)
        assert examined.is_clear, examined.finding
        session.intake.take_in(examined)
        if number == len(paths) // 10:
            held = _megabytes()
    return max(0.0, _megabytes() - held)


def _sent(folder: Path) -> list[Path]:
    """The ward's sheets and its card, as they lie at the receiver."""
    ward = CaseStore.found(folder / "ward", case(1))
    session = ward.open()
    content = session.documents.content(*play(session, case(1)))
    session.site_keys.save_card(folder / "card.json")  # now: two stores that draw alike would have the same key
    paths = [_saved(folder, _of_another(content, number), number) for number in range(SHEETS)]
    session.close()
    ward.access.leave()
    return paths


def _saved(folder: Path, content: SheetContent, number: int) -> Path:
    is_pdf = number % (SHEETS // PDFS) == 0
    path = folder / f"{number}.{'pdf' if is_pdf else 'json'}"
    path.write_bytes(render_sheet(content) if is_pdf else bundle_json(content))
    return path


def _of_another(content: SheetContent, number: int) -> SheetContent:
    """The same sheet for somebody else."""
    identifier = Identifier(kind=IdentifierKind.OTHER, value=f"B-{number:04}")
    assessment_id = AssessmentId(Random(number).randbytes(16).hex())
    return content.model_copy(
        update={
            "patient": content.patient.model_copy(update={"identifier": identifier}),
            "assessment": content.assessment.model_copy(update={"id": assessment_id}),
        }
    )


def _megabytes() -> float:
    """What the program holds now; nothing where the system has no such list."""
    told = Path("/proc/self/statm")
    return int(told.read_text(encoding="ascii").split()[1]) * 4096 / 1024**2 if told.exists() else 0.0


def _on_it_goes(_percent: int) -> None:
    """Nobody watches and nobody stops it."""
