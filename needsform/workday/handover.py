"""The screen in the citizen's hands: one form, the whole screen, and no way out but "Færdig" or a staff password."""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.assessment import Assessment
from needsform.models.errors import Message
from needsform.models.settings import Settings
from needsform.services.session import Session
from needsform.stage import Stage
from needsform.ui.screens.patient_mode_screen import PatientModeScreen
from needsform.ui.screens.staff_door_screen import StaffDoorScreen
from needsform.ui.screens.thank_you_screen import ThankYouScreen
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.viewmodels.take_back_view_model import TakeBackViewModel


class Handover(QObject):
    """From the hand-over until staff has the screen again.

    taken_back: staff has shown who they are, and the window is theirs again. failed: something could not be saved.
    """

    taken_back = Signal()
    failed = Signal(Message)

    def __init__(self, stage: Stage, session: Session, assessment: Assessment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stage, self._session, self._assessment = stage, session, assessment
        self._form = AssessmentViewModel(session.front_pages, assessment, assessment.language)
        self._form.failed.connect(self.failed)

    def begin(self) -> None:
        """Give the screen away, in the citizen's language. What they choose themselves is worn, and not kept."""
        stage = self._stage
        self._session.hand_to_citizen(self._assessment.id)
        stage.window.messages.dismiss()
        stage.clipboard.forget()
        stage.window.set_full_screen(True)
        self.show_form()
        # Only now: whatever else would be built again for a change of language is not the citizen's to see.
        stage.dressing.wear(replace(stage.dressing.worn, language=self._form.state.language).bounded())

    def flush(self) -> None:
        """Put every word that was typed on disk."""
        self._form.flush()

    def show_form(self) -> None:
        """The form, at the page where the citizen is."""

        def build(room: QWidget) -> QWidget:
            screen = PatientModeScreen(self._form, self._stage.dressing.worn, parent=room)
            screen.finished.connect(self._show_thanks)
            screen.leave_requested.connect(self._show_staff_door)
            screen.settings_changed.connect(self._wear)
            return screen

        self._stage.window.show_screen(build)

    def _show_thanks(self) -> None:
        def build(room: QWidget) -> QWidget:
            screen = ThankYouScreen(view_model, parent=room)
            screen.taken_back.connect(self._end)
            return screen

        view_model = self._door()
        self._stage.window.show_screen(build)

    def _show_staff_door(self) -> None:
        def build(room: QWidget) -> QWidget:
            screen = StaffDoorScreen(view_model, parent=room)
            screen.taken_back.connect(self._end)
            screen.returned.connect(self.show_form)
            return screen

        view_model = self._door()
        self._stage.window.show_screen(build)

    def _door(self) -> TakeBackViewModel:
        return TakeBackViewModel(self._stage.access(), self._session, self._stage.background)

    def _wear(self, settings: Settings) -> None:
        """Another language may change nothing of the dress, and yet every word of the form."""
        if settings == self._stage.dressing.worn:
            self._stage.window.rebuild_screen()
        else:
            self._stage.dressing.wear(settings)

    def _end(self) -> None:
        self._stage.window.set_full_screen(False)
        self._stage.dressing.wear(self._stage.dressing.kept)
        self.taken_back.emit()
