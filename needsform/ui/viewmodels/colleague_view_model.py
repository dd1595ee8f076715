"""One colleague, for the administrator: what they are called, what they may do, and how they come in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from pydantic import TypeAdapter
from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Role
from needsform.services.session import Session
from needsform.services.staff import KeySlot, StaffDetails
from needsform.ui.background import Background


class ColleaguePage(StrEnum):
    """What the page is for just now."""

    FORM = "form"
    ASKING = "asking"
    """Whether access is really to be taken away."""
    HANDING_OUT = "handing_out"
    """The first password is shown, this once."""


@dataclass(frozen=True, slots=True)
class TypedColleague:
    """The fields, as they stand."""

    login: str = ""
    name: str = ""
    title: str = ""
    phone: str = ""
    role: Role = Role.PROFESSIONAL


@dataclass(frozen=True, slots=True)
class ColleagueState:
    """The page as it stands."""

    typed: TypedColleague
    is_new: bool
    is_oneself: bool
    has_access: bool
    page: ColleaguePage = ColleaguePage.FORM
    password: str = field(default="", repr=False)
    """The first password, while it is handed out."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    is_busy: bool = False


_UNFINISHED = TypeAdapter(TypedColleague)


class ColleagueViewModel(QObject):
    """Keeps what is typed, and makes first passwords on a worker.

    state_changed: anything of the state. saved: it is kept, and there is nothing more to do here. failed: the store
    did not take it. told: the page was left, and this is what became of what was under way there.
    """

    state_changed = Signal(ColleagueState)
    saved = Signal()
    failed = Signal(Message)
    told = Signal(Message)

    def __init__(self, session: Session, background: Background, practitioner_id: PractitionerId | None) -> None:
        """Without an id, somebody new."""
        super().__init__()
        self._session, self._background, self._id = session, background, practitioner_id
        self._kept = TypedColleague()
        self._attempt = 0
        """The password that is being made; one that was given up comes late, and is not given."""
        has_access = True
        for colleague in session.staff.everybody():
            person = colleague.practitioner
            if person.id == practitioner_id:
                self._kept = TypedColleague(person.login, person.name, person.title, person.phone, person.role)
                has_access = colleague.is_enabled
        is_oneself = practitioner_id == session.practitioner.id
        self.state = ColleagueState(self._kept, practitioner_id is None, is_oneself, has_access)

    def write(self, typed: TypedColleague) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, typed=typed, errors={}))

    def save(self) -> None:
        """Keep what is typed; for somebody new, make a first password to hand out."""
        if self.state.is_busy:
            return
        typed = self.state.typed
        try:
            if self._id is None:
                self._add(typed)
            else:
                self._correct(self._id, typed)
        except NeedsformError as error:
            self._refuse(error)

    def ask(self) -> None:
        """Access is to be taken away: really?"""
        self._show(replace(self.state, page=ColleaguePage.ASKING, errors={}))

    def keep_access(self) -> None:
        """It is not."""
        self._show(replace(self.state, page=ColleaguePage.FORM))

    def take_access_away(self) -> None:
        """It is: this colleague does not come in any more, from this moment on."""
        if self._id is not None and self._is_kept(partial(self._session.staff.disable, self._id)):
            self.saved.emit()

    def give_password(self) -> None:
        """A new first password, for somebody who forgot theirs or who is to have access again."""
        if self._id is None or self.state.is_busy:
            return
        staff = self._session.staff
        give = staff.give_password if self.state.has_access else staff.enable
        practitioner_id = self._id
        self._make_password(self._kept.login, lambda slot: give(practitioner_id, slot))

    def done(self) -> None:
        """The password is handed out."""
        self.saved.emit()

    def leave(self) -> None:
        """The page is left: nobody would see the password that is being made, so it is not given to anybody.

        What is typed is not kept then, and can be gone back to.
        """
        if self.state.is_busy:
            self._attempt += 1
            self._show(replace(self.state, is_busy=False))
            if not self.unfinished():
                self.told.emit(Message("work.stopped"))

    def unfinished(self) -> bytes:
        """What is typed and not kept yet; a first password is nothing to come back to."""
        is_typing = self.state.page is not ColleaguePage.HANDING_OUT and self.state.typed != self._kept
        return _UNFINISHED.dump_json(self.state.typed) if is_typing else b""

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        self.write(_UNFINISHED.validate_json(words))

    def _add(self, typed: TypedColleague) -> None:
        staff = self._session.staff
        colleague = staff.draft(StaffDetails(typed.login, typed.name, typed.title, typed.phone, typed.role))
        self._make_password(colleague.login, lambda slot: staff.add(colleague, slot))

    def _correct(self, practitioner_id: PractitionerId, typed: TypedColleague) -> None:
        staff, kept = self._session.staff, self._kept
        if (typed.name, typed.title, typed.phone) != (kept.name, kept.title, kept.phone):
            staff.correct(practitioner_id, typed.name, typed.title, typed.phone)
        if typed.role is not kept.role:
            staff.change_role(practitioner_id, typed.role)
        self._kept = typed
        self.saved.emit()

    def _make_password(self, login: str, keep: Callable[[KeySlot], None]) -> None:
        staff = self._session.staff
        password = staff.new_password()
        self._attempt += 1
        self._show(replace(self.state, is_busy=True, errors={}))
        self._background.run(
            partial(staff.password_slot, login, password),
            partial(self._hand_out, self._attempt, password, keep),
            partial(self._refuse_attempt, self._attempt),
        )

    def _hand_out(self, attempt: int, password: str, keep: Callable[[KeySlot], None], slot: KeySlot) -> None:
        if attempt == self._attempt and self._is_kept(partial(keep, slot)):
            self._show(replace(self.state, page=ColleaguePage.HANDING_OUT, password=password, is_busy=False))

    def _refuse_attempt(self, attempt: int, error: NeedsformError) -> None:
        if attempt == self._attempt:
            self._refuse(error)

    def _is_kept(self, act: Callable[[], None]) -> bool:
        """Do something, or say why not; what holds although the key file is behind is done all the same."""
        try:
            act()
        except NeedsformError as error:
            self._refuse(error)
            return error.message.message_id == "keys.behind"
        return True

    def _refuse(self, error: NeedsformError) -> None:
        at = error.field if isinstance(error, InputError) else ""
        if at:
            self._show(replace(self.state, is_busy=False, page=ColleaguePage.FORM, errors={at: error.message}))
        else:
            self._show(replace(self.state, is_busy=False, page=ColleaguePage.FORM))
            self.failed.emit(error.message)

    def _show(self, state: ColleagueState) -> None:
        self.state = state
        self.state_changed.emit(state)
