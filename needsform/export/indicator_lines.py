"""The lines of the figures for a spreadsheet."""

from collections.abc import Iterator

from needsform.models.indicator_report import IndicatorReport
from needsform.models.indicator_words import count_text, denominator, numerator, unit_text

COLUMNS = (
    "site",
    "unit",
    "since",
    "until",
    "table",
    "figure",
    "count",
    "share",
    "denominator",
    "numerator",
)
"""Of the tables for a spreadsheet; each is a key `indicators.column.…`."""


def cells(report: IndicatorReport) -> Iterator[tuple[str | int, ...]]:
    """A line for every figure, by `COLUMNS`; a count and a share are numbers where they are told."""
    words, query = report.words, report.counts.query
    for shown in report.tables:
        for line in shown.lines:
            yield (
                ", ".join(report.counts.sites),
                unit_text(report.counts, words),
                query.since.isoformat(),
                query.until.isoformat(),
                words.of(shown.table.kind),
                words.of(line.indicator),
                count_text(line.shown, words) if line.shown.count is None else line.shown.count,
                "" if line.percent is None else line.percent,
                denominator(shown.table, words),
                "" if line.indicator is shown.table.whole else numerator(shown.table, words),
            )
