"""Whose signatures count, for administrators: the own key, the keys of others, and one question at a time."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.known_site import KnownSite
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.known_sites_view_model import KnownSitesState, KnownSitesViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_box import CheckBox
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import ErrorText, column_in, empty, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (30, 30, 26, 14)
_OWN_FILE = "needsform-site.json"


class KnownSitesScreen(QWidget):
    """The own key above, the keys that count below.

    closed_requested: back to where one came from.
    """

    closed_requested = Signal()

    def __init__(
        self,
        view_model: KnownSitesViewModel,
        said: Words,
        choose_save_path: Callable[[QWidget, str, str], Path | None],
        choose_file: Callable[[QWidget, str, str], Path | None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._view_model, self._said = view_model, said
        self._choose_save_path, self._choose_file = choose_save_path, choose_file
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._take_in_file)

    def _build(self) -> None:
        self.setObjectName("known_sites_screen")
        self._close = named_button(self.tr("&Back"), "close")
        self._take_in_file = named_button(self.tr("&Take in a site's key"), "read_card", "primary")
        page = ListPage(self.tr("Known sites"), self._close, self._take_in_file)
        page.column.setSpacing(12)
        lead = self.tr(
            "Sheets from these places are marked as genuine when they arrive. Every sheet that leaves here is signed"
            " with your own key, so that others can see the same of yours."
        )
        page.column.addWidget(words(lead, "quiet"))
        self._panel = self._question()
        page.column.addWidget(self._panel)
        page.column.addWidget(self._own_key())
        page.column.addWidget(words(self.tr("Places whose key you have taken in"), "heading"))
        self._empty = words(self.tr("There is none yet. Ask the other place for its key file."))
        self._empty.setObjectName("no_sites")
        page.column.addWidget(self._empty)
        listed = QWidget()
        self._list = column_in(listed, spacing=0)
        page.column.addWidget(listed)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _own_key(self) -> QFrame:
        own = self._view_model.state.own
        panel = QFrame()
        panel.setProperty("role", "panel")
        column = column_in(panel, spacing=8, margins=(24, 18, 24, 18))
        column.addWidget(words(self.tr("Your own key"), "heading"))
        column.addWidget(words(own.name, "strong"))
        figures = words(own.fingerprint, "tabular")
        figures.setObjectName("own_figures")
        column.addWidget(figures)
        told = self.tr(
            "Send the file to the other place. Then call them, and read these figures aloud while they look at theirs."
        )
        column.addWidget(words(told, "quiet"))
        self._save = named_button(self.tr("&Save as a file"), "save_card")
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeading)
        return panel

    def _question(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("site_question")
        panel.setProperty("role", "panel")
        column = column_in(panel, spacing=10, margins=(24, 18, 24, 18))
        self._title = words("", "heading")
        self._figures = words("", "tabular")
        self._figures.setObjectName("offered_figures")
        self._told = words("")
        self._compared = CheckBox(self.tr("The figures are the same, I have &heard them from the other place"))
        self._compared.setObjectName("compared")
        self._error = ErrorText("compare_error")
        self._confirm = named_button("", "confirm", "primary")
        self._cancel = named_button(self.tr("&Cancel"), "cancel", "quiet")
        for widget in (self._title, self._figures, self._told, self._compared, self._error):
            column.addWidget(widget)
        buttons = buttons_in_a_row(self._confirm, self._cancel)
        column.addWidget(buttons)
        panel.hide()
        return panel

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._save.clicked.connect(self._choose_where)
        self._take_in_file.clicked.connect(self._choose_which)
        self._compared.toggled.connect(self._compare)
        self._confirm.clicked.connect(self._act)
        self._cancel.clicked.connect(model.cancel)

    def _render(self, state: KnownSitesState) -> None:
        self._render_question(state)
        self._empty.setVisible(not state.sites)
        empty(self._list)
        for number, site in enumerate(state.sites):
            row = WorkRow(f"site_{number}", self._row_text(site))
            row.acted.connect(partial(self._ask, site))
            self._list.addWidget(row)

    def _render_question(self, state: KnownSitesState) -> None:
        was_open = self._panel.isVisibleTo(self)
        is_open = state.offered is not None or state.asked is not None
        self._panel.setVisible(is_open)
        self._compared.setVisible(state.offered is not None)
        self._compared.setChecked(state.is_compared)
        self._error.say("" if state.error is None else sentence(state.error))
        if state.offered is not None:
            self._title.setText(self.tr("Take in the key of {name}?").format(name=state.offered.name))
            self._figures.setText(state.offered.fingerprint)
            self._told.setText(
                self.tr(
                    "Call the place on a number that you know already, and not on one from the mail with the file. Let"
                    " them read their figures aloud."
                )
            )
            self._confirm.setText(self.tr("Take the key &in"))
        elif state.asked is not None:
            self._title.setText(self.tr("Withdraw the key of {name}?").format(name=state.asked.name))
            self._figures.setText(state.asked.fingerprint)
            self._told.setText(
                self.tr(
                    "Sheets with its signature are then marked as from an unknown sender. What was taken in before"
                    " stays as it is."
                )
            )
            self._confirm.setText(self.tr("&Withdraw the key"))
        if state.error is not None:
            self._compared.setFocus(Qt.FocusReason.OtherFocusReason)
        elif is_open and not was_open:
            first = self._compared if state.offered is not None else self._cancel
            first.setFocus(Qt.FocusReason.OtherFocusReason)
        elif was_open and not is_open:
            self._take_in_file.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_text(self, site: KnownSite) -> RowText:
        since = self.tr("Known since {date}").format(date=self._said.date(site.known_since.date()))
        by = self.tr("compared by {name}").format(name=site.known_by_name) if site.known_by_name else ""
        if site.withdrawn_at is not None:
            standing = self.tr("Withdrawn {date}").format(date=self._said.date(site.withdrawn_at.date()))
            cell = Cell(standing, since, is_strong=True)
        else:
            cell = Cell(since, by)
        return RowText(
            title=site.name,
            cells=(site.fingerprint, cell),
            actions=() if site.withdrawn_at else (self.tr("Withdraw"),),
            is_link=False,
            shares=_SHARES,
        )

    def _choose_where(self) -> None:
        self._view_model.save_own(self._choose_save_path(self, self.tr("Save your own key"), _OWN_FILE))

    def _choose_which(self) -> None:
        accepted = self.tr("A site's key") + " (*.json)"
        self._view_model.read(self._choose_file(self, self.tr("Take in a site's key"), accepted))

    def _compare(self, is_same: bool) -> None:
        if is_same != self._view_model.state.is_compared:
            self._view_model.compare(is_same=is_same)

    def _ask(self, site: KnownSite, _button: int) -> None:
        self._view_model.ask_to_withdraw(site)

    def _act(self) -> None:
        if self._view_model.state.asked is not None:
            self._view_model.withdraw()
        else:
            self._view_model.take_in()
