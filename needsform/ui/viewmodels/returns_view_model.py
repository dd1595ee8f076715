"""Which times that a citizen came back are told where: all on their card, and on a case those that it is part of."""

from needsform.models.former_course import ComingBack
from needsform.models.identity import PatientId, ReferralId
from needsform.services.session import Session


def returns_around(session: Session, patient_id: PatientId, case_id: ReferralId | None) -> tuple[ComingBack, ...]:
    """Newest first; None for all of them. Raises WorldError if the store cannot tell."""
    found = session.former_courses.of_patient(patient_id)
    return tuple(one for one in found if case_id is None or case_id in (one.case_id, one.former.case_id))
