"""Indicators over a real store: counted, led back, written out, added up; each act leaves its row and no name."""

import json
import shutil
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from needsform.models.assessment import Assessment
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.indicator import OF_WHOLE_SITE, Indicator
from needsform.models.indicator_counts import IndicatorCounts, IndicatorQuery, shown_tables
from needsform.models.indicator_file import LARGEST_FILE
from needsform.services.access import Access
from needsform.services.indicators import PAGE
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database
from tests.clock import StandingClock
from tests.random_site import fill
from tests.ward import CHEAP, citizen, entropy, first_talk

YEAR = IndicatorQuery(since=date(2026, 1, 1), until=date(2026, 12, 31))


def told(database: Database, action: str) -> list[str]:
    rows = database.rows("SELECT detail FROM audit_events WHERE action = ? ORDER BY seq", [action])
    return [str(row["detail"]) for row in rows]


def counted(session: Session, query: IndicatorQuery = YEAR) -> IndicatorCounts:
    return session.indicators.counting(query).run()


def test_a_form_that_begins_is_counted_and_leads_to_its_citizen(session: Session, database: Database) -> None:
    einer = session.patients.register(citizen())
    session.assessments.start(einer, first_talk())
    counts = counted(session)
    assert (counts.of(Indicator.OFFERED), counts.of(Indicator.WITH_CITIZEN)) == (1, 1)
    assert counts.sites == ("Test Universitetshospital",)
    page = session.indicators.behind(Indicator.WITH_CITIZEN, YEAR).page(0)
    (row,) = page.rows
    assert (row.patient_id, row.patient_name, row.unit) == (einer.id, einer.name, "Kræftafdelingen")
    assert not page.has_older
    assert told(database, "count_indicators") == [""]
    assert told(database, "list_indicator") == ["indicator=with_citizen"]


def test_many_rows_come_by_the_page(session: Session, database: Database) -> None:
    fill(database, Random(5), forms=2 * PAGE)
    behind = session.indicators.behind(Indicator.OFFERED, YEAR)
    first, second = behind.page(0), behind.page(1)
    assert (len(first.rows), first.has_older) == (PAGE, True)
    assert len(first.rows) + len(second.rows) == counted(session).of(Indicator.OFFERED)
    assert not second.has_older


def test_one_unit_has_its_forms_and_no_cases(session: Session, database: Database) -> None:
    fill(database, Random(6))
    assert session.indicators.units() == ("Kirurgisk afdeling", "Kræftafdelingen")
    whole, one = counted(session), counted(session, YEAR.model_copy(update={"unit": "Kræftafdelingen"}))
    assert 0 < one.of(Indicator.OFFERED) < whole.of(Indicator.OFFERED)
    assert (one.of(Indicator.INFORMED), one.of(Indicator.BEGUN)) == (0, 0)
    assert whole.of(Indicator.INFORMED) > 0


def test_a_period_that_ends_before_it_begins_is_not_counted(session: Session) -> None:
    with pytest.raises(InputError, match=r"indicators\.dates_crossed"):
        session.indicators.counting(IndicatorQuery(since=YEAR.until, until=YEAR.since))


def test_nobody_but_an_administrator_sees_figures_because_they_lead_to_names(
    session: Session, draft: Assessment
) -> None:
    session.hand_to_citizen(draft.id)
    with pytest.raises(PermissionDenied):
        session.indicators.counting(YEAR)


def test_what_is_saved_leaves_a_row_and_what_cannot_be_saved_another(
    session: Session, database: Database, tmp_path: Path
) -> None:
    session.indicators.save(b"figures", tmp_path / "indikatorer.csv")
    assert (tmp_path / "indikatorer.csv").read_bytes() == b"figures"
    assert told(database, "export_indicators") == [""]
    with pytest.raises(WorldError):
        session.indicators.save(b"figures", tmp_path / "nowhere" / "indikatorer.csv")
    assert told(database, "export_indicators") == [""]
    assert len(told(database, "export_failed")) == 1


# Files ----------------------------------------------------------------------------------------------------------------


@pytest.fixture
def saved(session: Session, database: Database, tmp_path: Path) -> Path:
    """This store's own figures as a file."""
    fill(database, Random(7))
    path = tmp_path / "a.json"
    path.write_bytes(session.indicators.file(counted(session)))
    return path


@pytest.fixture
def elsewhere(tmp_path: Path, founded_once: tuple[Path, Unlocked], clock: StandingClock) -> Path:
    """The figures of another store."""
    original, key = founded_once
    shutil.copytree(original, tmp_path / "elsewhere")
    door = Access(tmp_path / "elsewhere", clock, entropy(99), CHEAP)
    there = door.open(key)
    there.assessments.start(there.patients.register(citizen()), first_talk())
    path = tmp_path / "b.json"
    path.write_bytes(there.indicators.file(counted(there)))
    there.close()
    door.leave()
    return path


