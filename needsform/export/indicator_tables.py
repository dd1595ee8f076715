"""The figures for a spreadsheet: as CSV, and as a workbook with the same lines. No citizen is in either."""

from io import BytesIO

from needsform.export.csv_table import csv_bytes
from needsform.export.indicator_lines import COLUMNS, cells
from needsform.models.indicator_report import IndicatorReport

_WIDTHS = (28, 22, 11, 11, 40, 38, 8, 10, 60, 60)
"""Of the workbook's columns, in letters."""


def render_csv(report: IndicatorReport) -> bytes:
    """The table as Danish spreadsheets read it."""
    return csv_bytes(_heads(report), (tuple(map(str, line)) for line in cells(report)))


def render_workbook(report: IndicatorReport) -> bytes:
    """The table as XLSX: counts are numbers, and words are never taken for formulas or addresses."""
    from xlsxwriter import Workbook

    file = BytesIO()
    with Workbook(file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        book.set_properties(
            {"title": report.words.text("indicators.title"), "created": report.made_at.replace(tzinfo=None)}
        )
        head = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        words = book.add_format({"text_wrap": True, "valign": "top"})
        sheet = book.add_worksheet(report.words.text("indicators.title"))
        sheet.freeze_panes(1, 0)
        sheet.repeat_rows(0)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        for column, (title, width) in enumerate(zip(_heads(report), _WIDTHS, strict=True)):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, title, head)
        for row, line in enumerate(cells(report), start=1):
            for column, cell in enumerate(line):
                if isinstance(cell, int):
                    sheet.write_number(row, column, cell, words)
                else:
                    sheet.write_string(row, column, cell, words)
    return file.getvalue()


def _heads(report: IndicatorReport) -> list[str]:
    return [report.words.text(f"indicators.column.{column}") for column in COLUMNS]
