"""What opens on a citizen's card: the details to be put right, and what is asked before an assessment goes another way.

They are made when they are first asked for: most cards are read, and their fields are half of what a card would hold.
"""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from needsform.models.errors import Message
from needsform.models.frozen import TEXT_LENGTH
from needsform.models.typed_patient import TypedPatient
from needsform.ui.messages import sentence
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.form_parts import PanelFoot
from needsform.ui.widgets.labelled_field import text_field, words


class CardPanel(QFrame):
    """A frame with something to answer, and two buttons beneath it: do it, or leave everything as it was.

    cancelled: everything is to stay as it was.
    """

    cancelled = Signal()

    def __init__(self, name: str, parent: QWidget) -> None:
        """`name` is the objectName's beginning, and the end of that of the second button."""
        super().__init__(parent)
        self._name = name
        self.setObjectName(f"{name}_panel")
        self.setProperty("role", "panel")
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(24, 20, 24, 20)
        self.column.setSpacing(12)

    def begin(self) -> None:
        """It has just opened: the focus goes to what is asked."""
        self.focus_error()

    def show_errors(self, errors: Mapping[str, Message]) -> None:
        """Say what is wrong with what was answered, by field."""

    def focus_error(self) -> None:
        """Lead to the first field that something is wrong with."""

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Say, or say no more, that it stays open for what is typed in it."""
        self._foot.show_unsaved(is_unsaved=is_unsaved)

    def _add_buttons(self, name: str, text: str) -> QPushButton:
        """The two buttons; the one that does it."""
        act = named_button(text, name, "primary", self)
        cancel = named_button(self.tr("C&ancel"), f"cancel_{self._name}", parent=self)
        cancel.clicked.connect(self.cancelled)
        self._foot = PanelFoot(act, cancel, parent=self)
        self.column.addWidget(self._foot)
        return act


class CorrectPanel(CardPanel):
    """The citizen's details as fields.

    edited: the fields as they stand now. left: the focus has left the field of that name. more_toggled: "More details"
    was opened or closed. save_requested: keep what is typed.
    """

    edited = Signal(TypedPatient)
    left = Signal(str)
    more_toggled = Signal(bool)
    save_requested = Signal()

    def __init__(
        self, municipalities: tuple[str, ...], languages: tuple[str, ...], *, shows_more: bool, parent: QWidget
    ) -> None:
        """The names of municipalities and languages are what can be completed while typing."""
        super().__init__("edit", parent)
        self._fields = CitizenFields(municipalities, languages, shows_more=shows_more, parent=self)
        self.column.addWidget(self._fields)
        self._fields.edited.connect(self.edited)
        self._fields.left.connect(self.left)
        self._fields.more_toggled.connect(self.more_toggled)
        self._save = self._add_buttons("save", self.tr("&Save"))
        self._save.clicked.connect(self.save_requested)

    def render_typed(self, typed: TypedPatient, errors: Mapping[str, Message]) -> None:
        """Show this in the fields, and what is wrong with it."""
        self._fields.render_typed(typed, errors)

    def begin(self) -> None:
        """With the name."""
        self._fields.editor("name").setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_error(self) -> None:
        """To the first field that something is wrong with; where nothing is, to Save, for which words wait."""
        if not self._fields.focus_error():
            self._save.setFocus(Qt.FocusReason.OtherFocusReason)


class ReopenQuestion(CardPanel):
    """Why an assessment is reopened.

    reopened: for the reason that it carries.
    """

    reopened = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("reopen", parent)
        self.column.addWidget(words(self.tr("Reopen the form"), "heading", self))
        told = self.tr("Front and back can be changed again, as a new revision. The one before is kept as it was.")
        self.column.addWidget(words(told, "", self))
        self._reason = text_field(self.tr("&Why is it reopened?"), name="reason", longest=TEXT_LENGTH)
        self.column.addWidget(self._reason)
        self._reason.editor.returnPressed.connect(self._reopen)
        self._add_buttons("reopen", self.tr("Re&open")).clicked.connect(self._reopen)

    def show_errors(self, errors: Mapping[str, Message]) -> None:
        """Say what is wrong with the reason."""
        self._reason.show_error(sentence(errors["reason"]) if "reason" in errors else "")

    def focus_error(self) -> None:
        """To the reason, which is all there is."""
        self._reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _reopen(self) -> None:
        self.reopened.emit(self._reason.editor.text())


class StopQuestion(CardPanel):
    """Why an assessment that was begun is not finished.

    stopped: for the reason of that number: declined, too ill, begun by mistake.
    """

    stopped = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__("stop", parent)
        self._number = 0
        self.column.addWidget(words(self.tr("Stop the assessment"), "heading", self))
        told = self.tr("It leaves the worklist. What was answered is kept, and so is the reason.")
        self.column.addWidget(words(told, "", self))
        reasons = (
            self.tr("The citizen declines"),
            self.tr("The citizen is too ill"),
            self.tr("It was begun by mistake"),
        )
        self._reasons = ChoiceGroup("stop_reason", self.tr("Why is it stopped?"), reasons, self)
        self.column.addWidget(self._reasons)
        self._reasons.chosen.connect(self._choose)
        self._add_buttons("stop", self.tr("S&top")).clicked.connect(self._stop)

    def begin(self) -> None:
        """With the first reason."""
        self._choose(0)
        self._reasons.answer(0).setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, number: int) -> None:
        self._number = number
        self._reasons.render_answer(number)

    def _stop(self) -> None:
        self.stopped.emit(self._number)
