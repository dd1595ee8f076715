"""Writing files so that a reader finds the old one or the new one, never half of one."""

import contextlib
import errno
import os
import secrets
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from needsform.models.errors import WorldError

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_SCRATCH_PREFIX, _SCRATCH_SUFFIX = ".needsform-", ".part"
SCRATCH_NAME = r"\.needsform-[0-9a-f]{32}\.part"
"""What `scratch_in` calls things."""
_CANNOT_BE_SYNCED = {errno.EINVAL, errno.ENOTSUP}
_FORBIDDEN = {errno.EACCES, errno.EPERM, errno.EROFS}


@contextlib.contextmanager
def told() -> Iterator[None]:
    """Whatever the operating system refuses inside is raised as the WorldError that says it to the user.

    These are `file.disk_full`, `file.no_permission`, `file.no_folder` and `file.cannot_write`.
    """
    try:
        yield
    except OSError as error:
        raise world_error(error) from error


def private_directory(path: Path) -> Path:
    """The directory, made if need be, readable by its owner only (on Windows the profile's own rights hold)."""
    with told():
        path.mkdir(mode=0o700, parents=True, exist_ok=True)  # never open to others, not even for a moment
        if os.name == "posix":  # pragma: no branch - Windows
            path.chmod(0o700)
    return path


def write_atomically(path: Path, data: bytes) -> None:
    """Put `data` at `path` with mode 0600, in one step and on the disk when this returns.

    Raises WorldError as `told` does; whatever stood at `path` is then unchanged and no scratch file is left. Only
    where the disk cannot be brought to keep the file's new name may the new file stand there all the same.
    """
    with made_ready(path, data) as put_in_place:
        put_in_place()


@contextlib.contextmanager
def made_ready(path: Path, data: bytes, scratch: Path | None = None) -> Iterator[Callable[[], None]]:
    """`data` lies on the disk beside `path`; what is given puts it in its place in one step, if it is called inside.

    For whoever has something to write down first, once hardly anything can go wrong any more. It lies at `scratch`
    until then, which `scratch_in` chooses. Raises as `write_atomically`.
    """
    scratch = scratch or scratch_in(path.parent)
    with told():
        file = open(scratch, "xb", opener=_for_its_owner)  # noqa: SIM115 - what is made is taken away below
    try:
        with told(), file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        yield partial(_put_in_place, scratch, path)
    finally:
        with contextlib.suppress(OSError):
            scratch.unlink(missing_ok=True)


def scratch_in(folder: Path) -> Path:
    """A name in a folder that nothing has: for what is not finished. Hidden, and told apart from anybody else's."""
    return folder / f"{_SCRATCH_PREFIX}{secrets.token_hex(16)}{_SCRATCH_SUFFIX}"


def _for_its_owner(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _put_in_place(scratch: Path, path: Path) -> None:
    with told():
        scratch.replace(path)
    sync_directory(path.parent)


def discard_scratch(directory: Path) -> None:
    """Take away what a killed program left half written in its own folder."""
    for scratch in directory.glob(f"{_SCRATCH_PREFIX}*{_SCRATCH_SUFFIX}"):
        with contextlib.suppress(OSError):
            scratch.unlink()


def sync_file(path: Path) -> None:
    """Make what was written to a file last through a power cut. Raises WorldError as `told` does."""
    with told(), path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_directory(path: Path) -> None:
    """Make a rename last through a power cut. Raises WorldError as `told` does.

    Windows journals renames itself; some file systems, of memory sticks and networks, cannot sync a directory at all.
    """
    if os.name != "posix":  # pragma: no cover - Windows
        return
    with told():
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        except OSError as error:
            if error.errno not in _CANNOT_BE_SYNCED:
                raise
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
