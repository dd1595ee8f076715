"""The disk and the memory that fail, built once for each worker."""

from pathlib import Path

import pytest

from tests.faults import shim


@pytest.fixture(scope="session")
def disk_shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that stands between a process and its disk; skipped where it cannot be built."""
    return shim.build(tmp_path_factory.mktemp("shim"))


@pytest.fixture(scope="session")
def memory_shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that lets the store's library run out of memory; skipped where it cannot be built."""
    return shim.build(tmp_path_factory.mktemp("shim"), "memory_shim")
