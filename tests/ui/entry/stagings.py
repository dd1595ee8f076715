"""Every screen of the way in, in the states worth looking at."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QWidget

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan
from needsform.models.errors import Message
from needsform.models.patient import Patient
from needsform.models.settings import Settings
from needsform.models.typed_assessment import Answer
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.screens.first_run_screen import FirstRunScreen
from needsform.ui.screens.new_assessment_screen import NewAssessmentScreen
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.screens.patients_screen import PatientsScreen
from needsform.ui.screens.recovery_screen import RecoveryScreen
from needsform.ui.screens.settings_screen import SettingsScreen
from needsform.ui.screens.site_settings_screen import SiteSettingsScreen
from needsform.ui.screens.store_fault_screen import StoreFaultScreen
from needsform.ui.screens.unlock_screen import UnlockScreen
from needsform.ui.screens.worklist_screen import WorklistScreen
from needsform.ui.viewmodels.first_run_view_model import FirstRunState, FirstRunStep, FirstRunViewModel
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentViewModel
from needsform.ui.viewmodels.patient_view_model import Asked, PatientViewModel
from needsform.ui.viewmodels.patients_view_model import PatientsViewModel
from needsform.ui.viewmodels.recovery_view_model import RecoveryState, RecoveryViewModel
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsViewModel
from needsform.ui.viewmodels.unlock_view_model import UnlockState, UnlockViewModel
from needsform.ui.viewmodels.worklist_view_model import WorklistViewModel
from needsform.ui.widgets.problem_dialog import ProblemDialog
from needsform.ui.widgets.shortcuts_dialog import ShortcutsDialog
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffNavigation, StaffPage
from tests.clock import StandingClock
from tests.ward import entropy, first_talk

LANGUAGES = (("en", "English"),)
Build = Callable[[], QWidget]
"""Builds the screen, as often as it is asked to, over the same view-model: as the program does for another size."""
KEY = ("25WT", "XPKK", "YQT0", "PGCW", "DBS2", "1WQZ", "P9C0", "CYH7")


@dataclass(frozen=True)
class Ward:
    """What the screens are made of."""

    session: Session
    access: Access
    background: Background
    clock: StandingClock
    patients: dict[str, Patient]
    words: Words

    def einer(self) -> Patient:
        """The citizen in the pictures."""
        return self.patients["Einer Test Lauridsen"]

    def beside_navigation(self, screen: QWidget, place: Place = Place.WORKLIST) -> QWidget:
        """As staff sees it."""
        karin = self.session.practitioner
        state = NavigationState(place, 6, karin.name, karin.title, self.session.site.unit)
        return StaffPage(StaffNavigation(state), screen)


Stage = Callable[[Ward], Build]


def first_run(step: FirstRunStep, errors: dict[str, Message] | None = None) -> Stage:
    """A step of the first run."""

    def stage(ward: Ward) -> Build:
        view_model = FirstRunViewModel(lambda: ward.access, ward.background, entropy())
        view_model.state = FirstRunState(step=step, groups=KEY, asked=(3, 7), errors=errors or {})
        return lambda: FirstRunScreen(view_model, ward.words, LANGUAGES)

    return stage


def unlock(ward: Ward) -> Build:
    return lambda: UnlockScreen(UnlockViewModel(lambda: ward.access, ward.background), LANGUAGES)


def unlock_refused(ward: Ward) -> Build:
    view_model = UnlockViewModel(lambda: ward.access, ward.background)
    view_model.state = UnlockState(error=Message("unlock.wrong"))
    return lambda: UnlockScreen(view_model, LANGUAGES)


def recovery(ward: Ward) -> Build:
    view_model = RecoveryViewModel(lambda: ward.access, ward.background)
    view_model.state = RecoveryState(errors={"recovery_key": Message("unlock.recovery_wrong")})
    return lambda: RecoveryScreen(view_model)


def store_fault(_: Ward) -> Build:
    return lambda: StoreFaultScreen(Message("store.missing"), "D:/Needsform")


def worklist_empty(ward: Ward) -> Build:
    view_model = WorklistViewModel(ward.session, ward.clock)
    return lambda: ward.beside_navigation(WorklistScreen(view_model, ward.words))


def worklist_full(ward: Ward) -> Build:
    for number, patient in enumerate(ward.patients.values()):
        move(ward, ward.session.assessments.start(patient, first_talk()), number)
    return worklist_empty(ward)


def move(ward: Ward, assessment: Assessment, steps: int) -> None:
    """That many steps on: front page, back page, conclusion, signature."""
    front_pages, back_pages = ward.session.front_pages, ward.session.back_pages
    acts = (
        front_pages.complete,
        lambda now: back_pages.save(now, CarePlan(told_that_authority_decides=True)),
        back_pages.conclude_no_need,
        back_pages.sign,
        back_pages.hand_over,
    )
    for act in acts[:steps]:
        assessment = act(assessment)


def patients_found(ward: Ward) -> Build:
    view_model = PatientsViewModel(ward.session, ward.clock)
    view_model.write("test")
    view_model.search()
    return lambda: ward.beside_navigation(PatientsScreen(view_model), Place.PATIENTS)


def patients_none(ward: Ward) -> Build:
    view_model = PatientsViewModel(ward.session, ward.clock)
    view_model.write("nobody")
    view_model.search()
    return lambda: ward.beside_navigation(PatientsScreen(view_model), Place.PATIENTS)


def card(ward: Ward) -> Build:
    move(ward, ward.session.assessments.start(ward.einer(), first_talk()), 5)
    ward.session.assessments.start(ward.einer(), first_talk())
    view_model = card_view_model(ward)
    return lambda: ward.beside_navigation(PatientScreen(view_model, ward.words, shows_more=True), Place.PATIENTS)


def card_view_model(ward: Ward) -> PatientViewModel:
    return PatientViewModel(ward.session, ward.einer().id, ward.words, ward.clock)


def card_correcting(ward: Ward) -> Build:
    view_model = card_view_model(ward)
    view_model.correct()
    view_model.write(replace(view_model.state.typed, name="", municipality="Andeby"))
    view_model.save()
    return lambda: ward.beside_navigation(PatientScreen(view_model, ward.words, shows_more=True), Place.PATIENTS)


def card_asking(asked: Asked) -> Stage:
    def stage(ward: Ward) -> Build:
        begun = ward.session.assessments.start(ward.einer(), first_talk())
        view_model = card_view_model(ward)
        view_model.ask(asked, begun.id)
        return lambda: ward.beside_navigation(PatientScreen(view_model, ward.words, shows_more=False), Place.PATIENTS)

    return stage


def new_assessment(answer: Answer = Answer.ACCEPTED, cpr: str = "", *, begins: bool = False) -> Stage:
    def stage(ward: Ward) -> Build:
        view_model = NewAssessmentViewModel(ward.session, ward.words, ward.clock)
        view_model.write_patient(replace(view_model.state.patient, identifier=cpr))
        view_model.write_assessment(replace(view_model.state.assessment, answer=answer))
        if begins:
            view_model.begin()
        return lambda: ward.beside_navigation(NewAssessmentScreen(view_model, ward.words, shows_more=True))

    return stage


def new_assessment_suggesting(ward: Ward) -> Build:
    view_model = NewAssessmentViewModel(ward.session, ward.words, ward.clock)
    view_model.write_patient(replace(view_model.state.patient, name="test"))
    view_model.look_up_name()
    return lambda: ward.beside_navigation(NewAssessmentScreen(view_model, ward.words, shows_more=False))


def settings(ward: Ward) -> Build:
    languages = tuple((code, code) for code in reference_data.LANGUAGES)
    return lambda: ward.beside_navigation(
        SettingsScreen(Settings(), languages, ward.words, is_administrator=True), Place.SETTINGS
    )


def site_settings(ward: Ward) -> Build:
    view_model = SiteSettingsViewModel(ward.session, ward.clock)
    return lambda: ward.beside_navigation(SiteSettingsScreen(view_model, ward.words, lambda *_: None), Place.SETTINGS)


def shortcuts(_: Ward) -> Build:
    return lambda: ShortcutsDialog()


def problem(_: Ward) -> Build:
    return lambda: ProblemDialog("Needsform 0.1\n  somewhere.py:7 something\n")


STAGES: dict[str, Stage] = {
    "first-run-site": first_run(FirstRunStep.SITE, {"site": Message("first_run.site_missing")}),
    "first-run-person": first_run(FirstRunStep.PERSON, {"password": Message("password.too_short", {"shortest": "10"})}),
    "first-run-key": first_run(FirstRunStep.KEY),
    "first-run-confirm": first_run(
        FirstRunStep.CONFIRM, {"first_group": Message("first_run.group_wrong", {"number": "3"})}
    ),
    "unlock": unlock,
    "unlock-refused": unlock_refused,
    "recovery": recovery,
    "store-fault": store_fault,
    "worklist-empty": worklist_empty,
    "worklist-full": worklist_full,
    "patients-found": patients_found,
    "patients-none": patients_none,
    "card": card,
    "card-correcting": card_correcting,
    "card-reopening": card_asking(Asked.REOPEN),
    "card-stopping": card_asking(Asked.STOP),
    "new": new_assessment(),
    "new-with-errors": new_assessment(begins=True),
    "new-known": new_assessment(cpr="0201609995"),
    "new-minor": new_assessment(cpr="0101154999"),
    "new-palliative": new_assessment(Answer.PALLIATIVE, begins=True),
    "new-other-reason": new_assessment(Answer.OTHER, begins=True),
    "new-suggesting": new_assessment_suggesting,
    "settings": settings,
    "site-settings": site_settings,
    "shortcuts": shortcuts,
    "problem": problem,
}
