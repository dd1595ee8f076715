"""Names that are offered while one is being typed: those that begin so first, then those that have it further in."""

from functools import partial

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QLineEdit


def complete(editor: QLineEdit, names: tuple[str, ...]) -> None:
    """Offer these to whoever types in a field."""
    completer = QCompleter(editor)
    completer.setModel(QStringListModel(list(names), completer))
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    editor.setCompleter(completer)
    editor.textEdited.connect(partial(_put_in_order, completer, names))


def in_order(names: tuple[str, ...], typed: str) -> list[str]:
    """Those that begin with what is typed, those in which a word begins so, and the others; each as they were."""
    return sorted(names, key=partial(_distance, typed.strip().casefold()))


def _distance(typed: str, name: str) -> int:
    lowered = name.casefold()
    if lowered.startswith(typed):
        return 0
    return 1 if any(word.startswith(typed) for word in lowered.replace("-", " ").split()) else 2


def _put_in_order(completer: QCompleter, names: tuple[str, ...], typed: str) -> None:
    """Qt filters and keeps the order of the list; it looks into it only after it has told what was typed."""
    listed = completer.model()
    ordered = in_order(names, typed)
    if isinstance(listed, QStringListModel) and listed.stringList() != ordered:
        listed.setStringList(ordered)
