"""Finding work and finding people: the worklist, the search, a citizen's card."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.errors import WorldError
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.screens.patients_screen import PatientsScreen
from needsform.ui.screens.worklist_screen import WorklistScreen
from needsform.ui.viewmodels.patient_view_model import PatientViewModel
from needsform.ui.viewmodels.patients_view_model import PatientsViewModel
from needsform.ui.viewmodels.worklist_view_model import WorklistState, WorklistViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.course import take_next
from needsform.workday.desk import Desk, Scene
from needsform.workday.intake import received_of
from needsform.workday.plans import calls, plans_of
from needsform.workday.returns import returns_of
from needsform.workday.steps import FindPatient, ShowHandover, ShowPatient, ShowRecord, ShowSheet
from needsform.workday.timeline import planned, timeline_of


def worklist(desk: Desk) -> Scene:
    """What is unfinished. Raises WorldError if the store cannot tell."""
    view_model = WorklistViewModel(desk.session, desk.stage.clock)
    view_model.state_changed.connect(partial(_count, desk))
    view_model.failed.connect(desk.tell)
    _count(desk, view_model.state)

    def build(room: QWidget) -> QWidget:
        screen = WorklistScreen(view_model, desk.stage.dressing.words, more=partial(planned, desk), parent=room)
        screen.new_requested.connect(desk.go_to_new_assessment)
        screen.search_requested.connect(partial(_find, desk))
        screen.patient_requested.connect(desk.go_to_patient)
        screen.step_requested.connect(partial(take_next, desk))
        return screen

    return desk.scene_at(Place.WORKLIST, build)


def patients(desk: Desk, step: FindPatient) -> Scene:
    """Search, with what was typed already."""
    view_model = PatientsViewModel(desk.session, desk.stage.clock)
    view_model.failed.connect(desk.tell)
    if step.query:
        view_model.write(step.query)

    def build(room: QWidget) -> QWidget:
        screen = PatientsScreen(view_model, parent=room)
        screen.patient_requested.connect(desk.go_to_patient)
        screen.new_requested.connect(desk.go_to_new_assessment)
        return screen

    return desk.scene_at(Place.PATIENTS, build)


def patient(desk: Desk, step: ShowPatient) -> Scene:
    """A citizen's card. Raises WorldError if the store cannot tell."""
    dressing = desk.stage.dressing
    view_model = PatientViewModel(desk.session, step.patient_id, dressing.words, desk.stage.clock)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = PatientScreen(view_model, dressing.words, shows_more=dressing.kept.shows_more_details, parent=room)
        screen.new_requested.connect(partial(desk.go_to_new_assessment, step.patient_id))
        screen.step_requested.connect(partial(take_next, desk))
        screen.sheet_requested.connect(desk.on(ShowSheet))
        screen.handover_requested.connect(desk.on(ShowHandover))
        screen.record_requested.connect(partial(desk.go, ShowRecord(step.patient_id)))
        screen.more_toggled.connect(desk.remember_more)
        screen.add_sections(
            partial(_section, desk, screen, partial(make, desk, step.patient_id))
            for make in (received_of, returns_of, plans_of, calls, timeline_of)
        )
        return screen

    return desk.scene_at(Place.PATIENTS, build).kept_by(view_model)


def _section(desk: Desk, screen: QWidget, make: Callable[[QWidget], QWidget], room: QWidget) -> QWidget | None:
    """A section of the card, unless the card has been left meanwhile."""
    if not screen.isVisible():
        return None
    try:
        return make(room)
    except WorldError as error:
        desk.tell(error.message)
        return None


def _count(desk: Desk, state: WorklistState) -> None:
    desk.count(state.count)


def _find(desk: Desk, query: str) -> None:
    desk.go(FindPatient(query))
