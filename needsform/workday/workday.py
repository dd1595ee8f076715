"""One session from unlocking to the lock: takes the steps, and remembers the last one for whoever comes back."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid

from needsform.models.backup import Backup
from needsform.models.errors import Message, NeedsformError
from needsform.services.session import Session
from needsform.stage import Ending, Stage
from needsform.ui.messages import sentence
from needsform.ui.widgets.shortcuts_dialog import ShortcutsDialog
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday import (
    administration,
    course,
    indicators,
    intake,
    leaving,
    lists,
    people,
    plans,
    receiver,
    records,
    sites,
    timeline,
)
from needsform.workday.backup_keeper import BackupKeeper, backups
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import (
    ChangePassword,
    ExportPeriod,
    FindPatient,
    HandToCitizen,
    KeyIn,
    RegisterReferral,
    ShowAdministration,
    ShowBackups,
    ShowColleague,
    ShowComparison,
    ShowConsultation,
    ShowDirectory,
    ShowHandover,
    ShowInbox,
    ShowIndicatorRows,
    ShowIndicators,
    ShowKeys,
    ShowKnownSites,
    ShowPatient,
    ShowPlan,
    ShowReceived,
    ShowReceivers,
    ShowRecord,
    ShowReferral,
    ShowRetention,
    ShowSettings,
    ShowSheet,
    ShowSiteSettings,
    ShowStaff,
    ShowTrace,
    ShowWorklist,
    StartAssessment,
    Step,
    TakeIn,
    WriteBack,
)

_TYPED_IN = (QLineEdit, QPlainTextEdit, QTextEdit)
_PLACES: dict[Place, Step] = {
    Place.WORKLIST: ShowWorklist(),
    Place.PATIENTS: FindPatient(),
    Place.INBOX: ShowInbox(),
    Place.SETTINGS: ShowSettings(),
    Place.ADMINISTRATION: ShowAdministration(),
}


@dataclass(frozen=True, slots=True)
class Resumption:
    """Where somebody was when the screen was locked, or when they went elsewhere."""

    login: str
    step: Step | None
    sealed: bytes = field(default=b"", repr=False)
    """What they had typed there and not kept yet."""
    offered: "Resumption | None" = None
    """Where else they could have gone back to when the screen was locked."""
    field: str = ""
    """The name of the field in which they were typing when the screen was locked."""


class Workday(QObject):
    """The steps of one session. `end` is the last one: nothing of any citizen is left after it.

    lock_requested: somebody leaves the screen. restore_requested: a backup shall take the store's place.
    store_failed: the store is damaged, and nothing more may be read from it.
    key_change_requested: the store is to get another key, with the proof of who asks; nobody may have it open.
    """

    lock_requested = Signal()
    key_change_requested = Signal(object)
    restore_requested = Signal(Backup)
    store_failed = Signal(Message)

    def __init__(self, stage: Stage, session: Session) -> None:
        super().__init__()
        self.session = session
        self._stage, self._window = stage, stage.window
        self._desk = Desk(stage, session, self)
        self._desk.step_requested.connect(self._leave_for)
        self._desk.place_requested.connect(self._go_to)
        self._desk.lock_requested.connect(self.lock_requested)
        self._desk.key_change_requested.connect(self.key_change_requested)
        self._desk.restore_requested.connect(self.restore_requested)
        self._desk.store_failed.connect(self.store_failed)
        self.keeper = BackupKeeper(self._desk, self)
        self._here: Step | None = None
        self._scene: Scene | None = None
        self._offered: Resumption | None = None
        self._warned_of = b""
        self._window.messages.dismissed.connect(self._forget_offer)
        self._shortcuts = [
            self._shortcut("Ctrl+N", partial(self._leave_for, StartAssessment())),
            self._shortcut("Ctrl+F", partial(self._leave_for, FindPatient())),
            self._shortcut("Ctrl+L", self.lock_requested.emit),
            self._shortcut("F1", self._list_shortcuts),
        ]

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self.session.is_with_citizen

    def begin(self, resumption: Resumption | None, *, was_alone: bool) -> None:
        """Go to where this person was before the lock, or to the worklist; first to a password of their own.

        Where somebody else was at work in between, they come to the worklist, and what they had typed is a key away.
        """
        if not self.session.staff.has_own_password():
            self._take(ChangePassword(is_required=True))
        elif resumption is not None and was_alone:
            if self._return_to(resumption):
                self._go_on_typing(resumption.field)
            if resumption.offered is not None:
                self._offer(resumption.offered)
        else:
            self._take(ShowWorklist())
            if resumption is not None and resumption.sealed:
                self._offer(resumption)

    def holds_back(self) -> bool:
        """Whether there is something to say before the program is closed: once, of what is typed and not kept."""
        typed = b"" if self._scene is None else self._scene.unfinished()
        words = typed or (b"" if self._offered is None else self._offered.sealed)
        if not words or words == self._warned_of:
            return False
        self._warned_of = words
        self._desk.tell(Message("words.would_be_lost"))
        return True

    def end(self, ending: Ending) -> Resumption:
        """Write what is pending, destroy what is shown, let go of the store, and back it up."""
        left = Resumption(self.session.practitioner.login, self._here, offered=self._offered)
        focused = self._window.focusWidget()
        typed_in = focused.objectName() if isinstance(focused, _TYPED_IN) else ""
        try:
            self._leave_scene()
            left = replace(self._left(), offered=self._offered, field=typed_in)
        finally:
            self._scene = None
            self._window.clear_screen()
            self._window.messages.dismiss()
            self._stage.clipboard.forget()
            self._window.set_full_screen(False)
            self._stage.dressing.wear(self._stage.dressing.kept)
            for shortcut in self._shortcuts:
                shortcut.deleteLater()
            backup = self.keeper.last_job(ending)
            self.session.close()
            self.keeper.run_last(backup)
        return left

    def _go_on_typing(self, name: str) -> None:
        """Whoever types on right after unlocking writes where they stopped, and not into the first field."""
        shown = self._window.screen_shown
        found = shown.findChild(QWidget, name) if name and shown is not None else None
        if isinstance(found, _TYPED_IN) and found.isEnabled() and found.isVisibleTo(self._window):
            found.setFocus(Qt.FocusReason.OtherFocusReason)

    def _left(self) -> Resumption:
        """What somebody leaves who goes from here."""
        words = b"" if self._scene is None else self._scene.unfinished()
        sealed = self.session.seal.closed(words) if words else b""
        return Resumption(self.session.practitioner.login, self._here, sealed)

    def _take_up(self, resumption: Resumption) -> None:
        """Type again what was typed there."""
        if self._scene is None or self._scene.take_up is None or self._here != resumption.step:
            return
        words = self.session.seal.opened(resumption.sealed) if resumption.sealed else b""
        if words:
            self._scene.take_up(words)

    def _take(self, step: Step) -> bool:
        """Take a step; if the store does not let us, say so and stay, or go where there is something to see."""
        focused = self._window.focusWidget()
        try:
            self._leave_scene()
            scene = self._scene_of(step)
            self._window.messages.dismiss()
            scene.begin()
        except NeedsformError as error:
            if self._here is None and not isinstance(step, ShowWorklist):
                self._take(ShowWorklist())
            elif focused is not None and isValid(focused):
                focused.setFocus(Qt.FocusReason.OtherFocusReason)
            self._desk.tell(error.message)
            return False
        self._scene = scene
        self._here = FindPatient() if isinstance(step, FindPatient) else step
        for shortcut in self._shortcuts:
            shortcut.setEnabled(scene.is_staffs)
        if scene.is_staffs:
            self._tell_findings()
        return True

    def _tell_findings(self) -> None:
        """What is wrong with the trace or the clock, and what could not be said to the citizen, to staff."""
        found = (*self.session.take_findings(), *self._desk.take_held())
        if found:
            self._window.messages.say("\n".join(map(sentence, found)))

    def _scene_of(self, step: Step) -> Scene:
        match step:
            case ShowWorklist():
                return lists.worklist(self._desk)
            case FindPatient():
                return lists.patients(self._desk, step)
            case ShowPatient():
                return lists.patient(self._desk, step)
            case ShowRecord():
                return records.record(self._desk, step)
            case ShowRetention():
                return records.retention(self._desk)
            case StartAssessment():
                return course.new_assessment(self._desk, step)
            case HandToCitizen():
                return course.hand_to_citizen(self._desk, step)
            case KeyIn():
                return course.key_in(self._desk, step)
            case WriteBack():
                return course.back_page(self._desk, step)
            case ShowSheet():
                return course.sheet(self._desk, step)
            case ShowInbox():
                return receiver.inbox(self._desk)
            case ShowReferral():
                return receiver.referral(self._desk, step)
            case RegisterReferral():
                return receiver.register_referral(self._desk)
            case TakeIn():
                return intake.take_in(self._desk)
            case ShowReceived():
                return intake.received(self._desk, step)
            case ShowHandover():
                return course.handover(self._desk, step)
            case ShowComparison():
                return timeline.comparison_sheet(self._desk, step)
            case ShowConsultation():
                return plans.consultation(self._desk, step)
            case ShowPlan():
                return plans.plan(self._desk, step)
            case ShowSettings():
                return administration.settings(self._desk)
            case ShowSiteSettings():
                return administration.site_settings(self._desk)
            case ShowAdministration():
                return administration.overview(self._desk)
            case ShowReceivers():
                return leaving.receivers(self._desk)
            case ShowDirectory():
                return administration.directory(self._desk)
            case ExportPeriod():
                return leaving.period_export(self._desk)
            case ShowIndicators():
                return indicators.indicators(self._desk, step)
            case ShowIndicatorRows():
                return indicators.rows(self._desk, step)
            case ShowStaff():
                return people.staff(self._desk)
            case ShowColleague():
                return people.colleague(self._desk, step)
            case ShowKeys():
                return people.keys(self._desk)
            case ShowKnownSites():
                return sites.known_sites(self._desk)
            case ChangePassword():
                return people.own_password(self._desk, step)
            case ShowTrace():
                return administration.trace(self._desk)
            case ShowBackups():
                return backups(self._desk)

    def _leave_scene(self) -> None:
        """Write what the step has not written yet: what is being typed is settled when its field is left."""
        focused = self._window.focusWidget()
        if focused is not None:
            focused.clearFocus()
        if self._scene is not None and self._scene.settle is not None:
            self._scene.settle()

    def _go_to(self, place: Place) -> None:
        self._leave_for(_PLACES[place])

    def _leave_for(self, step: Step) -> None:
        """Somebody goes elsewhere in the middle of something: what is typed there can be gone back to."""
        left = self._left()
        if self._take(step) and left.sealed and not self.is_with_citizen:
            self._offer(left)

    def _offer(self, left: Resumption) -> None:
        self._window.messages.offer(Message("words.left"), partial(self._go_back_to, left))
        self._offered = left

    def _forget_offer(self) -> None:
        self._offered = None

    def _go_back_to(self, offered: Resumption) -> None:
        """Back to what was left, and what is typed here can be gone back to in its turn."""
        left = self._left()
        if self._return_to(offered) and left.sealed:
            self._offer(left)

    def _return_to(self, left: Resumption) -> bool:
        """Be where somebody was, with what was typed there; if the store does not let us, the way stays open."""
        try:
            if self._take(left.step or ShowWorklist()):
                self._take_up(left)
                return True
        except NeedsformError as error:
            self._desk.tell(error.message)
        if left.sealed:
            self._offer(left)
        return False

    def _shortcut(self, keys: str, act: Callable[[], None]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(act)
        return shortcut

    def _list_shortcuts(self) -> None:
        ShortcutsDialog(self._window).open()
