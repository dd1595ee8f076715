"""Writing files so that a reader finds the old one or the new one, never half of one."""

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from needsform.models.errors import WorldError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


def private_directory(path: Path) -> Path:
    """The directory, made if need be, readable by its owner only (on Windows the profile's own rights hold)."""
    try:
        path.mkdir(parents=True, exist_ok=True)
        if os.name == "posix":
            path.chmod(0o700)
    except OSError as error:
        raise world_error(error) from error
    return path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` with mode 0600, in one step and on the disk when this returns.

    Raises WorldError: `file.disk_full`, `file.no_permission`, `file.no_folder`, `file.cannot_write`;
    whatever stood at `path` is then unchanged and no scratch file is left.
    """
    scratch: str | None = None
    try:
        handle, scratch = tempfile.mkstemp(dir=path.parent, prefix=".needsform-", suffix=".part")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(scratch).replace(path)
        scratch = None
        _sync_directory(path.parent)
    except OSError as error:
        raise world_error(error) from error
    finally:
        if scratch is not None:
            with contextlib.suppress(OSError):
                Path(scratch).unlink()


def _sync_directory(path: Path) -> None:
    """Make a rename last through a power cut. Windows journals renames itself and cannot sync a directory."""
    if os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def world_error(error: OSError) -> WorldError:
    """The sentence for what the operating system said."""
    if error.errno in _FULL:
        return WorldError("file.disk_full")
    if error.errno in _FORBIDDEN:
        return WorldError("file.no_permission")
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return WorldError("file.no_folder")
    return WorldError("file.cannot_write", number=error.errno or 0)
