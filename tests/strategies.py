"""Random sheets for property tests: any citizen, any answers, any back page that the program could have on disk.

Texts are built from the letters that names in Denmark are written with, Arabic ones too, and grow up to the longest
accepted. Nobody here exists: the only names are the public test persons of dk-core.
"""

from datetime import date, datetime, timedelta
from functools import cache
from typing import Final

from hypothesis import strategies as st

from needsform import resources
from needsform.models.assessment import (
    SIGNED_OR_LATER,
    Assessment,
    AssessmentStatus,
    FilledBy,
    Gate,
    Occasion,
    Offered,
    OtherInstrument,
    ReferralSource,
)
from needsform.models.care_plan import (
    Activity,
    ActivityKind,
    CarePlan,
    Conclusion,
    Need,
    Responsible,
    ResponsibleType,
    RetrainingPlan,
)
from needsform.models.errors import InputError
from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH, TEXT_LENGTH
from needsform.models.identifier import Identifier, IdentifierKind, parse_identifier
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import GeneralPractice, Patient, Relative
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import PRIORITY, AnswerType, Questionnaire
from needsform.models.questionnaire_reader import read_questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.sheet import CopyName, SheetContent
from needsform.models.site import Site, SiteKind
from needsform.services import reference_data
from needsform.services.signing import SiteSigner
from tests.clock import COPENHAGEN
from tests.ward import PUBLIC_TEST_PERSONS

SHIPPED_FORM: Final = "questionnaires/behovsvurdering/1.0/questionnaire.json"

_LATIN = "".join(chr(c) for c in (*range(0x41, 0x5B), *range(0x61, 0x7B), *range(0xC0, 0x180)) if chr(c).isalpha())
_GREEK_AND_CYRILLIC = "".join(chr(c) for c in (*range(0x391, 0x3CA), *range(0x410, 0x450)) if chr(c).isalpha())
_ARABIC = "".join(chr(c) for c in range(0x627, 0x64B) if chr(c).isalpha() and c != 0x640)
_WRITTEN = "æøåÆØÅéüß ,.;:!?-–’”()/%&+=@#*<>\"'0123456789" + _LATIN

_EARLIEST, _LATEST = datetime(2026, 1, 1), datetime(2036, 12, 31)  # noqa: DTZ001 - hypothesis adds the zone


@cache
def shipped_form() -> Questionnaire:
    """The form with 50 topics, read once."""
    return read_questionnaire(resources.read_bytes(SHIPPED_FORM), file=SHIPPED_FORM)


def names(longest: int = NAME_LENGTH) -> st.SearchStrategy[str]:
    """A name: from anywhere in Europe, in Arabic letters, of a test person, or of the longest accepted length."""
    word = st.one_of(
        st.text(_LATIN + "-'’", min_size=1, max_size=14),
        st.text(_GREEK_AND_CYRILLIC, min_size=1, max_size=10),
        st.text(_ARABIC, min_size=1, max_size=8),
    )
    written = st.lists(word, min_size=1, max_size=5).map(" ".join)
    test_person = st.sampled_from(sorted(PUBLIC_TEST_PERSONS))
    return st.one_of(test_person, written, st.just("Ñuñez-Ødegård " * 20)).map(lambda name: name[:longest].strip())


def lines(longest: int = LINE_LENGTH) -> st.SearchStrategy[str]:
    """A line that may be empty, up to the longest accepted."""
    return st.one_of(
        st.just(""), st.text(_WRITTEN, max_size=20), st.text(_WRITTEN, min_size=longest, max_size=longest)
    ).map(lambda text: " ".join(text.split()))


def paragraphs(longest: int = TEXT_LENGTH) -> st.SearchStrategy[str]:
    """Free text that may be empty, with line breaks, up to the longest accepted."""
    long = st.sampled_from(["Træthed og søvn, " * 60, "x" * 2000, "linje\n" * 400, "ا" * 2000])
    return st.one_of(st.just(""), st.text(_WRITTEN + "\n", max_size=60), long).map(lambda t: t[:longest].strip())


def days() -> st.SearchStrategy[date]:
    """A day on which the program is used."""
    return st.dates(_EARLIEST.date(), _LATEST.date())


