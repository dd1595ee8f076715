"""One program at a time on one store: an operating-system lock that dies with its process."""

import errno
import os
from pathlib import Path
from typing import IO

from needsform.models.errors import WorldError
from needsform.storage.files import world_error

if os.name == "nt":  # pragma: no cover - proved on Windows only
    import msvcrt

    def _try_lock(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]

else:
    import fcntl

    def _try_lock(file: IO[bytes]) -> None:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)


_HELD_BY_ANOTHER = {errno.EWOULDBLOCK, errno.EACCES, errno.EDEADLK}
"""What a lock that is taken answers; the last two on Windows."""


class InstanceLock:
    """Held from before the store is opened until after it is closed."""

    def __init__(self, path: Path) -> None:
        """Take the lock. Raises WorldError `store.in_use` if another program has it."""
        try:
            self._file = os.fdopen(os.open(path, os.O_RDWR | os.O_CREAT, 0o600), "rb+")
        except OSError as error:
            raise world_error(error) from error
        try:
            _try_lock(self._file)
        except OSError as error:
            self._file.close()
            if error.errno in _HELD_BY_ANOTHER:
                raise WorldError("store.in_use") from error
            raise world_error(error) from error

    def release(self) -> None:
        """Let the next program in."""
        self._file.close()
