"""Backups, for administrators: the last good one, all that there are, one more by hand, and the way back to one."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.backup import Backup
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.backups_view_model import BackupsState, BackupsViewModel
from needsform.ui.widgets.backup_table import BackupTable
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.restore_question import RestoreQuestion
from needsform.ui.widgets.work_under_way import WorkUnderWay

ChooseFolder = Callable[[QWidget, str], Path | None]


class BackupsScreen(QWidget):
    """One page; restoring asks once more.

    closed_requested: back to where one came from. restore_requested: this backup shall take the store's place.
    """

    closed_requested = Signal()
    restore_requested = Signal(Backup)

    def __init__(
        self,
        view_model: BackupsViewModel,
        words_: Words,
        choose_folder: ChooseFolder,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model, self._words, self._choose_folder = view_model, words_, choose_folder
        self._build()
        self._connect()
        self._render(view_model.state)
        if view_model.state.backups is None:
            view_model.list_anew()

    def _build(self) -> None:
        self.setObjectName("backups_screen")
        self._close = named_button(self.tr("&Back"), "close")
        self._make = named_button(self.tr("&Make a backup now"), "make_backup", "primary")
        page = ListPage(self.tr("Backups"), self._close, self._make)
        page.column.setSpacing(16)
        self._last = words("", "strong")
        self._last.setObjectName("last_backup")
        self._notice = words("", "notice")
        self._notice.setObjectName("backup_notice")
        self._work = WorkUnderWay()
        self._empty = words(
            self.tr(
                "There are no backups yet. The first one is made by itself after half an hour of work, or when the"
                " program is closed. You can also make one now."
            )
        )
        self._empty.setObjectName("no_backups")
        self._table = BackupTable(self._words)
        self._restore = named_button(self.tr("&Put this backup in place of the store"), "restore")
        self._question = RestoreQuestion()
        self._second = words("")
        self._second.setObjectName("second_folder")
        self._choose = named_button(self.tr("Choose another &folder"), "choose_folder")
        self._forget = named_button(self.tr("&No other folder"), "forget_folder")
        column = page.column
        for widget in (
            self._last,
            words(
                self.tr(
                    "A backup is made by itself every half hour of work and when the program is closed. Each is read"
                    " again before it counts. The last of 12 days, 10 weeks and 9 months are kept."
                ),
                "quiet",
            ),
            self._notice,
            self._work,
            self._empty,
        ):
            column.addWidget(widget)
        column.addWidget(self._table, 1)
        column.addWidget(buttons_in_a_row(self._restore))
        column.addWidget(self._question)
        column.addWidget(words(self.tr("A copy on another disk"), "heading"))
        column.addWidget(self._second)
        column.addWidget(buttons_in_a_row(self._choose, self._forget))
        column.addStretch(1)
        column_in(self).addWidget(page)
        self.setFocusProxy(self._make)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._make.clicked.connect(self._view_model.make)
        self._work.stop_requested.connect(self._view_model.stop)
        self._table.marked.connect(self._view_model.mark)
        self._restore.clicked.connect(self._ask)
        self._question.confirmed.connect(self._confirm)
        self._question.cancelled.connect(self._keep)
        self._choose.clicked.connect(self._choose_second)
        self._forget.clicked.connect(self._forget_second)

    def _render(self, state: BackupsState) -> None:
        backups, is_busy = state.backups or (), state.percent is not None
        self._last.setText(self._said_of_last(state.backups))
        self._notice.setVisible(state.notice is not None)
        self._notice.setText("" if state.notice is None else sentence(state.notice))
        self._work.show_work(self.tr("The backup is being made and read again. You can go on working."), state.percent)
        self._make.setEnabled(not is_busy)
        self._empty.setVisible(state.backups == ())
        self._table.setVisible(bool(backups))
        self._restore.setVisible(bool(backups))
        self._table.show_backups(backups, state.marked)
        if state.is_asked and state.backup is not None:
            self._question.ask(self._table.moment(state.backup))
        else:
            self._question.hide()
        self._second.setText(
            self.tr("Each backup is also copied to {folder}.").format(folder=state.second_folder)
            if state.second_folder
            else self.tr(
                "Backups lie beside the store. If the computer is lost they are lost too: choose a folder on a network"
                " drive or on a memory stick. They are encrypted there as well."
            )
        )
        self._forget.setVisible(bool(state.second_folder))

    def _said_of_last(self, backups: tuple[Backup, ...] | None) -> str:
        if backups is None:
            return self.tr("Looking for backups …")
        if not backups:
            return self.tr("No backup has been made yet")
        newest = backups[0]
        return self.tr("Last good backup: {moment}").format(moment=self._table.moment(newest))

    def _ask(self) -> None:
        self._view_model.ask(is_asked=True)

    def _keep(self) -> None:
        self._view_model.ask(is_asked=False)

    def _confirm(self) -> None:
        backup = self._view_model.state.backup
        if backup is not None:
            self.restore_requested.emit(backup)

    def _choose_second(self) -> None:
        folder = self._choose_folder(self, self.tr("A folder for copies of the backups"))
        if folder is not None:
            self._view_model.choose_second_folder(folder)

    def _forget_second(self) -> None:
        self._view_model.choose_second_folder(None)
