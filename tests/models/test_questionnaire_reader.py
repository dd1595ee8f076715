"""A site's own form is shown right or refused by name; never shown almost right."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models import questionnaire_reader as reader
from needsform.models.questionnaire import DISTRESS, PRIORITY, AnswerType
from needsform.models.questionnaire_reader import QuestionnaireFaults, read_questionnaire
from tests.small_form import Fhir, fhir, read, small_form, topic, translated

EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"


def item(resource: Fhir, link_id: str) -> Fhir:
    """The item of that name, wherever it stands."""
    waiting = list(resource["item"])
    while waiting:
        found: Fhir = waiting.pop()
        if found.get("linkId") == link_id:
            return found
        waiting += found.get("item", [])
    raise AssertionError(link_id)


def refusal(data: bytes) -> QuestionnaireFaults:
    with pytest.raises(QuestionnaireFaults) as caught:
        read_questionnaire(data, file="site.json")
    return caught.value


def faults(resource: Fhir) -> list[tuple[str, str, dict[str, str]]]:
    """The faults of a form as (linkId, what, parameters)."""
    refused = refusal(json.dumps(resource).encode())
    assert refused.message.message_id == "questionnaire.refused"
    assert refused.message.parameters == {"file": "site.json", "count": str(len(refused.faults))}
    assert all(fault.file == "site.json" for fault in refused.faults)
    return [
        (fault.link_id, fault.message.message_id.removeprefix("questionnaire."), fault.message.parameters)
        for fault in refused.faults
    ]


def spoilt(change: Callable[[Fhir], object]) -> list[tuple[str, str, dict[str, str]]]:
    """The faults after one change to the small form."""
    resource = fhir()
    change(resource)
    return faults(resource)


# what is read


def test_the_small_form_is_read_in_both_languages() -> None:
    form = small_form()
    assert (form.url, form.version, form.languages) == ("urn:test:small", "1", ("da", "en"))
    assert form.lead == {"da": "Den seneste uge", "en": "The past week"}
    fatigue = form.topics[form.areas[0].topics[0].link_id]
    assert fatigue.text == {"da": "Træthed", "en": "Fatigue"}
    assert fatigue.note is not None
    assert (fatigue.note.type, fatigue.note.max_length) == (AnswerType.TEXT, reader.NOTE_LENGTH)
    assert form.areas[0].other is not None
    assert form.areas[0].other.max_length == reader.OTHER_LENGTH
    assert form.areas[1].other is None
    assert form.priority is not None
    assert (form.priority.options, form.priority.max_occurs) == (("fatigue", "sleep", "worry"), 3)
    assert form.distress is not None
    assert (form.distress.bounds, form.distress.hidden) == ((0, 10), False)


def test_the_file_is_handed_on_as_it_came() -> None:
    resource = fhir()
    resource |= {"publisher": "En region", "code": [{"code": "x"}], "contained": []}
    item(resource, "fatigue").update(prefix="1.", definition="urn:x")
    data = json.dumps(resource, indent=7).encode()
    assert read_questionnaire(data, file="site.json").source == data


def test_fields_without_effect_here_are_let_through() -> None:
    resource = fhir()
    item(resource, "fatigue.problem").update(
        prefix="1.", code=[{"code": "x"}], definition="urn:x", required=False, readOnly=False, repeats=False
    )
    item(resource, "fatigue")["extension"] = [
        {"url": EXTENSIONS + "questionnaire-itemControl", "valueCodeableConcept": {}},
        {"url": EXTENSIONS + "questionnaire-hidden", "valueBoolean": False},
    ]
    assert read(resource).topics == small_form().topics


def test_a_form_may_ask_for_shorter_words_but_not_longer() -> None:
    resource = fhir()
    item(resource, "fatigue.note")["maxLength"] = 50
    item(resource, "sleep.note")["maxLength"] = 5000
    notes = [t.note.max_length for t in read(resource).topics.values() if t.note]
    assert notes == [50, reader.NOTE_LENGTH, reader.NOTE_LENGTH]


@pytest.mark.parametrize("language", ["da", "da-DK", None])
def test_danish_is_the_forms_own_language(language: str | None) -> None:
    resource = fhir()
    resource["language"] = language
    if language is None:
        del resource["language"]
    assert read(resource).languages == ("da", "en")


def test_a_language_counts_only_if_every_item_has_words_in_it() -> None:
    resource = fhir()
    item(resource, "worry.note").update(translated("Med dine egne ord"))
    del item(resource, "worry.note")["_text"]
    form = read(resource)
    assert form.languages == ("da",)
    assert form.topics[form.areas[0].topics[0].link_id].text == {"da": "Træthed"}


def test_a_language_is_dropped_for_one_empty_translation() -> None:
    resource = fhir()
    item(resource, "worry").update(translated("Bekymring", en="  "))
    assert read(resource).languages == ("da",)


def test_more_languages_than_the_programs_own_are_kept() -> None:
    resource = fhir()
    waiting = list(resource["item"])
    while waiting:
        entry = waiting.pop()
        entry.update(translated(entry["text"], en="English", pl="Polski"))
        waiting += entry.get("item", [])
    assert read(resource).languages == ("da", "en", "pl")


def test_only_the_title_may_stay_danish() -> None:
    assert small_form().title == {"da": "Lille skema", "en": "Lille skema"}
    resource = fhir()
    resource["_title"] = translated("", en="Small form")["_text"]
    assert read(resource).title == {"da": "Lille skema", "en": "Small form"}


def test_a_markdown_translation_and_foreign_extensions_are_understood() -> None:
    resource = fhir()
    marks = item(resource, "worry")["_text"]["extension"]
    marks[0]["extension"][1] = {"url": "content", "valueMarkdown": "Worry"}
    marks += [{"url": "urn:other"}, "not an extension"]
    assert read(resource).topics[small_form().areas[1].topics[0].link_id].text["en"] == "Worry"


def test_markup_is_shown_as_the_characters_that_it_is() -> None:
    resource = fhir()
    payload = "<img src=file:///etc/passwd> <b>x</b> &amp; {name} %s"
    item(resource, "worry")["text"] = payload
    assert read(resource).areas[1].topics[0].text["da"] == payload


def test_words_that_turn_the_text_around_are_straightened() -> None:
    resource = fhir()
    item(resource, "worry")["text"] = " Be\u202ekym\u0000ring\n\t igen "
    assert read(resource).areas[1].topics[0].text["da"] == "Bekymring igen"


def test_a_form_without_a_lead_has_an_empty_one() -> None:
    resource = fhir()
    del resource["item"][0]
    assert read(resource).lead == {"da": "", "en": ""}


def test_a_form_needs_neither_priorities_nor_the_line() -> None:
    resource = fhir()
    del resource["item"][3:]
    form = read(resource)
    assert form.priority is None
    assert form.distress is None


@pytest.mark.parametrize(
    ("change", "most"),
    [
        ({"repeats": False}, 1),
        ({"repeats": True}, 3),
        ({"extension": [{"url": EXTENSIONS + "questionnaire-maxOccurs", "valueInteger": 2}]}, 2),
        ({"extension": [{"url": "urn:other"}]}, 3),
    ],
)
def test_how_many_may_matter_most_is_the_forms_to_say(change: Fhir, most: int) -> None:
    resource = fhir()
    item(resource, "priority").update(change)
    priority = read(resource).priority
    assert priority is not None
    assert priority.max_occurs == most


def test_the_line_may_be_carried_and_hidden() -> None:
    resource = fhir()
    item(resource, "distress")["extension"] = [
        {"url": EXTENSIONS + "questionnaire-hidden", "valueBoolean": True},
        {"url": EXTENSIONS + "minValue", "valueInteger": 0},
        {"url": EXTENSIONS + "maxValue", "valueInteger": 10},
    ]
    distress = read(resource).distress
    assert distress is not None
    assert distress.hidden


def test_a_draft_can_be_tried() -> None:
    resource = fhir()
    resource["status"] = "draft"
    assert read(resource).areas == small_form().areas


# what is refused: the file


def test_a_file_that_is_no_json_is_refused_as_such() -> None:
    refused = refusal(b"{")
    assert [fault.message.message_id for fault in refused.faults] == ["json.syntax"]
    assert refused.faults[0].message.parameters == {"line": "1", "column": "2"}


@pytest.mark.parametrize("data", [b"[]", b"{}", b'{"resourceType": "Patient"}', b"null"])
def test_something_else_is_not_a_form(data: bytes) -> None:
    assert [fault.message.message_id for fault in refusal(data).faults] == ["questionnaire.resource_type"]


@pytest.mark.parametrize(
    ("field", "value", "what", "parameters"),
    [
        ("url", "", "url_missing", {}),
        ("url", None, "url_missing", {}),
        ("url", "urn:" + "x" * 300, "url_shape", {"longest": "255"}),
        ("url", "urn:\nx", "url_shape", {"longest": "255"}),
        ("url", "urn:a|b", "url_shape", {"longest": "255"}),
        ("version", "1 0", "version_shape", {"longest": "40"}),
        ("version", 1, "version_missing", {}),
        ("version", " 1", "version_shape", {"longest": "40"}),
        ("status", "retired", "status", {"status": "retired"}),
        ("status", None, "status", {"status": "None"}),
        ("language", "en", "language", {"language": "en"}),
        ("language", 7, "language", {"language": "7"}),
        ("title", " ", "words_missing", {}),
        ("title", "x" * 121, "words_too_long", {"longest": "120"}),
        ("implicitRules", "urn:rules", "implicit_rules", {}),
        ("modifierExtension", [{"url": "urn:x/not"}], "modifier_extension", {"name": "not"}),
        ("modifierExtension", "nonsense", "modifier_extension", {"name": ""}),
        ("extension", [{"url": "urn:x/targetConstraint"}], "extension", {"name": "targetConstraint"}),
    ],
)
def test_the_head_of_the_file_must_say_what_the_form_is(
    field: str, value: object, what: str, parameters: dict[str, str]
) -> None:
    assert spoilt(lambda resource: resource.update({field: value})) == [("", what, parameters)]


def test_all_faults_are_named_at_once() -> None:
    def spoil(resource: Fhir) -> None:
        del resource["url"]
        del item(resource, "sleep")["text"]
        item(resource, "worry.problem")["enableWhen"] = [{}]
        resource["item"].append({"linkId": "extra", "type": "string", "text": "Mere"})

    assert {(link_id, what) for link_id, what, _ in spoilt(spoil)} == {
        ("", "url_missing"),
        ("sleep", "words_missing"),
        ("worry.problem", "condition"),
        ("extra", "top_level"),
    }


# what is refused: items


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("enableWhen", [{"question": "x"}], "condition"),
        ("answerValueSet", "urn:values", "value_set"),
        ("initial", [{"valueBoolean": True}], "initial"),
        ("required", True, "required"),
        ("readOnly", True, "read_only"),
        ("repeats", True, "repeats"),
        ("answerOption", [{"valueInteger": 1}], "options"),
        ("item", [{"linkId": "inside", "type": "display", "text": "x"}], "nested"),
        ("text", "x" * 41, "words_too_long"),
        ("text", None, "words_missing"),
        ("extension", [{"url": EXTENSIONS + "questionnaire-hidden", "valueBoolean": True}], "hidden"),
        ("extension", [{"url": "http://hl7.org/x/sdc-questionnaire-enableWhenExpression"}], "extension"),
        ("extension", [{"url": EXTENSIONS + "questionnaire-constraint"}], "extension"),
        ("modifierExtension", [{"url": "urn:x"}], "modifier_extension"),
    ],
)
def test_what_a_box_cannot_do_here_is_refused(field: str, value: object, what: str) -> None:
    found = spoilt(lambda resource: item(resource, "worry.support").update({field: value}))
    assert [fault[:2] for fault in found] == [("worry.support", what)]


HIDDEN = EXTENSIONS + "questionnaire-hidden"


@pytest.mark.parametrize(
    "extensions",
    [
        {"url": HIDDEN, "valueBoolean": True},
        [[{"url": HIDDEN, "valueBoolean": True}]],
        [{"url": HIDDEN, "valueBoolean": "true"}],
        [{"url": HIDDEN}],
        [{"url": HIDDEN, "valueBoolean": False}, {"url": HIDDEN, "valueBoolean": True}],
    ],
)
@pytest.mark.parametrize("link_id", ["worry", "worry.problem", "distress"])
def test_what_should_be_hidden_is_not_shown_because_it_is_written_oddly(link_id: str, extensions: object) -> None:
    found = spoilt(lambda resource: item(resource, link_id).update(extension=extensions))
    assert (link_id, "item_shape", {}) in found


@pytest.mark.parametrize(
    ("change", "what"),
    [
        ({"modifierExtension": [{"url": "urn:x/not"}]}, "modifier_extension"),
        ({"extension": [{"url": EXTENSIONS + "questionnaire-constraint"}]}, "extension"),
        ({"initialSelected": True}, "initial"),
    ],
)
def test_an_option_is_looked_at_as_an_item_is(change: Fhir, what: str) -> None:
    found = spoilt(lambda resource: item(resource, "priority")["answerOption"][0].update(change))
    assert [fault[:2] for fault in found] == [("priority", what)]


def test_whether_something_repeats_is_yes_or_no() -> None:
    assert spoilt(lambda resource: item(resource, "priority").update(repeats="yes")) == [("priority", "item_shape", {})]


@pytest.mark.parametrize("link_id", ["lead", "body", "worry", "worry.note", "body.other", "priority"])
def test_nothing_but_the_line_can_be_hidden(link_id: str) -> None:
    hidden = [{"url": EXTENSIONS + "questionnaire-hidden", "valueBoolean": True}]
    assert spoilt(lambda resource: item(resource, link_id).update(extension=hidden)) == [(link_id, "hidden", {})]


@pytest.mark.parametrize("link_id", ["lead", "worry.note", "body.other", "priority", "distress"])
def test_nothing_can_stand_inside_a_line(link_id: str) -> None:
    inside = [{"linkId": "inside", "type": "display", "text": "Mere", "_text": translated("", en="More")["_text"]}]
    assert spoilt(lambda resource: item(resource, link_id).update(item=inside)) == [(link_id, "nested", {})]


@pytest.mark.parametrize("length", [0, -1, "200", True, 2.5])
def test_a_length_is_a_number_of_characters(length: object) -> None:
    assert spoilt(lambda r: item(r, "worry.note").update(maxLength=length)) == [("worry.note", "max_length", {})]


@pytest.mark.parametrize("items", [None, "x", {}])
def test_items_are_a_list(items: object) -> None:
    assert spoilt(lambda resource: item(resource, "worry").update(item=items)) == [
        ("worry", "item_shape", {}),
        ("worry", "topic_without_box", {"topic": "worry"}),
    ]


def test_an_item_is_an_object_with_a_name_and_a_type() -> None:
    def spoil(resource: Fhir) -> None:
        broken = [3, {"type": "group"}, {"linkId": "", "type": "group"}, {"linkId": "x"}]
        broken += [{"linkId": "y", "type": ""}, {"linkId": "z", "type": 5}]
        item(resource, "mind")["item"] += broken

    assert spoilt(spoil) == [
        ("mind", "item_shape", {}),
        ("mind", "link_id_missing", {"number": "3"}),
        ("mind", "link_id_missing", {"number": "4"}),
        *((link_id, "type_missing", {}) for link_id in "xyz"),
    ]


@pytest.mark.parametrize("link_id", ["with space", "x" * 101, "a\u202eb"])
def test_a_link_id_is_one_short_word(link_id: str) -> None:
    found = spoilt(lambda resource: item(resource, "mind").update(linkId=link_id))
    assert [what for _, what, _ in found] == ["link_id_shape"]
    assert len(found[0][0]) <= 100


def test_the_same_name_twice_is_refused_wherever_it_stands() -> None:
    found = spoilt(lambda resource: item(resource, "mind").update(linkId="sleep.problem"))
    assert found == [("sleep.problem", "link_id_duplicate", {})]


@pytest.mark.parametrize("name", ["lead", "priority", "distress"])
def test_the_three_names_with_a_meaning_cannot_mean_anything_else(name: str) -> None:
    def spoil(resource: Fhir) -> None:
        resource["item"] = [entry for entry in resource["item"] if entry["linkId"] in ("body", "mind")]
        item(resource, "mind")["linkId"] = name

    assert (name, "reserved_link_id", {}) in spoilt(spoil)


@pytest.mark.parametrize(("name", "expected"), [("lead", "display"), ("priority", "choice"), ("distress", "integer")])
def test_each_of_the_three_has_its_type(name: str, expected: str) -> None:
    found = spoilt(lambda resource: item(resource, name).update(type="date"))
    assert (name, "wrong_type", {"type": "date", "expected": expected}) in found


@pytest.mark.parametrize("kind", ["string", "choice", "date", "slider", "question"])
def test_a_question_that_cannot_be_drawn_is_named(kind: str) -> None:
    extra = {"linkId": "extra", "type": kind, **translated("Mere", en="More")}
    assert spoilt(lambda r: r["item"].append(dict(extra))) == [("extra", "top_level", {"type": kind})]
    assert spoilt(lambda r: item(r, "mind")["item"].append(dict(extra))) == [
        ("extra", "in_area", {"type": kind, "other": "mind.other"})
    ]
    assert spoilt(lambda r: item(r, "worry")["item"].append(dict(extra))) == [
        ("extra", "in_topic", {"type": kind, "topic": "worry"})
    ]


def test_a_group_inside_a_topic_is_refused() -> None:
    found = spoilt(lambda r: item(r, "worry")["item"].append(topic("deep", "Dyb", "Deep")))
    assert found == [("deep", "in_topic", {"type": "group", "topic": "worry"})]


@pytest.mark.parametrize(("link_id", "kind"), [("worry.problem", "text"), ("worry.note", "string")])
def test_a_box_is_a_box_and_a_note_is_a_text(link_id: str, kind: str) -> None:
    found = spoilt(lambda resource: item(resource, link_id).update(type=kind))
    assert found == [(link_id, "in_topic", {"type": kind, "topic": "worry"})]


def test_an_area_without_topics_and_a_topic_without_boxes_are_refused() -> None:
    def spoil(resource: Fhir) -> None:
        item(resource, "worry")["item"] = []
        resource["item"].append({"linkId": "empty", "type": "group", **translated("Tom", en="Empty")})

    assert spoilt(spoil) == [("worry", "topic_without_box", {"topic": "worry"}), ("empty", "area_empty", {})]


def test_a_form_without_areas_is_none() -> None:
    resource = fhir()
    resource["item"] = []
    assert faults(resource) == [("", "no_areas", {})]
    del resource["item"]
    assert faults(resource) == [("", "no_areas", {})]


@pytest.mark.parametrize(
    ("link_id", "longest"), [("lead", 300), ("body", 80), ("worry", 80), ("worry.note", 80), ("distress", 300)]
)
def test_words_longer_than_their_place_are_refused_in_any_language(link_id: str, longest: int) -> None:
    fits = translated("å" * longest, en="e" * longest)
    resource = fhir()
    item(resource, link_id).update(fits)
    assert read(resource).languages == ("da", "en")
    too_long = ("words_too_long", {"longest": str(longest)})
    for words in (translated("å" * (longest + 1), en="e"), translated("å", en="e" * (longest + 1))):
        resource = fhir()
        item(resource, link_id).update(words)
        assert [fault[1:] for fault in faults(resource)] == [too_long]


@pytest.mark.parametrize("code", [7, None, "", "English", "en_GB"])
def test_a_translation_says_which_language_it_is(code: object) -> None:
    def spoil(resource: Fhir) -> None:
        item(resource, "worry")["_text"]["extension"][0]["extension"][0]["valueCode"] = code

    assert spoilt(spoil) == [("worry", "translation", {})]


# what is refused: priorities and the line


@pytest.mark.parametrize(
    "option",
    [
        {"valueCoding": {"code": "money"}},
        {"valueCoding": {"code": 3}},
        {"valueCoding": "x"},
        {"valueString": "worry"},
    ],
)
def test_only_a_topic_can_matter_most(option: Fhir) -> None:
    found = spoilt(lambda resource: item(resource, "priority")["answerOption"].append(option))
    assert [(link_id, what) for link_id, what, _ in found] == [(PRIORITY, "priority_option")]


def test_every_topic_can_matter_most_once() -> None:
    def spoil(resource: Fhir) -> None:
        options = item(resource, "priority")["answerOption"]
        options[0] = options[1]

    assert spoilt(spoil) == [
        (PRIORITY, "priority_twice", {"option": "sleep"}),
        (PRIORITY, "priority_lacks", {"topic": "fatigue"}),
    ]
    without = spoilt(lambda resource: item(resource, "priority").pop("answerOption"))
    assert [what for _, what, _ in without] == ["priority_lacks"] * 3


@pytest.mark.parametrize("most", [0, 4, "3", 2.5])
def test_no_more_than_three_can_matter_most(most: Any) -> None:
    marks = [{"url": EXTENSIONS + "questionnaire-maxOccurs", "valueInteger": most}]
    found = spoilt(lambda resource: item(resource, "priority").update(extension=marks))
    assert found == [(PRIORITY, "priority_most", {"most": "3"})]


@pytest.mark.parametrize(("name", "value"), [("minValue", 1), ("maxValue", 100)])
def test_the_line_goes_from_0_to_10(name: str, value: int) -> None:
    marks = [{"url": EXTENSIONS + name, "valueInteger": value}]
    found = spoilt(lambda resource: item(resource, "distress").update(extension=marks))
    assert found == [(DISTRESS, "distress_bounds", {})]


# sizes


def large(areas: int, topics: int) -> Fhir:
    """A form of that many areas with that many topics each."""
    resource = fhir()
    resource["item"] = [
        {
            "linkId": f"a{a}",
            "type": "group",
            **translated("Område", en="Area"),
            "item": [topic(f"a{a}t{t}", "Emne", "Topic") for t in range(topics)],
        }
        for a in range(areas)
    ]
    return resource


def test_the_official_list_of_58_topics_would_fit() -> None:
    assert len(read(large(6, 10)).topics) == 60


def test_the_largest_form_is_read_and_a_larger_one_is_not() -> None:
    assert len(read(large(20, 10)).topics) == reader.MOST_TOPICS
    assert faults(large(21, 1)) == [("", "too_many_areas", {"most": "20"})]
    assert faults(large(1, 61)) == [("a0", "too_many_topics", {"most": "60"})]
    assert faults(large(4, 51)) == [("", "too_many_topics", {"most": "200"})]


# anything at all

PIECES: list[object] = [None, 1, "x", [], {}, True, "\ud7ff<b>", [{}], {"a": []}, "group", "boolean", "å" * 500]


@given(st.data())
def test_a_form_spoilt_anyhow_is_read_or_refused_with_its_faults(data: st.DataObject) -> None:
    resource: Any = fhir()
    for _ in range(data.draw(st.integers(1, 4))):
        place = resource
        while True:
            keys = list(place) if isinstance(place, dict) else list(range(len(place)))
            if not keys:
                break
            key = data.draw(st.sampled_from(keys))
            inner = place[key]
            if not isinstance(inner, dict | list) or data.draw(st.integers(0, 3)) == 0:
                place[key] = data.draw(st.sampled_from(PIECES))
                break
            place = inner
    form, refused = None, None
    try:
        form = read(resource)
    except QuestionnaireFaults as faults_:
        refused = faults_.faults
    assert form or refused
    assert form is None or all(set(answerable.text) == set(form.languages) for answerable in form.items.values())
