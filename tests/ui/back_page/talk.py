"""One talk in tests: the case, the assessment up to its locked front page, and the screens with somebody's hands."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from needsform.demo.case import Case, longest, read_case
from needsform.models.assessment import Assessment, AssessmentDetails
from needsform.models.care_plan import Activity, CarePlan, Need, Responsible
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Patient, PatientDetails, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.page_pictures import PagePicture
from needsform.ui.screens.back_page_screen import BackPageScreen
from needsform.ui.viewmodels.care_plan_view_model import CarePlanViewModel

CASES = Path(__file__).resolve().parents[3] / "resources/cases"
NO_KEYS = Qt.KeyboardModifier.NoModifier


@dataclass
class Talk:
    """A citizen has finished the front page."""

    session: Session
    background: Background
    qtbot: QtBot
    case: Case
    assessment: Assessment
    patient: Patient = field(init=False)
    view_model: CarePlanViewModel = field(init=False)
    screens: list[QWidget] = field(default_factory=list)
    """Held, because pytest-qt does not."""
    seen: PagePicture | None = None
    """The picture of the live page that was looked at last."""

    def __post_init__(self) -> None:
        self.patient = self.session.patients.get(self.assessment.patient_id)
        self.open()

    def open(self, language: str = "da") -> CarePlanViewModel:
        """Come to the back page of the assessment as it stands on disk."""
        self.view_model = CarePlanViewModel(
            self.session,
            self.patient,
            self.session.assessments.get(self.assessment.id),
            reference_data.action_catalogue(),
            reference_data.words(language),
            language,
            self.background,
        )
        self.seen = None
        return self.view_model

    def show(self, width: int = 1440, height: int = 900) -> BackPageScreen:
        """The screen, with the focus where the window would put it."""
        screen = BackPageScreen(self.view_model)
        self.put_up(screen, width, height)
        return screen

    def put_up(self, screen: QWidget, width: int, height: int) -> None:
        """Show a screen as the window would."""
        self.screens.append(screen)
        self.qtbot.addWidget(screen)
        screen.resize(width, height)
        entrance = screen.focusProxy() or screen  # a screen tells where it wants to be entered only as it is made
        with self.qtbot.waitExposed(screen):
            screen.show()
        screen.activateWindow()
        if entrance.isEnabled():
            entrance.setFocus()
        else:
            screen.focusNextChild()
        QApplication.processEvents()

    def next_picture(self, is_wanted: Callable[[PagePicture], bool] = lambda _picture: True) -> PagePicture:
        """The live page, drawn anew since it was looked at last: at times before anybody waits for it, or twice."""
        seen: list[PagePicture] = []

        def is_there() -> bool:
            picture = self.view_model.picture
            if picture is not None and picture is not self.seen:
                self.seen = picture
                seen.extend(filter(is_wanted, [picture]))
            return bool(seen)

        self.qtbot.waitUntil(is_there, timeout=20_000)
        return seen[0]

    def on_disk(self) -> CarePlan:
        """The back page as it lies in the store now."""
        return self.session.assessments.get(self.assessment.id).care_plan or CarePlan()

    def plan(self) -> CarePlan:
        """The back page that the case ends with."""
        return plan_of(self.case, self.view_model)

    def save(self, plan: CarePlan) -> None:
        """Let the back page be written already."""
        self.session.back_pages.save(self.session.assessments.get(self.assessment.id), plan)
        self.open()


def case_number(number: int) -> Case:
    """One of the three cases."""
    return read_case(next(CASES.glob(f"{number}-*.json")).read_bytes())


def register(session: Session, case: Case) -> Patient:
    """The citizen of a case."""
    citizen = case.citizen
    relative = citizen.relative
    return session.patients.register(
        PatientDetails(
            identifier=session.patients.parse_identifier(citizen.cpr),
            name=citizen.name,
            phone=citizen.phone,
            best_time=citizen.best_time,
            municipality_code=citizen.municipality_code,
            general_practice=GeneralPractice(name=citizen.gp),
            relative=Relative(name=relative.name, relation=relative.relation, phone=relative.phone)
            if relative
            else Relative(),
            language=citizen.language,
            needs_interpreter=citizen.interpreter,
        )
    )


def front_filled(session: Session, case: Case, patient: Patient) -> Assessment:
    """The assessment of a case, its front page finished and locked."""
    told, front = case.assessment, case.front
    professional = told.professional
    assessment = session.assessments.start(
        patient,
        AssessmentDetails(
            occasion=told.occasion,
            setting=told.setting,
            unit=told.unit,
            held_on=told.date,
            filled_by=told.filled_by,
            signature=Signature(name=professional.name, title=professional.title, phone=professional.phone),
            relative_present=case.citizen.relative is not None and case.citizen.relative.present,
        ),
    )
    form = session.assessments.questionnaire(assessment)
    for topic in form.topics.values():
        for box, marked in ((topic.problem, front.problem), (topic.support, front.support)):
            if box is not None and (marked == "all" or topic.link_id in marked):
                assessment = session.front_pages.set_answer(assessment, box.link_id, True)
        if topic.note is not None and topic.link_id in front.notes:
            assessment = session.front_pages.set_answer(assessment, topic.note.link_id, front.notes[topic.link_id])
    for area in form.areas:
        if area.link_id in front.none_in_areas:
            assessment = session.front_pages.answer_none_of_these(assessment, area)
        said = front.other.get(area.link_id, "")
        if area.other is not None and "each_area" in front.other:
            said = longest(area.other.max_length)
        if area.other is not None and said:
            assessment = session.front_pages.set_answer(assessment, area.other.link_id, said)
    if front.priority:
        chosen = tuple(LinkId(topic) for topic in front.priority)
        assessment = session.front_pages.set_answer(assessment, PRIORITY, chosen)
    return session.front_pages.complete(assessment)


def plan_of(case: Case, view_model: CarePlanViewModel) -> CarePlan:
    """What the back page of a case says, its rows in the order in which the page opens."""
    back = case.back
    said = {} if isinstance(back.needs, str) else {need.topic: need for need in back.needs}
    needs = tuple(
        Need(
            topic=need.topic,
            patient_words=said[need.topic].patient_words,
            observed=said[need.topic].observed,
            take_further=said[need.topic].take_further,
        )
        if need.topic in said
        else Need(topic=need.topic)
        for need in view_model.state.plan.needs
    )
    activities = tuple(
        Activity(
            kind=action.kind,
            text=action.text,
            topics=tuple(LinkId(topic) for topic in action.topics),
            responsible=Responsible(type=action.responsible.type, name=action.responsible.name)
            if action.responsible
            else Responsible(),
            when=action.when,
        )
        for action in back.written_actions()
    )
    return CarePlan(
        needs=needs,
        activities=activities,
        told_that_authority_decides=back.told_that_authority_decides,
        consent_municipality=back.consent_municipality,
        consent_gp=back.consent_gp,
        retraining_plan=back.retraining_plan,
        conclusion=back.conclusion,
        next_assessment=back.next_assessment,
    )


def press(key: Qt.Key | str, modifier: Qt.KeyboardModifier = NO_KEYS) -> None:
    """Press a key where the focus is, or type words there."""
    focused = QApplication.focusWidget()
    assert focused is not None, "nothing has the focus"
    if isinstance(key, str):
        QTest.keyClicks(focused, key)
    else:
        QTest.keyClick(focused, key, modifier)


def focus_name() -> str:
    """The name of what has the focus."""
    focused = QApplication.focusWidget()
    return focused.objectName() if focused is not None else ""


def tab_to(name: str, most: int = 120) -> QWidget:
    """Press Tab until the focus is on what is called that, or on one of the answers of a question of that name."""
    seen: list[str] = []
    for _ in range(most):
        if focus_name() == name or focus_name().rstrip("0123456789") == f"{name}.":
            focused = QApplication.focusWidget()
            assert focused is not None
            return focused
        press(Qt.Key.Key_Tab)
        seen.append(focus_name())
    raise AssertionError(f"Tab does not come to {name}, but to {seen}")
