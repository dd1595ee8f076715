"""The tables of the store, and the triggers by which the store itself refuses what must never happen.

The services check first and answer with a sentence. The triggers stand behind them, so that no later screen, verb
or slip can change what a citizen has finished, what was signed, or the trace of who did it.
"""

FIRST_FLOOR = """
CREATE TABLE sites (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    data TEXT NOT NULL
) STRICT;

CREATE TABLE practitioners (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    data TEXT NOT NULL,
    disabled_at TEXT
) STRICT;

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
) STRICT;
CREATE INDEX patients_by_identifier ON patients (identifier);

CREATE TABLE patient_words (
    word TEXT NOT NULL,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    PRIMARY KEY (word, patient_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_words_by_patient ON patient_words (patient_id);

CREATE TABLE questionnaires (
    url TEXT NOT NULL,
    version TEXT NOT NULL,
    source BLOB NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (url, version)
) STRICT;

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
) STRICT;
CREATE INDEX assessments_by_status ON assessments (status);

CREATE TABLE answers (
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    link_id TEXT NOT NULL,
    value TEXT NOT NULL,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, link_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE answer_history (
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    change INTEGER NOT NULL,
    link_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    value TEXT,
    answered_at TEXT NOT NULL,
    PRIMARY KEY (assessment_id, change, link_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE revisions (
    assessment_id TEXT NOT NULL REFERENCES assessments (id) ON DELETE CASCADE,
    revision INTEGER NOT NULL,
    reason TEXT NOT NULL,
    closed_at TEXT NOT NULL,
    snapshot TEXT NOT NULL,
    PRIMARY KEY (assessment_id, revision)
) STRICT, WITHOUT ROWID;

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
) STRICT;
CREATE INDEX audit_events_by_patient ON audit_events (patient_id);

-- The front page: answers change in a draft only. Erasing a whole assessment takes its answers along: by then the
-- assessment is gone, its status is NULL, and NULL <> 'draft' lets the deletion through.
CREATE TRIGGER answers_are_locked_on_insert BEFORE INSERT ON answers
WHEN (SELECT status FROM assessments WHERE id = NEW.assessment_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the front page is locked'); END;
CREATE TRIGGER answers_are_locked_on_update BEFORE UPDATE ON answers
WHEN EXISTS (SELECT 1 FROM assessments WHERE id IN (OLD.assessment_id, NEW.assessment_id) AND status <> 'draft')
BEGIN SELECT RAISE(ABORT, 'the front page is locked'); END;
CREATE TRIGGER answers_are_locked_on_delete BEFORE DELETE ON answers
WHEN (SELECT status FROM assessments WHERE id = OLD.assessment_id) <> 'draft'
BEGIN SELECT RAISE(ABORT, 'the front page is locked'); END;
CREATE TRIGGER answer_history_is_kept BEFORE UPDATE ON answer_history
BEGIN SELECT RAISE(ABORT, 'what was answered before is kept'); END;
CREATE TRIGGER answer_history_is_kept_whole BEFORE DELETE ON answer_history
WHEN EXISTS (SELECT 1 FROM assessments WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'what was answered before is kept'); END;

-- Opening a finished front page again takes a new revision, and the old one kept.
CREATE TRIGGER reopening_makes_a_revision BEFORE UPDATE OF status ON assessments
WHEN NEW.status = 'draft' AND OLD.status <> 'draft' AND NOT (
    NEW.revision = OLD.revision + 1
    AND EXISTS (SELECT 1 FROM revisions WHERE assessment_id = OLD.id AND revision = OLD.revision)
)
BEGIN SELECT RAISE(ABORT, 'a finished front page is opened again as a new revision'); END;
CREATE TRIGGER revisions_are_kept BEFORE UPDATE ON revisions
BEGIN SELECT RAISE(ABORT, 'a closed revision is kept as it was'); END;
CREATE TRIGGER revisions_are_kept_whole BEFORE DELETE ON revisions
WHEN EXISTS (SELECT 1 FROM assessments WHERE id = OLD.assessment_id)
BEGIN SELECT RAISE(ABORT, 'a closed revision is kept as it was'); END;

-- The back page and what is signed.
CREATE TRIGGER care_plans_are_locked BEFORE UPDATE OF care_plan ON assessments
WHEN OLD.care_plan IS NOT NEW.care_plan AND OLD.status NOT IN ('draft', 'front_completed', 'dialogue_held')
BEGIN SELECT RAISE(ABORT, 'the back page is locked'); END;
CREATE TRIGGER signed_details_are_locked BEFORE UPDATE OF details ON assessments
WHEN OLD.details <> NEW.details
    AND OLD.status NOT IN ('draft', 'front_completed', 'dialogue_held', 'back_completed', 'no_need_now')
BEGIN SELECT RAISE(ABORT, 'the assessment is signed'); END;

-- The form: an assessment keeps for ever the version that it was filled in on.
CREATE TRIGGER assessments_keep_their_form BEFORE UPDATE OF questionnaire_url, questionnaire_version ON assessments
BEGIN SELECT RAISE(ABORT, 'an assessment keeps its form'); END;
CREATE TRIGGER questionnaires_are_kept BEFORE UPDATE ON questionnaires
BEGIN SELECT RAISE(ABORT, 'a form never changes'); END;
CREATE TRIGGER questionnaires_are_kept_whole BEFORE DELETE ON questionnaires
BEGIN SELECT RAISE(ABORT, 'a form is never taken away'); END;

-- The trace: rows are added at its end and nowhere else.
CREATE TRIGGER audit_events_are_numbered BEFORE INSERT ON audit_events
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM audit_events)
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER audit_events_are_kept BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER audit_events_are_kept_whole BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
"""
"""The first released shape. Never edited once released: a change is a step of its own in `migrations`."""

