"""Strings measured and broken into lines, so that nothing on paper is ever cut; needs no page to draw on.

Widths are in millimetres, sizes of letters in points.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Final, NamedTuple

from needsform.export import fonts
from needsform.export.text_shaping import clean, is_right_to_left, joined_apart, visual_order

MM_PER_POINT: Final = 25.4 / 72

Color = tuple[float, float, float]
"""Red, green and blue of sRGB, each from 0 to 1."""

BLACK: Final[Color] = (0.067, 0.067, 0.067)
WHITE: Final[Color] = (1.0, 1.0, 1.0)

_SPACES = " \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"  # not the no-break ones
_SPACES_AND_JOINERS = frozenset(_SPACES + "\u200c\u200d")
_BREAK = re.compile(rf"(?<=[{_SPACES}])(?![{_SPACES}])|(?<=[^\W\d_][-/\u2010\u2013])(?=[^\W\d_])")
_TOLERANCE = 1e-6


@dataclass(frozen=True, slots=True)
class TextStyle:
    """How letters look: size in points, weight, colour."""

    size: float
    bold: bool = False
    color: Color = BLACK


@dataclass(frozen=True, slots=True)
class StyledText:
    """A string with its style; a paragraph is a row of them."""

    text: str
    style: TextStyle


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a paragraph as it is drawn.

    The text keeps the spaces at its end, because whoever listens needs the words apart; the width does not count
    them. A line that was ended by the writer ends with a space too.
    """

    pieces: tuple[StyledText, ...]
    width: float
    is_right_to_left: bool = False

    @property
    def text(self) -> str:
        """The words of the line in the order in which they are read."""
        return "".join(piece.text for piece in self.pieces)


def text_width(text: str, style: TextStyle) -> float:
    """The width of a string on one line, in mm."""
    return glyph_width(visual_order(clean(text).replace("\n", " ")), style)


def glyph_width(glyphs: str, style: TextStyle) -> float:
    """The width in mm of a line that `text_shaping.visual_order` has put in order."""
    return fonts.advance(glyphs, bold=style.bold) * style.size * MM_PER_POINT


def wrap_text(text: str, style: TextStyle, width: float, *, from_left: bool = False) -> list[TextLine]:
    """A string of one style as lines of at most `width` mm; see `wrap`."""
    return wrap([StyledText(text, style)], width, from_left=from_left)


def wrap(paragraph: Iterable[StyledText], width: float, *, from_left: bool = False) -> list[TextLine]:
    """A paragraph as lines of at most `width` mm, at least one.

    Each line that the writer ended starts at the side of its first letter, or with `from_left` at the left: a sentence
    of ours that happens to begin with an Arabic name is still Danish.

    Lines break after spaces, and after a hyphen or a slash between two letters (never within a number, a date or a
    CPR). A word that is longer than a line is broken where the line ends; only a single letter that is wider than
    `width` stands out. The lines together are the whole text: a newline has become a space, nothing else is changed.
    """
    return [line for part in _parts(paragraph) for line in _lines(part, width, from_left=from_left)]


def _parts(paragraph: Iterable[StyledText]) -> list[list[StyledText]]:
    """The paragraph cut where the writer ended a line, each part but the last with a space in place of the newline."""
    parts: list[list[StyledText]] = [[]]
    for piece in paragraph:
        *ended, rest = clean(piece.text).split("\n")
        for text in ended:
            _append(parts[-1], text + " ", piece.style)
            parts.append([])
        _append(parts[-1], rest, piece.style)
    return parts


def _append(pieces: list[StyledText], text: str, style: TextStyle) -> None:
    """Lengthen the last piece where the style goes on: letters that join must be one string."""
    if pieces and pieces[-1].style == style:
        pieces[-1] = StyledText(pieces[-1].text + text, style)
    elif text:
        pieces.append(StyledText(text, style))


