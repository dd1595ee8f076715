"""The trace: who did what to whose record, when. Never a name, a CPR or an answer in it, only ids and linkIds."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
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
    ADD_STAFF = "add_staff"
    CORRECT_STAFF = "correct_staff"
    CHANGE_ROLE = "change_role"
    DISABLE_STAFF = "disable_staff"
    ENABLE_STAFF = "enable_staff"
    GIVE_PASSWORD = "give_password"  # noqa: S105 - an act, not a secret
    CHANGE_PASSWORD = "change_password"  # noqa: S105
    RENEW_RECOVERY_KEY = "renew_recovery_key"
    CHANGE_KEY = "change_key"
    BACK_UP = "back_up"
    CHANGE_BACKUPS = "change_backups"
    RESTORE = "restore"
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
    CORRECT_HAND_OVER = "correct_hand_over"
    CHANGE_RECEIVERS = "change_receivers"
    CHANGE_DIRECTORY = "change_directory"
    PRINT = "print"
    EXPORT = "export"
    UNLOCK_FAILED = "unlock_failed"
    REFUSED = "refused"
    PRINT_FAILED = "print_failed"
    EXPORT_FAILED = "export_failed"
    TRACE_FAULT = "trace_fault"
    REVIEW_TRACE = "review_trace"
    SAMPLE_TRACE = "sample_trace"
    EXPORT_TRACE = "export_trace"
    EXTRACT_TRACE = "extract_trace"
    VERIFY_TRACE = "verify_trace"
    KEEP_TRACE = "keep_trace"
    DELETE_TRACE = "delete_trace"
    HAND_OUT = "hand_out"
    REVIEW_RETENTION = "review_retention"
    CHANGE_RETENTION = "change_retention"
    PLACE_HOLD = "place_hold"
    LIFT_HOLD = "lift_hold"
    START_PLAN = "start_plan"
    READ_PLAN = "read_plan"
    WRITE_PLAN = "write_plan"
    DISCARD_PLAN = "discard_plan"
    BEGIN_PLAN = "begin_plan"
    END_PLAN = "end_plan"
    TELL_GP = "tell_gp"
    PLAN_CALL = "plan_call"
    NOTE_CALL = "note_call"
    FOLLOW_UP = "follow_up"
    DISMISS_PLANNED = "dismiss_planned"
    ERASE = "erase"
    SWEEP_BACKUPS = "sweep_backups"
    KNOW_SITE = "know_site"
    WITHDRAW_SITE = "withdraw_site"
    SAVE_SITE_CARD = "save_site_card"
    RECEIVE_REFERRAL = "receive_referral"
    READ_REFERRAL = "read_referral"
    CORRECT_REFERRAL = "correct_referral"
    NOTE_CONTACT = "note_contact"
    CLOSE_REFERRAL = "close_referral"
    LIST_INBOX = "list_inbox"
    EXAMINE_SHEET = "examine_sheet"
    TAKE_IN = "take_in"
    READ_RECEIVED = "read_received"
    COUNT_INDICATORS = "count_indicators"
    LIST_INDICATOR = "list_indicator"
    EXPORT_INDICATORS = "export_indicators"


class Actor(StrEnum):
    """Who was at the screen: staff, or the citizen to whom staff had handed it.

    At a closed door nobody knows who it was, and the program itself lets go of what is old.
    """

    STAFF = "staff"
    CITIZEN = "citizen"
    UNKNOWN = "unknown"
    PROGRAM = "program"


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


@dataclass(frozen=True, slots=True)
class TraceEntry:
    """One row of the trace as it is reviewed, with the names that its ids stand for now."""

    seq: int
    recorded_at: datetime
    action: Action
    actor: Actor
    practitioner_id: PractitionerId | None
    practitioner_name: str
    patient_id: PatientId | None
    patient_name: str
    """Empty where the citizen is no longer in the store."""
    colleague_name: str
    """Of a member of staff whom it was about."""
    assessment_id: AssessmentId | None
    detail: str
    clock_jump: ClockJump
    hash: str


@dataclass(frozen=True, slots=True)
class TraceQuery:
    """Which rows are wanted; what is None does not matter. Both days are included.

    The day of a row is the one on the wall when it was written.
    """

    since: date | None = None
    until: date | None = None
    practitioner_id: PractitionerId | None = None
    action: Action | None = None
    patient_id: PatientId | None = None


class Holding(StrEnum):
    """What the anchor says of the trace."""

    HOLDS = "holds"
    ROWS_MISSING = "rows_missing"
    ANOTHER_HISTORY = "another_history"
    ANCHOR_MISSING = "anchor_missing"
    ANCHOR_ALTERED = "anchor_altered"


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the trace: the last row's number, hash and time (ISO 8601 with offset)."""

    seq: int
    hash: str
    recorded_at: str


@dataclass(frozen=True, slots=True)
class Anchorage:
    """What the anchor says, and of which rows.

    Of missing rows, `last` is the last that is here and `anchored` the last that there was.
    """

    holding: Holding
    last: Head | None = None
    anchored: Head | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came of verifying the whole trace."""

    rows: int
    first_broken: int | None
    """The number of the first row that was altered, moved or removed."""
    is_carried_right: bool
    """Whether the mark that older rows were let go of is signed by this store."""
    anchorage: Anchorage

    @property
    def holds(self) -> bool:
        """Whether nothing is wrong."""
        return self.first_broken is None and self.is_carried_right and self.anchorage.holding is Holding.HOLDS
