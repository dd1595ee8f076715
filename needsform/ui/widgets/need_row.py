"""One area of the first box: what the citizen says about it, what the professional sees, and whether it goes on."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from needsform.models.care_plan import Need
from needsform.models.identity import LinkId
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label

_COLUMNS = (3, 4, 4)
"""How area, words and observation share the width."""
_GAP = 8


class NeedRow(QWidget):
    """A row that speaks of one topic for as long as it lives; `arrange` puts its parts in their places.

    `typed(Need)`: words are being written. `changed(Need)`: a field was left, or a tick was set.
    `removal_requested(str)`: the row shall go; carries the topic. `attended(str)`: the talk has come to it.
    """

    typed = Signal(Need)
    changed = Signal(Need)
    removal_requested = Signal(str)
    attended = Signal(str)

    def __init__(self, need: Need, heading: str, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.topic: LinkId = need.topic
        self._arrangement: tuple[bool, bool] | None = None
        self._captions: tuple[QLabel, ...] = ()
        self._build(heading, texts)
        self._connect()
        self.render_need(need)

    def render_need(self, need: Need) -> None:
        """Show what the row says now."""
        self.words_field.render_text(need.patient_words)
        self.observation_field.render_text(need.observed)
        self.further_box.setChecked(need.take_further)

    def arrange(self, *, is_stacked: bool, has_captions: bool) -> None:
        """Side by side, or one field above the other; with the columns' names where nobody else gives them."""
        if (is_stacked, has_captions) == self._arrangement:
            return
        self._arrangement = (is_stacked, has_captions)
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for column, share in enumerate((1, 0, 0, 0, 0) if is_stacked else (*_COLUMNS, 0, 0)):
            grid.setColumnStretch(column, share)
        grid.addWidget(self._heading, 1, 0, top)
        grid.addWidget(self.further_box, 1, 3, top)
        grid.addWidget(self.remove_button, 1, 4, top)
        span = 5 if is_stacked else 1
        places = ((3, 0), (5, 0)) if is_stacked else ((1, 1), (1, 2))
        for (line, column), field in zip(places, self._texts, strict=True):
            grid.addWidget(field, line, column, 1, span, Qt.AlignmentFlag(0) if is_stacked else top)
        grid.addWidget(self._note, 6, 0, 1, 5)
        further = self.fontMetrics().horizontalAdvance(self._names[-1])
        both = further - _GAP - self.remove_button.sizeHint().width()
        grid.setColumnMinimumWidth(3, max(both, self.further_box.sizeHint().width()))
        self._arrange_captions(is_stacked, has_captions)

    def _arrange_captions(self, is_stacked: bool, has_captions: bool) -> None:
        if has_captions and not self._captions:
            self._captions = tuple(label(name, "column") for name in self._names)
            self._captions[-1].setWordWrap(False)
        lines = (
            ((0, 0, 1), (2, 0, 5), (4, 0, 5), (1, 2, 1)) if is_stacked else ((0, 0, 1), (0, 1, 1), (0, 2, 1), (0, 3, 2))
        )
        for place, (caption, (line, column, span)) in enumerate(zip(self._captions, lines, strict=False)):
            self._grid.addWidget(caption, line, column, 1, span)
            caption.setVisible(has_captions and not (is_stacked and place == 0))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Whoever comes into a field of this row talks about its area."""
        if event.type() is QEvent.Type.FocusIn:
            self.attended.emit(self.topic)
        return super().eventFilter(watched, event)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        return (self.words_field, self.observation_field, self.further_box, self.remove_button)

    def _build(self, heading: str, texts: Words) -> None:
        self._heading = label(heading, "strong")
        self._heading.setMinimumHeight(44)
        self.words_field = GrowingText(f"{self.topic}.patient_words", self.tr("The citizen's words"))
        self.observation_field = GrowingText(f"{self.topic}.observed", self.tr("Observation"))
        self._texts = (self.words_field, self.observation_field)
        names = (texts.text("sheet.back.needs.patient_words"), self.tr("Your observation"))
        for name, field in zip(names, self._texts, strict=True):
            field.setAccessibleName(f"{name}: {heading}")
        self._names = (texts.text("sheet.back.needs.topic"), *names, self.tr("Further"))
        self.further_box = CheckBox()
        self.further_box.setObjectName(f"{self.topic}.take_further")
        self.further_box.setAccessibleName(self.tr("Take further: {area}").format(area=heading))
        self.further_box.setToolTip(self.tr("Take further"))
        self.remove_button = named_button("×", f"{self.topic}.remove", "remove")
        self.remove_button.setAccessibleName(self.tr("Remove {area}").format(area=heading))
        self.remove_button.setToolTip(_as_tip(self.tr("Remove {area}").format(area=heading)))
        self._note = ErrorText(f"{self.topic}.note")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(2)

    def _connect(self) -> None:
        for field in self._texts:
            field.typed.connect(self._tell_typed)
            field.left.connect(self._tell_changed)
            field.filled.connect(self._tell_filled)
            field.installEventFilter(self)
        self.further_box.installEventFilter(self)
        self.further_box.clicked.connect(self._tell_changed)
        self.remove_button.clicked.connect(self._ask_for_removal)

    def _written(self) -> Need:
        return Need(
            topic=self.topic,
            patient_words=self.words_field.text,
            observed=self.observation_field.text,
            take_further=self.further_box.isChecked(),
        )

    def _tell_typed(self) -> None:
        self._note.say("")
        self.typed.emit(self._written())

    def _tell_changed(self) -> None:
        self.changed.emit(self._written())

    def _tell_filled(self) -> None:
        self._note.say(self.tr("The field is full. What came after did not fit."))

    def _ask_for_removal(self) -> None:
        self.removal_requested.emit(self.topic)


def _as_tip(text: str) -> str:
    """A text as a tool tip shows it unchanged: Qt looks for markup in tips, and cannot be told not to."""
    return text.replace("&", "&amp;").replace("<", "&lt;") if "<" in text else text
