"""Every screen of the way in, in the states worth looking at."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from needsform.models.assessment import Assessment
from needsform.models.backup import Backup, BackupReason
from needsform.models.care_plan import CarePlan
from needsform.models.errors import Message
from needsform.models.identity import PatientId
from needsform.models.patient import Patient
from needsform.models.practitioner import Practitioner
from needsform.models.retention import DueCause, DueCitizen, Hold
from needsform.models.settings import Settings
from needsform.models.typed_assessment import Answer
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.restoring import Restoring
from needsform.services.session import Session
from needsform.services.staff import StaffDetails
from needsform.ui.background import Background
from needsform.ui.screens.administration_screen import AdministrationScreen
from needsform.ui.screens.backups_screen import BackupsScreen
from needsform.ui.screens.colleague_screen import ColleagueScreen
from needsform.ui.screens.first_run_screen import FirstRunScreen
from needsform.ui.screens.keys_screen import KeysScreen
from needsform.ui.screens.new_assessment_screen import NewAssessmentScreen
from needsform.ui.screens.own_password_screen import OwnPasswordScreen
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.screens.patients_screen import PatientsScreen
from needsform.ui.screens.record_screen import RecordScreen
from needsform.ui.screens.recovery_screen import RecoveryScreen
from needsform.ui.screens.restore_screen import RestoreScreen
from needsform.ui.screens.restoring_screen import RestoringScreen
from needsform.ui.screens.retention_screen import RetentionScreen
from needsform.ui.screens.settings_screen import SettingsScreen
from needsform.ui.screens.site_settings_screen import SiteSettingsScreen
from needsform.ui.screens.staff_screen import StaffScreen
from needsform.ui.screens.store_fault_screen import StoreFaultScreen
from needsform.ui.screens.unlock_screen import UnlockScreen
from needsform.ui.screens.waiting_screen import WaitingScreen
from needsform.ui.screens.worklist_screen import WorklistScreen
from needsform.ui.sentences.store import STORE_FAULTS
from needsform.ui.viewmodels.backups_view_model import BackupsState, BackupsViewModel
from needsform.ui.viewmodels.colleague_view_model import ColleaguePage, ColleagueViewModel
from needsform.ui.viewmodels.first_run_view_model import FirstRunState, FirstRunStep, FirstRunViewModel
from needsform.ui.viewmodels.keys_view_model import KeysState, KeysStep, KeysViewModel
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentViewModel
from needsform.ui.viewmodels.own_password_view_model import OwnPasswordState, OwnPasswordViewModel
from needsform.ui.viewmodels.patient_view_model import Asked, PatientViewModel
from needsform.ui.viewmodels.patients_view_model import PatientsViewModel
from needsform.ui.viewmodels.record_view_model import RecordState, RecordViewModel, RecordWork
from needsform.ui.viewmodels.recovery_view_model import RecoveryState, RecoveryViewModel
from needsform.ui.viewmodels.restore_view_model import RestoreState, RestoreViewModel
from needsform.ui.viewmodels.retention_view_model import RetentionState, RetentionViewModel
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsViewModel
from needsform.ui.viewmodels.staff_view_model import StaffViewModel
from needsform.ui.viewmodels.unlock_view_model import UnlockState, UnlockViewModel
from needsform.ui.viewmodels.worklist_view_model import WorklistViewModel
from needsform.ui.widgets.problem_dialog import ProblemDialog
from needsform.ui.widgets.shortcuts_dialog import ShortcutsDialog
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffPage
from tests.clock import COPENHAGEN, StandingClock
from tests.ui.entry.directory_stagings import DIRECTORY
from tests.ui.entry.indicator_stagings import INDICATORS
from tests.ui.entry.leaving_stagings import LEAVING
from tests.ui.entry.site_stagings import SITES
from tests.ward import all_delivered, citizen, entropy, first_talk

LANGUAGES = (("en", "English"),)
Build = Callable[[], QWidget]
"""Builds the screen, as often as it is asked to, over the same view-model: as the program does for another size."""
MADE_AT = datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN)
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
        state = NavigationState(place, 6, karin.name, karin.title, self.session.site.unit, is_administrator=True)
        return StaffPage(state, lambda _: screen)


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
        partial(all_delivered, ward.session),
    )
    for act in acts[:steps]:
        assessment = act(assessment)


def patients_found(ward: Ward) -> Build:
    view_model = PatientsViewModel(ward.session, ward.clock)
    view_model.write("test")
    return lambda: ward.beside_navigation(PatientsScreen(view_model), Place.PATIENTS)


def patients_none(ward: Ward) -> Build:
    view_model = PatientsViewModel(ward.session, ward.clock)
    view_model.write("nobody")
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


def administration(ward: Ward) -> Build:
    return lambda: ward.beside_navigation(AdministrationScreen(), Place.ADMINISTRATION)


def colleague_of(ward: Ward, login: str, name: str, *, leaves: bool = False) -> Practitioner:
    """Somebody more who works here, or did."""
    staff = ward.session.staff
    colleague = staff.draft(StaffDetails(login=login, name=name, title="fysioterapeut", phone="+45 70 00 00 01"))
    staff.add(colleague, staff.password_slot(colleague.login, "første dag på job"))
    if leaves:
        staff.disable(colleague.id)
    return colleague


def colleagues(ward: Ward) -> Build:
    colleague_of(ward, "mads", "Mads Måske")
    colleague_of(ward, "per", "Per Pause", leaves=True)
    view_model = StaffViewModel(ward.session)
    return lambda: ward.beside_navigation(StaffScreen(view_model, ward.words), Place.ADMINISTRATION)


def colleague(page: ColleaguePage, password: str = "", *, leaves: bool = False) -> Stage:
    def stage(ward: Ward) -> Build:
        mads = colleague_of(ward, "mads", "Mads Måske", leaves=leaves)
        view_model = ColleagueViewModel(ward.session, ward.background, mads.id)
        view_model.state = replace(view_model.state, page=page, password=password)
        return lambda: ward.beside_navigation(ColleagueScreen(view_model, ward.words), Place.ADMINISTRATION)

    return stage


def colleague_new(ward: Ward) -> Build:
    view_model = ColleagueViewModel(ward.session, ward.background, None)
    view_model.save()
    return lambda: ward.beside_navigation(ColleagueScreen(view_model, ward.words), Place.ADMINISTRATION)


def colleague_oneself(ward: Ward) -> Build:
    view_model = ColleagueViewModel(ward.session, ward.background, ward.session.practitioner.id)
    return lambda: ward.beside_navigation(ColleagueScreen(view_model, ward.words), Place.ADMINISTRATION)


def keys(state: KeysState) -> Stage:
    def stage(ward: Ward) -> Build:
        view_model = KeysViewModel(ward.access, ward.session, ward.background, entropy())
        view_model.state = state
        return lambda: ward.beside_navigation(KeysScreen(view_model), Place.ADMINISTRATION)

    return stage


def own_password(*, is_required: bool) -> Stage:
    def stage(ward: Ward) -> Build:
        view_model = OwnPasswordViewModel(ward.access, ward.session, ward.background)
        view_model.is_required = is_required
        wrong = Message("unlock.wait", {"seconds": "32"})
        view_model.state = OwnPasswordState(errors={"old": wrong}, seconds=32)
        return lambda: OwnPasswordScreen(view_model)

    return stage


def unlock_waiting(ward: Ward) -> Build:
    view_model = UnlockViewModel(lambda: ward.access, ward.background)
    view_model.state = UnlockState(error=Message("unlock.wrong_wait", {"seconds": "32"}), seconds=32)
    return lambda: UnlockScreen(view_model, LANGUAGES)


def waiting(_: Ward) -> Build:
    return lambda: WaitingScreen("The store is being given a new key …")


KEPT = tuple(
    Backup(
        folder=Path("backups"),
        made_at=MADE_AT - timedelta(days=7 * number),
        reason=reason,
        citizens=number,
        assessments=1000 * number,
        changed_at=MADE_AT,
        last_event=7,
        size=10 ** (3 + number),
        content="",
    )
    for number, reason in enumerate(BackupReason)
)


def fault(message_id: str) -> Stage:
    """One of the things that stand between staff and the store."""
    parameters = {"kind": "fuse.sshfs", "service": "Google Drive", "version": "3.46.1"}
    return lambda _: lambda: StoreFaultScreen(Message(message_id, parameters), "D:/Needsform")


def backups(state: BackupsState) -> Stage:
    """The administrator's page."""

    def stage(ward: Ward) -> Build:
        view_model = BackupsViewModel(ward.session, ward.background)
        view_model.state = state

        def build() -> QWidget:
            screen = BackupsScreen(view_model, ward.words, lambda *_: None)
            return ward.beside_navigation(screen, Place.ADMINISTRATION)

        return build

    return stage