ERASURES = """
CREATE TABLE erasures (
    patient_id TEXT PRIMARY KEY,
    erased_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER erasures_are_kept BEFORE UPDATE ON erasures
BEGIN SELECT RAISE(ABORT, 'an erasure is for ever'); END;
CREATE TRIGGER erasures_are_kept_whole BEFORE DELETE ON erasures
BEGIN SELECT RAISE(ABORT, 'an erasure is for ever'); END;
CREATE TRIGGER erased_patients_stay_away BEFORE INSERT ON patients
WHEN EXISTS (SELECT 1 FROM erasures WHERE patient_id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'this citizen was erased'); END;
"""
"""Who was erased, by the record's id alone, so that no older copy brings them back."""

TRACE_REVIEW = """
ALTER TABLE audit_events ADD COLUMN clock_jump TEXT NOT NULL DEFAULT '';

-- Without the ticks, which are most of the rows: a tick must not pay for a review.
CREATE INDEX audit_events_by_action ON audit_events (action) WHERE action <> 'answer';
CREATE INDEX audit_events_by_clock_jump ON audit_events (clock_jump) WHERE clock_jump <> '';

-- What the trace needs to know of itself: what its files beside the store are signed with, and how far the list of
-- tries at the door has been taken in.
CREATE TABLE audit_state (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    months_kept INTEGER NOT NULL CHECK (months_kept BETWEEN 6 AND 120),
    is_anchored INTEGER NOT NULL CHECK (is_anchored IN (0, 1)),
    secret TEXT,
    door_count INTEGER NOT NULL,
    door_key TEXT
) STRICT;
INSERT INTO audit_state VALUES (1, 24, 0, NULL, 0, NULL);
CREATE TRIGGER audit_state_is_kept BEFORE DELETE ON audit_state
BEGIN SELECT RAISE(ABORT, 'the trace is looked after'); END;

-- Where the trace begins once old rows are deleted: the last of them, by number and hash, signed. Only rows that are
-- carried can be deleted, and only rows can be carried that are half a year older than the newest.
CREATE TABLE audit_carried (
    seq INTEGER PRIMARY KEY,
    hash TEXT NOT NULL,
    carried_at TEXT NOT NULL,
    signature TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_carried_is_an_old_row BEFORE INSERT ON audit_carried
WHEN NOT EXISTS (
    SELECT 1 FROM audit_events old, audit_events newest
    WHERE old.seq = NEW.seq AND old.hash = NEW.hash
    AND newest.seq = (SELECT max(seq) FROM audit_events)
    AND unixepoch(old.recorded_at) <= unixepoch(newest.recorded_at) - 180 * 86400
)
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER audit_carried_is_kept BEFORE UPDATE ON audit_carried
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
CREATE TRIGGER audit_carried_is_kept_whole BEFORE DELETE ON audit_carried
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;

DROP TRIGGER audit_events_are_kept_whole;
CREATE TRIGGER audit_events_are_kept_whole BEFORE DELETE ON audit_events
WHEN OLD.seq > (SELECT coalesce(max(seq), 0) FROM audit_carried)
BEGIN SELECT RAISE(ABORT, 'the trace is append-only'); END;
"""
"""The trace can be reviewed, kept for a time, and say when the clock was wrong."""

