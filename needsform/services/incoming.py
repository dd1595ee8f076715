"""A file that somebody hands in: what is in it, if it is a file, can be read, and is not larger than it may be."""

import stat
from pathlib import Path

from needsform.models.errors import InputError
from needsform.models.strict_json import FROM_OUTSIDE

LARGEST_FORM = FROM_OUTSIDE.bytes
"""Bytes of a Questionnaire or of another list in JSON."""
LARGEST_SHEET = 32 * 1024 * 1024
"""Bytes of a sheet's PDF. It has under one megabyte; a mail program may have joined it with scans."""


def read_incoming(path: Path, largest: int) -> bytes:
    """The bytes of a file.

    Raises InputError: `file.not_found`, `file.is_folder`, `file.unreadable` (a pipe or a device too: it may never
    end), `file.too_large` (parameter `megabytes`).
    """
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise InputError("file.is_folder")
        if not stat.S_ISREG(mode):
            raise InputError("file.unreadable")
        with path.open("rb") as file:
            data = file.read(largest + 1)
    except FileNotFoundError as error:
        raise InputError("file.not_found") from error
    except (OSError, ValueError) as error:  # ValueError: a name that no file can have
        raise InputError("file.unreadable") from error
    if len(data) > largest:
        raise InputError("file.too_large", megabytes=largest // (1024 * 1024))
    return data
