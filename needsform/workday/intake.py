"""What arrives at a receiver: taken in, shown as it came, and listed on the citizen's card."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.identity import PatientId, ReceivedId
from needsform.services.camera import is_installed
from needsform.ui.screens.intake_screen import IntakeScreen
from needsform.ui.screens.received_screen import ReceivedScreen
from needsform.ui.viewmodels.camera_view_model import CameraViewModel
from needsform.ui.viewmodels.intake_view_model import IntakeViewModel
from needsform.ui.viewmodels.received_printing import ReceivedPrinting
from needsform.ui.viewmodels.received_view_model import ReceivedListViewModel, ReceivedViewModel
from needsform.ui.widgets.received_section import ReceivedSection
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowInbox, ShowPatient, ShowReceived


def take_in(desk: Desk) -> Scene:
    """First the day on which they came, then the files or the camera; what is clear is taken in."""
    stage = desk.stage
    view_model = IntakeViewModel(desk.session, stage.dressing.words, stage.background)
    camera = CameraViewModel() if is_installed() else None
    view_model.failed.connect(desk.tell)
    view_model.state_changed.connect(partial(_count, desk))

    def build(room: QWidget) -> QWidget:
        screen = IntakeScreen(view_model, stage.dressing.words, stage.dialogs.choose_files, camera, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowInbox()))
        screen.patient_requested.connect(desk.go_to_patient)
        screen.received_requested.connect(partial(_show_received, desk))
        return screen

    def settle() -> None:
        view_model.stop()
        if camera is not None:
            camera.close()

    return desk.scene_at(Place.INBOX, build, settle)


def received(desk: Desk, step: ShowReceived) -> Scene:
    """One sheet as it came. Raises WorldError if the store cannot tell."""
    view_model = ReceivedViewModel(desk.session, step.received_id)
    patient_id, stage = view_model.state.patient.id, desk.stage
    words = stage.dressing.words
    printing = ReceivedPrinting(desk.session, partial(view_model.content, words), words, stage.background)
    printing.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = ReceivedScreen(view_model, stage.dressing.words, printing, stage.dialogs.choose_save_path, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowPatient(patient_id)))
        screen.patient_requested.connect(desk.go_to_patient)
        return screen

    return desk.scene_at(Place.PATIENTS, build, printing.flush)


def received_of(desk: Desk, patient_id: PatientId, room: QWidget) -> QWidget:
    """The section of a citizen's card, made in its room. Raises WorldError if the store cannot tell."""
    received = ReceivedListViewModel(desk.session, patient_id).received
    section = ReceivedSection(received, desk.stage.dressing.words, room)
    section.received_requested.connect(partial(_show_received, desk))
    return section


def _show_received(desk: Desk, received_id: str) -> None:
    desk.go(ShowReceived(ReceivedId(received_id)))


def _count(desk: Desk, _state: object) -> None:
    desk.count_inbox()
