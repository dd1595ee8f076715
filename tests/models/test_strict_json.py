"""A file from outside is taken only if every other program would read the same in it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models import strict_json
from needsform.models.errors import InputError

WORDS = st.text(st.characters(exclude_categories=["Cs"]))
NUMBERS = st.integers(-(2**60), 2**60) | st.floats(allow_nan=False, allow_infinity=False)
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


def refusal(data: bytes) -> tuple[str, dict[str, str]]:
    with pytest.raises(InputError) as caught:
        strict_json.loads(data)
    return caught.value.message.message_id, caught.value.message.parameters


@given(JSON)
def test_ordinary_json_is_read_as_it_was_written(value: object) -> None:
    assert strict_json.loads(json.dumps(value).encode()) == value
    assert strict_json.loads(json.dumps(value, ensure_ascii=False).encode()) == value


def test_a_byte_order_mark_from_a_windows_editor_does_no_harm() -> None:
    assert strict_json.loads(b'\xef\xbb\xbf{"a": 1}') == {"a": 1}


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999", "9" * 5000])
def test_what_is_no_number_is_refused(number: str) -> None:
    assert refusal(f'{{"a": {number}}}'.encode())[0] == "json.not_a_number"


def test_a_key_that_stands_twice_is_refused() -> None:
    assert refusal(b'{"a": 1, "a": 2}')[0] == "json.duplicate_key"
    assert refusal(b'[{"b": {"a": 1, "\\u0061": 2}}]')[0] == "json.duplicate_key"


def test_half_a_character_is_refused() -> None:
    assert refusal(b'["\\ud83d"]')[0] == "json.surrogate"
    assert strict_json.loads(b'["\\ud83d\\ude00"]') == ["\U0001f600"]


def test_another_encoding_is_refused() -> None:
    assert refusal('"Træthed"'.encode("latin-1"))[0] == "json.not_utf8"


def test_a_slip_of_the_pen_is_told_by_line_and_column() -> None:
    assert refusal(b'{\n  "a": 1,\n  b\n}') == ("json.syntax", {"line": "3", "column": "3"})


@pytest.mark.parametrize("opening", ["[", '{"a":'])
def test_nesting_beyond_measure_is_refused_before_it_is_followed(opening: str) -> None:
    deep = opening * strict_json.DEEPEST
    assert refusal((deep + "[").encode()) == ("json.too_deep", {"levels": str(strict_json.DEEPEST)})
    assert refusal(deep.encode())[0] == "json.syntax"
    assert refusal((opening * 200_000).encode())[0] == "json.too_deep"


def test_brackets_inside_words_do_not_count() -> None:
    words = "[[[[" * 30 + '\\"{{{{' + "\\\\"
    assert strict_json.loads(json.dumps([words]).encode()) == [words]
    assert refusal(b'["' + b"[" * 100)[0] == "json.syntax"
    assert refusal(b'["' + b'\\"[' * 100 + b"\\")[0] == "json.syntax"


@pytest.mark.parametrize("before", [b'[\\"', b'["\\\\"', b'["\\\\\\"",', b"[\\", b'"\\"'])
def test_no_backslash_hides_brackets_that_are_followed(before: bytes) -> None:
    assert refusal(before + b"[" * 200_000)[0] in {"json.too_deep", "json.syntax"}


def test_a_file_larger_than_a_form_can_be_is_not_even_looked_at() -> None:
    largest = strict_json.FROM_OUTSIDE.bytes
    assert refusal(b" " * (largest + 1)) == ("json.too_large", {"megabytes": "1"})
    assert strict_json.loads(b" " * (largest - 1) + b"1") == 1


@pytest.mark.parametrize("part", [b"{}", b"[]", b'{"a":[]}'])
def test_a_file_of_very_many_small_parts_is_not_read(part: bytes) -> None:
    many = strict_json.FROM_OUTSIDE.parts // (part.count(b"[") + part.count(b"{")) - 1
    assert strict_json.loads(b"[" + b",".join([part] * many) + b"]")
    assert refusal(b"[" + b",".join([part] * (many + 2)) + b"]") == ("json.too_many_parts", {})


def test_an_object_of_very_many_keys_is_not_read() -> None:
    keys = [f"k{number}" for number in range(strict_json.FROM_OUTSIDE.keys + 1)]
    assert refusal(json.dumps(dict.fromkeys(keys)).encode()) == ("json.too_many_parts", {})
    assert strict_json.loads(json.dumps(dict.fromkeys(keys[1:])).encode())
    assert strict_json.loads(json.dumps(dict.fromkeys(keys)).encode(), strict_json.OF_OUR_OWN)


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "surrogatepass")))
def test_any_bytes_at_all_are_read_or_refused_with_a_sentence(data: bytes) -> None:
    outcome = "json.read"
    try:
        strict_json.loads(data)
    except InputError as error:
        outcome = error.message.message_id
    assert outcome.startswith("json.")
