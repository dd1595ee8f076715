"""The figures as they leave the program: which, in whose words, and when."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from needsform.models.indicator_counts import IndicatorCounts, ShownTable, shown_tables
from needsform.models.words import Words


class IndicatorCopy(StrEnum):
    """What a printed copy is called; there is one."""

    REPORT = "report"


@dataclass(frozen=True, slots=True)
class IndicatorReport:
    """What is rendered."""

    counts: IndicatorCounts
    hides_small: bool
    words: Words
    made_at: datetime
    copy_name: IndicatorCopy = IndicatorCopy.REPORT

    @property
    def tables(self) -> tuple[ShownTable, ...]:
        """The tables as they are shown."""
        return shown_tables(self.counts, hides_small=self.hides_small)
