"""The site's own words, forms and people, kept as they came."""

import pytest

from needsform.models.errors import WorldError
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.models.site import Site, SiteKind
from needsform.storage.database import Database
from needsform.storage.practitioners import (
    login_as_kept,
    practitioner_by_id,
    practitioner_by_login,
    save_practitioner,
)
from needsform.storage.sites import add_questionnaire, load_site, questionnaire_sources, save_site
from tests.clock import StandingClock

KARIN = Practitioner(id=PractitionerId("k"), login="karin", name="Karin Prøve", role=Role.ADMINISTRATOR)


def test_a_site_is_kept_and_corrected(database: Database) -> None:
    site = Site(name="Sundhedscenter Test", kind=SiteKind.MUNICIPALITY)
    save_site(database, site)
    assert load_site(database) == site
    renamed = site.model_copy(update={"name": "Sundhedscenter Prøve"})
    save_site(database, renamed)
    assert load_site(database) == renamed


def test_a_store_that_belongs_to_no_site_is_damaged(database: Database) -> None:
    with pytest.raises(WorldError) as error:
        load_site(database)
    assert error.value.message.message_id == "store.damaged"


def test_forms_come_back_byte_for_byte_in_the_order_they_were_loaded(database: Database, clock: StandingClock) -> None:
    add_questionnaire(database, "url", "2.0", b"\xef\xbb\xbfsecond\r\n", clock())
    add_questionnaire(database, "url", "1.0", b"first", clock())
    assert list(questionnaire_sources(database)) == [b"\xef\xbb\xbfsecond\r\n", b"first"]


def test_a_form_that_is_loaded_twice_is_kept_once_and_never_changes(database: Database, clock: StandingClock) -> None:
    add_questionnaire(database, "url", "1.0", b"as it was", clock())
    add_questionnaire(database, "url", "1.0", b"as it was", clock())
    with pytest.raises(WorldError) as error:
        add_questionnaire(database, "url", "1.0", b"a little different", clock())
    assert error.value.message.message_id == "questionnaire.version_taken"
    assert list(questionnaire_sources(database)) == [b"as it was"]


def test_members_of_staff_are_found_by_login_and_by_id(database: Database) -> None:
    save_practitioner(database, KARIN)
    assert practitioner_by_login(database, "karin") == practitioner_by_id(database, KARIN.id) == KARIN
    assert practitioner_by_login(database, "mads") is None
    assert practitioner_by_id(database, PractitionerId("m")) is None


def test_a_corrected_member_of_staff_is_the_same_one(database: Database) -> None:
    save_practitioner(database, KARIN)
    married = KARIN.model_copy(update={"login": "kp", "name": "Karin Prøve-Test"})
    save_practitioner(database, married)
    assert practitioner_by_login(database, "karin") is None
    assert practitioner_by_login(database, "kp") == married


def test_two_members_of_staff_cannot_have_one_login(database: Database) -> None:
    save_practitioner(database, KARIN)
    with pytest.raises(WorldError) as error:
        save_practitioner(database, KARIN.model_copy(update={"id": PractitionerId("other")}))
    assert error.value.message.message_id == "store.refused"


def test_somebody_who_has_left_is_no_longer_found_by_login_but_still_by_what_they_signed(database: Database) -> None:
    save_practitioner(database, KARIN)
    database.execute("UPDATE practitioners SET disabled_at = '2026-11-23'")
    assert practitioner_by_login(database, "karin") is None
    assert practitioner_by_id(database, KARIN.id) == KARIN


@pytest.mark.parametrize("typed", ["Karin", " karin ", "KARIN", "\u202akarin\u202c"])
def test_a_login_is_the_same_however_it_is_typed(typed: str) -> None:
    assert login_as_kept(typed) == "karin"


def test_a_login_is_the_same_from_every_keyboard() -> None:
    assert login_as_kept("A\u030ase") == login_as_kept("åse") == "åse"
