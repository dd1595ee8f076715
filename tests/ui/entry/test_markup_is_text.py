"""Whatever is written in a name, an answer or a file stands on the screens as it was written, letter by letter."""

import json
from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan, Need, Responsible
from needsform.models.errors import Fault, Message
from needsform.models.frozen import on_one_line
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import LinkId
from needsform.models.patient import GeneralPractice, Patient, PatientDetails, Relative
from needsform.models.retention import DueCause, DueCitizen, Hold
from needsform.models.settings import Appearance, Settings
from needsform.models.typed_patient import TypedPatient
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.ui.background import Background
from needsform.ui.messages import MessageBar
from needsform.ui.screens.back_page_screen import BackPageScreen
from needsform.ui.screens.new_assessment_screen import NewAssessmentScreen
from needsform.ui.screens.patient_mode_screen import PatientModeScreen
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.screens.patients_screen import PatientsScreen
from needsform.ui.screens.record_screen import RecordScreen
from needsform.ui.screens.retention_screen import RetentionScreen
from needsform.ui.screens.site_settings_screen import SiteSettingsScreen
from needsform.ui.screens.whole_page_screen import WholePageScreen
from needsform.ui.screens.worklist_screen import WorklistScreen
from needsform.ui.viewmodels.assessment_view_model import AssessmentViewModel
from needsform.ui.viewmodels.care_plan_view_model import CarePlanViewModel
from needsform.ui.viewmodels.new_assessment_view_model import NewAssessmentViewModel
from needsform.ui.viewmodels.patient_view_model import PatientViewModel
from needsform.ui.viewmodels.patients_view_model import PatientsViewModel
from needsform.ui.viewmodels.record_view_model import RecordState, RecordViewModel
from needsform.ui.viewmodels.retention_view_model import RetentionState, RetentionViewModel
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsState, SiteSettingsViewModel
from needsform.ui.viewmodels.worklist_view_model import WorklistViewModel
from needsform.ui.widgets.work_row import WorkRow
from tests.clock import StandingClock
from tests.payloads import PAYLOADS
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.entry.stagings import MADE_AT, STAGES, Ward
from tests.ward import first_talk

IN_A_CITIZEN = 9
WORDS = reference_data.words("da")


@pytest.fixture(autouse=True)
def dressed(dress: Dress) -> None:
    """As the program is."""
    dress(Appearance.LIGHT, 100)


def interpreted(screen: QWidget) -> list[str]:
    """Everything on a screen that could take what is written for something else."""
    found = []
    for widget in (screen, *screen.findChildren(QWidget)):
        if isinstance(widget, QLabel) and widget.textFormat() is not Qt.TextFormat.PlainText:
            found.append(f"{widget.objectName()}: a label that looks for markup")
        if isinstance(widget, QLabel) and widget.openExternalLinks():
            found.append(f"{widget.objectName()}: a label that opens links")
        if isinstance(widget, QMessageBox) and widget.textFormat() is not Qt.TextFormat.PlainText:
            found.append(f"{widget.objectName()}: a question that looks for markup")
        if isinstance(widget, QTextEdit) and widget.acceptRichText():
            found.append(f"{widget.objectName()}: a text that takes markup in")
        if "<" in f"{widget.toolTip()}{widget.whatsThis()}{widget.statusTip()}":
            found.append(f"{widget.objectName()}: a hint with markup")
        if isinstance(widget, QDialog) and any(payload in widget.windowTitle() for payload in PAYLOADS):
            found.append(f"{widget.objectName()}: a title with data")
    return found


def said(screen: QWidget) -> Iterator[str]:
    """Every text on a screen, as a reader sees it: of a button without its mnemonics."""
    for widget in screen.findChildren(QWidget):
        if isinstance(widget, QLabel):
            yield widget.text() if widget.buddy() is None else _without_mnemonics(widget.text())
        elif isinstance(widget, WorkRow):
            yield from widget.texts()
        elif isinstance(widget, QAbstractButton):
            yield _without_mnemonics(widget.text())
        elif isinstance(widget, QLineEdit):
            yield widget.text()
        elif isinstance(widget, QPlainTextEdit | QTextEdit):
            yield widget.toPlainText()
        elif isinstance(widget, QComboBox):
            yield from (widget.itemText(number) for number in range(widget.count()))