def moments() -> st.SearchStrategy[datetime]:
    """A moment in Denmark, summer or winter."""
    return st.datetimes(_EARLIEST, _LATEST, timezones=st.just(COPENHAGEN), allow_imaginary=False)


@st.composite
def identifiers(draw: st.DrawFn, day: date) -> Identifier:
    """Any identifier that could have been typed on a day: CPR, either replacement, or another id."""
    kind = draw(st.sampled_from(IdentifierKind))
    born = draw(st.dates(day - timedelta(days=100 * 365), day))
    if kind is IdentifierKind.OTHER:
        return parse_identifier(draw(names(40)), today=day, other=True)
    if kind is IdentifierKind.CPR:
        typed = draw(st.sampled_from([*PUBLIC_TEST_PERSONS.values(), f"{born:%d%m%y}{draw(st.integers(0, 9999)):04}"]))
    else:
        seventh = "17" if kind is IdentifierKind.NATIONAL_REPLACEMENT else "056"
        letters = draw(st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ", min_size=2, max_size=2))
        typed = f"{born:%d%m%y}{draw(st.sampled_from(seventh))}{letters}{draw(st.integers(0, 9))}"
    try:
        return parse_identifier(typed, today=day)
    except InputError:  # the seventh digit moved the birth to another century
        return parse_identifier(PUBLIC_TEST_PERSONS["Einer Test Lauridsen"], today=day)


@st.composite
def patients(draw: st.DrawFn, day: date) -> Patient:
    """Any citizen."""
    codes = [municipality.code for municipality in reference_data.municipalities().valid_on(day)]
    return Patient(
        id=PatientId("citizen"),
        identifier=draw(identifiers(day)),
        name=draw(names()),
        phone=draw(lines()),
        best_time=draw(lines()),
        municipality_code=draw(st.sampled_from(codes)),
        address=draw(lines()),
        address_protected=draw(st.booleans()),
        general_practice=draw(st.builds(GeneralPractice, name=names() | st.just(""), phone=lines())),
        relative=draw(st.builds(Relative, name=names() | st.just(""), relation=lines(), phone=lines())),
        children_under_18=draw(st.none() | st.booleans()),
        language=draw(st.sampled_from(["da", "en", "ar", "pl", "fa", "kl", "tegnsprog"])),
        needs_interpreter=draw(st.booleans()),
    )


@st.composite
def responses(draw: st.DrawFn, form: Questionnaire) -> QuestionnaireResponse:
    """Any answers that the form can hold: boxes in three states, words, priorities among what is marked."""
    answers: dict[LinkId, Answer] = {}
    boxes = [item for item in form.items.values() if item.type is AnswerType.BOOLEAN]
    marks = draw(st.integers(0, 3 ** len(boxes) - 1) | st.just(0) | st.just(3 ** len(boxes) - 1))
    for box in boxes:
        marks, state = divmod(marks, 3)
        if state:
            answers[box.link_id] = state == 2
    texts = [item for item in form.items.values() if item.type is AnswerType.TEXT]
    for item in draw(
        st.lists(st.sampled_from(texts), max_size=6, unique_by=lambda item: item.link_id) | st.just(texts)
    ):
        words = draw(paragraphs(item.max_length))
        if words:
            answers[item.link_id] = words
    marked = [topic.link_id for topic in form.topics.values() if any(answers.get(b.link_id) for b in topic.marks())]
    if form.priority is not None and marked:
        most = form.priority.max_occurs
        priorities = draw(st.lists(st.sampled_from(marked), max_size=most, unique=True))
        if priorities:
            answers[PRIORITY] = tuple(priorities)
    if form.distress is not None and draw(st.booleans()):
        answers[form.distress.link_id] = draw(st.integers(*form.distress.bounds))
    return QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version, answers=answers)


