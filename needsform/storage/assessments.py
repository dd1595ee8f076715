"""Rows ↔ assessments. A write succeeds only on the state that its writer saw (`change`), or nothing is written."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from needsform.models.assessment import (
    CORRECTIONS,
    REOPENABLE,
    SIGNED_OR_LATER,
    STEPS,
    Assessment,
    AssessmentDetails,
    AssessmentStatus,
    AssessmentSummary,
)
from needsform.models.care_plan import CarePlan
from needsform.models.errors import WorldError
from needsform.models.frozen import Frozen
from needsform.models.identifier import IdentifierKind, shown
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.storage.database import Database, Row, Value

_DETAILS = frozenset(AssessmentDetails.model_fields)


def add_assessment(database: Database, assessment: Assessment) -> None:
    """Write a new assessment without answers."""
    database.execute(
        "INSERT INTO assessments (id, patient_id, number, questionnaire_url, questionnaire_version, status, revision,"
        " change, place, details, care_plan, created_at, front_completed_at, signed_at, handed_over_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?)",
        [
            assessment.id,
            assessment.patient_id,
            assessment.number,
            assessment.response.questionnaire_url,
            assessment.response.questionnaire_version,
            assessment.status.value,
            assessment.revision,
            assessment.change,
            assessment.place,
            _details(assessment).model_dump_json(),
            assessment.created_at.isoformat(),
            *_stamps(assessment),
        ],
    )


def save_assessment(database: Database, assessment: Assessment) -> Assessment:
    """Write everything but the answers; the assessment with its new `change`.

    Raises WorldError `assessment.changed_elsewhere` if the store no longer holds what the writer saw, and
    `store.refused` if no step leads from what it holds to what is to be written.
    """
    saved = assessment.model_copy(update={"change": assessment.change + 1})
    columns = "status, revision, details, care_plan"
    stored = database.row(
        f"SELECT {columns} FROM assessments WHERE id = ? AND change = ?", [assessment.id, assessment.change]
    )
    if stored is None:
        raise WorldError("assessment.changed_elsewhere")
    if not _is_next(stored, saved):
        raise WorldError("store.refused")
    changed = database.execute(
        "UPDATE assessments SET status = ?, revision = ?, change = ?, place = ?, details = ?, care_plan = ?,"
        " front_completed_at = ?, signed_at = ?, handed_over_at = ? WHERE id = ? AND change = ?",
        [
            saved.status.value,
            saved.revision,
            saved.change,
            saved.place,
            _kept_or_new(stored.get("details"), _details(saved)),
            _kept_or_new(stored.get("care_plan"), saved.care_plan),
            *_stamps(saved),
            assessment.id,
            assessment.change,
        ],
    )
    _require_one(changed)
    return saved


def save_answers(
    database: Database, assessment: Assessment, changes: Mapping[LinkId, Answer | None], at: datetime
) -> int:
    """Write what changed in the answers, with its history; the assessment's new `change`.

    Raises WorldError `assessment.changed_elsewhere`; the store itself refuses answers to a locked front page.
    """
    change, stamp = assessment.change + 1, at.isoformat()
    changed = database.execute(
        "UPDATE assessments SET change = ? WHERE id = ? AND change = ? AND status = 'draft'",
        [change, assessment.id, assessment.change],
    )
    _require_one(changed)
    for link_id, answer in changes.items():
        value = None if answer is None else json.dumps(answer, ensure_ascii=False)
        if value is None:
            database.execute("DELETE FROM answers WHERE assessment_id = ? AND link_id = ?", [assessment.id, link_id])
        else:
            database.execute(
                "INSERT INTO answers (assessment_id, link_id, value, answered_at) VALUES (?, ?, ?, ?)"
                " ON CONFLICT (assessment_id, link_id) DO UPDATE SET value = excluded.value,"
                " answered_at = excluded.answered_at",
                [assessment.id, link_id, value, stamp],
            )
        database.execute(
            "INSERT INTO answer_history (assessment_id, change, link_id, revision, value, answered_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            [assessment.id, change, link_id, assessment.revision, value, stamp],
        )
    return change


def save_place(database: Database, assessment_id: AssessmentId, place: LinkId | None) -> None:
    """Remember the page that the citizen has come to."""
    database.execute("UPDATE assessments SET place = ? WHERE id = ? AND status = 'draft'", [place, assessment_id])


def keep_revision(database: Database, assessment_id: AssessmentId, reason: str, at: datetime) -> None:
    """Keep the present revision for ever as it is on disk. Raises WorldError `assessment.unknown`."""
    closed = load_assessment(database, assessment_id)
    database.execute(
        "INSERT INTO revisions (assessment_id, revision, reason, closed_at, snapshot) VALUES (?, ?, ?, ?, ?)",
        [assessment_id, closed.revision, reason, at.isoformat(), closed.model_dump_json()],
    )


def load_revisions(database: Database, assessment_id: AssessmentId) -> tuple[tuple[str, Assessment], ...]:
    """The closed revisions of an assessment, oldest first, each with the reason why it was reopened."""
    rows = database.rows(
        "SELECT reason, snapshot FROM revisions WHERE assessment_id = ? ORDER BY revision", [assessment_id]
    )
    return tuple((str(row["reason"]), Assessment.model_validate_json(str(row["snapshot"]))) for row in rows)


def load_assessment(database: Database, assessment_id: AssessmentId) -> Assessment:
    """An assessment with its answers and back page. Raises WorldError `assessment.unknown`."""
    row = database.row("SELECT * FROM assessments WHERE id = ?", [assessment_id])
    if row is None:
        raise WorldError("assessment.unknown")
    answers = database.rows("SELECT link_id, value FROM answers WHERE assessment_id = ?", [assessment_id])
    return assessment_of(row, answers)


def assessment_of(row: Row, answers: Iterable[Row]) -> Assessment:
    """A row of the table of assessments with its rows of the table of answers."""
    response = QuestionnaireResponse(
        questionnaire_url=str(row["questionnaire_url"]),
        questionnaire_version=str(row["questionnaire_version"]),
        answers={LinkId(str(a["link_id"])): _answer(str(a["value"])) for a in answers},
    )
    care_plan = row["care_plan"]
    return Assessment(
        **AssessmentDetails.model_validate_json(str(row["details"])).__dict__,
        id=AssessmentId(str(row["id"])),
        patient_id=PatientId(str(row["patient_id"])),
        number=_integer(row, "number"),
        status=AssessmentStatus(str(row["status"])),
        revision=_integer(row, "revision"),
        change=_integer(row, "change"),
        place=None if row["place"] is None else LinkId(str(row["place"])),
        response=response,
        care_plan=None if care_plan is None else CarePlan.model_validate_json(str(care_plan)),
        created_at=datetime.fromisoformat(str(row["created_at"])),
        front_completed_at=_moment(row, "front_completed_at"),
        signed_at=_moment(row, "signed_at"),
        handed_over_at=_moment(row, "handed_over_at"),
    )


def next_number(database: Database, patient_id: PatientId) -> int:
    """The number of a citizen's next assessment."""
    row = database.row("SELECT max(number) AS last FROM assessments WHERE patient_id = ?", [patient_id])
    return 1 if row is None or row["last"] is None else _integer(row, "last") + 1


