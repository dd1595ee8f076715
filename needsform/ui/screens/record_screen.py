"""One citizen's rights on one page: everything handed out; for administrators, kept until further notice, or erased."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from needsform.models.frozen import TEXT_LENGTH
from needsform.models.retention import EraseReason
from needsform.models.words import Words
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.record_view_model import RecordState, RecordViewModel, RecordWork
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, text_field, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.work_under_way import WorkUnderWay

ChooseFolder = Callable[[QWidget, str], Path | None]
_REASONS = (EraseReason.CITIZEN_ASKED, EraseReason.MISTAKE)


class RecordScreen(QWidget):
    """Three parts beneath each other; erasing asks for the citizen's number.

    closed_requested: back to the citizen's card.
    """

    closed_requested = Signal()

    def __init__(
        self, view_model: RecordViewModel, words_: Words, choose_folder: ChooseFolder, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._view_model, self._words, self._choose_folder = view_model, words_, choose_folder
        self._build()
        self._connect()
        self._render(view_model.state)

    def _build(self) -> None:
        self.setObjectName("record_screen")
        self._close = named_button(self.tr("&Back"), "close")
        page = ListPage(self._view_model.state.name, self._close)
        page.column.setSpacing(12)
        self._notice = words("", "notice")
        self._notice.setObjectName("record_notice")
        self._work = WorkUnderWay()
        self._hand_out = named_button(self.tr("Choose a &folder and hand out"), "hand_out", "primary")
        for widget in (
            self._notice,
            self._work,
            words(self.tr("Hand out everything"), "heading"),
            words(
                self.tr(
                    "For a citizen who asks what is kept about them: an overview, and every assessment as a sheet (PDF)"
                    " and as data (FHIR), in a new folder. The files are not encrypted. Give them to nobody else."
                )
            ),
            buttons_in_a_row(self._hand_out),
        ):
            page.column.addWidget(widget)
        self._for_administrators = QWidget()
        column = QVBoxLayout(self._for_administrators)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        self._build_keeping(column)
        self._build_erasing(column)
        page.column.addWidget(self._for_administrators)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._hand_out)

    def _build_keeping(self, column: QVBoxLayout) -> None:
        self._kept_because = words("", "notice")
        self._kept_because.setObjectName("kept_because")
        self._reason = text_field(self.tr("&Why is it to be kept?"), name="keep_reason", longest=TEXT_LENGTH)
        self._keep = named_button(self.tr("&Keep until further notice"), "keep")
        self._end_keeping = named_button(self.tr("&Do not keep it any longer than usual"), "end_keeping")
        column.addWidget(words(self.tr("Keep until further notice"), "heading"))
        column.addWidget(
            words(
                self.tr(
                    "Because of a complaint, say. Until it is ended here, nobody can erase the record, however old."
                )
            )
        )
        for widget in (self._kept_because, self._reason, buttons_in_a_row(self._keep, self._end_keeping)):
            column.addWidget(widget)

    def _build_erasing(self, column: QVBoxLayout) -> None:
        column.addSpacing(12)
        column.addWidget(words(self.tr("Erase for good"), "heading"))
        column.addWidget(
            words(
                self.tr(
                    "The citizen, every assessment and everything that was ever written in them are erased here and"
                    " in the backups, and cannot be brought back. Paper and files that were handed out are not"
                    " reached. The log keeps, without a name, that somebody was here. A patient record that the law"
                    " says must be kept must be kept elsewhere first."
                )
            )
        )
        said = {EraseReason.CITIZEN_ASKED: self.tr("The citizen has asked"), EraseReason.MISTAKE: self.tr("A mistake")}
        answers = tuple(said[reason] for reason in _REASONS)
        self._erase_reason = ChoiceGroup("erase_reason", self.tr("Why is it erased?"), answers)
        self._typed = text_field(
            self.tr("Write the citizen's &number, to be sure that it is the right one"), name="typed", longest=40
        )
        self._erase = named_button(self.tr("&Erase for good"), "erase", "danger")
        for widget in (self._erase_reason, self._typed, buttons_in_a_row(self._erase)):
            column.addWidget(widget)
        self._chosen = 0
        self._choose_reason(0)

    def _connect(self) -> None:
        self._view_model.state_changed.connect(self._render)
        self._close.clicked.connect(self.closed_requested)
        self._work.stop_requested.connect(self._view_model.stop)
        self._hand_out.clicked.connect(self._choose_and_hand_out)
        self._keep.clicked.connect(self._keep_with_reason)
        self._reason.editor.returnPressed.connect(self._keep_with_reason)
        self._end_keeping.clicked.connect(self._view_model.end_keeping)
        self._erase_reason.chosen.connect(self._choose_reason)
        self._erase.clicked.connect(self._erase_typed)

    def _render(self, state: RecordState) -> None:
        is_kept, is_busy = state.hold is not None, state.work is not None
        self._notice.setVisible(state.notice is not None)
        self._notice.setText("" if state.notice is None else sentence(state.notice))
        said = {
            RecordWork.HANDING_OUT: self.tr("The sheets are being made."),
            RecordWork.ERASING: self.tr("The citizen is being erased, here and in the backups."),
            None: "",
        }
        self._work.show_work(said[state.work], state.percent)
        self._for_administrators.setVisible(state.is_administrator)
        self._kept_because.setVisible(is_kept)
        if state.hold is not None:
            since = self._words.date(state.hold.placed_at.date())
            self._kept_because.setText(
                self.tr("Kept since {date}: {reason}").format(date=since, reason=state.hold.reason)
            )
        self._reason.setVisible(not is_kept)
        self._keep.setVisible(not is_kept)
        self._end_keeping.setVisible(is_kept)
        self._reason.show_error(sentence(state.errors["reason"]) if "reason" in state.errors else "")
        self._typed.show_error(sentence(state.errors["typed"]) if "typed" in state.errors else "")
        for button in (self._hand_out, self._keep, self._end_keeping):
            button.setEnabled(not is_busy)
        self._erase.setEnabled(not is_busy and not is_kept)
        if "typed" in state.errors:
            self._typed.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_and_hand_out(self) -> None:
        folder = self._choose_folder(self, self.tr("A folder for everything about this citizen"))
        if folder is not None:
            self._view_model.hand_out(folder)

    def _keep_with_reason(self) -> None:
        self._view_model.keep(self._reason.editor.text())

    def _choose_reason(self, number: int) -> None:
        self._chosen = number
        self._erase_reason.render_answer(number)

    def _erase_typed(self) -> None:
        self._view_model.erase(self._typed.editor.text(), _REASONS[self._chosen])
