"""The figures of a period: counted here or added up from files, shown, and sent out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.indicator_counts import (
    IndicatorCounts,
    IndicatorPaper,
    IndicatorQuery,
    ShownTable,
    shown_tables,
)
from needsform.models.indicator_file import AddedUp
from needsform.models.indicator_report import IndicatorReport
from needsform.models.typed_date import as_typed, typed_date
from needsform.models.words import Words
from needsform.services.indicator_papers import render_indicators
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.paper_printing import Office, PaperPrinting
from needsform.ui.printing import Printers

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class TypedPeriod:
    """The fields, as they stand. `unit` is the place in the list, 0 for the whole site."""

    since: str
    until: str
    unit: int = 0


@dataclass(frozen=True, slots=True)
class IndicatorsState:
    """The page as it stands."""

    typed: TypedPeriod
    hides_small: bool
    counts: IndicatorCounts | None = None
    tables: tuple[ShownTable, ...] = ()
    is_added_up: bool = False
    """Whether the figures come from files: then their rows are not here."""
    left_out: tuple[tuple[str, Message], ...] = ()
    """Files that were not added, by their name, and why."""
    is_busy: bool = False
    errors: Mapping[str, Message] = field(default_factory=dict)
    notice: Message | None = None


class IndicatorsViewModel(QObject):
    """What an administrator does with figures.

    changed: anything of the state. failed: what belongs to no field.
    """

    changed = Signal(IndicatorsState)
    failed = Signal(Message)

    def __init__(
        self,
        session: Session,
        words: Words,
        background: Background,
        query: IndicatorQuery | None = None,
        printers: Printers | None = None,
    ) -> None:
        """Of the year up to today, unless somebody comes back to another period."""
        super().__init__()
        self._session, self.words, self._background = session, words, background
        self.units = session.indicators.units()
        self._is_left = False
        today = session.now().date()
        wanted = query or IndicatorQuery(since=today.replace(month=1, day=1), until=today)
        unit = self.units.index(wanted.unit) + 1 if wanted.unit in self.units else 0
        typed = TypedPeriod(as_typed(wanted.since), as_typed(wanted.until), unit)
        self.state = IndicatorsState(typed, session.site.hides_small_counts)
        figures = session.indicators
        office = Office(
            self.report,
            render_indicators,
            words.text("indicators.title"),
            _file_name,
            lambda _: figures.record_print(),
            lambda _, error: figures.record_print_failure(error),
            lambda _, pdf, path: figures.save(pdf, path),
        )
        self.printing = PaperPrinting(office, words, session.now, background, printers)

    @property
    def query(self) -> IndicatorQuery | None:
        """What the figures that are shown are of; None where there are none of this place."""
        return None if self.state.counts is None or self.state.is_added_up else self.state.counts.query

    def report(self) -> IndicatorReport:
        """What is on the page, to be rendered; asked for only while there are figures."""
        counts = self.state.counts
        assert counts is not None  # noqa: S101 - no way out is shown before
        return IndicatorReport(counts, self.state.hides_small, self.words, self._session.now())

    def write(self, typed: TypedPeriod) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, typed=typed, errors={}, notice=None))

    def count(self) -> None:
        """Count what is asked for."""
        if self.state.is_busy:
            return
        try:
            counting = self._session.indicators.counting(self._wanted())
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}, notice=None))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._run(counting.run, self._show_counts)

    def add_up(self, paths: tuple[Path, ...]) -> None:
        """Show what several files say together."""
        if not paths:
            return
        try:
            added = self._session.indicators.add_up(paths)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show_added(added)

    def hide_small(self, is_wanted: bool) -> None:
        """Show figures under five as such, here and on everything that leaves; or show them as they are."""
        try:
            self._session.change_site(self._session.site.model_copy(update={"hides_small_counts": is_wanted}))
        except NeedsformError as error:
            self.failed.emit(error.message)
        self._show(self._with(self.state.counts, hides_small=self._session.site.hides_small_counts))

    def save(self, paper: IndicatorPaper, path: Path) -> None:
        """Write the report or a table where the user chose."""
        if self.state.counts is not None and not self.state.is_busy:
            self._run(partial(render_indicators, self.report(), paper), partial(self._write, path))

    def save_file(self, path: Path) -> None:
        """Write the figures as a file to be added up elsewhere."""
        counts = self.state.counts
        if counts is None or self.query is None:
            return
        try:
            self._write(path, self._session.indicators.file(counts))
        except NeedsformError as error:
            self.failed.emit(error.message)

    def rest(self) -> None:
        """The page is left: what comes of what is under way is shown to nobody."""
        self._is_left = True

    # ------------------------------------------------------------------------------------------------------------------

    def _wanted(self) -> IndicatorQuery:
        typed = self.state.typed
        unit = self.units[typed.unit - 1] if typed.unit else None
        return IndicatorQuery(since=_day(typed.since, "since"), until=_day(typed.until, "until"), unit=unit)

    def _show_counts(self, counts: IndicatorCounts) -> None:
        self._show(replace(self._with(counts), is_added_up=False, left_out=()))

    def _show_added(self, added: AddedUp) -> None:
        if added.counts is None:
            nothing = Message("indicators.nothing_added")
            self._show(replace(self.state, left_out=added.left_out, notice=nothing))
        else:
            self._show(replace(self._with(added.counts), is_added_up=True, left_out=added.left_out))

    def _with(self, counts: IndicatorCounts | None, *, hides_small: bool | None = None) -> IndicatorsState:
        hides = self.state.hides_small if hides_small is None else hides_small
        tables = () if counts is None else shown_tables(counts, hides_small=hides)
        return replace(self.state, counts=counts, hides_small=hides, tables=tables, notice=None)

    def _write(self, path: Path, report: bytes) -> None:
        self._session.indicators.save(report, path)
        self._show(replace(self.state, notice=Message("indicators.saved", {"file": path.name})))

    def _run(self, job: Callable[[], T], on_done: Callable[[T], None]) -> None:
        self._show(replace(self.state, is_busy=True, errors={}, notice=None))
        self._background.run(job, partial(self._finish, on_done), self._give_up)

    def _finish(self, on_done: Callable[[T], None], result: T) -> None:
        if self._is_left:
            return
        self._show(replace(self.state, is_busy=False))
        try:
            on_done(result)
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _give_up(self, error: NeedsformError) -> None:
        if not self._is_left:
            self._show(replace(self.state, is_busy=False))
            self.failed.emit(error.message)

    def _show(self, state: IndicatorsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _file_name(_report: IndicatorReport) -> str:
    return f"indikatorer.{IndicatorPaper.REPORT.value}"


def _day(text: str, at: str) -> date:
    day = typed_date(text, at)
    if day is None:
        raise InputError("indicators.day_missing", at=at)
    return day
