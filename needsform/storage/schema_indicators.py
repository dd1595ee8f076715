"""The tables that indicators are counted from: what decides of each form and case, kept by the store itself."""

INDICATORS = """
-- Ten years of a region are two hundred thousand forms. Their details are text of half a kilobyte each; what is counted
-- is a few values of a few members, so each combination that occurs has a number, and a form has that number and a day.
-- Triggers keep both, so that no figure can differ from its forms; nobody else writes here.
CREATE TABLE indicator_kinds (
    id INTEGER PRIMARY KEY,
    unit TEXT NOT NULL,
    setting TEXT NOT NULL,
    occasion TEXT NOT NULL,
    offered TEXT NOT NULL,
    gate TEXT NOT NULL,
    status TEXT NOT NULL,
    conclusion TEXT NOT NULL,
    UNIQUE (unit, setting, occasion, offered, gate, status, conclusion)
) STRICT;

CREATE TABLE indicator_forms (
    assessment_id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    kind INTEGER NOT NULL REFERENCES indicator_kinds (id),
    held_on TEXT NOT NULL
) STRICT;
-- Each is read from one end to the other, so it holds what is needed and nothing else.
CREATE INDEX indicator_forms_by_kind ON indicator_forms (kind, held_on);
CREATE INDEX indicator_forms_by_patient ON indicator_forms (patient_id, kind, held_on);

CREATE TABLE indicator_cases (
    referral_id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    informed_on TEXT NOT NULL,
    contact_by TEXT NOT NULL,
    contacted_on TEXT,
    is_closed INTEGER NOT NULL CHECK (is_closed IN (0, 1)),
    source TEXT NOT NULL
) STRICT;
CREATE INDEX indicator_cases_by_patient ON indicator_cases (patient_id);
CREATE INDEX indicator_cases_by_day ON indicator_cases (informed_on, contact_by, contacted_on, is_closed);

CREATE TABLE indicator_courses (
    plan_id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    source TEXT NOT NULL,
    begun_on TEXT NOT NULL
) STRICT;
CREATE INDEX indicator_courses_by_patient ON indicator_courses (patient_id);
CREATE INDEX indicator_courses_by_source ON indicator_courses (source, begun_on);

CREATE VIEW indicator_facts AS SELECT
    id AS assessment_id,
    patient_id,
    details ->> '$.unit' AS unit,
    details ->> '$.setting' AS setting,
    details ->> '$.occasion' AS occasion,
    coalesce(details ->> '$.offered', 'accepted') AS offered,
    coalesce(details ->> '$.gate', 'none') AS gate,
    status,
    coalesce(care_plan ->> '$.conclusion', '') AS conclusion,
    details ->> '$.held_on' AS held_on
FROM assessments;

CREATE TRIGGER begun_forms_are_counted AFTER INSERT ON assessments
BEGIN
    INSERT OR IGNORE INTO indicator_kinds (unit, setting, occasion, offered, gate, status, conclusion)
    SELECT coalesce(unit, ''), setting, occasion, offered, gate, status, conclusion
    FROM indicator_facts WHERE assessment_id = NEW.id;
    INSERT INTO indicator_forms SELECT assessment_id, patient_id, k.id, held_on
    FROM indicator_facts f JOIN indicator_kinds k ON k.unit = coalesce(f.unit, '') AND k.setting = f.setting
        AND k.occasion = f.occasion AND k.offered = f.offered AND k.gate = f.gate AND k.status = f.status
        AND k.conclusion = f.conclusion
    WHERE assessment_id = NEW.id;
END;
CREATE TRIGGER changed_forms_are_counted AFTER UPDATE OF status, details, care_plan ON assessments
WHEN OLD.status <> NEW.status OR OLD.details <> NEW.details
    OR (OLD.care_plan ->> '$.conclusion') IS NOT (NEW.care_plan ->> '$.conclusion')
BEGIN
    INSERT OR IGNORE INTO indicator_kinds (unit, setting, occasion, offered, gate, status, conclusion)
    SELECT coalesce(unit, ''), setting, occasion, offered, gate, status, conclusion
    FROM indicator_facts WHERE assessment_id = NEW.id;
    UPDATE indicator_forms SET (kind, held_on) = (
        SELECT k.id, f.held_on
        FROM indicator_facts f JOIN indicator_kinds k ON k.unit = coalesce(f.unit, '') AND k.setting = f.setting
            AND k.occasion = f.occasion AND k.offered = f.offered AND k.gate = f.gate AND k.status = f.status
            AND k.conclusion = f.conclusion
        WHERE f.assessment_id = NEW.id
    ) WHERE assessment_id = NEW.id;
END;
-- A unit's name is written by hand and could say anything: with the last form of its kind it goes too.
CREATE TRIGGER kinds_of_nothing_go AFTER DELETE ON indicator_forms
WHEN NOT EXISTS (SELECT 1 FROM indicator_forms WHERE kind = OLD.kind)
BEGIN DELETE FROM indicator_kinds WHERE id = OLD.kind; END;
CREATE TRIGGER kinds_that_were_left_go AFTER UPDATE OF kind ON indicator_forms
WHEN NOT EXISTS (SELECT 1 FROM indicator_forms WHERE kind = OLD.kind)
BEGIN DELETE FROM indicator_kinds WHERE id = OLD.kind; END;
CREATE TRIGGER forms_that_go_are_not_counted AFTER DELETE ON assessments
BEGIN DELETE FROM indicator_forms WHERE assessment_id = OLD.id; END;

CREATE TRIGGER begun_cases_are_counted AFTER INSERT ON referrals
BEGIN
    INSERT INTO indicator_cases VALUES (
        NEW.id, NEW.patient_id, NEW.data ->> '$.informed_on', NEW.contact_by,
        substr(NEW.data ->> '$.contacted_at', 1, 10), NEW.status = 'closed', NEW.data ->> '$.source'
    );
END;
CREATE TRIGGER changed_cases_are_counted AFTER UPDATE OF data, status, contact_by ON referrals
BEGIN
    UPDATE indicator_cases SET
        informed_on = NEW.data ->> '$.informed_on', contact_by = NEW.contact_by,
        contacted_on = substr(NEW.data ->> '$.contacted_at', 1, 10), is_closed = NEW.status = 'closed',
        source = NEW.data ->> '$.source'
    WHERE referral_id = NEW.id;
END;
CREATE TRIGGER cases_that_go_are_not_counted AFTER DELETE ON referrals
BEGIN DELETE FROM indicator_cases WHERE referral_id = OLD.id; END;

CREATE TRIGGER begun_courses_are_counted AFTER INSERT ON plans
WHEN NEW.begun_on IS NOT NULL
BEGIN
    INSERT INTO indicator_courses VALUES (NEW.id, NEW.patient_id, coalesce(
        (SELECT data ->> '$.source' FROM referrals WHERE id = NEW.referral_id), ''
    ), NEW.begun_on);
END;
CREATE TRIGGER changed_courses_are_counted AFTER UPDATE OF begun_on, referral_id ON plans
WHEN NEW.begun_on IS NOT OLD.begun_on OR NEW.referral_id IS NOT OLD.referral_id
BEGIN
    DELETE FROM indicator_courses WHERE plan_id = NEW.id;
    INSERT INTO indicator_courses SELECT NEW.id, NEW.patient_id, coalesce(
        (SELECT data ->> '$.source' FROM referrals WHERE id = NEW.referral_id), ''
    ), NEW.begun_on WHERE NEW.begun_on IS NOT NULL;
END;
CREATE TRIGGER courses_that_go_are_not_counted AFTER DELETE ON plans
BEGIN DELETE FROM indicator_courses WHERE plan_id = OLD.id; END;

INSERT INTO indicator_kinds (unit, setting, occasion, offered, gate, status, conclusion)
SELECT DISTINCT coalesce(unit, ''), setting, occasion, offered, gate, status, conclusion FROM indicator_facts;
INSERT INTO indicator_forms SELECT assessment_id, patient_id, k.id, held_on
FROM indicator_facts f JOIN indicator_kinds k ON k.unit = coalesce(f.unit, '') AND k.setting = f.setting
    AND k.occasion = f.occasion AND k.offered = f.offered AND k.gate = f.gate AND k.status = f.status
    AND k.conclusion = f.conclusion;
INSERT INTO indicator_cases SELECT id, patient_id, data ->> '$.informed_on', contact_by,
    substr(data ->> '$.contacted_at', 1, 10), status = 'closed', data ->> '$.source' FROM referrals;
INSERT INTO indicator_courses SELECT p.id, p.patient_id, coalesce(r.data ->> '$.source', ''), p.begun_on
FROM plans p LEFT JOIN referrals r ON r.id = p.referral_id WHERE p.begun_on IS NOT NULL;
"""
"""Figures for a period, of forms, cases and courses."""
