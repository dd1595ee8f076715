"""The administrator's figures: counted for a period, each led back to its citizens, saved, hidden, added up."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from needsform.models.indicator import Indicator
from needsform.models.patient import Patient
from needsform.models.words import Words
from needsform.services.session import Session
from needsform.storage.database import Database
from needsform.ui.background import Background
from needsform.ui.printing import Printers
from needsform.ui.screens.indicator_rows_screen import IndicatorRowsScreen
from needsform.ui.screens.indicators_screen import IndicatorsScreen
from needsform.ui.viewmodels.indicator_rows_view_model import IndicatorRowsViewModel
from needsform.ui.viewmodels.indicators_view_model import IndicatorsViewModel
from needsform.ui.widgets.print_preview import PrintPreview
from needsform.ui.widgets.row_table import RowTable
from tests.ui.conftest import shown, sweep
from tests.ward import first_talk


class Page:
    """What an administrator sees and does."""

    def __init__(self, session: Session, words: Words, background: Background, folder: Path, qtbot: QtBot) -> None:
        self._background = background
        self.folder, self.files = folder, list[Path]()
        self.printed = folder / "report.pdf"
        printers = Printers(lambda: ("Kontoret",), self._printer)
        self.model = IndicatorsViewModel(session, words, background, printers=printers)
        self.said: list[object] = []
        self.model.failed.connect(self.said.append)
        self.model.printing.failed.connect(self.said.append)
        self.screen = IndicatorsScreen(self.model, self._path, lambda *_: tuple(self.files))
        self.asked: list[Indicator] = []
        self.screen.rows_requested.connect(self.asked.append)
        qtbot.addWidget(self.screen)
        shown(self.screen)
        self.click("count")

    def _path(self, _parent: object, _title: str, suggested: str) -> Path:
        return self.folder / suggested

    def _printer(self, _name: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(self.printed))
        return printer

    def wait(self) -> None:
        """Wait for what is under way."""
        self._background.catch_up()
        sweep()

    def click(self, name: str) -> None:
        """Press a button, and wait for what comes of it."""
        button = self.screen.findChild(QAbstractButton, name)
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        self.wait()

    def write(self, name: str, text: str) -> None:
        """Type into a field."""
        field = self.screen.findChild(QLineEdit, name)
        assert field is not None
        field.selectAll()
        QTest.keyClicks(field, text)

    def figure(self, name: str) -> str:
        """What a figure that leads to its rows says."""
        button = self.screen.findChild(QAbstractButton, f"rows_{name}")
        return "" if button is None else button.text()

    def text(self, name: str) -> str:
        """The words of a label."""
        label = self.screen.findChild(QLabel, name)
        assert label is not None
        return "" if label.isHidden() else label.text()


@pytest.fixture
def page(
    session: Session,
    patients: dict[str, Patient],
    danish: Words,
    background: Background,
    tmp_path: Path,
    qtbot: QtBot,
) -> Page:
    """Six citizens were offered an assessment this year; the front pages of two are finished."""
    for number, patient in enumerate(patients.values()):
        begun = session.assessments.start(patient, first_talk())
        if number < 2:
            session.front_pages.complete(begun)
    return Page(session, danish, background, tmp_path, qtbot)


def test_a_figure_is_pressed_and_leads_to_whom_it_counts(page: Page) -> None:
    assert page.figure("offer_offered") == "6"
    page.click("rows_progress_back_missing")
    assert page.asked == [Indicator.BACK_MISSING]
    assert page.model.query is not None


def test_what_is_small_is_shown_as_such_until_somebody_wants_the_numbers(page: Page, session: Session) -> None:
    assert (page.figure("progress_back_missing"), page.figure("progress_with_citizen")) == ("<5", "<5")
    page.click("hides_small")
    assert (page.figure("progress_back_missing"), page.figure("progress_with_citizen")) == ("2", "4")
    assert not session.site.hides_small_counts
    page.click("hides_small")
    assert session.site.hides_small_counts


def test_a_period_without_anybody_has_figures_that_lead_nowhere(page: Page) -> None:
    page.write("since", "01-01-2020")
    page.write("until", "31-12-2020")
    page.click("count")
    assert page.figure("offer_offered") == ""
    assert "01-01-2020" in page.text("indicators_span")


def test_days_in_the_wrong_order_are_said_beside_the_field_and_the_figures_stay(page: Page) -> None:
    page.write("until", "31-12-2020")
    page.click("count")
    assert page.text("until_error") == "Den sidste dag ligger før den første."
    assert page.figure("offer_offered") == "6"
    page.write("until", "")
    page.screen.findChild(QLineEdit, "until").clear()  # type: ignore[union-attr]
    page.model.write(type(page.model.state.typed)("01-01-2026", ""))
    page.click("count")
    assert page.text("until_error") == "Skriv en dag."


@pytest.mark.parametrize(
    ("button", "name", "begins"),
    [
        ("save_report", "indikatorer.pdf", b"%PDF-"),
        ("save_csv", "indikatorer.csv", b"\xef\xbb\xbf"),
        ("save_workbook", "indikatorer.xlsx", b"PK"),
        ("save_file", "indikatorer.json", b"{"),
    ],
)
def test_every_way_out_of_the_program_writes_its_file(page: Page, button: str, name: str, begins: bytes) -> None:
    page.click(button)
    assert (page.folder / name).read_bytes().startswith(begins)
    assert page.text("indicators_notice") == f"Gemt som {name}."
    assert page.said == []


def test_the_report_is_looked_at_and_sent_to_the_printer(page: Page, database: Database) -> None:
    page.click("print")
    preview = page.screen.findChild(PrintPreview)
    assert preview is not None
    assert preview.copies[0].pages
    page.click("print_now")
    page.wait()
    assert page.said == []
    assert page.printed.stat().st_size > 1000
    rows = database.rows("SELECT detail FROM audit_events WHERE action = 'export_indicators'")
    assert len(rows) == 1


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_take_it_is_told_and_noted(page: Page, database: Database) -> None:
    page.printed = page.folder / "nowhere" / "report.pdf"
    page.click("print")
    preview = page.screen.findChild(PrintPreview)
    assert preview is not None
    page.click("print_now")
    page.wait()
    assert len(page.said) == 1
    assert len(database.rows("SELECT 1 FROM audit_events WHERE action = 'print_failed'")) == 1
    assert database.rows("SELECT 1 FROM audit_events WHERE action = 'export_indicators'") == []


def test_a_file_is_read_and_its_figures_lead_nowhere_because_the_rows_are_elsewhere(page: Page) -> None:
    page.click("save_file")
    page.files = [page.folder / "indikatorer.json", page.folder / "missing.json"]
    page.click("add_up")
    assert page.model.state.is_added_up
    assert page.figure("offer_offered") == ""
    assert "missing.json" in page.text("indicators_left_out")
    assert page.model.query is None
    page.click("count")
    assert page.figure("offer_offered") == "6"
    assert page.text("indicators_left_out") == ""


def test_a_file_that_is_none_leaves_the_figures_as_they_were(page: Page) -> None:
    (page.folder / "other.json").write_text("{}", encoding="utf-8")
    page.files = [page.folder / "other.json"]
    page.click("add_up")
    assert page.text("indicators_notice") == "Ingen af filerne kunne bruges."
    assert page.figure("offer_offered") == "6"


def test_a_row_leads_to_its_citizen(
    page: Page, session: Session, danish: Words, background: Background, qtbot: QtBot
) -> None:
    assert page.model.query is not None
    model = IndicatorRowsViewModel(session, Indicator.BACK_MISSING, page.model.query, danish, background)
    screen = IndicatorRowsScreen(model)
    qtbot.addWidget(screen)
    model.look()
    background.catch_up()
    assert len(model.state.rows) == 2
    assert "Forsiden er udfyldt" in model.state.rows[0]
    chosen: list[str] = []
    screen.patient_requested.connect(chosen.append)
    shown(screen)
    table = screen.findChild(RowTable, "indicator_rows")
    assert table is not None
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert chosen == [model.patient_of(0)]
