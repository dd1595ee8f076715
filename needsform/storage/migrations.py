"""The shape of the store: all steps that are missing run in one transaction with their record.

Which have run is asked of the store alone, because nearly always none is missing: sqlite-utils, which carries them out,
takes as long to import as everything else that unlocking needs.
"""

from needsform.models.errors import WorldError
from needsform.storage.database import Database

STEP_SET = "needsform"
KNOWN_STEPS = frozenset(
    {
        "first_floor",
        "erasures",
        "trace_review",
        "people_and_keys",
        "retention",
        "plans",
        "follow_up_calls",
        "referrals",
        "deliveries",
    }
    | {
        "site_keys",
        "received_assessments",
        "indicators",
        "action_notes",
        "planned_assessments",
        "outgoing_files",
        "directory",
        "dismissed_plans",
        "calls_that_wait",
        "returns",
        "words_with_names",
    }
)
"""What this program has heard of (`migration_steps`); anything else in a store was done by a newer one."""
_RECORD = "_sqlite_migrations"
"""Where sqlite-utils notes the steps that a store has been through."""


def migrate(database: Database) -> None:
    """Bring the store to this program's shape; a power cut on the way leaves the shape that it had.

    Raises WorldError `store.newer` and changes nothing if a newer program has been here.
    """
    if is_outdated(database):
        from needsform.storage.migration_steps import STEPS

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
    if database.row("SELECT 1 FROM sqlite_master WHERE name = ?", [_RECORD]) is None:
        return set()
    steps = database.rows(f"SELECT name FROM {_RECORD} WHERE migration_set = ?", [STEP_SET])
    return {str(step["name"]) for step in steps}
