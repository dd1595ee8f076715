"""What is typed or pasted is kept in a shape that can stand on paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from needsform.models.frozen import LINE_LENGTH, NAME_LENGTH, TEXT_LENGTH, FreeText, Frozen, FrozenMapping, Line, Name

NAME, LINE, TEXT = TypeAdapter[str](Name), TypeAdapter[str](Line), TypeAdapter[str](FreeText)


class Box(Frozen):
    """Something to look at."""

    things: FrozenMapping[str, int]


@pytest.mark.parametrize(
    "name",
    [
        "Søren Ærøskøbing",
        "Łukasz Żółć",
        "Nguyễn Thị Ánh",
        "Renée O’Brien-Müller",
        "محمد",
        "می‌خواهم",
        "Ólöf Guðmundsdóttir",
    ],
)
def test_names_from_everywhere_stay_whole(name: str) -> None:
    assert NAME.validate_python(name) == name


def test_a_name_pasted_over_two_lines_stands_on_one() -> None:
    assert NAME.validate_python("  Einer\tTest\r\n Lauridsen ") == "Einer Test Lauridsen"
    assert LINE.validate_python("20 12\u00a034 56\n") == "20 12 34 56"


def test_what_turns_the_text_around_or_rings_a_bell_is_dropped() -> None:
    assert NAME.validate_python("Einer\u202e\x07\x00 Test\ud800") == "Einer Test"


def test_paragraphs_stay_paragraphs() -> None:
    assert TEXT.validate_python("  Først.\n\nSå.\x0b  ") == "Først.\n\nSå."


@pytest.mark.parametrize(("kind", "longest"), [(NAME, NAME_LENGTH), (LINE, LINE_LENGTH), (TEXT, TEXT_LENGTH)])
def test_the_longest_text_is_accepted_and_one_more_is_not(kind: TypeAdapter[str], longest: int) -> None:
    assert kind.validate_python("å" * longest + "  ") == "å" * longest
    with pytest.raises(ValidationError):
        kind.validate_python("å" * (longest + 1))


@given(st.text(max_size=60))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for kind in (NAME, LINE, TEXT):
        once = kind.validate_python(text)
        assert kind.validate_python(once) == once
        assert once == once.strip()


def test_nothing_can_be_changed_once_it_is_made() -> None:
    given_things = {"a": 1}
    box = Box(things=given_things)
    given_things["a"] = 2
    assert box.things == {"a": 1}
    with pytest.raises(ValidationError):
        box.things = {}  # type: ignore[misc]
    with pytest.raises(TypeError):
        box.things["b"] = 2  # type: ignore[index]
    assert Box.model_validate(box.model_dump()) == box


def test_a_field_that_nobody_knows_is_refused() -> None:
    with pytest.raises(ValidationError):
        Box.model_validate({"things": {}, "more": 1})
