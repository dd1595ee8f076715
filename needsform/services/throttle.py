"""Wrong passwords are slowed: each makes the next wait longer, and no start of the program or clock shortens the wait.

What was tried lies in a small file beside the store, because the store is closed while somebody guesses. What that file
can hold out against, and what not, is told in `docs/DECISIONS.md`, "What slows a guesser".
"""

import hashlib
import hmac
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.services.clock import Uptime
from needsform.storage.files import told, write_atomically

FREE_TRIES = 3
"""Wrong passwords that cost nothing: everybody has a bad morning."""
LONGEST_WAIT = 60.0
"""Seconds. With the doublings before it, at most 67 guesses fit into any hour."""
AT_ONCE, AN_HOUR = 30, 65
"""Wrong passwords that are taken whatever was right between them, and how many more in an hour: never over 95."""
QUIET = 3600.0
"""Seconds without a wrong password after which all of them are forgotten."""
NOBODY = ""
"""Where tries are counted that belong to no login: the recovery key's, and those for logins that nobody has."""
_MANY = 10
"""What a file counts as that was taken away or changed by hand: the longest wait."""


@dataclass(frozen=True, slots=True)
class _Tries:
    at: float
    """When the last password was tried, by the uptime of the machine."""
    wrong: Mapping[str, int]
    """How many wrong ones, by login."""
    level: float
    """How many wrong ones not long ago, forgiven or not: it falls by `AN_HOUR` in an hour."""


class Throttle:
    """Asked before every try of a password at the store of this id, and told after every right one."""

    def __init__(self, path: Path, uptime: Uptime, store_id: str) -> None:
        self._path, self._uptime, self._store_id = path, uptime, store_id

    def begin(self) -> None:
        """A new store: nobody has tried anything."""
        self._write(_Tries(self._uptime(), {}, 0.0))

    def count(self, login: str) -> None:
        """Somebody tries a password: it counts as wrong until `forgive`, so nobody gains by ending the program.

        Raises InputError `unlock.wait` with the seconds that are left, and WorldError where the file cannot be kept:
        nothing may be tried then.
        """
        tries = self._read()
        if tries is None:
            tries = _Tries(self._uptime(), {NOBODY: _MANY}, 0.0)
            self._write(tries)
        left = self._left(tries)
        if left > 0:
            raise InputError("unlock.wait", at="password", seconds=math.ceil(left))
        wrong = {} if self._passed(tries) >= QUIET else dict(tries.wrong)
        wrong[login] = wrong.get(login, 0) + 1
        self._write(_Tries(self._uptime(), wrong, self._level(tries) + 1))

    def forgive(self, login: str) -> None:
        """It was the right one: this person's tries are forgotten, but not those for a colleague's login."""
        tries = self._read()
        if tries is not None:
            others = {name: count for name, count in tries.wrong.items() if name not in (login, NOBODY)}
            self._write(_Tries(tries.at, others, max(0.0, tries.level - 1)))

    def seconds_left(self) -> int:
        """How long nobody can try."""
        tries = self._read()
        return 0 if tries is None else math.ceil(self._left(tries))

    def _left(self, tries: _Tries) -> float:
        wrong = sum(tries.wrong.values())
        wait = 0.0 if wrong < FREE_TRIES else min(LONGEST_WAIT, 2.0 ** min(wrong - FREE_TRIES, 10))
        overflow = self._level(tries) + 1 - AT_ONCE
        return max(0.0, wait - self._passed(tries), overflow * QUIET / AN_HOUR)

    def _level(self, tries: _Tries) -> float:
        """What is left of the level by now."""
        return max(0.0, tries.level - self._passed(tries) * AN_HOUR / QUIET)

    def _passed(self, tries: _Tries) -> float:
        """Seconds since the last try, or fewer: a machine that was started anew does not know what was before."""
        now = self._uptime()
        return now - tries.at if now >= tries.at else now

    def _read(self) -> _Tries | None:
        """What lies there; None where nothing does, or not what this program wrote for this store."""
        with told():
            if not self._path.is_file():
                return None
            data = self._path.read_bytes()
        try:
            read = strict_json.loads(data)
        except InputError:
            return None
        match read:
            case {
                "at": int() | float() as at,
                "wrong": dict(wrong),
                "level": int() | float() as level,
                "check": str(check),
            }:
                counts = {name: count for name, count in wrong.items() if isinstance(count, int) and count > 0}
                tries = _Tries(float(at), counts, float(level))
                return tries if hmac.compare_digest(check.encode(), self._check(tries).encode()) else None
        return None

    def _write(self, tries: _Tries) -> None:
        data = {"at": tries.at, "wrong": dict(tries.wrong), "level": tries.level, "check": self._check(tries)}
        write_atomically(self._path, json.dumps(data).encode())

    def _check(self, tries: _Tries) -> str:
        content = json.dumps([tries.at, sorted(tries.wrong.items()), tries.level]).encode()
        return hmac.new(self._store_id.encode(), content, hashlib.sha256).hexdigest()
