"""The disk that fails, built once for each worker."""

from pathlib import Path

import pytest

from tests.faults import shim


@pytest.fixture(scope="session")
def disk_shim(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The library that stands between a process and its disk; skipped where it cannot be built."""
    return shim.build(tmp_path_factory.mktemp("shim"))
