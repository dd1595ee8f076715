"""The figures made into what leaves the program; nothing here reads the store, so a worker may do it."""

from needsform.models.indicator_counts import IndicatorPaper
from needsform.models.indicator_report import IndicatorReport


def render_indicators(report: IndicatorReport, paper: IndicatorPaper = IndicatorPaper.REPORT) -> bytes:
    """The report, or a table for a spreadsheet."""
    from needsform.export.indicator_report import render_report
    from needsform.export.indicator_tables import render_csv, render_workbook

    match paper:
        case IndicatorPaper.REPORT:
            return render_report(report)
        case IndicatorPaper.CSV:
            return render_csv(report)
        case IndicatorPaper.WORKBOOK:
            return render_workbook(report)
