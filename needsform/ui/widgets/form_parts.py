"""Parts of the panels in which an administrator types an entry of a list."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QPushButton, QWidget

from needsform.models.words import Words
from needsform.ui.widgets.buttons import buttons_in_a_row
from needsform.ui.widgets.following_area import SEEN_WHOLE
from needsform.ui.widgets.labelled_field import ErrorText, LabelledField, column_in
from needsform.ui.widgets.turning_row import TurningRow


def side_by_side(*parts: QWidget) -> TurningRow:
    """Fields that share a row, as long as there is room for them."""
    row = TurningRow(spacing=16)
    for part in parts:
        row.add(part, 1)
    return row


class PanelFoot(QWidget):
    """The buttons of a panel, and above them that it holds words which would be lost."""

    def __init__(self, save: QPushButton, *others: QPushButton, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(SEEN_WHOLE, True)
        self._save, self._unsaved = save, ErrorText("unsaved")
        column = column_in(self)
        column.addWidget(self._unsaved)
        column.addWidget(buttons_in_a_row(save, *others))

    def show_unsaved(self, *, is_unsaved: bool) -> None:
        """Say, or say no more, that the panel stays open for what is typed in it."""
        said = self.tr("What is typed here is not saved yet. Save or cancel it first.")
        self._unsaved.say(said if is_unsaved else "")
        self._save.setAccessibleDescription(self._unsaved.text())

    def enter(self, fields: Iterable[LabelledField[Any]], first: LabelledField[Any]) -> None:
        """Put the focus on the first field that is wrong, else on Save if words wait for it, else on `first`."""
        wrong = next((field for field in fields if field.error), None)
        if wrong is not None:
            entrance: QWidget = wrong.editor
        elif self._unsaved.text():
            entrance = self._save
        else:
            entrance = first.editor
        entrance.setFocus(Qt.FocusReason.OtherFocusReason)


def days_words(first: date | None, last: date | None, words: Words) -> str:
    """From when to when something holds; nothing where both are open."""
    if first and last:
        both = QCoreApplication.translate("Days", "{first} to {last}")
        return both.format(first=words.date(first), last=words.date(last))
    if first:
        return QCoreApplication.translate("Days", "from {first}").format(first=words.date(first))
    return QCoreApplication.translate("Days", "until {last}").format(last=words.date(last)) if last else ""
