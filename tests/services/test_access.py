"""The door: the first morning, every morning, the forgotten password, and the power cut on the threshold."""

import itertools
import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from needsform.models.errors import InputError, NeedsformError, WorldError
from needsform.models.practitioner import Role
from needsform.models.site import Site, SiteKind
from needsform.services.access import Access
from needsform.services.founding import FirstRun
from needsform.services.key_ring import SHORTEST_PASSWORD
from needsform.services.store_state import StoreState, store_state
from needsform.services.unlocked import Unlocked
from needsform.storage.database import open_database
from tests.clock import StandingClock
from tests.disk import needs_file_limits, no_file_beyond
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, citizen, entropy, found_store

IN_FORCE = {
    "needsform.anchor.json",
    "needsform.db",
    "needsform.door.json",
    "needsform.keys.json",
    "needsform.lock",
    "needsform.tries.json",
}
"""What lies in the folder of a store that nobody has open."""


def heard(error: pytest.ExceptionInfo[NeedsformError]) -> str:
    """What the user hears."""
    return error.value.message.message_id


def names_in(folder: Path) -> set[str]:
    """Everything that lies in a folder."""
    return {entry.name for entry in folder.iterdir()}


def acts(access: Access, unlocked: Unlocked, folder: Path) -> list[str]:
    """What the trace tells, oldest first; nobody may have the store open."""
    access.leave()
    database = open_database(folder / "needsform.db", unlocked.key)
    rows = database.rows("SELECT action FROM audit_events ORDER BY seq")
    database.close()
    return [str(row["action"]) for row in rows]


# The first morning ----------------------------------------------------------------------------------------------------


def test_on_the_first_morning_a_store_is_made_and_opened(access: Access, folder: Path) -> None:
    assert access.state() is StoreState.ABSENT
    founding = access.found(FIRST_RUN)
    unlocked = access.confirm(founding)
    assert access.state() is StoreState.READY
    session = access.open(unlocked)
    assert session.site == FIRST_RUN.site
    assert session.practitioner.name == "Karin Prøve"
    assert session.practitioner.role is Role.ADMINISTRATOR
    assert session.practitioner.signature().phone == "+45 70 00 00 00"
    session.close()
    assert acts(access, unlocked, folder) == ["found_store", "log_in", "lock"]
    assert names_in(folder) == IN_FORCE


def test_a_first_run_that_is_broken_off_leaves_nothing_in_force_and_can_begin_again(
    access: Access, folder: Path, clock: StandingClock
) -> None:
    access.found(FIRST_RUN)
    access.leave()
    assert access.state() is StoreState.ABSENT
    with pytest.raises(WorldError) as error:
        access.unlock("karin", PASSWORD)
    assert heard(error) == "keys.missing"

    again = Access(folder, clock, entropy(5), CHEAP)
    unlocked = again.confirm(again.found(replace(FIRST_RUN, login="mads", name="Mads Måske")))
    session = again.open(unlocked)
    assert session.practitioner.name == "Mads Måske"
    session.close()
    again.leave()
    assert names_in(folder) == IN_FORCE


@pytest.mark.parametrize(
    ("told", "sentence", "field"),
    [
        (replace(FIRST_RUN, site=Site(name=" ", kind=SiteKind.HOSPITAL)), "first_run.site_missing", "site"),
        (replace(FIRST_RUN, name="  "), "first_run.name_missing", "name"),
        (replace(FIRST_RUN, login="\u200e "), "first_run.login_missing", "login"),
        (replace(FIRST_RUN, password="x" * (SHORTEST_PASSWORD - 1)), "password.too_short", "password"),
    ],
)
def test_what_is_missing_on_the_first_morning_is_said_beside_its_field(
    access: Access, folder: Path, told: FirstRun, sentence: str, field: str
) -> None:
    with pytest.raises(InputError) as error:
        access.found(told)
    assert (heard(error), error.value.field) == (sentence, field)
    assert not folder.exists()


def test_a_store_that_is_there_is_never_begun_anew(access: Access, unlocked: Unlocked, folder: Path) -> None:
    before = (folder / "needsform.db").read_bytes()
    with pytest.raises(WorldError) as error:
        access.found(FIRST_RUN)
    assert heard(error) == "store.exists"
    assert (folder / "needsform.db").read_bytes() == before
    access.open(unlocked).close()


