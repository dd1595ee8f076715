"""Secrets that are tried at the door: each guess is counted and slowed, and a wrong one goes on the door's list."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

from needsform.models.errors import InputError, WorldError
from needsform.services.clock import Clock, Uptime
from needsform.services.store_state import DOOR_LIST_NAME
from needsform.services.throttle import NOBODY, Throttle
from needsform.storage.door_list import DoorKind, DoorTry, add_try
from needsform.storage.key_slots import KeySlots

_AND_WAIT = {"unlock.wrong": "unlock.wrong_wait", "unlock.recovery_wrong": "unlock.recovery_wrong_wait"}
TRIES_NAME = "needsform.tries.json"
"""The file with the wrong passwords."""


class Guesses:
    """What is tried at the key slots of one folder. Whoever tries must hold the store: the count lies beside it."""

    def __init__(self, directory: Path, clock: Clock, uptime: Uptime) -> None:
        self._directory, self._clock, self._uptime = directory, clock, uptime

    def begin(self, slots: KeySlots) -> None:
        """Nobody has tried anything at these slots yet."""
        self._throttle(slots).begin()

    def were_never_counted(self) -> bool:
        """Whether no guess was ever made in this folder."""
        return not (self._directory / TRIES_NAME).exists()

    def password(self, slots: KeySlots, login: str, password: str) -> tuple[bytes, ...]:
        """The keys that a password opens. Slow.

        Raises InputError `unlock.wrong`, `unlock.wrong_wait` and `unlock.wait` with the seconds until the next try.
        """
        throttle, holder = self._throttle(slots), login if slots.has_login(login) else NOBODY
        throttle.count(holder)
        with self._told_if_wrong(throttle, DoorKind.PASSWORD, "" if holder is NOBODY else login):
            keys = slots.unlock(login, password)
        throttle.forgive(holder)
        return keys

    def recovery_key(self, slots: KeySlots, recovery_key: str) -> tuple[bytes, ...]:
        """The keys that the printed key opens. Slow. Raises as `password`, with `unlock.recovery_wrong`."""
        throttle = self._throttle(slots)
        throttle.count(NOBODY)
        with self._told_if_wrong(throttle, DoorKind.RECOVERY_KEY):
            keys = slots.unlock_with_recovery_key(recovery_key)
        throttle.forgive(NOBODY)
        return keys

    @contextlib.contextmanager
    def _told_if_wrong(self, throttle: Throttle, kind: DoorKind, login: str = "") -> Iterator[None]:
        """What fails inside is put on the list at the door, as far as the disk takes it, and says how long to wait."""
        try:
            yield
        except InputError as error:
            with contextlib.suppress(WorldError):
                add_try(self._directory / DOOR_LIST_NAME, DoorTry(kind, login, self._clock().isoformat()))
            seconds = throttle.seconds_left()
            if not seconds:
                raise
            raise InputError(_AND_WAIT[error.message.message_id], at=error.field, seconds=seconds) from error

    def _throttle(self, slots: KeySlots) -> Throttle:
        """What slows the guesses at these slots. A store from before there was such a file begins one now."""
        throttle = Throttle(self._directory / TRIES_NAME, self._uptime, slots.store_id)
        if slots.generation == 0 and self.were_never_counted():
            throttle.begin()
        return throttle
