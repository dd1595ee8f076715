"""The people who work here: who they are, what they may do, and how each comes in.

What takes long, making a slot out of a password, is asked for first and on a worker (`password_slot`,
`recovery_slot`); what changes the store is quick and takes the slot.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from needsform.models.audit import Action
from needsform.models.errors import InputError, PermissionDenied
from needsform.models.identity import PractitionerId
from needsform.models.practitioner import Practitioner, Role
from needsform.services.clock import Clock, Entropy
from needsform.services.key_ring import KeyRing
from needsform.services.presence import Presence
from needsform.services.unlocked import Unlocked
from needsform.storage import practitioners
from needsform.storage.database import Database
from needsform.storage.key_slots import KeySlot as KeySlot  # handed on: who asks for a slot hands it back
from needsform.storage.key_slots import KeySlots
from needsform.storage.practitioners import Employment

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Of a first password: what nobody takes for something else when it is read aloud or from paper."""
_GROUPS, _GROUP = 3, 4


@dataclass(frozen=True, slots=True)
class StaffDetails:
    """What is told of a colleague."""

    login: str
    name: str
    title: str = ""
    phone: str = ""
    role: Role = Role.PROFESSIONAL


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody in the list of staff."""

    practitioner: Practitioner
    is_enabled: bool
    has_given_password: bool
    """Whether they still have the first password, which somebody else knows."""
    has_password: bool


@dataclass(frozen=True, slots=True)
class ChangedPassword:
    """The proof that the old password was known, and the slot of the new one."""

    proof: Unlocked
    slot: KeySlot


class Staff:
    """Everybody's own password, and for administrators everybody else's way in."""

    def __init__(
        self, database: Database, presence: Presence, keys: KeyRing, unlocked: Unlocked, clock: Clock, entropy: Entropy
    ) -> None:
        self._database, self._presence, self._keys = database, presence, keys
        self._unlocked, self._clock, self._entropy = unlocked, clock, entropy

    # Looking, and what takes long ----------------------------------------------------------------------------------

    def everybody(self) -> tuple[Colleague, ...]:
        """Who works here and who did. For administrators."""
        self._presence.require_administrator()
        slots = self._keys.slots
        return tuple(_colleague(person, slots) for person in practitioners.all_practitioners(self._database))

    def has_own_password(self) -> bool:
        """Whether whoever is here has chosen their password themselves."""
        self._presence.require_somebody_of_staff()
        return self._presence.has_own_password()

    def new_password(self) -> str:
        """A first password to hand out: three groups of four letters, some sixty bits."""
        self._presence.require_administrator()
        count = _GROUPS * _GROUP
        number = int.from_bytes(self._entropy(2 * count), "big")
        letters = "".join(_LETTERS[number // len(_LETTERS) ** place % len(_LETTERS)] for place in range(count))
        return "-".join(letters[at : at + _GROUP] for at in range(0, count, _GROUP))

    def new_recovery_key(self) -> str:
        """A recovery key to print; the old one holds until `renew_recovery_key`."""
        self._presence.require_administrator()
        return self._keys.new_recovery_key()

    def password_slot(self, login: str, password: str) -> KeySlot:
        """A slot for a password; slow, and touches nothing of the store. Raises InputError `password.too_short`."""
        return self._keys.password_slot(login, password)

    def recovery_slot(self, recovery_key: str) -> KeySlot:
        """A slot for a printed key; slow, and touches nothing of the store."""
        return self._keys.recovery_slot(recovery_key)

    # Colleagues ----------------------------------------------------------------------------------------------------

    def draft(self, details: StaffDetails) -> Practitioner:
        """A colleague who could be added.

        Raises InputError beside the field: `staff.login_missing`, `staff.login_taken`, `staff.name_missing`.
        """
        self._presence.require_administrator()
        practitioner = Practitioner(
            id=PractitionerId(self._entropy(16).hex()),
            login=practitioners.login_as_kept(details.login),
            name=details.name,
            title=details.title,
            phone=details.phone,
            role=details.role,
        )
        _require_named(practitioner)
        if not practitioner.login:
            raise InputError("staff.login_missing", at="login")
        if practitioners.is_login_taken(self._database, practitioner.login):
            raise InputError("staff.login_taken", at="login")
        return practitioner

    def add(self, colleague: Practitioner, slot: KeySlot) -> None:
        """Somebody new, with a first password that they change when they come in."""
        self._presence.require_administrator()

        def save(now: datetime) -> None:
            practitioners.save_practitioner(self._database, colleague)
            self._give(colleague, slot, now)

        self._act(Action.ADD_STAFF, colleague, save)
        self._keys.publish()

    def correct(self, practitioner_id: PractitionerId, name: str, title: str, phone: str) -> None:
        """What somebody is called, and where they are reached. Raises InputError `staff.name_missing`."""
        self._presence.require_administrator()
        known = self._known(practitioner_id).practitioner
        corrected = Practitioner(id=known.id, login=known.login, name=name, title=title, phone=phone, role=known.role)
        _require_named(corrected)
        self._save(Action.CORRECT_STAFF, corrected)

    def change_role(self, practitioner_id: PractitionerId, role: Role) -> None:
        """What somebody may do. Raises PermissionDenied `staff.not_yourself`: so an administrator is always left."""
        self._presence.require_administrator()
        self._require_somebody_else(practitioner_id)
        known = self._known(practitioner_id).practitioner
        self._save(Action.CHANGE_ROLE, known.model_copy(update={"role": role}))

    def disable(self, practitioner_id: PractitionerId) -> None:
        """Somebody does not come in any more, and their slot is gone; it needs nobody's password.

        Raises PermissionDenied `staff.not_yourself`: so an administrator is always left.
        """
        self._presence.require_administrator()
        self._require_somebody_else(practitioner_id)
        known = self._known(practitioner_id).practitioner

        def save(now: datetime) -> None:
            practitioners.set_disabled(self._database, practitioner_id, now)
            self._keys.change(lambda slots: slots.without_slot(known.login))

        self._act(Action.DISABLE_STAFF, known, save)
        self._keys.publish()

    def enable(self, practitioner_id: PractitionerId, slot: KeySlot) -> None:
        """Somebody is back, with a first password."""
        self._presence.require_administrator()
        known = self._known(practitioner_id).practitioner

        def save(now: datetime) -> None:
            practitioners.set_disabled(self._database, practitioner_id, None)
            self._give(known, slot, now)

        self._act(Action.ENABLE_STAFF, known, save)
        self._keys.publish()

    def give_password(self, practitioner_id: PractitionerId, slot: KeySlot) -> None:
        """A new first password for somebody who forgot theirs. Raises PermissionDenied `staff.disabled`."""
        self._presence.require_administrator()
        known = self._known(practitioner_id)
        if not known.is_enabled:
            raise PermissionDenied("staff.disabled")
        person = known.practitioner
        self._act(Action.GIVE_PASSWORD, person, lambda now: self._give(person, slot, now))
        self._keys.publish()

    # One's own -----------------------------------------------------------------------------------------------------

    def change_own_password(self, made: ChangedPassword) -> None:
        """Another password for whoever is here, who has just shown that they know the old one.

        Raises PermissionDenied `presence.another_login` if the proof is somebody else's.
        """
        self._presence.require_somebody_of_staff()
        person = self._presence.practitioner
        if made.proof.login != person.login or not made.proof.opens_the_same(self._unlocked):
            raise PermissionDenied("presence.another_login")

        def save(_: datetime) -> None:
            self._keep(person, made.slot)
            practitioners.set_password_given(self._database, person.id, None)

        self._act(Action.CHANGE_PASSWORD, person, save)
        self._keys.publish()

    def renew_recovery_key(self, slot: KeySlot) -> None:
        """The new key is on paper: from here on it holds, and the old one opens nothing."""
        self._presence.require_administrator()
        with self._database.atomic():
            self._keys.change(lambda slots: slots.holding(slot))
            self._presence.record(Action.RENEW_RECOVERY_KEY, self._clock())
        self._keys.publish()

    # ---------------------------------------------------------------------------------------------------------------

    def _save(self, action: Action, practitioner: Practitioner) -> None:
        self._act(action, practitioner, lambda _: practitioners.save_practitioner(self._database, practitioner))
        if practitioner.id == self._presence.practitioner.id:
            self._presence.practitioner = practitioner

    def _act(self, action: Action, whom: Practitioner, save: Callable[[datetime], None]) -> None:
        now = self._clock()
        with self._database.atomic():
            save(now)
            self._presence.record(action, now, detail=f"practitioner={whom.id}")

    def _give(self, person: Practitioner, slot: KeySlot, now: datetime) -> None:
        self._keep(person, slot)
        practitioners.set_password_given(self._database, person.id, now)

    def _keep(self, person: Practitioner, slot: KeySlot) -> None:
        if slot.holder != person.login:
            raise ValueError("a slot is made for its holder")
        self._keys.change(lambda slots: slots.holding(slot))

    def _known(self, practitioner_id: PractitionerId) -> Employment:
        known = practitioners.employment_of(self._database, practitioner_id)
        if known is None:
            raise InputError("staff.unknown")
        return known

    def _require_somebody_else(self, practitioner_id: PractitionerId) -> None:
        if practitioner_id == self._presence.practitioner.id:
            raise PermissionDenied("staff.not_yourself")


def _colleague(person: Employment, slots: KeySlots) -> Colleague:
    return Colleague(
        person.practitioner,
        is_enabled=person.is_enabled,
        has_given_password=person.has_given_password,
        has_password=slots.has_login(person.practitioner.login),
    )


def _require_named(practitioner: Practitioner) -> None:
    if not practitioner.name:
        raise InputError("staff.name_missing", at="name")
