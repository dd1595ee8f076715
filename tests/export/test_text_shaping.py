"""Strings reach the paper clean, and Arabic ones joined and in the order in which they are seen."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.export.text_shaping import clean, is_right_to_left, visual_order

MEEM_INITIAL, HAH_MEDIAL, MEEM_MEDIAL, DAL_FINAL = "\ufee3\ufea4\ufee4\ufeaa"


@pytest.mark.parametrize(
    ("written", "cleaned"),
    [
        ("Ændret krop – og udseende", "Ændret krop – og udseende"),
        ("Søvn\x07\x00\x1b[31m", "Søvn[31m"),
        ("et\ttal", "et tal"),
        ("linje\r\nlinje\rlinje\u2028linje", "linje\nlinje\nlinje\nlinje"),
        ("A\u030angst", "Ångst"),
        ("evil\u202etxt.exe", "eviltxt.exe"),
        ("blød\u00adt\ufeff", "blødt"),
        ("halvt \ud83d tegn \uffff", "halvt \ufffd tegn \ufffd"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_what_cannot_be_printed_is_taken_out(written: str, cleaned: str) -> None:
    assert clean(written) == cleaned


@given(st.text())
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)


@given(st.text())
def test_a_clean_string_can_be_written_down(text: str) -> None:
    clean(text).encode("utf-16-be")


def test_arabic_letters_are_joined_and_seen_from_the_right() -> None:
    assert visual_order("محمد", right_to_left=True) == DAL_FINAL + MEEM_MEDIAL + HAH_MEDIAL + MEEM_INITIAL


def test_an_arabic_word_in_a_danish_line_leaves_the_rest_in_place() -> None:
    assert visual_order("Navn: محمد (gift)").startswith("Navn: " + DAL_FINAL)
    assert visual_order("Navn: محمد (gift)").endswith(" (gift)")


def test_brackets_in_an_arabic_line_close_around_their_words() -> None:
    assert visual_order("محمد (Anna) [محمد]", right_to_left=True).count("(Anna)") == 1
    assert visual_order("محمد (Anna) [محمد]", right_to_left=True).startswith("[" + DAL_FINAL)


def test_a_non_joiner_keeps_two_letters_apart_and_is_not_drawn() -> None:
    assert visual_order("م\u200cم", right_to_left=True) == "\ufee1\ufee1"


def test_a_vowel_sign_is_kept() -> None:
    assert "\u064f" in visual_order("مُحمد", right_to_left=True)


def test_danish_is_seen_as_it_is_written() -> None:
    assert visual_order("Blåbærgrød") == "Blåbærgrød"


@pytest.mark.parametrize(
    ("text", "from_the_right"),
    [("Anna محمد", False), ("محمد Anna", True), ("12 (محمد)", True), ("Træthed", False), ("\u0661\u0662", False)],
)
def test_the_first_letter_says_where_a_paragraph_starts(text: str, from_the_right: bool) -> None:
    assert is_right_to_left(text) is from_the_right
