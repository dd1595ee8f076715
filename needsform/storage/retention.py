"""Rows ↔ how long records are kept, which stay until further notice, and which are old enough to go."""

import calendar
import math
from collections.abc import Iterator
from datetime import datetime, timedelta

from needsform.models.assessment import SIGNED_OR_LATER, AssessmentStatus
from needsform.models.errors import WorldError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.retention import DueCause, DueCitizen, Hold, RetentionRule
from needsform.storage.database import Database, Row

_ENDED = (SIGNED_OR_LATER - {AssessmentStatus.SIGNED}) | {
    AssessmentStatus.DECLINED,
    AssessmentStatus.REDIRECTED,
    AssessmentStatus.CANCELLED,
    AssessmentStatus.SUPERSEDED,
}
"""Nothing is missing of these: the citizen has the sheet, or there is none."""

_CITIZENS = """
SELECT p.id, p.name, p.identifier_kind, p.identifier, coalesce(h.reason, '') AS held, count(a.id) AS assessments,
    max(unixepoch(coalesce(nullif(a.touched_at, ''), a.created_at))) AS touched,
    (SELECT max(unixepoch(w.answered_at)) FROM answers w JOIN assessments d ON d.id = w.assessment_id
        WHERE d.patient_id = p.id AND d.status = 'draft') AS answered,
    (SELECT max(unixepoch(l.updated_at)) FROM plans l WHERE l.patient_id = p.id) AS planned,
    (SELECT max(unixepoch(coalesce(json_extract(r.data, '$.closed_at'), json_extract(r.data, '$.received_at'))))
        FROM referrals r WHERE r.patient_id = p.id) AS referred,
    (SELECT max(unixepoch(v.received_at)) FROM received_assessments v WHERE v.patient_id = p.id) AS arrived,
    (SELECT max(unixepoch(c.updated_at)) FROM follow_up_calls c WHERE c.patient_id = p.id) AS called,
    (SELECT max(unixepoch(n.noted_at)) FROM action_notes n WHERE n.patient_id = p.id) AS followed,
    unixepoch(p.updated_at) AS corrected,
    coalesce(sum(a.status NOT IN ({ended})), 0)
        + (SELECT count(*) FROM plans l WHERE l.patient_id = p.id AND l.status <> 'ended')
        + (SELECT count(*) FROM referrals r WHERE r.patient_id = p.id AND r.status <> 'closed') AS unfinished,
    coalesce(sum(a.handed_over_at IS NOT NULL), 0) AS handed_over
FROM patients p LEFT JOIN assessments a ON a.patient_id = p.id LEFT JOIN holds h ON h.patient_id = p.id
GROUP BY p.id ORDER BY coalesce(max(unixepoch(coalesce(nullif(a.touched_at, ''), a.created_at))), corrected), p.id
"""


def load_rule(database: Database) -> RetentionRule:
    """The rule of this store."""
    row = database.row("SELECT years, days_after_hand_over FROM retention") or {}
    days = row["days_after_hand_over"]
    return RetentionRule(_integer(row, "years"), None if days is None else _integer(row, "days_after_hand_over"))


def save_rule(database: Database, rule: RetentionRule) -> None:
    """Keep the rule."""
    database.execute(
        "UPDATE retention SET years = ?, days_after_hand_over = ?", [rule.years, rule.days_after_hand_over]
    )


def hold_of(database: Database, patient_id: PatientId) -> Hold | None:
    """Why a record stays until further notice; None if it does not."""
    row = database.row("SELECT reason, placed_at FROM holds WHERE patient_id = ?", [patient_id])
    return None if row is None else Hold(str(row["reason"]), datetime.fromisoformat(str(row["placed_at"])))


def place_hold(database: Database, patient_id: PatientId, reason: str, at: datetime) -> None:
    """Let a record stay until further notice; another reason takes the former one's place.

    Raises WorldError `patient.unknown`.
    """
    if database.row("SELECT 1 FROM patients WHERE id = ?", [patient_id]) is None:
        raise WorldError("patient.unknown")
    database.execute("INSERT OR REPLACE INTO holds VALUES (?, ?, ?)", [patient_id, reason, at.isoformat()])


def lift_hold(database: Database, patient_id: PatientId) -> None:
    """The usual rule holds again."""
    database.execute("DELETE FROM holds WHERE patient_id = ?", [patient_id])


def due(database: Database, rule: RetentionRule, now: datetime) -> tuple[DueCitizen, ...]:
    """Whoever's record is old enough to go, oldest first; those that are to stay all the same say why."""
    return tuple(_due(database, rule, now))


def _due(database: Database, rule: RetentionRule, now: datetime) -> Iterator[DueCitizen]:
    oldest = _years_before(now, rule.years).timestamp()
    days = rule.days_after_hand_over
    handed_over = -math.inf if days is None else (now - timedelta(days=days)).timestamp()
    ended = ", ".join(f"'{status.value}'" for status in sorted(_ENDED))
    for row in database.rows(_CITIZENS.format(ended=ended)):
        moments = [row["touched"], row["answered"]] if row["assessments"] else [row["corrected"]]
        moments += [row["planned"], row["called"], row["referred"], row["arrived"], row["followed"]]
        last = max(int(str(moment)) for moment in moments if moment is not None)
        if last <= oldest:
            yield _citizen(row, last, now, DueCause.YEARS)
        elif row["handed_over"] and not row["unfinished"] and last <= handed_over:
            yield _citizen(row, last, now, DueCause.HANDED_OVER)


def unswept(database: Database) -> int:
    """How many erasures some backup may still know nothing of."""
    row = database.row("SELECT (SELECT count(*) FROM erasures) - swept AS n FROM retention") or {}
    return max(0, _integer(row, "n"))


def remember_swept(database: Database, erasures: int) -> None:
    """All backups that could be reached are free of so many who were erased."""
    database.execute("UPDATE retention SET swept = ?", [erasures])


def _citizen(row: Row, last: int, now: datetime, cause: DueCause) -> DueCitizen:
    identifier = Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"]))
    return DueCitizen(
        patient_id=PatientId(str(row["id"])),
        name=str(row["name"]),
        identifier=identifier.shown,
        assessments=_integer(row, "assessments"),
        last_at=datetime.fromtimestamp(last, now.tzinfo),
        cause=cause,
        held_because=str(row["held"]),
    )


def _years_before(now: datetime, years: int) -> datetime:
    year = now.year - years
    return now.replace(year=year, day=min(now.day, calendar.monthrange(year, now.month)[1]))


def _integer(row: Row, column: str) -> int:
    return int(str(row[column]))