@st.composite
def care_plans(draw: st.DrawFn, form: Questionnaire) -> CarePlan:
    """Any back page, from an empty one to every topic with the longest texts and 24 actions."""
    others = [area.other.link_id for area in form.areas if area.other is not None]
    topics = st.sampled_from([*form.topics, *others])
    need = st.builds(Need, topic=topics, patient_words=paragraphs(), observed=paragraphs(), take_further=st.booleans())
    responsible = st.builds(Responsible, type=st.none() | st.sampled_from(ResponsibleType), name=names() | st.just(""))
    activity = st.builds(
        Activity,
        kind=st.sampled_from(ActivityKind),
        text=paragraphs(),
        topics=st.lists(topics, max_size=3, unique=True).map(tuple),
        responsible=responsible,
        when=lines(),
    )
    needs = st.lists(need, max_size=8, unique_by=lambda n: n.topic)
    every_need = paragraphs().map(lambda t: [Need(topic=topic, patient_words=t, observed=t) for topic in form.topics])
    many_activities = activity.map(lambda a: [a] * 24)
    return CarePlan(
        needs=tuple(draw(needs | every_need)),
        activities=tuple(draw(st.lists(activity, max_size=5) | many_activities)),
        told_that_authority_decides=draw(st.booleans()),
        consent_municipality=draw(st.none() | st.booleans()),
        consent_gp=draw(st.none() | st.booleans()),
        retraining_plan=draw(st.none() | st.sampled_from(RetrainingPlan)),
        conclusion=draw(st.none() | st.sampled_from(Conclusion)),
        next_assessment=draw(lines()),
    )


@st.composite
def assessments(draw: st.DrawFn, form: Questionnaire) -> Assessment:
    """Any assessment in any status, of any revision."""
    status = draw(st.sampled_from(AssessmentStatus))
    is_signed = status in SIGNED_OR_LATER
    started = draw(moments())
    finished = started + timedelta(minutes=20) if status is not AssessmentStatus.DRAFT else None
    return Assessment(
        id=AssessmentId(f"{draw(st.integers(0, 2**128 - 1)):032x}"),
        patient_id=PatientId("citizen"),
        number=draw(st.integers(1, 40)),
        status=status,
        revision=draw(st.integers(1, 9)),
        response=draw(responses(form)),
        care_plan=draw(care_plans(form) if is_signed else st.none() | care_plans(form)),
        created_at=started,
        front_completed_at=finished,
        signed_at=started + timedelta(minutes=55, microseconds=7) if is_signed else None,
        occasion=draw(st.sampled_from(Occasion)),
        setting=draw(st.sampled_from(SiteKind)),
        unit=draw(names() | st.just("")),
        held_on=started.date(),
        signature=draw(st.builds(Signature, name=names(), title=lines(), phone=lines())),
        filled_by=draw(st.sampled_from(FilledBy)),
        offered=draw(st.sampled_from(Offered)),
        offered_reason=draw(paragraphs()),
        gate=draw(st.sampled_from(Gate)),
        other_instrument=draw(st.none() | st.builds(OtherInstrument, filed_at=lines(), reason_not_filled=paragraphs())),
        language=draw(st.sampled_from(form.languages)),
        relative_present=draw(st.booleans()),
        referral_source=draw(st.none() | st.sampled_from(ReferralSource)),
    )


def sites() -> st.SearchStrategy[Site]:
    """Any ward, municipality or general practice."""
    return st.builds(
        Site,
        name=names(),
        kind=st.sampled_from(SiteKind),
        unit=names() | st.just(""),
        contact_name=names() | st.just(""),
        contact_phone=lines(),
        authority=lines(),
        helpline_name=lines(),
        helpline_phone=lines(),
    )


@st.composite
def sheet_contents(draw: st.DrawFn, form: Questionnaire | None = None) -> SheetContent:
    """Any copy of any sheet, in Danish or English."""
    used = form or shipped_form()
    assessment = draw(assessments(used))
    patient = draw(patients(assessment.held_on))
    return SheetContent(
        site=draw(sites()),
        patient=patient,
        municipality=reference_data.municipalities().find(patient.municipality_code, assessment.held_on),
        assessment=assessment,
        questionnaire=used,
        words=reference_data.words(draw(st.sampled_from(reference_data.LANGUAGES))),
        copy_name=draw(st.sampled_from(CopyName)),
        printed_at=draw(moments()),
        is_draft=assessment.status not in SIGNED_OR_LATER,
        signer=SiteSigner(bytes(range(32))),
    )
