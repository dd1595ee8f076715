"""Parts of the panels in which an administrator types an entry of a list."""

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from needsform.models.words import Words
from needsform.ui.widgets.turning_row import TurningRow


def side_by_side(*parts: QWidget) -> TurningRow:
    """Fields that share a row, as long as there is room for them."""
    row = TurningRow(spacing=16)
    for part in parts:
        row.add(part, 1)
    return row


def days_words(first: date | None, last: date | None, words: Words) -> str:
    """From when to when something holds; nothing where both are open."""
    if first and last:
        both = QCoreApplication.translate("Days", "{first} to {last}")
        return both.format(first=words.date(first), last=words.date(last))
    if first:
        return QCoreApplication.translate("Days", "from {first}").format(first=words.date(first))
    return QCoreApplication.translate("Days", "until {last}").format(last=words.date(last)) if last else ""
