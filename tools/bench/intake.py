"""A thousand sheets of a known ward are taken in, as the screen does it: read on one side, looked at and kept on the other.

Memory is measured as what the process holds at the most after the first tenth, beside what it holds at the end.
"""

import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from needsform.models.assessment import Assessment
from needsform.models.identity import AssessmentId
from needsform.models.patient import Patient
from needsform.services.arrivals import read_arrivals
from needsform.services.documents import bundle_json, render_sheet
from needsform.services.session import Session
from tools.bench.figures import Figure
from tools.case_store import CaseStore, begin, case, register, sign

SHEETS = 1000
SECONDS, MEGABYTES = 60.0, 16.0
"""For all of them; and what more may be held at the end than after the first tenth."""
_PDFS = 100
"""Of the sheets come as PDF, which take the process that reads them; the others as Bundles."""


def measure() -> list[Figure]:
    """How long it takes, and how memory grows."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        paths, card = _sent(folder)
        receiver = CaseStore.found(folder / "receiver", case(2))
        session = receiver.open()
        session.site_keys.know(session.site_keys.read_card(card))
        began, held = time.perf_counter(), 0.0
        for number, _ in enumerate(_taken_in(session, paths), start=1):
            if number == SHEETS // 10:
                held = _megabytes()
        seconds, grown = time.perf_counter() - began, _megabytes() - held
        kept = len({row.id for row in _everything(session)})
        session.close()
        receiver.access.leave()
    if kept != 1:  # all of one citizen: every further one is another assessment of theirs
        raise AssertionError(kept)
    return [
        Figure(f"import of {SHEETS} sheets, a tenth of them PDF", "s", seconds, SECONDS),
        Figure("memory that it takes more at the end", "MB", max(0.0, grown), MEGABYTES),
    ]
