"""An encrypted store on a disk, as the program has it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from needsform.storage.database import Database, create_database, open_database
from needsform.storage.migrations import migrate
from tests.ward import entropy


@pytest.fixture(scope="session")
def key() -> bytes:
    """A data key."""
    return entropy()(32)


@pytest.fixture(scope="session")
def new_store(tmp_path_factory: pytest.TempPathFactory, key: bytes) -> Path:
    """A new store in its present shape; never opened, only copied, because making one takes long."""
    path = tmp_path_factory.mktemp("new") / "store.db"
    database = create_database(path, key)
    migrate(database)
    database.close()
    return path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "store.db"


@pytest.fixture
def database(new_store: Path, path: Path, key: bytes) -> Iterator[Database]:
    """A new store, opened."""
    shutil.copy(new_store, path)
    opened = open_database(path, key)
    yield opened
    opened.close()
