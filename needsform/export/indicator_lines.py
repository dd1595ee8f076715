"""The figures in words, as page, paper, CSV and workbook tell them alike."""

from collections.abc import Iterator
from dataclasses import dataclass

from needsform.models.indicator_counts import IndicatorCounts, Shown, ShownLine, ShownTable, shown_tables
from needsform.models.words import Words

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


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """What is rendered."""

    counts: IndicatorCounts
    hides_small: bool
    words: Words

    @property
    def tables(self) -> tuple[ShownTable, ...]:
        """The tables as they are shown."""
        return shown_tables(self.counts, hides_small=self.hides_small)


def count_text(shown: Shown, words: Words) -> str:
    """A figure: the count, "<5", or that it is hidden."""
    if shown.count is not None:
        return str(shown.count)
    return words.text("indicators.small" if shown.is_small else "indicators.hidden")


def unit_text(counts: IndicatorCounts, words: Words) -> str:
    """The unit, or that it is the whole place."""
    return counts.query.unit or words.text("indicators.whole_site")


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
                words.text(f"indicators.whole.{shown.table.kind.value}"),
                _numerator(shown, line, words),
            )


def _numerator(shown: ShownTable, line: ShownLine, words: Words) -> str:
    is_whole = line.indicator is shown.table.whole
    return "" if is_whole else words.text(f"indicators.part.{shown.table.kind.value}")
