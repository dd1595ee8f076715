"""What grows with the store: the same acts over a thousand citizens and over a region's seventy thousand.

Each figure is the real window with the real store, from the key or click to the painted rows; beside it stands the
bare query over the same encrypted store.
"""

import gc
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.demo.player import STAFF_SIZE
from needsform.storage.database import Database, open_database
from tools.bench import indicators
from tools.bench.figures import ROUNDS, Figure
from tools.bench.region_store import Store, kept
from tools.case_login import standing_clock, unlock
from tools.region import MOST_OF_ONE

SMALL, LARGE = 1_000, 70_000
"""Citizens."""
MOST_GROWTH = 1.5
MOST_MEGABYTES = 2.0
"""More after a second round than after the first: what was shown once has left its letters and pages, and no more."""
_TURNS = 60
"""Of the program, in which everything comes that comes by and by."""
_NAMES = 12
"""Names that are typed letter by letter."""


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds over one store; the floor is the bare query."""

    opening: float
    search: float
    search_floor: float
    worklist: float
    card: float
    card_floor: float
    long_card: float
    timeline: float
    due_list: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Megabytes that the program holds more: after everything was measured once, and after it was once again."""

    first: float
    second: float


def measure(app: QApplication, folder: Path) -> list[Figure]:
    """Measure an empty, a small and a large store in turn; whichever is not in the folder is filled first."""
    stores = [kept(folder, citizens) for citizens in (0, SMALL, LARGE)]
    (empty, _), (small, _), (large, memory) = (times(app, store) for store in stores)
    return [
        Figure("open a region's store", "ms", large.opening, 1.2, empty.opening),
        *_compared("a letter of a search, 95 of 100", 10.0, small.search, large.search, large.search_floor),
        *_compared("the worklist", 50.0, small.worklist, large.worklist, None),
        *_compared("a citizen's card", 50.0, small.card, large.card, large.card_floor),
        *_compared(f"the card of {MOST_OF_ONE} assessments", 50.0, small.long_card, large.long_card, None),
        *_compared(f"its timeline with every topic of {MOST_OF_ONE}", 50.0, small.timeline, large.timeline, None),
        *_compared("who is to be assessed again", 50.0, small.due_list, large.due_list, None),
        Figure(
            f"memory after all of this again ({memory.first:.0f} MB once)", "MB more", memory.second, MOST_MEGABYTES
        ),
        *indicators.measure(*stores[1:]),
    ]


def times(app: QApplication, store: Store) -> tuple[Times, Memory]:
    """Everything that is measured over one store, as medians but for the search; and what twice of it leaves."""
    program = Program(app, store.folder, clock=standing_clock)
    hands = Hands(program.window)
    program.start()
    unlock(hands)
    program.window.resize(STAFF_SIZE)
    hands.settle()
    database = open_database(store.folder / "needsform.db", store.key)
    try:
        begun = _megabytes()
        taken = _once(store, hands, database)
        once = _megabytes()
        _once(store, hands, database)
        return taken, Memory(once - begun, _megabytes() - once)
    finally:
        database.close()
        program.window.leave()
        app.processEvents()


def _once(store: Store, hands: Hands, database: Database) -> Times:
    names, longest = _some_names(database), _longest(database)
    search = _searching(hands, names) if names else [0.0, 0.0]
    return Times(
        opening=median(_opening(store) for _ in range(ROUNDS)),
        search=quantiles(search, n=20)[18],
        search_floor=_floor(database, _SEARCH, [(word, word + "\U0010ffff") for word in ("ba", "test", "lo")]),
        card=median(_opening_card(hands, name) for name in names[:ROUNDS]) if names else 0.0,
        card_floor=_floor(database, _CARD, [(f"{number:032x}",) for number in range(3)]),
        worklist=median(_going_to_worklist(hands) for _ in range(ROUNDS)),
        long_card=median(_opening_card(hands, longest) for _ in range(ROUNDS)) if longest else 0.0,
        timeline=median(_seeing_every_topic(hands, longest) for _ in range(ROUNDS)) if longest else 0.0,
        due_list=median(_listing_due(hands) for _ in range(ROUNDS)),
    )


