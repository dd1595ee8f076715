"""Figures are what a plain count of everything gives, and the rows behind one are as many as it says."""

from random import Random

import pytest

from needsform.models.identity import PatientId
from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorQuery
from needsform.storage.database import Database
from needsform.storage.indicators import count, rows_behind, units
from needsform.storage.schema_indicators import INDICATORS
from tests.random_site import TODAY, UNITS, fill, period
from tests.thoroughness import as_many_as

SEEDS = range(as_many_as(6, 200))
MANY = 1_000


def behind(database: Database, indicator: Indicator, query: IndicatorQuery) -> int:
    return len(rows_behind(database, indicator, query, TODAY, skip=0, limit=MANY))


@pytest.mark.parametrize("seed", SEEDS)
def test_every_figure_is_what_a_plain_count_gives_and_so_many_rows_are_behind_it(seed: int, database: Database) -> None:
    chance = Random(seed)
    site = fill(database, chance)
    for query in [period(chance) for _ in range(5)]:
        counts = count(database, query, TODAY)
        assert counts == site.counted(query)
        assert {i: behind(database, i, query) for i in Indicator} == {i: counts.get(i, 0) for i in Indicator}


def test_rows_come_page_by_page_newest_first_and_each_once(database: Database) -> None:
    fill(database, Random(1))
    query = IndicatorQuery(since=TODAY.replace(year=2020), until=TODAY)
    whole = rows_behind(database, Indicator.OFFERED, query, TODAY, skip=0, limit=MANY)
    pages = [rows_behind(database, Indicator.OFFERED, query, TODAY, skip=skip, limit=7) for skip in range(0, 60, 7)]
    assert tuple(row for page in pages for row in page) == whole
    assert [row.on for row in whole] == sorted((row.on for row in whole), reverse=True)
    assert {row.patient_identifier[6] for row in whole} == {"-"}


def test_the_units_are_those_that_have_forms(database: Database) -> None:
    assert units(database) == ()
    fill(database, Random(1))
    assert units(database) == tuple(sorted(filter(None, UNITS)))


def test_whoever_is_erased_is_counted_no_more(database: Database) -> None:
    site = fill(database, Random(2))
    query = IndicatorQuery(since=TODAY.replace(year=2020), until=TODAY)
    gone = site.forms[0].patient_id
    with database.atomic():
        database.execute("DELETE FROM patients WHERE id = ?", [PatientId(gone)])
    site.forms = [form for form in site.forms if form.patient_id != gone]
    site.cases = [case for case in site.cases if case.patient_id != gone]
    site.plans = [plan for plan in site.plans if plan.patient_id != gone]
    assert count(database, query, TODAY) == site.counted(query)
    for table in ("indicator_forms", "indicator_cases", "indicator_courses"):
        assert database.row(f"SELECT 1 FROM {table} WHERE patient_id = ?", [gone]) is None


def test_a_store_that_was_there_before_is_counted_from_its_first_form(database: Database) -> None:
    site = fill(database, Random(3))
    objects = database.rows("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL")
    made_here = [row for row in objects if f" {row['name']!s} " in INDICATORS.replace("(", " ")]
    order = {"trigger": 0, "view": 1, "index": 2, "table": 3}
    for row in sorted(made_here, key=lambda row: (order[str(row["type"])], row["name"] == "indicator_kinds")):
        if row["name"] in ("assessments", "referrals", "plans", "patients"):
            continue
        database.execute(f"DROP {row['type']!s} {row['name']!s}")
    database.tables.executescript(INDICATORS)
    query = IndicatorQuery(since=TODAY.replace(year=2020), until=TODAY)
    assert count(database, query, TODAY) == site.counted(query)


def test_a_page_that_saves_itself_while_it_is_written_is_not_counted_anew(database: Database) -> None:
    site = fill(database, Random(4))
    form = next(form for form in site.forms if form.is_back_open)
    written = []
    for plan in ('{"conclusion": "no_need"}', '{"conclusion": "need"}', '{"needs": [], "conclusion": "need"}'):
        before = _changes(database)
        database.execute("UPDATE assessments SET care_plan = ? WHERE id = ?", [plan, form.id])
        written.append(_changes(database) - before)
    assert written[1] > 1
    assert written[2] == 1, "the page itself"


def _changes(database: Database) -> int:
    row = database.row("SELECT total_changes() AS rows")
    assert row is not None
    return int(str(row["rows"]))
