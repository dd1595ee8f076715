"""The citizen whom the form is about, and who stands beside them."""

from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identifier import Identifier
from needsform.models.identity import PatientId


class Relative(Frozen):
    """Somebody near to the citizen. Relatives are a target group of the agreement too (section 1 and 5.2.3)."""

    name: Name = ""
    relation: Line = ""
    phone: Line = ""

    @property
    def is_named(self) -> bool:
        """Whether there is anybody to speak of."""
        return bool(self.name)


class GeneralPractice(Frozen):
    """The citizen's own doctor."""

    name: Name = ""
    phone: Line = ""


class PatientDetails(Frozen):
    """What is known of a citizen, as typed: everything but the record's own id.

    Name, identifier and municipality are required, phone before anything is handed over (agreement 5.2.5).
    """

    identifier: Identifier
    name: Name
    phone: Line = ""
    best_time: Line = ""
    municipality_code: str = ""
    address: Line = ""
    address_protected: bool = False
    general_practice: GeneralPractice = GeneralPractice()
    relative: Relative = Relative()
    children_under_18: bool | None = None
    language: Line = "da"
    needs_interpreter: bool = False

    def require_complete(self) -> None:
        """Raise InputError beside the first field that must not be empty: "name" or "municipality"."""
        if not self.name:
            raise InputError("patient.name_missing", at="name")
        if not self.municipality_code:
            raise InputError("patient.municipality_missing", at="municipality")


class Patient(PatientDetails):
    """A citizen in the store."""

    id: PatientId

    def details(self) -> PatientDetails:
        """The same without the record's id, for a form that corrects it."""
        return PatientDetails.model_validate(self.model_dump(exclude={"id"}))


class PatientSummary(Frozen):
    """One row of a search: enough to choose by."""

    id: PatientId
    name: str
    identifier: Identifier
    municipality_code: str
