"""The way back from a damaged or missing store: the newest backup is marked, and a password puts it in place."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.restore_view_model import RestoreState, RestoreViewModel
from needsform.ui.widgets.backup_table import BackupTable
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import ErrorText, column_in, password_field, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_under_way import WorkUnderWay


class RestoreScreen(QWidget):
    """One page: which backup, and who takes it.

    back_requested: back to what is wrong with the store.
    """

    back_requested = Signal()

    def __init__(self, view_model: RestoreViewModel, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model, self._words = view_model, words_
        self._build()
        self._connect()
        self._render(view_model.state)
        if view_model.state.backups is None:
            view_model.list_backups()

    def _build(self) -> None:
        self.setObjectName("restore_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._back.setShortcut(Qt.Key.Key_Escape)
        page = ListPage(self.tr("Take a backup"), self._back)
        page.column.setSpacing(16)
        self._status = words("")
        self._status.setObjectName("restore_status")
        self._table = BackupTable(self._words)
        self._login = text_field(self.tr("&Login"), name="login")
        self._password = password_field(self.tr("&Password"), name="password")
        self._key = text_field(
            self.tr("&Recovery key"),
            name="recovery_key",
            longest=80,
            hint=self.tr("The eight groups on the paper."),
        )
        self._other_way = named_button("", "other_way", "link")
        self._restore = named_button(self.tr("Put this backup &in place"), "restore", "primary")
        self._error = ErrorText("restore_error")
        self._work = WorkUnderWay()
        who = TurningRow(spacing=16)
        for field in (self._login, self._password, self._key):
            who.add(field, 1)
        acts = buttons_in_a_row(self._restore, self._other_way)
        for widget in (self._status, self._table, who, self._error, acts, self._work):
            page.column.addWidget(widget)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        self.setFocusProxy(self._login.editor)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._back.clicked.connect(self.back_requested)
        self._table.marked.connect(self._view_model.mark)
        self._restore.clicked.connect(self._try)
        for field in (self._login, self._password, self._key):
            field.editor.returnPressed.connect(self._try)
        self._other_way.clicked.connect(self._change_way)
        self._work.stop_requested.connect(self._view_model.stop)

    def _render(self, state: RestoreState) -> None:
        has_any, is_busy = bool(state.backups), state.percent is not None
        self._status.setText(self._said(state))
        self._table.setVisible(has_any)
        self._table.show_backups(state.backups or (), state.marked)
        fields = {"login": self._login, "password": self._password, "recovery_key": self._key}
        for name, field in fields.items():
            field.setVisible(has_any and (name == "recovery_key") is state.has_key)
            field.setEnabled(not is_busy)
            field.show_error(sentence(state.error) if state.error is not None and state.at == name else "")
        self._error.say(sentence(state.error) if state.error is not None and state.at not in fields else "")
        for button in (self._restore, self._other_way):
            button.setVisible(has_any)
            button.setEnabled(not is_busy)
        self._back.setEnabled(not is_busy)
        self._other_way.setText(
            self.tr("Use a password instead") if state.has_key else self.tr("Use the recovery key instead")
        )
        self._work.show_work(self.tr("The backup is read, put beside the store, and then in its place."), state.percent)

    def _said(self, state: RestoreState) -> str:
        if state.backups is None:
            return self.tr("Looking for backups …")
        if state.backups:
            return self.tr(
                "The newest backup is marked. What was written after it is not in it. The store as it is now is kept"
                " aside, and nothing is thrown away."
            )
        return self.tr(
            "There are no backups in {folders}. If there is a copy on a memory stick, on a network drive or in the"
            " computer's own backup, let whoever looks after the computer put it there, and come back to this page."
        ).format(folders=" · ".join(state.looked_in))

    def _try(self) -> None:
        if self._view_model.state.has_key:
            self._view_model.restore_with_key(self._key.editor.text())
        else:
            self._view_model.restore(self._login.editor.text(), self._password.editor.text())

    def _change_way(self) -> None:
        self._view_model.change_way()
        field = self._key if self._view_model.state.has_key else self._login
        field.editor.setFocus(Qt.FocusReason.OtherFocusReason)
