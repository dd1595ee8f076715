"""The talk and the back page: what the citizen marked, what is agreed, and the sheet as it will be printed."""

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from needsform.models.assessment import AssessmentStatus
from needsform.models.care_plan import CarePlan, Need
from needsform.models.care_plan_draft import ActivityRow, CarePlanDraft
from needsform.models.identity import LinkId
from needsform.models.patient import Relative
from needsform.models.suggested_action import CONTACTS_SHOWN, OFFERS_SHOWN
from needsform.ui.messages import sentence
from needsform.ui.viewmodels.care_plan_view_model import CarePlanState, CarePlanViewModel
from needsform.ui.widgets.activities_box import ActivitiesBox
from needsform.ui.widgets.back_page_columns import Arrangement, BackPageColumns
from needsform.ui.widgets.back_page_foot import BackPageFoot
from needsform.ui.widgets.back_page_header import BackPageHeader
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import words as label
from needsform.ui.widgets.marks_list import MarksList
from needsform.ui.widgets.needs_box import NeedsBox
from needsform.ui.widgets.page_view import PageView
from needsform.ui.widgets.plan_ending import PlanEnding

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST_NAME_OF_ROW = 40


class BackPageScreen(QWidget):
    """Left the citizen's marks, in the middle the two boxes of the form, right the sheet itself.

    `details_requested(str)`: put the citizen's details right; carries the patient's id.
    `closed_requested`: everything is on disk and the user wants to leave.
    `signed(str)`: signed off; carries the assessment's id.
    """

    details_requested = Signal(str)
    closed_requested = Signal()
    signed = Signal(str)

    def __init__(self, view_model: CarePlanViewModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("back_page_screen")
        self._view_model = view_model
        self._build()
        self._connect()
        self._render(view_model.state)
        if view_model.picture is not None:
            self._page.show_picture(view_model.picture)
        open_at(self, self._needs.fields()[0])

    # Building -------------------------------------------------------------------------------------------------

    def _build(self) -> None:
        model, texts = self._view_model, self._view_model.words
        self._header = BackPageHeader(model.patient.name, self._facts())
        self._marks = MarksList(model.questionnaire, model.response, model.language, texts)
        self._needs = NeedsBox(model.questionnaire, model.response, model.language, texts)
        self._activities = ActivitiesBox(texts, model.language)
        self._ending = PlanEnding(texts, model.authority)
        self._page = PageView(self.tr("this is how the sheet turns out"))
        self._foot = BackPageFoot(texts.text("sheet.back.no_need"))
        self._columns = BackPageColumns(self._marks_column(), self._writing_column(), self._page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._header)
        column.addWidget(self._columns, 1)
        column.addWidget(self._foot)

    def add_follow_up(self, section: QWidget) -> None:
        """Put what is to be asked about at this talk beneath what is written."""
        self._follow_up.addWidget(section)

    def _facts(self) -> str:
        model = self._view_model
        facts = [model.patient.identifier.shown, model.words.of(model.assessment.occasion)]
        if model.assessment.relative_present:
            facts.append(self.tr("{relative} is here").format(relative=self._relative(model.patient.relative)))
        if not model.patient.phone:
            facts.append(self.tr("telephone missing"))
        return " · ".join(facts)

    def _relative(self, relative: Relative) -> str:
        if relative.name and relative.relation:
            texts = self._view_model.words
            return texts.text("sheet.relative_named", name=relative.name, relation=relative.relation)
        return relative.name or self.tr("A relative")

    def _marks_column(self) -> QWidget:
        side = QFrame()
        side.setProperty("role", "side")
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(_scrolling(self._marks, "marks_scroll", self.tr("What the citizen has marked")))
        return side

    def _writing_column(self) -> QWidget:
        texts = self._view_model.words
        self._concluded = QFrame()
        self._concluded.setProperty("role", "panel")
        self._concluded_title = label("", "heading")
        self._concluded_words = label("")
        panel = QVBoxLayout(self._concluded)
        panel.setContentsMargins(20, 16, 20, 16)
        panel.addWidget(self._concluded_title)
        panel.addWidget(self._concluded_words)
        self._writing = QWidget()
        writing = QVBoxLayout(self._writing)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.setSpacing(18)
        for part in (self._needs, self._activities, self._ending):
            writing.addWidget(part)
        room = QWidget()
        column = QVBoxLayout(room)
        column.setContentsMargins(20, 18, 18, 18)
        column.setSpacing(18)
        column.addWidget(self._concluded)
        column.addWidget(self._writing)
        self._follow_up = QVBoxLayout()
        column.addLayout(self._follow_up)
        column.addStretch(1)
        self._scroll = _scrolling(room, "back_page_scroll", texts.text("sheet.back.title"))
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return self._scroll

    def _connect(self) -> None:
        model = self._view_model
        model.changed.connect(self._render)
        model.page_drawn.connect(self._page.show_picture)
        model.signed.connect(self.signed)
        self._header.details_requested.connect(self._ask_for_details)
        self._header.close_requested.connect(self._ask_to_close)
        self._header.column_requested.connect(self._columns.ask_for)
        self._columns.rearranged.connect(self._show_arrangement)
        self._needs.typed.connect(self._type_need)
        self._needs.changed.connect(model.change_need)
        self._needs.removal_requested.connect(self._remove_need)
        self._needs.attended.connect(model.attend)
        self._needs.need_chosen.connect(self._add_need)
        self._activities.typed.connect(self._type_activity)
        self._activities.changed.connect(self._change_activity)
        self._activities.removal_requested.connect(self._remove_activity)
        self._activities.suggestions.taken.connect(model.take_suggestion)
        self._activities.suggestions.more_requested.connect(model.show_more_offers)
        self._ending.typed.connect(self._type_ending)
        self._ending.changed.connect(model.change_ending)
        self._page.page_requested.connect(model.show_page)
        self._page.width_changed.connect(model.show_page_at)
        self._foot.no_need_requested.connect(self._conclude_no_need)
        self._foot.resume_requested.connect(self._resume)
        self._foot.undo_requested.connect(self._undo)
        self._foot.sign_requested.connect(self._sign)
        for number in range(1, OFFERS_SHOWN + CONTACTS_SHOWN + 1):
            self._shortcut(f"Alt+{number}").activated.connect(partial(model.take_suggestion, number))
        self._shortcut("Alt+0").activated.connect(model.show_more_offers)
        self._shortcut(QKeySequence.StandardKey.Save).activated.connect(model.flush)

    def _shortcut(self, keys: str | QKeySequence.StandardKey) -> QShortcut:
        return QShortcut(QKeySequence(keys), self, context=Qt.ShortcutContext.WidgetWithChildrenShortcut)

    # Showing --------------------------------------------------------------------------------------------------

    def _render(self, state: CarePlanState) -> None:
        model, is_open = self._view_model, state.is_open
        headings = {need.topic: model.heading(need.topic) for need in state.plan.needs}
        linked = {topic for row in state.draft.rows for topic in row.activity.topics}
        headings |= {topic: model.heading(topic) for topic in linked if topic not in headings}
        self._needs.render_needs(state.plan.needs)
        self._activities.render_rows(state.draft.rows, headings)
        self._activities.suggestions.render_offered(state.offered)
        self._ending.render_plan(state.plan)
        self._needs.show_error(self._error(state, "needs"))
        self._activities.show_error(self._error(state, "activities"))
        self._ending.show_error(self._error(state, "told_that_authority_decides"))
        self._writing.setEnabled(is_open)
        self._writing.setVisible(state.status is not AssessmentStatus.NO_NEED_NOW)
        self._concluded.setVisible(not is_open)
        if not is_open:
            self._render_conclusion(state)
        self._foot.show_open(is_open)
        saved = self.tr("Saved {time}").format(time=state.saved_at) if state.is_saved and state.saved_at else ""
        self._foot.show_saved(saved, sentence(state.problem) if state.problem else "")
        self._foot.show_removed(self._removed(state.draft) if is_open else "")
        self._order_tabs()

    def _render_conclusion(self, state: CarePlanState) -> None:
        texts = self._view_model.words
        if state.status is AssessmentStatus.NO_NEED_NOW:
            self._concluded_title.setText(texts.text("sheet.back.no_need"))
            self._concluded_words.setText(texts.text("sheet.back.no_need.text"))
        else:
            self._concluded_title.setText(texts.of(state.status))
            self._concluded_words.setText(self.tr("The page waits for your signature. You can write on until then."))

    def _error(self, state: CarePlanState, field: str) -> str:
        return sentence(state.errors[field]) if field in state.errors else ""

    def _removed(self, draft: CarePlanDraft) -> str:
        if not draft.removed:
            return ""
        _, row = draft.removed[-1]
        if isinstance(row, Need):
            return self._view_model.heading(row.topic)
        text = row.activity.text or self._view_model.words.of(row.activity.kind)
        return text if len(text) <= _LONGEST_NAME_OF_ROW else f"{text[:_LONGEST_NAME_OF_ROW].rstrip()} …"

    def _show_arrangement(self, arrangement: Arrangement) -> None:
        self._header.show_arrangement(arrangement)
        self._needs.set_stacked(arrangement.is_stacked)
        self._activities.set_stacked(arrangement.is_stacked)

    def _order_tabs(self) -> None:
        """Tab goes as one reads, also after a row has come back between two others."""
        chain = [*self._header.buttons, *self._needs.fields(), *self._activities.fields(), *self._ending.fields()]
        for before, after in pairwise([*chain, *self._page.tabs, *self._foot.buttons]):
            QWidget.setTabOrder(before, after)

    # What the user does ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses a button and goes on from everything else, once, however long it is held. Esc leaves, since all
        is on disk.

        Undo comes here from whatever has nothing of its own to take back.
        """
        if event.key() in _ENTER:
            if event.isAutoRepeat():
                return
            focused = self.focusWidget()
            if isinstance(focused, QPushButton) and focused.hasFocus():
                focused.click()
            else:
                self._go_on()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        elif event.key() == Qt.Key.Key_Escape:
            self._ask_to_close()
        else:
            super().keyPressEvent(event)

    def _go_on(self) -> None:
        """To the next field; never onto what removes a row, where the next Enter would press it."""
        self.focusNextChild()
        focused = self.focusWidget()
        while isinstance(focused, QPushButton) and focused.property("role") in ("remove", "topics"):
            self.focusNextChild()
            focused = self.focusWidget()

    def _type_need(self, need: Need) -> None:
        self._view_model.change_need(need, is_typing=True)

    def _add_need(self, topic: str) -> None:
        self._view_model.add_need(LinkId(topic))
        self._focus(self._needs.rows[LinkId(topic)].words_field)

    def _remove_need(self, topic: str) -> None:
        fields = self._needs.fields()
        place = fields.index(self._needs.rows[LinkId(topic)].fields[0])
        self._view_model.remove_need(LinkId(topic))
        self._focus(self._needs.fields()[place])

    def _type_activity(self, row: ActivityRow) -> None:
        self._view_model.change_activity(row.key, row.activity, is_typing=True)

    def _change_activity(self, row: ActivityRow) -> None:
        self._view_model.change_activity(row.key, row.activity)

    def _remove_activity(self, row: ActivityRow) -> None:
        fields = self._activities.fields()
        place = fields.index(self._activities.rows[row.key].fields[0])
        self._view_model.remove_activity(row.key)
        self._focus(self._activities.fields()[place])

    def _type_ending(self, plan: CarePlan) -> None:
        self._view_model.change_ending(plan, is_typing=True)

    def _undo(self) -> None:
        self._view_model.undo_removal()

    def _conclude_no_need(self) -> None:
        self._view_model.conclude_no_need()
        self._focus(self._foot.buttons[-1])

    def _resume(self) -> None:
        self._view_model.resume()
        self._focus(self._needs.fields()[0])

    def _sign(self) -> None:
        self._view_model.sign()
        errors, rows = self._view_model.state.errors, self._view_model.state.draft.rows
        if "needs" in errors:
            self._focus(self._needs.add_button)
        elif "activities" in errors:
            self._focus(self._activities.field_of(next(row.key for row in rows if row.activity.lacks_words)))
        elif errors:
            self._focus(self._ending.told_box)

    def _ask_for_details(self) -> None:
        if self._view_model.flush():
            self.details_requested.emit(self._view_model.patient.id)

    def _ask_to_close(self) -> None:
        if self._view_model.flush():
            self.closed_requested.emit()

    def _focus(self, widget: QWidget) -> None:
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._scroll.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget, 0, 60)


def _scrolling(content: QWidget, name: str, accessible_name: str) -> QScrollArea:
    scroll = QScrollArea()
    scroll.setObjectName(name)
    scroll.setAccessibleName(accessible_name)
    scroll.setWidgetResizable(True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setWidget(content)
    return scroll
