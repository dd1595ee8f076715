"""However a print job fails, it is told and not called printed, nothing half printed is left, the next one works."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from needsform.models.errors import WorldError
from needsform.ui.printing import prepared, print_pages
from tests.faults.sizes import Record, told

PART = "print failures"
PAGES = 3


class Failing(QPrinter):
    """A printer into a file with which something goes wrong when it has painted so many pages."""

    def __init__(self, path: Path, *, after: int = PAGES + 1) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.path, self.left = path, after

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """Counts the pages."""
        self.left -= 1
        return super().newPage()


class OutOfPaper(Failing):
    """Takes no further page."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """There is none."""
        return super().newPage() and self.left > 0


class Cancelled(Failing):
    """Somebody has cancelled the job in the queue."""

    state = QPrinter.PrinterState.Aborted

    def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
        """What the queue says."""
        return self.state if self.left <= 0 else QPrinter.PrinterState.Active


class Offline(Cancelled):
    """Its cable is pulled out."""

    state = QPrinter.PrinterState.Error


class Vanishing(Failing):
    """What it printed into is taken away before it has ended."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """Somebody tidies up."""
        self.path.unlink(missing_ok=True)
        return super().newPage()


FAILURES: dict[str, tuple[str, Callable[[Path], Failing]]] = {
    "a printer that is not there": ("print.not_begun", lambda folder: Failing(folder / "gone" / "paper.pdf")),
    "a folder in the place of the file": ("print.not_begun", lambda folder: Failing(folder)),
    "no paper after the first page": ("print.interrupted", lambda folder: OutOfPaper(folder / "paper.pdf", after=1)),
    "no paper for the last page": (
        "print.interrupted",
        lambda folder: OutOfPaper(folder / "paper.pdf", after=PAGES - 1),
    ),
    "cancelled before the first page": ("print.interrupted", lambda folder: Cancelled(folder / "paper.pdf", after=0)),
    "cancelled after a page": ("print.interrupted", lambda folder: Cancelled(folder / "paper.pdf", after=1)),
    "offline after a page": ("print.interrupted", lambda folder: Offline(folder / "paper.pdf", after=1)),
    "offline at the last page": ("print.interrupted", lambda folder: Offline(folder / "paper.pdf", after=PAGES - 1)),
    "the paper is taken away meanwhile": ("print.interrupted", lambda folder: Vanishing(folder / "paper.pdf")),
}


@pytest.mark.qt_log_ignore("QPainter::begin", "QPrinter::newPage", "QPdfEngine", extend=True)
def test_no_failure_of_a_printer_is_called_printed(
    tmp_path: Path, qapp: QApplication, record_testsuite_property: Record
) -> None:
    del qapp
    pages = tuple(QImage(124, 175, QImage.Format.Format_Grayscale8) for _ in range(PAGES))
    for page in pages:
        page.fill(255)
    for name, (expected, printer_in) in FAILURES.items():
        folder = tmp_path / name.replace(" ", "-")
        folder.mkdir()
        with pytest.raises(WorldError) as error:
            print_pages(prepared(printer_in(folder), "Behovsvurdering", is_two_sided=True), pages)
        assert error.value.message.message_id == expected, name
        print_pages(prepared(Failing(folder / "next.pdf"), "Behovsvurdering", is_two_sided=True), pages)
        assert [path.name for path in folder.iterdir()] == ["next.pdf"], name
    told(record_testsuite_property, PART, len(FAILURES))
