"""The directory of offers and contacts: read by everybody who writes a back page, kept by administrators."""

from needsform.models.audit import Action
from needsform.models.care_plan import CarePlan
from needsform.models.directory import MOST_ENTRIES, DirectoryEntry, Validity, contacts_of, directory_of
from needsform.models.errors import InputError
from needsform.models.identity import ContactId
from needsform.models.patient import Patient
from needsform.services import reference_data
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import directory as rows
from needsform.storage.database import Database


class Directory:
    """What is shipped, and in place of it or beside it what the site has written."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy

    def everything(self) -> tuple[DirectoryEntry, ...]:
        """The whole directory, with former and coming entries too."""
        self._presence.require_staff()
        return directory_of(reference_data.directory(), rows.load_entries(self._database))

    def valid_today(self) -> tuple[DirectoryEntry, ...]:
        """What can be chosen today."""
        today = self._clock().date()
        return tuple(entry for entry in self.everything() if entry.validity_on(today) is Validity.TODAY)

    def filled_in(self, plan: CarePlan, patient: Patient) -> CarePlan:
        """A plan with whom the citizen can turn to for its actions, as the directory has them today."""
        self._presence.require_staff()
        if not (plan.contacts or any(activity.contact for activity in plan.activities)):
            return plan
        today = self._clock().date()
        contacts = contacts_of(plan, self.everything(), today, patient.general_practice)
        return plan.model_copy(update={"contacts": contacts})

    def new_id(self) -> ContactId:
        """For an entry that is to be made."""
        self._presence.require_administrator(Action.CHANGE_DIRECTORY)
        return ContactId(self._entropy(8).hex())

    def save(self, entry: DirectoryEntry) -> None:
        """Keep an entry, a new one or one put right; what was before can be taken back.

        Raises InputError as `DirectoryEntry.require_complete`, and `directory.full`.
        """
        self._presence.require_administrator(Action.CHANGE_DIRECTORY)
        entry.require_complete()
        with self._database.atomic():
            known = {known.id for known in self.everything()}
            if entry.id not in known and len(known) >= MOST_ENTRIES:
                raise InputError("directory.full", at="name_da", most=MOST_ENTRIES)
            rows.save_entry(self._database, entry)
            self._record(entry.id)

    def take_back(self, contact_id: ContactId) -> None:
        """An entry is again as it was before its last change. Raises WorldError `directory.unchanged`."""
        self._presence.require_administrator(Action.CHANGE_DIRECTORY)
        with self._database.atomic():
            rows.take_back(self._database, contact_id)
            self._record(contact_id)

    def _record(self, contact_id: ContactId) -> None:
        self._presence.record(Action.CHANGE_DIRECTORY, self._clock(), detail=f"contact={contact_id}")
