"""Suggestions are a plain list: the professional chooses, and a site may write its own."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models.action_catalogue import ActionCatalogue
from needsform.models.action_catalogue_reader import MOST_SUGGESTIONS, read_action_catalogue
from needsform.models.care_plan import Activity, ActivityKind, Responsible, ResponsibleType
from needsform.models.entry_list import EntryFaults
from needsform.models.frozen import TEXT_LENGTH
from needsform.models.identity import LinkId


def entry(id_: str = "walk", topics: tuple[str, ...] = (), **more: object) -> dict[str, Any]:
    text = {"da": "Gåtur", "en": "Walk"}
    return {"id": id_, "text": text, "topics": list(topics), "responsible": "citizen", **more}


def read(*entries: object) -> ActionCatalogue:
    return read_action_catalogue(json.dumps({"suggestions": entries}).encode(), file="site.json")


def faults(data: bytes) -> list[tuple[str, str, dict[str, str]]]:
    with pytest.raises(EntryFaults) as caught:
        read_action_catalogue(data, file="site.json")
    assert caught.value.message.message_id == "entries.refused"
    assert caught.value.message.parameters == {"file": "site.json", "count": str(len(caught.value.faults))}
    return [(fault.link_id, fault.message.message_id, fault.message.parameters) for fault in caught.value.faults]


def spoilt(*entries: object) -> list[tuple[str, str, dict[str, str]]]:
    return faults(json.dumps({"suggestions": entries}).encode())


def test_those_for_the_topic_come_first_in_the_files_order_then_those_for_all() -> None:
    catalogue = read(entry("all"), entry("b", ("sleep",)), entry("a", ("worry", "sleep")), entry("c", ("money",)))
    ids = [suggestion.id for suggestion in catalogue.for_topics((LinkId("sleep"),))]
    assert ids == ["b", "a", "all"]
    assert [suggestion.id for suggestion in catalogue.for_topics(())] == ["all"]


def test_taking_a_suggestion_writes_an_action_that_is_only_proposed() -> None:
    suggestion = read(entry("walk", ("sleep",))).suggestions[0]
    assert suggestion.activity((LinkId("sleep"),), "en", "Else") == Activity(
        kind=ActivityKind.PROPOSED,
        text="Walk",
        topics=(LinkId("sleep"),),
        responsible=Responsible(type=ResponsibleType.CITIZEN, name="Else"),
    )


def test_danish_words_stand_in_where_a_site_wrote_no_english_ones() -> None:
    suggestion = read(entry(text={"da": "Gåtur"}, kind="self_care")).suggestions[0]
    assert suggestion.activity((), "en").text == "Gåtur"
    assert suggestion.kind is ActivityKind.SELF_CARE


@pytest.mark.parametrize(
    "data", [b"[]", b"{}", b'{"suggestions": []}', b'{"suggestions": {}}', b'{"suggestions": [1], "x": 1}']
)
def test_a_file_of_another_shape_is_refused(data: bytes) -> None:
    assert faults(data) == [("", "entries.structure", {})]


def test_a_file_that_is_no_json_is_refused_as_such() -> None:
    assert faults(b"{") == [("", "json.syntax", {"line": "1", "column": "2"})]


def test_more_than_anybody_can_choose_from_is_refused() -> None:
    assert len(read(*(entry(str(n)) for n in range(MOST_SUGGESTIONS))).suggestions) == MOST_SUGGESTIONS
    many = spoilt(*(entry(str(n)) for n in range(MOST_SUGGESTIONS + 1)))
    assert many == [("", "entries.too_many", {"most": str(MOST_SUGGESTIONS)})]


def test_all_faults_are_named_at_once_by_id_or_number() -> None:
    assert spoilt(
        entry("kind", kind="granted"),
        entry("fine"),
        entry("fine"),
        {"text": {"da": "Uden id"}},
        entry("silent", text={"en": "Walk"}),
        entry("long", text={"da": "x" * (TEXT_LENGTH + 1)}),
        entry("more", phone="70 00 00 00"),
        7,
    ) == [
        ("kind", "entries.entry", {"name": "kind"}),
        ("fine", "entries.duplicate_id", {}),
        ("4", "entries.entry", {"name": "id"}),
        ("4", "entries.entry", {"name": "topics"}),
        ("4", "entries.entry", {"name": "responsible"}),
        ("silent", "entries.no_words", {}),
        ("long", "entries.too_long", {"name": "text.da", "longest": str(TEXT_LENGTH)}),
        ("more", "entries.entry", {"name": "phone"}),
        ("8", "entries.entry", {"name": "?"}),
    ]


KEYS = st.sampled_from(["id", "text", "topics", "responsible", "da"])
ANYTHING = st.recursive(
    st.none() | st.text(max_size=5) | st.integers(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=5),
)


@given(ANYTHING)
def test_any_list_is_read_or_refused_with_its_faults(value: object) -> None:
    named = 1
    try:
        read(value)
    except EntryFaults as refused:
        named = len(refused.faults)
    assert named
