"""The directory is the site's to keep, a newer program overwrites nothing, and a concluded page keeps its contacts."""

from datetime import timedelta

import pytest

from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan, Need
from needsform.models.contact import ContactKind
from needsform.models.directory import MOST_ENTRIES, DirectoryEntry
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import ContactId, LinkId
from needsform.models.patient import Patient
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import StandingClock

LINE = ContactId("cancer_line")


def found(session: Session, contact_id: ContactId) -> DirectoryEntry:
    """An entry as it stands."""
    return next(entry for entry in session.directory.everything() if entry.id == contact_id)


def with_phone(session: Session, phone: str) -> DirectoryEntry:
    """The site has filled in the helpline's number."""
    entry = found(session, LINE).model_copy(update={"phone": phone})
    session.directory.save(entry)
    return entry


@pytest.fixture
def written(session: Session, draft: Assessment) -> Assessment:
    """A back page on which the helpline was chosen."""
    plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue")),),
        activities=(Activity(text="Kræftlinjen", contact=LINE),),
        told_that_authority_decides=True,
    )
    return session.back_pages.save(session.front_pages.complete(draft), plan)


def phones(session: Session, patient: Patient, assessment: Assessment) -> list[str]:
    """The numbers that a sheet tells."""
    plan = session.documents.content(patient, assessment).assessment.care_plan
    return [contact.phone for contact in plan.contacts] if plan else []


def test_a_site_begins_with_what_is_shipped(session: Session) -> None:
    assert session.directory.everything() == reference_data.directory()


def test_an_entry_is_filled_in_added_and_ended(session: Session, clock: StandingClock, database: Database) -> None:
    line = with_phone(session, "80 00 00 00")
    mine = DirectoryEntry(id=session.directory.new_id(), name={"da": "Café Håb"}, kind=ContactKind.NETWORK)
    session.directory.save(mine)
    assert session.directory.everything()[-1] == mine
    assert found(session, LINE) == line
    session.directory.save(mine.model_copy(update={"valid_to": clock().date()}))
    assert mine.id in {entry.id for entry in session.directory.valid_today()}
    clock.advance(timedelta(days=1))
    assert mine.id not in {entry.id for entry in session.directory.valid_today()}
    rows = database.rows("SELECT detail, patient_id FROM audit_events WHERE action = 'change_directory' ORDER BY seq")
    assert [row["detail"] for row in rows] == [f"contact={i}" for i in (LINE, mine.id, mine.id)]
    assert {row["patient_id"] for row in rows} == {None}


def test_a_newer_program_overwrites_nothing_that_the_site_wrote(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    line = with_phone(session, "80 00 00 00")
    newer = tuple(
        entry.model_copy(update={"hours": "altid"}) for entry in reference_data.directory() if entry.id != "jobcenter"
    )
    monkeypatch.setattr(reference_data, "directory", lambda: newer)
    assert found(session, LINE) == line
    assert found(session, ContactId("networks")).hours == "altid"


def test_each_change_can_be_taken_back_one_step(session: Session) -> None:
    shipped = found(session, LINE)
    first = with_phone(session, "80 00 00 00")
    with_phone(session, "80 00 00 01")
    session.directory.take_back(LINE)
    assert found(session, LINE) == first
    session.directory.take_back(LINE)  # taking back is a change too, and is taken back
    assert found(session, LINE).phone == "80 00 00 01"
    networks = found(session, ContactId("networks"))
    session.directory.save(networks.model_copy(update={"area": "Odense"}))
    session.directory.take_back(networks.id)
    assert found(session, networks.id) == networks
    assert shipped.phone == ""


def test_what_was_added_by_mistake_is_gone_once_it_is_taken_back(session: Session) -> None:
    mine = DirectoryEntry(id=session.directory.new_id(), name={"da": "Café Håb"}, kind=ContactKind.NETWORK)
    session.directory.save(mine)
    session.directory.take_back(mine.id)
    assert session.directory.everything() == reference_data.directory()
    with pytest.raises(WorldError) as caught:
        session.directory.take_back(ContactId("jobcenter"))
    assert caught.value.message.message_id == "directory.unchanged"


def test_nothing_incomplete_is_kept_and_no_more_than_anybody_can_look_after(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    nameless = found(session, LINE).model_copy(update={"name": {"da": ""}})
    with pytest.raises(InputError):
        session.directory.save(nameless)
    one = reference_data.directory()[0]
    full = tuple(one.model_copy(update={"id": str(number)}) for number in range(MOST_ENTRIES))
    monkeypatch.setattr(reference_data, "directory", lambda: full)
    with pytest.raises(InputError) as caught:
        session.directory.save(one)
    assert caught.value.message.message_id == "directory.full"


def test_the_store_keeps_every_change(session: Session, database: Database) -> None:
    with_phone(session, "80 00 00 00")
    for change in ("UPDATE directory SET data = NULL", "DELETE FROM directory"):
        with pytest.raises(WorldError), database.atomic():
            database.execute(change)
    assert found(session, LINE).phone == "80 00 00 00"


# On the sheet


def test_a_draft_tells_what_the_directory_says_now(session: Session, einer: Patient, written: Assessment) -> None:
    assert phones(session, einer, written) == []
    with_phone(session, "80 00 00 00")
    assert phones(session, einer, written) == ["80 00 00 00"]
    with_phone(session, "80 00 00 01")
    assert phones(session, einer, written) == ["80 00 00 01"]


def test_a_signed_sheet_keeps_the_contacts_as_they_were(
    session: Session, einer: Patient, written: Assessment, clock: StandingClock
) -> None:
    with_phone(session, "80 00 00 00")
    signed = session.back_pages.sign(session.back_pages.complete(written))
    with_phone(session, "99 99 99 99")
    clock.advance(timedelta(days=400))
    assert phones(session, einer, session.assessments.get(signed.id)) == ["80 00 00 00"]
    assert not session.documents.content(einer, signed).is_draft


def test_a_new_revision_tells_what_the_directory_says_then(
    session: Session, einer: Patient, written: Assessment
) -> None:
    with_phone(session, "80 00 00 00")
    signed = session.back_pages.sign(session.back_pages.complete(written))
    with_phone(session, "99 99 99 99")
    reopened = session.front_pages.complete(session.assessments.reopen(signed, "Nyt nummer"))
    assert phones(session, einer, reopened) == ["99 99 99 99"]
    again = session.back_pages.sign(session.back_pages.complete(reopened))
    assert phones(session, einer, again) == ["99 99 99 99"]


def test_no_needs_now_keeps_its_contacts_too(session: Session, einer: Patient, written: Assessment) -> None:
    with_phone(session, "80 00 00 00")
    signed = session.back_pages.sign(session.back_pages.conclude_no_need(written))
    assert phones(session, einer, signed) == ["80 00 00 00"]
