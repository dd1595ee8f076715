"""Which screen follows which once the store is open: from the worklist through the citizen's hands to the sheet."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from needsform.handover import Handover
from needsform.models.assessment import FilledBy
from needsform.models.errors import Message, NeedsformError
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.next_step import NextStep
from needsform.models.practitioner import Role
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.stage import Stage
from needsform.ui.screens.back_page_screen import BackPageScreen
from needsform.ui.screens.new_assessment_screen import NewAssessmentScreen
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.screens.patients_screen import PatientsScreen
from needsform.ui.screens.settings_screen import SettingsScreen
from needsform.ui.screens.sheet_screen import SheetScreen
from needsform.ui.screens.site_settings_screen import SiteSettingsScreen
from needsform.ui.screens.whole_page_screen import WholePageScreen
from needsform.ui.screens.worklist_screen import WorklistScreen
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.viewmodels.care_plan_view_model import CarePlanViewModel
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentViewModel
from needsform.ui.viewmodels.patient_view_model import PatientViewModel
from needsform.ui.viewmodels.patients_view_model import PatientsViewModel
from needsform.ui.viewmodels.sheet_view_model import SheetViewModel
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsViewModel
from needsform.ui.viewmodels.worklist_view_model import WorklistState, WorklistViewModel
from needsform.ui.widgets.shortcuts_dialog import ShortcutsDialog
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffNavigation, StaffPage


@dataclass(frozen=True, slots=True)
class Resumption:
    """Where somebody was when the screen was locked: ids only, so that it may outlive the session."""

    login: str
    go_back: "Callable[[Workday], None] | None"


class Workday(QObject):
    """The steps of one session. `end` is the last one: nothing of any citizen is left after it.

    lock_requested: somebody leaves the screen. unfinished_counted: how much is on the worklist.
    """

    lock_requested = Signal()
    unfinished_counted = Signal(int)

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__()
        self._stage, self._window = stage, stage.window
        self.session = session
        self._unfinished = 0
        self._go_back: Callable[[Workday], None] | None = None
        self._settle: Callable[[], object] | None = None
        self._shortcuts = [
            self._shortcut("Ctrl+N", self.start_assessment),
            self._shortcut("Ctrl+F", self.find_patient),
            self._shortcut("Ctrl+L", self.lock_requested.emit),
            self._shortcut("F1", self._list_shortcuts),
        ]

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self.session.is_with_citizen

    def begin(self, resumption: Resumption | None) -> None:
        """Go to where the same person was before the lock, or to the worklist."""
        is_same = resumption is not None and resumption.login == self.session.practitioner.login
        if resumption is not None and is_same and resumption.go_back is not None:
            resumption.go_back(self)
        else:
            self.show_worklist()

    def end(self) -> Resumption:
        """Write what is pending, destroy what is shown, let go of the store."""
        resumption = Resumption(self.session.practitioner.login, self._go_back)
        try:
            self._leave_step()
        finally:
            self._settle = None
            self._window.clear_screen()
            self._window.messages.dismiss()
            self._window.set_full_screen(False)
            self._stage.dressing.wear(self._stage.dressing.kept)
            for shortcut in self._shortcuts:
                shortcut.deleteLater()
            self.session.close()
        return resumption

    # Lists --------------------------------------------------------------------------------------------------------

    def show_worklist(self) -> None:
        """What is unfinished."""
        self._attempt(self._show_worklist)

    def _show_worklist(self) -> None:
        self._leave_step()
        view_model = WorklistViewModel(self.session, self._stage.clock)
        view_model.state_changed.connect(self._count)
        view_model.failed.connect(self._window.messages.tell)
        self._count(view_model.state)

        def build() -> QWidget:
            screen = WorklistScreen(view_model, self._stage.dressing.words)
            screen.new_requested.connect(self.start_assessment)
            screen.search_requested.connect(self.find_patient)
            screen.patient_requested.connect(self.show_patient)
            screen.step_requested.connect(self.take_step)
            return self._beside_navigation(screen, Place.WORKLIST)

        self._show(build, Workday.show_worklist)

    def find_patient(self, query: str = "") -> None:
        """Search, with what was typed already."""
        self._leave_step()
        view_model = PatientsViewModel(self.session, self._stage.clock)
        view_model.failed.connect(self._window.messages.tell)
        if query:
            view_model.write(query)

        def build() -> QWidget:
            screen = PatientsScreen(view_model)
            screen.patient_requested.connect(self.show_patient)
            screen.new_requested.connect(self.start_assessment)
            return self._beside_navigation(screen, Place.PATIENTS)

        self._show(build, Workday.find_patient, view_model.rest)

    def show_patient(self, patient_id: str) -> None:
        """A citizen's card."""
        self._attempt(partial(self._show_patient, PatientId(patient_id)))

    def _show_patient(self, patient_id: PatientId) -> None:
        self._leave_step()
        dressing = self._stage.dressing
        view_model = PatientViewModel(self.session, patient_id, dressing.words, self._stage.clock)
        view_model.failed.connect(self._window.messages.tell)

        def build() -> QWidget:
            screen = PatientScreen(view_model, dressing.words, shows_more=dressing.kept.shows_more_details)
            screen.new_requested.connect(partial(self.start_assessment, patient_id))
            screen.step_requested.connect(self.take_step)
            screen.sheet_requested.connect(self.show_sheet)
            screen.more_toggled.connect(self._remember_more)
            return self._beside_navigation(screen, Place.PATIENTS)

        self._show(build, partial(Workday.show_patient, patient_id=patient_id))

    # An assessment from beginning to end --------------------------------------------------------------------------

    def start_assessment(self, patient_id: PatientId | None = None) -> None:
        """A new assessment, of a citizen who is known or still to be found."""
        self._attempt(partial(self._start_assessment, patient_id))

    def _start_assessment(self, patient_id: PatientId | None) -> None:
        self._leave_step()
        dressing = self._stage.dressing
        patient = None if patient_id is None else self.session.patients.get(patient_id)
        view_model = NewAssessmentViewModel(self.session, dressing.words, self._stage.clock, patient)
        view_model.failed.connect(self._window.messages.tell)
        view_model.started.connect(self._fill_in)
        view_model.recorded.connect(self._tell_recorded)

        def build() -> QWidget:
            screen = NewAssessmentScreen(view_model, dressing.words, shows_more=dressing.kept.shows_more_details)
            screen.cancelled.connect(self.show_worklist)
            screen.more_toggled.connect(self._remember_more)
            return self._beside_navigation(screen, Place.WORKLIST)

        self._show(build, partial(Workday.start_assessment, patient_id=patient_id), view_model.rest)

    def take_step(self, assessment_id: str, step: NextStep) -> None:
        """The next thing to do with an assessment."""
        match step:
            case NextStep.CONTINUE:
                self.hand_to_citizen(assessment_id)
            case NextStep.KEY_IN:
                self.key_in(assessment_id)
            case NextStep.WRITE_BACK | NextStep.SIGN:
                self.write_back(assessment_id)
            case NextStep.HAND_OVER:
                self.show_sheet(assessment_id)

    def _fill_in(self, assessment_id: str) -> None:
        is_on_paper = self.session.assessments.get(AssessmentId(assessment_id)).filled_by is FilledBy.ON_PAPER
        (self.key_in if is_on_paper else self.hand_to_citizen)(assessment_id)

    def hand_to_citizen(self, assessment_id: str) -> None:
        """The citizen fills in the front page themselves; afterwards comes the talk."""
        self._attempt(partial(self._hand_to_citizen, AssessmentId(assessment_id)))

    def _hand_to_citizen(self, assessment_id: AssessmentId) -> None:
        self._leave_step()
        assessment = self.session.assessments.get(assessment_id)
        handover = Handover(self._stage, self.session, assessment, self)
        handover.taken_back.connect(partial(self._go_on, assessment_id))
        handover.begin()
        self._is_here(partial(Workday.hand_to_citizen, assessment_id=assessment_id), handover.flush)
        self._allow_shortcuts(False)

    def _go_on(self, assessment_id: AssessmentId) -> None:
        """Staff has the screen again: on to the talk if the front page is finished, else to the worklist."""
        self._allow_shortcuts(True)
        assessment = self.session.assessments.get(assessment_id)
        if assessment.is_back_open:
            self.write_back(assessment_id)
        else:
            self.show_worklist()

    def key_in(self, assessment_id: str) -> None:
        """The front page from paper, on one page."""
        self._attempt(partial(self._key_in, AssessmentId(assessment_id)))

    def _key_in(self, assessment_id: AssessmentId) -> None:
        self._leave_step()
        assessment = self.session.assessments.get(assessment_id)
        view_model = AssessmentViewModel(self.session.front_pages, assessment, assessment.language)
        view_model.failed.connect(self._window.messages.tell)

        def build() -> QWidget:
            screen = WholePageScreen(view_model, self._stage.dressing.words)
            screen.finished.connect(partial(self.write_back, assessment_id))
            screen.back_requested.connect(self.show_worklist)
            return screen

        self._show(build, partial(Workday.key_in, assessment_id=assessment_id), view_model.flush)

    def write_back(self, assessment_id: str) -> None:
        """The talk and the back page."""
        self._attempt(partial(self._write_back, AssessmentId(assessment_id)))

    def _write_back(self, assessment_id: AssessmentId) -> None:
        self._leave_step()
        assessment = self.session.assessments.get(assessment_id)
        view_model = CarePlanViewModel(
            self.session,
            self.session.patients.get(assessment.patient_id),
            assessment,
            reference_data.action_catalogue(),
            self._stage.dressing.words,
            self._stage.dressing.worn.language,
            self._stage.background,
        )
        view_model.failed.connect(self._window.messages.tell)

        def build() -> QWidget:
            screen = BackPageScreen(view_model)
            screen.details_requested.connect(self.show_patient)
            screen.closed_requested.connect(self.show_worklist)
            screen.signed.connect(self.show_sheet)
            return screen

        self._show(build, partial(Workday.write_back, assessment_id=assessment_id), view_model.flush)

    def show_sheet(self, assessment_id: str) -> None:
        """The signed sheet: print, save, hand over."""
        self._attempt(partial(self._show_sheet, AssessmentId(assessment_id)))

    def _show_sheet(self, assessment_id: AssessmentId) -> None:
        self._leave_step()
        assessment = self.session.assessments.get(assessment_id)
        patient = self.session.patients.get(assessment.patient_id)
        words = self._stage.dressing.words
        view_model = SheetViewModel(self.session, patient, assessment, words, self._stage.background)
        view_model.failed.connect(self._window.messages.tell)

        def build() -> QWidget:
            screen = SheetScreen(view_model, self._stage.dialogs.choose_save_path)
            screen.closed_requested.connect(self.show_worklist)
            screen.reopened.connect(self._fill_in)
            return screen

        self._show(build, partial(Workday.show_sheet, assessment_id=assessment_id))

    # Settings -----------------------------------------------------------------------------------------------------

    def show_settings(self) -> None:
        """How this workstation looks and which language it speaks."""
        self._leave_step()
        dressing = self._stage.dressing
        is_administrator = self.session.practitioner.role is Role.ADMINISTRATOR

        def build() -> QWidget:
            screen = SettingsScreen(dressing.kept, dressing.languages, dressing.words, has_site=is_administrator)
            screen.settings_changed.connect(dressing.keep)
            screen.site_requested.connect(self.show_site_settings)
            return self._beside_navigation(screen, Place.SETTINGS)

        self._show(build, Workday.show_settings)

    def show_site_settings(self) -> None:
        """The site's own words, and its own form."""
        self._leave_step()
        view_model = SiteSettingsViewModel(self.session, self._stage.clock)
        view_model.failed.connect(self._window.messages.tell)

        def build() -> QWidget:
            screen = SiteSettingsScreen(view_model, self._stage.dressing.words, self._stage.dialogs.choose_file)
            screen.closed_requested.connect(self.show_settings)
            return self._beside_navigation(screen, Place.SETTINGS)

        self._show(build, Workday.show_site_settings)

    # Moving about ------------------------------------------------------------------------------------------------

    def go_to(self, place: Place) -> None:
        """One of the places of the navigation."""
        match place:
            case Place.WORKLIST:
                self.show_worklist()
            case Place.PATIENTS:
                self.find_patient()
            case Place.SETTINGS:
                self.show_settings()

    def _beside_navigation(self, screen: QWidget, place: Place) -> QWidget:
        practitioner, site = self.session.practitioner, self.session.site
        navigation = StaffNavigation(
            NavigationState(place, self._unfinished, practitioner.name, practitioner.title, site.unit)
        )
        navigation.place_requested.connect(self.go_to)
        navigation.lock_requested.connect(self.lock_requested)
        self.unfinished_counted.connect(navigation.show_unfinished)
        return StaffPage(navigation, screen)

    def _attempt(self, step: Callable[[], None]) -> None:
        """Take a step; if the store does not let us, say so and stay."""
        try:
            step()
        except NeedsformError as error:
            if self._go_back is None and step != self._show_worklist:
                self.show_worklist()
            self._window.messages.tell(error.message)

    def _show(
        self,
        build: Callable[[], QWidget],
        go_back: "Callable[[Workday], None]",
        settle: Callable[[], object] | None = None,
    ) -> None:
        """Show a screen, with how to come back to it after a lock and what to write before it is left."""
        self._window.messages.dismiss()
        self._window.show_screen(build)
        self._is_here(go_back, settle)

    def _is_here(self, go_back: "Callable[[Workday], None]", settle: Callable[[], object] | None) -> None:
        self._go_back, self._settle = go_back, settle

    def _leave_step(self) -> None:
        """Write what the step has not written yet: what is being typed is settled when its field is left."""
        focused = self._window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self._settle is not None:
            self._settle()

    def _shortcut(self, keys: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(act)
        return shortcut

    def _allow_shortcuts(self, are_allowed: bool) -> None:
        for shortcut in self._shortcuts:
            shortcut.setEnabled(are_allowed)

    def _list_shortcuts(self) -> None:
        ShortcutsDialog(self._window).open()

    def _count(self, worklist: WorklistState) -> None:
        self._unfinished = worklist.count
        self.unfinished_counted.emit(worklist.count)

    def _remember_more(self, is_open: bool) -> None:
        dressing = self._stage.dressing
        dressing.remember(replace(dressing.kept, shows_more_details=is_open))

    def _tell_recorded(self, message: Message) -> None:
        self.show_worklist()
        self._window.messages.tell(message)