def _without_mnemonics(text: str) -> str:
    return text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def missing(screen: QWidget, texts: Sequence[str]) -> list[str]:
    """What should stand on a screen and does not, letter by letter."""
    everything = "\n".join(said(screen))
    return [text for text in texts if on_one_line(text) not in everything]


def look(qtbot: QtBot, screen: QWidget, texts: Sequence[str]) -> None:
    """Show a screen, and see that everything stands on it as it is."""
    qtbot.addWidget(screen)
    shown(screen)
    qtbot.waitUntil(lambda: missing(screen, texts) == [])  # the end of a long list is made out of sight
    sweep()
    assert interpreted(screen) == []
    screen.close()
    screen.deleteLater()
    sweep()


def details(texts: Sequence[str], number: int) -> PatientDetails:
    """A citizen of whom nothing is known but strange words."""
    name, phone, best_time, address, practice, practice_phone, relative, relation, relative_phone = texts
    return PatientDetails(
        identifier=Identifier(kind=IdentifierKind.OTHER, value=f"X-{number}"),
        name=name,
        phone=phone,
        best_time=best_time,
        municipality_code="0751",
        address=address,
        general_practice=GeneralPractice(name=practice, phone=practice_phone),
        relative=Relative(name=relative, relation=relation, phone=relative_phone),
    )


def parts(count: int) -> list[tuple[str, ...]]:
    """All payloads, so many at a time; the last part is filled up from the beginning."""
    filled = (*PAYLOADS, *PAYLOADS[:count])
    return [tuple(filled[at : at + count]) for at in range(0, len(PAYLOADS), count)]


@pytest.fixture
def strange(session: Session) -> list[Patient]:
    """Citizens whose details are nothing but payloads."""
    return [session.patients.register(details(texts, number)) for number, texts in enumerate(parts(IN_A_CITIZEN))]


def test_there_are_five_hundred() -> None:
    assert len(set(PAYLOADS)) == 500


def test_a_citizens_card(session: Session, clock: StandingClock, strange: list[Patient], qtbot: QtBot) -> None:
    for patient, texts in zip(strange, parts(IN_A_CITIZEN), strict=True):
        view_model = PatientViewModel(session, patient.id, WORDS, clock)
        look(qtbot, PatientScreen(view_model, WORDS, shows_more=True), texts)


def test_lists(session: Session, clock: StandingClock, strange: list[Patient], qtbot: QtBot) -> None:
    for patient in strange[:40]:
        session.assessments.start(patient, first_talk())
    names = [patient.name for patient in strange[:40]]
    look(qtbot, WorklistScreen(WorklistViewModel(session, clock), WORDS), names)
    found = PatientsViewModel(session, clock)
    found.write("x-")
    look(qtbot, PatientsScreen(found), [])


def test_the_page_where_records_are_kept_and_erased(
    session: Session, background: Background, strange: list[Patient], qtbot: QtBot
) -> None:
    for text in PAYLOADS[::20]:
        record = RecordViewModel(session, strange[0].id, WORDS, background)
        record.state = RecordState(text, "X-1", is_administrator=True, hold=Hold(text, MADE_AT))
        look(qtbot, RecordScreen(record, WORDS, lambda *_: None), [text])
    due = tuple(DueCitizen(strange[0].id, text, "X", 1, MADE_AT, DueCause.YEARS, text) for text in PAYLOADS[::5])
    retention = RetentionViewModel(session, background)
    retention.state = RetentionState("10", "", due, 500)
    look(qtbot, RetentionScreen(retention, WORDS), [])


def test_what_the_citizen_writes(session: Session, strange: list[Patient], qtbot: QtBot) -> None:
    form = session.questionnaires.default()
    notes = [topic.note.link_id for topic in form.topics.values() if topic.note is not None]
    for texts in parts(len(notes))[::3]:
        draft: Assessment = session.assessments.start(strange[0], first_talk())
        for link_id, text in zip(notes, texts, strict=True):
            draft = session.front_pages.set_answer(draft, link_id, text)
        look(qtbot, WholePageScreen(AssessmentViewModel(session.front_pages, draft, "da"), strange[0], WORDS), texts)


