"""What stands where on the pages of a finished document, found by PDFium: another program than the one that drew it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal

import pypdfium2
from pypdfium2 import raw

Kind = Literal["text", "mark", "rule"]

_MM: Final = 25.4 / 72
_MARK_SIDES: Final = (2.5, 4.2)
"""The smallest and the largest side of a tick box or a numbered disc, in mm."""
_THIN: Final = 1.1
TOUCH: Final = 0.1
"""How far ink may reach into other ink, in mm: half a hairline."""


@dataclass(frozen=True, slots=True)
class Ink:
    """A stretch of text, a tick box or disc, or a rule: the room that its ink takes, in mm from the top left corner."""

    kind: Kind
    left: float
    top: float
    right: float
    bottom: float
    text: str = ""

    def reaches_into(self, other: "Ink") -> bool:
        """Whether the ink of both would be on the same spot."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > TOUCH and down > TOUCH

    def holds(self, other: "Ink") -> bool:
        """Whether the other lies wholly inside."""
        return (
            self.left <= other.left + TOUCH
            and self.right >= other.right - TOUCH
            and self.top <= other.top + TOUCH
            and self.bottom >= other.bottom - TOUCH
        )


def ink_of(pdf: bytes) -> list[list[Ink]]:
    """The ink of each page; frames and grounds are left out."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [list(_page_ink(document[number])) for number in range(len(document))]


def _page_ink(page: pypdfium2.PdfPage) -> Iterator[Ink]:
    height = page.get_height()
    words = page.get_textpage()
    box_before: Ink | None = None
    for thing in page.get_objects(textpage=words):
        left, low, right, high = thing.get_bounds()
        box = (left * _MM, (height - high) * _MM, right * _MM, (height - low) * _MM)
        if isinstance(thing, pypdfium2.PdfTextObj):
            yield Ink("text", *box, thing.extract())
        elif thing.type == raw.FPDF_PAGEOBJ_PATH:
            sides = (box[2] - box[0], box[3] - box[1])
            if all(_MARK_SIDES[0] <= side <= _MARK_SIDES[1] for side in sides):
                mark = Ink("mark", *box)
                if box_before is None or not box_before.holds(mark):  # the cross is part of its box
                    yield mark
                box_before = mark
            elif min(sides) < _THIN < max(sides):
                yield Ink("rule", *box)


def collisions(page: list[Ink]) -> list[tuple[Ink, Ink]]:
    """Ink on other ink: text on text, on a box (unless it is the number in a disc) or on a rule, boxes on boxes."""
    marks = [ink for ink in page if ink.kind == "mark"]
    texts = [ink for ink in page if ink.text.strip() and not any(mark.holds(ink) for mark in marks)]
    rules = [ink for ink in page if ink.kind == "rule"]
    things = sorted([*texts, *marks, *rules], key=lambda ink: ink.top)
    return [pair for number, ink in enumerate(things) for pair in _colliding(ink, things[number + 1 :])]


def _colliding(ink: Ink, below: list[Ink]) -> Iterator[tuple[Ink, Ink]]:
    """The collisions of one with those that begin further down, nearest first."""
    for other in below:
        if other.top >= ink.bottom:
            return
        if _collide(ink, other):
            yield ink, other


def _collide(ink: Ink, other: Ink) -> bool:
    if ink.kind == "rule":
        return other.kind == "text" and _crosses(ink, other)
    if other.kind == "rule":
        return ink.kind == "text" and _crosses(other, ink)
    return ink.reaches_into(other)


def _crosses(rule: Ink, text: Ink) -> bool:
    """Whether a rule goes through letters; that a long letter touches the line below it is handwriting."""
    if rule.right - rule.left < rule.bottom - rule.top:
        return rule.reaches_into(text)
    middle = (rule.top + rule.bottom) / 2
    across = min(rule.right, text.right) - max(rule.left, text.left)
    return across > TOUCH and text.top + 4 * TOUCH < middle < text.bottom - 4 * TOUCH


def outside(page: list[Ink], left: float, top: float, right: float, bottom: float) -> list[Ink]:
    """The text that does not keep within these margins."""
    within = Ink("rule", left, top, right, bottom)
    return [ink for ink in page if ink.kind == "text" and not within.holds(ink)]
