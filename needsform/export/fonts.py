"""The fonts that are shipped and embedded: which one has a letter, how wide it is, and how they meet reportlab.

A font is read when it is first needed and once per process; reading one takes some 15 ms.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from threading import RLock
from typing import Final

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from needsform import resources
from needsform.export.text_shaping import clean, visual_order

REPLACEMENT: Final = "\ufffd"
"""What is drawn in place of a letter that no shipped font has."""

EMBEDDING: Final = RLock()
"""Held while a font is read or cut down for a document: reportlab's fonts remember where they were reading."""

_FIRST_PRINTABLE = 0x20
_PRIVATE_USE = range(0xE000, 0xF900)


@dataclass(frozen=True, slots=True)
class Face:
    """One font file: its name, and the advance of every letter that it has, in thousandths of an em."""

    name: str
    font: TTFont
    advances: Mapping[str, float]


def _face(name: str) -> Face:
    with EMBEDDING:
        return _read(name)


@cache
def _read(name: str) -> Face:
    font = TTFont(name, str(resources.path(f"fonts/{name}.ttf")))
    pdfmetrics.registerFont(font)
    advances = {
        chr(code): width
        for code, width in font.face.charWidths.items()
        if code >= _FIRST_PRINTABLE and code not in _PRIVATE_USE
    }
    return Face(name, font, advances)


def text_face(*, bold: bool = False) -> Face:
    """The face of Latin, Greek and Cyrillic letters, which every document uses."""
    return _face("NotoSans-Bold" if bold else "NotoSans-Regular")


def _arabic_face(*, bold: bool) -> Face:
    return _face("NotoSansArabic-Bold" if bold else "NotoSansArabic-Regular")


def runs(glyphs: str, *, bold: bool = False) -> list[tuple[Face, str]]:
    """A line in visual order, cut where the font changes; letters that no font has are replaced."""
    latin = text_face(bold=bold)
    if latin.advances.keys() >= set(glyphs):
        return [(latin, glyphs)]
    arabic = _arabic_face(bold=bold)

    def face_of(character: str) -> Face:
        return latin if character in latin.advances else arabic

    drawable = "".join(
        character if character in latin.advances or character in arabic.advances else REPLACEMENT
        for character in glyphs
    )
    return [(face, "".join(run)) for face, run in groupby(drawable, key=face_of)]


def advance(glyphs: str, *, bold: bool = False) -> float:
    """The width of a line in visual order, in ems."""
    advances = text_face(bold=bold).advances
    try:
        return sum(map(advances.__getitem__, glyphs)) / 1000
    except KeyError:
        arabic, unknown = _arabic_face(bold=bold).advances, advances[REPLACEMENT]
        return sum(advances.get(letter, arabic.get(letter, unknown)) for letter in glyphs) / 1000


def missing_characters(text: str) -> frozenset[str]:
    """The letters of `text` that no shipped font has and that stand on paper as U+FFFD; for whoever must be told."""
    glyphs = set(visual_order(clean(text).replace("\n", " ")))
    unknown = glyphs - text_face().advances.keys()
    return frozenset(unknown - _arabic_face(bold=False).advances.keys() if unknown else unknown)
