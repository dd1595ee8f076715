"""One colleague: correct what is known, hand out a first password, take access away or give it again."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH
from needsform.models.practitioner import Role
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.colleague_view_model import (
    ColleaguePage,
    ColleagueState,
    ColleagueViewModel,
    TypedColleague,
)
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import LabelledField, column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow

_ROLES = tuple(Role)


class ColleagueScreen(QWidget):
    """The form, the question before access is taken away, or the first password: one of them at a time.

    closed_requested: back to the list. print_requested: what a colleague is handed, for the printer.
    """

    closed_requested = Signal()
    print_requested = Signal(str)

    def __init__(self, view_model: ColleagueViewModel, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._fields: dict[str, LabelledField[QLineEdit]] = {}
        self._page_shown: ColleaguePage | None = None
        self._build(view_model.state)
        self._connect()
        self._render(view_model.state)

    # Building -----------------------------------------------------------------------------------------------------

    def _build(self, state: ColleagueState) -> None:
        self.setObjectName("colleague_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._save = named_button(self.tr("Sa&ve"), "save", "primary")
        title = self.tr("A new colleague") if state.is_new else state.typed.name
        page = ListPage(title, self._back, self._save)
        self._form, self._question, self._handing_out = (
            self._form_part(state),
            self._question_part(state),
            self._password_part(),
        )
        page.column.setSpacing(20)
        for part in (self._form, self._question, self._handing_out):
            page.column.addWidget(part)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _form_part(self, state: ColleagueState) -> QWidget:
        part = QWidget()
        column = column_in(part, spacing=16)
        self._fields["name"] = text_field(self.tr("&Name"), name="name", longest=NAME_LENGTH)
        self._fields["title"] = text_field(self.tr("&Title"), name="title", longest=LINE_LENGTH)
        self._fields["phone"] = text_field(self.tr("&Phone at work"), name="phone", longest=LINE_LENGTH)
        self._fields["login"] = text_field(
            self.tr("&Login"),
            name="login",
            longest=40,
            hint=self.tr("The colleague's initials, for example. It cannot be changed later."),
        )
        column.addWidget(_beside(self._fields["name"], self._fields["title"]))
        login: QWidget = self._fields["login"]
        if not state.is_new:
            login.hide()
            login = words(self.tr("Login: {login}. It cannot be changed.").format(login=state.typed.login), "quiet")
        column.addWidget(_beside(self._fields["phone"], login))
        answers = tuple(self._role_words(role) for role in _ROLES)
        self._role = ChoiceGroup("role", self.tr("What may this colleague do?"), answers)
        self._role.setEnabled(not state.is_oneself)
        column.addWidget(self._role)
        self._give = named_button(
            self.tr("Make a new &first password") if state.has_access else self.tr("Give access a&gain"),
            "give_password",
        )
        self._take_away = named_button(self.tr("Take &access away …"), "take_access_away", "danger")
        row = buttons_in_a_row(self._give, self._take_away)
        column.addWidget(row)
        self._give.setVisible(not state.is_new and not state.is_oneself)
        self._take_away.setVisible(not state.is_new and not state.is_oneself and state.has_access)
        if state.is_oneself:
            column.addWidget(
                words(
                    self.tr(
                        "You change your own password under Settings. Your role and your access are for another"
                        " administrator to change, so that there is always one left."
                    ),
                    "quiet",
                )
            )
        return part

    def _question_part(self, state: ColleagueState) -> QWidget:
        part, column = _panel("question")
        question = self.tr("Take access away from {name}?").format(name=state.typed.name)
        column.addWidget(words(question, "heading"))
        column.addWidget(
            words(
                self.tr(
                    "{name} does not come in any more, from now on. Everything that {name} has done stays as it is."
                    " You can give access again later."
                ).format(name=state.typed.name)
            )
        )
        self._confirm = named_button(self.tr("Take &access away"), "confirm", "danger")
        self._keep = named_button(self.tr("&Keep access"), "keep_access")
        row = buttons_in_a_row(self._keep, self._confirm)
        column.addWidget(row)
        return part

    def _password_part(self) -> QWidget:
        part, column = _panel("handing_out")
        column.addWidget(words(self.tr("Hand over the first password"), "heading"))
        self._hand_over = words("")
        column.addWidget(self._hand_over)
        self._password = QLabel()
        self._password.setObjectName("first_password")
        self._password.setTextFormat(Qt.TextFormat.PlainText)
        self._password.setProperty("role", "recovery-key")
        column.addWidget(self._password, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(
            words(
                self.tr("It is shown only now, and works until your colleague has chosen one that nobody else knows."),
                "quiet",
            )
        )
        self._print = named_button(self.tr("&Print"), "print_password")
        self._done = named_button(self.tr("It is &handed over"), "handed_over", "primary")
        row = buttons_in_a_row(self._done, self._print)
        column.addWidget(row)
        return part

    # Connecting and showing ---------------------------------------------------------------------------------------

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.saved.connect(self.closed_requested)
        self._back.clicked.connect(self.closed_requested)
        self._save.clicked.connect(self._view_model.save)
        self._give.clicked.connect(self._view_model.give_password)
        self._take_away.clicked.connect(self._view_model.ask)
        self._keep.clicked.connect(self._view_model.keep_access)
        self._confirm.clicked.connect(self._view_model.take_access_away)
        self._print.clicked.connect(self._print_password)
        self._done.clicked.connect(self._view_model.done)
        self._role.chosen.connect(self._choose_role)
        for field in self._fields.values():
            field.editor.textEdited.connect(self._tell)
            field.editor.returnPressed.connect(self.focusNextChild)

    def _render(self, state: ColleagueState) -> None:
        for name, field in self._fields.items():
            text = getattr(state.typed, name)
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._role.render_answer(_ROLES.index(state.typed.role))
        for part, page in (
            (self._form, ColleaguePage.FORM),
            (self._question, ColleaguePage.ASKING),
            (self._handing_out, ColleaguePage.HANDING_OUT),
        ):
            part.setVisible(state.page is page)
        self._form.setEnabled(not state.is_busy)
        for button in (self._back, self._save):
            button.setVisible(state.page is ColleaguePage.FORM)
            button.setEnabled(not state.is_busy)
        saving = self.tr("Sa&ve and make a first password") if state.is_new else self.tr("Sa&ve")
        self._save.setText(self.tr("One moment …") if state.is_busy else saving)
        self._password.setText(state.password)
        self._hand_over.setText(self._handing_words(state))
        self._focus(state)

    def _focus(self, state: ColleagueState) -> None:
        wrong = next((field for name, field in self._fields.items() if name in state.errors), None)
        if wrong is not None:
            wrong.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif state.page is not self._page_shown:
            entrance: QWidget = {
                ColleaguePage.FORM: self._fields["name"].editor,
                ColleaguePage.ASKING: self._keep,
                ColleaguePage.HANDING_OUT: self._done,
            }[state.page]
            entrance.setFocus(Qt.FocusReason.OtherFocusReason)
            open_at(self, entrance)
        self._page_shown = state.page

    def _role_words(self, role: Role) -> str:
        what = {
            Role.PROFESSIONAL: self.tr("works with citizens and their forms"),
            Role.ADMINISTRATOR: self.tr("that too, and looks after colleagues, keys and the place"),
        }[role]
        return self.tr("{role}: {what}").format(role=self._words.of(role), what=what)

    def _handing_words(self, state: ColleagueState) -> str:
        told = self.tr("{name} comes in with the login {login} and this password:")
        return told.format(name=state.typed.name, login=state.typed.login)

    def _tell(self) -> None:
        text = {name: field.editor.text() for name, field in self._fields.items()}
        role = self._view_model.state.typed.role
        self._view_model.write(TypedColleague(text["login"], text["name"], text["title"], text["phone"], role))

    def _choose_role(self, number: int) -> None:
        self._view_model.write(replace(self._view_model.state.typed, role=_ROLES[number]))

    def _print_password(self) -> None:
        state = self._view_model.state
        self.print_requested.emit("\n".join((self._handing_words(state), "", state.password, "")))


def _beside(*widgets: QWidget) -> TurningRow:
    row = TurningRow(spacing=24)
    for widget in widgets:
        row.add(widget, 1)
    return row


def _panel(name: str) -> tuple[QFrame, QVBoxLayout]:
    panel = QFrame()
    panel.setObjectName(name)
    panel.setProperty("role", "panel")
    column = QVBoxLayout(panel)
    column.setContentsMargins(24, 20, 24, 20)
    column.setSpacing(12)
    return panel, column
