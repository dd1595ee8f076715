"""The arrows of the house: who may import whom, and whether the rule would notice if somebody did not ask."""

import shutil
import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]

# One violation for each contract of pyproject.toml, in the words of a person in a hurry.
PLANTED = {
    "Imports point downwards": ("models/planted_order.py", "import needsform.services"),
    "Inside the user interface": ("ui/planted_floor.py", "LEVEL = 'undeclared'"),
    "Screens do not know each other": ("ui/screens/planted_a.py", "import needsform.ui.screens.planted_b"),
    "View-models do not know each other": ("ui/viewmodels/planted_a.py", "import needsform.ui.viewmodels.planted_b"),
    "Qt stays upstairs": ("services/planted_qt.py", "import PySide6.QtCore"),
    "Widgets and screens see models and view-models only": ("ui/widgets/planted_c.py", "import needsform.services"),
    "View-models speak to services only": ("ui/viewmodels/planted_c.py", "import needsform.storage"),
    "Only storage knows SQLite": ("services/planted_sql.py", "import sqlite3"),
    "Only export knows reportlab": ("storage/planted_pdf.py", "import reportlab"),
}


def lint(checkout: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter as ``make lint`` does, on the package that lies in ``checkout``."""
    command = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    return subprocess.run(
        [sys.executable, "-c", command, "--no-cache", "--no-logo"],
        cwd=checkout,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_every_import_points_the_way_that_the_house_allows() -> None:
    report = lint(CHECKOUT)
    assert report.returncode == 0, report.stdout + report.stderr
    assert f"{len(PLANTED)} kept, 0 broken" in report.stdout


def test_each_contract_notices_a_planted_violation(tmp_path: Path) -> None:
    shutil.copy(CHECKOUT / "pyproject.toml", tmp_path)
    shutil.copytree(CHECKOUT / "needsform", tmp_path / "needsform", ignore=shutil.ignore_patterns("__pycache__"))
    for room in ("screens", "viewmodels"):
        (tmp_path / "needsform/ui" / room / "planted_b.py").touch()
    for place, line in PLANTED.values():
        (tmp_path / "needsform" / place).write_text(f"{line}\n", encoding="utf-8")

    report = lint(tmp_path)

    unnoticed = [name for name in PLANTED if f"{name} BROKEN" not in report.stdout]
    assert not unnoticed, report.stdout + report.stderr
