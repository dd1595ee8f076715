"""A text that is read before it leaves, with the ways in which it may: copied, printed, as a draft of a mail."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from needsform.models.letter import LetterForm
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import LabelledField, words

_LINES = 13
"""Lines of the text that are seen at once."""


class _LetterText(QPlainTextEdit):
    """Read, and left by the Tab key; as high as so many lines are, whatever a style sheet says of other fields."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The lines, and the edge around them."""
        return QSize(super().sizeHint().width(), self.fontMetrics().lineSpacing() * _LINES)


class LetterPanel(QFrame):
    """Hidden until a text is shown.

    copy_requested, print_requested: let the text leave so. mail_requested(bool): as a draft of a mail, with the sheet
    behind a password or not. closed: enough.
    """

    copy_requested = Signal()
    print_requested = Signal()
    mail_requested = Signal(bool)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None, *, is_part: bool = False) -> None:
        """As `is_part` it stands within another panel, which has the way out."""
        super().__init__(parent)
        self.setObjectName("letter_panel")
        if not is_part:
            self.setProperty("role", "panel")
        self._text = _LetterText()
        self._field = LabelledField(self.tr("Te&xt"), self._text, name="letter_text")
        self._hint = words("", "quiet")
        self._copy = named_button(self.tr("Cop&y the text"), "copy_letter", "primary")
        self._print = named_button(self.tr("P&rint as a letter …"), "print_letter")
        self._mail = named_button(self.tr("&Mail draft for secure mail …"), "save_mail", "primary")
        self._protected = named_button(self.tr("Mail draft with &password …"), "save_protected_mail")
        self._cancel = named_button(self.tr("C&lose the text"), "close_letter", "quiet")
        self._said = words("", "notice")
        self._said.setObjectName("letter_said")
        self._password = words("", "recovery-key")
        self._password.setObjectName("mail_password")
        self._password.setWordWrap(False)
        buttons = buttons_in_a_row(self._mail, self._protected, self._copy, self._print, self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(*((0, 0, 0, 0) if is_part else (24, 18, 24, 18)))
        column.setSpacing(12)
        self._cancel.setVisible(not is_part)
        for part in (self._field, self._hint, buttons, self._said, self._password):
            column.addWidget(part)
        self._connect()
        self.hide()

    def _connect(self) -> None:
        self._copy.clicked.connect(self.copy_requested)
        self._print.clicked.connect(self.print_requested)
        self._mail.clicked.connect(self._ask_for_mail)
        self._protected.clicked.connect(self._ask_for_protected_mail)
        self._cancel.clicked.connect(self.closed)

    def show_letter(self, text: str, *, is_mail: bool, is_letter: bool, is_busy: bool) -> None:
        """Show a text, to be mailed or not, to be printed as a letter or not."""
        if self._text.toPlainText() != text:
            self._text.setPlainText(text)
        self._hint.setText(
            self.tr("The draft opens in your mail program, not sent. Without a password it may go by secure mail only.")
            if is_mail
            else self.tr("What is copied leaves the clipboard again after ten seconds.")
        )
        self._copy.setVisible(not is_mail)
        self._print.setVisible(is_letter)
        for button in (self._mail, self._protected):
            button.setVisible(is_mail)
            button.setEnabled(not is_busy)
        self.show()

    @property
    def fields(self) -> tuple[QWidget, ...]:
        """Everything that takes the focus, in reading order."""
        return (self._text, self._mail, self._protected, self._copy, self._print, self._cancel)

    def say(self, form: LetterForm | None, password: str = "") -> None:
        """Say how the text has left and what comes next, and the password of the file if it has one."""
        text = {
            None: "",
            LetterForm.TEXT: self.tr("Copied. Paste it where it belongs, and note afterwards that it was sent."),
            LetterForm.LETTER: self.tr("Handed to the printer. Note when the letter was sent."),
            LetterForm.MAIL: self.tr("The mail draft is saved. Open it, send it by secure mail, and note it here."),
            LetterForm.PROTECTED_MAIL: self.tr(
                "The mail draft is saved. Tell the receiver this password by telephone. It is shown this once:"
            ),
        }[form]
        self._said.setText(text)
        self._said.setVisible(bool(text))
        self._password.setText(password)
        self._password.setVisible(bool(password))
        self._password.setAccessibleName(self.tr("Password: {password}").format(password=password))

    def focus_text(self) -> None:
        """Begin with the text."""
        self._text.setFocus()

    def _ask_for_mail(self) -> None:
        self.mail_requested.emit(False)

    def _ask_for_protected_mail(self) -> None:
        self.mail_requested.emit(True)
