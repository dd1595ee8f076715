"""The tables of what left, and of whom to tell."""

DELIVERIES = """
-- What is said of every receiver of a revision. A correction is a row of its own; the last one holds.
CREATE TABLE deliveries (
    number INTEGER PRIMARY KEY,
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    recipient TEXT NOT NULL CHECK (recipient IN ('citizen', 'municipality', 'gp', 'record')),
    state TEXT NOT NULL CHECK (state IN ('missing', 'done', 'not_wanted')),
    data TEXT NOT NULL
) STRICT;
CREATE INDEX deliveries_by_assessment ON deliveries (assessment_id);
CREATE TRIGGER deliveries_are_kept BEFORE UPDATE ON deliveries
BEGIN SELECT RAISE(ABORT, 'what was noted as handed over is kept'); END;
CREATE TRIGGER deliveries_are_kept_whole BEFORE DELETE ON deliveries
WHEN EXISTS (SELECT 1 FROM assessments WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'what was noted as handed over is kept'); END;
CREATE TRIGGER only_what_is_signed_leaves BEFORE INSERT ON deliveries
WHEN NOT EXISTS (
    SELECT 1 FROM assessments WHERE id = NEW.assessment_id AND revision = NEW.revision
    AND status IN ('signed', 'handed_over', 'contacted', 'plan_started', 'closed')
)
BEGIN SELECT RAISE(ABORT, 'only what is signed leaves'); END;

-- Until now a sheet was handed over when the citizen had it; by whom was not kept.
INSERT INTO deliveries (assessment_id, revision, recipient, state, data)
SELECT id, revision, 'citizen', 'done', json_object(
    'assessment_id', id, 'revision', revision, 'recipient', 'citizen', 'state', 'done', 'channel', 'by_hand',
    'at', handed_over_at, 'by', json('{"name": ""}')
) FROM assessments
WHERE handed_over_at IS NOT NULL AND status IN ('handed_over', 'contacted', 'plan_started', 'closed');

-- Whom to tell of citizens of a municipality, and from when to when.
CREATE TABLE receivers (
    id TEXT PRIMARY KEY,
    municipality_code TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX receivers_by_municipality ON receivers (municipality_code);
"""
"""What leaves is noted by receiver, and there is a list of whom to tell."""
