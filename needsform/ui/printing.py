"""Paper: the PDF's own pages as pictures, sent to a printer, with every step of it asked whether it succeeded.

What can be known is that the printer took the pages; whether paper came out, nobody tells us (TRUST 2, line 14).
"""

import contextlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from needsform.models.comparison_sheet import ComparisonSheetContent
from needsform.models.errors import WorldError
from needsform.models.indicator_report import IndicatorReport
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.sheet import SheetContent
from needsform.services import documents

DOTS_PER_INCH = 300
"""What an office printer shows; more would only be slower."""
_A4_WIDTH_INCHES = 210 / 25.4
_END_OF_PDF, _TAIL = b"%%EOF", 32
P = TypeVar("P", SheetContent, PlanSheetContent, ComparisonSheetContent, IndicatorReport)
"""What can be printed."""
_LOST = (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers that this workstation reaches. Handed in, so that a test can print into a file."""

    names: Callable[[], tuple[str, ...]]
    """Their names, the usual one first."""
    open: Callable[[str], QPrinter]
    """The printer of that name."""


@dataclass(frozen=True, slots=True)
class PrintedCopy(Generic[P]):
    """One copy of a sheet, or of a plan, as the printer gets it."""

    content: P
    pages: tuple[QImage, ...]


def installed_printers() -> Printers:
    """Those that the operating system knows."""
    return Printers(_installed_names, _open_installed)


def prepared(printer: QPrinter, title: str, *, is_two_sided: bool) -> QPrinter:
    """The printer, told about the paper: A4 to its edges. `title` is what a queue shows; it names nobody."""
    printer.setDocName(title)
    printer.setCreator("")
    printer.setResolution(DOTS_PER_INCH)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Portrait)
    printer.setFullPage(True)
    sides = QPrinter.DuplexMode.DuplexLongSide if is_two_sided else QPrinter.DuplexMode.DuplexNone
    printer.setDuplex(sides)
    return printer


def page_pictures(pdf: bytes) -> tuple[QImage, ...]:
    """Every page as the printer gets it. Takes a while; for a worker."""
    width = round(_A4_WIDTH_INCHES * DOTS_PER_INCH)
    return tuple(_picture(pdf, index, width) for index in range(documents.page_count(pdf)))


def print_pages(printer: QPrinter, pages: tuple[QImage, ...]) -> None:
    """Send the pages as one job. Takes a while; for a worker.

    Raises WorldError: `print.not_begun` when the printer does not take the job at all, `print.interrupted` when it
    stopped on the way.
    """
    painter = QPainter()
    if not painter.begin(printer):
        raise WorldError("print.not_begun")
    is_whole = paint_pages(printer, painter, pages)
    if not is_whole:
        printer.abort()
    if not (painter.end() and is_whole) or printer.printerState() in _LOST or not _is_file_whole(printer):
        _take_away_file(printer)
        raise WorldError("print.interrupted")


def paint_pages(printer: QPrinter, painter: QPainter, pages: tuple[QImage, ...]) -> bool:
    """Paint each page on a sheet of its own; False if the printer stopped on the way."""
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    for number, page in enumerate(pages):
        if number and not printer.newPage():
            return False
        painter.drawImage(QRectF(0, 0, printer.width(), printer.height()), page)
        if printer.printerState() in _LOST:
            return False
    return True


def _is_file_whole(printer: QPrinter) -> bool:
    """Whether a file that was printed into is a whole PDF.

    Qt tells nothing when the disk is full: the file then ends wherever the room did.
    """
    if not printer.outputFileName():
        return True
    path = Path(printer.outputFileName())
    with contextlib.suppress(OSError), path.open("rb") as file:
        file.seek(-min(path.stat().st_size, _TAIL), os.SEEK_END)
        return _END_OF_PDF in file.read()
    return False


def _take_away_file(printer: QPrinter) -> None:
    """The rest of a file that was printed into: a paper with pages missing must not look like a paper."""
    if printer.outputFileName():
        with contextlib.suppress(OSError):
            Path(printer.outputFileName()).unlink(missing_ok=True)


def _picture(pdf: bytes, index: int, width: int) -> QImage:
    page = documents.page_image(pdf, index, width)
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    # A copy either way: the bytes of the page go when this function returns.
    return image.convertToFormat(QImage.Format.Format_Grayscale8) if image.allGray() else image.copy()


def _installed_names() -> tuple[str, ...]:
    usual = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: name != usual))


def _open_installed(name: str) -> QPrinter:
    return QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
