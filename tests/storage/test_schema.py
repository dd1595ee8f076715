"""What the store refuses by itself, whatever statement is sent to it, and what it takes all the same."""

import pytest

from needsform.models.errors import WorldError
from needsform.storage.database import Database

LOCKED = (
    "front_completed",
    "dialogue_held",
    "back_completed",
    "no_need_now",
    "signed",
    "handed_over",
    "contacted",
    "plan_started",
    "closed",
    "declined",
    "redirected",
    "cancelled",
    "superseded",
)


@pytest.fixture
def assessment(database: Database) -> Database:
    """A store with a citizen "p" and an assessment "a", in which one box is ticked and one revision is closed."""
    for statement in (
        "INSERT INTO patients VALUES ('p', 'cpr', '0201609995', 'Einer Test Lauridsen', '0751', '{}', '', '')",
        "INSERT INTO patient_words VALUES ('einer', 'p', 'cpr', '0101609995', 'Einer', '751')",
        "INSERT INTO assessments VALUES ('a', 'p', 1, 'url', '1.0', 'draft', 2, 0, NULL, '{}', NULL, '', NULL, NULL,"
        " NULL, '')",
        "INSERT INTO answers VALUES ('a', 'fatigue.problem', 'true', '')",
        "INSERT INTO answer_history VALUES ('a', 1, 'fatigue.problem', 2, 'true', '')",
        "INSERT INTO revisions VALUES ('a', 1, 'forgot something', '', '{}')",
        "INSERT INTO questionnaires VALUES ('url', '1.0', x'00', '')",
        "INSERT INTO audit_events VALUES (1, '', 'k', 'staff', 'log_in', 'p', 'a', '', '', 'h', '')",
    ):
        database.execute(statement)
    return database


def refused(database: Database, statement: str) -> bool:
    """Whether the store refused a statement; one that it takes must have changed exactly one row."""
    try:
        changed = database.execute(statement)
    except WorldError as error:
        return error.message.message_id == "store.refused"
    assert changed == 1
    return False


ANSWERING = (
    "INSERT INTO answers VALUES ('a', 'sleep.problem', 'true', '')",
    "INSERT OR REPLACE INTO answers VALUES ('a', 'fatigue.problem', 'false', '')",
    "UPDATE answers SET value = 'false' WHERE assessment_id = 'a'",
    "DELETE FROM answers WHERE assessment_id = 'a'",
)


@pytest.mark.parametrize("statement", ANSWERING)
def test_answers_can_change_in_a_draft(assessment: Database, statement: str) -> None:
    assert not refused(assessment, statement)


@pytest.mark.parametrize("status", LOCKED)
def test_answers_to_a_finished_front_page_cannot_change(assessment: Database, status: str) -> None:
    assessment.execute("UPDATE assessments SET status = ?", [status])
    assert [refused(assessment, statement) for statement in ANSWERING] == [True] * len(ANSWERING)


def test_answers_cannot_be_carried_into_a_finished_front_page_nor_out_of_it(assessment: Database) -> None:
    assessment.execute(
        "INSERT INTO assessments SELECT 'b', patient_id, 2, questionnaire_url, questionnaire_version, 'signed', 1, 0,"
        " NULL, details, NULL, '', NULL, NULL, NULL, '' FROM assessments"
    )
    assert refused(assessment, "UPDATE answers SET assessment_id = 'b' WHERE assessment_id = 'a'")
    assessment.execute("UPDATE assessments SET status = 'signed' WHERE id = 'a'")
    assessment.execute("UPDATE assessments SET status = 'draft', revision = 2 WHERE id = 'b' AND status = 'draft'")
    assert refused(assessment, "UPDATE answers SET assessment_id = 'b' WHERE assessment_id = 'a'")


def test_an_answer_to_no_assessment_is_refused(assessment: Database) -> None:
    assert refused(assessment, "INSERT INTO answers VALUES ('nobody', 'sleep.problem', 'true', '')")


