"""Paper, with a printer that writes into a file: what it gets is what the PDF shows, and every failure is told."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from needsform.models.errors import WorldError
from needsform.services import documents
from needsform.ui import printing
from tests.ui.back_page.talk import Talk


def printer_into(path: Path) -> QPrinter:
    """A printer whose paper is a PDF file."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printing.prepared(printer, "Behovsvurdering", is_two_sided=True)


@pytest.fixture
def pdf(talk: Talk) -> bytes:
    """The sheet of case 1."""
    talk.save(talk.plan())
    return documents.render_sheet(talk.session.documents.content(talk.patient, talk.view_model.assessment))


def greys(image: QImage) -> bytes:
    """An image at 75 dots per inch, each dot the mean of what it covers: a shift of a hair does not show."""
    smooth = Qt.TransformationMode.SmoothTransformation
    small = image.scaled(620, 877, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
    return bytes(small.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


def differing(one: QImage, other: QImage) -> float:
    """The share of dots that are not about the same grey."""
    pairs = zip(greys(one), greys(other), strict=True)
    return sum(abs(a - b) > 60 for a, b in pairs) / (620 * 877)


def test_the_paper_shows_the_pages_of_the_pdf(pdf: bytes, tmp_path: Path) -> None:
    pages = printing.page_pictures(pdf)
    printing.print_pages(printer_into(tmp_path / "paper.pdf"), pages)
    printed = printing.page_pictures((tmp_path / "paper.pdf").read_bytes())
    assert len(printed) == len(pages) == 2
    for page, paper in zip(pages, printed, strict=True):
        assert differing(page, paper) < 0.001
    assert differing(pages[0], printed[1]) > 0.01, "front and back differ, and in their order"


def test_pages_are_pictures_at_the_printer_s_own_resolution(pdf: bytes) -> None:
    for page in printing.page_pictures(pdf):
        assert page.width() == 2480  # 210 mm at 300 dots per inch
        assert 3506 <= page.height() <= 3510


def test_a_second_job_works_like_the_first(pdf: bytes, tmp_path: Path) -> None:
    pages = printing.page_pictures(pdf)
    for name in ("first.pdf", "second.pdf"):
        printing.print_pages(printer_into(tmp_path / name), pages)
        assert documents.page_count((tmp_path / name).read_bytes()) == 2


def test_what_stands_in_the_queue_names_nobody(pdf: bytes, tmp_path: Path) -> None:
    printing.print_pages(printer_into(tmp_path / "paper.pdf"), printing.page_pictures(pdf))
    written = (tmp_path / "paper.pdf").read_bytes()
    for marker in ("Einer", "020160"):
        assert marker.encode() not in written
        assert marker.encode("utf-16-be") not in written
    assert "Behovsvurdering".encode("utf-16-be") in written


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_does_not_begin_is_told(pdf: bytes, tmp_path: Path) -> None:
    with pytest.raises(WorldError) as told:
        printing.print_pages(printer_into(tmp_path / "no such folder" / "paper.pdf"), printing.page_pictures(pdf))
    assert told.value.message.message_id == "print.not_begun"


class RunsOutOfPaper(QPrinter):
    """A printer that takes one page and no more."""

    def newPage(self) -> bool:  # noqa: N802 - Qt's name
        """There is no more paper."""
        return False


def test_a_printer_that_stops_on_the_way_is_told(pdf: bytes, tmp_path: Path, qapp: QApplication) -> None:
    del qapp
    printer = RunsOutOfPaper(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    with pytest.raises(WorldError) as told:
        printing.print_pages(printing.prepared(printer, "x", is_two_sided=False), printing.page_pictures(pdf))
    assert told.value.message.message_id == "print.interrupted"


def test_painting_tells_whether_every_page_was_taken(pdf: bytes, tmp_path: Path) -> None:
    pages = printing.page_pictures(pdf)
    printer = printer_into(tmp_path / "paper.pdf")
    painter = QPainter(printer)
    assert printing.paint_pages(printer, painter, pages)
    painter.end()


def test_front_and_back_share_a_sheet_unless_somebody_says_otherwise() -> None:
    asked: list[QPrinter.DuplexMode] = []

    class Duplex(QPrinter):
        """Remembers what it was asked for; a printer into a file has no second side."""

        def setDuplex(self, duplex: QPrinter.DuplexMode) -> None:  # noqa: N802 - Qt's name
            asked.append(duplex)

    for is_two_sided in (True, False):
        printing.prepared(Duplex(), "x", is_two_sided=is_two_sided)
    assert asked == [QPrinter.DuplexMode.DuplexLongSide, QPrinter.DuplexMode.DuplexNone]


def test_without_a_printer_there_is_none_to_choose() -> None:
    names = printing.installed_printers().names()
    assert all(isinstance(name, str) and name for name in names)
