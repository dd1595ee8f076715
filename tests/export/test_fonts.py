"""The shipped fonts have the letters of the people who are treated here, and say which ones they lack."""

import pytest

from needsform.export.fonts import REPLACEMENT, advance, missing_characters, runs, text_face


@pytest.mark.parametrize(
    "letters",
    [
        "ÆØÅæøåÉéÜüÖöÄä",
        "ĄĆĘŁŃÓŚŹŻąćęłńóśźż",
        "ÐÞÝðþý",
        "ĞİıŞğş",
        "ĂÂĐÊÔƠƯăâđêôơư ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ",
        "ČĎĚŇŘŠŤŮŽ ĀĒĢĪĶĻŅŪ ĖĮŲ ȘȚ ŐŰ ŊŦ",
        "АБВГДЕЖЗИЙЫЭЮЯ ЄІЇҐ ЂЋЉЊЏ ЎЌ",
        "ΑΒΓΔΩάέήίόύώ",
        "محمد پچژگکی ٹڈڑے ڕڵۆێە",
        "„“”‘’«»–—…·•†‰€£½¼°±×÷",
    ],
)
def test_names_and_notes_can_be_set(letters: str) -> None:
    assert missing_characters(letters) == frozenset()
    assert missing_characters(f"{letters}\nnæste linje") == frozenset()


def test_letters_that_no_font_has_are_named_and_seen() -> None:
    assert missing_characters("Hej 漢 \ue000") == {"漢", "\ue000"}
    ((face, drawn),) = runs("漢", bold=True)
    assert (face.name, drawn) == ("NotoSans-Bold", REPLACEMENT)
    assert REPLACEMENT in text_face().advances


def test_the_font_changes_where_the_script_does() -> None:
    assert [(face.name, part) for face, part in runs("a \ufeaa b")] == [
        ("NotoSans-Regular", "a "),
        ("NotoSansArabic-Regular", "\ufeaa"),
        ("NotoSans-Regular", " b"),
    ]


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert advance("ab") == pytest.approx(advance("a") + advance("b"))
    assert advance("a\ufeaa漢") == pytest.approx(advance("a") + advance("\ufeaa") + advance(REPLACEMENT))
