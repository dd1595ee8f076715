"""Export of many, for administrators: a period, sheets or data, a folder; with progress and a way to stop."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.frozen import LINE_LENGTH
from needsform.models.period_export import ExportKind, ExportOutcome
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.period_export_view_model import PeriodExportState, PeriodExportViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_under_way import WorkUnderWay

ChooseFolder = Callable[[QWidget, str], Path | None]
_KINDS = tuple(ExportKind)
_MOST_TOLD = 10
"""Files that could not be written and are named."""


class PeriodExportScreen(QWidget):
    """One page.

    closed_requested: back to where one came from.
    """

    closed_requested = Signal()

    def __init__(
        self, view_model: PeriodExportViewModel, choose_folder: ChooseFolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view_model, self._choose_folder = view_model, choose_folder
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._since.editor)

    def _build(self) -> None:
        self.setObjectName("period_export_screen")
        self._close = named_button(self.tr("&Back"), "close")
        page = ListPage(self.tr("Export of many"), self._close)
        column = page.column
        column.setSpacing(16)
        lead = self.tr(
            "Every assessment that was signed in the period is written as a file of its own. The names of the files"
            " tell nobody's name, but the files do: keep the folder where such things may be kept."
        )
        self._since = text_field(self.tr("Signed &from"), name="since", longest=LINE_LENGTH)
        self._until = text_field(self.tr("&to and with"), name="until", longest=LINE_LENGTH)
        period = TurningRow(spacing=16)
        period.add(self._since)
        period.add(self._until)
        period.add_gap()
        texts = self._view_model.words
        self._kinds = ChoiceGroup("kind", self.tr("What is written?"), tuple(texts.of(kind) for kind in _KINDS))
        self._export = named_button(self.tr("&Choose a folder and export …"), "export", "primary")
        buttons = buttons_in_a_row(self._export)
        self._work = WorkUnderWay()
        self._said = words("", "notice")
        self._said.setObjectName("export_said")
        for part in (words(lead, "quiet"), period, self._kinds, buttons, self._work, self._said):
            column.addWidget(part)
        column.addStretch(1)
        column_in(self).addWidget(page)

    def _connect(self) -> None:
        self._view_model.changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._since.editor.textEdited.connect(self._write)
        self._until.editor.textEdited.connect(self._write)
        self._kinds.chosen.connect(self._write_kind)
        self._export.clicked.connect(self._begin)
        self._work.stop_requested.connect(self._view_model.stop)

    def _render(self, state: PeriodExportState) -> None:
        for field, text, name in ((self._since, state.since, "since"), (self._until, state.until, "until")):
            if field.editor.text() != text:
                field.editor.setText(text)
            field.show_error(sentence(state.errors[name]) if name in state.errors else "")
        self._kinds.render_answer(_KINDS.index(state.kind))
        self._export.setEnabled(state.percent is None)
        self._work.show_work(self.tr("The files are being written. You can go on working."), state.percent)
        said = sentence(state.notice) if state.notice is not None else ""
        if state.outcome is not None:
            said = self._told(state.outcome)
        self._said.setText(said)
        self._said.setVisible(bool(said))

    def _told(self, outcome: ExportOutcome) -> str:
        counted = self.tr("{written} of {wanted} files are written into the folder “{folder}”.").format(
            written=outcome.written, wanted=outcome.wanted, folder=outcome.folder
        )
        lines = [counted]
        if outcome.is_stopped:
            lines.append(self.tr("It was stopped. What was written by then is there."))
        lines += [f"{name}: {sentence(message)}" for name, message in outcome.failures[:_MOST_TOLD]]
        if len(outcome.failures) > _MOST_TOLD:
            lines.append(self.tr("{count} more could not be written.").format(count=len(outcome.failures) - _MOST_TOLD))
        return "\n".join(lines)

    # What the user does -------------------------------------------------------------------------------------------

    def _write(self, _text: str = "") -> None:
        state = self._view_model.state
        self._view_model.write(state.kind, self._since.editor.text(), self._until.editor.text())

    def _write_kind(self, number: int) -> None:
        self._view_model.write(_KINDS[number], self._since.editor.text(), self._until.editor.text())

    def _begin(self) -> None:
        folder = self._choose_folder(self, self.tr("A folder for the files"))
        if folder is not None:
            self._view_model.export(folder)
