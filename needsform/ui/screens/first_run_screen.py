"""The very first run in three short steps, one thing on each page, and a key on paper before anything counts."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from needsform.models.recovery_paper import GROUP_FIELDS
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.first_run_view_model import SITE_KINDS, FirstRunState, FirstRunStep, FirstRunViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import ErrorText, LabelledField, password_field, text_field, words
from needsform.ui.widgets.reading_column import ReadingColumn
from needsform.ui.widgets.recovery_key_panel import RecoveryKeyPanel
from needsform.ui.widgets.wrapping_combo import WrappingCombo

_CONFIRMED = GROUP_FIELDS
"""The fields whose content is a secret of the paper, and so never kept."""


class FirstRunScreen(QWidget):
    """One step at a time. What is typed lives in the view-model, so nothing is lost when the language changes.

    print_key_requested, save_key_requested: the recovery key as text, to the printer or into a file.
    language_requested: the code of another language.
    """

    print_key_requested = Signal(str)
    save_key_requested = Signal(str)
    language_requested = Signal(str)

    def __init__(
        self,
        view_model: FirstRunViewModel,
        words_: Words,
        languages: tuple[tuple[str, str], ...],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._fields: dict[str, LabelledField[QLineEdit]] = {}
        self._build(languages)
        self._connect()
        self._shown: FirstRunStep | None = None
        self._render(view_model.state)

    # Building ---------------------------------------------------------------------------------------------------

    def _build(self, languages: tuple[tuple[str, str], ...]) -> None:
        self.setObjectName("first_run_screen")
        self._pages = QStackedWidget()
        for page in (self._site_page(), self._person_page(), self._key_page(), self._confirm_page()):
            self._pages.addWidget(page)
        self._error = ErrorText("first_run_error")
        self._back = named_button(self.tr("&Back"), "back")
        self._next = named_button("", "next", "primary")
        self._languages = {code: QPushButton(name) for code, name in languages}
        foot = QHBoxLayout()
        foot.setContentsMargins(32, 12, 32, 20)
        foot.setSpacing(12)
        foot.addWidget(self._back)
        for code, button in self._languages.items():
            button.setObjectName(f"language_{code}")
            button.setProperty("role", "link")
            foot.addWidget(button)
        foot.addWidget(self._error, 1)
        foot.addStretch(1)
        foot.addWidget(self._next)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._pages, 1)
        whole.addLayout(foot)

    def _page(self, number: int, title: str, lead: str) -> ReadingColumn:
        page = ReadingColumn(characters=60)
        step = self.tr("Step {number} of {count}").format(number=number, count=3)
        page.column.addWidget(words(step, "quiet"))
        page.column.addWidget(words(title, "title"))
        page.column.addWidget(words(lead))
        return page

    def _add(self, page: ReadingColumn, *fields: LabelledField[QLineEdit]) -> None:
        for field in fields:
            self._fields[field.editor.objectName()] = field
            page.column.addWidget(field)

    def _site_page(self) -> QWidget:
        page = self._page(
            1,
            self.tr("Where is the program used?"),
            self.tr("This stands on the sheet that the citizen takes home. All of it can be changed later."),
        )
        self._kind = WrappingCombo("kind", tuple(self._words.text(f"site_kind.{kind}") for kind in SITE_KINDS))
        self._add(page, text_field(self.tr("&Name of the place"), name="site", longest=120))
        page.column.addWidget(LabelledField(self.tr("&Kind of place"), self._kind, name="kind"))
        self._add(
            page,
            text_field(self.tr("&Ward or unit"), name="unit", longest=120),
            text_field(self.tr("&Contact person for citizens"), name="contact_name", longest=120),
            text_field(self.tr("&Phone of the contact person"), name="contact_phone"),
        )
        page.column.addStretch(1)
        return page

    def _person_page(self) -> QWidget:
        page = self._page(
            2,
            self.tr("Who are you?"),
            self.tr("You become the first administrator. You sign your sheets with name, title and phone."),
        )
        self._add(
            page,
            text_field(self.tr("Your &name"), name="name", longest=120),
            text_field(self.tr("Your &title"), name="title"),
            text_field(self.tr("Your &phone at work"), name="phone"),
            text_field(self.tr("Short &login"), name="login", longest=40, hint=self.tr("Your initials, for example.")),
            password_field(
                self.tr("Pass&word"),
                name="password",
                hint=self.tr(
                    "At least 10 characters. A short sentence that only you would write is easy to remember and hard"
                    " to guess. Use it nowhere else."
                ),
            ),
            password_field(self.tr("Password &again"), name="repeated"),
        )
        page.column.addStretch(1)
        return page

    def _key_page(self) -> QWidget:
        page = self._page(
            3,
            self.tr("Your recovery key"),
            self.tr(
                "If every password is forgotten, this key is the only way to the citizens' forms. It is shown now and"
                " never again. Write it down or print it, and keep the paper locked away, not beside the computer."
            ),
        )
        self._key = RecoveryKeyPanel()
        page.column.addWidget(self._key)
        page.column.addStretch(1)
        return page

    def _confirm_page(self) -> QWidget:
        page = self._page(
            3,
            self.tr("Do you have the key on paper?"),
            self.tr("Look at your paper and write the two groups that are asked for. Then the program is ready."),
        )
        self._add(page, text_field("", name="first_group", longest=8), text_field("", name="second_group", longest=8))
        page.column.addStretch(1)
        return page

    # Connecting and showing --------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        for name, field in self._fields.items():
            if name not in _CONFIRMED:
                field.editor.textEdited.connect(partial(self._view_model.write, name))
            field.editor.returnPressed.connect(self._go_on)
        self._kind.activated.connect(self._choose_kind)
        self._key.print_requested.connect(self.print_key_requested)
        self._key.save_requested.connect(self.save_key_requested)
        self._back.clicked.connect(self._view_model.back)
        self._next.clicked.connect(self._go_on)
        for code, button in self._languages.items():
            button.clicked.connect(partial(self._choose_language, code))

    def _render(self, state: FirstRunState) -> None:
        for name, field in self._fields.items():
            if name not in _CONFIRMED and field.editor.text() != getattr(state.form, name):
                field.editor.setText(getattr(state.form, name))
            field.setEnabled(not state.is_busy)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._kind.setCurrentIndex(SITE_KINDS.index(state.form.kind))
        self._key.show_groups(state.form.site, state.groups)
        for name, number in zip(_CONFIRMED, state.asked, strict=True):
            self._fields[name].set_label(self.tr("Group {number}").format(number=number))
        self._back.setVisible(state.step is not FirstRunStep.SITE)
        self._back.setEnabled(not state.is_busy)
        self._next.setEnabled(not state.is_busy)
        self._next.setText(self._next_text(state))
        self._error.say(sentence(state.errors[""]) if "" in state.errors else "")
        has_moved = state.step is not self._shown
        self._shown = state.step
        self._pages.setCurrentIndex(list(FirstRunStep).index(state.step))
        wrong = next((field for name, field in self._fields.items() if name in state.errors), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif has_moved:
            self._first_widget(state.step).setFocus(Qt.FocusReason.OtherFocusReason)
            self.setFocusProxy(self._first_widget(state.step))

    def _next_text(self, state: FirstRunState) -> str:
        if state.is_busy:
            return self.tr("Making the store …")
        return {
            FirstRunStep.SITE: self.tr("Ne&xt"),
            FirstRunStep.PERSON: self.tr("Ne&xt"),
            FirstRunStep.KEY: self.tr("I &have it on paper"),
            FirstRunStep.CONFIRM: self.tr("&Finish"),
        }[state.step]

    def _first_widget(self, step: FirstRunStep) -> QWidget:
        return {
            FirstRunStep.SITE: self._fields["site"].editor,
            FirstRunStep.PERSON: self._fields["name"].editor,
            FirstRunStep.KEY: self._key.print,
            FirstRunStep.CONFIRM: self._fields["first_group"].editor,
        }[step]

    # What the user does ------------------------------------------------------------------------------------------

    def _go_on(self) -> None:
        """Enter goes to the next field of the page, and from the last one on."""
        if self.sender() is not self._next:
            names = [name for name, field in self._fields.items() if field.isVisible()]
            at = next(i for i, name in enumerate(names) if self._fields[name].editor is self.sender())
            if at + 1 < len(names):
                self._fields[names[at + 1]].editor.setFocus(Qt.FocusReason.TabFocusReason)
                return
        if self._view_model.state.step is FirstRunStep.CONFIRM:
            self._view_model.confirm(*(self._fields[name].editor.text() for name in _CONFIRMED))
        else:
            self._view_model.next()

    def _choose_kind(self, index: int) -> None:
        self._view_model.write("kind", SITE_KINDS[index])

    def _choose_language(self, code: str, _checked: bool = False) -> None:
        self.language_requested.emit(code)
