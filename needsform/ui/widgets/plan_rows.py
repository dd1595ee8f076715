"""Goals and offers of a plan: rows that are there as long as something is written in them, and an empty one below."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.plan_draft import GoalRow, OfferRow, PlanRow
from needsform.models.rehabilitation_plan import Offer, OfferKind
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.growing_text import GrowingText
from needsform.ui.widgets.labelled_field import ErrorText
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_KINDS = tuple(OfferKind)
_SHARES = (12, 0, 10, 7, 7, 0)
"""How name, kind, responsible, begin and end share what the kind leaves over."""
_GAP = 8


class GoalFields(QWidget):
    """One goal. `typed(GoalRow)`, `changed(GoalRow)`: as `PlanRows`. `removal_requested(int)`: by its key."""

    typed = Signal(GoalRow)
    changed = Signal(GoalRow)
    removal_requested = Signal(int)

    def __init__(self, key: int, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        self._title = texts.text("plan.goals")
        self.text_field = GrowingText(f"goal.{key}", self.tr("What the citizen wants, in their own words"))
        self.remove_button = _remove_button(f"goal.{key}.remove")
        self._note = ErrorText(f"goal.{key}.note")
        grid = _grid(self)
        grid.setColumnStretch(0, 1)
        grid.addWidget(self.text_field, 0, 0)
        grid.addWidget(self.remove_button, 0, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._note, 1, 0, 1, 2)
        self.text_field.typed.connect(self._tell_typed)
        self.text_field.left.connect(self._tell_changed)
        self.text_field.filled.connect(self._tell_filled)
        self.remove_button.clicked.connect(self._ask_for_removal)

    def render_row(self, row: GoalRow, number: int, *, is_open: bool) -> None:
        """Show the goal as number `number` (from 1)."""
        self.text_field.render_text(row.goal)
        self.text_field.setReadOnly(not is_open)
        self.remove_button.setVisible(is_open and not row.is_empty)
        name = f"{self._title} {number}"
        self.text_field.setAccessibleName(name)
        _name_removal(self.remove_button, self.tr("Remove {what}").format(what=name))

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        return self.text_field, self.remove_button

    def _written(self) -> GoalRow:
        return GoalRow(self._key, self.text_field.text)

    def _tell_typed(self) -> None:
        self._note.say("")
        self.typed.emit(self._written())

    def _tell_changed(self) -> None:
        self.changed.emit(self._written())

    def _tell_filled(self) -> None:
        self._note.say(self.tr("The field is full. What came after did not fit."))

    def _ask_for_removal(self) -> None:
        self.removal_requested.emit(self._key)


class OfferFields(QWidget):
    """One offer. `typed(OfferRow)`, `changed(OfferRow)`: as `PlanRows`. `removal_requested(int)`: by its key."""

    typed = Signal(OfferRow)
    changed = Signal(OfferRow)
    removal_requested = Signal(int)

    def __init__(self, key: int, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._key = key
        name = f"offer.{key}"
        self.name_field = GrowingText(f"{name}.name", self.tr("What the citizen takes part in"))
        self.kind_field = WrappingCombo(f"{name}.kind", tuple(texts.of(kind) for kind in _KINDS), "row")
        self.kind_field.setPlaceholderText(self.tr("Choose"))
        self.responsible_field = _line(f"{name}.responsible", self.tr("Who"), NAME_LENGTH)
        self.begins_field = _line(f"{name}.begins", self.tr("Date"), LINE_LENGTH)
        self.ends_field = _line(f"{name}.ends", self.tr("Date"), LINE_LENGTH)
        self.remove_button = _remove_button(f"{name}.remove")
        self._note = ErrorText(f"{name}.note")
        columns = ("name", "kind", "responsible", "begins", "ends")
        self._names = tuple(texts.text(f"plan.offer.{column}") for column in columns)
        self._captions = tuple(label(caption, "column") for caption in self._names)
        self._grid = _grid(self)
        self._is_stacked: bool | None = None
        texts_ = (self.name_field, self.responsible_field, self.begins_field, self.ends_field)
        for text_field in texts_:
            text_field.typed.connect(self._tell_typed)
            text_field.left.connect(self._tell_changed)
            text_field.filled.connect(self._tell_filled)
        self.kind_field.activated.connect(self._tell_changed)
        self.remove_button.clicked.connect(self._ask_for_removal)

    def arrange(self, *, is_stacked: bool, has_captions: bool) -> None:
        """Side by side, or one field above the other; with the columns' names where nobody else gives them."""
        grid, top = self._grid, Qt.AlignmentFlag.AlignTop
        for column, share in enumerate((1, 0, 0, 0, 0, 0) if is_stacked else _SHARES):
            grid.setColumnStretch(column, share)
        for place, (field, caption) in enumerate(zip(self.fields[:-1], self._captions, strict=True)):
            line, column = (2 * place, 0) if is_stacked else (0, place)
            grid.addWidget(caption, line, column)
            grid.addWidget(field, line + 1, column, Qt.AlignmentFlag(0) if is_stacked else top)
            caption.setVisible(has_captions or is_stacked)
        grid.addWidget(self.remove_button, 1, 5, top)
        grid.addWidget(self._note, 10, 0, 1, 6)

    def render_row(self, row: OfferRow, number: int, *, is_open: bool) -> None:
        """Show the offer as number `number` (from 1)."""
        offer = row.offer
        self.kind_field.setCurrentIndex(-1 if offer.kind is None else _KINDS.index(offer.kind))
        self.kind_field.setEnabled(is_open)
        for field, text in zip(self._texts, (offer.name, offer.responsible, offer.begins, offer.ends), strict=True):
            field.render_text(text)
            field.setReadOnly(not is_open)
        self.remove_button.setVisible(is_open and not row.is_empty)
        place = self.tr("offer {number}").format(number=number)
        for widget, name in zip(self.fields[:-1], self._names, strict=True):
            widget.setAccessibleName(f"{name}, {place}")
        _name_removal(self.remove_button, self.tr("Remove {what}").format(what=place))

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        days = (self.begins_field, self.ends_field)
        return (self.name_field, self.kind_field, self.responsible_field, *days, self.remove_button)

    @property
    def _texts(self) -> tuple[GrowingText, ...]:
        return self.name_field, self.responsible_field, self.begins_field, self.ends_field

    def _written(self) -> OfferRow:
        place = self.kind_field.currentIndex()
        name, responsible, begins, ends = (field.text for field in self._texts)
        kind = None if place < 0 else _KINDS[place]
        return OfferRow(self._key, Offer(kind=kind, name=name, responsible=responsible, begins=begins, ends=ends))

    def _tell_typed(self) -> None:
        self._note.say("")
        self.typed.emit(self._written())

    def _tell_changed(self) -> None:
        self.changed.emit(self._written())

    def _tell_filled(self) -> None:
        self._note.say(self.tr("The field is full. What came after did not fit."))

    def _ask_for_removal(self) -> None:
        self.removal_requested.emit(self._key)


