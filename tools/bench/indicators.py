"""Ten years of a region as figures: counted by the worker, and the rows behind the largest one."""

import time
from collections.abc import Callable
from datetime import date
from functools import partial
from statistics import median

from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorQuery
from needsform.services.indicators import Behind, Counting
from needsform.storage.database import Database, open_database
from tools.bench.figures import ROUNDS, Figure
from tools.bench.region_store import Store
from tools.case_login import standing_clock
from tools.region import YEARS

MOST_SECONDS, MOST_FOR_ROWS = 1.0, 50.0
"""For all figures of ten years; milliseconds for a page of what the largest counts."""
_BARE = "SELECT kind, count(*) FROM indicator_forms GROUP BY kind"


def measure(small: Store, large: Store) -> list[Figure]:
    """Both stores, so that the growth is seen; the bare query is one pass over what is counted."""
    ten_years = [median(_timed(counting_of_ten_years(store).run) for _ in range(ROUNDS)) for store in (small, large)]
    rows = median(_timed(lambda: _behind(large).page(0)) for _ in range(ROUNDS))
    beside = f" (bare pass {_bare(large):.2f} s, {small.citizens:,} citizens {ten_years[0]:.3f} s)"
    return [
        Figure(f"all indicators of ten years, {large.citizens:,} citizens{beside}", "s", ten_years[1], MOST_SECONDS),
        Figure("a page of what the largest figure counts", "ms", rows * 1000, MOST_FOR_ROWS),
    ]


def _query() -> IndicatorQuery:
    today = standing_clock().date()
    return IndicatorQuery(since=today.replace(year=today.year - YEARS), until=today)


def counting_of_ten_years(store: Store) -> Counting:
    """What is measured."""
    return Counting(_reader(store), _query(), _today(), "Test")


def _behind(store: Store) -> Behind:
    return Behind(_reader(store), Indicator.OFFERED, _query(), _today())


def _today() -> date:
    return standing_clock().date()


def _reader(store: Store) -> Callable[[], Database]:
    return partial(open_database, store.folder / "needsform.db", store.key)


def _bare(store: Store) -> float:
    database = _reader(store)()
    try:
        return median(_timed(lambda: database.rows(_BARE)) for _ in range(ROUNDS))
    finally:
        database.close()


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun
