"""What leaves of a signed assessment: a row for each receiver, done or not, and the acts beside it (UX journey 4)."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from needsform.models.delivery import CHANNELS, Channel, NotWantedReason, Recipient
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.handover_view_model import (
    HandoverPanel,
    HandoverState,
    HandoverViewModel,
    TypedNote,
)
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.delivery_note_panel import DeliveryNotePanel
from needsform.ui.widgets.delivery_row import DeliveryRow
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.handover_words import HandoverWords
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.letter_panel import LetterPanel
from needsform.ui.widgets.list_page import ListPage

ChooseSavePath = Callable[[QWidget, str, str], Path | None]
"""Parent, title, suggested file name; None when the user changed their mind."""
_REASONS = (
    NotWantedReason.CITIZEN_DECLINES,
    NotWantedReason.NO_RECEIVER,
    NotWantedReason.ELSEWHERE,
    NotWantedReason.NO_NEED,
    NotWantedReason.OTHER,
)
"""Those that are said by somebody; a refused consent stands on the back page."""


class HandoverScreen(QWidget):
    """One row for each; what is asked or read stands beneath its row, not in a dialog.

    closed_requested: back to the list. sheet_requested(str): the sheet of this assessment.
    print_requested(str): print this text.
    """

    closed_requested = Signal()
    sheet_requested = Signal(str)
    print_requested = Signal(str)

    def __init__(
        self, view_model: HandoverViewModel, choose_save_path: ChooseSavePath, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("handover_screen")
        self._view_model, self._choose_save_path = view_model, choose_save_path
        self._words = HandoverWords(
            view_model.patient, view_model.municipality, view_model.today, view_model.words, self
        )
        self._shown = view_model.state.handover
        self._build()
        self._connect()
        self._render(view_model.state)
        open_at(self, self._entrance())

    def _build(self) -> None:
        model, texts = self._view_model, self._view_model.words
        self._sheet = named_button(self.tr("&Show the sheet"), "show_sheet")
        self._close = named_button(self.tr("&Back"), "close")
        page = ListPage(self.tr("Handing over"), self._sheet, self._close)
        column_in(self).addWidget(page)
        column = page.column
        column.addWidget(words(self._words.facts(model.state.assessment), "facts"))
        self._status = words("", "strong")
        self._status.setObjectName("handover_status")
        column.addSpacing(8)
        column.addWidget(self._status)
        column.addSpacing(8)
        self._rows: dict[Recipient, DeliveryRow] = {}
        self._places: dict[Recipient, QVBoxLayout] = {}
        for standing in model.state.handover.standings:
            recipient = standing.recipient
            row = DeliveryRow(recipient.value, texts.of(recipient), self._words.acts(recipient))
            self._rows[recipient], self._places[recipient] = row, QVBoxLayout()
            column.addWidget(row)
            column.addLayout(self._places[recipient])
        self._letter = LetterPanel()
        self._sent = {
            recipient: DeliveryNotePanel(
                f"sent_{recipient.value}",
                self._words.sent_title(recipient),
                self.tr("&How did it leave?"),
                [texts.of(channel) for channel in CHANNELS[recipient]],
                "" if recipient in (Recipient.CITIZEN, Recipient.RECORD) else self.tr("To &whom?"),
                self.tr("&Note it"),
            )
            for recipient in self._rows
        }
        self._unwanted = DeliveryNotePanel(
            "not_wanted",
            self.tr("It is not wanted"),
            self.tr("W&hy not?"),
            [texts.of(reason) for reason in _REASONS],
            "",
            self.tr("&Note it"),
        )
        self._home(self._letter, self._unwanted)
        for recipient, panel in self._sent.items():
            self._places[recipient].addWidget(panel)
        column.addStretch(1)

    def _home(self, *panels: QWidget) -> None:
        """Until they are asked for they belong to the first row."""
        for panel in panels:
            next(iter(self._places.values())).addWidget(panel)

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        model.copied.connect(self._copy)
        model.printed.connect(self.print_requested)
        self._sheet.clicked.connect(self._ask_for_sheet)
        self._close.clicked.connect(self.closed_requested)
        for recipient, row in self._rows.items():
            row.acted.connect(partial(self._act, recipient))
        for recipient, panel in self._sent.items():
            panel.changed.connect(partial(self._write_sent, recipient))
            panel.kept.connect(model.keep_note)
            panel.closed.connect(self._close_panel)
        self._unwanted.changed.connect(self._write_unwanted)
        self._unwanted.kept.connect(model.keep_note)
        self._unwanted.closed.connect(self._close_panel)
        self._letter.copy_requested.connect(model.copy_text)
        self._letter.print_requested.connect(model.print_letter)
        self._letter.mail_requested.connect(self._save_mail)
        self._letter.closed.connect(self._close_panel)

    # What is shown ------------------------------------------------------------------------------------------------

    def _render(self, state: HandoverState) -> None:
        self._status.setText(self._words.status(state.handover))
        missing = state.handover.missing
        for standing in state.handover.standings:
            is_next = bool(missing) and standing.recipient is missing[0] and state.panel is None
            face = self._words.face(standing, state.assessment, state.receiver, is_next=is_next)
            self._rows[standing.recipient].render_face(face)
        self._render_panels(state)
        if state.handover != self._shown:  # what was pressed is gone: on to what comes next
            self._shown = state.handover
            self._entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def _render_panels(self, state: HandoverState) -> None:
        recipient, typed = state.recipient, state.typed
        errors = {_FIELDS.get(name, name): sentence(message) for name, message in state.errors.items()}
        is_letter = state.panel in (HandoverPanel.TEXT, HandoverPanel.MAIL)
        if recipient is not None and is_letter:
            self._places[recipient].addWidget(self._letter)
            self._letter.show_letter(
                state.text,
                is_mail=state.panel is HandoverPanel.MAIL,
                is_letter=state.panel is HandoverPanel.TEXT and recipient is not Recipient.RECORD,
                is_busy=state.is_busy,
            )
            self._letter.say(state.left_as, state.password)
        self._letter.setVisible(is_letter)
        for whose, panel in self._sent.items():
            if state.panel is HandoverPanel.SENT and whose is recipient:
                chosen = CHANNELS[whose].index(typed.channel) if typed.channel in CHANNELS[whose] else -1
                panel.show_note(chosen, typed.receiver, typed.note, errors)
            else:
                panel.hide()
        if recipient is not None and state.panel is HandoverPanel.NOT_WANTED:
            self._places[recipient].addWidget(self._unwanted)
            chosen = -1 if typed.reason is None else _REASONS.index(typed.reason)
            self._unwanted.show_note(chosen, "", typed.note, errors)
        else:
            self._unwanted.hide()

    def _entrance(self) -> QWidget:
        """The first thing that is still to be done; when nothing is, the way back."""
        for recipient in self._view_model.state.handover.missing:
            button = self._rows[recipient].first_button
            if button is not None:
                return button
        return self._close

    # What the user does -------------------------------------------------------------------------------------------

    def _act(self, recipient: Recipient, act: str) -> None:
        model = self._view_model
        match act:
            case "done":
                model.note_done(recipient)
            case "take_back":
                model.take_back(recipient)
            case "sheet":
                self._ask_for_sheet()
            case _:
                model.ask(recipient, HandoverPanel(act))
                self._begin(recipient)

    def _begin(self, recipient: Recipient) -> None:
        match self._view_model.state.panel:
            case HandoverPanel.SENT:
                self._sent[recipient].begin()
            case HandoverPanel.NOT_WANTED:
                self._unwanted.begin()
            case HandoverPanel.TEXT | HandoverPanel.MAIL:
                self._letter.focus_text()

    def _write_sent(self, recipient: Recipient) -> None:
        panel = self._sent[recipient]
        channel: Channel | None = CHANNELS[recipient][panel.chosen] if panel.chosen >= 0 else None
        self._view_model.write(TypedNote(channel=channel, receiver=panel.receiver, note=panel.note))

    def _write_unwanted(self) -> None:
        chosen = self._unwanted.chosen
        reason = _REASONS[chosen] if chosen >= 0 else None
        self._view_model.write(TypedNote(reason=reason, note=self._unwanted.note))

    def _close_panel(self) -> None:
        recipient, panel = self._view_model.state.recipient, self._view_model.state.panel
        self._view_model.close_panel()
        if recipient is not None and panel is not None:
            self._rows[recipient].button(panel.value).setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self, text: str) -> None:
        QGuiApplication.clipboard().setText(text)

    def _save_mail(self, is_protected: bool) -> None:
        path = self._choose_save_path(self, self.tr("Save the mail draft"), self._view_model.draft_name)
        if path is not None:
            self._view_model.save_mail(path, is_protected=is_protected)

    def _ask_for_sheet(self) -> None:
        self.sheet_requested.emit(self._view_model.state.assessment.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc closes what is open, and then the page; Enter presses the button that has the focus."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            if not event.isAutoRepeat():
                focused.click()
        elif event.key() == Qt.Key.Key_Escape and self._view_model.state.panel is not None:
            self._close_panel()
        elif event.key() == Qt.Key.Key_Escape:
            self.closed_requested.emit()
        else:
            super().keyPressEvent(event)


_FIELDS = {"channel": "choice", "reason": "choice"}
