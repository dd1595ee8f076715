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

PLANNED_ASSESSMENTS = """
-- The next assessment that the latest signed back page of a citizen plans. The next one that is signed closes it.
CREATE TABLE planned_assessments (
    assessment_id TEXT PRIMARY KEY REFERENCES assessments (id) ON DELETE CASCADE,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    planned TEXT NOT NULL,
    due_on TEXT,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE INDEX planned_assessments_by_due ON planned_assessments (due_on) WHERE is_open;
CREATE INDEX planned_assessments_by_patient ON planned_assessments (patient_id);

-- What was planned before there was a list: days as they are typed, anything else as an occasion.
INSERT INTO planned_assessments (assessment_id, patient_id, planned, due_on, is_open)
SELECT id, patient_id, planned, CASE
    WHEN planned GLOB '[0-3][0-9]-[01][0-9]-[12][0-9][0-9][0-9]'
    THEN date(substr(planned, 7) || '-' || substr(planned, 4, 2) || '-' || substr(planned, 1, 2))
    WHEN planned GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' THEN date(planned)
END, 1
FROM (SELECT a.id, a.patient_id, a.care_plan ->> '$.next_assessment' AS planned FROM assessments a
    WHERE a.status IN ('signed', 'handed_over', 'contacted', 'plan_started', 'closed') AND a.number = (
        SELECT max(b.number) FROM assessments b WHERE b.patient_id = a.patient_id
        AND b.status IN ('signed', 'handed_over', 'contacted', 'plan_started', 'closed')
    ))
WHERE coalesce(planned, '') <> '';
"""
"""When citizens are to be assessed again."""

DISMISSED_PLANS = """
-- Taken off the list by somebody, not by the next assessment: signing the same again does not bring it back.
ALTER TABLE planned_assessments ADD COLUMN is_dismissed INTEGER NOT NULL DEFAULT 0 CHECK (is_dismissed IN (0, 1));
UPDATE planned_assessments SET is_dismissed = 1 WHERE NOT is_open AND NOT EXISTS (
    SELECT 1 FROM assessments a JOIN assessments b ON b.patient_id = a.patient_id AND b.number > a.number
    WHERE a.id = planned_assessments.assessment_id AND b.signed_at IS NOT NULL
);
"""
"""Whether a planned assessment was taken off the list by hand."""

CALLS_THAT_WAIT = """
-- A call that a back page asks for is on the list before anybody has written when treatment ended.
CREATE TABLE calls_that_wait (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    due_from TEXT,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    change INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
INSERT INTO calls_that_wait SELECT * FROM follow_up_calls ORDER BY rowid;
DROP TABLE follow_up_calls;
ALTER TABLE calls_that_wait RENAME TO follow_up_calls;
CREATE INDEX follow_up_calls_by_due ON follow_up_calls (is_open, due_from);
CREATE INDEX follow_up_calls_by_patient ON follow_up_calls (patient_id);
CREATE TRIGGER closed_calls_stay BEFORE UPDATE ON follow_up_calls
WHEN NOT OLD.is_open AND (NEW.is_open OR json_remove(NEW.data, '$.change', '$.asked_by', '$.is_from_back_page')
    <> json_remove(OLD.data, '$.change', '$.asked_by', '$.is_from_back_page'))
BEGIN SELECT RAISE(ABORT, 'a closed call stays closed'); END;
"""
"""Calls without a day, and that a closed one may still be told which back page asked for it."""
