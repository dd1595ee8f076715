"""Released forms never change, and an old assessment always finds the form that it was filled in on."""

import hashlib
import json
from collections.abc import Iterable

import pytest

from needsform import resources
from needsform.models.errors import InputError, WorldError
from needsform.models.questionnaire import DISTRESS, LEAD, PRIORITY
from needsform.models.questionnaire_reader import QuestionnaireFaults
from needsform.services.questionnaires import DEFAULT, FOLDER, Questionnaires, released_files
from tests.small_form import fhir

SHIPPED = Questionnaires(tuple)


def site_form(**changes: object) -> bytes:
    return json.dumps(fhir() | changes).encode()


def refusal_of(questionnaires: Questionnaires, url: str, version: str) -> tuple[str, dict[str, str]]:
    with pytest.raises(WorldError) as caught:
        questionnaires.get(url, version)
    return caught.value.message.message_id, caught.value.message.parameters


# released files


def test_a_released_form_is_byte_for_byte_what_was_released() -> None:
    folder = resources.path(FOLDER)
    for name, digest in released_files().items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest, (
            f"{name} was released: make a new version"
        )


def test_every_form_in_the_folder_is_a_released_one() -> None:
    folder = resources.path(FOLDER)
    found = {file.relative_to(folder).as_posix() for file in folder.rglob("*") if file.is_file()}
    assert found == {*released_files(), "released.json"}
    assert DEFAULT in found


def test_the_first_release_is_the_one_whose_hash_stands_here_too() -> None:
    assert released_files()[DEFAULT] == "f1c5833761b664ce65157386c45f5ee13952b837e067b167c1d933198e9f40f0"


def test_no_checkout_changes_the_line_ends_of_a_released_form() -> None:
    assert b"\r" not in resources.read_bytes(f"{FOLDER}/{DEFAULT}")


# the shipped form

AREAS = {
    "practical": "household_chores personal_care childcare transport housing assistive_devices",
    "work_finance": "work education sick_leave finances insurance_pension",
    "relations": "partner children relatives_support friends_network loneliness peer_contact",
    "emotional": "worry anxiety fear_recurrence sadness restlessness loss_of_interest body_image",
    "existential": "faith meaning death_dying",
    "physical": "fatigue sleep pain muscle_strength mobility balance_dizziness breathing appetite_eating nausea "
    "mouth_teeth swallowing_speech weight_change bowel urination swelling_lymphoedema numbness_tingling skin_wounds "
    "memory_concentration sexuality_fertility",
    "lifestyle": "physical_activity diet smoking alcohol",
}


def test_the_shipped_form_has_50_topics_in_7_areas_the_long_one_late() -> None:
    form = SHIPPED.default()
    assert {a.link_id: " ".join(t.link_id for t in a.topics) for a in form.areas} == AREAS
    assert [area.link_id for area in form.areas] == list(AREAS)
    assert len(form.topics) == 50


def test_every_topic_has_two_boxes_and_a_note_and_every_area_a_line_of_its_own() -> None:
    form = SHIPPED.default()
    assert all(len(topic.marks()) == 2 for topic in form.topics.values())
    assert {topic.note.max_length for topic in form.topics.values() if topic.note} == {200}
    assert all(topic.note for topic in form.topics.values())
    assert [area.other.max_length for area in form.areas if area.other] == [300] * 7


def test_the_shipped_form_is_complete_in_danish_and_english() -> None:
    form = SHIPPED.default()
    assert form.languages == ("da", "en")
    assert form.title["da"] != form.title["en"]
    assert form.lead["da"] == (
        "Den seneste uge, inklusive i dag. Sæt kryds ved det, der passer på dig. Du må gerne springe over."
    )
    headings = [topic.text for topic in form.topics.values()] + [area.text for area in form.areas]
    assert len({text["da"] for text in headings}) == len(headings)
    assert len({text["en"] for text in headings}) == len(headings)
    assert {text["da"] for text in headings if text["da"] == text["en"]} == {"Transport", "Partner"}


def test_up_to_three_topics_can_matter_most_and_the_line_is_switched_off() -> None:
    form = SHIPPED.default()
    assert form.priority is not None
    assert form.priority.max_occurs == 3
    assert form.priority.options == tuple(form.topics)
    assert form.distress is not None
    assert (form.distress.hidden, form.distress.bounds) == (True, (0, 10))


