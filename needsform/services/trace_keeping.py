"""Looks after the trace itself: the anchor, what was tried at the closed door, and what is old enough to go.

All of it happens when the store is opened, handed over or closed, never for a tick.
"""

import contextlib
from dataclasses import replace
from pathlib import Path

from needsform.models.audit import Action, Actor, Anchorage, AuditEvent, Head, Holding
from needsform.models.errors import Message, WorldError
from needsform.models.identity import PractitionerId
from needsform.services.clock import Clock, Entropy
from needsform.services.store_state import ANCHOR_NAME, DOOR_LIST_NAME
from needsform.storage import audit, audit_retention
from needsform.storage.audit_anchor import anchorage, drop_anchor, head
from needsform.storage.audit_state import load_state, months_kept, save_state
from needsform.storage.database import Database
from needsform.storage.door_list import begin_door_list, read_door_list
from needsform.storage.practitioners import practitioner_id_of


class TraceKeeping:
    """What the program itself does for the trace of one open store."""

    def __init__(self, database: Database, clock: Clock, entropy: Entropy) -> None:
        self._database, self._clock = database, clock
        self._anchor = database.path.with_name(ANCHOR_NAME)
        self._door_list = database.path.with_name(DOOR_LIST_NAME)
        self._state = load_state(database, entropy)
        self._opened_after = 0
        self.findings: list[Message] = []
        """What staff must hear of."""

    @property
    def secret(self) -> bytes:
        """What the anchor and the marks of deletion are signed with."""
        return self._state.secret

    @property
    def anchor_path(self) -> Path:
        """Where the anchor lies."""
        return self._anchor

    def anchorage(self) -> Anchorage:
        """What the anchor says of the trace now."""
        return anchorage(self._database, self._anchor, self._state.secret, is_expected=self._state.is_anchored)

    def take_in(self) -> None:
        """Leave rows of what happened while the store was closed, inside the transaction of opening it.

        What the anchor misses is told once, here, and stays in the trace for as long as rows are kept.
        """
        end = head(self._database)
        self._opened_after = 0 if end is None else end.seq
        found = self.anchorage()
        if found.holding is not Holding.HOLDS:
            self.findings.append(told(found))
            self._record(Action.TRACE_FAULT, Actor.PROGRAM, _detail(found))
        self._take_in_door_list()

    def settle(self) -> None:
        """Once the opening is on the disk: let go of old rows, begin the door's list anew, and drop the anchor.

        A disk that takes none of it is no reason to keep staff out: the next opening does it.
        """
        jumps = "SELECT DISTINCT clock_jump FROM audit_events WHERE seq > ? AND clock_jump <> ''"
        self.findings += [
            Message(f"trace.clock_{row['clock_jump']!s}") for row in self._database.rows(jumps, [self._opened_after])
        ]
        with contextlib.suppress(WorldError):
            self.delete_due(Actor.PROGRAM, None)
        with contextlib.suppress(WorldError):
            begin_door_list(self._door_list, self._state.door_count, self._state.door_key)
            self._drop_anchor()
            if not self._state.is_anchored:  # only now: whoever is cut off before this must not be suspected after it
                self._state = replace(self._state, is_anchored=True)
                with self._database.atomic():
                    save_state(self._database, self._state)

    def refuse(self, login: str) -> None:
        """Leave a row that a login which no longer opens was tried, as far as the store takes it."""
        known = practitioner_id_of(self._database, login)
        with contextlib.suppress(WorldError), self._database.atomic():
            self._record(Action.UNLOCK_FAILED, Actor.UNKNOWN, "disabled", known)

    def drop_anchor(self) -> None:
        """Remember the end of the trace as it is on the disk. Raises nothing: an older anchor holds on."""
        with contextlib.suppress(WorldError):
            self._drop_anchor()

    def delete_due(self, actor: Actor, practitioner_id: PractitionerId | None) -> int:
        """Let go of rows that were kept long enough, at most `MOST_AT_ONCE` of them; how many went."""
        now = self._clock()
        with self._database.atomic():
            last = audit_retention.due(self._database, months_kept(self._database), now)
            if last is None:
                return 0
            count = audit_retention.let_go(self._database, last, self.secret, now)
            self._record(Action.DELETE_TRACE, actor, f"rows={count} until={last.seq}", practitioner_id)
        self.drop_anchor()
        return count

    def _take_in_door_list(self) -> None:
        state = self._state
        read = read_door_list(self._door_list, state.door_count, state.door_key)
        for tried in read.tries:
            known = practitioner_id_of(self._database, tried.login)
            self._record(Action.UNLOCK_FAILED, Actor.UNKNOWN, f"{tried.kind.value} at={tried.at}", known)
        untold = read.count - state.door_count - len(read.tries)
        if untold > 0:
            self._record(Action.UNLOCK_FAILED, Actor.UNKNOWN, f"more={untold}")
        if not read.is_whole and state.is_anchored:
            self.findings.append(Message("trace.door_list_altered"))
            self._record(Action.TRACE_FAULT, Actor.PROGRAM, "door_list")
        self._state = replace(state, door_count=read.count, door_key=read.key)
        save_state(self._database, self._state)

    def _drop_anchor(self) -> None:
        end = head(self._database)
        if end is not None:
            drop_anchor(self._anchor, self.secret, end)

    def _record(self, action: Action, actor: Actor, detail: str, practitioner_id: PractitionerId | None = None) -> None:
        event = AuditEvent(action=action, actor=actor, practitioner_id=practitioner_id, detail=detail)
        audit.record(self._database, event, self._clock())


def _detail(found: Anchorage) -> str:
    """What is missing, in numbers of rows."""
    if found.holding is Holding.ROWS_MISSING and found.anchored is not None:
        first = 1 if found.last is None else found.last.seq + 1
        return f"{found.holding.value} numbers={first}-{found.anchored.seq}"
    return found.holding.value


def told(found: Anchorage) -> Message:
    """What staff hears of a trace that its anchor does not hold: what is missing, by number and time."""
    parameters: dict[str, str | int] = {}
    anchored = found.anchored
    if found.holding is Holding.ROWS_MISSING and anchored is not None:
        first = 1 if found.last is None else found.last.seq + 1
        parameters = {"first": first, "last": anchored.seq, "count": anchored.seq - first + 1}
        parameters |= {"since": "–" if found.last is None else _shown(found.last), "at": _shown(anchored)}
    elif anchored is not None:
        parameters = {"number": anchored.seq, "at": _shown(anchored)}
    return Message(f"trace.{found.holding.value}", {name: str(value) for name, value in parameters.items()})


def _shown(end: Head) -> str:
    """The time of a row as it reads in every language: 2026-11-23 10:42."""
    return end.recorded_at[:16].replace("T", " ")
