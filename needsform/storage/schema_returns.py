"""The table of citizens who came back."""

RETURNS = """
-- What began when a citizen came back, and the course that had ended. Both are the citizen's own.
CREATE TABLE returns (
    number INTEGER PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    case_id TEXT UNIQUE REFERENCES referrals (id) ON DELETE CASCADE,
    assessment_id TEXT UNIQUE REFERENCES assessments (id) ON DELETE CASCADE,
    former_case_id TEXT REFERENCES referrals (id) ON DELETE CASCADE,
    former_plan_id TEXT REFERENCES plans (id) ON DELETE CASCADE,
    CHECK ((case_id IS NULL) <> (assessment_id IS NULL)),
    CHECK ((former_case_id IS NULL) <> (former_plan_id IS NULL)),
    CHECK (former_case_id IS NULL OR former_case_id IS NOT case_id)
) STRICT;
CREATE INDEX returns_by_patient ON returns (patient_id);
CREATE INDEX returns_by_former_case ON returns (former_case_id);
CREATE INDEX returns_by_former_plan ON returns (former_plan_id);
CREATE TRIGGER returns_are_to_ones_own_course BEFORE INSERT ON returns
WHEN NOT EXISTS (SELECT 1 FROM referrals WHERE id = NEW.case_id AND patient_id = NEW.patient_id
        UNION ALL SELECT 1 FROM assessments WHERE id = NEW.assessment_id AND patient_id = NEW.patient_id)
    OR NOT EXISTS (SELECT 1 FROM referrals WHERE id = NEW.former_case_id AND patient_id = NEW.patient_id
            AND status = 'closed'
        UNION ALL SELECT 1 FROM plans WHERE id = NEW.former_plan_id AND patient_id = NEW.patient_id
            AND status = 'ended')
BEGIN SELECT RAISE(ABORT, 'a citizen comes back to a course of their own that has ended'); END;
CREATE TRIGGER returns_are_kept BEFORE UPDATE ON returns
BEGIN SELECT RAISE(ABORT, 'what a citizen came back to stays'); END;
"""
"""Who came back, and to what."""
