"""A referral that was told by phone, by letter or in the door: typed once, with the day of contact in sight."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.assessment import ReferralSource
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.typed_patient import language_names
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.register_referral_view_model import (
    RegisterReferralState,
    RegisterReferralViewModel,
    TypedReferral,
)
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.former_course_words import goes_on_from
from needsform.ui.widgets.labelled_field import column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow


class RegisterReferralScreen(QWidget):
    """Who it is about, who told, and when.

    cancelled: back to the inbox. more_toggled: "More details" was opened or closed.
    """

    cancelled = Signal()
    more_toggled = Signal(bool)

    def __init__(
        self, view_model: RegisterReferralViewModel, words_: Words, *, shows_more: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view_model, self._words, self._shows_more = view_model, words_, shows_more
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("register_referral_screen")
        self._cancel = named_button(self.tr("C&ancel"), "cancel")
        self._save = named_button(self.tr("&Save the referral"), "save", "primary")
        page = ListPage(self.tr("New referral"), self._cancel, self._save)
        page.column.setSpacing(12)
        self._citizen = CitizenFields(
            self._view_model.municipalities, language_names(self._words), shows_more=self._shows_more
        )
        self._comes_back = CheckBox("")
        self._comes_back.setObjectName("comes_back")
        sources = tuple(self._words.of(source) for source in ReferralSource)
        self._source = ChoiceGroup("source", self.tr("Who told us?"), sources)
        self._sender = text_field(self.tr("&Ward or practice"), name="sender", longest=NAME_LENGTH)
        self._contact = text_field(
            self.tr("Whom to ask there, and the phone"), name="sender_contact", longest=LINE_LENGTH
        )
        self._senders = TurningRow(spacing=16)
        self._senders.add(self._sender, 1)
        self._senders.add(self._contact, 1)
        self._informed = text_field(self.tr("&On which day?"), name="informed_on", longest=LINE_LENGTH)
        self._due = words("", "strong")
        self._due.setObjectName("contact_by")
        for part in (
            words(self.tr("The citizen"), "heading"),
            self._citizen,
            self._comes_back,
            self._source,
            self._senders,
            self._informed,
            self._due,
        ):
            page.column.addWidget(part)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._citizen.editor("identifier"))

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.refused.connect(self._show_first_error)
        self._citizen.edited.connect(self._view_model.write_patient)
        self._citizen.left.connect(self._view_model.leave)
        self._citizen.more_toggled.connect(self.more_toggled)
        self._comes_back.clicked.connect(self._tell)
        self._source.chosen.connect(self._choose_source)
        for field in (self._sender, self._contact, self._informed):
            field.editor.textEdited.connect(self._tell)
        self._sender.editor.returnPressed.connect(self.focusNextChild)
        self._contact.editor.returnPressed.connect(self.focusNextChild)
        self._informed.editor.returnPressed.connect(self._view_model.register)
        self._cancel.clicked.connect(self.cancelled)
        self._save.clicked.connect(self._view_model.register)

    def _render(self, state: RegisterReferralState) -> None:
        typed = state.referral
        self._citizen.render_typed(state.patient, state.errors)
        self._comes_back.setVisible(state.former is not None)
        self._comes_back.setText("" if state.former is None else goes_on_from(state.former, self._words))
        self._comes_back.setChecked(typed.comes_back)
        self._source.render_answer(list(ReferralSource).index(typed.source))
        self._senders.setVisible(typed.source is not ReferralSource.SELF)
        for field, text in (
            (self._sender, typed.sender),
            (self._contact, typed.sender_contact),
            (self._informed, typed.informed_on),
        ):
            if field.editor.text() != text:
                field.editor.setText(text)
        wrong = state.errors.get("informed_on")
        self._informed.show_error("" if wrong is None else sentence(wrong))
        due = "" if state.contact_by is None else self._words.date(state.contact_by)
        self._due.setText(self.tr("Contact at the latest: {day}").format(day=due) if due else "")

    def _choose_source(self, number: int) -> None:
        self._tell(source=list(ReferralSource)[number])

    def _tell(self, _edited: str | bool = "", *, source: ReferralSource | None = None) -> None:
        self._view_model.write_referral(
            TypedReferral(
                source=source or self._view_model.state.referral.source,
                sender=self._sender.editor.text(),
                sender_contact=self._contact.editor.text(),
                informed_on=self._informed.editor.text(),
                comes_back=self._comes_back.isChecked(),
            )
        )

    def _show_first_error(self) -> None:
        if not self._citizen.focus_error():
            self._informed.editor.setFocus(Qt.FocusReason.OtherFocusReason)
