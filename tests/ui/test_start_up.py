"""What may be loaded when the first screen is painted: a nurse with six minutes does not wait for a PDF library."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from needsform.models.site import SiteKind
from needsform.services.store_state import KEYS_NAME, STORE_NAME
from needsform.ui.viewmodels.first_run_view_model import SITE_KINDS

FIRST_PAINT = """
import json, sys
from pathlib import Path
from needsform import cli
from needsform.app import Program
from needsform.dressing import new_application

app = new_application("needsform")
program = Program(app, Path(sys.argv[1]))
program.window.painted.disconnect()
program.window.painted.connect(app.exit)
program.start()
app.exec()
print(json.dumps(sorted(sys.modules)))
"""
HEAVY = ("pydantic", "sqlite_utils", "sqlcipher3", "reportlab", "pikepdf", "pypdfium2", "cryptography", "bidi", "numpy")
"""Packages that the first screen does not need."""
EVERY_START = {
    "needsform",
    "needsform.app",
    "needsform.cli",
    "needsform.dressing",
    "needsform.journeys",
    "needsform.models",
    "needsform.models.errors",
    "needsform.models.settings",
    "needsform.models.strict_json",
    "needsform.models.words",
    "needsform.resources",
    "needsform.services",
    "needsform.services.clock",
    "needsform.services.one_program",
    "needsform.services.reference_data",
    "needsform.services.store_place",
    "needsform.services.store_state",
    "needsform.services.workstation",
    "needsform.stage",
    "needsform.storage",
    "needsform.storage.files",
    "needsform.storage.instance_lock",
    "needsform.ui",
    "needsform.ui.background",
    "needsform.ui.clipboard_guard",
    "needsform.ui.dialogs",
    "needsform.ui.doorbell",
    "needsform.ui.main_window",
    "needsform.ui.messages",
    "needsform.ui.screens",
    "needsform.ui.theme",
    "needsform.ui.translation",
    "needsform.ui.viewmodels",
    "needsform.ui.widgets",
    "needsform.ui.widgets.buttons",
    "needsform.ui.widgets.entrance",
    "needsform.ui.widgets.following_area",
    "needsform.ui.widgets.labelled_field",
    "needsform.ui.widgets.one_screen",
    "needsform.ui.widgets.reading_column",
    "needsform.ui.widgets.turning_row",
}
"""The rooms that any first screen may open; a new one has to be weighed."""
FIRST_RUN = {
    "needsform.models.recovery_paper",
    "needsform.ui.screens.first_run_screen",
    "needsform.ui.viewmodels.first_run_view_model",
    "needsform.ui.widgets.recovery_key_panel",
    "needsform.ui.widgets.wrapping_combo",
}
"""What only the very first start opens besides."""
EVERY_MORNING = {
    "needsform.ui.countdown",
    "needsform.ui.opening",
    "needsform.ui.screens.unlock_screen",
    "needsform.ui.viewmodels.unlock_view_model",
}
"""What every other start opens besides."""
QT = {"PySide6", "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.support"}


def loaded_at_first_paint(folder: Path) -> set[str]:
    """Every module that a fresh process over a folder has loaded when the first screen has been painted."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(folder)],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).resolve().parents[2],
    )
    return set(json.loads(done.stdout))


@pytest.fixture(scope="module")
def very_first_start(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Over a folder in which nothing is."""
    return loaded_at_first_paint(tmp_path_factory.mktemp("nothing-there-yet"))


@pytest.fixture(scope="module")
def start_in_the_morning(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Over a folder in which a store is; nobody looks into it before somebody unlocks."""
    folder = tmp_path_factory.mktemp("a-store-is-there")
    for name in (STORE_NAME, KEYS_NAME):
        (folder / name).touch()
    return loaded_at_first_paint(folder)


def test_the_first_paint_waits_for_nothing_heavy(very_first_start: set[str], start_in_the_morning: set[str]) -> None:
    heavy = {name for name in very_first_start | start_in_the_morning if name.partition(".")[0] in HEAVY}
    assert heavy == set()


def test_only_the_listed_rooms_are_open_at_the_very_first_paint(very_first_start: set[str]) -> None:
    assert {name for name in very_first_start if name.startswith("needsform")} <= EVERY_START | FIRST_RUN


def test_only_the_listed_rooms_are_open_at_the_first_paint_of_the_morning(start_in_the_morning: set[str]) -> None:
    assert {name for name in start_in_the_morning if name.startswith("needsform")} <= EVERY_START | EVERY_MORNING
    assert start_in_the_morning >= EVERY_MORNING


def test_only_three_rooms_of_qt_are_open_at_the_first_paint(
    very_first_start: set[str], start_in_the_morning: set[str]
) -> None:
    rooms = {name for name in very_first_start | start_in_the_morning if name.startswith("PySide6")}
    assert {name for name in rooms if not name.startswith("PySide6.support")} <= QT


def test_the_kinds_of_place_that_the_first_run_knows_are_all_there_are() -> None:
    assert tuple(kind.value for kind in SiteKind) == SITE_KINDS
