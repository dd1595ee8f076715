"""The figures in words, as page, paper, CSV and workbook tell them alike."""

from needsform.models.indicator import Indicator, IndicatorTable
from needsform.models.indicator_counts import IndicatorCounts, Shown
from needsform.models.words import Words

MOST_NAMED = 30
"""Places: the longest names of as many leave room on a page for the first table."""


def count_text(shown: Shown, words: Words) -> str:
    """A figure: the count, "<5", or that it is hidden."""
    if shown.count is not None:
        return str(shown.count)
    return words.text("indicators.small" if shown.is_small else "indicators.hidden")


def share_text(percent: int | None, words: Words) -> str:
    """A share; empty where there is none to tell."""
    return "" if percent is None else words.text("indicators.share", percent=percent)


def places_text(counts: IndicatorCounts, words: Words) -> str:
    """Whose figures these are; of very many places the first ones by name."""
    if len(counts.sites) == 1:
        return counts.sites[0]
    key = "indicators.several" if len(counts.sites) <= MOST_NAMED else "indicators.several_more"
    return words.text(key, count=len(counts.sites), names=", ".join(counts.sites[:MOST_NAMED]))


def span_text(counts: IndicatorCounts, words: Words) -> str:
    """Of which unit and period, and from when."""
    query = counts.query
    period = words.text("indicators.period", since=words.date(query.since), until=words.date(query.until))
    counted = words.text("indicators.counted", date=words.date(counts.counted_on))
    return " · ".join((unit_text(counts, words), period, counted))


def unit_text(counts: IndicatorCounts, words: Words) -> str:
    """The unit or units, or that it is the whole place."""
    whole = words.text("indicators.whole_site")
    units = [unit or whole for unit in counts.units or (counts.query.unit,)]
    return ", ".join(units[:MOST_NAMED] + ["…"] * (len(units) > MOST_NAMED))


def notes(counts: IndicatorCounts, words: Words, *, hides_small: bool) -> tuple[str, ...]:
    """What is true of all figures."""
    keys = ["indicators.about"]
    keys += ["indicators.each_place"] if len(counts.sites) > 1 else []
    keys += ["indicators.hidden_note"] if hides_small else []
    return tuple(words.text(key) for key in keys)


def definition(table: IndicatorTable, words: Words) -> tuple[str, ...]:
    """What a table counts: denominator, numerator, and the goal if there is one."""
    told = [
        words.text("indicators.denominator", text=denominator(table, words)),
        words.text("indicators.numerator", text=numerator(table, words)),
    ]
    if table.goal is not None:
        told.append(words.text("indicators.goal", goal=table.goal))
    return tuple(told)


def denominator(table: IndicatorTable, words: Words) -> str:
    """What the whole is."""
    return words.text(f"indicators.whole.{table.kind.value}")


def numerator(table: IndicatorTable, words: Words) -> str:
    """What the parts are."""
    return words.text(f"indicators.part.{table.kind.value}")


def goal_of(table: IndicatorTable, indicator: Indicator) -> int | None:
    """What a figure is to reach, in percent of the whole."""
    return table.goal if indicator is table.parts[0] else None