@pytest.mark.parametrize(
    ("lost", "left", "state"),
    [
        (["needsform.keys.json"], "needsform.db", StoreState.KEYS_MISSING),
        (["needsform.db"], "needsform.keys.json", StoreState.STORE_MISSING),
        (["needsform.db", "needsform.keys.json"], "needsform.db-wal", StoreState.STORE_MISSING),
    ],
)
@pytest.mark.usefixtures("unlocked")
def test_half_a_store_is_told_and_never_begun_anew(
    access: Access, folder: Path, lost: list[str], left: str, state: StoreState
) -> None:
    for name in lost:
        (folder / name).unlink()
    (folder / left).touch()
    assert access.state() is store_state(folder) is state
    with pytest.raises(WorldError) as error:
        access.found(FIRST_RUN)
    assert heard(error) == "store.exists"
    assert names_in(folder) - {"needsform.lock", "needsform.tries.json"} <= {
        left,
        "needsform.keys.json",
        "needsform.db",
    } - set(lost)


@pytest.mark.usefixtures("unlocked")
def test_a_lost_store_is_missing_even_to_somebody_with_the_key(access: Access, folder: Path) -> None:
    (folder / "needsform.db").unlink()
    with pytest.raises(WorldError) as error:
        access.open(access.unlock("karin", PASSWORD))
    assert heard(error) == "store.missing"
    assert not (folder / "needsform.db").exists()


def test_a_folder_that_cannot_be_looked_into_is_told(tmp_path: Path) -> None:
    with pytest.raises(WorldError) as error:
        store_state(tmp_path / ("x" * 300))
    assert heard(error) == "file.no_permission"


@pytest.mark.parametrize("cut_off_after", [0, 1])
def test_a_power_cut_while_the_store_comes_into_force_leaves_it_out_of_force_or_in_force(
    access: Access, folder: Path, clock: StandingClock, cut_off_after: int
) -> None:
    founding = access.found(FIRST_RUN)
    if cut_off_after:
        (folder / "needsform.keys.json.unconfirmed").rename(folder / "needsform.keys.json")
    access.leave()

    next_day = Access(folder, clock, entropy(), CHEAP)
    assert next_day.state() is (StoreState.READY if cut_off_after else StoreState.ABSENT)
    if cut_off_after:
        unlocked = next_day.unlock("karin", PASSWORD)
        assert unlocked.key == founding.key
        next_day.open(unlocked).close()
    else:
        next_day.confirm(next_day.found(FIRST_RUN))
    assert next_day.state() is StoreState.READY
    assert not [name for name in names_in(folder) if "unconfirmed" in name]
    next_day.leave()


def test_confirming_a_second_time_completes_what_could_not_be_renamed(access: Access, folder: Path) -> None:
    founding = access.found(FIRST_RUN)
    in_the_way = folder / "needsform.db"
    in_the_way.mkdir()
    with pytest.raises(WorldError):
        access.confirm(founding)
    in_the_way.rmdir()
    access.open(access.confirm(founding)).close()


@needs_file_limits
def test_on_a_disk_that_takes_no_more_the_first_run_says_so_and_can_begin_again(access: Access, folder: Path) -> None:
    with no_file_beyond(40_000), pytest.raises(WorldError) as error:
        access.found(FIRST_RUN)
    assert heard(error) == "store.io_error"
    assert access.state() is StoreState.ABSENT
    access.open(access.confirm(access.found(FIRST_RUN))).close()
    assert names_in(folder) == IN_FORCE


def test_leftovers_of_a_first_run_beside_a_store_in_force_are_taken_away(
    access: Access, unlocked: Unlocked, folder: Path
) -> None:
    for name in ("needsform.db.unconfirmed", "needsform.keys.json.unconfirmed", ".needsform-x.part"):
        (folder / name).touch()
    access.open(unlocked).close()
    assert names_in(folder) == IN_FORCE


# Every morning --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("login", ["karin", "Karin", " KARIN "])
def test_the_right_password_opens(access: Access, unlocked: Unlocked, login: str) -> None:
    assert access.unlock(login, PASSWORD) == unlocked