def test_the_options_of_what_matters_most_read_like_their_topics() -> None:
    form = SHIPPED.default()
    resource = json.loads(form.source)
    options = [option["valueCoding"] for item in resource["item"] for option in item.get("answerOption", [])]
    assert {option["code"]: option["display"] for option in options} == {
        topic.link_id: topic.text["da"] for topic in form.topics.values()
    }
    assert [option["_display"]["extension"][0]["extension"][1]["valueString"] for option in options] == [
        topic.text["en"] for topic in form.topics.values()
    ]


def test_the_file_says_that_it_is_not_the_official_annex() -> None:
    resource = json.loads(SHIPPED.default().source)
    assert "rekonstrueret" in resource["description"]
    assert "ikke det officielle bilag" in resource["description"]
    assert "not the official annex" in json.dumps(resource["_description"])


def test_the_file_is_plain_fhir_that_a_form_builder_opens() -> None:
    """The rules of R4 that its JSON schema does not hold: qst-1, 2, 4 to 10 for what the file has."""
    resource = json.loads(SHIPPED.default().source)
    assert resource["status"] == "active"
    assert resource["name"].isidentifier()
    seen: set[str] = set()
    waiting = list(resource["item"])
    while waiting:
        item = waiting.pop()
        assert item["linkId"] not in seen
        seen.add(item["linkId"])
        assert ("item" in item) is (item["type"] == "group")
        assert ("answerOption" in item) is (item["type"] == "choice")
        assert ("maxLength" in item) is (item["type"] == "text")
        assert item["type"] != "display" or not {"required", "repeats", "readOnly"} & set(item)
        waiting += item.get("item", [])
    assert {LEAD, PRIORITY, DISTRESS} <= seen


# finding a form again


def test_an_assessment_finds_the_very_form_that_it_was_filled_in_on() -> None:
    newer, older = site_form(version="2"), site_form(version="1")
    questionnaires = Questionnaires(lambda: [older, newer])
    assert questionnaires.get("urn:test:small", "1").source == older
    assert questionnaires.get("urn:test:small", "2").source == newer
    default = questionnaires.default()
    assert questionnaires.get(default.url, default.version) is default
    assert default in questionnaires.released()


def test_a_form_that_is_not_here_is_said_not_to_be_here() -> None:
    default = SHIPPED.default()
    unknown = ("questionnaire.unknown", {"url": default.url, "version": "0.9"})
    assert refusal_of(SHIPPED, default.url, "0.9") == unknown
    assert refusal_of(SHIPPED, "urn:test:small", "1")[0] == "questionnaire.unknown"


def test_storage_is_asked_once_and_only_when_needed() -> None:
    asked: list[str] = []

    def stored() -> Iterable[bytes]:
        asked.append("now")
        yield site_form()

    questionnaires = Questionnaires(stored)
    default = questionnaires.default()
    questionnaires.get(default.url, default.version)
    assert asked == []
    first = questionnaires.get("urn:test:small", "1")
    assert questionnaires.get("urn:test:small", "1") is first
    assert questionnaires.loaded() == (first,)
    assert asked == ["now"]


def test_a_form_is_looked_at_before_it_is_loaded() -> None:
    assert SHIPPED.check(site_form(), "site.json").url == "urn:test:small"
    with pytest.raises(QuestionnaireFaults) as caught:
        SHIPPED.check(site_form(status="retired"), "site.json")
    assert caught.value.faults[0].file == "site.json"


def test_another_form_cannot_take_the_name_of_a_known_one() -> None:
    default = SHIPPED.default()
    for questionnaires, data in (
        (SHIPPED, site_form(url=default.url, version=default.version)),
        (Questionnaires(lambda: [site_form()]), site_form(title="Et andet skema")),
    ):
        with pytest.raises(InputError) as caught:
            questionnaires.check(data, "site.json")
        assert caught.value.message.message_id == "questionnaire.version_taken"


def test_the_same_file_may_be_loaded_again() -> None:
    default = SHIPPED.default()
    assert SHIPPED.check(default.source, "again.json") == default
    assert Questionnaires(lambda: [site_form()]).check(site_form(), "again.json").version == "1"