def summaries_by_status(
    database: Database, statuses: Iterable[AssessmentStatus], limit: int
) -> tuple[AssessmentSummary, ...]:
    """Rows for a worklist, longest waiting first: in the order they were begun, whatever the clock said."""
    wanted = [status.value for status in statuses]
    places = ", ".join("?" for _ in wanted)
    rows = database.rows(
        f"{_SUMMARY} WHERE a.status IN ({places}) ORDER BY a.rowid LIMIT ?",
        [*wanted, limit],
    )
    return tuple(_summary(row) for row in rows)


def summaries_of_patient(database: Database, patient_id: PatientId) -> tuple[AssessmentSummary, ...]:
    """A citizen's assessments, newest first."""
    rows = database.rows(f"{_SUMMARY} WHERE a.patient_id = ? ORDER BY a.number DESC", [patient_id])
    return tuple(_summary(row) for row in rows)


@dataclass(frozen=True, slots=True)
class SignedRow:
    """One assessment that was signed, and the form it was filled in on (url, version)."""

    id: AssessmentId
    form: tuple[str, str]


def signed_between(database: Database, since: date, until: date) -> tuple[SignedRow, ...]:
    """What was signed from the one day to the other, both included, and is signed still; oldest first."""
    wanted = sorted(status.value for status in SIGNED_OR_LATER)
    rows = database.rows(
        "SELECT id, questionnaire_url, questionnaire_version FROM assessments"
        f" WHERE status IN ({', '.join('?' for _ in wanted)}) AND substr(signed_at, 1, 10) BETWEEN ? AND ?"
        " ORDER BY signed_at, rowid",
        [*wanted, since.isoformat(), until.isoformat()],
    )
    return tuple(
        SignedRow(AssessmentId(str(row["id"])), (str(row["questionnaire_url"]), str(row["questionnaire_version"])))
        for row in rows
    )


