"""The trace: who did what to whose record, when. Never a name, a CPR or an answer in it, only ids and linkIds."""

from datetime import datetime, timedelta
from enum import StrEnum

from needsform.models.frozen import Frozen
from needsform.models.identity import AssessmentId, PatientId, PractitionerId


class Action(StrEnum):
    """Every kind of act that leaves a row (Datatilsynet, "Logning af brugernes anvendelser af personoplysninger")."""

    FOUND_STORE = "found_store"
    LOG_IN = "log_in"
    LOCK = "lock"
    RECOVER = "recover"
    CHANGE_SITE = "change_site"
    ADD_QUESTIONNAIRE = "add_questionnaire"
    SEARCH = "search"
    LIST_WORK = "list_work"
    READ_PATIENT = "read_patient"
    REGISTER_PATIENT = "register_patient"
    CORRECT_PATIENT = "correct_patient"
    START = "start"
    READ = "read"
    HAND_TO_CITIZEN = "hand_to_citizen"
    TAKE_BACK = "take_back"
    ANSWER = "answer"
    COMPLETE_FRONT = "complete_front"
    WRITE_BACK = "write_back"
    CORRECT_DETAILS = "correct_details"
    CONCLUDE = "conclude"
    SIGN = "sign"
    REOPEN = "reopen"
    CANCEL = "cancel"
    HAND_OVER = "hand_over"
    PRINT = "print"
    EXPORT = "export"


class Actor(StrEnum):
    """Who was at the screen: staff, or the citizen to whom staff had handed it."""

    STAFF = "staff"
    CITIZEN = "citizen"


FARTHEST_BACK, FARTHEST_AHEAD = timedelta(minutes=5), timedelta(days=30)
"""How far a row may lie before or after the one before it until the clock is doubted (TRUST, threat T11)."""


class ClockJump(StrEnum):
    """Whether the workstation's clock can be believed, seen from the row before."""

    NONE = ""
    BACK = "back"
    AHEAD = "ahead"


def clock_jump(before: datetime, now: datetime) -> ClockJump:
    """What the clock did between two rows; both times know their offset."""
    if now < before - FARTHEST_BACK:
        return ClockJump.BACK
    return ClockJump.AHEAD if now > before + FARTHEST_AHEAD else ClockJump.NONE


class AuditEvent(Frozen):
    """One act, before it is given its number, time and place in the chain."""

    action: Action
    actor: Actor
    practitioner_id: PractitionerId | None
    patient_id: PatientId | None = None
    assessment_id: AssessmentId | None = None
    detail: str = ""
    """What exactly, in linkIds, copy names or counts."""