def record(change: Callable[[RecordState], RecordState]) -> Stage:
    """What can be done with all of one citizen."""

    def stage(ward: Ward) -> Build:
        einer = ward.patients["Einer Test Lauridsen"]
        view_model = RecordViewModel(ward.session, einer.id, ward.words, ward.background)
        known = RecordState(einer.name, einer.identifier.shown, is_administrator=True, hold=None)
        view_model.state = change(known)

        def build() -> QWidget:
            return ward.beside_navigation(RecordScreen(view_model, ward.words, lambda *_: None), Place.PATIENTS)

        return build

    return stage


RECORD_ERRORS = {"typed": Message("erase.identifier_differs"), "reason": Message("hold.reason_missing")}
OLD = tuple(
    DueCitizen(patient.id, patient.name, patient.identifier.shown, number, MADE_AT, cause, held)
    for number, (patient, cause, held) in enumerate(
        (
            (Patient(id=PatientId(name), **dict(citizen(name))), cause, held)
            for name, cause, held in (
                ("Einer Test Lauridsen", DueCause.YEARS, ""),
                ("Schwendlund Test Mosebryggersen", DueCause.HANDED_OVER, ""),
                ("May June Test Moberg", DueCause.YEARS, "A complaint to the agency for patient complaints"),
            )
        )
    )
)


