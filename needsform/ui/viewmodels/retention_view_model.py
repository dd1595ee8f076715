"""How long records are kept, and the list of what would go: shown first, erased only on the administrator's word."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from threading import Event

from PySide6.QtCore import QObject, Signal, Slot

from needsform.models.errors import InputError, Message, NeedsformError, Stopped
from needsform.models.retention import DueCitizen, RetentionRule
from needsform.services.erasure import ErasureOutcome
from needsform.services.session import Session
from needsform.ui.background import Background

MOST_AT_ONCE = 200
"""Citizens that are shown and erased together: more than that nobody looks through before they say yes."""


@dataclass(frozen=True, slots=True)
class RetentionState:
    """The page as it stands."""

    years: str
    days: str
    """After everything was handed over; empty where that does not matter."""
    due: tuple[DueCitizen, ...] = ()
    """The oldest, at most `MOST_AT_ONCE`; those that stay all the same among them."""
    due_in_all: int = 0
    is_asked: bool = False
    """Whether it is being asked if those shown shall really go."""
    percent: int | None = None
    has_left_behind: bool = False
    """Whether some backup may still hold somebody who was erased."""
    notice: Message | None = None
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field: "years", "days"."""

    @property
    def going(self) -> tuple[DueCitizen, ...]:
        """Those who would go."""
        return tuple(citizen for citizen in self.due if not citizen.held_because)


class RetentionViewModel(QObject):
    """What the administrator does.

    state_changed: anything of the state. failed: it could not be done, and belongs to nothing on the page. told: the
    page was left, and this is what came of what was under way there.
    """

    state_changed = Signal(RetentionState)
    failed = Signal(Message)
    told = Signal(Message)
    _heard = Signal(int)

    def __init__(self, session: Session, archive: Background) -> None:
        """`archive` is the worker of everything that touches backups. Raises WorldError if the store cannot tell."""
        super().__init__()
        self._retention, self._archive = session.retention, archive
        self._is_stopped = Event()
        self._is_left = False
        rule = self._retention.rule()
        days = "" if rule.days_after_hand_over is None else str(rule.days_after_hand_over)
        self.state = RetentionState(str(rule.years), days)
        self._heard.connect(self._show_percent)
        self.list_anew()

    def list_anew(self) -> None:
        """Look again who is old enough."""
        try:
            due, left_behind = self._retention.due(), self._retention.has_left_behind()
        except NeedsformError as error:
            self._show(replace(self.state, due=(), due_in_all=0, is_asked=False, notice=error.message))
        else:
            shown = due[:MOST_AT_ONCE]
            state = replace(self.state, due=shown, due_in_all=len(due), has_left_behind=left_behind)
            self._show(replace(state, is_asked=False))

    def save(self, years: str, days: str) -> None:
        """Keep records by this rule from now on; nothing goes by that."""
        state = replace(self.state, years=years, days=days, errors={})
        try:
            self._retention.change_rule(RetentionRule(_number(years), _number(days) if days.strip() else None))
        except InputError as error:
            self._show(replace(state, errors={error.field: error.message}, notice=None))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(replace(state, notice=Message("retention.saved")))
            self.list_anew()

    def ask(self) -> None:
        """Ask once more before those shown go."""
        if self.state.going and self.state.percent is None:
            self._show(replace(self.state, is_asked=True))

    def keep(self) -> None:
        """No, they stay."""
        self._show(replace(self.state, is_asked=False))

    def erase(self) -> None:
        """Yes: exactly those shown."""
        if not self.state.is_asked:
            return
        try:
            job = self._retention.erasure(tuple(citizen.patient_id for citizen in self.state.going))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._begin()
            self._archive.run(partial(job.run, self._go_on), self._finish, self._give_up)

    def sweep(self) -> None:
        """Look through the backups again."""
        try:
            job = self._retention.sweep()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._begin()
            self._archive.run(partial(job.run, self._go_on), self._finish_sweep, self._give_up)

    def stop(self) -> None:
        """Leave it; who is erased is erased, and the others stay."""
        self._is_stopped.set()

    def leave(self) -> None:
        """The page is left: what was confirmed there goes on."""
        self._is_left = True

    def _begin(self) -> None:
        self._is_stopped.clear()
        self._is_left = False
        self._show(replace(self.state, is_asked=False, percent=0, notice=None))

    def _go_on(self, percent: int) -> None:
        """Called on the worker."""
        if self._is_stopped.is_set():
            raise Stopped("work.stopped")
        self._heard.emit(percent)

    @Slot(int)
    def _show_percent(self, percent: int) -> None:
        if self.state.percent is not None:
            self._show(replace(self.state, percent=percent))

    def _finish(self, outcome: ErasureOutcome) -> None:
        done = Message("erase.all_done", {"count": str(outcome.erased)})
        self._end(outcome.left_behind or done)

    def _finish_sweep(self, left_behind: Message | None) -> None:
        self._end(left_behind or Message("erase.swept"))

    def _give_up(self, error: NeedsformError) -> None:
        self._end(error.message)

    def _end(self, notice: Message) -> None:
        self._show(replace(self.state, percent=None, notice=notice))
        if self._is_left:  # the store may be closed by now
            self.told.emit(notice)
        else:
            self.list_anew()

    def _show(self, state: RetentionState) -> None:
        self.state = state
        self.state_changed.emit(state)


def _number(typed: str) -> int:
    """The number that was typed; 0, which no rule takes, for anything else."""
    text = typed.strip()
    return int(text) if text.isdecimal() and len(text) < 6 else 0