def test_what_the_professional_writes(
    session: Session, background: Background, strange: list[Patient], qtbot: QtBot
) -> None:
    topics = [LinkId(name) for name in ("fatigue", "worry", "sleep", "pain")]
    for texts in parts(20)[::5]:
        draft = session.assessments.start(strange[0], first_talk())
        done = session.front_pages.complete(draft)
        needs = tuple(
            Need(topic=topic, patient_words=texts[number], observed=texts[number + 4])
            for number, topic in enumerate(topics)
        )
        activities = tuple(
            Activity(text=texts[8 + 3 * n], responsible=Responsible(name=texts[9 + 3 * n]), when=texts[10 + 3 * n])
            for n in range(4)
        )
        written = session.back_pages.save(done, CarePlan(needs=needs, activities=activities))
        view_model = CarePlanViewModel(
            session, strange[0], written, reference_data.action_catalogue(), WORDS, "da", background
        )
        look(qtbot, BackPageScreen(view_model), texts[:20])


def test_what_is_wrong_with_a_file(session: Session, clock: StandingClock, qtbot: QtBot) -> None:
    view_model = SiteSettingsViewModel(session, clock)
    faults = tuple(
        Fault("f", text, Message("questionnaire.wrong_type", {"type": text, "expected": text})) for text in PAYLOADS
    )
    view_model.state = SiteSettingsState(view_model.state.typed, view_model.state.forms, faults=faults)
    look(qtbot, SiteSettingsScreen(view_model, WORDS, lambda *_: None), PAYLOADS)


def test_the_bar_of_messages(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    for text in PAYLOADS:
        bar.tell(Message("questionnaire.loaded", {"file": text}))
        assert text in bar.text
    assert interpreted(bar) == []


@pytest.mark.parametrize("name", STAGES)
def test_no_screen_has_a_label_that_looks_for_markup(
    name: str,
    session: Session,
    access: Access,
    background: Background,
    clock: StandingClock,
    patients: dict[str, Patient],
    qtbot: QtBot,
) -> None:
    screen = STAGES[name](Ward(session, access, background, clock, patients, WORDS))()
    qtbot.addWidget(screen)
    shown(screen)
    assert interpreted(screen) == []
    assert not QToolTip.isVisible()


def test_the_citizens_own_pages_have_none(session: Session, strange: list[Patient], qtbot: QtBot) -> None:
    draft = session.assessments.start(strange[0], first_talk())
    view_model = AssessmentViewModel(session.front_pages, draft, "da")
    look(qtbot, PatientModeScreen(view_model, Settings()), [])


def test_a_label_that_looks_for_markup_is_found(qtbot: QtBot) -> None:
    """The control."""
    box = QWidget()
    QLabel("<b>x</b>", box)
    box.setToolTip("<b>x</b>")
    qtbot.addWidget(box)
    assert len(interpreted(box)) == 2


def test_the_words_of_a_sites_own_form_and_a_strange_number(
    session: Session, background: Background, clock: StandingClock, qtbot: QtBot
) -> None:
    source = json.loads(session.questionnaires.default().source)
    source["version"] = "1.0-site"
    fatigue = next(t for area in source["item"] for t in area.get("item", ()) if t["linkId"] == "fatigue")
    fatigue["text"] = '<b>Træthed</b> & <img src="file:///etc/passwd">'
    session.add_questionnaire(json.dumps(source).encode(), "own.json")
    (form,) = session.questionnaires.loaded()
    identifier = Identifier(kind=IdentifierKind.OTHER, value="A&B <i>7</i>")
    patient = session.patients.register(
        PatientDetails(identifier=identifier, name="Else Test", municipality_code="0751")
    )
    draft = session.assessments.start(patient, first_talk(), form)
    done = session.front_pages.complete(session.front_pages.set_answer(draft, LinkId("fatigue.support"), True))
    catalogue = reference_data.action_catalogue()
    view_model = CarePlanViewModel(session, patient, done, catalogue, WORDS, "da", background)
    look(qtbot, BackPageScreen(view_model), [fatigue["text"]])
    new = NewAssessmentViewModel(session, WORDS, clock)
    new.write_patient(TypedPatient(name="Else"))
    new.look_up_name()
    look(qtbot, NewAssessmentScreen(new, WORDS, shows_more=False), [identifier.shown])
