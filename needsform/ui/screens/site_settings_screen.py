"""The site's own words on every sheet, and the site's own form: for the administrator."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.models.errors import Fault
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import SiteKind
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsState, SiteSettingsViewModel, TypedSite
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.completion import complete
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import ErrorText, LabelledField, column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_LONGEST_LIST = 1300
"""Characters of a list of closing days: a hundred of them."""


class SiteSettingsScreen(QWidget):
    """What stands on the sheets, and which forms there are.

    closed_requested: back to the settings of the computer.
    """

    closed_requested = Signal()

    def __init__(
        self,
        view_model: SiteSettingsViewModel,
        words_: Words,
        choose_file: Callable[[QWidget, str, str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        """`choose_file` asks which file: parent, title, filter."""
        super().__init__(parent)
        self._view_model, self._words, self._choose_file = view_model, words_, choose_file
        self._fields: dict[str, LabelledField[QLineEdit]] = {}
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("site_settings_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._save = named_button(self.tr("Sa&ve"), "save", "primary")
        self._notice = ErrorText("site_notice")
        self._notice.setProperty("role", "strong")
        self._kind = WrappingCombo("kind", tuple(self._words.of(kind) for kind in SiteKind))
        self._load = named_button(self.tr("Load a &form from a file"), "load_form")
        self._faults = words("")
        self._faults.setObjectName("faults")
        self._faults.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._forms = words("", "tabular")
        self._forms.setObjectName("forms")
        page = ListPage(self.tr("Settings of the place"), self._back, self._save)
        column = page.column
        column.setSpacing(12)
        column.addWidget(self._notice)
        for part in (*self._place(), *self._contact(), *self._working_days(), *self._own_form()):
            column.addWidget(part)
        column.addStretch(1)
        complete(self._fields["default_municipality"].editor, tuple(self._view_model.municipalities))
        column_in(self).addWidget(page)
        open_at(self, self._fields["name"].editor)

    def _place(self) -> tuple[QWidget, ...]:
        return (
            self._beside(
                self._text("name", self.tr("&Name of the place"), NAME_LENGTH),
                LabelledField(self.tr("&Kind of place"), self._kind, name="kind"),
            ),
            self._beside(
                self._text("unit", self.tr("&Ward or unit"), NAME_LENGTH),
                self._text(
                    "default_municipality",
                    self.tr("&Municipality of most citizens"),
                    LINE_LENGTH,
                    self.tr("Filled in beforehand for a new citizen."),
                ),
            ),
        )

    def _contact(self) -> tuple[QWidget, ...]:
        return (
            words(self.tr("On the sheet: whom to call"), "heading"),
            self._beside(
                self._text("contact_name", self.tr("&Contact person for citizens"), NAME_LENGTH),
                self._text("contact_phone", self.tr("&Phone of the contact person"), LINE_LENGTH),
            ),
            self._beside(
                self._text("helpline_name", self.tr("Free &helpline"), LINE_LENGTH),
                self._text("helpline_phone", self.tr("Phone of the helpline"), LINE_LENGTH),
            ),
            self._text(
                "authority",
                self.tr("Who decides what can be &offered"),
                LINE_LENGTH,
                self.tr("As a sentence begins with it, such as The municipality. Empty means the usual word."),
            ),
        )

    def _working_days(self) -> tuple[QWidget, ...]:
        self._saturday = CheckBox(self.tr("Saturda&y is a working day"))
        self._saturday.setObjectName("saturday_counts")
        self._half = CheckBox(self.tr("Closed on &1 May, 5 June, 24 and 31 December"))
        self._half.setObjectName("closed_on_half_holidays")
        return (
            words(self.tr("In the inbox: which days count"), "heading"),
            words(
                self.tr(
                    "A citizen is contacted at the latest three working days after you heard of them. Sundays and"
                    " public holidays never count. Citizens who are in the inbox already keep their day."
                ),
                "quiet",
            ),
            self._saturday,
            self._half,
            self._text(
                "closed_on",
                self.tr("Own closing days"),
                _LONGEST_LIST,
                self.tr("Such as 22-12-2026, 23-12-2026. Empty means none."),
            ),
        )

    def _own_form(self) -> tuple[QWidget, ...]:
        load = buttons_in_a_row(self._load)
        return (
            words(self.tr("The site's own form"), "heading"),
            words(
                self.tr(
                    "A FHIR R4 Questionnaire in a file. It is checked first; what cannot be shown exactly is refused"
                    " with every fault named. Forms that are filled in already keep the form they were filled in on."
                ),
                "quiet",
            ),
            self._forms,
            load,
            self._faults,
        )

    def _text(self, name: str, label: str, longest: int, hint: str = "") -> LabelledField[QLineEdit]:
        self._fields[name] = text_field(label, name=name, longest=longest, hint=hint)
        return self._fields[name]

    @staticmethod
    def _beside(*widgets: QWidget) -> TurningRow:
        row = TurningRow(spacing=24)
        for widget in widgets:
            row.add(widget, 1)
        return row

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._back.clicked.connect(self.closed_requested)
        self._save.clicked.connect(self._view_model.save)
        self._load.clicked.connect(self._choose_form)
        self._kind.activated.connect(self._tell)
        for box in (self._saturday, self._half):
            box.clicked.connect(self._tell)
        for field in self._fields.values():
            field.editor.textEdited.connect(self._tell)
            field.editor.returnPressed.connect(self.focusNextChild)

    def _render(self, state: SiteSettingsState) -> None:
        for name, field in self._fields.items():
            text = getattr(state.typed, name)
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._kind.setCurrentIndex(list(SiteKind).index(state.typed.kind))
        self._saturday.setChecked(state.typed.saturday_counts)
        self._half.setChecked(state.typed.closed_on_half_holidays)
        self._notice.say("" if state.notice is None else sentence(state.notice))
        self._forms.setText("\n".join(self._form_words(form) for form in state.forms))
        self._faults.setText("\n".join(self._fault_words(fault) for fault in state.faults))
        self._faults.setVisible(bool(state.faults))
        wrong = next((field for name, field in self._fields.items() if name in state.errors), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form_words(self, form: Questionnaire) -> str:
        title = form.title.get(self._words.language) or form.title[form.languages[0]]
        version = self.tr("version {version}").format(version=form.version)
        languages = ", ".join(self._words.texts.get(f"language.{code}", code) for code in form.languages)
        return f"{title}, {version} ({languages})"

    def _fault_words(self, fault: Fault) -> str:
        return f"{fault.link_id}: {sentence(fault.message)}" if fault.link_id else sentence(fault.message)

    def _tell(self) -> None:
        self._view_model.write(
            TypedSite(
                kind=list(SiteKind)[self._kind.currentIndex()],
                saturday_counts=self._saturday.isChecked(),
                closed_on_half_holidays=self._half.isChecked(),
                **{name: field.editor.text() for name, field in self._fields.items()},
            )
        )

    def _choose_form(self) -> None:
        path = self._choose_file(self, self.tr("Load a form"), self.tr("Questionnaire (*.json)"))
        if path is not None:
            self._view_model.load_form(path)
