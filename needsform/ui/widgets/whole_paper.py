"""All areas of the front page at once, in two columns as on paper, and the keys of a practised hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire import Mark, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.words import Words
from needsform.ui.widgets.area_block import AreaBlock
from needsform.ui.widgets.choice_button import FOR_STAFF, NumberButton
from needsform.ui.widgets.flow_layout import FlowLayout
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.private_text import Written
from needsform.ui.widgets.topic_row import TopicRow, move_focus

_EDGE, _BETWEEN = 24, 32
_NARROWEST = 60
"""Letters to a column; two stand side by side where both have room for that."""
_PLACES = {Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3}


@dataclass(frozen=True, slots=True)
class Prioritised:
    """A topic that was given its place, from 1, among those that matter most."""

    topic: LinkId
    place: int


class WholePaper(QWidget):
    """toggle_requested: carries a box's linkId. none_requested: carries an area's linkId. priority_requested: a digit
    was pressed on a topic. number_requested: a number on the 0-10 line. written: words have changed. settled: they are
    meant.
    """

    toggle_requested = Signal(str)
    none_requested = Signal(str)
    priority_requested = Signal(Prioritised)
    number_requested = Signal(int)
    written = Signal(Written)
    settled = Signal()

    def __init__(self, questionnaire: Questionnaire, language: str, words: Words) -> None:
        super().__init__()
        self.blocks = tuple(AreaBlock(area, language, words) for area in questionnaire.areas)
        self._rows = tuple(row for block in self.blocks for row in block.rows)
        self._numbers: tuple[NumberButton, ...] = ()
        self._build(questionnaire, language)
        self._connect()

    def _build(self, questionnaire: Questionnaire, language: str) -> None:
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._columns.setContentsMargins(_EDGE, 16, _EDGE, 0)
        self._columns.setSpacing(_BETWEEN)
        columns = (QVBoxLayout(), QVBoxLayout())
        for column, blocks in zip(columns, _in_two_columns(self.blocks), strict=True):
            column.setSpacing(0)
            for block in blocks:
                column.addWidget(block)
            self._columns.addLayout(column, 1)
        distress = questionnaire.distress
        if distress is not None and not distress.hidden:
            question = distress.text[language]
            lowest, highest = distress.bounds
            self._numbers = tuple(NumberButton(n, question, FOR_STAFF) for n in range(lowest, highest + 1))
            line = QWidget()
            flow = FlowLayout(line, gap=6)
            for button in self._numbers:
                flow.addWidget(button)
            columns[-1].addWidget(label(question, "heading"))
            columns[-1].addWidget(line)
            columns[-1].addSpacing(20)
        for column in columns:
            column.addStretch(1)

    def _connect(self) -> None:
        for block in self.blocks:
            block.toggle_requested.connect(self.toggle_requested)
            block.none_requested.connect(partial(self.none_requested.emit, block.area.link_id))
            block.written.connect(self.written)
            block.settled.connect(self.settled)
        for button in self._numbers:
            button.toggle_requested.connect(partial(self.number_requested.emit, button.number))

    def show_number(self, chosen: int | None) -> None:
        """Show the number on the 0-10 line that is on disk."""
        for button in self._numbers:
            button.show_state(is_chosen=button.number == chosen)

    def show_rows(self, response: QuestionnaireResponse) -> None:
        """Show every topic again: what matters most has changed."""
        for row in self._rows:
            row.show_response(response)

    def focus_order(self) -> list[QWidget]:
        """Everything that the Tab key stops at, in reading order."""
        return [widget for block in self.blocks for widget in block.focus_order()] + list(self._numbers)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Two columns where there is room for them at the text size that is set."""
        super().resizeEvent(event)
        room = (self.width() - 2 * _EDGE - _BETWEEN) // 2
        is_wide = room >= self.fontMetrics().averageCharWidth() * _NARROWEST
        self._columns.setDirection(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Nothing that the width does not already say; Qt would also allow for a narrower page."""
        return QSize(0, 0)

    # Keys -----------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that hold while a topic, "none of these" or a line of one's own has the focus."""
        block = next((block for block in self.blocks if block.isAncestorOf(self.focusWidget() or self)), None)
        row = next((row for row in self._rows if any(box.hasFocus() for box in row.boxes.values())), None)
        if block is None or not (move_focus(self._rows, event) or self._act(block, row, Qt.Key(event.key()))):
            super().keyPressEvent(event)

    def _act(self, block: AreaBlock, row: TopicRow | None, key: Qt.Key) -> bool:
        """Do what a key stands for; whether it stands for anything."""
        match key:
            case Qt.Key.Key_PageDown | Qt.Key.Key_PageUp:
                self._leap(block, 1 if key == Qt.Key.Key_PageDown else -1)
            case Qt.Key.Key_A if block.other is not None:
                block.other.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            case Qt.Key.Key_0:
                self.none_requested.emit(block.area.link_id)
            case _ if row is None:
                return False
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                following = self._rows[min(self._rows.index(row) + 1, len(self._rows) - 1)]
                following.box_at(Mark.PROBLEM).setFocus(Qt.FocusReason.ShortcutFocusReason)
            case Qt.Key.Key_S if row.topic.support is not None:
                self.toggle_requested.emit(row.topic.support.link_id)
            case Qt.Key.Key_N:
                block.open_note(row)
            case Qt.Key.Key_1 | Qt.Key.Key_2 | Qt.Key.Key_3:
                self.priority_requested.emit(Prioritised(row.topic.link_id, _PLACES[key]))
            case _:
                return False
        return True

    def _leap(self, block: AreaBlock, step: int) -> None:
        number = min(max(self.blocks.index(block) + step, 0), len(self.blocks) - 1)
        self.blocks[number].rows[0].box_at(Mark.PROBLEM).setFocus(Qt.FocusReason.ShortcutFocusReason)


def _in_two_columns(blocks: Sequence[AreaBlock]) -> tuple[Sequence[AreaBlock], Sequence[AreaBlock]]:
    """The blocks in reading order, cut where both columns come out nearly as long."""
    lengths = [len(block.rows) + 3 for block in blocks]  # heading and foot are about three rows high
    cut = min(range(len(blocks) + 1), key=lambda cut: abs(sum(lengths[:cut]) - sum(lengths[cut:])))
    return blocks[:cut], blocks[cut:]
