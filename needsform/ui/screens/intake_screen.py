"""Taking in what arrived: a row for each sheet that was found, with what it is and the act beside it."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from needsform.models.camera import CameraState
from needsform.models.intake_list import IntakeRow, IntakeState, RowKind
from needsform.models.typed_patient import language_names
from needsform.models.verification import Verification
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.camera_view_model import CameraViewModel
from needsform.ui.viewmodels.intake_view_model import IntakeViewModel
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.camera_panel import CameraPanel
from needsform.ui.widgets.citizen_fields import CitizenFields
from needsform.ui.widgets.day_of_arrival import DayOfArrival
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow
from needsform.ui.widgets.work_under_way import WorkUnderWay

_SHARES = (27, 51, 22)
SHOWN_AT_ONCE = 50
"""Rows of a kind; of more the number is said."""


class IntakeScreen(QWidget):
    """Choose files; what is clear is taken in, and the rest is asked about in its row.

    closed_requested: back to the inbox. received_requested: a sheet that was taken in, by its id.
    patient_requested: a citizen's card.
    """

    closed_requested = Signal()
    received_requested = Signal(str)
    patient_requested = Signal(str)

    def __init__(
        self,
        view_model: IntakeViewModel,
        words_: Words,
        choose_files: Callable[[QWidget, str, str], tuple[Path, ...]],
        camera: CameraViewModel | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """`choose_files` asks which files: parent, title, filter. Without a `camera` there is no button for one."""
        super().__init__(parent)
        self._camera = camera
        self._view_model, self._words, self._choose_files = view_model, words_, choose_files
        self._shown: tuple[IntakeRow, ...] | None = None
        self._naming: int | None = None
        self._was_reading = False
        self._first_waiting: QWidget | None = None
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._open)

    def ask_for_files(self) -> None:
        """Ask which files arrived, and read them."""
        if not self._view_model.has_day():
            return
        accepted = self.tr("Sheets (*.pdf *.png *.jpg *.jpeg *.tif *.tiff *.json)")
        self._view_model.read(self._choose_files(self, self.tr("Open PDF or picture"), accepted))

    def _build(self) -> None:
        self.setObjectName("intake_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._open = named_button(self.tr("&Open PDF or picture"), "open_files", "primary")
        self._look = named_button(self.tr("Use the &camera"), "use_camera")
        self._look.setVisible(self._camera is not None)
        page = ListPage(self.tr("Take in sheets"), self._back, self._look, self._open)
        self._camera_panel = CameraPanel()
        self._notice = words("", "notice")
        self._notice.setObjectName("intake_notice")
        self._day = DayOfArrival(
            self.tr("&Received here on"),
            self._words,
            hint=self.tr("Holds for all that is taken in from now on. It can be put right on each case afterwards."),
        )
        self._work = WorkUnderWay()
        self._place = QVBoxLayout()
        self._listed = QWidget()
        self._place.addWidget(self._listed)
        self._panel = self._naming_panel()
        page.column.addWidget(self._day)
        page.column.addWidget(self._notice)
        page.column.addWidget(self._camera_panel)
        page.column.addWidget(self._work)
        page.column.addWidget(self._panel)
        page.column.addLayout(self._place)
        page.column.addStretch(1)
        column_in(self).addWidget(page)

    def _naming_panel(self) -> QFrame:
        panel = QFrame()
        panel.setObjectName("naming_panel")
        panel.setProperty("role", "panel")
        self._whose = words("", "heading")
        self._fields = CitizenFields(self._view_model.municipalities, language_names(self._words), shows_more=False)
        self._save = named_button(self.tr("Take the sheet &in"), "take_in_named", "primary")
        self._cancel = named_button(self.tr("C&ancel"), "cancel_naming")
        buttons = buttons_in_a_row(self._save, self._cancel)
        column = column_in(panel, margins=(24, 16, 24, 16))
        column.addWidget(self._whose)
        column.addWidget(
            words(
                self.tr(
                    "The program cannot read from this sheet who the citizen is. Write what stands on the paper: the"
                    " number must be the one that the sheet was made for."
                )
            )
        )
        column.addWidget(self._fields)
        column.addWidget(buttons)
        return panel

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._view_model.refused.connect(self._show_first_error)
        self._day.written.connect(self._view_model.write_day)
        self._day.entered.connect(self.ask_for_files)
        self._back.clicked.connect(self.closed_requested)
        self._open.clicked.connect(self.ask_for_files)
        self._work.stop_requested.connect(self._view_model.stop)
        self._fields.edited.connect(self._view_model.write)
        self._fields.left.connect(self._view_model.leave)
        self._save.clicked.connect(self._view_model.name)
        self._cancel.clicked.connect(self._view_model.cancel)

        if self._camera is not None:
            self._connect_camera(self._camera)

    def _connect_camera(self, camera: CameraViewModel) -> None:
        self._look.clicked.connect(camera.open)
        camera.changed.connect(self._render_camera)
        camera.seen.connect(self._camera_panel.picture.show_glimpse)
        camera.collected.connect(self._view_model.take_all)
        self._camera_panel.finish_requested.connect(partial(camera.finish, self.tr("Camera")))
        self._camera_panel.next_requested.connect(camera.next_camera)
        self._camera_panel.close_requested.connect(camera.close)
        self._render_camera(camera.state)

    # Showing ----------------------------------------------------------------------------------------------------------

    def _render(self, state: IntakeState) -> None:
        wrong = state.errors.get("informed_on")
        self._day.show_day(state.informed_on, state.contact_by, "" if wrong is None else sentence(wrong))
        self._notice.setVisible(state.notice is not None)
        self._notice.setText("" if state.notice is None else sentence(state.notice))
        self._work.show_work(self.tr("The files are being read. What is clear is taken in."), state.percent)
        self._open.setEnabled(state.percent is None)
        if state.rows != self._shown:
            self._shown = state.rows
            self._render_rows(state)
        self._panel.setVisible(state.naming is not None)
        if state.naming is not None:
            self._whose.setText(self._place_words(state.rows[state.naming]))
            self._fields.render_typed(state.typed, state.errors)
        self._move_focus(state)

    def _render_camera(self, state: CameraState) -> None:
        had_it = not self._camera_panel.isHidden()
        self._camera_panel.render_camera(state)
        self._look.setEnabled(not state.is_open)
        if had_it and not state.is_open:
            (self._first_waiting or self._look).setFocus(Qt.FocusReason.OtherFocusReason)

    def _move_focus(self, state: IntakeState) -> None:
        """To what is typed; when that or the reading is over, to the first sheet that waits."""
        is_reading = state.percent is not None
        if state.naming is not None and state.naming != self._naming:
            self._fields.editor("identifier").setFocus(Qt.FocusReason.OtherFocusReason)
        elif (state.naming is None and self._naming is not None) or (self._was_reading and not is_reading):
            (self._first_waiting or self._open).setFocus(Qt.FocusReason.OtherFocusReason)
        self._naming, self._was_reading = state.naming, is_reading

    def _render_rows(self, state: IntakeState) -> None:
        before, self._listed, self._first_waiting = self._listed, QWidget(), None
        self._place.replaceWidget(before, self._listed)
        before.hide()
        before.deleteLater()
        column = column_in(self._listed, spacing=0)
        if not state.rows:
            column.addSpacing(24)
            column.addWidget(words(self.tr("Choose what has arrived"), "heading"))
            column.addWidget(
                words(
                    self.tr(
                        "The sheet's PDF, scanned pages or photographs of the code, many citizens at once if you like,"
                        " or a FHIR Bundle. Nothing that is here is overwritten."
                    )
                )
            )
        for kind, title in (
            (RowKind.WAITING, self.tr("Waits for you")),
            (RowKind.REFUSED, self.tr("Not taken in")),
            (RowKind.TAKEN_IN, self.tr("Taken in")),
        ):
            self._add_section(column, f"{title}: {len(state.of_kind(kind))}", state.of_kind(kind))

    def _add_section(self, column: QVBoxLayout, title: str, rows: tuple[IntakeRow, ...]) -> None:
        if not rows:
            return
        column.addSpacing(18)
        column.addWidget(words(title, "heading"))
        for row in rows[-SHOWN_AT_ONCE:]:
            shown = WorkRow(f"sheet_{row.number}", self._row_text(row))
            shown.acted.connect(partial(self._act, row.number))
            column.addWidget(shown)
            if row.kind is RowKind.WAITING and self._first_waiting is None:
                self._first_waiting = shown.next_button
        if len(rows) > SHOWN_AT_ONCE:
            more = self.tr("and {count} before these").format(count=len(rows) - SHOWN_AT_ONCE)
            column.addWidget(words(more, "quiet"))

    def _row_text(self, row: IntakeRow) -> RowText:
        place = self._place_words(row)
        mark = "" if row.verification in (None, Verification.ALTERED) else self._words.of(row.verification)
        mark = f"{mark}: {row.site_name}" if row.site_name else mark
        mark = f"{mark} · {row.key}" if row.key else mark
        return RowText(
            title=row.name or place,
            subtitle=f"{row.identifier} · {place}" if row.name else "",
            cells=(Cell(sentence(row.message), mark, is_strong=row.kind is RowKind.REFUSED),),
            actions=self._action_words(row),
            is_link=False,
            shares=_SHARES,
        )

    def _action_words(self, row: IntakeRow) -> tuple[str, ...]:
        if row.kind is RowKind.WAITING:
            return (self.tr("Write the citizen") if row.needs_citizen else self.tr("Take in all the same"),)
        if row.kind is RowKind.TAKEN_IN:
            return (self.tr("Show the sheet"),)
        return () if row.patient_id is None else (self.tr("Citizen's card"),)

    def _place_words(self, row: IntakeRow) -> str:
        if row.page is None or row.pages == 1:
            return row.file
        return self.tr("{file}, page {page} of {pages}").format(file=row.file, page=row.page, pages=row.pages)

    # What the user does -----------------------------------------------------------------------------------------------

    def _show_first_error(self) -> None:
        if "informed_on" in self._view_model.state.errors:
            self._day.begin()
        else:
            self._fields.focus_error()

    def _act(self, number: int, _button: int) -> None:
        row = self._view_model.state.rows[number]
        if row.kind is RowKind.WAITING and row.needs_citizen:
            self._view_model.begin_naming(number)
        elif row.kind is RowKind.WAITING:
            self._view_model.take_in(number)
        elif row.received_id is not None:
            self.received_requested.emit(row.received_id)
        elif row.patient_id is not None:
            self.patient_requested.emit(row.patient_id)
