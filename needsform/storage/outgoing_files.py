"""Files that leave for a folder of the user's: what a kill leaves half written there is taken away later.

Where it lies is noted in the store before it is made, because a path may tell what nobody else is to read.
"""

import contextlib
import os
import re
import shutil
import stat
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from threading import Thread

from needsform.models.errors import WorldError
from needsform.storage.database import Database
from needsform.storage.files import SCRATCH_NAME, made_ready, scratch_in

_LONGEST_LOOK = 1.0
"""Seconds: a network drive that is not there can keep whoever asks for it waiting for a minute."""
_MOST_TRIES = 200
"""Starts of the program, most of a year of work: then the folder is not coming back."""


@contextlib.contextmanager
def made_ready_outside(database: Database, path: Path, data: bytes) -> Iterator[Callable[[], None]]:
    """As `files.made_ready`, for a folder that is not the program's own; not inside `atomic`.

    Raises WorldError as that does, and as `Database` does where the store takes no note; then nothing was written.
    """
    scratch = scratch_in(path.parent)
    with noted(database, scratch), made_ready(path, data, scratch) as put_in_place:
        yield put_in_place


@contextlib.contextmanager
def noted(database: Database, scratch: Path) -> Iterator[None]:
    """The store knows while this lasts that something of ours may lie at `scratch` (`files.scratch_in`)."""
    path = os.fsencode(scratch.absolute())
    with database.atomic():
        database.execute("INSERT INTO outgoing_files (path) VALUES (?)", [path])
    try:
        yield
    finally:
        if _is_gone(scratch):
            with contextlib.suppress(WorldError):  # the next start finds nothing there, and forgets it
                database.execute("DELETE FROM outgoing_files WHERE path = ?", [path])


def take_away_unfinished(database: Database, longest: float = _LONGEST_LOOK) -> None:
    """Take away what was left half written; nothing may be under way. What cannot be reached is tried again later.

    Never lasts much longer than `longest` seconds. Raises WorldError as `Database` does.
    """
    rows = database.rows("SELECT path FROM outgoing_files ORDER BY tries")
    if rows:
        noted_paths = [path for row in rows if isinstance(path := row["path"], bytes)]
        gone = _taken_away(noted_paths, longest)
        with database.atomic():
            for path in gone:
                database.execute("DELETE FROM outgoing_files WHERE path = ?", [path])
            database.execute("UPDATE outgoing_files SET tries = tries + 1")
            database.execute("DELETE FROM outgoing_files WHERE tries >= ?", [_MOST_TRIES])


def _taken_away(paths: Sequence[bytes], longest: float) -> tuple[bytes, ...]:
    """Those of them where nothing of ours is left, as far as it could be found out in time."""
    gone: list[bytes] = []

    def look() -> None:
        for path in paths:
            scratch = Path(os.fsdecode(path))
            with contextlib.suppress(OSError):
                _take_away(scratch)
                if _is_gone(scratch):
                    gone.append(path)

    looking = Thread(target=look, daemon=True)
    looking.start()
    looking.join(longest)
    return tuple(gone)


def _take_away(scratch: Path) -> None:
    """Only what is ours: by its name of 128 random bits, and by its owner. Memory sticks keep no rights to go by."""
    if not re.fullmatch(SCRATCH_NAME, scratch.name) or not os.path.lexists(scratch):
        return
    found = scratch.lstat()
    if os.name == "posix" and found.st_uid != os.getuid():
        return
    if stat.S_ISREG(found.st_mode):
        scratch.unlink()
    elif stat.S_ISDIR(found.st_mode):
        shutil.rmtree(scratch)


def _is_gone(scratch: Path) -> bool:
    """Whether its folder can be reached, and it is not in there."""
    return scratch.parent.is_dir() and not os.path.lexists(scratch)
