"""The table of what arrived from elsewhere: rows are added, and go with their citizen."""

RECEIVED = """
CREATE TABLE received_assessments (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    assessment_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    content_hash TEXT NOT NULL UNIQUE,
    received_at TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX received_by_patient ON received_assessments (patient_id);
CREATE INDEX received_by_assessment ON received_assessments (assessment_id);
CREATE TRIGGER received_stay_as_they_came BEFORE UPDATE ON received_assessments
BEGIN SELECT RAISE(ABORT, 'what arrived stays as it came'); END;
CREATE TRIGGER received_stay BEFORE DELETE ON received_assessments
WHEN EXISTS (SELECT 1 FROM patients WHERE id = OLD.patient_id)
BEGIN SELECT RAISE(ABORT, 'what arrived stays as it came'); END;
"""
"""Sheets of other places are taken in without retyping."""
