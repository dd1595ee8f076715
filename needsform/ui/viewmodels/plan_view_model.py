"""The plan for rehabilitation while it is written: on disk soon after each change, begun, ended, and told of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.letter import LetterForm
from needsform.models.patient import Patient
from needsform.models.plan_draft import TOLD, OfferRow, PlanDraft, PlanQuestion, PlanRow
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.referral import ClosingReason
from needsform.models.rehabilitation_plan import GpMoment, PlanContent, RehabilitationPlan
from needsform.models.typed_date import as_typed, required_date, typed_date
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.plan_papers import gp_text
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.page_pictures import PagePicture, PagePictures

SETTLE_MS = 400
"""Milliseconds without a key after which typed words are written to disk."""
RETRY_MS = 5_000
"""Milliseconds until a save that the disk refused is tried again by itself."""
_LANGUAGE_OF_GPS = "da"


@dataclass(frozen=True, slots=True)
class PlanState:
    """What the screen shows."""

    plan: RehabilitationPlan
    """As it stands on disk, but for what `draft` says."""
    draft: PlanDraft
    is_saved: bool = True
    saved_at: str = ""
    """The time of the last save as people write it; empty before the first."""
    problem: Message | None = None
    """Why what is on screen is not on disk yet."""
    question: PlanQuestion | None = None
    gp_text: str = ""
    """What the general practice is told, while that is asked about."""
    left_as: LetterForm | None = None
    """How that text has left just now."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """What stands in the way, by field."""

    @property
    def is_open(self) -> bool:
        """Whether the plan can be written."""
        return self.plan.is_open


class PlanViewModel(QObject):
    """One plan of one citizen.

    `changed(PlanState)`: anything on the page. `page_drawn(PagePicture)`: the plan as it would be printed now.
    `removed`: the plan was taken away before it began. `copied(str)`, `printed(str)`: this text is to leave so.
    `failed(Message)`: something that belongs to no field.
    Call `flush` before letting go of it: on lock and on close.
    """

    changed = Signal(PlanState)
    page_drawn = Signal(PagePicture)
    removed = Signal()
    copied = Signal(str)
    printed = Signal(str)
    failed = Signal(Message)

    def __init__(
        self, session: Session, patient: Patient, plan: RehabilitationPlan, words: Words, background: Background
    ) -> None:
        super().__init__()
        self._session, self.patient, self.words = session, patient, words
        spoken = patient.language in reference_data.LANGUAGES
        self.paper_words = reference_data.words(patient.language) if spoken else words
        self.state = PlanState(plan, PlanDraft.of(plan.content))
        self._is_touched = False
        self._settling = self._timer(SETTLE_MS)
        self._retrying = self._timer(RETRY_MS)
        self._pages = PagePictures(self.content, background)
        self._pages.drawn.connect(self.page_drawn)
        self._pages.failed.connect(self.failed)

    @property
    def has_case(self) -> bool:
        """Whether a case of the inbox ends with the plan."""
        return self.state.plan.referral_id is not None

    @property
    def today(self) -> str:
        """The day as it is typed in any language, for whatever happens today."""
        return as_typed(self._session.now().date())

    # Writing ------------------------------------------------------------------------------------------------------

    def change_row(self, row: PlanRow, is_typing: bool = False) -> None:
        """A goal or an offer says something else; once a row is left, dates in it are written as dates are."""
        if isinstance(row, OfferRow) and not is_typing:
            offer = row.offer
            days = {"begins": self._tidied(offer.begins), "ends": self._tidied(offer.ends)}
            row = replace(row, offer=offer.model_copy(update=days))
        self._change(self.state.draft.with_row(row), is_typing)

    def remove_row(self, key: int) -> None:
        """Take a goal or an offer away; `undo_removal` brings it back."""
        self._change(self.state.draft.without_row(key))

    def undo_removal(self) -> None:
        """Bring back the row that was removed last, where it stood."""
        self._change(self.state.draft.with_last_removed())

    def change_facts(self, content: PlanContent, is_typing: bool = False) -> None:
        """Take over everything but goals and offers."""
        self._change(self.state.draft.with_facts(content), is_typing)

    def remove(self) -> None:
        """Take the plan away, as long as it has not begun."""
        self._settling.stop()
        self._is_touched = False
        try:
            self._session.plans.discard(self.state.plan)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.removed.emit()

    # Beginning, ending, telling -----------------------------------------------------------------------------------

    def ask(self, question: PlanQuestion) -> None:
        """Ask what has to be known first; what is written is on disk by then."""
        if self.flush():
            text = ""
            for moment, told in TOLD.items():
                if told is question:
                    text = self._gp_text(moment)
            self._emit(replace(self.state, question=question, gp_text=text, left_as=None, errors={}))

    def cancel(self) -> None:
        """Leave everything as it was."""
        self._emit(replace(self.state, question=None, gp_text="", errors={}))

    def begin(self, typed: str) -> None:
        """The plan begins on the day that was typed, or has begun on that day instead."""
        self._act(lambda: self._session.plans.begin(self.state.plan, required_date(typed, "begun_on")))

    def end(self, typed: str, reason: ClosingReason) -> None:
        """The plan ends on the day that was typed, and its case with it."""
        self._act(lambda: self._session.plans.end(self.state.plan, required_date(typed, "ended_on"), reason))

    def tell_gp(self, moment: GpMoment, typed: str) -> None:
        """The general practice was told on the day that was typed."""
        self._act(lambda: self._session.plans.tell_gp(self.state.plan, moment, required_date(typed, "told_on")))

    def copy_gp_text(self) -> None:
        """Put the text that is shown on the clipboard."""
        self._let_leave(LetterForm.TEXT, self.copied)

    def print_gp_text(self) -> None:
        """Print the text that is shown."""
        self._let_leave(LetterForm.LETTER, self.printed)

    def take_note_back(self, moment: GpMoment) -> None:
        """The general practice was not told after all."""
        self._act(lambda: self._session.plans.tell_gp(self.state.plan, moment, None))

    def decline_gp(self, is_declined: bool) -> None:
        """The citizen does not want the general practice to be told, or does after all."""
        self._act(lambda: self._session.plans.decline_gp(self.state.plan, is_declined))

    # Disk and paper -----------------------------------------------------------------------------------------------

    def flush(self) -> bool:
        """Write what is not on disk yet: on leaving a field, on lock, on close. Whether all is on disk."""
        return not self._is_touched or self._save()

    @property
    def picture(self) -> PagePicture | None:
        """The page that was drawn last, for a screen that is built anew."""
        return self._pages.picture

    def show_page(self, index: int) -> None:
        """Turn the live page, counted from 0."""
        self._pages.turn_to(index)

    def show_page_at(self, width: int) -> None:
        """The live page is shown that many device pixels wide."""
        self._pages.show_at(width)

    def content(self) -> PlanSheetContent:
        """What the paper says now, in the citizen's language if the program has words in it."""
        plan = self.state.plan.model_copy(update={"content": self.state.draft.content})
        return self._session.plan_papers.content(self.patient, plan, self.paper_words)

    def _let_leave(self, form: LetterForm, leaves: SignalInstance) -> None:
        moment = next((moment for moment, told in TOLD.items() if told is self.state.question), None)
        if moment is None:
            return
        try:
            self._session.plan_papers.record_letter(self.state.plan, moment, form)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            leaves.emit(self.state.gp_text)
            self._emit(replace(self.state, left_as=form))

    def _gp_text(self, moment: GpMoment) -> str:
        in_danish = self.content().model_copy(update={"words": reference_data.words(_LANGUAGE_OF_GPS)})
        return gp_text(in_danish, moment, self._session.practitioner.signature())

    def _save(self) -> bool:
        self._settling.stop()
        self._retrying.stop()
        try:
            plan = self._session.plans.save(self.state.plan, self.state.draft.content)
        except NeedsformError as error:
            is_news = self.state.problem != error.message
            self._emit(replace(self.state, is_saved=False, problem=error.message))
            self._retrying.start()
            if is_news:
                self.failed.emit(error.message)
            return False
        self._is_touched = False
        saved_at = self.words.time(self._session.now())
        self._emit(replace(self.state, plan=plan, is_saved=True, saved_at=saved_at, problem=None))
        return True

    # --------------------------------------------------------------------------------------------------------------

    def _act(self, act: Callable[[], RehabilitationPlan]) -> None:
        """Do something to the plan as it is on disk; what was asked about it is answered then."""
        if not self.flush():
            return
        try:
            plan = act()
        except InputError as error:
            self._emit(replace(self.state, errors={error.field: error.message}))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._emit(replace(self.state, plan=plan, question=None, gp_text="", errors={}))
            self._pages.refresh()

    def _tidied(self, text: str) -> str:
        try:
            day = typed_date(text, "")
        except InputError:  # words for a time are as good: "uge 8", "efter påske"
            return text
        return text if day is None else self.words.date(day)

    def _change(self, draft: PlanDraft, is_typing: bool = False) -> None:
        """Show the new draft and see to it that it comes to disk. A plan that has ended does not change."""
        if not self.state.is_open:
            return
        is_news = draft.content != self.state.draft.content
        self._is_touched = self._is_touched or is_news
        self._emit(replace(self.state, draft=draft, is_saved=self.state.is_saved and not is_news))
        if is_news:
            self._pages.refresh()
        if is_typing:
            self._settling.start()
        else:
            self.flush()

    def _emit(self, state: PlanState) -> None:
        if state.draft.content.goals or state.draft.content.offers:  # mended
            state = replace(state, errors={at: m for at, m in state.errors.items() if at != "goals"})
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
