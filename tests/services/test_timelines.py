"""A citizen over time, read at once: ours and those that arrived, with one row in the trace."""

import pytest

from needsform.models.assessment import Assessment, Offered
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.services.intake.conftest import (  # noqa: F401 - the ward that sends
    EINER,
    Post,
    knows_ward,
    only,
    post,
    ward,
)
from tests.ward import first_talk

WORK = LinkId("work.problem")


def finished(session: Session, patient: Patient) -> Assessment:
    draft = session.assessments.start(patient, first_talk())
    return session.front_pages.complete(session.front_pages.set_answer(draft, WORK, True))


def test_every_assessment_comes_with_what_was_marked_and_who_held_it(session: Session, einer: Patient) -> None:
    first, second = finished(session, einer), finished(session, einer)
    found = session.timelines.of_patient(einer.id)
    assert [one.assessment_id for one in found] == [first.id, second.id]
    assert all(one.filled.response.answers == {WORK: True} for one in found)
    assert {one.professional for one in found} == {"Karin Prøve"}


def test_what_was_declined_cancelled_or_never_touched_is_left_out(session: Session, einer: Patient) -> None:
    session.assessments.start(einer, first_talk())
    session.assessments.cancel(session.assessments.start(einer, first_talk()))
    session.assessments.decline(session.assessments.start(einer, first_talk()), Offered.DECLINED)
    begun = session.front_pages.set_answer(session.assessments.start(einer, first_talk()), WORK, True)
    found = session.timelines.of_patient(einer.id)
    assert [(one.assessment_id, one.is_finished) for one in found] == [(begun.id, False)]


def test_others_are_not_seen(session: Session, patients: dict[str, Patient], einer: Patient) -> None:
    finished(session, patients["Max Test Berggren"])
    assert session.timelines.of_patient(einer.id) == ()


def test_a_look_leaves_one_row_and_a_look_at_nothing_none(session: Session, einer: Patient, database: Database) -> None:
    def looks() -> list[object]:
        found = database.rows("SELECT detail FROM audit_events WHERE detail LIKE 'timeline=%'")
        return [row["detail"] for row in found]

    session.timelines.of_patient(einer.id)
    assert looks() == []
    finished(session, einer)
    finished(session, einer)
    session.timelines.of_patient(einer.id)
    assert looks() == ["timeline=2"]


@pytest.mark.usefixtures("knows_ward")
def test_what_arrived_stands_beside_our_own(session: Session, post: Post) -> None:  # noqa: F811
    patient, signed = post.assessment(EINER, "work.problem")
    arrived = session.intake.examine(only(post.file(post.bundle(patient, signed))))
    taken = session.intake.take_in(arrived)
    own = finished(session, taken.patient)
    found = {one.assessment_id: one for one in session.timelines.of_patient(taken.patient.id)}
    assert set(found) == {signed.id, own.id}
    assert (found[signed.id].is_received, found[signed.id].is_verified) == (True, True)