_SEARCH = (
    "SELECT DISTINCT patient_id, name, identifier, municipality_code FROM patient_words"
    " WHERE word >= ? AND word < ? ORDER BY word, patient_id LIMIT 50"
)
_CARD = "SELECT p.data, a.details FROM patients p JOIN assessments a ON a.patient_id = p.id WHERE p.id = ?"


def _opening(store: Store) -> float:
    begun = time.perf_counter()
    database = open_database(store.folder / "needsform.db", store.key)
    database.row("SELECT count(*) FROM sites")
    taken = time.perf_counter() - begun
    database.close()
    return taken * 1000


def _searching(hands: Hands, names: list[str]) -> list[float]:
    hands.click("go_to_patients")
    field = hands.find(QLineEdit, "search")
    taken = []
    for name in names:
        field.clear()
        for letter in name:
            taken.append(_taken(hands, partial(QTest.keyClick, field, letter)))
    return taken


def _opening_card(hands: Hands, name: str) -> float:
    hands.click("go_to_patients")
    field = hands.find(QLineEdit, "search")
    QTest.keyClicks(field, name)
    hands.settle()
    return _taken(hands, lambda: QTest.keyClick(field, Qt.Key.Key_Return))


def _going_to_worklist(hands: Hands) -> float:
    hands.click("go_to_patients")
    return _taken(hands, partial(_press, hands.find(QPushButton, "go_to_worklist")))


def _seeing_every_topic(hands: Hands, name: str) -> float:
    _opening_card(hands, name)
    return _taken(hands, partial(_press, hands.find(QPushButton, "every_topic")))


def _listing_due(hands: Hands) -> float:
    """The turn of the program in which the list comes, from the store to the painted rows: after the rows above it."""
    hands.click("go_to_patients")
    _come_to_rest()
    _press(hands.find(QPushButton, "go_to_worklist"))
    for _ in range(_TURNS):
        begun = time.perf_counter()
        QApplication.processEvents()
        hands.window.repaint()
        taken = time.perf_counter() - begun
        if hands.window.findChild(QWidget, "planned_section") is not None:
            return taken * 1000
    return 0.0


def _press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _taken(hands: Hands, act: Callable[[], object]) -> float:
    """Milliseconds until what came of it is painted; what follows in its own time is over before it begins.

    Qt posts the painting of what has changed; a figure for which nothing was painted would be none.
    """
    _come_to_rest()
    paints = _Paints(hands.window)
    begun = time.perf_counter()
    act()
    QApplication.sendPostedEvents()
    taken = (time.perf_counter() - begun) * 1000
    if not paints.seen():
        raise RuntimeError("nothing was painted")
    return taken


class _Paints(QObject):
    """Whether the window was asked to paint what has changed in it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self._window, self._is_seen = window, False
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note it."""
        self._is_seen |= event.type() is QEvent.Type.UpdateRequest
        return False

    def seen(self) -> bool:
        """Whether it was, and look no longer."""
        self._window.removeEventFilter(self)
        return self._is_seen


def _come_to_rest() -> None:
    for _ in range(_TURNS):
        QApplication.processEvents()


def _floor(database: Database, sql: str, values: list[tuple[str, ...]]) -> float:
    def once(value: tuple[str, ...]) -> float:
        begun = time.perf_counter()
        database.rows(sql, value)
        return (time.perf_counter() - begun) * 1000

    return median(once(value) for value in values for _ in range(ROUNDS))


def _some_names(database: Database) -> list[str]:
    rows = database.rows("SELECT name FROM patients ORDER BY rowid LIMIT 400")
    return random.Random(7).sample([str(row["name"]) for row in rows], _NAMES) if rows else []


def _compared(what: str, most: float, small: float, large: float, floor: float | None) -> list[Figure]:
    beside = "" if floor is None else f" (bare query {floor:.2f} ms)"
    return [
        Figure(f"{what}, {LARGE:,} citizens{beside}", "ms", large, most),
        Figure(f"{what}, beside {SMALL:,} citizens", "ms", large, MOST_GROWTH, small),
    ]


def _longest(database: Database) -> str:
    row = database.row(
        "SELECT p.name FROM assessments a JOIN patients p ON p.id = a.patient_id WHERE a.number = ?", [MOST_OF_ONE]
    )
    return "" if row is None else str(row["name"])


def _megabytes() -> float:
    """What the process holds now, but for what nobody can reach any more."""
    import psutil

    gc.collect()
    return float(psutil.Process().memory_info().rss) / 2**20
