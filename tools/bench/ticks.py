"""50 real mouse ticks, each committed and painted, beside the same ticks on bare check boxes that store nothing."""

import tempfile
import time
from collections.abc import Iterable
from pathlib import Path
from statistics import quantiles

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox

from needsform.dressing import new_application
from needsform.models.questionnaire import Questionnaire
from needsform.services.questionnaires import Questionnaires
from tools.bench.bare_form import BareForm
from tools.bench.figures import Figure, in_turn
from tools.bench.open_form import OpenForm, open_form
from tools.case_store import CaseStore, begin, case, register

TARGET = 2.0
_WHY = (
    "about half of a tick is its way to the disk: the pages that it changes are encrypted and signed one by one,"
    " written, and confirmed by the disk; the bare boxes store nothing."
)
_ON_BOX = 10
"""Pixels from the left: a bare check box that is wider than its words takes no click further right."""
SLOWEST = 16.0
"""Milliseconds for 99 of 100 ticks: one picture of a screen that shows sixty a second."""


def measure() -> list[Figure]:
    """The figures of the ticks."""
    app = QApplication.instance() or new_application("bench")
    assert isinstance(app, QApplication)
    form = Questionnaires().default()
    bare = BareForm([topic.text["da"] for topic in form.topics.values()])
    bare.show()
    single: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        _lay_out(folder)
        opened = open_form(app, folder)

        def tick_ours() -> float:
            taken = list(_ticks(opened, form))
            single.extend(taken)
            return sum(taken)

        def tick_bare() -> float:
            return sum(_bare_ticks(bare))

        ours = in_turn(tick_ours, tick_bare)
        opened.close()
    bare.close()
    return [
        Figure("50 ticks", "ms", ours[0] * 1000, TARGET, ours[1] * 1000, _WHY),
        Figure("99 of 100 ticks take at most", "ms", quantiles(single, n=100)[98] * 1000, SLOWEST),
    ]


def _lay_out(folder: Path) -> None:
    told = case(1)
    store = CaseStore.found(folder, told)
    session = store.open()
    begin(session, register(session, told), told)
    session.close()
    store.access.leave()


def _ticks(opened: OpenForm, form: Questionnaire) -> Iterable[float]:
    """Seconds for each tick, from page to page; turning the page is not counted."""
    hands = opened.hands
    waiting = [topic.problem.link_id for topic in form.topics.values() if topic.problem]
    while waiting:
        hands.wait_until_quiet(_is_nothing_awaited)  # a page that was turned settles in a few turns of the event loop
        for name in [name for name in waiting if hands.sees(name)]:
            yield _tick(hands.find(QCheckBox, name))
            waiting.remove(name)
        hands.click("next")
    while hands.sees("back"):
        hands.click("back")


def _is_nothing_awaited() -> bool:
    """Busy with what the event loop holds, and with nothing else."""
    return False


def _bare_ticks(bare: BareForm) -> Iterable[float]:
    for box in bare.boxes[::2]:
        bare.area.ensureWidgetVisible(box)
        QApplication.processEvents()
        yield _tick(box)


def _tick(box: QCheckBox) -> float:
    """Press and let go with the mouse, and whatever comes of it until everything is painted."""
    was_ticked = box.isChecked()
    before = time.perf_counter()
    QTest.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(_ON_BOX, box.height() // 2))
    QApplication.processEvents()
    taken = time.perf_counter() - before
    assert box.isChecked() != was_ticked, f"{box.objectName()} did not change"
    return taken
