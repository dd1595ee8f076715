"""What an installation tries on itself: an encrypted store, every shipped file, a sheet with its Bundle, a window.

Run after a build (`build_installer.spec`), and by whoever looks after a computer on which something does not work.
"""

import os
import tempfile
import traceback
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from needsform.app import Program
from needsform.dressing import new_application
from needsform.models import strict_json
from needsform.models.assessment import AssessmentDetails, Occasion
from needsform.models.identifier import parse_identifier
from needsform.models.patient import PatientDetails
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from needsform.services.access import Access
from needsform.services.clock import system_clock
from needsform.services.documents import bundle_in_sheet, render_sheet
from needsform.services.founding import FirstRun
from needsform.services.questionnaires import Questionnaires
from needsform.services.session import Session

TEST_PERSON = ("Einer Test Lauridsen", "0201609995", "0751")
"""Name, CPR and municipality of one of the persons that HL7 Denmark published for tests (dk-core)."""
PAINTED_WITHIN = 30_000
"""Milliseconds; a slow computer is no fault."""


class Fault(Exception):
    """Something came back otherwise than it went in."""


def find_fault(language: str) -> str:
    """What is wrong with this installation, as a report for whoever mends it; empty when everything works.

    `language` is the one in which the window is painted.
    """
    try:
        with tempfile.TemporaryDirectory(prefix="needsform-") as name:
            folder = Path(name)
            _require(bool(Questionnaires().released()), "no form was shipped")
            _require(all(reference_data.words(language).texts for language in reference_data.LANGUAGES), "no words")
            _fill_in_a_form(folder / "store")
            _paint_a_window(folder / "window", language)
    except Exception:  # noqa: BLE001 - whatever it is, it is the answer
        return traceback.format_exc()
    return ""


def _fill_in_a_form(folder: Path) -> None:
    """One tick into an encrypted store and out of it again, onto a sheet and out of that again."""
    access = Access(folder, system_clock, os.urandom)
    login, password = "self-check", os.urandom(16).hex()
    site = Site(name="Needsform", kind=SiteKind.HOSPITAL)
    first_run = FirstRun(site=site, login=login, name="Needsform", title="", phone="", password=password)
    try:
        access.confirm(access.found(first_run))
        session = access.open(access.unlock(login, password))
        try:
            _fill_in(session)
        finally:
            session.close()
    finally:
        access.leave()
    _require(TEST_PERSON[0].encode() not in (folder / "needsform.db").read_bytes(), "the store is not encrypted")


def _fill_in(session: Session) -> None:
    name, cpr, municipality = TEST_PERSON
    today = session.now().date()
    details = PatientDetails(identifier=parse_identifier(cpr, today=today), name=name, municipality_code=municipality)
    patient = session.patients.register(details)
    begun = session.assessments.start(
        patient,
        AssessmentDetails(
            occasion=Occasion.TREATMENT_START,
            setting=SiteKind.HOSPITAL,
            held_on=today,
            signature=session.practitioner.signature(),
        ),
    )
    box = next(iter(session.questionnaires.default().areas)).boxes()[0]
    session.front_pages.set_answer(begun, box.link_id, True)
    kept = session.assessments.get(begun.id)
    _require(kept.response.is_ticked(box), "the store lost a tick")
    content = session.documents.content(patient, kept)
    _require(content.municipality is not None, "the municipality is not on the list")
    bundle = bundle_in_sheet(render_sheet(content))
    _require(isinstance(strict_json.loads(bundle), dict), "the sheet lost its Bundle")
    _require(name.encode() in bundle, "the Bundle lost the citizen")
    _require(bool(reference_data.action_catalogue().suggestions), "there are no suggestions")
    _require(bool(reference_data.directory()), "the directory is empty")


def _paint_a_window(folder: Path, language: str) -> None:
    app = QApplication.instance() or new_application("needsform")
    if not isinstance(app, QApplication):
        raise Fault("there is a program without windows")
    program = Program(app, folder, language=language)
    loop = QEventLoop()
    program.window.painted.connect(partial(loop.exit, 0))
    QTimer.singleShot(PAINTED_WITHIN, loop, partial(loop.exit, 1))
    program.start()
    in_time = loop.exec() == 0
    program.leave()
    _require(in_time, "no window was painted")


def _require(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise Fault(otherwise)
