"""The shape of the store, as named steps in order; all that are missing run in one transaction with their record."""

import sqlite_utils
from sqlite_utils import Migrations

from needsform.models.errors import WorldError
from needsform.storage.database import Database
from needsform.storage.schema import ERASURES, FIRST_FLOOR, PEOPLE_AND_KEYS, RETENTION, TRACE_REVIEW

STEPS = Migrations("needsform")


@STEPS()
def first_floor(db: sqlite_utils.Database) -> None:
    """People, forms, assessments with their answers and history, and the trace."""
    db.executescript(FIRST_FLOOR)


@STEPS()
def erasures(db: sqlite_utils.Database) -> None:
    """Who was erased, so that no older copy brings them back."""
    db.executescript(ERASURES)


@STEPS()
def trace_review(db: sqlite_utils.Database) -> None:
    """The trace says when the clock jumped, is found by action, and can let go of what is old."""
    db.executescript(TRACE_REVIEW)


@STEPS()
def people_and_keys(db: sqlite_utils.Database) -> None:
    """Several members of staff; the store itself keeps the slots that hold."""
    db.executescript(PEOPLE_AND_KEYS)


@STEPS()
def retention(db: sqlite_utils.Database) -> None:
    """How long records are kept, and which stay until further notice."""
    db.executescript(RETENTION)


KNOWN_STEPS = frozenset(step.__name__ for step in (first_floor, erasures, trace_review, people_and_keys, retention))
"""What this program has heard of; anything else in a store was done by a newer one."""


def migrate(database: Database) -> None:
    """Bring the store to this program's shape; a power cut on the way leaves the shape that it had.

    Raises WorldError `store.newer` and changes nothing if a newer program has been here.
    """
    if is_outdated(database):
        with database.atomic():
            STEPS.apply(database.tables)


def is_outdated(database: Database) -> bool:
    """Whether steps are missing. Raises WorldError `store.newer` if there are some that nobody here has heard of."""
    applied = _applied(database)
    if applied - KNOWN_STEPS:
        raise WorldError("store.newer")
    return bool(KNOWN_STEPS - applied)


def _applied(database: Database) -> set[str]:
    """The steps that the store has been through; asked for here, where a full disk is told in a sentence."""
    if database.row("SELECT 1 FROM sqlite_master WHERE name = ?", [STEPS.migrations_table]) is None:
        return set()
    steps = database.rows(f"SELECT name FROM {STEPS.migrations_table} WHERE migration_set = ?", [STEPS.name])
    return {str(step["name"]) for step in steps}
