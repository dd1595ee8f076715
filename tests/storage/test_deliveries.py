"""What was handed over before there were notes is noted when the store comes into its shape, and nothing is made up."""

import json
from datetime import UTC, datetime
from pathlib import Path

from needsform.models.assessment import AssessmentDetails, Occasion
from needsform.models.delivery import Channel, DeliveryState, Recipient
from needsform.models.identity import AssessmentId
from needsform.models.practitioner import Signature
from needsform.models.site import SiteKind
from needsform.storage.database import create_database
from needsform.storage.deliveries import deliveries_of, handovers
from needsform.storage.schema import FIRST_FLOOR
from needsform.storage.schema_deliveries import DELIVERIES

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
DETAILS = AssessmentDetails(
    occasion=Occasion.TREATMENT_START,
    setting=SiteKind.HOSPITAL,
    held_on=NOON.date(),
    signature=Signature(name="Karin Prøve"),
)


def test_a_sheet_in_the_citizens_hand_stays_there_by_an_unknown_hand(path: Path, key: bytes) -> None:
    database = create_database(path, key)
    database.tables.executescript(FIRST_FLOOR)
    database.execute("INSERT INTO patients VALUES ('p', 'cpr', '0201609995', 'Einer', '0751', '{}', '', '')")
    for name, number, status, at in (("a", 1, "handed_over", NOON.isoformat()), ("b", 2, "signed", None)):
        database.execute(
            "INSERT INTO assessments VALUES (?, 'p', ?, 'url', '1', ?, 2, 0, NULL, ?, NULL, '', '', '', ?)",
            [name, number, status, DETAILS.model_dump_json(), at],
        )
    database.tables.executescript(DELIVERIES)
    (given,) = deliveries_of(database, AssessmentId("a"))
    assert (given.recipient, given.state, given.channel) == (Recipient.CITIZEN, DeliveryState.DONE, Channel.BY_HAND)
    assert (given.revision, given.at, given.by) == (2, NOON, Signature(name=""))
    assert deliveries_of(database, AssessmentId("b")) == ()
    stand = handovers(database, [AssessmentId("a"), AssessmentId("b"), AssessmentId("gone")])
    assert {name: len(handover.missing) for name, handover in stand.items()} == {"a": 3, "b": 4}
    kept = database.row("SELECT data FROM deliveries")
    assert kept is not None
    assert json.loads(str(kept["data"]))["by"] == {"name": ""}
    database.close()
