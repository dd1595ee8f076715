"""The figures made into what leaves the program; nothing here reads the store, so a worker may do it."""

from datetime import datetime

from needsform.models.indicator_counts import IndicatorCounts, IndicatorPaper
from needsform.models.words import Words


def render_indicators(
    paper: IndicatorPaper, counts: IndicatorCounts, words: Words, made_at: datetime, *, hides_small: bool
) -> bytes:
    """The report, or a table for a spreadsheet."""
    from needsform.export.indicator_lines import IndicatorReport
    from needsform.export.indicator_report import render_report
    from needsform.export.indicator_tables import render_csv, render_workbook

    report = IndicatorReport(counts, hides_small, words)
    match paper:
        case IndicatorPaper.REPORT:
            return render_report(report, made_at)
        case IndicatorPaper.CSV:
            return render_csv(report)
        case IndicatorPaper.WORKBOOK:
            return render_workbook(report, made_at)
