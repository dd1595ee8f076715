"""Nothing that was written is lost at the end of a line, and no line stands out of its column."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from needsform.export.text_shaping import clean, visual_order
from needsform.export.text_wrapping import StyledText, TextLine, TextStyle, glyph_width, text_width, wrap, wrap_text

PLAIN = TextStyle(9.6)
BOLD = TextStyle(9.6, bold=True)
SMALL = TextStyle(7)

WRITING = st.text(
    st.one_of(
        st.sampled_from("abcdefg æøåÆØÅ \n\t  -/–(),.0123456789"),
        st.sampled_from("محمد عبد لا الرحمن()ُ\u200c ٣"),
        st.characters(),
    ),
    max_size=120,
)
STYLES = st.sampled_from([PLAIN, BOLD, SMALL])


def written(lines: list[TextLine]) -> str:
    return "".join(line.text for line in lines)


def drawn_width(line: TextLine) -> float:
    """The width of the ink: what the canvas draws, without the spaces at the end."""
    *pieces, last = line.pieces
    order = line.is_right_to_left
    before = sum(glyph_width(visual_order(piece.text, right_to_left=order), piece.style) for piece in pieces)
    return before + glyph_width(visual_order(last.text.rstrip(" "), right_to_left=order), last.style)


@given(WRITING, st.floats(8, 120))
def test_no_letter_is_lost_and_no_line_is_too_wide(text: str, width: float) -> None:
    lines = wrap_text(text, PLAIN, width)
    assert written(lines) == clean(text).replace("\n", " ")
    assert all(line.width <= width + 1e-6 for line in lines)


@given(st.lists(st.builds(StyledText, WRITING, STYLES), max_size=6), st.floats(8, 120))
def test_a_change_of_style_loses_nothing_either(paragraph: list[StyledText], width: float) -> None:
    lines = wrap(paragraph, width)
    assert written(lines) == "".join(clean(piece.text).replace("\n", " ") for piece in paragraph)
    assert all(line.width <= width + 1e-6 for line in lines)
    styled = [(letter, piece.style) for piece in paragraph for letter in clean(piece.text).replace("\n", " ")]
    assert [(letter, piece.style) for line in lines for piece in line.pieces for letter in piece.text] == styled


@given(WRITING, st.floats(8, 120))
def test_a_line_is_drawn_as_wide_as_it_was_measured(text: str, width: float) -> None:
    assume(not re.search("[\u2000-\u200a\u205f\u3000]", text))
    for line in wrap_text(text, PLAIN, width):
        if line.pieces:
            assert line.width == pytest.approx(drawn_width(line), abs=1e-6)


def test_a_line_breaks_at_a_space_and_keeps_it() -> None:
    lines = wrap_text("Hvor længe kan jeg få sygedagpenge?", PLAIN, 40)
    assert [line.text for line in lines] == ["Hvor længe kan jeg få ", "sygedagpenge?"]
    assert lines[0].width == pytest.approx(text_width("Hvor længe kan jeg få", PLAIN))


def test_a_text_that_fits_is_one_line() -> None:
    assert [line.text for line in wrap_text("Træthed", PLAIN, 40)] == ["Træthed"]


def test_no_text_is_one_empty_line() -> None:
    assert wrap_text("", PLAIN, 40) == wrap([], 40) == [TextLine((), 0.0)]


def test_an_empty_line_that_was_written_is_kept() -> None:
    assert [line.text for line in wrap_text("Søvn\n\nAngst", PLAIN, 40)] == ["Søvn ", " ", "Angst"]


def test_a_word_longer_than_the_line_goes_on_in_the_next() -> None:
    word = "speciallægepraksisplanlægningsstabiliseringsperiode"
    lines = wrap_text(f"Til {word} nu", PLAIN, 30)
    assert lines[0].text == "Til "
    assert len(lines) > 3
    assert written(lines) == f"Til {word} nu"


def test_a_letter_and_its_accents_stay_together() -> None:
    lines = wrap_text("x\u0304" * 40, PLAIN, 12)  # no font has this as one letter
    assert all(not line.text.startswith("\u0304") for line in lines)
    assert written(lines) == "x\u0304" * 40


def test_a_letter_wider_than_the_line_stands_alone() -> None:
    assert [line.text for line in wrap_text("WW", PLAIN, 1)] == ["W", "W"]


@pytest.mark.parametrize("number", ["020160-9995", "23-11-2026", "70 00 00 00", "1/2"])
def test_numbers_are_not_broken_at_a_hyphen(number: str) -> None:
    just_too_narrow = text_width(f"nummer {number}", PLAIN) - 0.5
    first, *_ = wrap_text(f"nummer {number.replace(' ', chr(0xA0))}", PLAIN, just_too_narrow)
    assert first.text == "nummer "


@pytest.mark.parametrize(
    ("text", "first"), [("hospital/kommune", "hospital/"), ("Nordjylland–Midtjylland", "Nordjylland–")]
)
def test_two_words_joined_by_a_stroke_may_part_after_it(text: str, first: str) -> None:
    assert wrap_text(text, PLAIN, text_width(text, PLAIN) - 0.5)[0].text == first


def test_a_word_that_changes_its_style_stays_in_one_line() -> None:
    paragraph = [StyledText("det, der fylder for ", PLAIN), StyledText("mig", BOLD), StyledText(", og", PLAIN)]
    width = text_width("det, der fylder for mig", PLAIN) + 0.5
    assert [line.text for line in wrap(paragraph, width)] == ["det, der fylder for ", "mig, og"]


def test_bold_letters_are_wider() -> None:
    assert text_width("Træthed", BOLD) > text_width("Træthed", PLAIN)


def test_a_width_does_not_depend_on_how_an_accent_was_typed() -> None:
    assert text_width("Ange\u0301lique", PLAIN) == text_width("Angélique", PLAIN)


def test_each_line_of_an_arabic_paragraph_is_read_from_the_right() -> None:
    lines = wrap_text("Anna سألت\nأهلاً وسهلاً بكم في قسم الأورام", PLAIN, 20)
    assert lines[0].text.startswith("Anna")
    assert not lines[0].is_right_to_left
    assert len(lines) > 3
    assert all(line.is_right_to_left for line in lines if not line.text.startswith(("Anna", "سألت")))


def test_a_danish_sentence_that_begins_with_an_arabic_name_still_starts_at_the_left() -> None:
    said = "محمد عبد الرحمن (ægtefælle) deltog"
    [by_its_first_letter] = wrap_text(said, PLAIN, 120)
    [ours] = wrap_text(said, PLAIN, 120, from_left=True)
    assert by_its_first_letter.is_right_to_left
    assert not ours.is_right_to_left
    assert ours.text == said
