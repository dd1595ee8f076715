"""What is asked outside of the window: which file, which printer. Handed in, so that tests can answer instead.

Each dialog is imported by the function that opens it: none is needed before the first paint.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget


def _choose_folder(parent: QWidget, title: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    name = QFileDialog.getExistingDirectory(parent, title)
    return Path(name) if name else None


def _choose_files(parent: QWidget, title: str, accepted: str) -> tuple[Path, ...]:
    from PySide6.QtWidgets import QFileDialog

    names, _ = QFileDialog.getOpenFileNames(parent, title, "", accepted)
    return tuple(map(Path, names))


@dataclass(frozen=True, slots=True)
class Dialogs:
    """The questions. Each takes the window that asks; None means that the user changed their mind."""

    choose_file: Callable[[QWidget, str, str], Path | None]
    """Parent, title, filter such as `Questionnaire (*.json)`."""
    choose_save_path: Callable[[QWidget, str, str], Path | None]
    """Parent, title, suggested file name; never a name of a person."""
    print_text: Callable[[QWidget, str], None]
    """Parent and the lines to print."""
    choose_folder: Callable[[QWidget, str], Path | None] = _choose_folder
    """Parent and title."""
    choose_files: Callable[[QWidget, str, str], tuple[Path, ...]] = _choose_files
    """As `choose_file`, for several at once; none means that the user changed their mind."""


def system_dialogs() -> Dialogs:
    """The dialogs of the operating system."""
    return Dialogs(choose_file=_choose_file, choose_save_path=_choose_save_path, print_text=_print_text)


def _choose_file(parent: QWidget, title: str, accepted: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getOpenFileName(parent, title, "", accepted)
    return Path(name) if name else None


def _choose_save_path(parent: QWidget, title: str, suggested: str) -> Path | None:
    from PySide6.QtWidgets import QFileDialog

    name, _ = QFileDialog.getSaveFileName(parent, title, suggested)
    return Path(name) if name else None


def _print_text(parent: QWidget, text: str) -> None:
    from PySide6.QtGui import QTextDocument
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter

    printer = QPrinter()
    if QPrintDialog(printer, parent).exec():
        document = QTextDocument()
        document.setPlainText(text)
        document.print_(printer)
