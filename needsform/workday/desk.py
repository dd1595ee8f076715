"""What every step of the working day has at hand, and what a step puts on the screen."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Protocol, Self

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.backup import Backup
from needsform.models.errors import Message
from needsform.models.identity import AssessmentId, PatientId
from needsform.models.practitioner import Role
from needsform.services.session import Session
from needsform.stage import Stage
from needsform.ui.widgets.staff_navigation import NavigationState, Place, StaffPage
from needsform.workday.steps import ShowPatient, ShowWorklist, StartAssessment, Step

_DAMAGE = {"store.damaged", "store.wrong_key_or_damaged"}


class Keeping(Protocol):
    """A view-model that can tell what is typed and not kept yet."""

    def unfinished(self) -> bytes:
        """What is typed; nothing if there is nothing to lose."""
        ...

    def take_up(self, words: bytes) -> None:
        """Go on with what `unfinished` told."""
        ...


@dataclass(frozen=True, slots=True)
class Scene:
    """A step that is ready to be shown."""

    begin: Callable[[], None]
    """Puts it on the screen."""
    settle: Callable[[], object] | None = None
    """Writes what it has not written yet, before it is left."""
    is_staffs: bool = True
    """Whether staff has the screen, with their navigation and their shortcuts."""
    unfinished: Callable[[], bytes] = bytes
    """What is typed and cannot be written yet: kept under seal while the screen is locked, or somebody is elsewhere."""
    take_up: Callable[[bytes], None] | None = None
    """Types it again."""

    def kept_by(self, view_model: Keeping) -> Self:
        """The same, with a view-model that keeps what is typed."""
        return replace(self, unfinished=view_model.unfinished, take_up=view_model.take_up)


class Desk(QObject):
    """The open store, the stage, and the way to the next step.

    step_requested: what is to come next. place_requested: one of the places of the navigation. lock_requested:
    somebody leaves the screen. unfinished_counted: how much is on the worklist. to_contact_counted: how many in the
    inbox are to be contacted. restore_requested: a backup shall take the store's place. store_failed: the store
    turned out to be damaged, and nothing more may be read from it. key_change_requested: the store is to get another
    key, with the proof of who asks.
    """

    step_requested = Signal(object)
    place_requested = Signal(Place)
    lock_requested = Signal()
    unfinished_counted = Signal(int)
    to_contact_counted = Signal(int)
    key_change_requested = Signal(object)
    restore_requested = Signal(Backup)
    store_failed = Signal(Message)

    def __init__(self, stage: Stage, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.stage, self.session = stage, session
        self._unfinished = self._to_contact = 0
        self._held: list[Message] = []

    # Where to ---------------------------------------------------------------------------------------------------

    def go(self, step: Step) -> None:
        """Take a step."""
        self.step_requested.emit(step)

    def go_to_worklist(self) -> None:
        """Back to what is unfinished."""
        self.go(ShowWorklist())

    def go_to_patient(self, patient_id: str) -> None:
        """To a citizen's card."""
        self.go(ShowPatient(PatientId(patient_id)))

    def go_to_new_assessment(self, patient_id: PatientId | None = None) -> None:
        """To a new assessment, of a citizen who is known or still to be found."""
        self.go(StartAssessment(patient_id))

    def on(self, step: Callable[[AssessmentId], Step]) -> Callable[[str], None]:
        """What goes on to a step with an assessment whose id a screen tells."""
        return partial(self._go_with, step)

    def _go_with(self, step: Callable[[AssessmentId], Step], assessment_id: str) -> None:
        self.go(step(AssessmentId(assessment_id)))

    # What is on the screen ----------------------------------------------------------------------------------------

    def scene(self, build: Callable[[QWidget], QWidget], settle: Callable[[], object] | None = None) -> Scene:
        """A screen of its own, which `build` makes in the room that it stands in."""
        return Scene(partial(self.stage.window.show_screen, build), settle)

    def scene_at(
        self, place: Place, build: Callable[[QWidget], QWidget], settle: Callable[[], object] | None = None
    ) -> Scene:
        """A screen beside the navigation. Raises WorldError if the store cannot tell what waits."""
        self._to_contact = self.session.referrals.waiting()
        return self.scene(partial(self._beside_navigation, place, build), settle)

    def tell(self, message: Message) -> None:
        """Say to staff what is no screen's own, as soon as they have the screen; a damaged store is left at once."""
        if self.session.is_with_citizen and message.message_id not in _DAMAGE:
            self._held.append(message)
        else:
            self.tell_citizen(message)

    def tell_citizen(self, message: Message) -> None:
        """The same to whoever has the screen, the citizen too."""
        if message.message_id in _DAMAGE:
            self.store_failed.emit(message)
        else:
            self.stage.window.messages.tell(message)

    def take_held(self) -> list[Message]:
        """What was to be said while the citizen had the screen."""
        held, self._held = self._held, []
        return held

    def count(self, unfinished: int) -> None:
        """So much is on the worklist."""
        self._unfinished = unfinished
        self.unfinished_counted.emit(unfinished)

    def count_inbox(self) -> None:
        """Say anew how many citizens are to be contacted. Raises WorldError if the store cannot tell."""
        self._to_contact = self.session.referrals.waiting()
        self.to_contact_counted.emit(self._to_contact)

    def remember_more(self, is_open: bool) -> None:
        """The next form opens with as many fields as this one was left with."""
        dressing = self.stage.dressing
        dressing.remember(replace(dressing.kept, shows_more_details=is_open))

    def _beside_navigation(self, place: Place, build: Callable[[QWidget], QWidget], room: QWidget) -> QWidget:
        practitioner, site = self.session.practitioner, self.session.site
        state = NavigationState(
            place,
            self._unfinished,
            practitioner.name,
            practitioner.title,
            site.unit,
            is_administrator=practitioner.role is Role.ADMINISTRATOR,
            to_contact=self._to_contact,
        )
        shown = self.stage.window.screen_shown
        if isinstance(shown, StaffPage) and shown.is_for(state):
            shown.go_on(state, build)
            return shown
        page = StaffPage(state, build, room)
        navigation = page.navigation
        navigation.place_requested.connect(self.place_requested)
        navigation.lock_requested.connect(self.lock_requested)
        self.unfinished_counted.connect(navigation.show_unfinished)
        self.to_contact_counted.connect(navigation.show_to_contact)
        return page
