"""An administrator looks through the trace, saves it, gives a citizen their part of it, and sees whether it holds."""

import json
import shutil
from datetime import date, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.export.csv_table import csv_bytes, guarded, unguarded
from needsform.models.assessment import Assessment
from needsform.models.audit import Action, Actor, Holding, TraceEntry, TraceQuery
from needsform.models.errors import InputError, Message, WorldError
from needsform.models.identity import LinkId, PatientId, PractitionerId
from needsform.models.patient import Patient
from needsform.services import reference_data, trace_keeping
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.trace_reading import PAGE, Review, Watch
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database, open_database
from tests.clock import COPENHAGEN, StandingClock
from tests.ward import CHEAP, PASSWORD, citizen, entropy

DANISH = reference_data.words("da")


def everything(review: Review) -> list[TraceEntry]:
    """All pages of a review, one after the other."""
    page = review.page()
    found = list(page.entries)
    while page.has_older:
        page = review.page(found[-1].seq)
        found += page.entries
    return found


def told(entries: list[TraceEntry]) -> list[Action]:
    """What happened, newest first."""
    return [entry.action for entry in entries]


@pytest.fixture
def busy(session: Session, draft: Assessment, clock: StandingClock) -> Session:
    """A session with three pages of ticks, a minute apart, on the form of Einer."""
    ticked = draft
    for number in range(3 * PAGE):
        clock.advance(timedelta(minutes=1))
        ticked = session.front_pages.set_answer(ticked, LinkId("fatigue.problem"), number % 2 == 0 or None)
    return session


# Looking ------------------------------------------------------------------------------------------------------------


def test_every_page_comes_once_and_in_order(busy: Session) -> None:
    found = everything(busy.trace.review(TraceQuery()))
    assert [entry.seq for entry in found] == list(range(len(found), 0, -1))
    assert [one.recorded_at >= other.recorded_at for one, other in pairwise(found)] == [True] * (len(found) - 1)
    assert found[0].action is Action.ANSWER  # the row of the review itself is not part of what is reviewed
    assert found[-1].action is Action.FOUND_STORE


def test_what_happens_meanwhile_does_not_shift_the_pages(busy: Session, einer: Patient) -> None:
    review = busy.trace.review(TraceQuery())
    first = review.page()
    busy.patients.get(einer.id)
    assert review.page() == first
    assert review.page(first.entries[-1].seq).entries[0].seq == first.entries[-1].seq - 1


def test_who_when_what_and_whom_are_told_by_name(busy: Session, einer: Patient) -> None:
    newest = busy.trace.review(TraceQuery()).page().entries[0]
    assert (newest.practitioner_name, newest.patient_name) == (busy.practitioner.name, einer.name)
    assert newest.recorded_at == datetime(2026, 11, 23, 13, 12, tzinfo=COPENHAGEN)
    assert newest.actor is Actor.STAFF


def test_only_what_is_looked_for_is_shown(busy: Session, einer: Patient, patients: dict[str, Patient]) -> None:
    max_ = patients["Max Test Berggren"]
    assert told(everything(busy.trace.review(TraceQuery(action=Action.START)))) == [Action.START]
    assert told(everything(busy.trace.review(TraceQuery(patient_id=max_.id)))) == [Action.REGISTER_PATIENT]
    assert len(everything(busy.trace.review(TraceQuery(action=Action.ANSWER)))) == 3 * PAGE
    assert everything(busy.trace.review(TraceQuery(patient_id=max_.id, action=Action.ANSWER))) == []
    karin = busy.practitioner.id
    assert len(everything(busy.trace.review(TraceQuery(practitioner_id=karin, action=Action.ANSWER)))) == 3 * PAGE
    assert everything(busy.trace.review(TraceQuery(practitioner_id=PractitionerId("mads")))) == []
    assert everything(busy.trace.review(TraceQuery(since=date(2026, 11, 24)))) == []
    assert everything(busy.trace.review(TraceQuery(until=date(2026, 11, 22)))) == []
    day = TraceQuery(since=date(2026, 11, 23), until=date(2026, 11, 23), practitioner_id=karin, patient_id=einer.id)
    assert len(everything(busy.trace.review(day))) > 3 * PAGE