def test_a_finished_front_page_opens_only_as_a_new_revision_with_the_old_one_kept(assessment: Database) -> None:
    assessment.execute("UPDATE assessments SET status = 'front_completed'")
    assert refused(assessment, "UPDATE assessments SET status = 'draft'")
    assert refused(assessment, "UPDATE assessments SET status = 'draft', revision = 3")
    assert refused(assessment, "UPDATE assessments SET status = 'draft', revision = 4")
    assessment.execute("INSERT INTO revisions VALUES ('a', 2, 'the citizen remembered more', '', '{}')")
    assert refused(assessment, "UPDATE assessments SET status = 'draft', revision = 4")
    assert not refused(assessment, "UPDATE assessments SET status = 'draft', revision = 3")


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE answer_history SET value = 'false'",
        "DELETE FROM answer_history",
        "UPDATE revisions SET snapshot = '[]'",
        "UPDATE revisions SET reason = 'none'",
        "DELETE FROM revisions",
        "INSERT OR REPLACE INTO revisions VALUES ('a', 1, 'none', '', '[]')",
        "UPDATE assessments SET questionnaire_version = '2.0'",
        "UPDATE assessments SET questionnaire_url = 'other'",
        "UPDATE questionnaires SET source = x'01'",
        "INSERT OR REPLACE INTO questionnaires VALUES ('url', '1.0', x'01', '')",
        "DELETE FROM questionnaires",
        "UPDATE audit_events SET detail = 'nothing'",
        "UPDATE audit_events SET seq = 2",
        "INSERT OR REPLACE INTO audit_events VALUES (1, '', 'k', 'staff', 'read', 'p', 'a', '', '', 'h', '')",
        "INSERT INTO audit_events VALUES (3, '', 'k', 'staff', 'read', 'p', 'a', '', '', 'h', '')",
        "DELETE FROM audit_events",
    ],
)
def test_what_is_kept_for_ever_cannot_be_rewritten(assessment: Database, statement: str) -> None:
    assert refused(assessment, statement)


@pytest.mark.parametrize("status", ["back_completed", "no_need_now", "signed", "handed_over", "closed", "cancelled"])
def test_a_concluded_back_page_cannot_be_rewritten(assessment: Database, status: str) -> None:
    assert not refused(assessment, "UPDATE assessments SET care_plan = '{\"needs\": []}'")
    assessment.execute("UPDATE assessments SET status = ?", [status])
    assert refused(assessment, "UPDATE assessments SET care_plan = '{}'")
    assert refused(assessment, "UPDATE assessments SET care_plan = NULL")
    assert not refused(assessment, "UPDATE assessments SET care_plan = '{\"needs\": []}'")  # the same once more


@pytest.mark.parametrize("status", ["signed", "handed_over", "contacted", "plan_started", "closed", "declined"])
def test_who_signed_and_what_for_cannot_be_rewritten(assessment: Database, status: str) -> None:
    assert not refused(assessment, 'UPDATE assessments SET details = \'{"unit": "B"}\'')
    assessment.execute("UPDATE assessments SET status = ?", [status])
    assert refused(assessment, "UPDATE assessments SET details = '{}'")
    assert not refused(assessment, "UPDATE assessments SET details = '{\"unit\": \"B\"}', handed_over_at = 'now'")


def test_erasing_a_citizen_takes_everything_along_but_the_trace(assessment: Database) -> None:
    assessment.execute("UPDATE assessments SET status = 'signed'")
    assert not refused(assessment, "DELETE FROM patients WHERE id = 'p'")
    tables = [str(row["name"]) for row in assessment.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    assert {table for table in tables if assessment.row(f"SELECT * FROM {table}")} == {
        "_sqlite_migrations",
        "audit_state",
        "audit_events",
        "questionnaires",
        "retention",
    }


def test_a_table_takes_nothing_of_another_kind(assessment: Database) -> None:
    assert refused(assessment, "UPDATE assessments SET revision = 'two'")
    assert refused(assessment, "UPDATE patients SET name = NULL")