PEOPLE_AND_KEYS = """
-- The key slots as they hold: the key file beside the store is written after this row.
CREATE TABLE key_slots (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    data TEXT NOT NULL
) STRICT;

-- Keys that this store had before: copies of it from then can still be opened.
CREATE TABLE former_keys (
    key BLOB PRIMARY KEY,
    replaced_at TEXT NOT NULL
) STRICT;

-- When somebody else chose this person's password; NULL once they have their own.
ALTER TABLE practitioners ADD COLUMN password_given_at TEXT;
"""
"""Several members of staff, each with an own way in that only the store's own slots decide about."""

RETENTION = """
-- How long citizens' records are kept, and of how many erasures all backups are known to be free.
CREATE TABLE retention (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    years INTEGER NOT NULL CHECK (years BETWEEN 1 AND 50),
    days_after_hand_over INTEGER CHECK (days_after_hand_over BETWEEN 1 AND 3650),
    swept INTEGER NOT NULL
) STRICT;
INSERT INTO retention VALUES (1, 10, NULL, 0);
CREATE TRIGGER retention_is_kept BEFORE DELETE ON retention
BEGIN SELECT RAISE(ABORT, 'the rule of retention stays'); END;

-- Records that stay until further notice.
CREATE TABLE holds (
    patient_id TEXT PRIMARY KEY REFERENCES patients (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason <> ''),
    placed_at TEXT NOT NULL
) STRICT;
CREATE TRIGGER held_patients_stay BEFORE DELETE ON patients
WHEN EXISTS (SELECT 1 FROM holds WHERE patient_id = OLD.id)
BEGIN SELECT RAISE(ABORT, 'this record stays until further notice'); END;

-- When something was last done to an assessment; looking at it is nothing, and a tick is found among the answers.
ALTER TABLE assessments ADD COLUMN touched_at TEXT NOT NULL DEFAULT '';
UPDATE assessments SET touched_at = coalesce(handed_over_at, signed_at, front_completed_at, created_at);
CREATE TRIGGER assessments_are_touched AFTER INSERT ON audit_events
WHEN NEW.assessment_id IS NOT NULL AND NEW.action NOT IN (
    'answer', 'read', 'print', 'print_failed', 'export', 'export_failed', 'refused'
)
BEGIN UPDATE assessments SET touched_at = NEW.recorded_at WHERE id = NEW.assessment_id; END;
"""
"""Citizens' records go when they are old enough and an administrator says so."""

REFERRALS = """
-- A citizen's case at a receiver. Nothing closes it but a step that was written, and nothing opens it again.
CREATE TABLE referrals (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    assessment_id TEXT,
    status TEXT NOT NULL CHECK (status IN ('received', 'contacted', 'plan_begun', 'closed')),
    contact_by TEXT NOT NULL,
    change INTEGER NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX referrals_by_due ON referrals (status, contact_by);
CREATE INDEX referrals_by_patient ON referrals (patient_id);
CREATE INDEX referrals_by_assessment ON referrals (assessment_id);
CREATE TRIGGER closed_referrals_stay BEFORE UPDATE ON referrals
WHEN OLD.status = 'closed'
BEGIN SELECT RAISE(ABORT, 'a closed case stays closed'); END;
"""
"""What arrives at a receiver is worked through, ordered by what is due."""
