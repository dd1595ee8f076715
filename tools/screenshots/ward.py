"""The store that the pictures are taken of: the public test persons, each at another point of the way."""

from datetime import datetime, timedelta
from pathlib import Path

from needsform.demo.case import Case
from needsform.models.assessment import AssessmentDetails, FilledBy
from needsform.models.identity import AssessmentId
from needsform.services.session import Session
from tools.case_login import MONDAY
from tools.case_store import CaseStore, begin, case, conclude, fill_in, register, talk

PERSONS = {
    "signed": ("Einer Test Lauridsen", "0201609995"),
    "completed": ("Lonni Test Lauridsen", "0201609996"),
    "talked": ("Else Test Lauridsen", "0201919990"),
    "no_need": ("Schwendlund Test Mosebryggersen", "0108589995"),
    "half": ("May June Test Moberg", "0108629996"),
    "english": ("Max Test Berggren", "0107729995"),
}
"""Name and CPR by the point of the way; published for tests by HL7 Denmark (dk-core)."""


class WalkingClock:
    """Goes when it is told to."""

    def __init__(self) -> None:
        self._now = MONDAY - timedelta(hours=3)

    def __call__(self) -> datetime:
        """The time that the program reads."""
        return self._now

    def let_minutes_pass(self, minutes: int) -> None:
        """On to a later time of the same morning."""
        self._now += timedelta(minutes=minutes)


def lay_out(folder: Path) -> dict[str, AssessmentId]:
    """Make the store; returns the assessments by the point that they have come to."""
    clock = WalkingClock()
    store = CaseStore.found(folder, case(1), clock)
    session = store.open()
    try:
        return _morning(session, clock)
    finally:
        session.close()
        store.access.leave()


def _morning(session: Session, clock: WalkingClock) -> dict[str, AssessmentId]:
    """One assessment after the other; those of the third case are filled to the brim."""
    ids: dict[str, AssessmentId] = {}
    for point in ("signed", "completed", "talked", "no_need", "half", "english", "full", "full_front", "paper"):
        clock.let_minutes_pass(17)
        told = _told(point)
        patient = session.patients.with_identifier(session.patients.parse_identifier(told.citizen.cpr))
        assessment = begin(session, patient or register(session, told), told)
        ids[point] = assessment.id
        if point == "english":
            assessment = session.assessments.correct_details(assessment, _in_english(assessment))
        if point == "paper":
            continue
        assessment = fill_in(session, assessment, told)
        if point in ("half", "english", "full_front"):
            continue
        clock.let_minutes_pass(9)
        assessment = session.front_pages.complete(assessment)
        if point == "no_need":
            session.back_pages.conclude_no_need(assessment)
        elif point != "completed":
            assessment = talk(session, assessment, told)
            if point == "signed":
                session.back_pages.sign(conclude(session, assessment, told))
    return ids


def _told(point: str) -> Case:
    told = case(2 if point == "completed" else 3 if point.startswith("full") else 1)
    if point == "half":
        few = told.front.model_copy(update={"support": ("worry",), "priority": (), "none_in_areas": ()})
        told = told.model_copy(update={"front": few})
    if point == "paper":
        on_paper = told.assessment.model_copy(update={"filled_by": FilledBy.ON_PAPER})
        told = told.model_copy(update={"assessment": on_paper})
    if point in PERSONS:
        name, cpr = PERSONS[point]
        told = told.model_copy(update={"citizen": told.citizen.model_copy(update={"name": name, "cpr": cpr})})
    return told


def _in_english(assessment: AssessmentDetails) -> AssessmentDetails:
    return assessment.model_copy(update={"language": "en"})
