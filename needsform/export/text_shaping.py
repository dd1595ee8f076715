"""What becomes of a string on its way to paper: cleaned, and, where it is Arabic, joined and put in visual order.

Text layers of a PDF are drawn left to right; the string as it was written travels beside it as ActualText.
"""

import re
import unicodedata
from collections.abc import Sequence
from typing import cast

from arabic_reshaper import ArabicReshaper
from bidi import get_display

_PLAIN = re.compile(r"[\x20-\x7e\u00a0-\u00ac\u00ae-\u02ff]*")
"""What every Danish sheet consists of: nothing in it can change by cleaning."""

_JOINERS = "\u200c\u200d"
_VISIBLE_FORMAT_CHARACTERS = frozenset("\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2")
_SPACES = str.maketrans({"\t": " ", "\r": "\n", "\v": "\n", "\f": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n"})

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_UNDRAWN = re.compile("[\u034f\u200b-\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""Characters that steer others and have no shape of their own."""
_SILENT = re.compile("[\u034f\u200b\u200d\ufe00-\ufe0f\U000e0100-\U000e01ef]")
"""The same without the non-joiner, which keeps two Arabic letters apart."""

_MIRRORED = str.maketrans("()[]{}<>«»‹›", ")(][}{><»«›‹")
_FOLLOWER = "\ufe00"
_BRACKETS = re.compile(r"[()\[\]{}<>«»‹›]")
_FOLLOWED = re.compile(rf"{_BRACKETS.pattern}{_FOLLOWER}|{_FOLLOWER}{_BRACKETS.pattern}")

_reshaper = ArabicReshaper(
    configuration={
        "delete_harakat": False,  # a vowel sign that was written is shown
        "ARABIC LIGATURE ALLAH": False,  # one glyph of its own size in the middle of a name
    }
)


def clean(text: str) -> str:
    """The string without what cannot be printed: control characters and hidden marks of direction.

    Accents are composed (NFC), tabs become spaces, every kind of line end becomes a newline. Half a surrogate pair
    and the code points that are no characters become U+FFFD, which can be seen. Joiners are kept: they are spelling.
    """
    if _PLAIN.fullmatch(text):
        return text
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n")).translate(_SPACES)
    return "".join(map(_printable, composed))


def _printable(character: str) -> str:
    if character == "\n" or character in _JOINERS or character in _VISIBLE_FORMAT_CHARACTERS:
        return character
    category = unicodedata.category(character)
    if category in ("Cc", "Cf"):
        return ""
    if category == "Cs" or ord(character) & 0xFFFE == 0xFFFE:
        return "\ufffd"
    return character


def has_right_to_left(text: str) -> bool:
    """Whether any letter of the text is written from the right."""
    return _RIGHT_TO_LEFT.search(text) is not None


def is_right_to_left(text: str) -> bool:
    """Whether a paragraph starts at the right: its first letter with a direction says so (UAX 9, P2 and P3)."""
    if not has_right_to_left(text):
        return False
    directions = map(unicodedata.bidirectional, text)
    return next((direction != "L" for direction in directions if direction in ("L", "R", "AL")), False)


def visual_order(text: str, *, right_to_left: bool = False) -> str:
    """The glyphs of one line from left to right, in a paragraph that starts at the given side.

    Arabic letters come back as the presentation forms that join.
    """
    if not has_right_to_left(text):
        return _UNDRAWN.sub("", text)
    joined = _reshaper.reshape(_SILENT.sub("", text))
    # get_display does not turn brackets round. A mark that follows one shows which were set from the right: there it
    # comes out in front. (For the same reason vowel signs come out in front of their letter, which is where this font
    # wants them: it draws them over what comes next.)
    followed = _BRACKETS.sub(rf"\g<0>{_FOLLOWER}", joined)
    displayed = cast("str", get_display(followed, base_dir="R" if right_to_left else "L"))
    return _UNDRAWN.sub("", _FOLLOWED.sub(_turned, displayed))


def joined_apart(texts: Sequence[str]) -> list[str]:
    """The glyphs of strings that do not join each other, for measuring them; in the order in which they are read.

    One call, because looking for what joins costs much more to begin than to go on with.
    """
    whole = "\n".join(texts)
    if has_right_to_left(whole):
        whole = _reshaper.reshape(_SILENT.sub("", whole))
    return _UNDRAWN.sub("", whole).split("\n")


def _turned(pair: re.Match[str]) -> str:
    from_the_left = pair[0].endswith(_FOLLOWER)
    return pair[0] if from_the_left else pair[0].translate(_MIRRORED)
