"""The trace under review: what is looked for, one page of what was found, and what takes longer."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from needsform.models import trace_words
from needsform.models.audit import Action, Holding, TraceEntry, TraceQuery, Verdict
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import PatientId
from needsform.models.typed_date import typed_date
from needsform.models.words import Words
from needsform.services.session import Session
from needsform.services.trace_reading import Review, TracePage, Watch
from needsform.ui.background import Background

T = TypeVar("T")
SAMPLE = 20
"""Entries of a sample: what one looks through in a quarter of an hour."""
_LOOKED_AT_EVERY = 100
"""Milliseconds between two looks at how far a job is."""


@dataclass(frozen=True, slots=True)
class TypedQuery:
    """The fields, as they stand. `who` and `what` are places in the lists, 0 for everybody and everything."""

    since: str = ""
    until: str = ""
    who: int = 0
    what: int = 0
    citizen: str = ""


@dataclass(frozen=True, slots=True)
class TraceState:
    """The page as it stands."""

    typed: TypedQuery
    months: int
    """How long the trace is kept."""
    rows: tuple[tuple[str, ...], ...] = ()
    """When, who, what, whom, details, in words."""
    count: int = 0
    """Rows of the whole trace."""
    has_looked: bool = False
    has_older: bool = False
    has_newer: bool = False
    is_sample: bool = False
    is_one_citizen: bool = False
    """Whether what is shown is about one citizen, who may be given it."""
    is_busy: bool = False
    read: int = 0
    """Rows that a long job has read so far."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    notice: Message | None = None
    """What came of the last thing that was done."""


