"""One open front page: what is answered, which page is shown, and the verbs of whoever fills it in.

Serves patient mode and the whole page alike. A tick is on disk before `item_changed` tells the screen of it.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from types import MappingProxyType

from PySide6.QtCore import QLocale, QObject, QTimer, Signal

from needsform.models.assessment import Assessment
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import LinkId
from needsform.models.open_front_page import AssessmentState, Progress, pages_of
from needsform.models.questionnaire import PRIORITY, AnswerType, Area
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.front_pages import FrontPages

SETTLED_AFTER = 400
"""Milliseconds without a key until words that are being written go to disk (HOUSE 4)."""
MOST_UNDONE = 50
"""Acts that can be taken back on one page."""


def _own_name(language: str) -> str:
    """What those who speak it call a language."""
    if language in reference_data.LANGUAGES:
        return reference_data.words(language).text(f"language.{language}").capitalize()
    return QLocale(language).nativeLanguageName().capitalize() or language


class AssessmentViewModel(QObject):
    """The verbs of whoever fills in one front page, by finger, mouse or key."""

    item_changed = Signal(str)
    """An item's answer is on disk; after a failure, that it is still what it was. Carries the linkId."""
    progress_changed = Signal(Progress)
    """Another page is shown, or another part of it."""
    completed = Signal()
    """The front page is finished and locked."""
    failed = Signal(Message)
    """Something could not be kept, or may not be."""

    def __init__(
        self, front_pages: FrontPages, assessment: Assessment, language: str, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._front_pages = front_pages
        questionnaire = front_pages.questionnaire(assessment)
        pages = pages_of(questionnaire)
        self._state = AssessmentState(
            assessment=assessment,
            questionnaire=questionnaire,
            language=language if language in questionnaire.languages else questionnaire.languages[0],
            pages=pages,
            place=assessment.place or pages[0].place,
        )
        self._past: list[QuestionnaireResponse] = []
        self._pause = QTimer(self, singleShot=True, interval=SETTLED_AFTER)
        self._pause.timeout.connect(self.flush)

    @property
    def state(self) -> AssessmentState:
        """What the screen shows."""
        return self._state

    @property
    def words(self) -> Words:
        """The words that stand on paper too, in the language of the form where the program speaks it."""
        language = self._state.language
        return reference_data.words(language if language in reference_data.LANGUAGES else reference_data.LANGUAGES[0])

    @property
    def languages(self) -> dict[str, str]:
        """The languages of the form: code and own name."""
        return {code: _own_name(code) for code in self._state.questionnaire.languages}

    # Answers --------------------------------------------------------------------------------------------------

    def set_answer(self, link_id: LinkId, answer: Answer | None) -> bool:
        """Answer one item, at once; None takes the answer away. Whether it is on disk."""
        return self._keep(lambda: self._front_pages.set_answer(self._state.assessment, link_id, answer), [link_id])

    def toggle(self, link_id: LinkId) -> None:
        """Tick a box, or take the tick away: an empty box is silence, not "no"."""
        ticked = self._state.response.answers.get(link_id) is True
        self.set_answer(link_id, None if ticked else True)

    def none_of_these(self, area: Area) -> None:
        """Say "none of these" of everything in an area that is not ticked, or take that back."""
        said = self._state.has_said_none(area)
        act = self._front_pages.take_back_none_of_these if said else self._front_pages.answer_none_of_these
        self._keep(lambda: act(self._state.assessment, area), [box.link_id for box in area.boxes()])

    def set_priority(self, topic: LinkId, place: int | None = None) -> None:
        """Choose a topic as one of those that matter most, or let go of it.

        Without `place` (from 1) it comes last, or goes if it was chosen; with one it goes there, pushing others down.
        """
        item = self._state.questionnaire.priority
        if item is None:
            return
        chosen = list(self._state.response.priorities)
        is_there = topic in chosen and place in (None, chosen.index(topic) + 1)
        if topic in chosen:
            chosen.remove(topic)
        if not is_there:
            if len(chosen) == item.max_occurs:
                self.failed.emit(InputError("answer.too_many", most=item.max_occurs).message)
                return
            chosen.insert(len(chosen) if place is None else place - 1, topic)
        self.set_answer(PRIORITY, tuple(chosen))

    def undo(self) -> None:
        """Take back the last act on this page, where it can be seen; words have an undo of their own in their field."""
        if not self._past or self._state.note_topic is not None:
            return
        *earlier, then = self._past
        changes = then.changed_from(self._state.response)
        items = self._state.questionnaire.items
        # The choice of what matters most comes last: it may only name topics that are marked by then.
        for link_id in sorted(changes, key=lambda link_id: link_id == PRIORITY):
            if items[link_id].type is not AnswerType.TEXT and not self.set_answer(link_id, changes[link_id]):
                break
        self._past = earlier

    # Words ----------------------------------------------------------------------------------------------------

    def write(self, link_id: LinkId, text: str) -> None:
        """Words as they are being typed; on disk after a pause, at the latest with `flush`."""
        if text == self._state.text(self._state.questionnaire.items[link_id]):
            return
        self._hold({**self._state.drafts, link_id: text})
        self._pause.start()

    def flush(self) -> bool:
        """Put every word that was typed on disk, now. Whether all are there; what failed is kept and tried again."""
        self._pause.stop()
        for link_id, text in tuple(self._state.drafts.items()):
            if self.set_answer(link_id, text.strip() or None):
                self._hold({k: v for k, v in self._state.drafts.items() if k != link_id})
        return not self._state.drafts

    # Pages ----------------------------------------------------------------------------------------------------

    def go_to(self, place: LinkId) -> None:
        """Show the page that a place lies on, and remember it on disk."""
        self.flush()
        self._past.clear()
        try:
            assessment = self._front_pages.remember_place(self._state.assessment, place)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._state = replace(self._state, assessment=assessment)
        self._state = replace(self._state, place=place, note_topic=None)
        self.progress_changed.emit(self._state.progress)

    def next(self) -> None:
        """The page after this one; the summing-up has none."""
        self.go_to(self._state.pages[min(self._state.number + 1, len(self._state.pages) - 1)].place)

    def previous(self) -> None:
        """The page before this one; the first has none."""
        self.go_to(self._state.pages[max(self._state.number - 1, 0)].place)

    def write_note(self, topic: LinkId | None) -> None:
        """Show the page for a topic's note; None leaves it, and what was written goes to disk."""
        self.flush()
        self._state = replace(self._state, note_topic=topic)
        self.progress_changed.emit(self._state.progress)

    def set_language(self, language: str) -> None:
        """Show the form in another of its languages; the screen is then built anew."""
        if language in self._state.questionnaire.languages:
            self._state = replace(self._state, language=language)

    def complete(self) -> None:
        """The citizen has finished: every word goes to disk, and the front page is locked."""
        if not self.flush():
            return
        try:
            assessment = self._front_pages.complete(self._state.assessment)
        except NeedsformError as error:
            self.failed.emit(error.message)
            return
        self._state = replace(self._state, assessment=assessment)
        self._past.clear()
        self.completed.emit()

    # ----------------------------------------------------------------------------------------------------------

    def _keep(self, act: Callable[[], Assessment], wished: Iterable[LinkId]) -> bool:
        before = self._state.response
        try:
            assessment = act()
        except NeedsformError as error:
            for link_id in wished:
                self.item_changed.emit(link_id)
            self.failed.emit(error.message)
            return False
        self._state = replace(self._state, assessment=assessment)
        changes = assessment.response.changed_from(before)
        if any(self._state.questionnaire.items[link_id].type is not AnswerType.TEXT for link_id in changes):
            self._past = [*self._past, before][-MOST_UNDONE:]
        for link_id in changes:
            self.item_changed.emit(link_id)
        return True

    def _hold(self, drafts: dict[LinkId, str]) -> None:
        self._state = replace(self._state, drafts=MappingProxyType(drafts))