@pytest.mark.parametrize(("login", "password"), [("karin", PASSWORD + " "), ("karin", ""), ("mads", PASSWORD)])
@pytest.mark.usefixtures("unlocked")
def test_a_wrong_password_opens_nothing_and_does_not_tell_which_was_wrong(
    access: Access, login: str, password: str
) -> None:
    with pytest.raises(InputError) as error:
        access.unlock(login, password)
    assert (heard(error), error.value.field) == ("unlock.wrong", "password")


def test_no_secret_stands_in_what_a_fault_report_would_print(access: Access) -> None:
    founding = access.found(FIRST_RUN)
    unlocked = access.confirm(founding)
    printed = repr((FIRST_RUN, founding, unlocked))
    assert "karin" in printed
    assert [s for s in (PASSWORD, founding.recovery_key, repr(unlocked.key)) if s in printed] == []


def test_the_key_of_another_store_opens_nothing(access: Access, unlocked: Unlocked, folder: Path) -> None:
    before = (folder / "needsform.db").read_bytes()
    with pytest.raises(WorldError) as error:
        access.open(replace(unlocked, key=bytes(32)))
    assert heard(error) == "store.wrong_key_or_damaged"
    assert (folder / "needsform.db").read_bytes() == before
    access.open(unlocked).close()


def test_key_file_and_store_of_two_sites_do_not_fit(
    unlocked: Unlocked, folder: Path, tmp_path: Path, clock: StandingClock
) -> None:
    patient = itertools.count(step=100).__next__  # a hundred seconds pass whenever somebody looks
    access = Access(folder, clock, entropy(), CHEAP, patient)
    found_store(tmp_path / "other", clock)
    data = json.loads((folder / "needsform.keys.json").read_bytes())
    other = json.loads((tmp_path / "other" / "needsform.keys.json").read_bytes())
    other["store"] = "another"
    (folder / "needsform.keys.json").write_text(json.dumps(other), encoding="utf-8")
    with pytest.raises(InputError) as error:
        access.unlock("karin", PASSWORD)
    assert heard(error) == "unlock.wrong"
    (folder / "needsform.keys.json").write_text(json.dumps(data), encoding="utf-8")
    assert access.unlock("karin", PASSWORD) == unlocked
    access.leave()


def test_somebody_who_has_left_does_not_come_in_with_the_old_password(
    access: Access, unlocked: Unlocked, folder: Path
) -> None:
    database = open_database(folder / "needsform.db", unlocked.key)
    database.execute("UPDATE practitioners SET disabled_at = '2026-11-22'")
    database.close()
    with pytest.raises(InputError) as error:
        access.open(access.unlock("karin", PASSWORD))
    assert (heard(error), error.value.field) == ("unlock.disabled", "login")
    assert acts(access, unlocked, folder) == ["found_store", "unlock_failed"]


def test_a_second_program_is_kept_out_from_the_door_and_not_from_the_store(
    access: Access, unlocked: Unlocked, folder: Path, clock: StandingClock
) -> None:
    session = access.open(unlocked)
    second = Access(folder, clock, entropy(), CHEAP)
    with pytest.raises(WorldError) as error:
        second.open(unlocked)
    assert heard(error) == "store.in_use"
    session.close()
    with pytest.raises(WorldError) as error:  # the first is only locked, and will come back
        second.open(unlocked)
    assert heard(error) == "store.in_use"
    access.leave()
    second.open(unlocked).close()
    second.leave()
    access.leave()


def test_locking_and_unlocking_all_day_keeps_the_store(access: Access, unlocked: Unlocked, folder: Path) -> None:
    for _ in range(5):
        access.open(unlocked).close()
    assert acts(access, unlocked, folder) == ["found_store", *["log_in", "lock"] * 5]


def test_a_store_from_a_newer_program_is_left_alone(access: Access, unlocked: Unlocked, folder: Path) -> None:
    database = open_database(folder / "needsform.db", unlocked.key)
    database.execute("INSERT INTO _sqlite_migrations (migration_set, name) VALUES ('needsform', 'second_floor')")
    database.close()
    before = (folder / "needsform.db").read_bytes()
    with pytest.raises(WorldError) as error:
        access.open(unlocked)
    assert heard(error) == "store.newer"
    assert (folder / "needsform.db").read_bytes() == before