class TraceViewModel(QObject):
    """What an administrator does with the trace.

    state_changed: anything of the state. failed: what belongs to no field.
    """

    state_changed = Signal(TraceState)
    failed = Signal(Message)

    def __init__(self, session: Session, words: Words, background: Background) -> None:
        super().__init__()
        self._session, self._words, self._background = session, words, background
        self._staff = session.trace.staff()
        self._review: Review | None = None
        self._befores: list[int | None] = []
        self._oldest: int | None = None
        self._patient_id: PatientId | None = None
        self._watch = Watch()
        self._is_left = False
        self._clock = QTimer(self, interval=_LOOKED_AT_EVERY)
        self._clock.timeout.connect(self._look)
        self.state = TraceState(TypedQuery(), session.trace.months_kept(), count=session.trace.row_count())

    @property
    def staff(self) -> tuple[str, ...]:
        """The names to choose one of."""
        return tuple(name for _, name in self._staff)

    @property
    def acts(self) -> tuple[str, ...]:
        """The acts to choose one of, in words."""
        return tuple(self._words.of(action) for action in Action)

    # Looking --------------------------------------------------------------------------------------------------------

    def write(self, typed: TypedQuery) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, typed=typed, errors={}, notice=None))

    def look(self) -> None:
        """Show what fits, newest first."""
        self._begin(self._look_through)

    def take_sample(self) -> None:
        """Show some of what fits, by chance."""
        self._begin(self._sample)

    def show_older(self) -> None:
        """On to the next page."""
        if self._review is not None and self.state.has_older and not self.state.is_busy:
            self._turn(self._review, [*self._befores, self._oldest])

    def show_newer(self) -> None:
        """Back to the page before."""
        if self._review is not None and self.state.has_newer and not self.state.is_busy:
            self._turn(self._review, self._befores[:-1])

    # What takes longer ----------------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Save everything that fits as a table for a spreadsheet."""

        def begin(wanted: TraceQuery) -> None:
            review = self._session.trace.to_save(wanted)
            render = partial(review.rendered, self._words, self._watch)
            self._run(render, partial(self._keep_table, review, path))

        self._begin(begin)

    def save_extract(self, path: Path) -> None:
        """Save what the citizen may be told of the use of their details."""
        patient_id = self._patient_id
        if patient_id is None or self.state.is_busy:
            return
        try:
            extract = self._session.trace.extract(patient_id, self._session.site, self._words)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._run(extract.rendered, partial(self._keep_extract, patient_id, path))

    def verify(self) -> None:
        """Read the whole trace again, and see whether anything was changed."""
        if not self.state.is_busy:
            self._run(partial(self._session.trace.verification().run, self._watch), self._conclude)

    def stop(self) -> None:
        """End what is under way; nothing of it is kept."""
        self._watch.stop()

    def rest(self) -> None:
        """The screen is left: what is under way ends, and what comes of it is shown to nobody."""
        self._is_left = True
        self._clock.stop()
        self._watch.stop()

    def keep_for(self, typed: str) -> None:
        """Keep the trace for so many months."""
        try:
            self._session.trace.keep_for(int(typed) if typed.strip().isdecimal() else -1)
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}, notice=None))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            months = self._session.trace.months_kept()
            kept = Message("trace.kept_for", {"months": str(months)})
            self._show(replace(self.state, months=months, errors={}, notice=kept))

    # ----------------------------------------------------------------------------------------------------------------

    def _begin(self, act: Callable[[TraceQuery], None]) -> None:
        """Read the fields; what is wrong with one is said beside it."""
        if self.state.is_busy:
            return
        try:
            act(self._wanted())
        except InputError as error:
            at = error.field if error.field in ("since", "until", "citizen") else "citizen"
            self._show(replace(self.state, errors={at: error.message}, notice=None))
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _wanted(self) -> TraceQuery:
        typed = self.state.typed
        return TraceQuery(
            since=typed_date(typed.since, "since"),
            until=typed_date(typed.until, "until"),
            practitioner_id=self._staff[typed.who - 1][0] if typed.who else None,
            action=list(Action)[typed.what - 1] if typed.what else None,
            patient_id=self._citizen(typed.citizen),
        )

    def _citizen(self, typed: str) -> PatientId | None:
        """The citizen with the number that was typed: found by the whole of it, as everywhere."""
        if not typed.strip():
            return None
        patients = self._session.patients
        found = patients.with_identifier(patients.parse_identifier(typed))
        if found is None:
            raise InputError("trace.citizen_unknown", at="citizen")
        return found.id

    def _look_through(self, wanted: TraceQuery) -> None:
        self._review, self._patient_id = self._session.trace.review(wanted), wanted.patient_id
        self._turn(self._review, [None])

    def _sample(self, wanted: TraceQuery) -> None:
        self._review, self._patient_id, self._befores = None, wanted.patient_id, []
        review, seed = self._session.trace.sample(wanted)
        self._run(partial(review.sample, SAMPLE, seed), partial(self._show_page, is_sample=True))

    def _turn(self, review: Review, befores: list[int | None]) -> None:
        self._befores = befores
        self._run(partial(review.page, befores[-1]), partial(self._show_page, is_sample=False))

    def _show_page(self, page: TracePage, *, is_sample: bool) -> None:
        self._oldest = page.entries[-1].seq if page.entries else None
        self._show(
            replace(
                self.state,
                rows=tuple(map(self._row, page.entries)),
                count=self._session.trace.row_count(),
                has_looked=True,
                has_older=page.has_older,
                has_newer=len(self._befores) > 1,
                is_sample=is_sample,
                is_one_citizen=self._patient_id is not None,
                notice=None,
            )
        )

    def _row(self, entry: TraceEntry) -> tuple[str, ...]:
        words = self._words
        facts = filter(None, (trace_words.detail(entry, words), trace_words.clock(entry, words)))
        return (
            trace_words.when(entry, words),
            trace_words.who(entry, words),
            words.of(entry.action),
            trace_words.whom(entry, words),
            ", ".join(facts),
        )

    def _keep_table(self, review: Review, path: Path, table: bytes) -> None:
        self._session.trace.save_table(review, table, path)
        self._show(replace(self.state, notice=Message("trace.saved", {"file": path.name})))

    def _keep_extract(self, patient_id: PatientId, path: Path, pdf: bytes) -> None:
        self._session.trace.save_extract(patient_id, pdf, path)
        self._show(replace(self.state, notice=Message("trace.extract_saved", {"file": path.name})))

    def _conclude(self, verdict: Verdict) -> None:
        self._session.trace.record_verdict(verdict)
        self._show(replace(self.state, notice=_told(verdict)))

    def _run(self, job: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._show(replace(self.state, is_busy=True, read=0, errors={}, notice=None))
        self._clock.start()
        self._background.run(job, partial(self._finish, on_done), self._give_up)

    def _finish(self, on_done: Callable[[T], None], result: T) -> None:
        if self._is_left:
            return
        self._rest_from_job()
        try:
            on_done(result)
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _give_up(self, error: NeedsformError) -> None:
        if self._is_left:
            return
        self._rest_from_job()
        if error.message.message_id == "trace.stopped":
            self._show(replace(self.state, notice=error.message))
        else:
            self.failed.emit(error.message)

    def _rest_from_job(self) -> None:
        self._clock.stop()
        self._watch = Watch()
        self._show(replace(self.state, is_busy=False))

    def _look(self) -> None:
        self._show(replace(self.state, read=self._watch.read))

    def _show(self, state: TraceState) -> None:
        if state != self.state:
            self.state = state
            self.state_changed.emit(state)


def _told(verdict: Verdict) -> Message:
    """What came of verifying, as a sentence."""
    if verdict.first_broken is not None:
        return Message("trace.broken", {"number": str(verdict.first_broken)})
    if not verdict.is_carried_right:
        return Message("trace.deletion_not_ours")
    if verdict.anchorage.holding is not Holding.HOLDS:
        return Message("trace.end_is_wrong")
    return Message("trace.verified", {"count": str(verdict.rows)})
