"""The two latest on paper: looked at, printed into a file, saved, and each way out in the trace."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.errors import WorldError
from needsform.models.patient import Patient
from needsform.models.settings import Appearance
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.storage.database import Database
from needsform.ui.background import Background
from needsform.ui.printing import Printers
from needsform.ui.screens.comparison_sheet_screen import ComparisonSheetScreen
from needsform.ui.translation import Translation
from needsform.ui.viewmodels.comparison_sheet_view_model import ComparisonSheetViewModel
from needsform.ui.widgets.print_preview import PrintPreview
from tests.export.saying import said_by
from tests.reading import words_on
from tests.ui.accessible import controls
from tests.ui.conftest import Dress, shown
from tests.ui.looks import cut, overlapping, settled, small_targets, twice_used_letters
from tests.ui.timeline.conftest import Talk


class Clerk:
    """Somebody with the paper on the screen."""

    def __init__(
        self, session: Session, einer: Patient, background: Background, folder: Path, words: Words | None = None
    ) -> None:
        self.printed, self.saved = folder / "printed.pdf", folder / "saved.pdf"
        printers = Printers(lambda: ("Kontoret",), self._printer)
        words = words or reference_data.words("en")
        self.model = ComparisonSheetViewModel(session, einer.id, words, background, printers)
        self.screen = ComparisonSheetScreen(self.model, lambda *_: self.saved)

    def _printer(self, _name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.printed))
        return printer

    def press(self, name: str, on: QWidget | None = None) -> None:
        button = (on or self.screen).findChild(QPushButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def reads(self, name: str) -> str:
        found = self.screen.findChild(QLabel, name)
        assert found is not None
        return found.text()


@pytest.fixture
def clerk(session: Session, einer: Patient, background: Background, talk: Talk, tmp_path: Path, qtbot: QtBot) -> Clerk:
    talk(1, "work.problem")
    talk(90, "work.problem", "sleep.support")
    someone = Clerk(session, einer, background, tmp_path)
    qtbot.addWidget(someone.screen)
    shown(someone.screen)
    return someone


def rows(database: Database, action: str) -> list[object]:
    found = database.rows("SELECT detail FROM audit_events WHERE action = ?", [action])
    return [row["detail"] for row in found]


def test_it_is_saved_where_the_user_chose_with_its_row(clerk: Clerk, qtbot: QtBot, database: Database) -> None:
    clerk.press("save_pdf")
    qtbot.waitUntil(lambda: clerk.reads("left").startswith("Saved as PDF"))
    assert "Before and now" in said_by(clerk.saved.read_bytes()).everything
    assert rows(database, "export") == ["comparison"]
    assert clerk.model.printing.default_file_name == "comparison-2027-04-01.pdf"


def test_it_is_looked_at_and_printed_with_its_row(clerk: Clerk, qtbot: QtBot, database: Database) -> None:
    clerk.press("print")
    qtbot.waitUntil(lambda: clerk.screen.findChild(PrintPreview) is not None)
    preview = clerk.screen.findChild(PrintPreview)
    assert preview is not None
    clerk.press("print_now", preview)
    qtbot.waitUntil(lambda: clerk.reads("left").startswith("Sent to the printer"))
    assert clerk.printed.exists()
    assert rows(database, "print") == ["comparison"]


@pytest.mark.parametrize(("language", "said"), [("en", "1 page"), ("da", "1 side")])
def test_one_page_is_told_as_one(
    session: Session,
    einer: Patient,
    background: Background,
    talk: Talk,
    tmp_path: Path,
    translation: Translation,
    qtbot: QtBot,
    language: str,
    said: str,
) -> None:
    translation.use(language)
    talk(1, "work.problem")
    talk(90, "work.problem")
    clerk = Clerk(session, einer, background, tmp_path, reference_data.words(language))
    qtbot.addWidget(clerk.screen)
    shown(clerk.screen)
    clerk.press("print")
    qtbot.waitUntil(lambda: clerk.screen.findChild(PrintPreview) is not None)
    preview = clerk.screen.findChild(PrintPreview)
    assert preview is not None
    assert [words for words in words_on(preview) if words.endswith(f" · {said}")]
    clerk.press("cancel_print", preview)


def test_a_folder_that_is_gone_is_told_and_leaves_a_row(clerk: Clerk, qtbot: QtBot, database: Database) -> None:
    clerk.saved = clerk.saved.parent / "gone" / "saved.pdf"
    with qtbot.waitSignal(clerk.model.printing.failed):
        clerk.press("save_pdf")
    assert rows(database, "export") == []
    assert len(rows(database, "export_failed")) == 1
    assert clerk.reads("left") == ""


def test_escape_leaves(clerk: Clerk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(clerk.screen.closed_requested):
        QTest.keyClick(clerk.screen, Qt.Key.Key_Escape)


def test_one_assessment_cannot_be_compared(
    session: Session, einer: Patient, background: Background, talk: Talk
) -> None:
    talk(1, "work.problem")
    with pytest.raises(WorldError):
        ComparisonSheetViewModel(session, einer.id, reference_data.words("en"), background)


@pytest.mark.parametrize("percent", [100, 200, 250])
def test_nothing_is_cut_and_everything_can_be_heard(
    session: Session,
    einer: Patient,
    background: Background,
    talk: Talk,
    tmp_path: Path,
    dress: Dress,
    danish: Words,
    qtbot: QtBot,
    percent: int,
) -> None:
    talk(1, "work.problem")
    talk(2, "work.support")
    dress(Appearance.LIGHT, percent)
    screen = Clerk(session, einer, background, tmp_path, danish).screen
    qtbot.addWidget(screen)
    settled(shown(screen, 1280, 720))
    assert [*cut(screen), *overlapping(screen), *small_targets(screen), *twice_used_letters(screen)] == []
    assert [seen.where for seen in controls(screen) if seen.is_focusable and not seen.name.strip()] == []
