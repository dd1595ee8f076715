"""The tables of what comes after a back page is signed."""

ACTION_NOTES = """
-- What became of the actions on signed back pages, our own and those that arrived. The last note of an action holds.
CREATE TABLE action_notes (
    number INTEGER PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    noted_at TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX action_notes_by_patient ON action_notes (patient_id);
CREATE TRIGGER action_notes_are_kept BEFORE UPDATE ON action_notes
BEGIN SELECT RAISE(ABORT, 'what was noted of an action is kept'); END;
CREATE TRIGGER action_notes_are_kept_whole BEFORE DELETE ON action_notes
WHEN EXISTS (SELECT 1 FROM patients WHERE id = OLD.patient_id)
BEGIN SELECT RAISE(ABORT, 'what was noted of an action is kept'); END;
"""
"""How far actions are, noted beside what was signed."""