_SUMMARY = (
    "SELECT a.id, a.patient_id, a.status, a.revision, a.created_at, a.place, a.front_completed_at, a.signed_at,"
    " a.handed_over_at, a.details ->> 'occasion' AS occasion, a.details ->> 'filled_by' AS filled_by,"
    " a.details ->> 'held_on' AS held_on, p.name AS patient_name, p.identifier_kind, p.identifier FROM assessments a"
    " JOIN patients p ON p.id = a.patient_id"
)
"""The columns are named as the fields of a summary: one reading checks them all, where lists have dozens of rows."""


def _details(assessment: Assessment) -> AssessmentDetails:
    return AssessmentDetails.model_construct(**{name: getattr(assessment, name) for name in _DETAILS})


def _kept_or_new(stored: Value, model: Frozen | None) -> str | None:
    """The text to store: the very text that is there if it says the same.

    A later program may write the same thing differently, and what is locked must still be seen not to change.
    """
    if model is None:
        return None
    if isinstance(stored, str) and type(model).model_validate_json(stored) == model:
        return stored
    return model.model_dump_json()


def _stamps(assessment: Assessment) -> tuple[Value, ...]:
    moments = (assessment.front_completed_at, assessment.signed_at, assessment.handed_over_at)
    return tuple(None if moment is None else moment.isoformat() for moment in moments)


def _is_next(stored: Row, saved: Assessment) -> bool:
    """Whether what is to be written follows what is stored, whatever its writer took the status to be."""
    before = AssessmentStatus(str(stored["status"]))
    if saved.revision == stored["revision"]:
        return saved.status is before or saved.status in STEPS[before] | CORRECTIONS.get(before, frozenset())
    is_one_more = saved.revision == _integer(stored, "revision") + 1
    return is_one_more and saved.status is AssessmentStatus.DRAFT and before in REOPENABLE


def _require_one(changed: int) -> None:
    if changed != 1:
        raise WorldError("assessment.changed_elsewhere")


def _answer(text: str) -> Answer:
    value = json.loads(text)
    return tuple(LinkId(topic) for topic in value) if isinstance(value, list) else value


def _integer(row: Row, column: str) -> int:
    value = row[column]
    assert isinstance(value, int)  # noqa: S101 - an INTEGER column of a STRICT table
    return value


def _moment(row: Row, column: str) -> datetime | None:
    return None if row[column] is None else datetime.fromisoformat(str(row[column]))


def _summary(row: Row) -> AssessmentSummary:
    said = dict(row)
    identifier = shown(IdentifierKind(str(said.pop("identifier_kind"))), str(said.pop("identifier")))
    return AssessmentSummary.model_validate({**said, "patient_identifier": identifier})
