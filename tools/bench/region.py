"""What grows with the store: the same acts over a thousand citizens and over a region's seventy thousand.

Each figure is the real window with the real store, from the key or click to the painted rows; beside it stands the
bare query over the same encrypted store.
"""

import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import median, quantiles

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QWidget

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.demo.player import STAFF_SIZE
from needsform.storage.database import Database, open_database
from tools.bench import indicators
from tools.bench.figures import ROUNDS, Figure
from tools.bench.region_store import Store, lay_out
from tools.case_login import LOGIN, PASSWORD, standing_clock

SMALL, LARGE = 1_000, 70_000
"""Citizens."""
MOST_GROWTH = 1.5
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


def measure(app: QApplication, folder: Path) -> list[Figure]:
    """Fill an empty, a small and a large store, and measure them in turn."""
    stores = [lay_out(_made(folder / str(citizens)), citizens) for citizens in (0, SMALL, LARGE)]
    empty, small, large = (times(app, store) for store in stores)
    return [
        Figure("open a region's store", "ms", large.opening, 1.2, empty.opening),
        *_compared("a letter of a search, 95 of 100", 10.0, small.search, large.search, large.search_floor),
        *_compared("the worklist", 50.0, small.worklist, large.worklist, None),
        *_compared("a citizen's card", 50.0, small.card, large.card, large.card_floor),
        *indicators.measure(*stores[1:]),
    ]


def times(app: QApplication, store: Store) -> Times:
    """Everything that is measured over one store, as medians but for the search."""
    opening = median(_opening(store) for _ in range(ROUNDS))
    program = Program(app, store.folder, clock=standing_clock)
    hands = Hands(program.window)
    program.start()
    hands.write("login", LOGIN)
    hands.write("password", PASSWORD)
    hands.click("unlock")
    hands.find(QWidget, "worklist_screen")
    program.window.resize(STAFF_SIZE)
    hands.settle()
    database = open_database(store.folder / "needsform.db", store.key)
    try:
        names = _some_names(database)
        search = _searching(hands, names) if names else [0.0, 0.0]
        card = median(_opening_card(hands, name) for name in names[:ROUNDS]) if names else 0.0
        worklist = median(_timed(hands, lambda: hands.find(QPushButton, "go_to_worklist")) for _ in range(ROUNDS))
        return Times(
            opening=opening,
            search=quantiles(search, n=20)[18],
            search_floor=_floor(database, _SEARCH, [(word, word + "\U0010ffff") for word in ("ba", "test", "lo")]),
            worklist=worklist,
            card=card,
            card_floor=_floor(database, _CARD, [(f"{number:032x}",) for number in range(3)]),
        )
    finally:
        database.close()
        program.window.leave()
        app.processEvents()


_SEARCH = (
    "SELECT p.id, p.name FROM patients p WHERE p.id IN"
    " (SELECT patient_id FROM patient_words WHERE word >= ? AND word < ?) ORDER BY p.name LIMIT 50"
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


def _timed(hands: Hands, button: Callable[[], QPushButton]) -> float:
    pressed = button()
    return _taken(hands, lambda: QTest.mouseClick(pressed, Qt.MouseButton.LeftButton))


def _taken(hands: Hands, act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    hands.window.repaint()
    return (time.perf_counter() - begun) * 1000


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


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder
