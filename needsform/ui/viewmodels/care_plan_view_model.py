"""The back page while it is written: every change on disk soon after it is made, and never called saved before."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from PySide6.QtCore import QObject, QTimer, Signal

from needsform.models import suggested_action
from needsform.models.action_catalogue import ActionCatalogue
from needsform.models.assessment import BACK_PAGE_OPEN, Assessment, AssessmentStatus
from needsform.models.care_plan import Activity, CarePlan, Need
from needsform.models.care_plan_draft import CarePlanDraft, tidied_date
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.sheet import SheetContent
from needsform.models.suggested_action import NOTHING_OFFERED, Offered
from needsform.models.words import Words
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.page_pictures import PagePicture, PagePictures

SETTLE_MS = 400
"""Milliseconds without a key after which typed words are written to disk."""
RETRY_MS = 5_000
"""Milliseconds until a save that the disk refused is tried again by itself."""
BACK_PAGE = 1


@dataclass(frozen=True, slots=True)
class CarePlanState:
    """What the screen shows."""

    draft: CarePlanDraft
    status: AssessmentStatus
    offered: Offered = NOTHING_OFFERED
    """What one key takes now."""
    is_saved: bool = True
    saved_at: str = ""
    """The time of the last save as people write it; empty before the first."""
    problem: Message | None = None
    """Why what is on screen is not on disk yet."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """What stands in the way of signing, by field."""

    @property
    def plan(self) -> CarePlan:
        """The back page as it stands."""
        return self.draft.plan

    @property
    def is_open(self) -> bool:
        """Whether the page can be written; else it is concluded and waits for its signature."""
        return self.status in BACK_PAGE_OPEN


class CarePlanViewModel(QObject):
    """The back page of one assessment.

    `changed(CarePlanState)`: anything on the page. `page_drawn(PagePicture)`: the sheet as it would be printed now.
    `signed(str)`: signed off; carries the assessment's id. `failed(Message)`: something that belongs to no field.
    Call `flush` before letting go of it: on lock and on close.
    """

    changed = Signal(CarePlanState)
    page_drawn = Signal(PagePicture)
    signed = Signal(str)
    failed = Signal(Message)

    def __init__(
        self,
        session: Session,
        patient: Patient,
        assessment: Assessment,
        catalogue: ActionCatalogue,
        words: Words,
        language: str,
        background: Background,
    ) -> None:
        super().__init__()
        self._session, self._assessment, self.catalogue = session, assessment, catalogue
        self.patient, self.words = patient, words
        self.questionnaire: Questionnaire = session.assessments.questionnaire(assessment)
        languages = self.questionnaire.languages
        self.language = language if language in languages else languages[0]
        self._directory = session.directory.valid_today()
        self._is_touched = False
        self._before_no_need: CarePlan | None = None
        draft = CarePlanDraft.of(assessment.care_plan or self._prefilled())
        self.state = self._offering(CarePlanState(draft, assessment.status))
        self._settling = self._timer(SETTLE_MS)
        self._retrying = self._timer(RETRY_MS)
        self._pages = PagePictures(self._content, background, BACK_PAGE)
        self._pages.drawn.connect(self.page_drawn)
        self._pages.failed.connect(self.failed)

    @property
    def assessment(self) -> Assessment:
        """The assessment as it stands on disk."""
        return self._assessment

    @property
    def response(self) -> QuestionnaireResponse:
        """What the citizen answered. Nothing here changes it."""
        return self._assessment.response

    @property
    def authority(self) -> str:
        """Who decides what can be offered, as a sentence begins with it."""
        return self._session.site.authority or self.words.text("sheet.authority")

    def heading(self, link_id: LinkId) -> str:
        """The words of a topic, or of the area whose "other" line it is: as the sheet has them."""
        return self.questionnaire.heading(link_id, self.language)

    # The two boxes --------------------------------------------------------------------------------------------

    def attend(self, topic: LinkId) -> None:
        """The talk has come to this area: what is written next is linked to it."""
        self._change(self.state.draft.attending(topic))

    def add_need(self, topic: LinkId) -> None:
        """One more area to talk about."""
        self._change(self.state.draft.with_need(topic))

    def change_need(self, need: Need, is_typing: bool = False) -> None:
        """The row of the same area says something else."""
        self._change(self.state.draft.with_need_changed(need), is_typing)

    def remove_need(self, topic: LinkId) -> None:
        """Take a row away; `undo_removal` brings it back."""
        self._change(self.state.draft.without_need(topic))

    def change_activity(self, key: int, activity: Activity, is_typing: bool = False) -> None:
        """The row says something else; once it is left, a date in it is written as dates are."""
        if not is_typing:
            activity = activity.model_copy(update={"when": tidied_date(activity.when, self.words)})
        self._change(self.state.draft.with_activity_changed(key, activity), is_typing)

    def remove_activity(self, key: int) -> None:
        """Take a row away; `undo_removal` brings it back."""
        self._change(self.state.draft.without_activity(key))

    def undo_removal(self) -> None:
        """Bring back the row that was removed last, where it stood."""
        self._change(self.state.draft.with_last_removed())

    def take_suggestion(self, number: int) -> None:
        """The suggestion with that number (from 1) becomes an action; a number without one does nothing."""
        offer, draft = self.state.offered.numbered(number), self.state.draft
        if offer is not None:
            activity = suggested_action.action(offer, draft, self.language, self._content())
            self._change(draft.with_activity(activity))

    def show_more_offers(self) -> None:
        """The next suggestions; after the last come the first again."""
        self._emit(self._offering(self.state, self.state.offered.page + 1))

    # What the talk ends with ----------------------------------------------------------------------------------

    def change_ending(self, plan: CarePlan, is_typing: bool = False) -> None:
        """Take over what the lower part of the page says; the two boxes of `plan` are not looked at."""
        self._change(self.state.draft.with_ending(plan), is_typing)

    def conclude_no_need(self) -> None:
        """ "No needs now": a good ending of its own, ready to sign."""
        before = self.state.plan
        if not self._save(self.state.draft.without_needs_now()):
            return
        try:
            self._assessment = self._session.back_pages.conclude_no_need(self._assessment)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._before_no_need = before
            self._show_concluded()

    def resume(self) -> None:
        """Write on, from the page as it was before it was concluded."""
        was_no_need = self._assessment.status is AssessmentStatus.NO_NEED_NOW
        try:
            self._assessment = self._session.back_pages.resume(self._assessment)
        except NeedsformError as error:
            self.failed.emit(error.message)
            return
        plan = self._assessment.care_plan or CarePlan()
        if was_no_need:
            needs = plan.needs or self._prefilled().needs
            plan = self._before_no_need or plan.model_copy(update={"needs": needs, "conclusion": None})
        self._change(CarePlanDraft.of(plan))

    def sign(self) -> None:
        """Conclude and sign off; what stands in the way is told in `state.errors`, and nothing is lost."""
        back_pages = self._session.back_pages
        try:
            if self._assessment.is_back_open:
                if not self._save(self.state.plan):
                    return
                self._assessment = back_pages.complete(self._assessment)
                self._show_concluded()
            self._assessment = back_pages.sign(self._assessment)
        except InputError as error:
            self._emit(replace(self.state, errors={error.field: error.message}))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.signed.emit(self._assessment.id)

    # Disk and paper -------------------------------------------------------------------------------------------

    def flush(self) -> bool:
        """Write what is not on disk yet: on leaving a field, on lock, on close. Whether all is on disk."""
        return not self._is_touched or self._save(self.state.plan)

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

    def _content(self) -> SheetContent:
        plan = self.state.plan if self._assessment.is_back_open else None
        return self._session.documents.content(self.patient, self._assessment, care_plan=plan)

    def _save(self, plan: CarePlan) -> bool:
        self._settling.stop()
        self._retrying.stop()
        try:
            self._assessment = self._session.back_pages.save(self._assessment, plan)
        except NeedsformError as error:
            is_news = self.state.problem != error.message
            self._emit(replace(self.state, is_saved=False, problem=error.message))
            self._retrying.start()
            if is_news:
                self.failed.emit(error.message)
            return False
        self._is_touched = False
        saved_at = self.words.time(self._session.now())
        self._emit(replace(self.state, is_saved=True, saved_at=saved_at, problem=None, status=self._assessment.status))
        return True

    def _show_concluded(self) -> None:
        draft = CarePlanDraft.of(self._assessment.care_plan or CarePlan())
        self._emit(self._offering(replace(self.state, draft=draft, status=self._assessment.status, errors={})))
        self._pages.refresh()

    # ----------------------------------------------------------------------------------------------------------

    def _change(self, draft: CarePlanDraft, is_typing: bool = False) -> None:
        """Show the new draft and see to it that it comes to disk. A concluded page does not change."""
        if not self._assessment.is_back_open:
            return
        is_news = draft.plan != self.state.plan
        self._is_touched = self._is_touched or is_news
        self._emit(self._offering(replace(self.state, draft=draft, is_saved=self.state.is_saved and not is_news)))
        if is_news:
            self._pages.refresh()
        if is_typing:
            self._settling.start()
        else:
            self.flush()

    def _offering(self, state: CarePlanState, page: int | None = None) -> CarePlanState:
        """The same with the suggestions that fit it, and without errors that have been mended."""
        draft = state.draft
        page = state.offered.page if page is None else page
        mended = {
            "needs": bool(draft.further or draft.plan.activities),
            "told_that_authority_decides": draft.plan.told_that_authority_decides,
        }
        return replace(
            state,
            status=self._assessment.status,
            offered=suggested_action.offered(
                self.catalogue, self._directory, self.questionnaire, draft, self.language, page
            ),
            errors={at: message for at, message in state.errors.items() if not mended.get(at, False)},
        )

    def _prefilled(self) -> CarePlan:
        return CarePlan.prefilled(self.questionnaire, self.response)

    def _emit(self, state: CarePlanState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)

    def _timer(self, milliseconds: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(self.flush)
        return timer
