"""The actions of earlier talks in a list: what was agreed, how far it is in words, and a press to note another."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from needsform.models.action_status import ActionStatus, FollowedAction
from needsform.models.frozen import TEXT_LENGTH
from needsform.models.identity import LinkId
from needsform.models.words import Words
from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import column_in, text_field
from needsform.ui.widgets.short_list import ShortList, section_head
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (32, 22, 24, 40)
LISTED_AT_ONCE = 8
"""Actions before "Show all": those of the latest talks."""
_ASKED_FOR = (ActionStatus.BEGUN, ActionStatus.DONE, ActionStatus.DROPPED)


class ActionsSection(QWidget):
    """A heading and a row for each action; without actions it hides.

    `noted(int, ActionStatus)`: this one is so far. `dropped(str)`: why the one that is asked about was dropped.
    `cancelled`: it was not.
    """

    noted = Signal(int, ActionStatus)
    dropped = Signal(str)
    cancelled = Signal()

    def __init__(self, texts: Words, heading: Callable[[LinkId], str], parent: QWidget | None = None) -> None:
        """`heading`: what a topic is called."""
        super().__init__(parent)
        self._words, self._heading = texts, heading
        self._last = 0
        """The row that somebody pressed last: there the focus comes back."""
        self.setObjectName("actions_section")
        self._column = column_in(self, spacing=0, margins=(0, 18, 0, 0))
        explanation = self.tr("what became of them is asked at the next talk")
        self._column.addWidget(section_head(self.tr("Actions that were agreed"), explanation, self))
        heads = (self.tr("Action"), self.tr("By whom, when"), self.tr("How far"))
        self._list = ShortList(heads, _SHARES, self, at_once=LISTED_AT_ONCE, what="actions")
        self._column.addWidget(self._list)
        self._question: QWidget | None = None
        """Made when somebody drops an action for the first time."""

    def _build_question(self) -> QWidget:
        panel = QFrame(self)
        panel.setObjectName("drop_panel")
        panel.setProperty("role", "panel")
        self._column.addWidget(panel)
        column = column_in(panel, margins=(18, 14, 18, 14))
        self._reason = text_field("", name="drop_reason", longest=TEXT_LENGTH)
        self._save = named_button(self.tr("Note it"), "drop", "primary")
        self._cancel = named_button(self.tr("Cancel"), "cancel_drop")
        buttons = buttons_in_a_row(self._save, self._cancel)
        column.addWidget(self._reason)
        column.addWidget(buttons)
        self._save.clicked.connect(self._tell_dropped)
        self._reason.editor.returnPressed.connect(self._tell_dropped)
        self._cancel.clicked.connect(self.cancelled)
        return panel

    def render_actions(self, actions: tuple[FollowedAction, ...], asked: int | None, error: str) -> None:
        """Show these; `asked` is the one of which it is asked why it was dropped."""
        focused = self.focusWidget()
        had_focus = focused is not None and focused.hasFocus()
        was_asked = self._question is not None and not self._question.isHidden()
        self._list.show_rows(partial(self._row, place, action) for place, action in enumerate(actions))
        rows = self._list.rows
        self.setHidden(not actions)
        if asked is not None:
            self._question = self._question or self._build_question()
            what = actions[asked].activity.text or self._words.of(actions[asked].activity.kind)
            self._reason.set_label(self.tr("Why was this dropped: {action}?").format(action=what))
        if self._question is not None:
            self._question.setVisible(asked is not None)
            self._reason.show_error(error)
        if asked is not None and not was_asked:
            self._reason.editor.clear()
            self._reason.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        elif asked is None and had_focus and rows:
            rows[min(self._last, len(rows) - 1)].next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, place: int, action: FollowedAction, room: QWidget) -> WorkRow:
        texts, activity = self._words, action.activity
        topics = ", ".join(filter(None, map(self._heading, activity.topics)))
        whom = activity.responsible.shown(texts)
        noted = "" if action.noted_on is None else texts.date(action.noted_on)
        row = WorkRow(
            f"action_{place}",
            RowText(
                title=activity.text or texts.of(activity.kind),
                subtitle=" · ".join(filter(None, (topics, texts.date(action.agreed_on)))),
                cells=(
                    Cell(whom or "–", activity.when),
                    Cell(texts.of(action.status), ", ".join(filter(None, (noted, action.reason)))),
                ),
                actions=tuple(self._press(status) for status in self._offered(action)),
                is_link=False,
                shares=_SHARES,
            ),
            room,
        )
        row.acted.connect(partial(self._act, place, self._offered(action)))
        return row

    def _press(self, status: ActionStatus) -> str:
        """Words on a button; three dots where something is asked first."""
        name = self._words.of(status)
        return f"{name} …" if status is ActionStatus.DROPPED else name

    def _offered(self, action: FollowedAction) -> tuple[ActionStatus, ...]:
        return tuple(status for status in _ASKED_FOR if status is not action.status)

    def _act(self, place: int, offered: tuple[ActionStatus, ...], button: int) -> None:
        self._last = place
        self.noted.emit(place, offered[button])

    def _tell_dropped(self) -> None:
        self.dropped.emit(self._reason.editor.text())
