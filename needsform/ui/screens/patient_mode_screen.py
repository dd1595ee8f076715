"""The form in the citizen's hands: one page at a time, and nothing else within reach.

The way out is "Færdig" on the last page, or staff.
"""

from dataclasses import replace
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.models.identity import LinkId
from needsform.models.open_front_page import AssessmentState, Page, Progress
from needsform.models.settings import Settings
from needsform.ui.announcing import announce
from needsform.ui.patient_pages import new_page
from needsform.ui.speech import Speech, find_voice
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import words
from needsform.ui.widgets.patient_bar import PatientBar
from needsform.ui.widgets.patient_foot import PatientFoot
from needsform.ui.widgets.patient_page import PatientPage
from needsform.ui.widgets.patient_sheet import PatientSheet


class PatientModeScreen(QWidget):
    """Shows one page of the form.

    finished: "Færdig" was pressed and the answers are locked. leave_requested: somebody pressed "Staff"; who they are
    is still to be shown (`StaffDoorScreen`). settings_changed: text size, contrast or language as the citizen wants
    them; the screen is then built anew from the same view-model.
    """

    finished = Signal()
    leave_requested = Signal()
    settings_changed = Signal(Settings)

    def __init__(
        self,
        view_model: AssessmentViewModel,
        settings: Settings,
        speech: Speech | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Without `speech` the system's own voice reads aloud, if it has one."""
        super().__init__(parent)
        self._view_model, self._settings = view_model, settings
        self._speech = Speech(find_voice(), self) if speech is None else speech
        self._page: PatientPage | None = None
        self._shown: tuple[Page, LinkId | None] | None = None
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._entrance)

    def _build(self) -> None:
        state = self._view_model.state
        self.setObjectName("patient_mode_screen")
        self.setLayoutDirection(QLocale(state.language).textDirection())
        self._bar = PatientBar(
            self._settings, state.language, self._view_model.languages, has_voice=self._speech.has_voice
        )
        self._sheet = PatientSheet()
        self._notice = words("", "patient-notice")
        self._notice.setObjectName("notice")
        self._notice.hide()
        self._foot = PatientFoot()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._bar)
        column.addWidget(self._sheet, 1)
        column.addWidget(self._notice)
        column.addWidget(self._foot)

    def _connect(self) -> None:
        self._view_model.item_changed.connect(self._show_item)
        self._view_model.progress_changed.connect(self._turn_page)
        self._view_model.completed.connect(self._finish)
        self._bar.settings_requested.connect(self._change_settings)
        self._bar.language_requested.connect(self._speak)
        self._bar.reading_requested.connect(self._read_aloud)
        self._bar.staff_requested.connect(self._leave)
        self._foot.back_requested.connect(self._go_back)
        self._foot.next_requested.connect(self._go_on)
        self._speech.reading_changed.connect(self._bar.show_reading)
        for key, act in (
            (QKeySequence.StandardKey.Undo, self._view_model.undo),
            (QKeySequence.StandardKey.ZoomIn, partial(self._bar.resize_text, +1)),
            (QKeySequence.StandardKey.ZoomOut, partial(self._bar.resize_text, -1)),
        ):
            QShortcut(key, self, act, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # What is shown --------------------------------------------------------------------------------------------

    def _render(self, state: AssessmentState) -> None:
        shown = (state.page, state.note_topic)
        if shown != self._shown:
            self._shown = shown
            self._page = self._new_page()
            self._sheet.show_page(self._page)
            self._set_tab_order(self._page)
        self._show_part(state)
        if state.note_topic is not None:
            self._foot.show_note()
        elif state.progress.is_summary:
            self._foot.show_summary()
        else:
            progress = state.progress
            self._foot.show_page(progress.number, progress.count, has_back=self._has_way_back(state))

    def _has_way_back(self, state: AssessmentState) -> bool:
        return state.number > 0 or (self._page is not None and self._page.place_before is not None)

    def _turn_page(self, progress: Progress) -> None:
        """Another page, or another part of it: reading begins anew at its top."""
        before = self._shown
        self._speech.stop()
        self._say("")
        self._render(self._view_model.state)
        self._sheet.show_top()
        page = self._page
        if page is not None and (before != self._shown or page.has_parts):
            title = page.head.spoken()[:2] if progress.is_summary else [page.head.title, self._foot.progress.text]
            announce(self, ", ".join(title), is_urgent=False)

    def _show_item(self, link_id: LinkId) -> None:
        state = self._view_model.state
        self._say("")
        if self._page is not None:
            has_said_none = state.page.area is not None and state.has_said_none(state.page.area)
            self._page.show_answer(link_id, state.response, has_said_none=has_said_none)

    def _show_part(self, state: AssessmentState) -> None:
        """Of an area that is too long for the screen, the part that the place lies in.

        The window counts, not what a message above leaves of it: reading must not jump because of a message.
        """
        if self._page is not None:
            bars = self._bar.heightForWidth(self.width()) + self._foot.sizeHint().height()
            self._page.fit(state.place, self._sheet.page_width(self.width()), self.window().height() - bars)

    def _say(self, text: str) -> None:
        if not text and self._notice.isHidden():
            return
        self._notice.setText(text)
        self._notice.setVisible(bool(text))
        if text:
            announce(self, text, is_urgent=False)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """How much of an area stands on a page depends on the room for it."""
        super().resizeEvent(event)
        self._render(self._view_model.state)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Only now are the sizes of everything known."""
        super().showEvent(event)
        self._render(self._view_model.state)

    def _new_page(self) -> PatientPage:
        page = new_page(self._view_model, self._sheet.room)
        page.note_requested.connect(self._open_note)
        page.done.connect(self._end_words)
        page.correct_requested.connect(self._correct)
        page.full_reached.connect(self._say_full)
        page.completed.connect(self._take_in_lines)
        return page

    def _take_in_lines(self) -> None:
        """The rest of a long page has come."""
        self._sheet.settle()
        if self._page is not None:
            self._set_tab_order(self._page)

    def _set_tab_order(self, page: PatientPage) -> None:
        """From the bar through the page to the foot, as it is read."""
        order = [*self._bar.focus_order, *page.focus_order(), self._foot.back, self._foot.next]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    # What the citizen does ------------------------------------------------------------------------------------

    def _go_on(self, by_touch: bool = False) -> None:
        state = self._view_model.state
        if state.note_topic is not None:
            self._leave_note()
        elif state.progress.is_summary:
            self._view_model.complete()
        else:
            after = None if self._page is None else self._page.place_after
            if after is None:
                self._view_model.next()
            else:
                self._view_model.go_to(after)
            self._focus_first(by_touch)

    def _go_back(self, by_touch: bool = False) -> None:
        if self._view_model.state.note_topic is not None:
            self._leave_note()
            return
        before = None if self._page is None else self._page.place_before
        if before is not None:
            self._view_model.go_to(before)
        else:
            self._view_model.previous()
            last = None if self._page is None else self._page.last_place
            if last is not None:
                self._view_model.go_to(last)
        self._focus_first(by_touch)

    def _correct(self, place: LinkId) -> None:
        self._view_model.go_to(place)
        entrance = None if self._page is None else self._page.entrance_to(place)
        if entrance is None:
            self._focus_first(by_touch=True)
        else:
            entrance.setFocus(Qt.FocusReason.TabFocusReason)

    def _open_note(self, topic: LinkId) -> None:
        self._view_model.write_note(topic)
        self._focus_first(by_touch=True)

    def _leave_note(self) -> None:
        topic = self._view_model.state.note_topic
        self._view_model.write_note(None)
        if self._page is None:
            return
        self._page.complete()
        button = self._page.findChild(QPushButton, f"{topic}.note_button")
        if button is not None:
            button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _end_words(self) -> None:
        """Enter in words of one's own: a note is done, on any other page the way goes on."""
        if self._view_model.state.note_topic is not None:
            self._leave_note()
        else:
            self._foot.next.setFocus()

    def _say_full(self, most: int) -> None:
        text = self.tr("You can choose at most {most}. To choose another, first press one that you have chosen.")
        self._say(text.format(most=most))

    @property
    def _entrance(self) -> QWidget:
        """Where reading begins."""
        order = [] if self._page is None else self._page.focus_order()
        return next((widget for widget in order if not widget.isHidden()), self._foot.next)

    def _focus_first(self, by_touch: bool) -> None:
        """The focus begins where reading begins; whoever works by touch is not shown it before a key is pressed."""
        self._entrance.setFocus(Qt.FocusReason.OtherFocusReason if by_touch else Qt.FocusReason.TabFocusReason)

    def _change_settings(self, settings: Settings) -> None:
        self._speech.stop()
        self._view_model.flush()
        self.settings_changed.emit(settings)

    def _speak(self, language: str) -> None:
        self._view_model.set_language(language)
        self._change_settings(replace(self._settings, language=language).bounded())

    def _read_aloud(self) -> None:
        if self._speech.is_reading:
            self._speech.stop()
        elif self._page is not None:
            text = "\n".join(f"{sentence.rstrip('.?')}." for sentence in self._page.spoken() if sentence)
            self._speech.read(text, self._view_model.state.language)

    def _leave(self) -> None:
        self._speech.stop()
        self._view_model.flush()
        self.leave_requested.emit()

    def _finish(self) -> None:
        self._speech.stop()
        self.finished.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter goes on, or presses the button that has the focus; once, however long it is held."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
            return
        if event.isAutoRepeat():
            return
        focused = self.focusWidget()
        if isinstance(focused, QPushButton):
            focused.click()
        else:
            self._go_on()
