"""What a FHIR server and a colleague abroad see of a sheet."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from needsform.export.fhir import bundle_json, codes
from needsform.models.assessment import AssessmentStatus, FilledBy, Gate, Offered, OtherInstrument
from needsform.models.care_plan import Activity, ActivityKind, CarePlan, Conclusion, Need, Responsible, ResponsibleType
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.patient import GeneralPractice, Relative
from needsform.models.questionnaire import PRIORITY
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.sheet import CopyName, SheetContent
from tests import small_form
from tests.export import talk
from tests.strategies import sheet_contents, shipped_form

Fhir = dict[str, Any]

DOCUMENTATION = Path(__file__).resolve().parents[2] / "docs" / "FHIR.md"


def bundle(content: SheetContent | None = None) -> Fhir:
    """The Bundle of a sheet, as another program reads it."""
    read: Fhir = json.loads(bundle_json(content or talk.sheet()))
    return read


def resources(kind: str, content: SheetContent | None = None) -> list[Fhir]:
    """The resources of one kind, in the order of the Bundle."""
    return [entry["resource"] for entry in bundle(content)["entry"] if entry["resource"]["resourceType"] == kind]


def one(kind: str, content: SheetContent | None = None) -> Fhir:
    """The only resource of its kind."""
    (found,) = resources(kind, content)
    return found


def assessment(**changes: object) -> SheetContent:
    """The sheet of the talk with something else about the assessment."""
    return talk.sheet(of=talk.assessment().model_copy(update=changes))


def plan(**changes: object) -> SheetContent:
    """The sheet of the talk with something else on the back page."""
    return assessment(care_plan=talk.care_plan().model_copy(update=changes))


def citizen(**changes: object) -> SheetContent:
    """The sheet of the talk with something else about Einer."""
    return talk.sheet(citizen=talk.patient().model_copy(update=changes))


def values(node: Any, key: str) -> list[str]:
    """Every string that stands under a key, anywhere."""
    if isinstance(node, list):
        return [found for entry in node for found in values(entry, key)]
    if not isinstance(node, dict):
        return []
    here = node.get(key)
    return [*([here] if isinstance(here, str) else []), *(f for entry in node.values() for f in values(entry, key))]


def answers(items: list[Fhir]) -> dict[str, Any]:
    """The values of a response by linkId."""
    found: dict[str, Any] = {}
    for item in items:
        if "answer" in item:
            found[item["linkId"]] = [next(iter(answer.values())) for answer in item["answer"]]
        found.update(answers(item.get("item", [])))
    return found


def link_ids(items: list[Fhir]) -> list[Any]:
    """The linkIds of items as they are nested, in their order."""
    return [[item["linkId"], *link_ids(item.get("item", []))] for item in items]


def within(some: list[Any], whole: list[Any]) -> bool:
    """Whether nested linkIds stand in the same places and order in a larger tree."""
    places = {entry[0]: entry for entry in whole}
    order = [entry[0] for entry in whole]
    return [e[0] for e in some] == [name for name in order if name in {e[0] for e in some}] and all(
        within(entry[1:], places[entry[0]][1:]) for entry in some
    )


# The Bundle as a whole ---------------------------------------------------------------------------------------------


def test_a_server_is_asked_to_make_every_resource_in_one_transaction() -> None:
    read = bundle()
    assert (read["resourceType"], read["type"], read["language"]) == ("Bundle", "transaction", "da")
    assert all(entry["request"]["method"] == "POST" for entry in read["entry"])
    assert all(entry["request"]["url"] == entry["resource"]["resourceType"] for entry in read["entry"])


@settings(max_examples=20)
@given(sheet_contents())
def test_every_reference_leads_to_a_resource_of_the_bundle(content: SheetContent) -> None:
    read = bundle(content)
    names = [entry["fullUrl"] for entry in read["entry"]]
    assert len(set(names)) == len(names)
    assert set(values(read["entry"], "reference")) <= set(names)


@settings(max_examples=20)
@given(sheet_contents())
def test_a_name_of_a_resource_stands_only_where_a_server_may_replace_it(content: SheetContent) -> None:
    read = bundle(content)
    names = {entry["fullUrl"] for entry in read["entry"]}
    assert not names & set(values(read, "value"))


def test_every_copy_of_a_sheet_carries_the_same_bytes() -> None:
    content = talk.sheet()
    later = content.printed_at + timedelta(days=3)
    other = content.model_copy(update={"copy_name": CopyName.MUNICIPALITY, "printed_at": later})
    handed_over = other.assessment.model_copy(update={"status": AssessmentStatus.HANDED_OVER, "handed_over_at": later})
    other = other.model_copy(update={"assessment": handed_over})
    assert bundle_json(content) == bundle_json(other)


@pytest.mark.parametrize("change", [{"revision": 2}, {"id": AssessmentId("f" * 32)}])
def test_no_resource_of_another_revision_or_assessment_has_the_same_name(change: dict[str, object]) -> None:
    first = {entry["fullUrl"] for entry in bundle()["entry"]}
    second = {entry["fullUrl"] for entry in bundle(assessment(**change))["entry"]}
    assert not first & second


def test_letters_are_written_as_letters_and_no_space_is_wasted() -> None:
    written = bundle_json(talk.sheet())
    assert "Kræftkoordinator".encode() in written
    assert b"\\u" not in written
    assert b'": ' not in written


@settings(max_examples=20)
@given(sheet_contents())
def test_no_code_system_is_invented_and_every_own_name_is_documented(content: SheetContent) -> None:
    read = bundle(content)
    documentation = DOCUMENTATION.read_text(encoding="utf-8")
    standard = re.compile(r"http://terminology\.hl7\.org/|http://hl7\.dk/|urn:oid:|urn:ietf:|urn:iso-astm:|phone$")
    own = [name for name in values(read, "system") if not standard.match(name)]
    extensions = [url for url in values(read["entry"], "url") if ":" in url]
    assert set(own) <= {codes.ASSESSMENT}
    assert [name for name in {*own, *extensions, codes.FORMAT} if name not in documentation] == []


# The citizen -------------------------------------------------------------------------------------------------------


def test_a_dane_is_known_by_cpr_as_dk_core_has_it() -> None:
    patient = one("Patient")
    assert patient["identifier"] == [
        {"use": "official", "system": "urn:oid:1.2.208.176.1.2", "value": "0201609995"},
    ]
    assert patient["birthDate"] == "1960-01-02"
    assert patient["name"] == [{"use": "official", "text": "Einer Test Lauridsen"}]


def test_the_municipality_has_the_number_that_dk_core_gives_it() -> None:
    system = "http://hl7.dk/fhir/core/CodeSystem/dk-core-municipality-codes"
    (municipality,) = [o for o in resources("Organization") if o.get("name") == "Aarhus Kommune"]
    assert municipality["identifier"] == [{"system": system, "value": "0751"}]
    (address,) = one("Patient")["address"]
    assert address["text"] == "Testgrusgraven 3, 3.th"
    (extension,) = address["extension"]
    assert extension["valueCodeableConcept"]["coding"] == [{"system": system, "code": "0751", "display": "Aarhus"}]


def test_a_protected_address_is_nowhere_and_the_citizen_is_marked_restricted() -> None:
    content = citizen(address_protected=True)
    patient = one("Patient", content)
    assert [label["code"] for label in patient["meta"]["security"]] == ["R"]
    assert "address" not in patient
    assert "Testgrusgraven" not in bundle_json(content).decode()
    assert "security" not in json.dumps(one("Patient"))


def test_somebody_who_needs_an_interpreter_says_so_the_standard_way() -> None:
    patient = one("Patient", citizen(needs_interpreter=True, language="pl"))
    assert patient["extension"] == [
        {"url": "http://hl7.org/fhir/StructureDefinition/patient-interpreterRequired", "valueBoolean": True}
    ]
    (spoken,) = patient["communication"]
    assert spoken["language"] == {"coding": [{"system": "urn:ietf:bcp:47", "code": "pl"}], "text": "polsk"}


def test_a_language_that_has_no_code_is_told_in_words() -> None:
    (spoken,) = one("Patient", citizen(language="tegnsprog"))["communication"]
    assert spoken["language"] == {"text": "tegnsprog"}
    assert "communication" not in one("Patient", citizen(language=""))


def test_nobody_is_made_up_where_nothing_is_known() -> None:
    bare = citizen(
        phone="",
        best_time="",
        address="",
        municipality_code="",
        general_practice=GeneralPractice(),
        relative=Relative(),
        children_under_18=None,
    )
    assert set(one("Patient", bare)) == {"resourceType", "identifier", "name", "birthDate", "communication"}
    assert resources("RelatedPerson", bare) == []
    assert one("QuestionnaireResponse", bare)["author"] == {
        "type": "RelatedPerson",
        "display": "Sammen med pårørende",
    }


# The front page ----------------------------------------------------------------------------------------------------


def test_a_tick_and_a_no_are_answers_and_silence_is_none() -> None:
    given_answers = answers(one("QuestionnaireResponse")["item"])
    assert given_answers["fatigue.problem"] == [True]
    assert given_answers["faith.problem"] == [False]
    assert "sleep.problem" not in given_answers


def test_priorities_keep_their_order_and_words() -> None:
    given_answers = answers(one("QuestionnaireResponse")["item"])
    assert given_answers["priority"] == [
        {"code": "worry", "display": "Bekymring"},
        {"code": "fatigue", "display": "Træthed"},
    ]


@settings(max_examples=20)
@given(sheet_contents())
def test_answers_stand_where_the_form_has_them(content: SheetContent) -> None:
    form = json.loads(content.questionnaire.source)
    response = one("QuestionnaireResponse", content)
    assert within(link_ids(response.get("item", [])), link_ids(form["item"]))
    assert response["questionnaire"] == f"{form['url']}|{form['version']}"


def test_a_form_that_asks_in_another_order_is_answered_in_its_order() -> None:
    resource = small_form.fhir()
    resource["item"].reverse()
    form = small_form.read(resource)
    answers = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    answers = answers.with_answer(form, LinkId("sleep.problem"), True)
    answers = answers.with_answer(form, PRIORITY, (LinkId("sleep"),))
    content = assessment(response=answers, care_plan=None).model_copy(update={"questionnaire": form})
    assert [item["linkId"] for item in one("QuestionnaireResponse", content)["item"]] == ["priority", "body"]


def test_the_words_of_the_form_are_those_that_the_citizen_read() -> None:
    content = assessment(language="en")
    assert "Fatigue" in values(one("QuestionnaireResponse", content)["item"], "text")
    assert "Træthed" in values(resources("Observation", content), "text")


def test_a_sheet_in_english_says_its_own_words_in_english() -> None:
    content = talk.sheet(language="en")
    assert one("CarePlan", content)["title"] != one("CarePlan")["title"]
    assert "Fatigue" in values(resources("Observation", content), "text")
    assert "Træthed" in values(one("QuestionnaireResponse", content)["item"], "text")


def test_a_form_without_words_in_the_language_of_the_assessment_uses_its_own() -> None:
    assert "Træthed" in values(one("QuestionnaireResponse", assessment(language="kl"))["item"], "text")


@pytest.mark.parametrize(
    ("filled_by", "kind", "mode"),
    [
        (FilledBy.SELF, "Patient", "ELECTRONIC"),
        (FilledBy.WITH_RELATIVE, "RelatedPerson", "ELECTRONIC"),
        (FilledBy.WITH_STAFF, "PractitionerRole", "ELECTRONIC"),
        (FilledBy.ON_PAPER, "PractitionerRole", "WRITTEN"),
    ],
)
def test_who_put_the_answers_down_is_the_author_and_the_citizen_is_the_source(
    filled_by: FilledBy, kind: str, mode: str
) -> None:
    content = assessment(filled_by=filled_by)
    kinds = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in bundle(content)["entry"]}
    response = one("QuestionnaireResponse", content)
    assert kinds[response["author"]["reference"]] == kind
    assert kinds[response["source"]["reference"]] == "Patient"
    assert values(response["extension"], "code") == [mode]


@pytest.mark.parametrize(
    ("status", "revision", "said"),
    [
        (AssessmentStatus.DRAFT, 1, "in-progress"),
        (AssessmentStatus.DRAFT, 2, "in-progress"),
        (AssessmentStatus.FRONT_COMPLETED, 1, "completed"),
        (AssessmentStatus.SIGNED, 1, "completed"),
        (AssessmentStatus.SIGNED, 2, "amended"),
        (AssessmentStatus.DECLINED, 1, "stopped"),
        (AssessmentStatus.CANCELLED, 1, "entered-in-error"),
    ],
)
def test_the_front_page_says_whether_it_is_finished(status: AssessmentStatus, revision: int, said: str) -> None:
    assert one("QuestionnaireResponse", assessment(status=status, revision=revision))["status"] == said


def test_an_answer_that_its_form_has_no_place_for_is_not_lost_in_silence() -> None:
    form = shipped_form()
    stray = QuestionnaireResponse(
        questionnaire_url=form.url, questionnaire_version=form.version, answers={LinkId("nowhere.problem"): True}
    )
    with pytest.raises(ValueError, match="no place"):
        bundle_json(assessment(response=stray))


# The talk ----------------------------------------------------------------------------------------------------------


def procedure(content: SheetContent | None = None) -> Fhir:
    """The assessment as an act."""
    return resources("Procedure", content)[0]


def test_the_talk_tells_why_when_where_and_with_whom() -> None:
    act = procedure()
    assert act["performedDateTime"] == "2026-11-23"
    assert act["reasonCode"][0]["text"] == "Start af behandling"
    assert [who["actor"]["display"] for who in act["performer"]] == ["Karin Prøve", "Pårørende deltog"]
    assert act["outcome"]["text"] == "Behov for rehabilitering"
    assert act["followUp"] == [{"text": "ved afslutning af behandling"}]
    location = one("Location")
    assert (location["name"], location["type"][0]["coding"][0]["code"]) == ("Kræftafdelingen", "HOSP")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({}, "completed"),
        ({"signed_at": None}, "in-progress"),
        ({"offered": Offered.TOO_ILL}, "not-done"),
        ({"gate": Gate.PALLIATIVE}, "not-done"),
        ({"status": AssessmentStatus.CANCELLED}, "entered-in-error"),
    ],
)
def test_an_assessment_says_whether_it_was_made(changes: dict[str, object], said: str) -> None:
    assert procedure(assessment(**changes))["status"] == said


def test_somebody_too_ill_is_told_apart_from_somebody_who_said_no() -> None:
    act = procedure(assessment(offered=Offered.TOO_ILL, offered_reason="Kvalme hele dagen"))
    assert act["statusReason"]["text"] == "For syg"
    assert act["note"] == [{"text": "Kvalme hele dagen"}]


@pytest.mark.parametrize(
    ("instrument", "status"),
    [
        (OtherInstrument(filed_at="i EPJ"), "completed"),
        (OtherInstrument(reason_not_filled="for træt"), "not-done"),
        (OtherInstrument(), "completed"),
    ],
)
def test_another_instrument_is_named_and_nothing_more(instrument: OtherInstrument, status: str) -> None:
    _, other = resources("Procedure", assessment(gate=Gate.PALLIATIVE, other_instrument=instrument))
    assert (other["code"], other["status"]) == ({"text": "EORTC QLQ-C15-PAL"}, status)


def test_what_is_signed_tells_who_and_when_and_a_draft_tells_nobody() -> None:
    provenance = one("Provenance")
    assert provenance["recorded"] == "2026-11-23T12:48:00+01:00"
    assert len(provenance["target"]) == 3
    draft = assessment(status=AssessmentStatus.DIALOGUE_HELD, signed_at=None)
    assert resources("Provenance", draft) == []
    assert one("CarePlan", draft)["status"] == "draft"


def test_a_front_page_alone_makes_a_bundle_too() -> None:
    draft = assessment(status=AssessmentStatus.FRONT_COMPLETED, signed_at=None, care_plan=None)
    assert resources("CarePlan", draft) == []
    assert one("Communication", draft)["status"] == "preparation"


# The back page -----------------------------------------------------------------------------------------------------


def needs(content: SheetContent | None = None) -> list[Fhir]:
    """The rows of the first box."""
    return [o for o in resources("Observation", content) if "survey" in values(o.get("category", []), "code")]


def test_the_citizens_words_and_the_professionals_stay_apart() -> None:
    fatigue = needs()[0]
    kinds = {entry["fullUrl"]: entry["resource"]["resourceType"] for entry in bundle()["entry"]}
    said = {kinds[note["authorReference"]["reference"]]: note["text"] for note in fatigue["note"]}
    assert said == {"Patient": "Jeg sover til middag", "PractitionerRole": "Rejser sig langsomt"}


def test_an_area_that_is_not_taken_further_says_so() -> None:
    taken, left = needs()
    assert "component" not in taken
    assert left["component"] == [{"code": {"text": "Tages ikke videre nu"}, "valueBoolean": True}]


def test_only_what_has_begun_is_said_to_be_in_progress() -> None:
    details = [row["detail"] for row in one("CarePlan")["activity"]]
    assert [(d["code"]["text"], d["status"]) for d in details] == [
        ("Foreslået", "not-started"),
        ("Sat i gang", "in-progress"),
        ("Egen indsats", "not-started"),
    ]
    assert details[0]["scheduledString"] == "efter 2. kemobehandling"
    assert [reason["text"] for reason in details[0]["reasonCode"]] == ["Træthed", "Bekymring"]


def test_whoever_is_responsible_is_an_organisation_the_citizen_or_a_name() -> None:
    activities = [
        Activity(text=str(responsible), responsible=responsible)
        for responsible in (
            Responsible(type=ResponsibleType.MUNICIPALITY, name="Kræftkoordinator, Aarhus Kommune"),
            Responsible(type=ResponsibleType.MUNICIPALITY, name="Kræftkoordinator, Aarhus Kommune"),
            Responsible(type=ResponsibleType.JOBCENTER),
            Responsible(type=ResponsibleType.CITIZEN),
            Responsible(name="Frivillige"),
            Responsible(),
        )
    ]
    content = plan(activities=tuple(activities))
    kinds = {entry["fullUrl"]: entry["resource"] for entry in bundle(content)["entry"]}
    performers = [row["detail"].get("performer", [{}])[0] for row in one("CarePlan", content)["activity"]]
    assert performers[0] == performers[1]
    assert kinds[performers[0]["reference"]]["name"] == "Kræftkoordinator, Aarhus Kommune"
    assert kinds[performers[2]["reference"]]["type"][0]["text"] == "Jobcenter"
    assert kinds[performers[3]["reference"]]["resourceType"] == "Patient"
    assert performers[4:] == [{"display": "Frivillige"}, {}]


def test_yes_and_no_to_telling_are_both_told_and_silence_is_not() -> None:
    municipality, practice = resources("Consent")
    assert (municipality["status"], municipality["provision"]["type"]) == ("active", "permit")
    assert (practice["status"], practice["provision"]["type"]) == ("rejected", "deny")
    assert resources("Consent", plan(consent_municipality=None, consent_gp=None)) == []


def test_the_municipality_is_asked_for_what_is_taken_further() -> None:
    request = one("ServiceRequest")
    kinds = {entry["fullUrl"]: entry["resource"] for entry in bundle()["entry"]}
    assert (request["status"], request["intent"]) == ("active", "proposal")
    assert kinds[request["performer"][0]["reference"]]["name"] == "Aarhus Kommune"
    assert [kinds[reason["reference"]]["code"]["text"] for reason in request["reasonReference"]] == ["Træthed"]


@pytest.mark.parametrize(
    "said", [{"conclusion": Conclusion.NO_NEED}, {"consent_municipality": False}, {"consent_municipality": None}]
)
def test_nobody_is_asked_without_a_need_and_a_yes(said: dict[str, object]) -> None:
    assert resources("ServiceRequest", plan(**said)) == []


def test_consent_to_tell_a_doctor_nobody_named_still_stands() -> None:
    content = talk.sheet(citizen=talk.patient().model_copy(update={"general_practice": GeneralPractice()}))
    _, practice = resources("Consent", content)
    assert practice["provision"]["actor"][0]["reference"] == {"display": "egen læge"}


@pytest.mark.parametrize(("told", "status"), [(True, "completed"), (False, "not-done")])
def test_whether_the_citizen_was_told_who_decides(told: bool, status: str) -> None:
    content = plan(told_that_authority_decides=told)
    said = one("Communication", content)
    assert said["status"] == status
    assert said["payload"][0]["contentString"].startswith("Kommunen afgør")


def test_another_authority_than_the_municipality_is_named() -> None:
    said = one("Communication", talk.sheet(authority="Sundhedsrådet"))
    assert said["payload"][0]["contentString"].startswith("Sundhedsrådet afgør")


def test_an_empty_back_page_is_a_plan_without_anything_in_it() -> None:
    content = assessment(care_plan=CarePlan())
    assert "activity" not in one("CarePlan", content)
    assert needs(content) == []
    assert "outcome" not in procedure(content)


def test_an_action_of_every_kind_has_its_words() -> None:
    content = plan(activities=tuple(Activity(kind=kind, text="x") for kind in ActivityKind))
    words = content.words
    said = [row["detail"]["code"]["text"] for row in one("CarePlan", content)["activity"]]
    assert said == [words.of(kind) for kind in ActivityKind]


def test_what_an_area_line_of_its_own_is_about_is_the_area() -> None:
    content = plan(needs=(Need(topic=LinkId("physical.other")),))
    assert needs(content)[0]["code"]["text"] == "Krop og symptomer"
