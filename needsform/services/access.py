"""The door of the store: made on the first run, unlocked every morning, opened with the recovery key at need.

Deriving a key takes half a second by design: `found`, `unlock` and `recover` run on a worker.
`open` binds the store to the thread that calls it: the window's.
"""

from pathlib import Path

from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import PractitionerId
from needsform.services import rekeying
from needsform.services.clock import Clock, Entropy, Uptime, system_uptime
from needsform.services.founding import FirstRun, Foundation, Founding
from needsform.services.guesses import Guesses
from needsform.services.key_ring import KeyRing, is_outdated, require_long
from needsform.services.one_program import LOCK_NAME
from needsform.services.session import Session
from needsform.services.store_care import bring_up_to_date, keep_erased_away
from needsform.services.store_state import (
    KEYS_NAME,
    STORE_NAME,
    StoreState,
    store_state,
)
from needsform.services.trace_keeping import TraceKeeping
from needsform.services.unlocked import Unlocked
from needsform.storage import audit
from needsform.storage.backups import Source
from needsform.storage.database import Database, open_database, was_cut_off
from needsform.storage.files import discard_scratch, private_directory, told
from needsform.storage.instance_lock import InstanceLock
from needsform.storage.key_file import read_key_file
from needsform.storage.key_slots import KdfParameters, KeySlot, KeySlots, SlotKind
from needsform.storage.practitioners import (
    enabled_logins,
    login_as_kept,
    practitioner_by_login,
    set_password_given,
)
from needsform.storage.restoring import carry_out, discard_unready, is_decided
from needsform.storage.sqlcipher import KEY_LENGTH


