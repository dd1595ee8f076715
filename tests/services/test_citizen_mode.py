"""While the citizen has the screen, one front page is all there is; and a professional is no administrator."""

import dataclasses
from typing import Any

import pytest

from needsform.models.assessment import Assessment
from needsform.models.errors import InputError, NeedsformError, PermissionDenied, WorldError
from needsform.models.identity import AssessmentId, LinkId, PatientId, PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.models.questionnaire import Questionnaire
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.staff import ChangedPassword
from needsform.services.unlocked import Unlocked
from needsform.storage.database import Database
from tests.verbs import called, verbs

HARMLESS = {
    "Assessments.questionnaire",
    "FrontPages.questionnaire",
    "Intake.form_of",
    "Referrals.calendar",
    "Referrals.contact_by",
    "Session.now",
    "Session.take_findings",
    "Staff.password_slot",
    "Staff.recovery_slot",
    "Backups.is_due",
    "Backups.is_behind",
    "Backups.job",
    "Backups.job_at_end",
    "Backups.made",
}
"""What tells nothing of anybody: the form without answers, time and days, slots nobody has kept yet, and backups."""
WAY_OUT = {"Session.take_back", "Session.close"}
"""With a member of staff's password, and by locking."""
ANSWERING = {
    "Assessments.get",
    "FrontPages.set_answer",
    "FrontPages.answer_none_of_these",
    "FrontPages.take_back_none_of_these",
    "FrontPages.remember_place",
    "FrontPages.complete",
}
"""What the citizen came for, and only on their own front page."""