def test_files_of_two_stores_are_added_up_and_each_counts_once(
    session: Session, saved: Path, elsewhere: Path, tmp_path: Path, database: Database
) -> None:
    again = tmp_path / "copy of a.json"
    again.write_bytes(saved.read_bytes())
    added = session.indicators.add_up([saved, elsewhere, again])
    assert added.counts is not None
    own = counted(session)
    assert added.counts.of(Indicator.OFFERED) == own.of(Indicator.OFFERED) + 1
    assert added.counts.of(Indicator.INFORMED) == own.of(Indicator.INFORMED)
    assert len(added.counts.sites) == 2
    assert [(name, message.message_id) for name, message in added.left_out] == [
        ("copy of a.json", "indicator_file.twice")
    ]
    assert "found=3" in told(database, "count_indicators")


def test_the_newest_file_of_a_store_is_the_one_that_counts(
    session: Session, saved: Path, tmp_path: Path, clock: StandingClock
) -> None:
    einer = session.patients.find("Einer")[0]
    before = counted(session).of(Indicator.OFFERED)
    clock.advance(timedelta(minutes=5))
    session.assessments.start(session.patients.get(einer.id), first_talk())
    newer = tmp_path / "newer.json"
    newer.write_bytes(session.indicators.file(counted(session)))
    for order in ([saved, newer], [newer, saved]):
        added = session.indicators.add_up(order)
        assert added.counts is not None
        assert added.counts.of(Indicator.OFFERED) == before + 1
        assert [name for name, _ in added.left_out] == ["a.json"]


def test_a_unit_is_not_added_to_its_own_whole_but_to_another_unit(
    session: Session, saved: Path, tmp_path: Path
) -> None:
    paths: list[Path] = []
    for unit in session.indicators.units():
        path = tmp_path / f"{len(paths)}.json"
        path.write_bytes(session.indicators.file(counted(session, YEAR.model_copy(update={"unit": unit}))))
        paths.append(path)
    both = session.indicators.add_up(paths)
    assert both.left_out == ()
    whole = session.indicators.add_up([*paths, saved])
    assert {message.message_id for _, message in whole.left_out} == {"indicator_file.within"}
    assert whole.counts is not None
    assert both.counts is not None
    assert both.counts.query.unit is None
    assert both.counts.units == session.indicators.units(), "and not the whole place"
    assert len(both.counts.sites) == 1
    told = {table.table.kind for table in shown_tables(both.counts, hides_small=False)}
    assert not told & OF_WHOLE_SITE, "nobody has counted cases and courses"
    assert whole.counts.of(Indicator.OFFERED) == counted(session).of(Indicator.OFFERED)
    assert both.counts.of(Indicator.OFFERED) < whole.counts.of(Indicator.OFFERED), "some forms name no unit"


def test_another_period_is_not_added(session: Session, saved: Path, tmp_path: Path) -> None:
    other = tmp_path / "march.json"
    march = IndicatorQuery(since=date(2026, 3, 1), until=date(2026, 3, 31))
    other.write_bytes(session.indicators.file(counted(session, march)))
    added = session.indicators.add_up([saved, other])
    assert [message.message_id for _, message in added.left_out] == ["indicator_file.other_period"]
    assert added.counts is not None
    assert added.counts.query == YEAR


def test_a_file_names_nobody_and_holds_counts_alone(saved: Path) -> None:
    said = json.loads(saved.read_bytes())
    assert set(said) == {
        "format", "site", "unit", "since", "until", "countedOn", "savedAt", "counts", "publicKey", "signature",
    }  # fmt: skip
    assert set(said["counts"]) == {indicator.value for indicator in Indicator}
    assert "Test Lauridsen" not in saved.read_text("utf-8")


@pytest.mark.parametrize("place", ["site", "since", "savedAt", "counts"])
def test_whoever_changes_a_file_is_found_out(session: Session, saved: Path, place: str) -> None:
    said = json.loads(saved.read_bytes())
    said[place] = {
        "site": "Another",
        "since": "2025-01-01",
        "savedAt": "2027-01-01T00:00:00+01:00",
        "counts": {**said["counts"], "offered": 1},
    }[place]
    saved.write_text(json.dumps(said), encoding="utf-8")
    added = session.indicators.add_up([saved])
    assert added.counts is None
    assert [message.message_id for _, message in added.left_out] == ["indicator_file.altered"]


@pytest.mark.parametrize(
    "data",
    [
        b"[]",
        b"{}",
        b'{"format": "urn:needsform:indicators:1"}',
        b'{"format": "urn:needsform:indicators:1", "signature": 7, "publicKey": "?", "savedAt": "now", "counts": []}',
        b" " * (LARGEST_FILE - 1) + b"{}",
    ],
)
def test_what_is_no_such_file_is_refused_by_name(session: Session, tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(data)
    added = session.indicators.add_up([path, tmp_path / "missing.json"])
    assert added.counts is None
    refused = [message.message_id for _, message in added.left_out]
    assert refused[1] == "file.not_found"
    assert refused[0] in ("indicator_file.refused", "file.too_large")
