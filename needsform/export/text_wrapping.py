"""Strings measured and broken into lines, so that nothing on paper is ever cut; needs no page to draw on.

Widths are in millimetres, sizes of letters in points.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from needsform.export import fonts
from needsform.export.text_shaping import clean, is_right_to_left, visual_order

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
    return _measure(clean(text).replace("\n", " "), style)


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
    if not pieces or (whole := _ink_width(pieces)) <= width:
        yield TextLine(tuple(pieces), whole if pieces else 0.0, right_to_left)
        return
    line: list[StyledText] = []
    ink = taken = 0.0  # up to the last letter, and with the spaces after it
    for word in _words(pieces):
        room_needed = _ink_width(word)
        if line and taken + room_needed > width + _TOLERANCE:
            yield TextLine(tuple(line), ink, right_to_left)
            line, ink, taken = [], 0.0, 0.0
        while room_needed > width + _TOLERANCE and len(clusters := _clusters(word)) > 1:
            head, word = _split(clusters, width)
            yield TextLine(tuple(head), _ink_width(head), right_to_left)
            room_needed = _ink_width(word)
        for piece in word:
            _append(line, piece.text, piece.style)
        ink = taken + room_needed if room_needed else ink
        taken += sum(_measure(piece.text, piece.style) for piece in word)
    yield TextLine(tuple(line), ink, right_to_left)


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


def _split(clusters: Sequence[StyledText], width: float) -> tuple[list[StyledText], list[StyledText]]:
    """As many letters as a line holds, at least one, and the rest of the word, at least one."""
    head, count = [clusters[0]], 1
    while count < len(clusters) - 1:
        longer = _merged([*head, clusters[count]])
        if _ink_width(longer) > width + _TOLERANCE:
            break
        head, count = longer, count + 1
    return head, _merged(clusters[count:])


def _merged(pieces: Iterable[StyledText]) -> list[StyledText]:
    merged: list[StyledText] = []
    for piece in pieces:
        _append(merged, piece.text, piece.style)
    return merged


def _ink_width(word: Sequence[StyledText]) -> float:
    """The width without the spaces at the end."""
    *before, last = word
    ink = sum(_measure(piece.text, piece.style) for piece in before)
    return ink + _measure(last.text.rstrip(_SPACES), last.style)


def _measure(text: str, style: TextStyle) -> float:
    return glyph_width(visual_order(text), style)
