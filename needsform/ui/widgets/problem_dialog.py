"""Something that nobody foresaw: what to say about it, and a report for whoever mends it."""

import platform
import traceback
from pathlib import PurePath
from types import TracebackType

from PySide6.QtCore import QLibraryInfo, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from needsform import __version__
from needsform.models.errors import Message
from needsform.ui.messages import sentence
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.reading_column import ReadingColumn
from needsform.ui.widgets.turning_row import TurningRow


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
        self._copy = named_button(self.tr("&Copy the report"), "copy_report")
        self._close = named_button(self.tr("C&arry on"), "carry_on", "primary")
        self._report.setMinimumHeight(self.fontMetrics().lineSpacing() * 8)
        page = ReadingColumn(characters=84)
        page.column.addWidget(words(self.tr("Something went wrong"), "title"))
        page.column.addWidget(words(sentence(Message("program.failed"))))
        no_names = self.tr("The report says where in the program it happened. It holds no names and no answers.")
        page.column.addWidget(words(no_names, "quiet"))
        page.column.addWidget(self._report, 1)
        row = TurningRow()
        row.add(self._copy)
        row.add_gap()
        row.add(self._close)
        page.column.addWidget(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        letters = self.fontMetrics()
        wanted = QSize(letters.averageCharWidth() * 96, letters.lineSpacing() * 28)
        self.resize(wanted if parent is None else wanted.boundedTo(parent.size() - QSize(64, 64)))
        self._copy.clicked.connect(self._copy_report)
        self._close.clicked.connect(self.accept)
        self._close.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
