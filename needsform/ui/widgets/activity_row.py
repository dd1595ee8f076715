"""One action of the second box: what happens, the action itself, who it rests with, and when."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from needsform.models.care_plan import Activity, ActivityKind, Responsible, ResponsibleType
from needsform.models.care_plan_draft import ActivityRow
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.identity import LinkId
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.topic_chooser import TopicChooser
from needsform.ui.widgets.wrapping_button import WrappingButton
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_COLUMNS = (0, 9, 8, 7)
"""How kind, text, responsible and time share what the kind leaves over."""
_GAP = 8
_KINDS, _TYPES = tuple(ActivityKind), tuple(ResponsibleType)


class ActivityFields(QWidget):
    """The fields of one action, for as long as its row lives; `arrange` puts them in their places.

    `typed(ActivityRow)`: words are being written. `changed(ActivityRow)`: a field was left, or something was chosen.
    `removal_requested(ActivityRow)`: the row shall go.
    """

    typed = Signal(ActivityRow)
    changed = Signal(ActivityRow)
    removal_requested = Signal(ActivityRow)

    def __init__(self, key: int, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._row = ActivityRow(key)
        self._number = 0
        self._headings: Mapping[LinkId, str] = {}
        self._arrangement: tuple[bool, bool] | None = None
        self._captions: tuple[QLabel, ...] = ()
        self._build(texts)
        self._connect()

    def render_row(self, row: ActivityRow, number: int, headings: Mapping[LinkId, str]) -> None:
        """Show the action as number `number` (from 1); `headings` names the areas that it can be about."""
        if (row, headings) == (self._row, self._headings) and number == self._number:
            return
        self._row, self._number, self._headings = row, number, headings
        activity = row.activity
        self.kind_field.setCurrentIndex(_KINDS.index(activity.kind))
        self.text_field.render_text(activity.text)
        chosen = activity.responsible.type
        self.type_field.setCurrentIndex(-1 if chosen is None else _TYPES.index(chosen))
        self.name_field.render_text(activity.responsible.name)
        self.when_field.render_text(activity.when)
        about = ", ".join(headings[topic] for topic in activity.topics if topic in headings)
        self.topics_button.setText(about or self.tr("Link to an area"))
        self.topics_button.setVisible(not activity.is_empty)
        self.remove_button.setVisible(not activity.is_empty)
        self._name_for_assistance(about)

    def arrange(self, *, is_stacked: bool, has_captions: bool) -> None:
        """Side by side, or one field above the other; with the columns' names where nobody else gives them."""
        if (is_stacked, has_captions) == self._arrangement:
            return
        self._arrangement = (is_stacked, has_captions)
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for column, share in enumerate((1, 1, 0, 0, 0) if is_stacked else (*_COLUMNS, 0)):
            grid.setColumnStretch(column, share)
        places = ((1, 0), (3, 0), (5, 0), (1, 1)) if is_stacked else ((1, 0), (1, 1), (1, 2), (1, 3))
        if has_captions and not self._captions:
            self._captions = tuple(label(name, "column") for name in self._names)
        spans = [4 if is_stacked and line > 1 else 1 for line, _ in places]
        for (line, column), span, part in zip(places, spans, self._parts, strict=True):
            grid.addWidget(part, line, column, 1, span, Qt.AlignmentFlag(0) if is_stacked else top)
        for (line, column), span, caption in zip(places, spans, self._captions, strict=False):
            grid.addWidget(caption, line - 1, column, 1, span)
            caption.setVisible(has_captions)
        grid.addWidget(self.remove_button, 1, 4, top)
        grid.addWidget(self._note, 7, 0, 1, 5)

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        chosen = (self.type_field, self.name_field, self.when_field, self.remove_button)
        return (self.kind_field, self.text_field, self.topics_button, *chosen)

    def _build(self, texts: Words) -> None:
        key = f"activity.{self._row.key}"
        self.kind_field = WrappingCombo(f"{key}.kind", tuple(texts.of(kind) for kind in _KINDS), "row")
        self.text_field = GrowingText(f"{key}.text", self.tr("Write, or choose below"))
        self.topics_button = WrappingButton(role="topics", inset=6)
        self.topics_button.setObjectName(f"{key}.topics")
        self.type_field = WrappingCombo(f"{key}.responsible_type", tuple(texts.of(kind) for kind in _TYPES), "row")
        self.type_field.setPlaceholderText(self.tr("Choose who"))
        self.name_field = GrowingText(f"{key}.responsible", self.tr("Name"), longest=NAME_LENGTH, is_one_line=True)
        self.when_field = GrowingText(f"{key}.when", self.tr("Date"), longest=LINE_LENGTH, is_one_line=True)
        self.remove_button = named_button("×", f"{key}.remove", "remove")
        policy = self.remove_button.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.remove_button.setSizePolicy(policy)
        self._note = ErrorText(f"{key}.note")
        columns = ("kind", "text", "responsible", "when")
        self._names = tuple(texts.text(f"sheet.back.activities.{column}") for column in columns)
        self._parts: tuple[QWidget, ...] = (
            self.kind_field,
            _above(self.text_field, self.topics_button),
            _above(self.type_field, self.name_field),
            self.when_field,
        )
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(_GAP)
        self._grid.setVerticalSpacing(4)

    def _connect(self) -> None:
        for field in (self.text_field, self.name_field, self.when_field):
            field.typed.connect(self._tell_typed)
            field.left.connect(self._tell_changed)
            field.filled.connect(self._tell_filled)
        for combo in (self.kind_field, self.type_field):
            combo.activated.connect(self._tell_changed)
        self.topics_button.clicked.connect(self._choose_topics)
        self.remove_button.clicked.connect(self._ask_for_removal)

    def _name_for_assistance(self, about: str) -> None:
        """Say the row with every name: a screen reader hears one field at a time."""
        place = self.tr("action {number}").format(number=self._number)
        kind, text, responsible, when = (f"{name}, {place}" for name in self._names)
        self.kind_field.setAccessibleName(kind)
        self.text_field.setAccessibleName(text)
        self.type_field.setAccessibleName(responsible)
        self.name_field.setAccessibleName(self.tr("{responsible}: name").format(responsible=responsible))
        self.when_field.setAccessibleName(when)
        about = about or self.tr("none")
        self.topics_button.setAccessibleName(self.tr("Areas, {place}: {areas}").format(place=place, areas=about))
        self.topics_button.setToolTip(self.tr("Which areas the action is about"))
        self.remove_button.setAccessibleName(self.tr("Remove {what}").format(what=place))
        self.remove_button.setToolTip(self.remove_button.accessibleName())

    def _written(self) -> ActivityRow:
        place = self.type_field.currentIndex()
        activity = Activity(
            kind=_KINDS[self.kind_field.currentIndex()],
            text=self.text_field.text,
            topics=self._row.activity.topics,
            responsible=Responsible(type=None if place < 0 else _TYPES[place], name=self.name_field.text),
            when=self.when_field.text,
        )
        return ActivityRow(self._row.key, activity)

    def _tell_typed(self) -> None:
        self._note.say("")
        self.typed.emit(self._written())

    def _tell_changed(self) -> None:
        self.changed.emit(self._written())

    def _tell_filled(self) -> None:
        self._note.say(self.tr("The field is full. What came after did not fit."))

    def _choose_topics(self) -> None:
        chooser = TopicChooser(self.tr("Which areas is it about?"), self._headings, self)
        chooser.tick(self._row.activity.topics)
        chooser.ticked.connect(self._link)
        chooser.open_at(self.topics_button)

    def _link(self, topics: tuple[LinkId, ...]) -> None:
        row = self._written()
        self.changed.emit(ActivityRow(row.key, row.activity.model_copy(update={"topics": topics})))

    def _ask_for_removal(self) -> None:
        self.removal_requested.emit(self._row)


def _above(upper: QWidget, lower: QWidget) -> QWidget:
    both = QWidget()
    both.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(upper)
    column.addWidget(lower)
    return both
