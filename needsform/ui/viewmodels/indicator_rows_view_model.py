"""What stands behind one figure, page by page; each row leads to its citizen."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.identity import PatientId
from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorQuery, IndicatorRow
from needsform.models.words import Words
from needsform.services.indicators import IndicatorPage
from needsform.services.session import Session
from needsform.ui.background import Background


@dataclass(frozen=True, slots=True)
class IndicatorRowsState:
    """The page as it stands."""

    rows: tuple[tuple[str, ...], ...] = ()
    """Citizen, number, day, unit, occasion or source, status: in words."""
    page: int = 0
    has_older: bool = False
    is_busy: bool = True


class IndicatorRowsViewModel(QObject):
    """The rows of one figure.

    changed: anything of the state. failed: the store cannot tell.
    """

    changed = Signal(IndicatorRowsState)
    failed = Signal(Message)

    def __init__(
        self, session: Session, indicator: Indicator, query: IndicatorQuery, words: Words, background: Background
    ) -> None:
        super().__init__()
        self.indicator, self.query, self.words = indicator, query, words
        self._behind = session.indicators.behind(indicator, query)
        self._background = background
        self._found: tuple[IndicatorRow, ...] = ()
        self._is_left = False
        self.state = IndicatorRowsState()

    def look(self) -> None:
        """Show the newest ones."""
        self._turn_to(0)

    def show_older(self) -> None:
        """On to the next page."""
        if self.state.has_older and not self.state.is_busy:
            self._turn_to(self.state.page + 1)

    def show_newer(self) -> None:
        """Back to the page before."""
        if self.state.page and not self.state.is_busy:
            self._turn_to(self.state.page - 1)

    def patient_of(self, number: int) -> PatientId:
        """Whose row it is."""
        return self._found[number].patient_id

    def rest(self) -> None:
        """The page is left."""
        self._is_left = True

    def _turn_to(self, page: int) -> None:
        self._show(replace(self.state, page=page, is_busy=True))
        self._background.run(lambda: self._behind.page(page), self._show_page, self._give_up)

    def _show_page(self, found: IndicatorPage) -> None:
        if self._is_left:
            return
        self._found = found.rows
        rows = tuple(self._row(row) for row in found.rows)
        self._show(replace(self.state, rows=rows, has_older=found.has_older, is_busy=False))

    def _row(self, row: IndicatorRow) -> tuple[str, ...]:
        words = self.words
        return (
            row.patient_name,
            row.patient_identifier,
            words.date(row.on),
            row.unit,
            "" if row.reason is None else words.of(row.reason),
            "" if row.status is None else words.of(row.status),
        )

    def _give_up(self, error: NeedsformError) -> None:
        if not self._is_left:
            self._show(replace(self.state, is_busy=False))
            self.failed.emit(error.message)

    def _show(self, state: IndicatorRowsState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
