"""Following up what was agreed: noted beside the signed back page, kept for good, and part of the citizen's record."""

import pytest

from needsform.models.action_status import ActionStatus, FollowedAction, followed
from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.export.saying import said_by

TRAINING = Activity(text="Holdtræning", topics=(LinkId("fatigue"),))


@pytest.fixture
def signed(session: Session, draft: Assessment) -> Assessment:
    """Einer and Karin have agreed on training."""
    finished = session.front_pages.complete(draft)
    plan = CarePlan(activities=(TRAINING,), told_that_authority_decides=True)
    pages = session.back_pages
    return pages.sign(pages.complete(pages.save(finished, plan)))


def actions(session: Session, patient: Patient) -> tuple[FollowedAction, ...]:
    return followed(session.timelines.of_patient(patient.id), session.action_notes.of_patient(patient.id))


@pytest.mark.usefixtures("signed")
def test_what_became_of_it_is_there_at_the_next_talk(session: Session, einer: Patient) -> None:
    (action,) = actions(session, einer)
    session.action_notes.note(einer.id, action, ActionStatus.BEGUN)
    session.action_notes.note(einer.id, action, ActionStatus.DROPPED, "For langt at køre")
    (now,) = actions(session, einer)
    assert [note.status for note in now.notes] == [ActionStatus.BEGUN, ActionStatus.DROPPED]
    assert now.notes[-1].by.name == session.practitioner.name
    assert now.reason == "For langt at køre"


def test_actions_of_a_back_page_that_nobody_signed_are_not_followed(
    session: Session, draft: Assessment, einer: Patient
) -> None:
    session.back_pages.save(session.front_pages.complete(draft), CarePlan(activities=(TRAINING,)))
    assert actions(session, einer) == ()


@pytest.mark.usefixtures("signed")
def test_the_signed_back_page_stays_as_it_was(session: Session, einer: Patient, signed: Assessment) -> None:
    (action,) = actions(session, einer)
    session.action_notes.note(einer.id, action, ActionStatus.DONE)
    assert session.assessments.get(signed.id) == signed


@pytest.mark.usefixtures("signed")
def test_every_note_leaves_a_row_without_its_words(session: Session, einer: Patient, database: Database) -> None:
    (action,) = actions(session, einer)
    with pytest.raises(InputError):
        session.action_notes.note(einer.id, action, ActionStatus.DROPPED)
    session.action_notes.note(einer.id, action, ActionStatus.DROPPED, "For langt at køre")
    found = database.rows("SELECT detail FROM audit_events WHERE action = 'follow_up'")
    assert [row["detail"] for row in found] == ["status=dropped"]


@pytest.mark.usefixtures("signed")
def test_the_store_itself_keeps_what_was_noted(session: Session, einer: Patient, database: Database) -> None:
    (action,) = actions(session, einer)
    session.action_notes.note(einer.id, action, ActionStatus.DONE)
    for attempt in ("UPDATE action_notes SET data = '{}'", "DELETE FROM action_notes"):
        with pytest.raises(WorldError):
            database.execute(attempt)


@pytest.mark.usefixtures("signed")
def test_a_citizen_who_asks_gets_what_became_of_actions(session: Session, einer: Patient) -> None:
    (action,) = actions(session, einer)
    session.action_notes.note(einer.id, action, ActionStatus.DROPPED, "For langt at køre")
    files = session.records.read(einer.id, reference_data.words("da")).render(lambda _percent: None)
    overview = said_by(files["oversigt.pdf"]).everything
    for told in ("Holdtræning", "Bortfaldet", "For langt at køre"):
        assert told in overview
