"""Another data key for the store: everybody comes in as before, and a power cut anywhere leaves one that opens."""

from pathlib import Path

import pytest

from needsform.models.errors import NeedsformError, PermissionDenied, WorldError
from needsform.models.practitioner import Role
from needsform.services import rekeying
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.staff import ChangedPassword, StaffDetails
from needsform.services.unlocked import Unlocked
from needsform.storage import files
from needsform.storage.database import Database, open_database
from needsform.storage.key_file import former_keys, read_key_file, write_key_file
from needsform.storage.key_slots import KeySlots
from tests.clock import StandingClock
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, citizen, entropy

FIRST, OWN = "første dag på job", "te uden sukker kl. 9"


class PowerCut(BaseException):
    """The machine stops here."""


@pytest.fixture
def recovery_key(access: Access) -> str:
    """A store with Karin, Mads and Einer, and what is on paper."""
    founding = access.found(FIRST_RUN)
    session = access.open(access.confirm(founding))
    mads = session.staff.draft(StaffDetails(login="mads", name="Mads Måske"))
    session.staff.add(mads, session.staff.password_slot("mads", FIRST))
    session.patients.register(citizen())
    session.close()
    proof = access.unlock("mads", FIRST)
    session = access.open(proof)
    session.staff.change_own_password(ChangedPassword(proof, session.staff.password_slot("mads", OWN)))
    session.close()
    return founding.recovery_key


def names_in(folder: Path) -> set[str]:
    """Everything that lies in the folder, but for what the trace keeps there."""
    return {
        entry.name
        for entry in folder.iterdir()
        if entry.name.startswith((".needsform", "needsform.db", "needsform.keys"))
    }


def sees_einer(session: Session) -> bool:
    """Whether the store still holds what it held; the session is closed."""
    found = session.patients.find("Einer")
    session.close()
    return [patient.name for patient in found] == ["Einer Test Lauridsen"]


def test_under_the_new_key_everybody_comes_in_with_the_password_they_have(
    access: Access, recovery_key: str, folder: Path
) -> None:
    before = access.unlock("karin", PASSWORD)
    access.open(before).close()
    after = access.change_key(before)
    assert after.key != before.key
    assert sees_einer(access.open(after))
    assert access.unlock("karin", PASSWORD).key == access.unlock("mads", OWN).key == after.key
    assert sees_einer(access.open(access.unlock("mads", OWN)))
    assert sees_einer(access.open(access.recover(recovery_key, "karin", "en ny lang adgangskode")))
    with pytest.raises(WorldError) as error:
        open_database(folder / "needsform.db", before.key)
    assert error.value.message.message_id == "store.wrong_key_or_damaged"
    assert names_in(folder) == {"needsform.db", "needsform.keys.json"}


@pytest.mark.usefixtures("recovery_key")
def test_the_store_remembers_the_keys_it_had_for_the_sake_of_older_copies(access: Access, folder: Path) -> None:
    first = access.unlock("karin", PASSWORD)
    second = access.change_key(first)
    third = access.change_key(second)
    database = open_database(folder / "needsform.db", third.key)
    assert former_keys(database) == (second.key, first.key)
    rows = database.rows("SELECT action FROM audit_events ORDER BY seq DESC LIMIT 2")
    database.close()
    assert [row["action"] for row in rows] == ["change_key", "change_key"]


@pytest.mark.usefixtures("recovery_key")
def test_who_has_left_with_the_old_key_in_hand_does_not_read_the_new_store(access: Access, folder: Path) -> None:
    """The reason for it all: Mads kept the key, and even an old copy of the whole folder gives him no other."""
    mads = access.unlock("mads", OWN)
    kept = (folder / "needsform.keys.json").read_bytes(), (folder / "needsform.db").read_bytes()
    session = access.open(access.unlock("karin", PASSWORD))
    (who,) = (c.practitioner.id for c in session.staff.everybody() if c.practitioner.login == "mads")
    session.staff.disable(who)
    session.close()
    access.change_key(access.unlock("karin", PASSWORD))
    slots = read_key_file(folder / "needsform.keys.json")
    assert mads.key not in kept[1]
    assert not slots.has_login("mads")
    with pytest.raises(WorldError):
        open_database(folder / "needsform.db", mads.key)


@pytest.mark.usefixtures("recovery_key")
def test_only_an_administrator_changes_the_key(access: Access, folder: Path) -> None:
    before = (folder / "needsform.db").read_bytes(), (folder / "needsform.keys.json").read_bytes()
    with pytest.raises(PermissionDenied) as error:
        access.change_key(access.unlock("mads", OWN))
    assert error.value.message.message_id == "presence.administrator_only"
    assert ((folder / "needsform.db").read_bytes(), (folder / "needsform.keys.json").read_bytes()) == before


@pytest.mark.usefixtures("recovery_key")
def test_an_administrator_with_a_first_password_chooses_another_before_they_change_the_key(
    access: Access, folder: Path
) -> None:
    session = access.open(access.unlock("karin", PASSWORD))
    lone = session.staff.draft(StaffDetails(login="lone", name="Lone Prøve", role=Role.ADMINISTRATOR))
    session.staff.add(lone, session.staff.password_slot("lone", FIRST))
    session.close()
    before = (folder / "needsform.keys.json").read_bytes()
    with pytest.raises(PermissionDenied) as error:
        access.change_key(access.unlock("lone", FIRST))
    assert error.value.message.message_id == "presence.first_password"
    assert (folder / "needsform.keys.json").read_bytes() == before


