"""Whoever comes and goes in whatever order: nobody's answers are ever another's, nor those of another form."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import pytest

from needsform.models.assessment import Assessment
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import Patient
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_response import Answer
from needsform.resources import read_bytes
from needsform.services.questionnaires import DEFAULT, FOLDER
from needsform.services.session import Session
from tests.faults.day import Day, close, confirm, found, open_, unlock
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.faults.ticking import some_answer
from tests.ward import PUBLIC_TEST_PERSONS, citizen, first_talk

PART = "mix-ups"
ACTS = 4
OWN_FORMS = (("urn:needsform:questionnaire:behovsvurdering", "9.1"), ("urn:example:another", "1.0"))
"""A newer version and another form, with the very same boxes: what could be mixed up most easily."""


@dataclass
class Known:
    """What should be on disk of one assessment."""

    patient_id: PatientId
    form: tuple[str, str]
    answers: dict[LinkId, Answer] = field(default_factory=dict)
    place: LinkId | None = None


@dataclass
class Ward:
    """A session, and what a person who never forgets knows of it."""

    day: Day
    chance: Random
    forms: tuple[Questionnaire, ...]
    patients: tuple[Patient, ...]
    known: dict[AssessmentId, Known] = field(default_factory=dict)
    seen: list[Assessment] = field(default_factory=list)
    """What was shown on some screen before; some of it is out of date."""

    @property
    def session(self) -> Session:
        """The open one."""
        return self.day.at_work

    def start(self) -> None:
        """A new assessment of anybody on any form."""
        patient, form = self.chance.choice(self.patients), self.chance.choice(self.forms)
        begun = self.session.assessments.start(patient, first_talk(), form)
        self.known[begun.id] = Known(patient.id, (form.url, form.version))
        self.seen.append(begun)

    def tick(self) -> None:
        """Something is ticked on a page that is up to date, or on one that is not."""
        if not self.seen:
            return
        shown = self.chance.choice(self.seen[-20:])
        form = self.session.assessments.questionnaire(shown)
        link_id, answer = some_answer(self.chance, form, shown.response)
        try:
            after = self.session.front_pages.set_answer(shown, link_id, answer)
        except (WorldError, InputError):  # it was out of date
            assert self.session.assessments.get(shown.id).change > shown.change
            return
        if after is not shown:  # what was so already on that page is not written, however old the page is
            self.known[shown.id].answers = dict(after.response.answers)
            self.seen.append(after)

    def turn_page(self) -> None:
        """Somebody comes to another page."""
        if self.seen:
            shown = self.chance.choice(self.seen[-20:])
            place = self.chance.choice(self.session.assessments.questionnaire(shown).areas).link_id
            self.session.front_pages.remember_place(shown, place)
            self.known[shown.id].place = place

    def hand_over(self) -> None:
        """A citizen gets the screen, and nobody else's form can be reached meanwhile."""
        if not self.known:
            return
        own, other = (self.chance.choice(list(self.known)) for _ in range(2))
        self.session.hand_to_citizen(own)
        assert self.session.assessments.get(own).patient_id == self.known[own].patient_id
        if other != own:
            with pytest.raises(PermissionDenied):
                self.session.assessments.get(other)
        self.session.take_back(self.day.proof)

    def come_back(self) -> None:
        """The program is locked and unlocked."""
        open_(self.day)

    def look(self) -> None:
        """What is offered of a citizen is theirs, on the form that it was begun on, as it was left."""
        patient = self.chance.choice(self.patients)
        offered = {summary.id for summary in self.session.assessments.of_patient(patient.id)}
        assert offered == {id_ for id_, known in self.known.items() if known.patient_id == patient.id}
        for id_ in self.chance.sample(sorted(offered), k=min(len(offered), 3)):
            self.require_as_known(id_)

    def require_as_known(self, id_: AssessmentId) -> None:
        """An assessment on disk is what it should be."""
        on_disk, known = self.session.assessments.get(id_), self.known[id_]
        form = on_disk.response.questionnaire_url, on_disk.response.questionnaire_version
        found = Known(on_disk.patient_id, form, dict(on_disk.response.answers), on_disk.place)
        assert found == known
        assert self.session.assessments.questionnaire(on_disk).url == known.form[0]
        assert self.session.assessments.questionnaire(on_disk).version == known.form[1]


def begun_ward(folder: Path, chance: Random) -> Ward:
    """A ward with six citizens and three forms."""
    day = Day(folder)
    for doing in (found, confirm, unlock, open_):
        doing(day)
    source = json.loads(read_bytes(f"{FOLDER}/{DEFAULT}"))
    for url, version in OWN_FORMS:
        day.at_work.add_questionnaire(json.dumps({**source, "url": url, "version": version}).encode(), "own.json")
    forms = day.at_work.questionnaires
    patients = tuple(day.at_work.patients.register(citizen(name)) for name in PUBLIC_TEST_PERSONS)
    return Ward(day, chance, (forms.default(), *forms.loaded()), patients)


def go_on(ward: Ward, sequences: int) -> None:
    """So many sequences of a few acts each, and a look at all that one of them could have touched."""
    acts: tuple[Callable[[], None], ...] = (ward.start, ward.tick, ward.turn_page, ward.hand_over, ward.come_back)
    for number in range(sequences):
        for act in ward.chance.choices(acts, weights=(1, 12, 3, 2, 0.2), k=ACTS):
            act()
        ward.look()
        progress(PART, number + 1, sequences)
    for id_ in ward.known:
        ward.require_as_known(id_)


def test_nobodys_answers_are_ever_anothers(tmp_path: Path, record_testsuite_property: Record) -> None:
    ward = begun_ward(tmp_path, Random(SEED))
    go_on(ward, points(PART))
    close(ward.day)
    told(record_testsuite_property, PART, points(PART), assessments=len(ward.known))


def test_an_answer_that_went_to_another_form_is_caught(tmp_path: Path) -> None:
    """The control: one row is put where another citizen's answers are."""
    ward = begun_ward(tmp_path, Random(SEED))
    for _ in range(2):
        ward.start()
    ours, theirs = list(ward.known)
    ward.session.front_pages.set_answer(ward.session.assessments.get(theirs), LinkId("fatigue.problem"), True)
    with pytest.raises(AssertionError):
        ward.require_as_known(theirs)
    ward.require_as_known(ours)
    close(ward.day)