def test_a_day_is_the_wards_day(session: Session, clock: StandingClock, einer: Patient) -> None:
    clock.advance(timedelta(hours=13, minutes=17))  # one minute to midnight
    session.patients.get(einer.id)
    clock.advance(timedelta(minutes=2))
    session.patients.correct(einer.id, citizen())
    today = everything(session.trace.review(TraceQuery(since=date(2026, 11, 24), until=date(2026, 11, 24))))
    assert told(today) == [Action.CORRECT_PATIENT]


def test_dates_that_cross_are_told_beside_the_field(session: Session) -> None:
    with pytest.raises(InputError) as error:
        session.trace.review(TraceQuery(since=date(2026, 2, 1), until=date(2026, 1, 1)))
    assert (error.value.message.message_id, error.value.field) == ("trace.dates_crossed", "until")


def test_a_sample_is_by_chance_and_of_what_is_looked_for(busy: Session) -> None:
    review, seed = busy.trace.sample(TraceQuery(action=Action.ANSWER))
    sample = review.sample(20, seed).entries
    assert len({entry.seq for entry in sample}) == 20
    assert {entry.action for entry in sample} == {Action.ANSWER}
    assert review.sample(20, seed).entries == sample
    assert review.sample(20, seed + 1).entries != sample
    assert len(review.sample(10_000, seed).entries) == 3 * PAGE
    assert busy.trace.sample(TraceQuery())[1] != seed


def test_every_row_has_the_same_chance(busy: Session) -> None:
    review, _ = busy.trace.sample(TraceQuery(action=Action.ANSWER))
    drawn = [entry.seq for seed in range(150) for entry in review.sample(10, seed).entries]
    first, last = min(drawn), max(drawn)
    halves = sum(1 for seq in drawn if seq <= (first + last) / 2)
    assert 0.42 < halves / len(drawn) < 0.58
    assert len(set(drawn)) > 0.99 * 3 * PAGE


# Out of the program -------------------------------------------------------------------------------------------------


def lines_of(table: bytes) -> list[list[str]]:
    """The cells of a saved table."""
    assert table.startswith(b"\xef\xbb\xbf")
    return [[cell[1:-1] for cell in line.split(";")] for line in table.decode("utf-8-sig").splitlines()]


def test_the_saved_table_tells_all_and_ends_with_the_end_of_the_chain(
    busy: Session, database: Database, tmp_path: Path
) -> None:
    review = busy.trace.to_save(TraceQuery())
    table = review.rendered(DANISH, Watch())
    heads, *lines, end = lines_of(table)
    said = ["Nr.", "Tidspunkt", "Hvem", "Handling", "Borgerens nummer i databasen", "Detaljer", "Ur", "Kædeled"]
    assert heads == said
    rows = database.rows("SELECT seq, recorded_at, hash FROM audit_events ORDER BY seq")
    assert [(int(line[0]), line[1], line[7]) for line in lines] == [tuple(row.values()) for row in rows]
    assert (end[0], end[7]) == (lines[-1][0], lines[-1][7])
    assert "Lauridsen" not in table.decode()  # a citizen is a number outside the store
    assert "fatigue" not in table.decode()  # which lines were answered is illness
    busy.trace.save_table(review, table, tmp_path / "log.csv")
    assert (tmp_path / "log.csv").read_bytes() == table


