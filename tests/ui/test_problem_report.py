"""Something that nobody foresaw: the user hears that what was saved is saved, and the report names nobody."""

import sys

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from needsform.app import Program
from needsform.ui.widgets.problem_dialog import ProblemDialog, problem_report

NAME = "Einer Test Lauridsen"


def raised() -> BaseException:
    """An error that quotes a name, twice: in itself and in what led to it."""
    try:
        try:
            raise ValueError(f"no phone number for {NAME}")
        except ValueError as error:
            raise LookupError(f"{NAME} could not be shown") from error
    except LookupError as error:
        return error


def report() -> str:
    error = raised()
    return problem_report(type(error), error, error.__traceback__)


def test_the_report_says_where_and_never_whom() -> None:
    assert "LookupError" in report()
    assert "ValueError" in report()
    assert "test_problem_report.py" in report()
    assert NAME not in report()
    assert "phone number" not in report()


def test_the_report_can_be_copied(qtbot: QtBot) -> None:
    dialog = ProblemDialog(report())
    qtbot.addWidget(dialog)
    copy = dialog.findChild(QPushButton, "copy_report")
    shown = dialog.findChild(QPlainTextEdit, "report")
    assert copy is not None
    assert shown is not None
    copy.click()
    assert QGuiApplication.clipboard().text() == shown.toPlainText() == report()
    QGuiApplication.clipboard().clear()


def test_staff_sees_the_report_once(program: Program, capsys: pytest.CaptureFixture[str]) -> None:
    program.start()
    error = raised()
    for _ in range(2):
        program.tell_of_problem(type(error), error, error.__traceback__)
    assert len([dialog for dialog in program.window.findChildren(ProblemDialog) if dialog.isVisible()]) == 1
    assert NAME not in capsys.readouterr().err


def test_an_interrupt_ends_the_program(program: Program) -> None:
    program.start()
    program.tell_of_problem(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert not program.window.isVisible()


def test_nothing_hooks_itself_in_unasked(program: Program) -> None:
    assert sys.excepthook != program.tell_of_problem