def _lines(pieces: Sequence[StyledText], width: float, *, from_left: bool) -> Iterator[TextLine]:
    right_to_left = not from_left and is_right_to_left("".join(piece.text for piece in pieces))
    if not pieces:
        yield TextLine((), 0.0, right_to_left)
        return
    [whole] = _measured([pieces])
    if whole.ink <= width:
        yield TextLine(tuple(pieces), whole.ink, right_to_left)
        return
    line: list[StyledText] = []
    ink = taken = 0.0  # up to the last letter, and with the spaces after it
    for piece in _broken(_measured(list(_words(pieces))), width + _TOLERANCE):
        if line and taken + piece.ink > width + _TOLERANCE:
            yield TextLine(tuple(line), ink, right_to_left)
            line, ink, taken = [], 0.0, 0.0
        for part in piece.pieces:
            _append(line, part.text, part.style)
        ink = taken + piece.ink if piece.ink else ink
        taken += piece.full
    yield TextLine(tuple(line), ink, right_to_left)


class _Measured(NamedTuple):
    """What must stay together, how wide it is, and how wide without the spaces at its end; in mm."""

    pieces: Sequence[StyledText]
    full: float
    ink: float


def _measured(words: Sequence[Sequence[StyledText]]) -> list[_Measured]:
    glyphs = iter(joined_apart([piece.text for word in words for piece in word]))
    measured: list[_Measured] = []
    for word in words:
        full = ink = 0.0
        for piece, shapes in zip(word, glyphs, strict=False):
            ink = full + glyph_width(shapes.rstrip(_SPACES), piece.style)
            full += glyph_width(shapes, piece.style)
        measured.append(_Measured(word, full, ink))
    return measured


def _broken(words: Iterable[_Measured], width: float) -> Iterator[_Measured]:
    """The words, those that are wider than a line in parts that fill one each."""
    for word in words:
        rest = word
        clusters = _clusters(word.pieces) if word.ink > width else []
        while rest.ink > width and len(clusters) > 1:
            head, count = _head(clusters, width, round(len(clusters) * width / rest.ink))
            yield head
            clusters = clusters[count:]
            [rest] = _measured([_merged(clusters)])
        yield rest


def _words(pieces: Sequence[StyledText]) -> Iterator[list[StyledText]]:
    """What must stay together, with the spaces after it; a word may change its style on the way."""
    word: list[StyledText] = []
    whole = "".join(piece.text for piece in pieces)
    breaks = {match.start() for match in _BREAK.finditer(whole)}
    position = 0
    for piece in pieces:
        start = 0
        for index in range(len(piece.text)):
            if position + index in breaks:
                _append(word, piece.text[start:index], piece.style)
                yield word
                word, start = [], index
        _append(word, piece.text[start:], piece.style)
        position += len(piece.text)
    yield word


def _clusters(word: Sequence[StyledText]) -> list[StyledText]:
    """The word in single letters, each with the marks that belong to it."""
    clusters: list[StyledText] = []
    for piece in word:
        letters: list[str] = []
        for character in piece.text:
            if letters and (unicodedata.category(character).startswith("M") or character in _SPACES_AND_JOINERS):
                letters[-1] += character
            else:
                letters.append(character)
        clusters += [StyledText(letter, piece.style) for letter in letters]
    return clusters


def _head(clusters: Sequence[StyledText], width: float, guess: int) -> tuple[_Measured, int]:
    """As many letters as a line holds, and how many these are: at least one, and at least one is left."""

    def first(count: int) -> _Measured:
        return _measured([_merged(clusters[:count])])[0]

    count = min(max(guess, 1), len(clusters) - 1)
    head = first(count)
    while head.ink > width and count > 1:
        count -= 1
        head = first(count)
    while count < len(clusters) - 1 and (longer := first(count + 1)).ink <= width:
        head, count = longer, count + 1
    return head, count


def _merged(pieces: Iterable[StyledText]) -> list[StyledText]:
    runs = groupby(pieces, key=attrgetter("style"))
    return [StyledText("".join(piece.text for piece in run), style) for style, run in runs]