def test_after_a_bad_end_every_page_is_read_before_anybody_gets_in(
    access: Access, unlocked: Unlocked, folder: Path, tmp_path: Path, clock: StandingClock
) -> None:
    session = access.open(unlocked)
    for number in range(40):
        session.patients.register(citizen(cpr=f"02016{number:02}995"))
    session.close()
    session = access.open(unlocked)
    session.patients.get(session.patients.find("0201600995")[0].id)
    after_power_cut = tmp_path / "after" / "needsform"
    shutil.copytree(folder, after_power_cut)
    session.close()

    cut_off = Access(after_power_cut, clock, entropy(), CHEAP)
    cut_off.open(unlocked).close()  # nothing is wrong with it

    shutil.copy(folder / "needsform.db", after_power_cut)
    store = bytearray((after_power_cut / "needsform.db").read_bytes())
    store[-100] ^= 1
    (after_power_cut / "needsform.db").write_bytes(store)
    (after_power_cut / "needsform.db-wal").write_bytes(b"\0" * 32)
    with pytest.raises(WorldError) as error:
        cut_off.open(unlocked)
    assert heard(error) == "store.damaged"


@needs_file_limits
def test_after_an_input_output_error_the_store_is_read_through_before_anybody_gets_in(
    access: Access, unlocked: Unlocked, folder: Path
) -> None:
    session = access.open(unlocked)
    for number in range(40):
        session.patients.register(citizen(cpr=f"02016{number:02}995"))
    with no_file_beyond(10), pytest.raises(WorldError) as error:
        session.patients.find("einer")
    assert heard(error) == "store.io_error"
    session.close()
    assert not (folder / "needsform.db-wal").exists()  # SQLite itself has put everything into the file
    store = bytearray((folder / "needsform.db").read_bytes())
    store[-100] ^= 1
    (folder / "needsform.db").write_bytes(store)
    with pytest.raises(WorldError) as error:
        access.open(unlocked)
    assert heard(error) == "store.damaged"


# The forgotten password -----------------------------------------------------------------------------------------------


def test_with_the_printed_key_a_forgotten_password_loses_nothing(
    access: Access, folder: Path, clock: StandingClock
) -> None:
    founding = access.found(FIRST_RUN)
    session = access.open(access.confirm(founding))
    einer = session.patients.register(citizen())
    session.close()
    access.leave()

    later = Access(folder, clock, entropy(9), CHEAP)
    unlocked = later.recover(founding.recovery_key.lower(), "Karin", "en ny lang adgangskode")
    session = later.open(unlocked)
    assert session.patients.get(einer.id) == einer
    session.close()
    assert later.unlock("karin", "en ny lang adgangskode").key == founding.key
    with pytest.raises(InputError) as error:
        later.unlock("karin", PASSWORD)
    assert heard(error) == "unlock.wrong"
    assert acts(later, unlocked, folder)[-4:] == ["lock", "recover", "read_patient", "lock"]


@pytest.mark.parametrize(
    ("key", "login", "password", "sentence", "field"),
    [
        ("0000-0000", "karin", "lang nok til alt", "unlock.recovery_wrong", "recovery_key"),
        (None, "mads", "lang nok til alt", "unlock.no_such_login", "login"),
        (None, "karin", "kort", "password.too_short", "password"),
    ],
)
def test_what_is_wrong_with_a_recovery_is_said_beside_its_field_and_changes_nothing(
    access: Access, folder: Path, key: str | None, login: str, password: str, sentence: str, field: str
) -> None:
    founding = access.found(FIRST_RUN)
    access.confirm(founding)
    before = (folder / "needsform.keys.json").read_bytes()
    with pytest.raises(InputError) as error:
        access.recover(key or founding.recovery_key, login, password)
    assert (heard(error), error.value.field) == (sentence, field)
    assert (folder / "needsform.keys.json").read_bytes() == before


@needs_file_limits
def test_a_recovery_that_the_disk_does_not_take_leaves_the_old_password(access: Access) -> None:
    founding = access.found(FIRST_RUN)
    access.confirm(founding)
    recovered = access.recover(founding.recovery_key, "karin", "en ny lang adgangskode")
    with no_file_beyond(100), pytest.raises(WorldError):
        access.open(recovered)
    assert access.unlock("karin", PASSWORD).key == founding.key
    with pytest.raises(InputError):
        access.unlock("karin", "en ny lang adgangskode")
