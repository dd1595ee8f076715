"""The fields about a citizen: the few that are needed first, the rest behind "More details"."""

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from needsform.models.errors import Message
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.patient import PatientSummary
from needsform.models.typed_patient import TypedPatient
from needsform.ui.messages import sentence
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.completion import complete
from needsform.ui.widgets.entrance import stop_after, turn_in
from needsform.ui.widgets.labelled_field import LabelledField, column_in, empty, text_field, words
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_CHILDREN = (None, True, False)
"""What the three entries of the list stand for."""


class CitizenFields(QWidget):
    """Shows a `TypedPatient` and tells of every change to it.

    edited: the fields as they stand now. left: the focus has left the field of that name.
    suggestion_chosen: the id of a known citizen. more_toggled: "More details" was opened or closed.
    """

    edited = Signal(TypedPatient)
    left = Signal(str)
    suggestion_chosen = Signal(str)
    more_toggled = Signal(bool)

    def __init__(
        self,
        municipalities: tuple[str, ...],
        languages: tuple[str, ...],
        *,
        shows_more: bool,
        parent: QWidget | None = None,
    ) -> None:
        """The names of municipalities and languages are what can be completed while typing."""
        super().__init__(parent)
        self._fields: dict[str, LabelledField[QLineEdit]] = {}
        self._typed = TypedPatient()
        self._suggested: tuple[PatientSummary, ...] = ()
        self._build(shows_more)
        complete(self._fields["municipality"].editor, municipalities)
        complete(self._fields["language"].editor, languages)
        self._connect()

    def _build(self, shows_more: bool) -> None:
        self._other_id = CheckBox(self.tr("The citizen has no CPR number"))
        self._other_id.setObjectName("has_other_id")
        self._suggestions = QWidget()
        self._suggestions.setObjectName("suggestions")
        self._turn = turn_in(self._suggestions)
        self._suggestion_column = QVBoxLayout(self._suggestions)
        self._suggestion_column.setContentsMargins(0, 0, 0, 0)
        self._suggestion_column.setSpacing(4)
        self._suggestions.hide()
        self._more_button = named_button("", "more_details", "disclosure")
        self._more_button.setCheckable(True)
        self._more_button.setChecked(shows_more)
        self._children = WrappingCombo("children_under_18", (self.tr("Not asked"), self.tr("Yes"), self.tr("No")))
        self._interpreter = CheckBox(self.tr("&Interpreter is needed"))
        self._interpreter.setObjectName("needs_interpreter")
        self._protected = CheckBox(self.tr("Name and address are protected"))
        self._protected.setObjectName("address_protected")
        column = column_in(self)
        self._row(
            column,
            self._text("identifier", self.tr("&CPR number"), LINE_LENGTH, placeholder=self.tr("ddmmyy-xxxx")),
            self._text("name", self.tr("&Name"), NAME_LENGTH),
        )
        column.addWidget(self._suggestions)
        column.addWidget(self._other_id)
        self._row(
            column,
            self._text("phone", self.tr("P&hone"), LINE_LENGTH),
            self._text("best_time", self.tr("Best &time to call"), LINE_LENGTH),
        )
        column.addWidget(self._text("municipality", self.tr("&Municipality"), LINE_LENGTH))
        column.addWidget(self._more_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._more = QWidget()
        column.addWidget(self._more)
        self._build_more(column_in(self._more))
        self._show_more(shows_more)

    def _build_more(self, column: QVBoxLayout) -> None:
        self._row(
            column,
            self._text("general_practice", self.tr("G&eneral practitioner"), NAME_LENGTH),
            self._text("general_practice_phone", self.tr("Phone of the practice"), LINE_LENGTH),
        )
        self._row(
            column,
            self._text("relative", self.tr("Relati&ve"), NAME_LENGTH),
            self._text("relation", self.tr("Relation"), LINE_LENGTH),
            self._text("relative_phone", self.tr("Phone of the relative"), LINE_LENGTH),
        )
        self._row(
            column,
            LabelledField(self.tr("Children under 18 at home"), self._children, name="children_under_18"),
            self._text("language", self.tr("Language spo&ken"), LINE_LENGTH),
        )
        column.addWidget(self._interpreter)
        column.addWidget(self._text("address", self.tr("Address"), LINE_LENGTH))
        column.addWidget(self._protected)

    def _text(self, name: str, label: str, longest: int, placeholder: str = "") -> LabelledField[QLineEdit]:
        self._fields[name] = text_field(label, name=name, longest=longest, placeholder=placeholder)
        return self._fields[name]

    @staticmethod
    def _row(column: QVBoxLayout, *fields: QWidget) -> None:
        row = TurningRow(spacing=16)
        column.addWidget(row)
        for field in fields:
            row.add(field, 1)

    def _connect(self) -> None:
        for name, field in self._fields.items():
            field.editor.textEdited.connect(self._tell)
            field.editor.returnPressed.connect(partial(self._go_on, field.editor))
            field.left.connect(partial(self.left.emit, name))
            completer = field.editor.completer()
            if completer is not None:
                completer.activated.connect(partial(self._take_completion, field.editor))
        for box in (self._other_id, self._interpreter, self._protected):
            box.clicked.connect(self._tell)
        self._children.activated.connect(self._tell)
        self._more_button.toggled.connect(self._toggle_more)
        self._fields["name"].editor.installEventFilter(self)

    # Showing -------------------------------------------------------------------------------------------------------

    def render_typed(
        self,
        typed: TypedPatient,
        errors: Mapping[str, Message],
        suggestions: tuple[PatientSummary, ...] = (),
    ) -> None:
        """Show what is typed, what is wrong with it, and whom it may be."""
        self._typed = typed
        for name, field in self._fields.items():
            text = getattr(typed, name)
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(sentence(errors[name]) if name in errors else "")
        self._other_id.setChecked(typed.has_other_id)
        self._interpreter.setChecked(typed.needs_interpreter)
        self._protected.setChecked(typed.address_protected)
        self._children.setCurrentIndex(_CHILDREN.index(typed.children_under_18))
        if any(name in errors for name in self._fields if self._more.isAncestorOf(self._fields[name])):
            self._more_button.setChecked(True)
        self._suggest(suggestions)

    def focus_error(self) -> bool:
        """Put the focus on the first field with something wrong; False if there is none."""
        for field in self._fields.values():
            if field.error:
                field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return False

    def editor(self, name: str) -> QLineEdit:
        """The line of that name."""
        return self._fields[name].editor

    def _suggest(self, suggestions: tuple[PatientSummary, ...]) -> None:
        if suggestions == self._suggested:
            return
        self._suggested = suggestions
        empty(self._suggestion_column)
        if suggestions:
            self._suggestion_column.addWidget(words(self.tr("Known here. Choose the right one, or go on:"), "quiet"))
        for number, summary in enumerate(suggestions):
            button = named_button(
                f"{summary.name}   {summary.identifier.shown}".replace("&", "&&"), f"suggestion_{number}", "suggestion"
            )
            button.clicked.connect(partial(self._choose, summary.id))
            self._suggestion_column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        stop_after(self._turn, self._suggestions)
        self._suggestions.setVisible(bool(suggestions))

    # What the user does --------------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Down leads from the name to the citizens that are known."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Down:
            first = self._suggestions.findChild(QPushButton)
            if first is not None and self._suggestions.isVisible():
                first.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        self.edited.emit(
            TypedPatient(
                **{name: field.editor.text() for name, field in self._fields.items()},
                has_other_id=self._other_id.isChecked(),
                needs_interpreter=self._interpreter.isChecked(),
                address_protected=self._protected.isChecked(),
                children_under_18=_CHILDREN[self._children.currentIndex()],
            )
        )

    def _go_on(self, editor: QLineEdit) -> None:
        """Enter goes to the next field, as Tab does."""
        completer = editor.completer()
        popup = None if completer is None else completer.popup()
        if popup is None or not popup.isVisible():
            self.focusNextChild()

    def _take_completion(self, editor: QLineEdit, text: str) -> None:
        editor.setText(text)
        self._tell()

    def _choose(self, patient_id: str, _checked: bool = False) -> None:
        self.suggestion_chosen.emit(patient_id)

    def _toggle_more(self, is_open: bool) -> None:
        self._show_more(is_open)
        self.more_toggled.emit(is_open)

    def _show_more(self, is_open: bool) -> None:
        self._more.setVisible(is_open)
        self._more_button.setText(self.tr("Fewer &details") if is_open else self.tr("More &details"))