def test_a_table_that_cannot_be_written_leaves_a_row_that_says_so(
    session: Session, tmp_path: Path, database: Database
) -> None:
    review = session.trace.to_save(TraceQuery())
    with pytest.raises(WorldError):
        session.trace.save_table(review, b"x", tmp_path / "nowhere" / "log.csv")
    last = database.row("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert last == {"action": "export_failed", "detail": "reason=file.no_folder"}
    assert database.row("SELECT 1 FROM audit_events WHERE action = 'export_trace'") is None


def test_saving_can_be_stopped(busy: Session) -> None:
    watch = Watch()
    watch.stop()
    with pytest.raises(WorldError) as error:
        busy.trace.to_save(TraceQuery()).rendered(DANISH, watch)
    assert error.value.message.message_id == "trace.stopped"


NASTY = st.text(alphabet=st.sampled_from("=+-@＝＋－＠'\t\r\n\0 ;,\"aæ1|"), max_size=12) | st.text(max_size=20)


@given(st.lists(NASTY, min_size=1, max_size=4))
def test_no_cell_is_run_by_a_spreadsheet_and_none_is_lost(cells: list[str]) -> None:
    table = csv_bytes(("a",) * len(cells), [cells]).decode("utf-8-sig")
    line = table.partition("\r\n")[2]
    for separator in (";", ",", "\n", "\t", "\r"):
        for piece in line.split(separator):
            assert not piece.removeprefix('"').lstrip(" \u00a0").startswith(tuple("=+-@＝＋－＠")), piece
    assert [unguarded(guarded(cell)) for cell in cells] == cells


def text_of(pdf: bytes) -> str:
    """What stands on the pages."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)
    finally:
        document.close()


# What the citizen gets ----------------------------------------------------------------------------------------------


def test_the_citizens_extract_says_when_and_what_and_never_who_of_the_staff(
    busy: Session, einer: Patient, draft: Assessment, unlocked: Unlocked
) -> None:
    busy.hand_to_citizen(draft.id)
    busy.take_back(unlocked)
    busy.patients.find("Max")
    pdf = busy.trace.extract(einer.id, busy.site, DANISH).rendered()
    text = " ".join(text_of(pdf).split())
    assert "Brugen af dine oplysninger" in text
    assert "Einer Test Lauridsen · 020160-9995" in text
    assert "Der blev svaret på skemaet (150 gange)" in text
    assert "Skærmen blev givet til borgeren" in text
    assert busy.practitioner.name not in text
    assert busy.practitioner.login not in text
    assert "Max" not in text
    assert "Søgning" not in text


def test_an_extract_for_nobody_who_is_known_is_refused(session: Session) -> None:
    with pytest.raises(WorldError) as error:
        session.trace.extract(PatientId("nobody"), session.site, DANISH)
    assert error.value.message.message_id == "patient.unknown"


# Whether it holds ---------------------------------------------------------------------------------------------------


def test_verifying_reads_every_row_and_can_be_stopped(busy: Session) -> None:
    watch = Watch()
    verdict = busy.trace.verification().run(watch)
    assert verdict.holds
    assert verdict.rows == watch.read > 3 * PAGE
    watch.stop()
    with pytest.raises(WorldError) as error:
        busy.trace.verification().run(watch)
    assert error.value.message.message_id == "trace.stopped"


def test_verifying_finds_a_row_that_was_altered(busy: Session, database: Database) -> None:
    database.execute("DROP TRIGGER audit_events_are_kept")
    database.execute("UPDATE audit_events SET practitioner_id = 'somebody else' WHERE seq = 9")
    verdict = busy.trace.verification().run(Watch())
    assert (verdict.holds, verdict.first_broken) == (False, 9)
    busy.trace.record_verdict(verdict)
    last = busy.trace.review(TraceQuery(action=Action.VERIFY_TRACE)).page().entries[0]
    assert last.detail.endswith("broken")


@pytest.fixture
def yesterday(access: Access, unlocked: Unlocked, folder: Path, tmp_path: Path) -> Path:
    """A copy of the store as it was before today's work; afterwards there was work, and the program was locked."""
    access.open(unlocked).close()
    copy = tmp_path / "yesterday.db"
    shutil.copy(folder / "needsform.db", copy)
    today = access.open(unlocked)
    today.patients.register(citizen())
    today.close()
    return copy


def findings(access: Access, unlocked: Unlocked) -> list[Message]:
    """What staff hears on opening the store."""
    session = access.open(unlocked)
    heard = session.take_findings()
    assert session.take_findings() == ()
    session.close()
    return list(heard)


@pytest.mark.usefixtures("yesterday")
def test_an_ordinary_morning_has_no_warning(access: Access, unlocked: Unlocked) -> None:
    assert [findings(access, unlocked) for _ in range(3)] == [[], [], []]


def test_yesterdays_store_in_place_of_todays_is_told_with_what_is_missing(
    access: Access, unlocked: Unlocked, folder: Path, yesterday: Path
) -> None:
    shutil.copy(yesterday, folder / "needsform.db")
    (heard,) = findings(access, unlocked)
    assert heard.message_id == "trace.rows_missing"
    assert {name: heard.parameters[name] for name in ("first", "last", "count")} == {
        "first": "4",
        "last": "6",
        "count": "3",
    }
    assert heard.parameters["at"] == "2026-11-23 10:42"
    assert findings(access, unlocked) == []  # told once; the trace keeps it
    session = access.open(unlocked)
    (fault,) = everything(session.trace.review(TraceQuery(action=Action.TRACE_FAULT)))
    assert (fault.actor, fault.detail) == (Actor.PROGRAM, "rows_missing numbers=4-6")
    assert session.trace.verification().run(Watch()).holds
    session.close()


def test_a_cut_tail_is_told(access: Access, unlocked: Unlocked, folder: Path, yesterday: Path) -> None:
    assert yesterday.exists()
    store = open_database(folder / "needsform.db", unlocked.key)
    store.execute("DROP TRIGGER audit_events_are_kept_whole")
    store.execute("DELETE FROM audit_events WHERE seq = 6")
    store.close()
    (heard,) = findings(access, unlocked)
    assert (heard.message_id, heard.parameters["count"]) == ("trace.rows_missing", "1")


def test_another_history_of_the_same_length_is_told(
    access: Access, unlocked: Unlocked, folder: Path, yesterday: Path
) -> None:
    anchor = (folder / "needsform.anchor.json").read_bytes()
    shutil.copy(yesterday, folder / "needsform.db")
    access.open(unlocked).close()
    access.open(unlocked).close()
    (folder / "needsform.anchor.json").write_bytes(anchor)
    assert [heard.message_id for heard in findings(access, unlocked)] == ["trace.another_history"]


@pytest.mark.usefixtures("yesterday")
def test_an_anchor_that_is_gone_or_altered_is_told(access: Access, unlocked: Unlocked, folder: Path) -> None:
    anchor = folder / "needsform.anchor.json"
    anchor.unlink()
    assert [heard.message_id for heard in findings(access, unlocked)] == ["trace.anchor_missing"]
    anchor.write_text(json.dumps(json.loads(anchor.read_text()) | {"seq": 2}))
    assert [heard.message_id for heard in findings(access, unlocked)] == ["trace.anchor_altered"]
    anchor.write_bytes(b"{}")
    assert [heard.message_id for heard in findings(access, unlocked)] == ["trace.anchor_altered"]


def test_a_program_that_is_killed_is_not_suspected(
    access: Access, unlocked: Unlocked, folder: Path, tmp_path: Path
) -> None:
    """Whenever it is killed: the folder as it lies after each act opens without a warning."""
    session = access.open(unlocked)
    acts = (
        lambda: None,
        lambda: session.patients.register(citizen()),
        lambda: session.patients.find("Einer"),
        session.close,
    )
    for number, act in enumerate(acts):
        act()
        killed = tmp_path / f"killed-{number}"
        shutil.copytree(folder, killed, ignore=shutil.ignore_patterns("*.lock"))
        next_morning = Access(killed, StandingClock(datetime(2026, 11, 23, 11, tzinfo=COPENHAGEN)), entropy(), CHEAP)
        assert findings(next_morning, unlocked) == []
        next_morning.leave()


def test_a_first_opening_that_was_cut_off_before_its_anchor_is_not_suspected(
    access: Access, unlocked: Unlocked, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise WorldError("file.disk_full")

    with monkeypatch.context() as disk:
        disk.setattr(trace_keeping, "drop_anchor", full)
        access.open(unlocked).close()
    assert not (folder / "needsform.anchor.json").exists()
    assert findings(access, unlocked) == []


# At the closed door ------------------------------------------------------------------------------------------------


def test_what_was_tried_at_the_closed_door_is_in_the_trace_when_it_opens(
    unlocked: Unlocked, clock: StandingClock, folder: Path
) -> None:
    access = Access(folder, clock, entropy(), CHEAP, uptime=lambda: clock().timestamp())
    access.open(unlocked).close()
    for login, password in (("karin", "a wrong one"), ("hemmelig1234", "typed in the wrong field")):
        clock.advance(timedelta(hours=2))
        with pytest.raises(InputError):
            access.unlock(login, password)
    clock.advance(timedelta(hours=2))
    with pytest.raises(InputError):
        access.recover("0000-0000", "karin", "a new password")
    clock.advance(timedelta(hours=2))
    session = access.open(access.unlock("karin", PASSWORD))
    tried = everything(session.trace.review(TraceQuery(action=Action.UNLOCK_FAILED)))
    assert [(entry.actor, entry.practitioner_name, entry.detail) for entry in reversed(tried)] == [
        (Actor.UNKNOWN, session.practitioner.name, "password at=2026-11-23T12:42:00+01:00"),
        (Actor.UNKNOWN, "", "password at=2026-11-23T14:42:00+01:00"),
        (Actor.UNKNOWN, "", "recovery_key at=2026-11-23T16:42:00+01:00"),
    ]
    assert session.take_findings() == ()
    session.close()
    session = access.open(unlocked)
    assert len(everything(session.trace.review(TraceQuery(action=Action.UNLOCK_FAILED)))) == 3
    session.close()
    access.leave()


def test_a_list_of_tries_that_somebody_cleaned_is_told(access: Access, unlocked: Unlocked, folder: Path) -> None:
    access.open(unlocked).close()
    door = folder / "needsform.door.json"
    clean = json.loads(door.read_text())
    with pytest.raises(InputError):
        access.unlock("karin", "a wrong one")
    door.write_text(json.dumps(json.loads(door.read_text()) | {"tries": clean["tries"]}))
    assert [heard.message_id for heard in findings(access, unlocked)] == ["trace.door_list_altered"]
    assert findings(access, unlocked) == []


# The clock -----------------------------------------------------------------------------------------------------------


def test_a_clock_that_is_put_back_is_told_and_in_the_row(access: Access, unlocked: Unlocked, folder: Path) -> None:
    access.open(unlocked).close()
    access.leave()
    earlier = Access(folder, StandingClock(datetime(2026, 11, 23, 10, 30, tzinfo=COPENHAGEN)), entropy(), CHEAP)
    assert findings(earlier, unlocked) == [Message("trace.clock_back")]
    earlier.leave()
    much_later = Access(folder, StandingClock(datetime(2027, 1, 23, 10, 30, tzinfo=COPENHAGEN)), entropy(), CHEAP)
    assert findings(much_later, unlocked) == [Message("trace.clock_ahead")]
    much_later.leave()


# How long it is kept ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("months", [0, 5, 121, -1])
def test_it_is_kept_between_half_a_year_and_ten_years(session: Session, months: int) -> None:
    assert session.trace.months_kept() == 24
    with pytest.raises(InputError) as error:
        session.trace.keep_for(months)
    assert (error.value.message.message_id, error.value.field) == ("trace.months", "months")
    session.trace.keep_for(36)
    assert session.trace.months_kept() == 36


def test_old_rows_go_by_themselves_when_the_store_is_opened_and_the_rest_still_holds(
    access: Access, unlocked: Unlocked, folder: Path, database: Database
) -> None:
    assert database.row("SELECT min(seq) AS first FROM audit_events") == {"first": 1}
    access.leave()
    clock = StandingClock(datetime(2026, 11, 24, tzinfo=COPENHAGEN))
    later = Access(folder, clock, entropy(), CHEAP)
    for _ in range(27):  # a ward that works every month
        clock.advance(timedelta(days=29))
        later.open(unlocked).close()
    session = later.open(unlocked)
    review = everything(session.trace.review(TraceQuery()))
    assert review[-1].seq > 1
    assert review[-1].recorded_at > clock() - timedelta(days=24 * 31)
    (gone, *_) = everything(session.trace.review(TraceQuery(action=Action.DELETE_TRACE)))
    assert gone.actor is Actor.PROGRAM
    verdict = session.trace.verification().run(Watch())
    assert verdict.holds
    assert verdict.anchorage.holding is Holding.HOLDS
    assert session.trace.delete_due() == 0
    clock.advance(timedelta(days=29))
    assert session.trace.delete_due() > 0
    assert session.trace.verification().run(Watch()).holds
    session.close()
    assert findings(later, unlocked) == []
    later.leave()


def test_a_failed_sheet_leaves_a_row_that_says_so(
    session: Session, einer: Patient, draft: Assessment, tmp_path: Path
) -> None:
    content = session.documents.content(einer, draft)
    with pytest.raises(WorldError):
        session.documents.save_pdf(content, b"%PDF", tmp_path / "nowhere" / "sheet.pdf")
    last = session.trace.review(TraceQuery()).page().entries[0]
    assert (last.action, last.detail) == (Action.EXPORT_FAILED, "reason=file.no_folder")
    assert (last.patient_id, last.assessment_id) == (einer.id, draft.id)
