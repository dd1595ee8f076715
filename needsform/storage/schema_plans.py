"""The table of the plans for rehabilitation, and what it refuses whoever asks."""

PLANS = """
-- The plan that a receiver makes with the citizen. What it says can be written until it ends; whether the general
-- practice was told can be noted afterwards too.
CREATE TABLE plans (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    referral_id TEXT,
    assessment_id TEXT,
    status TEXT NOT NULL CHECK (status IN ('draft', 'begun', 'ended')),
    change INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    begun_on TEXT CHECK (begun_on IS NOT NULL OR status = 'draft'),
    ended_on TEXT CHECK ((ended_on IS NOT NULL) = (status = 'ended')),
    gp_told_at_start TEXT,
    gp_told_at_end TEXT,
    gp_declined INTEGER NOT NULL CHECK (gp_declined IN (0, 1)),
    content TEXT NOT NULL
) STRICT;
CREATE INDEX plans_by_patient ON plans (patient_id);
CREATE INDEX plans_by_status ON plans (status);
CREATE TRIGGER ended_plans_are_locked BEFORE UPDATE OF content, status, begun_on, ended_on ON plans
WHEN OLD.status = 'ended' AND (
    NEW.content <> OLD.content OR NEW.status <> OLD.status
    OR NEW.begun_on IS NOT OLD.begun_on OR NEW.ended_on IS NOT OLD.ended_on
)
BEGIN SELECT RAISE(ABORT, 'the plan has ended'); END;
CREATE TRIGGER begun_plans_are_kept BEFORE UPDATE OF status ON plans
WHEN OLD.status <> 'draft' AND NEW.status = 'draft'
BEGIN SELECT RAISE(ABORT, 'the plan has begun'); END;
CREATE TRIGGER begun_plans_are_kept_whole BEFORE DELETE ON plans
WHEN OLD.status <> 'draft' AND EXISTS (SELECT 1 FROM patients WHERE id = OLD.patient_id)
BEGIN SELECT RAISE(ABORT, 'the plan has begun'); END;
"""
"""A receiver's plan with the citizen, from the first word to the end."""

FOLLOW_UP_CALLS = """
-- Calls to citizens three to four weeks after treatment. What is closed stays closed.
CREATE TABLE follow_up_calls (
    id TEXT PRIMARY KEY,
    patient_id TEXT NOT NULL REFERENCES patients (id) ON DELETE CASCADE,
    due_from TEXT NOT NULL,
    is_open INTEGER NOT NULL CHECK (is_open IN (0, 1)),
    change INTEGER NOT NULL,
    updated_at TEXT NOT NULL,
    data TEXT NOT NULL
) STRICT;
CREATE INDEX follow_up_calls_by_due ON follow_up_calls (is_open, due_from);
CREATE INDEX follow_up_calls_by_patient ON follow_up_calls (patient_id);
CREATE TRIGGER closed_calls_stay BEFORE UPDATE ON follow_up_calls
WHEN NOT OLD.is_open
BEGIN SELECT RAISE(ABORT, 'a closed call stays closed'); END;
"""
"""Whom to call some weeks after treatment."""
