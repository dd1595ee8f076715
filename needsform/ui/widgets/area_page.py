"""One main area of the form, for the citizen's hand: a row a topic, "none of these", and a line of one's own."""

from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.choice_button import NoneButton
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.page_head import PageHead
from needsform.ui.widgets.patient_page import PatientPage
from needsform.ui.widgets.private_text import AnswerText
from needsform.ui.widgets.row_look import PATIENT, Columns, headings_of
from needsform.ui.widgets.topic_row import TopicRow, move_focus, row_links

_ABOVE, _BELOW, _GAP = 14, 6, 10
"""Room around what stands on the page, in pixels."""
_FEWEST_ROWS = 4
"""A part with fewer rows than this is no page: the area is then scrolled instead."""
_WIDEST_COLUMNS = 0.45
"""Of the page; the headings of the columns break their lines rather than take more."""


class AreaPage(PatientPage):
    """The rows of an area, as many at a time as the screen has room for.

    toggle_requested: carries a box's linkId. none_requested: "none of these" is said or taken back.
    """

    has_parts = True

    toggle_requested = Signal(str)
    none_requested = Signal()

    def __init__(self, area: Area, lead: str, language: str, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.area, self._language, self._boxes = area, language, area.boxes()
        self._build(lead, words)
        self._connect()
        self._parts, self._part = [self.rows], 0
        self.shown = self.rows

    def _build(self, lead: str, words: Words) -> None:
        self.head = PageHead(self.area.text[self._language], lead, self)
        self._column_labels = {
            mark: label(item.text[self._language], "patient-column") for mark, item in headings_of(self.area)
        }
        self.rows = tuple(TopicRow(topic, self._language, PATIENT, self) for topic in self.area.topics)
        self._rows_by_link = row_links(self.rows)
        none = (words.of(Answered.NONE_OF_THESE), self.tr("None of the others"))
        self.none_button = NoneButton(f"{self.area.link_id}.none", none)
        self.other = None if self.area.other is None else self._other(self.area.other)
        self._headings = QWidget()
        headings = QHBoxLayout(self._headings)
        headings.setContentsMargins(0, 8, 0, 4)
        headings.setSpacing(0)
        headings.addStretch(1)
        for heading in self._column_labels.values():
            heading.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            headings.addWidget(heading)
        self._foot = QWidget()
        self._foot_row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._foot)
        self._foot_row.setContentsMargins(0, _GAP, 0, 0)
        self._foot_row.setSpacing(16)
        self._foot_row.addWidget(self.none_button, 0, Qt.AlignmentFlag.AlignTop)
        if self.other is not None:
            self._foot_row.addWidget(self.other, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, _ABOVE, 0, _BELOW)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._headings)
        for row in self.rows:
            column.addWidget(row)
        column.addWidget(self._foot)
        column.addStretch(1)

    def _connect(self) -> None:
        for row in self.rows:
            row.toggle_requested.connect(self.toggle_requested)
            row.note_requested.connect(self.note_requested)
        self.none_button.toggle_requested.connect(self.none_requested)
        if self.other is not None:
            self.other.written.connect(self.written)
            self.other.settled.connect(self.settled)
            self.other.done.connect(self.done)

    # What is shown --------------------------------------------------------------------------------------------

    def show_response(self, response: QuestionnaireResponse, *, has_said_none: bool, other: str) -> None:
        """Show all that is on disk, and the words of one's own as they were typed last."""
        for row in self.rows:
            row.show_response(response)
        self._show_foot(response, has_said_none)
        if self.other is not None:
            self.other.show_text(other)

    def show_answer(self, link_id: LinkId, response: QuestionnaireResponse, *, has_said_none: bool) -> None:
        """Show one answer; nothing else of the page is drawn again."""
        row = self._rows_by_link.get(link_id)
        if row is not None:
            row.show_response(response)
        self._show_foot(response, has_said_none)

    def fit(self, place: LinkId, width: int, height: int) -> None:
        """Show the part of the area that a place lies in, where `width` by `height` pixels are there for the page.

        The foot of the page, "none of these" and words of one's own, belongs to the last part.
        """
        self._parts = self._split(width, height)
        ends_with = () if self.area.other is None else (self.area.other.link_id,)
        self._part = len(self._parts) - 1 if place in ends_with else 0
        for number, rows in enumerate(self._parts):
            if any(row.topic.link_id == place for row in rows):
                self._part = number
        self.shown = self._parts[self._part]
        self._foot.setVisible(self._part == len(self._parts) - 1)
        for row in self.rows:
            row.setVisible(row in self.shown)
            row.set_ends(is_first=row is self.shown[0], is_last=row is self.shown[-1])
        self.head.show_part(self._part + 1, len(self._parts))

    @property
    def place_before(self) -> LinkId | None:
        """The part before the one that is shown; None on the first."""
        return None if self._part == 0 else self._place_of(self._part - 1)

    @property
    def place_after(self) -> LinkId | None:
        """The part after the one that is shown; None on the last."""
        return None if self._part + 1 == len(self._parts) else self._place_of(self._part + 1)

    @property
    def last_place(self) -> LinkId:
        """Where the last part begins."""
        return self._place_of(len(self._parts) - 1)

    def _place_of(self, part: int) -> LinkId:
        """The place of the first part is the area itself, that of the others their first topic."""
        return self._parts[part][0].topic.link_id if part else self.area.link_id

    def entrance_to(self, place: LinkId) -> QWidget | None:
        """The first box of a topic, or the field for words of one's own."""
        if self.other is not None and self.area.other is not None and place == self.area.other.link_id:
            return self.other.editor
        return next((next(iter(row.boxes.values())) for row in self.rows if row.topic.link_id == place), None)

    def focus_order(self) -> list[QWidget]:
        """Boxes and notes row by row, then the foot."""
        order: list[QWidget] = []
        for row in self.rows:
            order += row.boxes.values()
            if row.note_button is not None:
                order.append(row.note_button)
        order.append(self.none_button)
        if self.other is not None:
            order.append(self.other.editor)
        return order

    def spoken(self) -> list[str]:
        """The topics, with what is ticked."""
        sentences = self.head.spoken()
        for row in self.shown:
            ticked = [box.accessibleName() for box in row.boxes.values() if box.isChecked()]
            sentences += [self.tr("{box}: ticked").format(box=name) for name in ticked] or [row.text]
        if not self._foot.isHidden():
            sentences.append(self.none_button.text())
        return sentences

    # Size -----------------------------------------------------------------------------------------------------

    def _split(self, width: int, height: int) -> list[tuple[TopicRow, ...]]:
        """The rows, in as few pages as hold them; in one, to be scrolled, if so few fit that it would be no page."""
        self._line_up(width)
        above = self.head.heightForWidth(width) + self._headings.sizeHint().height() + _ABOVE + _BELOW
        heights = [row.heightForWidth(width) for row in self.rows]
        last = len(heights)
        for count in range(1, last + 1):
            most = -(-last // count)
            if count > 1 and most < _FEWEST_ROWS:
                break
            rooms = [height - above] * (count - 1) + [height - above - self._foot.sizeHint().height()]
            ends = [round(last * part / count) for part in range(count + 1)]
            spans = [slice(start, end) for start, end in pairwise(ends)]
            if all(sum(heights[span]) <= room for span, room in zip(spans, rooms, strict=True)):
                return [self.rows[span] for span in spans]
        return [self.rows]

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Line the boxes up with the headings of their columns."""
        super().resizeEvent(event)
        self._line_up(self.width())

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrow keys go from row to row."""
        if not move_focus(self.shown, event):
            super().keyPressEvent(event)

    def _line_up(self, width: int) -> None:
        columns = self._columns(width)
        for mark, heading in self._column_labels.items():
            heading.setFixedWidth(columns.widths[mark])
        for row in self.rows:
            row.set_columns(columns)
        is_narrow = self.none_button.sizeHint().width() > width * _WIDEST_COLUMNS
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._foot_row.setDirection(direction)

    def _columns(self, width: int) -> Columns:
        """How wide the columns are: as wide as their headings, on one line where the page has room for it."""
        headings = {mark: heading.text() for mark, heading in self._column_labels.items()}
        metrics = _metrics(next(iter(self._column_labels.values())))
        padding = round(metrics.height() * 2.6)
        widths = {mark: metrics.horizontalAdvance(text) + padding for mark, text in headings.items()}
        if sum(widths.values()) > width * _WIDEST_COLUMNS:
            for mark, text in headings.items():
                longest = max(metrics.horizontalAdvance(word) for word in text.split())
                widths[mark] = longest + metrics.height() * 3 // 4
        return Columns(widths)

    # ----------------------------------------------------------------------------------------------------------

    def _other(self, item: Item) -> AnswerText:
        name = item.text[self._language]
        return AnswerText(item, name, self.tr("{other}, in your own words …").format(other=name))

    def _show_foot(self, response: QuestionnaireResponse, has_said_none: bool) -> None:
        has_ticks = any(response.is_ticked(box) for box in self._boxes)
        self.none_button.show_state(is_said=has_said_none, has_ticks=has_ticks)


def _metrics(heading: QLabel) -> QFontMetrics:
    heading.ensurePolished()
    return heading.fontMetrics()
