"""How the rows of the form are drawn, large and dense, and where their boxes stand in line with each other."""

from collections.abc import Mapping
from dataclasses import dataclass

from needsform.models.questionnaire import Area, Item, Mark


@dataclass(frozen=True, slots=True)
class RowLook:
    """How large a row is drawn. Pixels at 100 % text; all of them grow with the text."""

    role: str
    """Names the text in `style.qss`."""
    link_role: str
    text: int
    height: int
    box: int
    link: int
    """Height of the way to the note."""
    padding: int
    """Before the words; where the numbers of what matters most are shown, they stand there."""
    frame: int
    has_number: bool = False


PATIENT = RowLook("patient-row", "patient-row-link", text=21, height=58, box=34, link=44, padding=20, frame=4)
"""For a finger, and for tired eyes."""
DENSE = RowLook(
    "dense-row", "dense-row-link", text=15, height=34, box=22, link=26, padding=38, frame=3, has_number=True
)
"""For whoever keys in a form from paper."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Where the boxes stand: the columns of a page from left to right, each with its width in pixels."""

    widths: Mapping[Mark, int]

    @property
    def total(self) -> int:
        """All columns together, in pixels."""
        return sum(self.widths.values())

    def start(self, mark: Mark, width: int) -> int:
        """Where a column begins in a row of `width` pixels."""
        marks = list(self.widths)
        return width - sum(self.widths[m] for m in marks[marks.index(mark) :])


def headings_of(area: Area) -> list[tuple[Mark, Item]]:
    """The columns that an area needs, from left to right, each with the item whose words head it."""
    found: dict[Mark, Item] = {}
    for topic in area.topics:
        for mark, item in ((Mark.PROBLEM, topic.problem), (Mark.SUPPORT, topic.support)):
            if item is not None:
                found.setdefault(mark, item)
    return [(mark, found[mark]) for mark in Mark if mark in found]