class Access:
    """The door to the store in one folder."""

    def __init__(
        self,
        directory: Path,
        clock: Clock,
        entropy: Entropy,
        kdf: KdfParameters | None = None,
        uptime: Uptime = system_uptime,
        lock: InstanceLock | None = None,
    ) -> None:
        """`lock` is what whoever started the program holds already; without it the door takes its own at need."""
        self._directory, self._clock, self._entropy = directory, clock, entropy
        self._kdf = kdf or KdfParameters()
        self._store = directory / STORE_NAME
        self._keys = directory / KEYS_NAME
        self._lock, self._is_lock_lent = lock, lock is not None
        self._foundation = Foundation(directory, clock, entropy, self._kdf)
        self._guesses = Guesses(directory, clock, uptime)
        self._opened: Database | None = None
        self._is_prepared = False

    def state(self) -> StoreState:
        """What is there; raises as `store_state`."""
        return store_state(self._directory)

    def found(self, first_run: FirstRun) -> Founding:
        """Make a store that comes into force with `confirm`. Slow.

        Raises InputError beside the field: `first_run.login_missing`, `first_run.name_missing`,
        `first_run.site_missing`, `password.too_short`; WorldError `store.exists`, `store.in_use`.
        """
        administrator = first_run.administrator(self._entropy)
        private_directory(self._directory)
        self._hold()
        if self.state() is not StoreState.ABSENT:
            raise WorldError("store.exists")
        founding, slots = self._foundation.lay(first_run, administrator)
        self._guesses.begin(slots)
        return founding

    def confirm(self, founding: Founding) -> Unlocked:
        """The recovery key is written down: the store comes into force.

        Raises WorldError `file.no_folder` if another first run has taken its place, or as `write_atomically` does.
        """
        self._foundation.confirm()
        return Unlocked(founding.login, founding.key)

    def unlock(self, login: str, password: str) -> Unlocked:
        """The key for a login. Slow.

        Raises InputError `unlock.wrong`, `unlock.wrong_wait` and `unlock.wait` with the seconds until the next try;
        WorldError `store.in_use` and as `read_key_file`.
        """
        self._finish_restoring()
        login = login_as_kept(login)
        slots = read_key_file(self._keys)
        keys = self._try_password(slots, login, password)
        slot = slots.slot_of(login)
        is_old = slot is not None and slot.is_older_than(self._kdf)
        return _proof(login, keys, self._new_slot(slots, login, password, keys[0]) if is_old else None)

    def recover(self, recovery_key: str, login: str, new_password: str) -> Unlocked:
        """Open with the printed key and give a login a new password, which is in force once the store opens. Slow.

        Raises InputError: `unlock.recovery_wrong`, `unlock.no_such_login` at "login", `password.too_short`, and as
        `unlock` does.
        """
        login = login_as_kept(login)
        require_long(new_password)
        self._finish_restoring()
        slots = read_key_file(self._keys)
        keys = self._try_recovery_key(slots, recovery_key)
        if not slots.has_login(login):
            raise InputError("unlock.no_such_login", at="login")
        return _proof(login, keys, self._new_slot(slots, login, new_password, keys[0]), by_recovery_key=True)

    def try_secret(self, key_file: Path, login: str, secret: str) -> Unlocked:
        """The key in a key file, which may be a backup's: by a login's password, or without a login by the printed key.

        Slow; slowed and told as at the door. Raises as `unlock`.
        """
        login, slots = login_as_kept(login), read_key_file(key_file)
        if not (self._keys.exists() or self._store.exists()) and self._guesses.were_never_counted():
            self._guesses.begin(slots)  # a new computer: nobody tried here
        keys = self._try_password(slots, login, secret) if login else self._try_recovery_key(slots, secret)
        return _proof(login, keys, None, by_recovery_key=not login)

    def prepare(self, unlocked: Unlocked) -> None:
        """What the store needs before `open` and takes long: see `services.store_care`. Slow.

        Raises as `open`.
        """
        self.hold()
        try:
            self._tidy()
            is_in_doubt = was_cut_off(self._store) or (self._opened is not None and self._opened.is_in_doubt)
            database, key = self._database(unlocked)
            database.close()
            source, is_first = Source(self._store, self._keys, key), self._opened is None
            bring_up_to_date(source, self._clock, is_in_doubt=is_in_doubt, is_first=is_first)
            self._is_prepared = True
        except BaseException:
            self.leave()
            raise

    def open(self, unlocked: Unlocked) -> Session:
        """Open the store for whoever unlocked it, on this thread; fast if it was prepared.

        Raises WorldError: `store.in_use`, `store.missing`, `store.newer`, `store.wrong_key_or_damaged`,
        `store.damaged`; InputError `unlock.disabled` for somebody who no longer works here.
        """
        if not self._is_prepared:
            self.prepare(unlocked)
        self._is_prepared = False
        try:
            return self._session(unlocked)
        except BaseException:
            self.leave()
            raise

    def change_key(self, unlocked: Unlocked) -> Unlocked:
        """Give the store another data key; nobody may have it open. Slow.

        Everybody keeps their password, and the recovery key on paper holds. Cut off anywhere, the store opens as
        before or under its new key. Raises as `services.rekeying.change_key`; WorldError `store.in_use`.
        """
        self._hold()
        if self._opened is not None and self._opened.is_open:
            raise WorldError("store.in_use")
        key = self._entropy(KEY_LENGTH)
        rekeying.change_key(self._store, self._keys, unlocked, key, self._clock())
        return unlocked.by(key)

    def hold(self) -> None:
        """Keep every other program out until `leave`. Raises WorldError `store.in_use`."""
        self._hold()
        self._finish_restoring()

    def leave(self) -> None:
        """The program ends: another may use the store."""
        if self._lock is not None and not self._is_lock_lent:
            self._lock.release()
            self._lock = None

    def _session(self, unlocked: Unlocked) -> Session:
        file = read_key_file(self._keys)
        database, key = self._database(unlocked)
        try:
            self._opened = database
            keeping = TraceKeeping(database, self._clock, self._entropy)
            practitioner = practitioner_by_login(database, unlocked.login)
            if practitioner is None:
                keeping.refuse(unlocked.login)
                raise InputError("unlock.disabled", at="login")
            keys = KeyRing(database, self._keys, file.store_id, key, self._kdf, self._entropy)
            with database.atomic():
                is_behind = keys.settle(file, enabled_logins(database))
                is_in_force = not is_outdated(unlocked, file, keys.slots)
                if is_in_force:
                    keeping.take_in()
                    self._record_entry(database, keys, unlocked, key, practitioner.id)
            if is_behind or unlocked.new_slot is not None:
                keys.publish()
            if not is_in_force:
                keeping.refuse(unlocked.login)
                raise InputError("unlock.wrong", at="password")
            keeping.settle()
            keep_erased_away(database, self._directory, key)
            return Session(database, practitioner, unlocked.by(key), keys, keeping, self._clock, self._entropy)
        except BaseException:
            database.close()
            raise

    def _database(self, unlocked: Unlocked) -> tuple[Database, bytes]:
        """The open store and the key that opened it: one of two, if a change of the key was cut off."""
        try:
            return open_database(self._store, unlocked.key), unlocked.key
        except WorldError as error:
            if unlocked.other_key is None or error.message.message_id != "store.wrong_key_or_damaged":
                raise
        return open_database(self._store, unlocked.other_key), unlocked.other_key

    def _record_entry(
        self, database: Database, keys: KeyRing, unlocked: Unlocked, key: bytes, practitioner_id: PractitionerId
    ) -> None:
        slot = unlocked.new_slot
        if slot is not None:
            keys.change(lambda slots: slots.holding(slots.sealed_for(slot, key)))
        if unlocked.by_recovery_key:
            set_password_given(database, practitioner_id, None)
        action = Action.RECOVER if unlocked.by_recovery_key else Action.LOG_IN
        audit.record(database, _event(action, practitioner_id), self._clock())

    def _try_password(self, slots: KeySlots, login: str, password: str) -> tuple[bytes, ...]:
        self._hold()
        return self._guesses.password(slots, login, password)

    def _try_recovery_key(self, slots: KeySlots, recovery_key: str) -> tuple[bytes, ...]:
        self._hold()
        return self._guesses.recovery_key(slots, recovery_key)

    def _new_slot(self, slots: KeySlots, login: str, password: str, key: bytes) -> KeySlot:
        return slots.new_slot(SlotKind.PASSWORD, login, password, key, self._kdf, self._entropy)

    def _hold(self) -> None:
        if self._lock is None:
            self._lock = InstanceLock(self._directory / LOCK_NAME)

    def _finish_restoring(self) -> None:
        """Complete what was decided when a backup was put in place, before a key is tried at what it brings."""
        if is_decided(self._store):
            self._hold()
            carry_out(self._store, self._keys)

    def _tidy(self) -> None:
        """Complete or take away what an earlier run left when it was ended from outside."""
        with told():
            self._foundation.tidy()
            rekeying.discard_copy(self._store)
        discard_unready(self._store)
        discard_scratch(self._directory)


def _proof(login: str, keys: tuple[bytes, ...], new_slot: KeySlot | None, *, by_recovery_key: bool = False) -> Unlocked:
    return Unlocked(login, keys[0], by_recovery_key, keys[1] if len(keys) > 1 else None, new_slot)


def _event(action: Action, practitioner_id: PractitionerId) -> AuditEvent:
    return AuditEvent(action=action, actor=Actor.STAFF, practitioner_id=practitioner_id)
