"""The pictures of citizens over time: nobody assessed yet, two assessments with their actions, and forty."""

from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.demo.hands import Hands
from needsform.models.action_status import ActionStatus, followed
from needsform.models.assessment import Assessment, Occasion
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.services.session import Session
from tools.case_login import unlock
from tools.case_store import CaseStore, begin, case, play, register
from tools.screenshots.camera import ENGLISH, EVERY_LOOK, LARGE, LIGHT, Camera, Look
from tools.screenshots.ward import PERSONS, WalkingClock

_TWICE_AS_LARGE = Look("-200", text_percent=200)
_FORTY, _EVERY = 40, timedelta(days=60)
_LATER = ("work.problem", "work.support", "memory_concentration.problem", "fatigue.problem", "sleep.support")
"""What the citizen ticks at the end of treatment."""


def lay_out(folder: Path) -> None:
    """Three citizens: one who has just come, one at the end of treatment, and one of many years."""
    store = CaseStore.found(folder, case(1), WalkingClock())
    session = store.open()
    try:
        _end_of_treatment(session)
        _many_years(session, _registered(session, "talked"))
        _registered(session, "no_need")
    finally:
        session.close()
        store.access.leave()


def _registered(session: Session, point: str) -> Patient:
    told = case(1)
    name, cpr = PERSONS[point]
    citizen = told.citizen.model_copy(update={"name": name, "cpr": cpr})
    return register(session, told.model_copy(update={"citizen": citizen}))


def _end_of_treatment(session: Session) -> None:
    patient, _ = play(session, case(1))
    newer = _assessed(session, patient, date(2027, 4, 14), Occasion.END_OF_TREATMENT, _LATER)
    newer = session.front_pages.set_answer(newer, LinkId("priority"), (LinkId("work"),))
    session.front_pages.complete(newer)
    actions = followed(session.timelines.of_patient(patient.id), ())
    session.action_notes.note(patient.id, actions[0], ActionStatus.DONE)
    session.action_notes.note(patient.id, actions[-1], ActionStatus.DROPPED, "Har ikke brug for det mere")


def _many_years(session: Session, patient: Patient) -> None:
    boxes = [box.link_id for area in session.questionnaires.default().areas for box in area.boxes()]
    for number in range(_FORTY):
        marks = tuple(boxes[(number * 7 + step * 5) % 30] for step in range(8))
        held = _assessed(session, patient, date(2020, 1, 6) + number * _EVERY, Occasion.MUNICIPAL_FOLLOW_UP, marks)
        session.front_pages.complete(held)


def _assessed(session: Session, patient: Patient, day: date, occasion: Occasion, marks: tuple[str, ...]) -> Assessment:
    """Ticked, and not handed in yet."""
    begun = begin(session, patient, case(1))
    held = session.assessments.correct_details(begun, begun.model_copy(update={"held_on": day, "occasion": occasion}))
    for mark in marks:
        held = session.front_pages.set_answer(held, LinkId(mark), True)
    return held


class TimelineScenes:
    """What is seen of them."""

    def __init__(self, hands: Hands, camera: Camera) -> None:
        self._hands, self._camera = hands, camera

    def over_time(self) -> None:
        """From the door to the cards, and the two latest on paper."""
        hands, camera = self._hands, self._camera
        camera.stand_before_staff()
        unlock(hands)
        self._card(PERSONS["no_need"][0])
        camera.take("timeline-empty", LIGHT, LARGE)
        self._card(PERSONS["talked"][0])
        camera.take("timeline-forty", LIGHT, _TWICE_AS_LARGE, look_at=self._look_at_table)
        self._card(case(1).citizen.name)
        camera.take("timeline-card", LIGHT)
        camera.take("timeline-two", *EVERY_LOOK, _TWICE_AS_LARGE, ENGLISH, look_at=self._look_at_table)
        hands.click("compare_on_paper")
        hands.find(QWidget, "comparison_sheet_screen")
        camera.wait()
        camera.take("comparison-sheet", *EVERY_LOOK)
        hands.click("close")

    def _look_at_table(self) -> None:
        """The keys come to the table, and the page with them."""
        self._hands.find(QWidget, "timeline").setFocus()
        self._hands.settle()

    def _card(self, name: str) -> None:
        """A citizen's card, with the timeline in sight."""
        hands = self._hands
        hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        hands.write("search", name)
        hands.press(Qt.Key.Key_Return)
        hands.find(QWidget, "timeline_section")
        hands.find(QWidget, "patient_screen")
