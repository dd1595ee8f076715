"""Who works here: kept, corrected, disabled, and found by the name that is typed in the morning."""

from datetime import UTC, datetime

from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.storage.database import Database
from needsform.storage.practitioners import (
    all_practitioners,
    employment_of,
    enabled_logins,
    is_login_taken,
    login_as_kept,
    practitioner_by_id,
    practitioner_by_login,
    save_practitioner,
    set_disabled,
    set_password_given,
)

KARIN = Practitioner(id=PractitionerId("k"), login="karin", name="Karin Prøve", role=Role.ADMINISTRATOR)
MADS = Practitioner(id=PractitionerId("m"), login="mads", name="Mads Måske")
NOW = datetime(2026, 11, 23, 10, 42, tzinfo=UTC)


def test_everybody_stands_in_the_order_in_which_they_came(database: Database) -> None:
    for practitioner in (MADS, KARIN):
        save_practitioner(database, practitioner)
    assert [person.practitioner for person in all_practitioners(database)] == [MADS, KARIN]


def test_somebody_who_is_disabled_is_kept_and_does_not_come_in(database: Database) -> None:
    save_practitioner(database, MADS)
    set_disabled(database, MADS.id, NOW)
    assert practitioner_by_login(database, "mads") is None
    assert practitioner_by_id(database, MADS.id) == MADS
    assert enabled_logins(database) == frozenset()
    assert is_login_taken(database, "mads")
    employment = employment_of(database, MADS.id)
    assert employment is not None
    assert not employment.is_enabled
    set_disabled(database, MADS.id, None)
    assert practitioner_by_login(database, "mads") == MADS
    assert enabled_logins(database) == {"mads"}


def test_a_correction_changes_nothing_about_access(database: Database) -> None:
    save_practitioner(database, MADS)
    set_disabled(database, MADS.id, NOW)
    set_password_given(database, MADS.id, NOW)
    corrected = MADS.model_copy(update={"name": "Mads Mulig"})
    save_practitioner(database, corrected)
    employment = employment_of(database, MADS.id)
    assert employment is not None
    assert (employment.practitioner, employment.is_enabled, employment.has_given_password) == (corrected, False, True)
    set_password_given(database, MADS.id, None)
    assert [person.has_given_password for person in all_practitioners(database)] == [False]


def test_nobody_is_found_who_never_came(database: Database) -> None:
    assert employment_of(database, PractitionerId("nobody's")) is None
    assert practitioner_by_id(database, PractitionerId("nobody's")) is None
    assert not is_login_taken(database, "nobody")


def test_a_login_is_kept_as_it_is_compared() -> None:
    assert login_as_kept(" KP\u200e ") == "kp"
    assert login_as_kept("A\u030ase") == "åse"
