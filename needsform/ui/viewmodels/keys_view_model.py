"""The keys of the store, for the administrator: a new recovery key on paper, and another key for the store itself."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.recovery_paper import two_groups, wrong_groups
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.staff import KeySlot
from needsform.services.unlocked import Unlocked
from needsform.ui.background import Background


class KeysStep(StrEnum):
    """What the page asks for now."""

    OVERVIEW = "overview"
    KEY = "key"
    CONFIRM = "confirm"


@dataclass(frozen=True, slots=True)
class KeysState:
    """The page as it stands."""

    step: KeysStep = KeysStep.OVERVIEW
    groups: tuple[str, ...] = field(default=(), repr=False)
    """The new recovery key, until it is confirmed."""
    asked: tuple[int, int] = (1, 2)
    """Which two groups are asked for, counted from 1."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    """By field: "first_group", "second_group", "password"."""
    notice: Message | None = None
    """What was done."""
    is_busy: bool = False


class KeysViewModel(QObject):
    """The old recovery key holds until the new one is confirmed from the paper.

    state_changed: anything of the state. key_change_requested: the store is to get another key, with the proof of who
    asks (`Unlocked`); the working day has to end for it. failed: the store did not take it. told: the page was left,
    and this is what became of what was under way there.
    """

    state_changed = Signal(KeysState)
    key_change_requested = Signal(object)
    failed = Signal(Message)
    told = Signal(Message)

    def __init__(
        self, access: Access, session: Session, background: Background, entropy: Callable[[int], bytes]
    ) -> None:
        super().__init__()
        self._access, self._session, self._background, self._entropy = access, session, background, entropy
        self._is_left = False
        self.state = KeysState()

    @property
    def place(self) -> str:
        """Whose key it is, for the paper."""
        return self._session.site.name

    def renew(self, password: str) -> None:
        """Make a new recovery key and show it, to whoever knows their own password: it opens the store for good."""
        self._prove(password, self._show_new_key)

    def next(self) -> None:
        """It is on paper: ask for two groups of it."""
        asked = two_groups(len(self.state.groups), self._entropy)
        self._show(replace(self.state, step=KeysStep.CONFIRM, asked=asked, errors={}))

    def back(self) -> None:
        """One step back; from the key itself it is thrown away, and the old one goes on holding."""
        if not self.state.is_busy:
            is_confirming = self.state.step is KeysStep.CONFIRM
            self._show(replace(self.state, step=KeysStep.KEY, errors={}) if is_confirming else KeysState())

    def confirm(self, first: str, second: str) -> None:
        """The two groups as typed from the paper; if both are right, the new key holds and the old one does not."""
        if self.state.is_busy:
            return
        wrong = wrong_groups(self.state.groups, self.state.asked, (first, second))
        if wrong:
            self._show(replace(self.state, errors=wrong))
            return
        self._begin(replace(self.state, is_busy=True, errors={}))
        make = partial(self._session.staff.recovery_slot, "-".join(self.state.groups))
        self._background.run(make, self._keep, self._refuse)

    def change_key(self, password: str) -> None:
        """Another key for the store, for whoever knows their own password."""
        self._prove(password, self._ask_for_change)

    def leave(self) -> None:
        """The page is left. The recovery key is confirmed from the paper by then: it is waited for, and holds.

        A new key for the store takes everybody off the screen, so it is given up.
        """
        if not self.state.is_busy:
            return
        self._is_left = True
        if self.state.step is KeysStep.CONFIRM:
            self._background.catch_up()
        else:
            self._show(KeysState())
            self.told.emit(Message("work.stopped"))

    def _prove(self, password: str, go_on: Callable[[Unlocked], None]) -> None:
        """Go on if that is their password: an administrator's screen may have been left alone."""
        if not self.state.is_busy:
            self._begin(KeysState(is_busy=True))
            unlock = partial(self._access.unlock, self._session.practitioner.login, password)
            self._background.run(unlock, partial(self._proved, go_on), self._refuse_password)

    def _proved(self, go_on: Callable[[Unlocked], None], proof: Unlocked) -> None:
        if not self._is_left:
            go_on(proof)

    def _show_new_key(self, _proof: Unlocked) -> None:
        try:
            groups = tuple(self._session.staff.new_recovery_key().split("-"))
        except NeedsformError as error:
            self._refuse(error)
        else:
            self._show(KeysState(KeysStep.KEY, groups))

    def _begin(self, state: KeysState) -> None:
        self._is_left = False
        self._show(state)

    def _keep(self, slot: KeySlot) -> None:
        try:
            self._session.staff.renew_recovery_key(slot)
        except NeedsformError as error:
            self._refuse(error)
        else:
            notice = Message("keys.recovery_renewed")
            self._show(KeysState(notice=notice))
            if self._is_left:
                self.told.emit(notice)

    def _ask_for_change(self, proof: Unlocked) -> None:
        self._show(KeysState())
        self.key_change_requested.emit(proof)

    def _refuse_password(self, error: NeedsformError) -> None:
        if not self._is_left:
            self._show(KeysState(errors={"password": error.message}))

    def _refuse(self, error: NeedsformError) -> None:
        self._show(KeysState())
        (self.told if self._is_left else self.failed).emit(error.message)

    def _show(self, state: KeysState) -> None:
        self.state = state
        self.state_changed.emit(state)
