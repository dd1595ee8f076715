"""Something that nobody foresaw: what to say about it, and a report for whoever mends it."""

import platform
import traceback
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from needsform import __version__
from needsform.models.errors import Message
from needsform.ui.messages import sentence
from needsform.ui.widgets.labelled_field import words


def problem_report(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """Where in the program it happened, and on what. What the error says is left out: it may quote an answer."""
    lines = [
        f"Needsform {__version__}, Python {platform.python_version()}, Qt {QLibraryInfo.version().toString()}",
        f"{platform.system()} {platform.release()}",
    ]
    chain: BaseException | None = error
    while chain is not None:
        lines.append(type(chain).__name__ if chain is not error else kind.__name__)
        frames = trace if chain is error else chain.__traceback__
        lines += [
            f"  {PurePath(frame.filename).name}:{frame.lineno} {frame.name}" for frame in traceback.extract_tb(frames)
        ]
        chain = chain.__cause__ or chain.__context__
    return "\n".join(lines) + "\n"


class ProblemDialog(QDialog):
    """Says that something went wrong and that what was saved is saved; the report can be copied."""

    def __init__(self, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problem_dialog")
        self.setWindowTitle(self.tr("Needs assessment"))
        self._report = QPlainTextEdit(report)
        self._report.setObjectName("report")
        self._report.setReadOnly(True)
        self._report.setTabChangesFocus(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._copy = QPushButton(self.tr("&Copy the report"))
        self._copy.setObjectName("copy_report")
        self._close = QPushButton(self.tr("C&arry on"))
        self._close.setObjectName("carry_on")
        self._close.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 28, 32, 24)
        column.setSpacing(12)
        column.addWidget(words(self.tr("Something went wrong"), "title"))
        column.addWidget(words(sentence(Message("program.failed"))))
        column.addWidget(
            words(
                self.tr("The report says where in the program it happened. It holds no names and no answers."), "quiet"
            )
        )
        column.addWidget(self._report, 1)
        row = QHBoxLayout()
        row.addWidget(self._copy)
        row.addStretch(1)
        row.addWidget(self._close)
        column.addLayout(row)
        self.resize(self.fontMetrics().averageCharWidth() * 90, self.fontMetrics().lineSpacing() * 24)
        self._copy.clicked.connect(self._copy_report)
        self._close.clicked.connect(self.accept)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
