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
from needsform.ui.widgets.labelled_field import column_in, text_field, words
from needsform.ui.widgets.show_all import ShowAll
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import Cell, ColumnHeads, RowText, WorkRow

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
        column = column_in(self, spacing=0, margins=(0, 18, 0, 0))
        line = TurningRow(parent=self)
        title = words(self.tr("Actions that were agreed"), "heading", line)
        title.setWordWrap(False)
        line.add(title)
        line.add(words(self.tr("what became of them is asked at the next talk"), "quiet", line), 1)
        column.addWidget(line)
        self._listed = QWidget(self)
        self._column = column
        column.addWidget(self._listed)
        self._question: QWidget | None = None
        """Made when somebody drops an action for the first time."""
        self._lists_all = False
        self._actions: tuple[FollowedAction, ...] = ()

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
        had_focus = self.isAncestorOf(self.focusWidget() or self)
        was_asked = self._question is not None and not self._question.isHidden()
        self._actions = actions
        rows = self._list()
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

    def _list(self) -> list[WorkRow]:
        """The rows; of many years the newest, until all of them are wanted."""
        before, self._listed = self._listed, QWidget(self)
        self._column.replaceWidget(before, self._listed)
        before.hide()
        before.deleteLater()
        column = column_in(self._listed, spacing=0)
        heads = (self.tr("Action"), self.tr("By whom, when"), self.tr("How far"))
        column.addWidget(ColumnHeads(*heads, shares=_SHARES, parent=self._listed))
        shown = self._actions if self._lists_all else self._actions[:LISTED_AT_ONCE]
        rows = [self._row(place, action) for place, action in enumerate(shown)]
        for row in rows:
            column.addWidget(row)
        if len(shown) < len(self._actions):
            more = ShowAll("actions", len(self._actions), self._listed)
            more.clicked.connect(self._list_all)
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeading)
        self._listed.show()
        return rows

    def _list_all(self) -> None:
        self._lists_all = True
        self._list()[LISTED_AT_ONCE].next_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self, place: int, action: FollowedAction) -> WorkRow:
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
            self._listed,
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
