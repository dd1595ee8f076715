"""Whom to tell, by municipality and with days, for administrators: one list, and one entry at a time to be typed."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.receiver import Receiver
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.receivers_view_model import ReceiversState, ReceiversViewModel, TypedReceiver
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.form_parts import PanelFoot, days_words, side_by_side
from needsform.ui.widgets.labelled_field import LabelledField, column_in, empty, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.work_row import RowText, WorkRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_SHARES = (24, 34, 16, 10, 16)


class ReceiversScreen(QWidget):
    """The list, and above it the entry that is being typed.

    closed_requested: back to where one came from.
    """

    closed_requested = Signal()

    def __init__(self, view_model: ReceiversViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._listed: tuple[Receiver, ...] | None = None
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._add)

    def _build(self) -> None:
        self.setObjectName("receivers_screen")
        self._close = named_button(self.tr("&Back"), "close")
        self._add = named_button(self.tr("&New receiver"), "add_receiver", "primary")
        page = ListPage(self.tr("Receivers"), self._close, self._add)
        lead = self.tr(
            "Whom to tell when a citizen is ready to be contacted: one for each municipality. The receiver need not be"
            " a municipality. When another takes over, give the old one a last day and enter the new one from the day"
            " after."
        )
        page.column.setSpacing(12)
        page.column.addWidget(words(lead, "quiet"))
        self._panel = self._form()
        page.column.addWidget(self._panel)
        self._empty = words(self.tr("There is nobody in the list yet. Enter the first one with New receiver."))
        self._empty.setObjectName("no_receivers")
        page.column.addWidget(self._empty)
        listed = QWidget()
        self._list = column_in(listed, spacing=0)
        page.column.addWidget(listed)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _form(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("receiver_panel")
        panel.setProperty("role", "panel")
        names = tuple(place.name for place in self._view_model.places)
        self._place = LabelledField(self.tr("&Municipality"), WrappingCombo("municipality", names), name="municipality")
        self._fields = {
            "name": text_field(self.tr("N&ame of the receiver"), name="name", longest=NAME_LENGTH),
            "mail": text_field(self.tr("Address of &secure mail"), name="mail", longest=LINE_LENGTH),
            "phone": text_field(self.tr("&Telephone"), name="phone", longest=LINE_LENGTH),
            "valid_from": text_field(self.tr("&First day, if there is one"), name="valid_from", longest=LINE_LENGTH),
            "valid_to": text_field(self.tr("&Last day, if there is one"), name="valid_to", longest=LINE_LENGTH),
        }
        self._save = named_button(self.tr("Sa&ve"), "save", "primary")
        self._remove = named_button(self.tr("&Remove, it was a mistake"), "remove_receiver")
        self._cancel = named_button(self.tr("&Cancel"), "cancel", "quiet")
        column = column_in(panel, spacing=12, margins=(24, 18, 24, 18))
        column.addWidget(side_by_side(self._place, self._fields["name"]))
        column.addWidget(side_by_side(self._fields["mail"], self._fields["phone"]))
        column.addWidget(side_by_side(self._fields["valid_from"], self._fields["valid_to"]))
        self._foot = PanelFoot(self._save, self._remove, self._cancel)
        column.addWidget(self._foot)
        panel.hide()
        return panel

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        model.refused.connect(self._enter)
        self._close.clicked.connect(self._leave)
        self._add.clicked.connect(self._begin)
        self._save.clicked.connect(model.save)
        self._remove.clicked.connect(model.remove)
        self._cancel.clicked.connect(model.close)
        self._place.editor.activated.connect(self._write)
        for editor in self._editors():
            editor.textEdited.connect(self._write)
            editor.returnPressed.connect(model.save)

    def _render(self, state: ReceiversState) -> None:
        typed = state.typed
        was_open = self._panel.isVisible()
        self._panel.setVisible(typed is not None)
        if typed is not None:
            self._show_typed(state, typed)
        elif was_open:
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)
        if state.receivers != self._listed:
            self._listed = state.receivers
            self._fill(state)

    def _fill(self, state: ReceiversState) -> None:
        self._empty.setVisible(not state.receivers)
        empty(self._list)
        for receiver in state.receivers:
            row = WorkRow(f"receiver_{receiver.id}", self._row_text(receiver, state))
            row.acted.connect(partial(self._edit, receiver))
            self._list.addWidget(row)

    def _show_typed(self, state: ReceiversState, typed: TypedReceiver) -> None:
        codes = [place.code for place in self._view_model.places]
        at = codes.index(typed.municipality_code) if typed.municipality_code in codes else -1
        self._place.editor.setCurrentIndex(at)
        self._remove.setVisible(state.edited is not None)
        said = {name: sentence(message) for name, message in state.errors.items()}
        self._place.show_error(said.get("municipality", ""))
        self._foot.show_unsaved(is_unsaved=state.holds_unsaved)
        for name, field in self._fields.items():
            text = str(getattr(typed, name))
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(said.get(name, ""))

    def _row_text(self, receiver: Receiver, state: ReceiversState) -> RowText:
        return RowText(
            title=self._view_model.place_name(receiver.municipality_code),
            cells=(
                " · ".join(filter(None, (receiver.name, receiver.mail, receiver.phone))),
                days_words(receiver.valid_from, receiver.valid_to, self._view_model.words),
                self._standing(receiver, state),
            ),
            actions=(self.tr("Correct"),),
            is_link=False,
            shares=_SHARES,
        )

    def _standing(self, receiver: Receiver, state: ReceiversState) -> str:
        if receiver.is_valid_on(state.today):
            return self.tr("now")
        is_past = receiver.valid_to is not None and receiver.valid_to < state.today
        return self.tr("formerly") if is_past else self.tr("to come")

    # What the user does -------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        if not self._view_model.keeps_unsaved():
            self.closed_requested.emit()

    def _begin(self) -> None:
        self._view_model.add()
        self._enter()

    def _edit(self, receiver: Receiver, _button: int) -> None:
        self._view_model.edit(receiver.id)
        self._enter()

    def _enter(self) -> None:
        """To what is wrong, else to the buttons if words wait to be kept, else to where writing begins."""
        is_new = self._view_model.state.edited is None
        self._foot.enter((self._place, *self._fields.values()), self._place if is_new else self._fields["name"])

    def _write(self, _what: object = None) -> None:
        at = self._place.editor.currentIndex()
        code = self._view_model.places[at].code if at >= 0 else ""
        self._view_model.write(TypedReceiver(code, *(field.editor.text() for field in self._fields.values())))

    def _editors(self) -> list[QLineEdit]:
        return [field.editor for field in self._fields.values()]
