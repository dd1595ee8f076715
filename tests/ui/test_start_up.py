"""What may be loaded when the first screen is painted: a nurse with six minutes does not wait for a PDF library."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from needsform.models.site import SiteKind
from needsform.ui.viewmodels.first_run_view_model import SITE_KINDS

FIRST_PAINT = """
import json, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from needsform import cli
from needsform.app import Program

app = QApplication([])
program = Program(app, Path(sys.argv[1]))
program.window.painted.disconnect()
program.window.painted.connect(app.exit)
program.start()
app.exec()
print(json.dumps(sorted(sys.modules)))
"""
HEAVY = ("pydantic", "sqlite_utils", "sqlcipher3", "reportlab", "pikepdf", "pypdfium2", "cryptography", "bidi", "numpy")
"""Packages that the first screen does not need."""
OURS = {
    "needsform",
    "needsform.app",
    "needsform.cli",
    "needsform.dressing",
    "needsform.journeys",
    "needsform.models",
    "needsform.models.errors",
    "needsform.models.recovery_paper",
    "needsform.models.settings",
    "needsform.models.strict_json",
    "needsform.models.words",
    "needsform.resources",
    "needsform.services",
    "needsform.services.clock",
    "needsform.services.reference_data",
    "needsform.services.one_program",
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
    "needsform.ui.countdown",
    "needsform.ui.dialogs",
    "needsform.ui.doorbell",
    "needsform.ui.file_faults",
    "needsform.ui.main_window",
    "needsform.ui.messages",
    "needsform.ui.screens",
    "needsform.ui.screens.first_run_screen",
    "needsform.ui.screens.recovery_screen",
    "needsform.ui.screens.store_fault_screen",
    "needsform.ui.screens.unlock_screen",
    "needsform.ui.store_faults",
    "needsform.ui.theme",
    "needsform.ui.translation",
    "needsform.ui.viewmodels",
    "needsform.ui.viewmodels.first_run_view_model",
    "needsform.ui.viewmodels.recovery_view_model",
    "needsform.ui.viewmodels.unlock_view_model",
    "needsform.ui.widgets",
    "needsform.ui.widgets.following_area",
    "needsform.ui.widgets.labelled_field",
    "needsform.ui.widgets.problem_dialog",
    "needsform.ui.widgets.reading_column",
    "needsform.ui.widgets.recovery_key_panel",
    "needsform.ui.widgets.turning_row",
    "needsform.ui.widgets.wrapping_combo",
}
"""The rooms that the first screen may open; a new one has to be weighed."""
QT = {"PySide6", "PySide6.QtCore", "PySide6.QtGui", "PySide6.QtWidgets", "PySide6.support"}


@pytest.fixture(scope="module")
def loaded_at_first_paint(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Every module that a fresh process has loaded when the first screen has been painted."""
    done = subprocess.run(
        [sys.executable, "-c", FIRST_PAINT, str(tmp_path_factory.mktemp("nothing-there-yet"))],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
        cwd=Path(__file__).resolve().parents[2],
    )
    return set(json.loads(done.stdout))


def test_the_first_paint_waits_for_nothing_heavy(loaded_at_first_paint: set[str]) -> None:
    heavy = {name for name in loaded_at_first_paint if name.partition(".")[0] in HEAVY}
    assert heavy == set()


def test_only_the_listed_rooms_are_open_at_the_first_paint(loaded_at_first_paint: set[str]) -> None:
    assert {name for name in loaded_at_first_paint if name.startswith("needsform")} <= OURS


def test_only_three_rooms_of_qt_are_open_at_the_first_paint(loaded_at_first_paint: set[str]) -> None:
    assert {
        name for name in loaded_at_first_paint if name.startswith("PySide6") and not name.startswith("PySide6.support")
    } <= QT


def test_the_kinds_of_place_that_the_first_run_knows_are_all_there_are() -> None:
    assert tuple(kind.value for kind in SiteKind) == SITE_KINDS
