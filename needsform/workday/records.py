"""Citizens' records as such: one handed out, kept or erased, and the list of those that are old enough to go."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message
from needsform.ui.screens.record_screen import RecordScreen
from needsform.ui.screens.retention_screen import RetentionScreen
from needsform.ui.viewmodels.record_view_model import RecordViewModel
from needsform.ui.viewmodels.retention_view_model import RetentionViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import FindPatient, ShowAdministration, ShowPatient, ShowRecord


def record(desk: Desk, step: ShowRecord) -> Scene:
    """One citizen's rights. Raises WorldError if the store cannot tell."""
    stage = desk.stage
    view_model = RecordViewModel(desk.session, step.patient_id, stage.dressing.words, stage.archive)
    view_model.failed.connect(desk.tell)
    view_model.erased.connect(partial(_leave_erased, desk))
    view_model.told.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = RecordScreen(view_model, stage.dressing.words, stage.dialogs.choose_folder, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowPatient(step.patient_id)))
        return screen

    return desk.scene_at(Place.PATIENTS, build, view_model.leave)


def retention(desk: Desk) -> Scene:
    """How long records are kept, and who would go now."""
    view_model = RetentionViewModel(desk.session, desk.stage.archive)
    view_model.failed.connect(desk.tell)
    view_model.told.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = RetentionScreen(view_model, desk.stage.dressing.words, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build, view_model.leave)


def _leave_erased(desk: Desk, message: Message) -> None:
    desk.go(FindPatient())
    desk.tell(message)
