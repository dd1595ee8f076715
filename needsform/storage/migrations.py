"""The shape of the store, as named steps in order; each is one transaction with the record that it ran."""

import sqlite_utils
from sqlite_utils import Migrations

from needsform.models.errors import WorldError
from needsform.storage.database import Database

STEPS = Migrations("needsform")


def migrate(database: Database) -> None:
    """Bring the store to this program's shape.

    Raises WorldError `store.newer` and changes nothing if a newer program has been here.
    """
    known = {step.name for step in Migrations.pending(STEPS, sqlite_utils.Database(memory=True))}
    applied = {step.name for step in STEPS.applied(database.tables)}
    if applied - known:
        raise WorldError("store.newer")
    if known - applied:
        with database.atomic():
            STEPS.apply(database.tables)


@STEPS()
def first_floor(db: sqlite_utils.Database) -> None:
    """People, forms, assessments with their answers and history, and the trace."""
    for statement in _FIRST_FLOOR.split(";;"):
        db.execute(statement)


_FIRST_FLOOR = """
CREATE TABLE sites (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    data TEXT NOT NULL
) STRICT;;
CREATE TABLE practitioners (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    data TEXT NOT NULL,
    disabled_at TEXT
) STRICT;;
CREATE TABLE patients (
    id TEXT PRIMARY KEY,
    identifier_kind TEXT NOT NULL,
    identifier TEXT NOT NULL,
    name TEXT NOT NULL,
    municipality_code TEXT NOT NULL,
    data TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (identifier_kind, identifier)
) STRICT;;
CREATE INDEX patients_by_identifier ON patients (identifier);;
CREATE TABLE patient_words (
    word TEXT NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    PRIMARY KEY (word, patient_id)
) STRICT, WITHOUT ROWID;;
CREATE INDEX patient_words_by_patient ON patient_words (patient_id);;
CREATE TABLE questionnaires (
    url TEXT NOT NULL,
    version TEXT NOT NULL,
    source BLOB NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (url, version)
) STRICT;;
CREATE TABLE assessments (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    questionnaire_url TEXT NOT NULL,
    questionnaire_version TEXT NOT NULL,
    status TEXT NOT NULL,
    revision INTEGER NOT NULL,
    change INTEGER NOT NULL,
    place TEXT,
    details TEXT NOT NULL,
    care_plan TEXT,
    created_at TEXT NOT NULL,
    front_completed_at TEXT,
    signed_at TEXT,
    handed_over_at TEXT,
    UNIQUE (patient_id, number)
) STRICT;;
CREATE INDEX assessments_by_status ON assessments (status, created_at);;
CREATE TABLE answers (
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    link_id TEXT NOT NULL,
    value TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, link_id)
) STRICT, WITHOUT ROWID;;
CREATE TABLE answer_history (
    id INTEGER PRIMARY KEY,
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    value TEXT,
    answered_at TEXT NOT NULL
) STRICT;;
CREATE INDEX answer_history_by_assessment ON answer_history (assessment_id);;
CREATE TABLE revisions (
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    reason TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    PRIMARY KEY (assessment_id, revision)
) STRICT, WITHOUT ROWID;;
CREATE TABLE audit_events (
    seq INTEGER PRIMARY KEY,
    recorded_at TEXT NOT NULL,
    practitioner_id TEXT,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    patient_id TEXT,
    assessment_id TEXT,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL
) STRICT;;
CREATE INDEX audit_events_by_patient ON audit_events (patient_id);;
CREATE TRIGGER answers_are_locked_on_insert BEFORE INSERT ON answers
WHEN (SELECT status FROM assessments WHERE id = NEW.assessment_id) IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'the front page is locked'); END;;
CREATE TRIGGER answers_are_locked_on_update BEFORE UPDATE ON answers
WHEN (SELECT status FROM assessments WHERE id = OLD.assessment_id) IS NOT 'draft'
BEGIN SELECT RAISE(ABORT, 'the front page is locked'); END;;
CREATE TRIGGER answers_are_locked_on_delete BEFORE DELETE ON answers
WHEN (SELECT status FROM assessments WHERE id = OLD.assessment_id) IN
    ('front_completed', 'dialogue_held', 'back_completed', 'no_need_now', 'signed', 'handed_over')
BEGIN SELECT RAISE(ABORT, 'the front page is locked'); END;;
CREATE TRIGGER care_plans_are_locked BEFORE UPDATE OF care_plan ON assessments
WHEN OLD.care_plan IS NOT NEW.care_plan AND OLD.status NOT IN ('draft', 'front_completed', 'dialogue_held')
BEGIN SELECT RAISE(ABORT, 'the back page is locked'); END;;
CREATE TRIGGER revisions_are_kept BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'a closed revision is kept as it was'); END;;
CREATE TRIGGER audit_events_are_kept BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END
"""
