"""The signed sheet: copies to the printer, a file, the citizen's hand, and the way back with a reason."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QPushButton, QWidget

from needsform.models.assessment import AssessmentStatus
from needsform.models.errors import Message
from needsform.models.sheet import CopyName, SheetContent
from needsform.services import documents, reference_data
from needsform.storage.database import open_database
from needsform.ui.printing import Printers
from needsform.ui.screens.sheet_screen import SheetScreen
from needsform.ui.viewmodels.sheet_view_model import SheetViewModel
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.print_preview import PrintPreview
from tests.ui.back_page.conftest import Morning
from tests.ui.back_page.talk import Talk, focus_name, press
from tests.ui.back_page.test_back_page_screen import find, words_of

CONTROL = Qt.KeyboardModifier.ControlModifier


@dataclass
class Desk:
    """The signed sheet of case 1 on the screen, a printer that writes into files, and an answer to "where to"."""

    talk: Talk
    folder: Path
    key: bytes
    names: tuple[str, ...] = ("Afdelingens printer",)
    jobs: list[Path] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    told: list[Message] = field(default_factory=list)
    answer: Path | None = None

    def __post_init__(self) -> None:
        talk = self.talk
        back_pages = talk.session.back_pages
        self.assessment = back_pages.sign(back_pages.complete(talk.view_model.assessment))
        self.answer = self.folder / "behovsvurdering.pdf"
        self.paper = self.folder
        self.open()

    def open(self, width: int = 1440, height: int = 900) -> SheetScreen:
        """Come to the sheet as it stands on disk."""
        printers = Printers(lambda: self.names, self._printer)
        self.view_model = SheetViewModel(
            self.talk.session,
            self.talk.patient,
            self.talk.session.assessments.get(self.assessment.id),
            reference_data.words("da"),
            self.talk.background,
            printers,
        )
        self.view_model.failed.connect(self.told.append)
        self.screen = SheetScreen(self.view_model, self._choose)
        self.talk.put_up(self.screen, width, height)
        return self.screen

    def wait(self, is_so: Callable[[], bool]) -> None:
        """Until something is so and the worker is idle."""
        self.talk.qtbot.waitUntil(lambda: is_so() and not self.talk.background.is_busy, timeout=30_000)

    def preview(self) -> PrintPreview[SheetContent]:
        """Press Ctrl+P and wait for the preview."""
        press(Qt.Key.Key_P, CONTROL)
        self.wait(lambda: any(preview.isVisible() for preview in self.screen.findChildren(PrintPreview)))
        return next(preview for preview in self.screen.findChildren(PrintPreview) if preview.isVisible())

    def trace(self) -> list[tuple[str, str]]:
        """What the trace keeps of prints and files."""
        database = open_database(self.folder / "needsform" / "needsform.db", self.key)
        try:
            rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq")
        finally:
            database.close()
        told = ("print", "export", "print_failed", "export_failed")
        return [(str(row["action"]), str(row["detail"])) for row in rows if row["action"] in told]

    def _printer(self, name: str) -> QPrinter:
        assert name in self.names
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.jobs.append(self.paper / f"job-{len(self.jobs)}.pdf")
        printer.setOutputFileName(str(self.jobs[-1]))
        return printer

    def _choose(self, _parent: QWidget, _title: str, suggested: str) -> Path | None:
        self.asked.append(suggested)
        return self.answer


@pytest.fixture
def desk(talk: Talk, tmp_path: Path, morning: Morning) -> Desk:
    """Case 1, signed."""
    talk.save(talk.plan())
    return Desk(talk, tmp_path, morning.key.key)


def texts(screen: QWidget) -> list[str]:
    """Every label that can be seen."""
    return [label.text() for label in screen.findChildren(QLabel) if label.isVisible() and label.text()]


def box(screen: QWidget, name: str) -> QCheckBox:
    """The box of that name."""
    found = find(screen, name, QCheckBox)
    assert isinstance(found, QCheckBox)
    return found


def test_the_screen_says_in_words_how_the_sheet_stands(desk: Desk) -> None:
    shown = texts(desk.screen)
    assert "Underskrevet" in shown
    assert "23-11-2026 10.42 by Karin Prøve, sygeplejerske" in shown
    assert "020160-9995 · Start af behandling · revision 1" in shown


def test_the_copies_that_the_citizen_agreed_to_are_chosen(desk: Desk) -> None:
    assert desk.view_model.state.copies == (CopyName.CITIZEN, CopyName.MUNICIPALITY, CopyName.GENERAL_PRACTICE)


def test_a_no_is_told_beside_the_copy_and_its_box_stays_empty(talk: Talk, tmp_path: Path, morning: Morning) -> None:
    talk.save(talk.plan().model_copy(update={"consent_municipality": False, "consent_gp": None}))
    desk = Desk(talk, tmp_path, morning.key.key)
    assert desk.view_model.state.copies == (CopyName.CITIZEN,)
    shown = texts(desk.screen)
    assert "The citizen has said no to this." in shown
    assert "The citizen has not been asked." in shown


def test_each_copy_is_a_job_of_its_own_with_its_own_name_on_it(desk: Desk) -> None:
    QTest.mouseClick(box(desk.screen, "copy.gp"), Qt.MouseButton.LeftButton)
    preview = desk.preview()
    assert texts(preview)[0].startswith("Borger: page 1 of 4")
    QTest.mouseClick(find(preview, "print_now"), Qt.MouseButton.LeftButton)
    desk.wait(lambda: len(desk.view_model.state.sent) == 2)
    assert [documents.page_count(job.read_bytes()) for job in desk.jobs] == [2, 2]
    assert desk.trace() == [("print", "copy=citizen revision=1"), ("print", "copy=municipality revision=1")]
    assert texts(desk.screen).count("Sent to the printer 10.42") == 2
    names = [words_of(documents.render_sheet(copy.content)) for copy in preview.copies]
    assert ["Borgerens eksemplar" in name for name in names] == [True, False]
    assert ["Kommunens eksemplar" in name for name in names] == [False, True]


def test_copies_on_their_way_to_the_printer_arrive_before_the_store_is_let_go_of(desk: Desk) -> None:
    preview = desk.preview()
    QTest.mouseClick(find(preview, "print_now"), Qt.MouseButton.LeftButton)
    assert desk.trace() == []
    desk.view_model.flush()
    copies = ("citizen", "municipality", "gp")
    assert desk.trace() == [("print", f"copy={copy} revision=1") for copy in copies]
    assert [documents.page_count(job.read_bytes()) for job in desk.jobs] == [2, 2, 2]


def test_cancelling_the_preview_prints_nothing_and_leaves_no_trace(desk: Desk) -> None:
    preview = desk.preview()
    QTest.mouseClick(find(preview, "cancel_print"), Qt.MouseButton.LeftButton)
    QApplication.processEvents()
    assert (desk.jobs, desk.trace(), dict(desk.view_model.state.sent)) == ([], [], {})


def test_the_preview_can_be_turned_through_every_copy(desk: Desk) -> None:
    preview = desk.preview()
    shown = find(preview, "shown_page")
    seen = []
    for _ in range(6):
        assert isinstance(shown, QLabel)
        seen.append(shown.text())
        QTest.mouseClick(find(preview, "next_page"), Qt.MouseButton.LeftButton)
    assert seen[0] == "Borger: page 1 of 6 in all"
    assert seen[-1] == "Egen læge: page 6 of 6 in all"
    assert not find(preview, "next_page").isEnabled()


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_print_that_failed_is_told_and_never_called_sent(desk: Desk) -> None:
    preview = desk.preview()
    desk.paper = desk.folder / "unplugged"
    QTest.mouseClick(find(preview, "print_now"), Qt.MouseButton.LeftButton)
    desk.wait(lambda: bool(desk.told))
    assert [message.message_id for message in desk.told] == ["print.not_begun"]
    assert dict(desk.view_model.state.sent) == {}
    assert [act for act, *_ in desk.trace()] == ["print_failed"]
    assert len(desk.jobs) == 1, "what comes after is not sent to a printer that failed"
    assert find(desk.screen, "print").isEnabled()


def test_without_a_printer_the_way_to_a_file_is_shown(desk: Desk) -> None:
    desk.names = ()
    preview = desk.preview()
    assert "There is no printer on this computer." in texts(preview)
    assert not any(button.isVisible() for button in preview.findChildren(QPushButton, "print_now"))
    QTest.mouseClick(find(preview, "save_instead"), Qt.MouseButton.LeftButton)
    desk.wait(lambda: bool(desk.view_model.state.saved_at))
    assert desk.answer is not None
    assert "Borgerens eksemplar" in words_of(desk.answer.read_bytes())


def test_printing_no_copy_at_all_is_told_beside_the_copies(desk: Desk) -> None:
    for name in ("copy.citizen", "copy.municipality", "copy.gp"):
        QTest.mouseClick(box(desk.screen, name), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_P, CONTROL)
    assert find(desk.screen, "copies.error").isVisible()
    QTest.mouseClick(box(desk.screen, "copy.department"), Qt.MouseButton.LeftButton)
    assert not find(desk.screen, "copies.error").isVisible()


def test_the_saved_file_is_the_sheet_and_its_suggested_name_names_nobody(desk: Desk) -> None:
    press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: bool(desk.view_model.state.saved_at))
    assert desk.asked == ["behovsvurdering-2026-11-23.pdf"]
    assert desk.answer is not None
    said = words_of(desk.answer.read_bytes())
    assert "Kladde" not in said
    assert "Tankerne kører om aftenen" in said
    assert desk.trace() == [("export", "copy=citizen revision=1")]


def test_a_folder_that_is_not_there_is_told_and_the_trace_says_that_it_failed(desk: Desk) -> None:
    desk.answer = desk.folder / "no such folder" / "sheet.pdf"
    press(Qt.Key.Key_S, CONTROL)
    desk.wait(lambda: bool(desk.told))
    assert desk.told[0].message_id.startswith("file.")
    assert desk.trace() == [("export_failed", "reason=file.no_folder")]
    assert desk.view_model.state.saved_at == ""


def test_changing_ones_mind_about_the_file_writes_nothing(desk: Desk) -> None:
    desk.answer = None
    press(Qt.Key.Key_S, CONTROL)
    assert desk.asked
    assert not desk.view_model.state.is_busy
    assert desk.trace() == []


def test_the_sheet_speaks_the_language_that_is_chosen(desk: Desk) -> None:
    QTest.mouseClick(find(desk.screen, "language.1"), Qt.MouseButton.LeftButton)
    shown = desk.view_model
    desk.wait(lambda: shown.picture is not None and "Needs assessment" in words_of(shown.picture.pdf))


def test_from_the_sheet_one_goes_on_to_what_leaves(desk: Desk) -> None:
    asked: list[str] = []
    desk.screen.handover_requested.connect(asked.append)
    QTest.mouseClick(find(desk.screen, "hand_over"), Qt.MouseButton.LeftButton)
    assert asked == [desk.assessment.id]


def test_esc_gives_up_reopening_before_it_leaves_the_sheet(desk: Desk) -> None:
    closed: list[bool] = []
    desk.screen.closed_requested.connect(lambda: closed.append(True))
    QTest.mouseClick(find(desk.screen, "reopen"), Qt.MouseButton.LeftButton)
    press(Qt.Key.Key_Escape)
    assert not find(desk.screen, "confirm_reopen").isVisible()
    assert closed == []
    press(Qt.Key.Key_Escape)
    assert closed == [True]


def test_reopening_takes_a_reason_and_makes_a_new_revision(desk: Desk) -> None:
    reopened: list[str] = []
    desk.screen.reopened.connect(reopened.append)
    QTest.mouseClick(find(desk.screen, "reopen"), Qt.MouseButton.LeftButton)
    assert focus_name() == "reason"
    QTest.mouseClick(find(desk.screen, "confirm_reopen"), Qt.MouseButton.LeftButton)
    assert reopened == []
    assert find(desk.screen, "reason_error").isVisible()
    reason = find(desk.screen, "reason", GrowingText)
    reason.setFocus()
    press("Telefonnummeret var forkert")
    QTest.mouseClick(find(desk.screen, "confirm_reopen"), Qt.MouseButton.LeftButton)
    assert reopened == [desk.assessment.id]
    stored = desk.talk.session.assessments.get(desk.assessment.id)
    assert (stored.status, stored.revision) == (AssessmentStatus.DRAFT, 2)
    ((why, kept),) = desk.talk.session.assessments.revisions(desk.assessment.id)
    assert (why, kept.care_plan) == ("Telefonnummeret var forkert", desk.talk.plan())


def test_the_screen_is_left_with_esc(desk: Desk) -> None:
    left: list[bool] = []
    desk.screen.closed_requested.connect(lambda: left.append(True))
    press(Qt.Key.Key_Escape)
    assert left == [True]


def test_a_missing_telephone_number_is_told_before_the_sheet_leaves(desk: Desk) -> None:
    words = "There is no telephone number on the sheet. The municipality needs it to call."
    assert words not in texts(desk.screen)
    details = desk.talk.patient.details().model_copy(update={"phone": ""})
    desk.talk.patient = desk.talk.session.patients.correct(desk.talk.patient.id, details)
    assert words in texts(desk.open())
