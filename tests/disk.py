"""Disks that refuse: a file may grow so far and no further, as on a disk that fails."""

import contextlib
import sys
from collections.abc import Iterator

import pytest

needs_file_limits = pytest.mark.skipif(sys.platform == "win32", reason="Windows cannot limit the size of a file")


@contextlib.contextmanager
def no_file_beyond(size: int) -> Iterator[None]:
    """Every write past `size` bytes of any file fails; Python ignores the signal that comes with it."""
    import resource  # not there on Windows

    usual = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, usual)