def retention(state: RetentionState) -> Stage:
    """The rule, and who would go."""

    def stage(ward: Ward) -> Build:
        view_model = RetentionViewModel(ward.session, ward.background)
        view_model.state = state
        return lambda: ward.beside_navigation(RetentionScreen(view_model, ward.words), Place.ADMINISTRATION)

    return stage


def restore(state: RestoreState) -> Stage:
    """The way back."""

    def stage(ward: Ward) -> Build:
        folder = Path("D:/Needsform")
        view_model = RestoreViewModel(lambda: Restoring(folder, ward.access, ward.clock), ward.background)
        view_model.state = state

        def build() -> QWidget:
            return RestoreScreen(view_model, ward.words)

        return build

    return stage


def restoring(ward: Ward) -> Build:
    view_model = RestoreViewModel(lambda: Restoring(Path("D:/Needsform"), ward.access, ward.clock), ward.background)
    view_model.state = RestoreState(percent=40)
    return lambda: RestoringScreen(view_model)


def shortcuts(_: Ward) -> Build:
    return lambda: ShortcutsDialog()


def problem(_: Ward) -> Build:
    return lambda: ProblemDialog("Needsform 0.1\n  somewhere.py:7 something\n")


STAGES: dict[str, Stage] = {
    **LEAVING,
    **DIRECTORY,
    **INDICATORS,
    **SITES,
    "fault-longest": fault(max(STORE_FAULTS, key=lambda name: len(" ".join(map(str, STORE_FAULTS[name].sentences))))),
    "fault-damaged": fault("store.damaged"),
    "backups": backups(BackupsState(KEPT, "E:/Needsform", notice=Message("backup.second_failed"))),
    "backups-asking": backups(BackupsState(KEPT, marked=3, is_asked=True)),
    "backups-none": backups(BackupsState(())),
    "backups-busy": backups(BackupsState(KEPT, percent=40)),
    "record": record(lambda known: replace(known, errors=RECORD_ERRORS)),
    "record-kept": record(
        lambda known: replace(known, hold=Hold("A complaint", MADE_AT), notice=Message("erase.held"))
    ),
    "record-busy": record(lambda known: replace(known, work=RecordWork.ERASING, percent=40)),
    "record-of-professional": record(lambda known: replace(known, is_administrator=False)),
    "retention-none": retention(RetentionState("10", "", notice=Message("retention.saved"))),
    "retention": retention(RetentionState("10", "90", OLD, 400, has_left_behind=True)),
    "retention-asking": retention(RetentionState("10", "90", OLD, 3, is_asked=True)),
    "retention-busy": retention(
        RetentionState(
            "x", "y", OLD, 3, percent=40, errors={"years": Message("erase.held"), "days": Message("erase.held")}
        )
    ),
    "restore": restore(RestoreState(KEPT, error=Message("unlock.wrong"), at="password")),
    "restore-with-key": restore(RestoreState(KEPT, error=Message("backup.not_sound"), has_key=True)),
    "restore-busy": restore(RestoreState(KEPT, percent=40)),
    "restore-none": restore(RestoreState((), looked_in=("D:/Needsform/backups", "E:/Needsform"))),
    "restoring": restoring,
    "first-run-site": first_run(FirstRunStep.SITE, {"site": Message("first_run.site_missing")}),
    "first-run-person": first_run(FirstRunStep.PERSON, {"password": Message("password.too_short", {"shortest": "10"})}),
    "first-run-key": first_run(FirstRunStep.KEY),
    "first-run-confirm": first_run(
        FirstRunStep.CONFIRM, {"first_group": Message("first_run.group_wrong", {"number": "3"})}
    ),
    "unlock": unlock,
    "unlock-refused": unlock_refused,
    "unlock-waiting": unlock_waiting,
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
    "administration": administration,
    "colleagues": colleagues,
    "colleague": colleague(ColleaguePage.FORM),
    "colleague-left": colleague(ColleaguePage.FORM, leaves=True),
    "colleague-new": colleague_new,
    "colleague-oneself": colleague_oneself,
    "colleague-asking": colleague(ColleaguePage.ASKING),
    "colleague-handing-out": colleague(ColleaguePage.HANDING_OUT, "k7qx-2mpt-9dva"),
    "keys": keys(KeysState(notice=Message("keys.recovery_renewed"), errors={"password": Message("unlock.wrong")})),
    "keys-key": keys(KeysState(KeysStep.KEY, KEY)),
    "keys-confirm": keys(
        KeysState(KeysStep.CONFIRM, KEY, (3, 7), {"first_group": Message("first_run.group_wrong", {"number": "3"})})
    ),
    "own-password": own_password(is_required=False),
    "own-password-first": own_password(is_required=True),
    "waiting": waiting,
    "shortcuts": shortcuts,
    "problem": problem,
}
