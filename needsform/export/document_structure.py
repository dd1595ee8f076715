"""What a sheet consists of, in the order in which it is read: the tree behind the ink.

The elements and what may stand in what are those of ISO 32000-1, 14.8.4.
"""

from dataclasses import dataclass, field
from typing import Final, Literal

Role = Literal[
    "Sect", "H1", "H2", "H3", "P", "Span", "Table", "THead", "TBody", "TR", "L", "LI", "Lbl", "LBody", "Caption"
]
"""Elements that need nothing but their name; cells and figures have their own calls, because they need more."""

Scope = Literal["Row", "Column", "Both"]
"""What a header cell speaks for."""

_ALLOWED_PARENTS: Final[dict[str, frozenset[str]]] = {
    "THead": frozenset({"Table"}),
    "TBody": frozenset({"Table"}),
    "TR": frozenset({"Table", "THead", "TBody"}),
    "TH": frozenset({"TR"}),
    "TD": frozenset({"TR"}),
    "LI": frozenset({"L"}),
    "Lbl": frozenset({"LI"}),
    "LBody": frozenset({"LI"}),
    "Caption": frozenset({"Table", "L", "Figure"}),
}
_ALLOWED_CHILDREN: Final[dict[str, frozenset[str]]] = {
    "Table": frozenset({"Caption", "THead", "TBody", "TR"}),
    "THead": frozenset({"TR"}),
    "TBody": frozenset({"TR"}),
    "TR": frozenset({"TH", "TD"}),
    "L": frozenset({"Caption", "LI"}),
    "LI": frozenset({"Lbl", "LBody"}),
}
_WITHOUT_INK: Final = frozenset({"Document", "Sect", *_ALLOWED_CHILDREN})


@dataclass(frozen=True, slots=True)
class MarkedContent:
    """A stretch of ink on one page (counted from 0) that belongs to an element."""

    page: int
    number: int


@dataclass(slots=True, eq=False)
class StructureElement:
    """An element of the document: what it is, what it says where the ink does not say it, what it holds."""

    role: str
    language: str | None = None
    spoken: str | None = None
    """Read aloud and copied instead of the content (ActualText)."""
    described: str | None = None
    """What a picture shows (Alt)."""
    scope: Scope | None = None
    columns: int = 1
    rows: int = 1
    bounds: tuple[float, float, float, float] | None = None
    """Left, bottom, right and top of a figure, in points from the bottom left corner of its page."""
    children: "list[StructureElement | MarkedContent]" = field(default_factory=list)

    def adopt(self, child: "StructureElement") -> None:
        """Take `child` as the next thing that is read; raises ValueError where the standard has no such order."""
        parents = _ALLOWED_PARENTS.get(child.role)
        children = _ALLOWED_CHILDREN.get(self.role)
        if (parents is not None and self.role not in parents) or (children is not None and child.role not in children):
            raise ValueError(f"{child.role} cannot stand in {self.role}")
        self.children.append(child)

    def take_ink(self, content: MarkedContent) -> None:
        """Add ink to what this element holds; raises ValueError where only other elements may stand."""
        if self.role in _WITHOUT_INK:
            raise ValueError(f"nothing can be drawn in {self.role} itself")
        self.children.append(content)
