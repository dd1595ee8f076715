"""Citizens: registered, found, corrected."""

from needsform.models.audit import Action
from needsform.models.identifier import Identifier, parse_identifier
from needsform.models.identity import PatientId
from needsform.models.patient import Patient, PatientDetails, PatientSummary
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import patients as rows
from needsform.storage.database import Database

MOST_FOUND = 50
"""Rows of a search; whoever needs more must type more (TRUST, decision 4: search first, no browse-all)."""


class Patients:
    """What staff does with citizens' records."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy

    def parse_identifier(self, typed: str, *, other: bool = False) -> Identifier:
        """What was typed, read as of today; raises InputError as `models.identifier.parse_identifier` does."""
        self._presence.require_staff()
        return parse_identifier(typed, today=self._clock().date(), other=other)

    def find(self, query: str) -> tuple[PatientSummary, ...]:
        """Citizens by the beginnings of their names or of their identifier; at most 50, by name.

        Under two letters nothing is looked up. The trace keeps that a search was made and how many it found.
        """
        self._presence.require_staff()
        if not is_searchable(query):
            return ()
        with self._database.atomic():
            found = rows.find_patients(self._database, query, MOST_FOUND)
            self._presence.record(Action.SEARCH, self._clock(), detail=f"found={len(found)}")
        return tuple(found)

    def with_identifier(self, identifier: Identifier) -> Patient | None:
        """The citizen who has this identifier, so that nothing known is typed again."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.patient_by_identifier(self._database, identifier)
            if found is None:
                self._presence.record(Action.SEARCH, self._clock(), detail="found=0")
            else:
                self._presence.record(Action.READ_PATIENT, self._clock(), patient_id=found.id)
        return found

    def get(self, patient_id: PatientId) -> Patient:
        """A citizen's record. Raises WorldError `patient.unknown`."""
        self._presence.require_staff()
        with self._database.atomic():
            patient = rows.load_patient(self._database, patient_id)
            self._presence.record(Action.READ_PATIENT, self._clock(), patient_id=patient_id)
        return patient

    def register(self, details: PatientDetails) -> Patient:
        """A new record. Raises InputError beside a missing field, `patient.known_already` at "identifier"."""
        self._presence.require_staff()
        details.require_complete()
        patient = _patient(PatientId(self._entropy(16).hex()), details)
        now = self._clock()
        with self._database.atomic():
            rows.add_patient(self._database, patient, now)
            self._presence.record(Action.REGISTER_PATIENT, now, patient_id=patient.id)
        return patient

    def correct(self, patient_id: PatientId, details: PatientDetails) -> Patient:
        """The record with what is right now. Raises as `register`, and WorldError `patient.unknown`."""
        self._presence.require_staff()
        details.require_complete()
        patient = _patient(patient_id, details)
        now = self._clock()
        with self._database.atomic():
            rows.save_patient(self._database, patient, now)
            self._presence.record(Action.CORRECT_PATIENT, now, patient_id=patient.id)
        return patient


def _patient(patient_id: PatientId, details: PatientDetails) -> Patient:
    """The details under this record's id; those of another record's Patient bring no id along."""
    return Patient(id=patient_id, **{name: getattr(details, name) for name in PatientDetails.model_fields})


def is_searchable(query: str) -> bool:
    """Whether there is enough of a search to look anything up: two letters or digits together."""
    return rows.is_searchable(query)
