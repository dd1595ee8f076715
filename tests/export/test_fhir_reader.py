"""A Bundle comes from anywhere: what is not put together as ours is refused, in one sentence without a name in it."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from needsform.export.fhir import bundle_json, read_bundle
from needsform.models.errors import InputError
from tests.export import talk
from tests.export.spoilt_bundles import NEEDED, SPOILT, bundle, spoilt, without


def refusal(read: object) -> InputError:
    """How a Bundle is refused."""
    with pytest.raises(InputError) as refused:
        read_bundle(json.dumps(read).encode())
    return refused.value


@pytest.mark.parametrize("wrong", SPOILT)
def test_a_bundle_that_is_not_as_we_write_it_is_refused(wrong: str) -> None:
    assert refusal(spoilt(*SPOILT[wrong])).message.message_id in ("bundle.refused", "bundle.not_ours")


@pytest.mark.parametrize("kind", NEEDED)
def test_a_bundle_without_what_it_rests_on_is_refused(kind: str) -> None:
    assert refusal(without(kind)).message.message_id == "bundle.refused"


def test_entries_that_have_exchanged_their_names_are_refused() -> None:
    read = bundle()
    first, second = read["entry"][:2]
    first["fullUrl"], second["fullUrl"] = second["fullUrl"], first["fullUrl"]
    assert refusal(read).message.message_id == "bundle.refused"


def test_a_conclusion_without_a_back_page_is_refused() -> None:
    front_alone = talk.assessment().model_copy(update={"care_plan": None, "signed_at": None})
    read = json.loads(bundle_json(talk.sheet(of=front_alone)))
    (act,) = [e["resource"] for e in read["entry"] if e["resource"]["resourceType"] == "Procedure"]
    act["followUp"] = [{"text": "om et halvt år"}]
    assert refusal(read).message.parameters == {"where": "Procedure.outcome"}


def test_the_bundle_that_the_others_were_spoilt_from_is_taken() -> None:
    assert read_bundle(json.dumps(bundle()).encode()).patient.name == "Einer Test Lauridsen"


def test_a_bundle_of_a_newer_program_says_so() -> None:
    assert refusal(spoilt("Bundle.meta.source", "urn:needsform:bundle:2")).message.message_id == "bundle.newer"


@pytest.mark.parametrize("other", [[], "Bundle", None, {"resourceType": "Patient"}, {"meta": {"source": 3}}])
def test_other_json_is_not_a_bundle_of_ours(other: object) -> None:
    assert refusal(other).message.message_id == "bundle.not_ours"


@pytest.mark.parametrize(
    ("data", "message_id"),
    [
        (b"", "json.syntax"),
        (b"%PDF-1.7", "json.syntax"),
        (b'{"a":1,"a":2}', "json.duplicate_key"),
        (b"[" * 40 + b"]" * 40, "json.too_deep"),
        (b"\xff", "json.not_utf8"),
        (b" " * (4 * 1024 * 1024 + 1), "json.too_large"),
    ],
)
def test_what_is_no_json_is_refused_before_anything_is_made_of_it(data: bytes, message_id: str) -> None:
    with pytest.raises(InputError) as refused:
        read_bundle(data)
    assert refused.value.message.message_id == message_id


def test_the_sentence_names_the_element_and_nothing_that_came_with_the_file() -> None:
    where = refusal(spoilt("Patient.Einer Test Lauridsen", "0201609995")).message.parameters["where"]
    assert where == "entry.0.resource.Patient"


def places(node: Any, way: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The way to everything in a Bundle."""
    keys = node if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
    return [found for key in keys for found in [(*way, key), *places(node[key], (*way, key))]]


STRANGE: tuple[object, ...] = (
    *(None, True, 0, -1, 2**40, 1.5),
    *("", " ", "x", "x" * 3000, "\u202e", "Einer"),
    *([], {}, [{}], [[]]),
)


@settings(max_examples=200)
@given(
    way=st.sampled_from(places(bundle())),
    strange=st.sampled_from(STRANGE),
    doing=st.sampled_from(["put", "delete", "double"]),
)
def test_nothing_put_anywhere_does_more_than_be_refused(way: tuple[Any, ...], strange: object, doing: str) -> None:
    read = bundle()
    *before, last = way
    holder: Any = read
    for key in before:
        holder = holder[key]
    if doing == "put":
        holder[last] = strange
    elif doing == "delete":
        del holder[last]
    elif isinstance(holder, list):
        holder.append(holder[last])
    else:
        holder[f"{last}s"] = holder[last]
    refused: InputError | None = None
    try:
        read_bundle(json.dumps(read).encode())
    except InputError as error:
        refused = error
    assert refused is None or "Einer" not in str(refused.message)
    assert refused is None or refused.__cause__ is None
