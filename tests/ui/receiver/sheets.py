"""Sheets of another ward, for the screens of who receives them."""

from pathlib import Path

from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.sheet import Signer
from needsform.services.arrivals import read_arrivals
from needsform.services.documents import bundle_json
from tests.ui.entry.stagings import Ward
from tests.ward import citizen, first_talk

ELSEWHERE = "e0"
"""Begins the id of an assessment that was made elsewhere."""


def sheet_from_elsewhere(ward: Ward, name: str = "Einer Test Lauridsen", signer: Signer | None = None) -> bytes:
    """A Bundle that nobody here has signed: what this store signed, under an id that it does not have."""
    session = ward.session
    patient = session.patients.with_identifier(citizen(name).identifier)
    assert patient is not None
    draft = session.assessments.start(patient, first_talk())
    for link_id in ("fatigue.problem", "fatigue.support", "worry.support"):
        draft = session.front_pages.set_answer(draft, LinkId(link_id), True)
    plan = CarePlan(
        needs=(Need(topic=LinkId("fatigue"), patient_words="træt om eftermiddagen", observed="hviler meget"),),
        activities=(Activity(text="Holdtræning"),),
        told_that_authority_decides=True,
        consent_municipality=True,
        conclusion=Conclusion.NEED,
    )
    written = session.back_pages.save(session.front_pages.complete(draft), plan)
    signed = session.back_pages.sign(session.back_pages.complete(written))
    elsewhere = _elsewhere(signed)
    return bundle_json(
        session.documents.content(patient, signed).model_copy(update={"assessment": elsewhere, "signer": signer})
    )


def _elsewhere(assessment: Assessment) -> Assessment:
    return assessment.model_copy(update={"id": AssessmentId(ELSEWHERE + assessment.id[2:])})


def taken_in(ward: Ward, folder: Path) -> ReceivedAssessment:
    """One that somebody took in all the same."""
    path = folder / "ark.json"
    path.write_bytes(sheet_from_elsewhere(ward))
    (arrival,) = read_arrivals([path], _on_it_goes)
    return ward.session.intake.take_in(ward.session.intake.examine(arrival)).received


def _on_it_goes(_percent: int) -> None:
    """Nobody stops it."""
