"""The people who work here: a colleague begins, forgets, leaves and comes back; the keys change and nothing is lost."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from needsform.models.errors import InputError, NeedsformError, PermissionDenied, WorldError
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.staff import ChangedPassword, Colleague, StaffDetails
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database, open_database
from needsform.storage.key_file import load_slots, read_key_file
from needsform.storage.key_slots import KdfParameters
from tests.clock import StandingClock
from tests.disk import needs_file_limits
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, citizen, entropy

MADS = StaffDetails(login="Mads", name="Mads Måske", title="fysioterapeut", phone="+45 70 00 00 01")
FIRST, OWN = "første dag på job", "te uden sukker kl. 9"


def heard(error: pytest.ExceptionInfo[NeedsformError]) -> str:
    """What the user hears."""
    return error.value.message.message_id


def refused(access: Access, login: str, password: str) -> str:
    """Why somebody does not come in."""
    with pytest.raises(NeedsformError) as error:
        access.open(access.unlock(login, password))
    return heard(error)


def begin(session: Session, details: StaffDetails = MADS, password: str = FIRST) -> Practitioner:
    """A colleague begins."""
    colleague = session.staff.draft(details)
    session.staff.add(colleague, session.staff.password_slot(colleague.login, password))
    return colleague


def in_list(session: Session, login: str) -> Colleague:
    """How somebody stands in the list of staff."""
    (found,) = (who for who in session.staff.everybody() if who.practitioner.login == login)
    return found


@pytest.fixture
def mads(session: Session) -> Practitioner:
    """Karin has added Mads."""
    return begin(session)


@pytest.fixture
def mads_at_work(access: Access, session: Session, mads: Practitioner) -> Iterator[Session]:
    """Karin has gone home, and Mads has unlocked."""
    session.close()
    opened = access.open(access.unlock(mads.login, FIRST))
    yield opened
    opened.close()


def choose_own_password(access: Access, session: Session) -> None:
    """Mads has one that nobody else knows."""
    slot = session.staff.password_slot("mads", OWN)
    session.staff.change_own_password(ChangedPassword(access.unlock("mads", FIRST), slot))


def acts(database: Database, count: int) -> list[tuple[object, object]]:
    """The last rows of the trace: what, and with whom."""
    rows = database.rows("SELECT action, detail FROM audit_events ORDER BY seq DESC LIMIT ?", [count])
    return [(row["action"], row["detail"]) for row in reversed(rows)]


# A colleague begins ---------------------------------------------------------------------------------------------------


def test_a_colleague_chooses_a_password_of_their_own_and_works(access: Access, mads_at_work: Session) -> None:
    with pytest.raises(PermissionDenied) as error:
        mads_at_work.patients.register(citizen())
    assert error.value.message.message_id == "presence.first_password"
    choose_own_password(access, mads_at_work)
    assert mads_at_work.practitioner.name == "Mads Måske"
    assert mads_at_work.practitioner.role is Role.PROFESSIONAL
    assert mads_at_work.patients.register(citizen()).name == "Einer Test Lauridsen"


def test_the_first_password_is_known_to_be_somebody_elses_until_it_is_changed(
    access: Access, mads_at_work: Session
) -> None:
    assert not mads_at_work.staff.has_own_password()
    choose_own_password(access, mads_at_work)
    assert mads_at_work.staff.has_own_password()
    mads_at_work.close()
    assert refused(access, "mads", FIRST) == "unlock.wrong"
    access.open(access.unlock("mads", OWN)).close()


def test_karin_has_her_own_password_from_the_first_day(session: Session) -> None:
    assert session.staff.has_own_password()
    assert in_list(session, "karin") == Colleague(session.practitioner, True, False, True)


def test_each_act_is_one_row_that_says_with_whom(access: Access, session: Session, database: Database) -> None:
    mads = begin(session)
    staff = session.staff
    slot = staff.password_slot("mads", FIRST)
    staff.correct(mads.id, "Mads Mulig", "ergoterapeut", "")
    staff.change_role(mads.id, Role.ADMINISTRATOR)
    staff.give_password(mads.id, slot)
    staff.disable(mads.id)
    staff.enable(mads.id, slot)
    staff.change_own_password(ChangedPassword(access.unlock("karin", PASSWORD), staff.password_slot("karin", OWN)))
    staff.renew_recovery_key(staff.recovery_slot(staff.new_recovery_key()))
    whom = f"practitioner={mads.id}"
    assert acts(database, 8) == [
        ("add_staff", whom),
        ("correct_staff", whom),
        ("change_role", whom),
        ("give_password", whom),
        ("disable_staff", whom),
        ("enable_staff", whom),
        ("change_password", f"practitioner={session.practitioner.id}"),
        ("renew_recovery_key", ""),
    ]
    assert in_list(session, "mads") == Colleague(
        mads.model_copy(
            update={"name": "Mads Mulig", "title": "ergoterapeut", "phone": "", "role": Role.ADMINISTRATOR}
        ),
        is_enabled=True,
        has_given_password=True,
        has_password=True,
    )


def test_whoever_corrects_themselves_signs_by_the_new_name_at_once(session: Session) -> None:
    session.staff.correct(session.practitioner.id, "Karin Sikker", "", "")
    assert session.practitioner.name == "Karin Sikker"


@pytest.mark.parametrize(
    ("details", "sentence", "field"),
    [
        (StaffDetails(login="KARIN ", name="Karin To"), "staff.login_taken", "login"),
        (StaffDetails(login=" ", name="Nina"), "staff.login_missing", "login"),
        (StaffDetails(login="nina", name=" "), "staff.name_missing", "name"),
    ],
)
def test_what_is_missing_of_a_colleague_is_said_beside_its_field(
    session: Session, details: StaffDetails, sentence: str, field: str
) -> None:
    with pytest.raises(InputError) as error:
        session.staff.draft(details)
    assert (heard(error), error.value.field) == (sentence, field)


def test_a_login_is_not_given_to_somebody_else_when_its_owner_has_left(session: Session, mads: Practitioner) -> None:
    session.staff.disable(mads.id)
    with pytest.raises(InputError) as error:
        session.staff.draft(MADS)
    assert heard(error) == "staff.login_taken"


def test_nobody_is_called_nothing(session: Session, mads: Practitioner) -> None:
    with pytest.raises(InputError) as error:
        session.staff.correct(mads.id, " ", "", "")
    assert heard(error) == "staff.name_missing"


def test_somebody_who_never_worked_here_is_unknown(session: Session) -> None:
    with pytest.raises(InputError) as error:
        session.staff.correct(PractitionerId("nobody's"), "Nina", "", "")
    assert heard(error) == "staff.unknown"


def test_a_slot_is_only_kept_for_its_holder(session: Session, mads: Practitioner) -> None:
    with pytest.raises(ValueError, match="holder"):
        session.staff.give_password(mads.id, session.staff.password_slot("karin", FIRST))


def test_a_short_password_is_nobodys(session: Session) -> None:
    with pytest.raises(InputError) as error:
        session.staff.password_slot("mads", "kort")
    assert heard(error) == "password.too_short"


def test_a_first_password_can_be_read_aloud_and_is_never_the_same(session: Session) -> None:
    made = {session.staff.new_password() for _ in range(50)}
    assert len(made) == 50
    assert {len(password) for password in made} == {14}
    assert not set("".join(made)) & set("01iloABC")


# A colleague leaves, and comes back -----------------------------------------------------------------------------------


def test_somebody_who_leaves_has_no_slot_any_more_and_nobodys_password_was_needed(
    access: Access, session: Session, mads: Practitioner, folder: Path
) -> None:
    session.staff.disable(mads.id)
    assert not in_list(session, "mads").is_enabled
    session.close()
    assert not read_key_file(folder / "needsform.keys.json").has_login("mads")
    assert refused(access, "mads", FIRST) == "unlock.wrong"
    access.open(access.unlock("karin", PASSWORD)).close()


def test_somebody_who_comes_back_gets_a_new_first_password(
    access: Access, session: Session, mads: Practitioner
) -> None:
    session.staff.disable(mads.id)
    with pytest.raises(PermissionDenied) as error:
        session.staff.give_password(mads.id, session.staff.password_slot("mads", OWN))
    assert heard(error) == "staff.disabled"
    session.staff.enable(mads.id, session.staff.password_slot("mads", OWN))
    session.close()
    assert refused(access, "mads", FIRST) == "unlock.wrong"
    access.open(access.unlock("mads", OWN)).close()


def test_an_administrator_is_always_left(session: Session, mads: Practitioner) -> None:
    session.staff.change_role(mads.id, Role.ADMINISTRATOR)
    karin = session.practitioner.id
    for act in (
        partial(session.staff.disable, karin),
        partial(session.staff.change_role, karin, Role.PROFESSIONAL),
    ):
        with pytest.raises(PermissionDenied) as error:
            act()
        assert heard(error) == "staff.not_yourself"
    assert in_list(session, "karin") == Colleague(session.practitioner, True, False, True)


def test_nobody_changes_a_password_with_somebody_elses_proof(
    access: Access, session: Session, mads: Practitioner
) -> None:
    with pytest.raises(PermissionDenied) as error:
        session.staff.change_own_password(
            ChangedPassword(access.unlock("mads", FIRST), session.staff.password_slot("karin", OWN))
        )
    assert heard(error) == "presence.another_login"
    session.close()
    access.open(access.unlock("karin", PASSWORD)).close()
    assert mads.login == "mads"


# The recovery key -----------------------------------------------------------------------------------------------------


def test_a_new_recovery_key_makes_the_old_paper_worthless(access: Access) -> None:
    founding = access.found(FIRST_RUN)
    session = access.open(access.confirm(founding))
    new = session.staff.new_recovery_key()
    session.staff.renew_recovery_key(session.staff.recovery_slot(new))
    session.close()
    with pytest.raises(InputError) as error:
        access.recover(founding.recovery_key, "karin", OWN)
    assert heard(error) == "unlock.recovery_wrong"
    access.open(access.recover(new, "karin", OWN)).close()


def test_with_the_last_password_lost_and_the_recovery_key_on_paper_nothing_is_lost(
    folder: Path, clock: StandingClock
) -> None:
    """The drill of TRUST A17, fifty times; each time the password of the time before is the one that is lost."""
    access = Access(folder, clock, entropy(17), CHEAP)
    founding = access.found(FIRST_RUN)
    session = access.open(access.confirm(founding))
    known = [session.patients.register(citizen())]
    session.close()
    access.leave()
    for drill in range(50):
        access = Access(folder, clock, entropy(drill), CHEAP)
        session = access.open(access.recover(founding.recovery_key, "karin", f"ny adgangskode {drill}"))
        assert [session.patients.get(patient.id) for patient in known] == known
        known.append(session.patients.register(citizen(cpr=f"03016{drill:02}995")))
        session.close()
        access.open(access.unlock("karin", f"ny adgangskode {drill}")).close()
        access.leave()
    assert len(known) == 51


def test_whoever_recovers_has_chosen_their_own_password(access: Access) -> None:
    founding = access.found(FIRST_RUN)
    session = access.open(access.confirm(founding))
    begin(session)
    session.close()
    session = access.open(access.recover(founding.recovery_key, "mads", OWN))
    assert session.staff.has_own_password()
    session.close()


# When the disk or the power fails in between --------------------------------------------------------------------------


@needs_file_limits
def test_a_key_file_that_could_not_be_written_is_written_when_the_store_is_opened_next(
    access: Access, session: Session, mads: Practitioner, folder: Path
) -> None:
    session.staff.disable(mads.id)
    path = folder / "needsform.keys.json"
    newest = path.read_bytes()
    slot = session.staff.password_slot("mads", OWN)
    blocked = path.with_name("moved.json")
    path.rename(blocked)
    path.mkdir()
    with pytest.raises(WorldError) as error:
        session.staff.enable(mads.id, slot)
    assert heard(error) == "keys.behind"
    assert in_list(session, "mads").is_enabled
    path.rmdir()
    blocked.rename(path)
    session.close()
    assert path.read_bytes() == newest  # as after a power cut: the store knows more than the file
    assert refused(access, "mads", OWN) == "unlock.wrong"
    access.open(access.unlock("karin", PASSWORD)).close()
    access.open(access.unlock("mads", OWN)).close()


def test_an_old_key_file_that_is_put_back_opens_for_nobody_whose_password_has_changed(
    access: Access, session: Session, mads: Practitioner, folder: Path
) -> None:
    path = folder / "needsform.keys.json"
    before = path.read_bytes()
    session.staff.give_password(mads.id, session.staff.password_slot("mads", OWN))
    session.close()
    path.write_bytes(before)
    assert refused(access, "mads", FIRST) == "unlock.wrong"
    access.open(access.unlock("mads", OWN)).close()


def test_an_old_key_file_that_is_put_back_lets_nobody_in_who_has_left(
    access: Access, session: Session, mads: Practitioner, folder: Path
) -> None:
    path = folder / "needsform.keys.json"
    before = path.read_bytes()
    session.staff.disable(mads.id)
    session.close()
    path.write_bytes(before)
    assert refused(access, "mads", FIRST) == "unlock.disabled"
    access.open(access.unlock("karin", PASSWORD)).close()
    assert not read_key_file(path).has_login("mads")


def test_an_older_copy_of_the_store_that_is_put_back_takes_the_keys_of_today(
    access: Access, session: Session, mads: Practitioner, folder: Path, tmp_path: Path
) -> None:
    session.close()
    older = tmp_path / "older.db"
    older.write_bytes((folder / "needsform.db").read_bytes())
    session = access.open(access.unlock("karin", PASSWORD))
    begin(session, StaffDetails(login="nina", name="Nina Ny"))
    session.staff.give_password(mads.id, session.staff.password_slot("mads", OWN))
    session.close()
    (folder / "needsform.db").write_bytes(older.read_bytes())
    session = access.open(access.unlock("mads", OWN))
    session.close()
    slots = read_key_file(folder / "needsform.keys.json")
    assert (slots.has_login("mads"), slots.has_login("nina")) == (True, False)


def test_the_store_and_the_file_hold_the_same_slots(session: Session, database: Database, folder: Path) -> None:
    assert load_slots(database) == read_key_file(folder / "needsform.keys.json")
    begin(session)
    assert load_slots(database) == read_key_file(folder / "needsform.keys.json")


# Dearer guesses -------------------------------------------------------------------------------------------------------


def test_a_slot_that_is_too_cheap_to_guess_at_is_made_dearer_at_the_next_login(
    access: Access, unlocked: Unlocked, folder: Path, clock: StandingClock
) -> None:
    path = folder / "needsform.keys.json"
    dearer = KdfParameters(memory_kib=64, iterations=2, lanes=1)
    access.leave()
    today = Access(folder, clock, entropy(5), dearer)
    proof = today.unlock("karin", PASSWORD)
    assert read_key_file(path).slots[0].kdf == CHEAP
    today.open(proof).close()
    slot = read_key_file(path).slot_of("karin")
    assert slot is not None
    assert slot.kdf == dearer
    again = today.unlock("karin", PASSWORD)
    assert (again.key, again.new_slot) == (unlocked.key, None)
    today.open(again).close()
    today.leave()


def test_a_store_from_before_it_kept_its_slots_takes_those_of_the_file(
    access: Access, unlocked: Unlocked, folder: Path
) -> None:
    store = open_database(folder / "needsform.db", unlocked.key)
    store.execute("DELETE FROM key_slots")
    store.close()
    session = access.open(unlocked)
    assert in_list(session, "karin").has_password
    session.close()
    store = open_database(folder / "needsform.db", unlocked.key)
    assert load_slots(store) == read_key_file(folder / "needsform.keys.json")
    store.close()


def test_a_store_whose_slots_are_gone_while_it_is_open_says_so(session: Session, database: Database) -> None:
    database.execute("DELETE FROM key_slots")
    with pytest.raises(WorldError) as error:
        session.staff.everybody()
    assert heard(error) == "keys.damaged"
