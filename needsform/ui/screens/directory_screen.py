"""The directory of offers and contacts, for administrators: what holds today, later and no longer, and one to type."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from needsform.models.contact import ContactKind
from needsform.models.directory import DirectoryEntry, Validity
from needsform.models.identity import LinkId
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.directory_view_model import DirectoryState, DirectoryViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.contact_fields import ContactFields
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.form_parts import days_words
from needsform.ui.widgets.labelled_field import column_in, empty, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (24, 21, 24, 13, 18)
_ABOVE_HEADING = 18


class DirectoryScreen(QWidget):
    """The list in three parts, and above it the entry that is being typed.

    closed_requested: back to where one came from.
    """

    closed_requested = Signal()

    def __init__(self, view_model: DirectoryViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view_model = view_model
        self._listed: tuple[DirectoryEntry, ...] | None = None
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._add)

    def _build(self) -> None:
        self.setObjectName("directory_screen")
        self._close = named_button(self.tr("&Back"), "close")
        self._add = named_button(self.tr("&New offer or contact"), "add_contact", "primary")
        page = ListPage(self.tr("Offers and contacts"), self._close, self._add)
        lead = self.tr(
            "Whom citizens can turn to. What holds today is suggested on the back page, and what is chosen there stands"
            " on the citizen's sheet as soon as a telephone number, a website or an address is filled in. What no"
            " longer exists gets a last day; sheets that are signed keep what they said."
        )
        page.column.setSpacing(12)
        page.column.addWidget(words(lead, "quiet"))
        self._told = words("")
        self._told.setObjectName("contact_changed")
        self._undo = named_button(self.tr("&Undo"), "undo")
        self._undo.setToolTip("Ctrl+Z")
        self._undo.setAccessibleDescription("Ctrl+Z")
        self._change = TurningRow(spacing=16)
        self._change.add(self._told)
        self._change.add(self._undo)
        self._change.add_gap()
        page.column.addWidget(self._change)
        model = self._view_model
        self._panel = ContactFields(model.words, self._choices())
        self._panel.hide()
        page.column.addWidget(self._panel)
        listed = QWidget()
        self._list = column_in(listed, spacing=0)
        page.column.addWidget(listed)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _choices(self) -> dict[LinkId, str]:
        """Each area as a whole, and after it its topics."""
        model = self._view_model
        choices: dict[LinkId, str] = {}
        for area, topics in model.topics_by_area.items():
            choices[area] = self.tr("{area} (all of it)").format(area=model.areas[area])
            choices |= {topic: model.topics[topic] for topic in topics}
        return choices

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        model.refused.connect(self._panel.enter)
        self._close.clicked.connect(self._leave)
        self._add.clicked.connect(self._begin)
        self._undo.clicked.connect(model.take_back)
        self._panel.typed.connect(model.write)
        self._panel.save_requested.connect(model.save)
        self._panel.cancel_requested.connect(model.close)
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(model.take_back)

    def _render(self, state: DirectoryState) -> None:
        was_open = self._panel.isVisible()
        could_undo = self._undo.hasFocus()
        self._panel.setVisible(state.typed is not None)
        if state.typed is not None:
            errors = {name: sentence(message) for name, message in state.errors.items()}
            self._panel.render_contact(state.typed, errors, is_unsaved=state.holds_unsaved)
        told = self.tr("“{name}” was changed.").format(name=state.changed_name)
        self._told.setText(told if state.changed is not None else "")
        self._change.setVisible(state.changed is not None)
        if state.entries != self._listed:
            self._listed = state.entries
            self._fill(state)
        if (was_open and state.typed is None) or (could_undo and state.changed is None):
            self._add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, state: DirectoryState) -> None:
        empty(self._list)
        for validity in Validity:
            entries = state.those(validity)
            if entries:
                heading = words(self._title(validity), "heading")
                heading.setContentsMargins(0, _ABOVE_HEADING, 0, 0)
                self._list.addWidget(heading)
            for entry in entries:
                row = WorkRow(f"contact_{entry.id}", self._row_text(entry, validity))
                row.acted.connect(partial(self._act, entry))
                self._list.addWidget(row)

    def _title(self, validity: Validity) -> str:
        return {
            Validity.TODAY: self.tr("Valid today"),
            Validity.LATER: self.tr("To come"),
            Validity.FORMERLY: self.tr("No longer valid"),
        }[validity]

    def _row_text(self, entry: DirectoryEntry, validity: Validity) -> RowText:
        said = self._view_model.words
        headings = {**self._view_model.topics, **self._view_model.areas}
        topics = ", ".join(headings[topic] for topic in entry.topics if topic in headings) or self.tr("Anything")
        may_end = validity is Validity.TODAY and entry.valid_to is None
        return RowText(
            title=entry.named(said.language),
            subtitle=" · ".join(filter(None, (said.of(entry.kind), entry.area))),
            cells=(
                self._reached(entry),
                topics,
                days_words(entry.valid_from, entry.valid_to, said) or self.tr("until further notice"),
            ),
            actions=(self.tr("Correct"), self.tr("End today")) if may_end else (self.tr("Correct"),),
            is_link=False,
            shares=_SHARES,
            heads=(self.tr("Reached by"), self.tr("Helps with"), self.tr("Valid")),
        )

    def _reached(self, entry: DirectoryEntry) -> Cell:
        known = " · ".join(filter(None, (entry.phone, entry.hours, entry.web, entry.address)))
        if entry.can_be_reached:
            return Cell(known)
        if entry.kind is ContactKind.GENERAL_PRACTICE:
            return Cell(self.tr("As the citizen's card says"), below=known)
        return Cell(self.tr("No telephone number, website or address yet"), below=known)

    # What the user does -------------------------------------------------------------------------------------------

    def _leave(self) -> None:
        if not self._view_model.keeps_unsaved():
            self.closed_requested.emit()

    def _begin(self) -> None:
        self._view_model.add()
        self._panel.enter()

    def _act(self, entry: DirectoryEntry, button: int) -> None:
        if button:
            self._view_model.end(entry.id)
            if not self._view_model.state.holds_unsaved:
                self._undo.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._view_model.edit(entry.id)
            self._panel.enter()
