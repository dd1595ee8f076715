"""While an administrator's choice of a backup is carried out: nothing else can be done meanwhile."""

from PySide6.QtWidgets import QWidget

from needsform.ui.viewmodels.restore_view_model import RestoreState, RestoreViewModel
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.reading_column import ReadingColumn
from needsform.ui.widgets.work_under_way import WorkUnderWay


class RestoringScreen(QWidget):
    """Says how far it has come, and can stop it."""

    def __init__(self, view_model: RestoreViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self.setObjectName("restoring_screen")
        self._work = WorkUnderWay()
        page = ReadingColumn()
        page.column.addStretch(1)
        page.column.addWidget(words(self.tr("The backup is being put in place"), "title"))
        page.column.addWidget(self._work)
        page.column.addStretch(2)
        column_in(self).addWidget(page)
        view_model.state_changed.connect(self._render)
        self._work.stop_requested.connect(view_model.stop)
        self._render(view_model.state)

    def _render(self, state: RestoreState) -> None:
        self._work.show_work(
            self.tr("The store of today is backed up, then the backup is read and put in its place."),
            state.percent,
        )