class PlanRows(QWidget):
    """The goals, or the offers, under their heading.

    `typed(PlanRow)`: words are being written. `changed(PlanRow)`: a field was left, or something was chosen.
    `removal_requested(int)`: the row with that key shall go.
    """

    typed = Signal(object)
    changed = Signal(object)
    removal_requested = Signal(int)

    def __init__(self, title: str, texts: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = texts
        self._is_stacked = False
        self._order: tuple[int, ...] = ()
        self.rows: dict[int, GoalFields | OfferFields] = {}
        self._error = ErrorText("rows.error")
        self._lines = QVBoxLayout()
        self._lines.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(label(title, "heading"))
        column.addWidget(self._error)
        column.addLayout(self._lines)

    def render_rows(self, rows: tuple[PlanRow, ...], *, is_open: bool) -> None:
        """Show these rows in this order; a row that stays keeps its fields and the cursor in them."""
        shown = tuple(row for row in rows if is_open or not row.is_empty)
        wanted = {row.key for row in shown}
        for key in [key for key in self.rows if key not in wanted]:
            gone = self.rows.pop(key)
            self._lines.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        for place, row in enumerate(shown):
            self._render_row(row, place, is_open=is_open)
        self._order = tuple(row.key for row in shown)

    def show_error(self, words: str) -> None:
        """Say above the rows what is missing."""
        self._error.say(words)

    def set_stacked(self, is_stacked: bool) -> None:
        """Columns, or one field above the other."""
        if is_stacked != self._is_stacked:
            self._is_stacked = is_stacked
            for place, key in enumerate(self._order):
                self._arrange(self.rows[key], place)

    def fields(self) -> list[QWidget]:
        """Everything that takes the focus, in reading order."""
        return [field for key in self._order for field in self.rows[key].fields]

    def _render_row(self, row: PlanRow, place: int, *, is_open: bool) -> None:
        fields = self.rows.get(row.key) or self._new_row(row)
        self._arrange(fields, place)
        match fields, row:
            case GoalFields(), GoalRow():
                fields.render_row(row, place + 1, is_open=is_open)
            case OfferFields(), OfferRow():
                fields.render_row(row, place + 1, is_open=is_open)
        if self._lines.indexOf(fields) != place:
            self._lines.insertWidget(place, fields)
            if self.isVisible():
                fields.show()

    def _arrange(self, fields: GoalFields | OfferFields, place: int) -> None:
        if isinstance(fields, OfferFields):
            fields.arrange(is_stacked=self._is_stacked, has_captions=place == 0)

    def _new_row(self, row: PlanRow) -> GoalFields | OfferFields:
        make = GoalFields if isinstance(row, GoalRow) else OfferFields
        fields = make(row.key, self._words, self)
        fields.typed.connect(self.typed)
        fields.changed.connect(self.changed)
        fields.removal_requested.connect(self.removal_requested)
        self.rows[row.key] = fields
        return fields


def _line(name: str, placeholder: str, longest: int) -> GrowingText:
    return GrowingText(name, placeholder, longest=longest, is_one_line=True)


def _grid(widget: QWidget) -> QGridLayout:
    grid = QGridLayout(widget)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(_GAP)
    grid.setVerticalSpacing(4)
    return grid


def _remove_button(name: str) -> QPushButton:
    button = named_button("×", name, "remove")
    policy: QSizePolicy = button.sizePolicy()
    policy.setRetainSizeWhenHidden(True)
    button.setSizePolicy(policy)
    return button


def _name_removal(button: QPushButton, words: str) -> None:
    button.setAccessibleName(words)
    button.setToolTip(words)
