"""The named steps by which a store comes into its present shape, in order; imported for a store that lacks some."""

import sqlite_utils
from sqlite_utils import Migrations

from needsform.storage.migrations import STEP_SET
from needsform.storage.schema import (
    ERASURES,
    FIRST_FLOOR,
    PEOPLE_AND_KEYS,
    REFERRALS,
    RETENTION,
    TRACE_REVIEW,
)
from needsform.storage.schema_deliveries import DELIVERIES
from needsform.storage.schema_directory import DIRECTORY
from needsform.storage.schema_follow_up import ACTION_NOTES, CALLS_THAT_WAIT, DISMISSED_PLANS, PLANNED_ASSESSMENTS
from needsform.storage.schema_indicators import INDICATORS
from needsform.storage.schema_outgoing_files import OUTGOING_FILES
from needsform.storage.schema_plans import FOLLOW_UP_CALLS, PLANS
from needsform.storage.schema_received import RECEIVED
from needsform.storage.schema_returns import RETURNS
from needsform.storage.schema_search import SEARCH
from needsform.storage.schema_site_keys import SITE_KEYS

STEPS = Migrations(STEP_SET)


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


@STEPS()
def referrals(db: sqlite_utils.Database) -> None:
    """Cases of citizens at a receiver."""
    db.executescript(REFERRALS)


@STEPS()
def plans(db: sqlite_utils.Database) -> None:
    """Plans for rehabilitation, made with citizens at a receiver."""
    db.executescript(PLANS)


@STEPS()
def deliveries(db: sqlite_utils.Database) -> None:
    """What left, to whom, and whom to tell."""
    db.executescript(DELIVERIES)


@STEPS()
def site_keys(db: sqlite_utils.Database) -> None:
    """What this store signs with, and whose signatures count."""
    db.executescript(SITE_KEYS)


@STEPS()
def received_assessments(db: sqlite_utils.Database) -> None:
    """Sheets of other places, as they came."""
    db.executescript(RECEIVED)


@STEPS()
def follow_up_calls(db: sqlite_utils.Database) -> None:
    """Calls to citizens some weeks after treatment."""
    db.executescript(FOLLOW_UP_CALLS)


@STEPS()
def indicators(db: sqlite_utils.Database) -> None:
    """What figures for a period are counted from."""
    db.executescript(INDICATORS)


@STEPS()
def action_notes(db: sqlite_utils.Database) -> None:
    """What became of the actions that were agreed."""
    db.executescript(ACTION_NOTES)


@STEPS()
def planned_assessments(db: sqlite_utils.Database) -> None:
    """When citizens are to be assessed again."""
    db.executescript(PLANNED_ASSESSMENTS)


@STEPS()
def outgoing_files(db: sqlite_utils.Database) -> None:
    """What is under way in folders that the user chose."""
    db.executescript(OUTGOING_FILES)


@STEPS()
def directory(db: sqlite_utils.Database) -> None:
    """The site's own directory of offers and contacts."""
    db.executescript(DIRECTORY)


@STEPS()
def dismissed_plans(db: sqlite_utils.Database) -> None:
    """What was taken off the list of planned assessments stays off."""
    db.executescript(DISMISSED_PLANS)


@STEPS()
def calls_that_wait(db: sqlite_utils.Database) -> None:
    """Calls that wait for the day on which treatment ended."""
    db.executescript(CALLS_THAT_WAIT)


@STEPS()
def returns(db: sqlite_utils.Database) -> None:
    """Citizens who came back to a course that had ended."""
    db.executescript(RETURNS)


@STEPS()
def words_with_names(db: sqlite_utils.Database) -> None:
    """Citizens are found by one look into the store."""
    db.executescript(SEARCH)