@pytest.mark.usefixtures("recovery_key")
def test_a_store_that_somebody_has_open_keeps_its_key(access: Access) -> None:
    proof = access.unlock("karin", PASSWORD)
    session = access.open(proof)
    with pytest.raises(WorldError) as error:
        access.change_key(proof)
    assert error.value.message.message_id == "store.in_use"
    assert sees_einer(session)


STEPS = ("copy", "verify", "write both", "exchange", "sync", "write new")
"""Where the power may go, in order."""


def cut_before(step: str, patch: pytest.MonkeyPatch) -> None:
    """The machine will stop before a step; what was done before it stands, and nothing is tidied up."""
    written: list[KeySlots] = []
    exchange = Path.replace

    def cut(*_: object) -> None:
        raise PowerCut

    def write(path: Path, slots: KeySlots) -> None:
        written.append(slots)
        if step == ("write both", "write new")[len(written) - 1]:
            raise PowerCut
        write_key_file(path, slots)

    def cut_exchange(source: Path, target: Path) -> Path:
        if source.name == "needsform.db.rekeyed":
            raise PowerCut
        return exchange(source, target)

    patch.setattr(rekeying, "write_key_file", write)
    patch.setattr(rekeying, "discard_copy", lambda _: None)
    match step:
        case "copy":
            patch.setattr(Database, "copy_to", cut)
        case "verify":
            patch.setattr(Database, "verify", cut)
        case "exchange":
            patch.setattr(Path, "replace", cut_exchange)
        case "sync":
            patch.setattr(rekeying, "sync_directory", cut)


@pytest.mark.parametrize("step", STEPS)
def test_cut_off_before_any_step_the_store_opens_as_before_or_under_its_new_key(
    access: Access, recovery_key: str, folder: Path, clock: StandingClock, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    proof = access.unlock("karin", PASSWORD)
    with monkeypatch.context() as patch:
        cut_before(step, patch)
        with pytest.raises(PowerCut):
            access.change_key(proof)
    access.leave()

    next_day = Access(folder, clock, entropy(3), CHEAP)
    found = next_day.unlock("mads", OWN)
    assert (found.other_key is not None) == (step in ("exchange", "sync", "write new"))
    assert sees_einer(next_day.open(found))
    assert not read_key_file(folder / "needsform.keys.json").is_on_the_way
    is_changed = next_day.unlock("karin", PASSWORD).key != proof.key
    assert is_changed == (step in ("sync", "write new"))
    assert sees_einer(next_day.open(next_day.recover(recovery_key, "karin", "en ny lang adgangskode")))
    assert names_in(folder) == {"needsform.db", "needsform.keys.json"}
    next_day.leave()


@pytest.mark.usefixtures("recovery_key")
def test_a_change_that_fails_can_be_begun_again(access: Access, monkeypatch: pytest.MonkeyPatch) -> None:
    proof = access.unlock("karin", PASSWORD)

    def full(*_: object) -> None:
        raise WorldError("file.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync_directory", full)
        patch.setattr(rekeying, "sync_directory", full)
        with pytest.raises(NeedsformError):
            access.change_key(proof)
    again = access.unlock("karin", PASSWORD)
    session = access.open(again)
    session.close()
    changed = access.change_key(access.unlock("karin", PASSWORD))
    assert sees_einer(access.open(changed))


@pytest.mark.usefixtures("recovery_key")
def test_a_key_file_that_could_not_be_written_in_the_end_is_behind_and_the_change_is_done(
    access: Access, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = access.unlock("karin", PASSWORD)
    written: list[Path] = []

    def fill_the_disk_in_the_end(path: Path, slots: KeySlots) -> None:
        written.append(path)
        if len(written) > 1:
            raise WorldError("file.disk_full")
        write_key_file(path, slots)

    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "write_key_file", fill_the_disk_in_the_end)
        with pytest.raises(WorldError, match=r"keys\.behind"):
            access.change_key(before)
    assert sees_einer(access.open(access.unlock("karin", PASSWORD)))
    assert access.unlock("karin", PASSWORD).key != before.key
    with pytest.raises(WorldError):
        open_database(folder / "needsform.db", before.key)


def test_a_store_with_a_recovery_slot_from_the_first_version_is_told_to_renew_it_first(
    access: Access, unlocked: Unlocked, folder: Path
) -> None:
    session = access.open(unlocked)
    session.close()
    database = open_database(folder / "needsform.db", unlocked.key)
    database.execute("UPDATE key_slots SET data = json_remove(data, '$.slots[1].public', '$.slots[1].sealed')")
    database.close()
    with pytest.raises(PermissionDenied) as error:
        access.change_key(unlocked)
    assert error.value.message.message_id == "rekey.old_recovery_key"


@pytest.mark.usefixtures("recovery_key")
def test_a_store_with_a_log_beside_it_is_not_exchanged(
    access: Access, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its last pages would be missing from the copy."""
    proof = access.unlock("karin", PASSWORD)
    with monkeypatch.context() as patch:
        patch.setattr(rekeying, "was_cut_off", lambda _: True)
        with pytest.raises(WorldError) as error:
            access.change_key(proof)
    assert error.value.message.message_id == "store.in_use"
    assert names_in(folder) == {"needsform.db", "needsform.keys.json"}
    assert sees_einer(access.open(access.unlock("karin", PASSWORD)))
