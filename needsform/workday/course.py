"""An assessment from beginning to end: begun, filled in, talked about, signed, handed over."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.assessment import FilledBy
from needsform.models.errors import Message
from needsform.models.identity import AssessmentId
from needsform.models.next_step import NextStep
from needsform.services import reference_data
from needsform.ui.screens.back_page_screen import BackPageScreen
from needsform.ui.screens.handover_screen import HandoverScreen
from needsform.ui.screens.new_assessment_screen import NewAssessmentScreen
from needsform.ui.screens.sheet_screen import SheetScreen
from needsform.ui.screens.whole_page_screen import WholePageScreen
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.viewmodels.care_plan_view_model import CarePlanViewModel
from needsform.ui.viewmodels.handover_view_model import HandoverViewModel
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentViewModel
from needsform.ui.viewmodels.sheet_view_model import SheetViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.handover import Handover
from needsform.workday.steps import (
    ChangePassword,
    HandToCitizen,
    KeyIn,
    ShowHandover,
    ShowSheet,
    ShowWorklist,
    StartAssessment,
    Step,
    WriteBack,
)
from needsform.workday.timeline import actions_of

_NEXT: dict[NextStep, Callable[[AssessmentId], Step]] = {
    NextStep.CONTINUE: HandToCitizen,
    NextStep.KEY_IN: KeyIn,
    NextStep.WRITE_BACK: WriteBack,
    NextStep.SIGN: WriteBack,
    NextStep.HAND_OVER: ShowHandover,
}


def take_next(desk: Desk, assessment_id: str, step: NextStep) -> None:
    """On with an assessment, by what is the next thing to do with it."""
    desk.go(_NEXT[step](AssessmentId(assessment_id)))


def new_assessment(desk: Desk, step: StartAssessment) -> Scene:
    """A new assessment. Raises WorldError if the citizen cannot be read."""
    dressing = desk.stage.dressing
    patient = None if step.patient_id is None else desk.session.patients.get(step.patient_id)
    view_model = NewAssessmentViewModel(desk.session, dressing.words, desk.stage.clock, patient)
    view_model.failed.connect(desk.tell)
    view_model.started.connect(partial(_fill_in, desk))
    view_model.recorded.connect(partial(_tell_recorded, desk))

    def build(room: QWidget) -> QWidget:
        screen = NewAssessmentScreen(
            view_model, dressing.words, shows_more=dressing.kept.shows_more_details, parent=room
        )
        screen.cancelled.connect(desk.go_to_worklist)
        screen.more_toggled.connect(desk.remember_more)
        return screen

    return desk.scene_at(Place.WORKLIST, build, view_model.rest).kept_by(view_model)


def hand_to_citizen(desk: Desk, step: HandToCitizen) -> Scene:
    """The screen in the citizen's hands; on to the talk when staff has it again and the front page is finished."""
    assessment = desk.session.assessments.get(step.assessment_id)
    handover = Handover(desk.stage, desk.session, assessment, desk)
    handover.failed.connect(desk.tell_citizen)
    handover.taken_back.connect(partial(_go_on, desk, step.assessment_id))
    return Scene(handover.begin, handover.flush, is_staffs=False)


def key_in(desk: Desk, step: KeyIn) -> Scene:
    """The front page from paper, on one page."""
    assessment = desk.session.assessments.get(step.assessment_id)
    patient = desk.session.patients.get(assessment.patient_id)
    view_model = AssessmentViewModel(desk.session.front_pages, assessment, assessment.language)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = WholePageScreen(view_model, patient, desk.stage.dressing.words, parent=room)
        screen.finished.connect(partial(desk.go, WriteBack(step.assessment_id)))
        screen.back_requested.connect(desk.go_to_worklist)
        return screen

    return desk.scene(build, view_model.flush)


def back_page(desk: Desk, step: WriteBack) -> Scene:
    """The talk and the back page."""
    assessment = desk.session.assessments.get(step.assessment_id)
    view_model = CarePlanViewModel(
        desk.session,
        desk.session.patients.get(assessment.patient_id),
        assessment,
        reference_data.action_catalogue(),
        desk.stage.dressing.words,
        desk.stage.dressing.worn.language,
        desk.stage.background,
    )
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = BackPageScreen(view_model, parent=room)
        screen.add_follow_up(actions_of(desk, assessment.patient_id, screen))
        screen.details_requested.connect(desk.go_to_patient)
        screen.closed_requested.connect(desk.go_to_worklist)
        screen.signed.connect(desk.on(ShowSheet))
        return screen

    return desk.scene(build, view_model.flush)


def sheet(desk: Desk, step: ShowSheet) -> Scene:
    """The signed sheet: print and save; then on to what leaves."""
    assessment = desk.session.assessments.get(step.assessment_id)
    patient = desk.session.patients.get(assessment.patient_id)
    view_model = SheetViewModel(desk.session, patient, assessment, desk.stage.dressing.words, desk.stage.background)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = SheetScreen(view_model, desk.stage.dialogs.choose_save_path, parent=room)
        screen.closed_requested.connect(desk.go_to_worklist)
        screen.handover_requested.connect(desk.on(ShowHandover))
        screen.reopened.connect(partial(_fill_in, desk))
        return screen

    return desk.scene(build, view_model.flush)


def handover(desk: Desk, step: ShowHandover) -> Scene:
    """What leaves of a signed assessment. Raises WorldError if the store cannot tell."""
    stage = desk.stage
    view_model = HandoverViewModel(desk.session, step.assessment_id, stage.dressing.words, stage.background)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = HandoverScreen(view_model, stage.dialogs.choose_save_path, parent=room)
        screen.closed_requested.connect(desk.go_to_worklist)
        screen.sheet_requested.connect(desk.on(ShowSheet))
        screen.print_requested.connect(stage.print_text)
        return screen

    return desk.scene_at(Place.WORKLIST, build, view_model.flush)


def _fill_in(desk: Desk, assessment_id: str) -> None:
    assessment = desk.session.assessments.get(AssessmentId(assessment_id))
    desk.go(KeyIn(assessment.id) if assessment.filled_by is FilledBy.ON_PAPER else HandToCitizen(assessment.id))


def _go_on(desk: Desk, assessment_id: AssessmentId) -> None:
    if not desk.session.staff.has_own_password():  # a colleague who came by the staff's door, past the one that asks
        desk.go(ChangePassword(is_required=True))
        return
    assessment = desk.session.assessments.get(assessment_id)
    desk.go(WriteBack(assessment_id) if assessment.is_back_open else ShowWorklist())


def _tell_recorded(desk: Desk, message: Message) -> None:
    desk.go_to_worklist()
    desk.tell(message)
