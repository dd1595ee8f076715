"""The list of whom to tell, by municipality: read by everybody who tells, kept by administrators."""

from datetime import date

from needsform.models.audit import Action
from needsform.models.identity import ReceiverId
from needsform.models.receiver import Receiver, receiver_on, require_alone
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import receivers as rows
from needsform.storage.database import Database


class Receivers:
    """One receiver per municipality and day."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy

    def everybody(self) -> tuple[Receiver, ...]:
        """The whole list, those of former and coming days too."""
        self._presence.require_staff()
        return rows.load_receivers(self._database)

    def receiver_of(self, municipality_code: str, day: date) -> Receiver | None:
        """Whom to tell of a citizen of a municipality on a day; None where nobody is entered."""
        return receiver_on(self.everybody(), municipality_code, day)

    def new_id(self) -> ReceiverId:
        """For an entry that is to be made."""
        self._presence.require_administrator(Action.CHANGE_RECEIVERS)
        return ReceiverId(self._entropy(8).hex())

    def save(self, receiver: Receiver) -> None:
        """Keep an entry, a new one or one put right. Raises InputError as `require_complete` and `require_alone`."""
        self._presence.require_administrator(Action.CHANGE_RECEIVERS)
        receiver.require_complete()
        with self._database.atomic():
            require_alone(receiver, rows.load_receivers(self._database))
            rows.save_receiver(self._database, receiver)
            self._record(receiver.municipality_code)

    def remove(self, receiver: Receiver) -> None:
        """Take away what was entered by mistake; whoever is no longer told gets a last day instead.

        Raises WorldError `receiver.unknown`.
        """
        self._presence.require_administrator(Action.CHANGE_RECEIVERS)
        with self._database.atomic():
            rows.remove_receiver(self._database, receiver.id)
            self._record(receiver.municipality_code)

    def _record(self, municipality_code: str) -> None:
        self._presence.record(Action.CHANGE_RECEIVERS, self._clock(), detail=f"municipality={municipality_code}")