def on_disk(database: Database) -> list[object]:
    """All that is in the store but what was refused, of which the trace tells."""
    tables = [str(row["name"]) for row in database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    acts = database.rows("SELECT * FROM audit_events WHERE action <> 'refused'")
    return [acts, *(database.rows(f"SELECT * FROM {table}") for table in sorted(tables) if table != "audit_events")]


def refusals(database: Database) -> int:
    """How often the trace says that something was refused."""
    return len(database.rows("SELECT seq FROM audit_events WHERE action = 'refused'"))


def refusal(session: Session, name: str, arguments: dict[str, object]) -> str | None:
    """Why a verb was refused to whoever has the screen, or None if it was not refused to them."""
    try:
        called(dict(verbs(session))[name], arguments)
    except PermissionDenied as error:
        return error.message.message_id
    except (NeedsformError, AttributeError, ValueError):
        return None
    return None


def test_the_citizen_cannot_do_anything_that_is_the_staffs(
    session: Session, draft: Assessment, arguments: dict[str, object], database: Database
) -> None:
    session.hand_to_citizen(draft.id)
    before = on_disk(database)
    staffs = [name for name, _ in verbs(session) if name not in HARMLESS | WAY_OUT | ANSWERING]
    assert {name: refusal(session, name, arguments) for name in staffs} == dict.fromkeys(
        staffs, "presence.citizen_has_screen"
    )
    assert on_disk(database) == before
    assert refusals(database) == len(staffs) > 25


def test_the_citizen_cannot_see_or_answer_anybody_elses_form(
    session: Session, draft: Assessment, arguments: dict[str, object], database: Database
) -> None:
    session.hand_to_citizen(draft.id)
    before = on_disk(database)
    assert {name: refusal(session, name, arguments) for name in ANSWERING} == dict.fromkeys(
        ANSWERING, "presence.citizen_has_screen"
    )
    assert on_disk(database) == before
    assert refusals(database) == len(ANSWERING)


def test_what_is_refused_to_the_citizen_is_not_refused_to_staff(session: Session, arguments: dict[str, object]) -> None:
    """So the two tests above do not pass because everything is refused to everybody."""
    names = [name for name, _ in verbs(session) if name not in WAY_OUT]
    assert [n for n in names if refusal(session, n, arguments) == "presence.citizen_has_screen"] == []


def test_every_verb_that_is_spoken_of_here_exists(session: Session) -> None:
    assert {name for name, _ in verbs(session)} >= HARMLESS | WAY_OUT | ANSWERING


def test_the_citizen_fills_in_their_own_form_and_staff_takes_it_back(
    session: Session, unlocked: Unlocked, draft: Assessment, form: Questionnaire
) -> None:
    session.hand_to_citizen(draft.id)
    ticked = session.front_pages.set_answer(session.assessments.get(draft.id), LinkId("fatigue.problem"), True)
    ticked = session.front_pages.answer_none_of_these(ticked, form.areas[1])
    ticked = session.front_pages.take_back_none_of_these(ticked, form.areas[1])
    ticked = session.front_pages.remember_place(ticked, form.areas[2].link_id)
    done = session.front_pages.complete(ticked)
    session.take_back(unlocked)
    assert not session.is_with_citizen
    assert session.assessments.get(draft.id) == done
    assert done.response.answers == {"fatigue.problem": True}


@pytest.mark.parametrize("forged", [{"login": "nobody"}, {"key": bytes(32)}])
def test_only_the_proof_of_somebody_who_works_here_takes_the_screen_back(
    session: Session, unlocked: Unlocked, draft: Assessment, forged: dict[str, Any]
) -> None:
    session.hand_to_citizen(draft.id)
    with pytest.raises(PermissionDenied) as error:
        session.take_back(dataclasses.replace(unlocked, **forged))
    assert error.value.message.message_id == "presence.another_login"
    assert session.is_with_citizen


def test_whoever_takes_the_screen_back_with_a_first_password_chooses_another_before_anything_else(
    access: Access, session: Session, unlocked: Unlocked, draft: Assessment, database: Database
) -> None:
    mads = Practitioner(id=PractitionerId("m"), login="mads", name="Mads Måske", role=Role.ADMINISTRATOR)
    slot = session.staff.password_slot("mads", "kendt af en kollega")
    session.staff.add(mads, slot)
    session.hand_to_citizen(draft.id)
    proof = access.unlock("mads", "kendt af en kollega")
    session.take_back(proof)
    assert (session.is_with_citizen, session.practitioner) == (False, mads)
    for act in (
        lambda: session.patients.get(draft.patient_id),
        lambda: session.front_pages.complete(draft),
        lambda: session.assessments.get(draft.id),
        lambda: session.hand_to_citizen(draft.id),
        session.staff.everybody,
    ):
        with pytest.raises(PermissionDenied) as error:
            act()
        assert error.value.message.message_id == "presence.first_password"
    refused = database.rows("SELECT practitioner_id, detail FROM audit_events WHERE action = 'refused'")
    assert [(row["practitioner_id"], row["detail"]) for row in refused] == [("m", "first_password")] * 5
    assert not session.staff.has_own_password()
    own = session.staff.password_slot("mads", "kendt af ingen anden")
    session.staff.change_own_password(ChangedPassword(proof, own))
    assert session.assessments.get(draft.id) == draft
    session.hand_to_citizen(draft.id)
    session.take_back(unlocked)
    assert session.assessments.get(draft.id) == draft


def test_taking_back_what_was_never_handed_over_does_nothing(
    session: Session, unlocked: Unlocked, database: Database
) -> None:
    before = on_disk(database)
    session.take_back(unlocked)
    assert on_disk(database) == before


def test_a_form_that_is_finished_or_unknown_is_not_handed_over(session: Session, draft: Assessment) -> None:
    with pytest.raises(WorldError) as unknown:
        session.hand_to_citizen(AssessmentId("nobody's"))
    assert unknown.value.message.message_id == "assessment.unknown"
    session.front_pages.complete(draft)
    with pytest.raises(PermissionDenied) as locked:
        session.hand_to_citizen(draft.id)
    assert locked.value.message.message_id == "assessment.front_locked"
    assert not session.is_with_citizen


def test_locking_while_the_citizen_has_the_screen_gives_nobody_the_screen(
    access: Access, unlocked: Unlocked, session: Session, draft: Assessment
) -> None:
    session.hand_to_citizen(draft.id)
    session.close()
    with pytest.raises(WorldError) as error:
        session.assessments.get(draft.id)
    assert error.value.message.message_id == "store.stopped"
    again = access.open(unlocked)
    assert again.assessments.get(draft.id) == draft
    again.close()


def test_nothing_of_any_citizen_can_be_guessed_from_what_is_refused(session: Session, draft: Assessment) -> None:
    """Somebody who is here and somebody who is not are refused in the same words."""
    session.hand_to_citizen(draft.id)
    heard = set()
    for patient_id in (draft.patient_id, PatientId("nobody")):
        with pytest.raises(PermissionDenied) as error:
            session.patients.get(patient_id)
        heard.add((error.value.message.message_id, str(error.value.message.parameters)))
    with pytest.raises(PermissionDenied) as error:
        session.assessments.get(AssessmentId("nobody's"))
    heard.add((error.value.message.message_id, str(error.value.message.parameters)))
    assert len(heard) == 1


def test_a_box_of_another_form_is_no_answer(session: Session, draft: Assessment, form: Questionnaire) -> None:
    foreign = form.areas[0].model_copy(update={"link_id": LinkId("elsewhere")})
    for verb in (session.front_pages.answer_none_of_these, session.front_pages.take_back_none_of_these):
        with pytest.raises(InputError) as error:
            verb(draft, foreign)
        assert error.value.message.message_id == "answer.unknown_item"
    renamed = form.areas[0].model_copy(update={"topics": form.areas[1].topics})
    answered = session.front_pages.answer_none_of_these(draft, renamed)
    assert set(answered.response.answers) == {box.link_id for box in form.areas[0].boxes()}
