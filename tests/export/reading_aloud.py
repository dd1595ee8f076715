"""What a screen reader finds in a PDF, found the way it does: from the structure to the ink, and what the ink says."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Name, Object, Page, Pdf


@dataclass(frozen=True, slots=True)
class Element:
    """An element with the strings and the elements in it, in reading order."""

    role: str
    children: tuple["Element | str", ...]
    spoken: str | None = None
    described: str | None = None
    language: str | None = None
    attributes: dict[str, str] = field(default_factory=dict)
    pages: frozenset[int] = frozenset()

    @property
    def says(self) -> str:
        """What is read aloud."""
        if self.spoken is not None:
            return self.spoken
        parts = (child if isinstance(child, str) else child.says for child in self.children)
        return (self.described or "") + "".join(parts)

    def all(self, *roles: str) -> list["Element"]:
        """The elements of these roles anywhere within, in reading order."""
        return [element for element in self._walk() if element.role in roles]

    def _walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child._walk()


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """The root of what is read, and the strings on the pages that belong to no element."""

    root: Element
    artifacts: list[str]


def read_aloud(document: bytes) -> ReadDocument:
    """The structure of a document with the text of its pages in it."""
    with Pdf.open(BytesIO(document)) as pdf:
        inks = [_Ink(page) for page in pdf.pages]
        page_numbers = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
        root = _element(pdf.Root.StructTreeRoot.K, inks, page_numbers)
        _check_parent_tree(pdf)
        return ReadDocument(root, [text for ink in inks for text in ink.artifacts])


class _Ink:
    """The text of one page by marked content number."""

    def __init__(self, page: Page) -> None:
        self.marked: dict[int, str] = {}
        self.artifacts: list[str] = []
        maps = {name: _character_map(font) for name, font in page.resources.Font.as_dict().items()}
        current: int | None = None
        letters: dict[int, str] = {}
        for instruction in pikepdf.parse_content_stream(page):
            assert isinstance(instruction, pikepdf.ContentStreamInstruction)
            operands = instruction.operands
            match str(instruction.operator):
                case "BDC":
                    current = int(operands[1].MCID) if "/MCID" in operands[1] else None
                    if current is not None:
                        self.marked[current] = ""
                case "EMC":
                    current = None
                case "Tf":
                    letters = maps[str(operands[0])]
                case "Tj":
                    text = "".join(letters[code] for code in bytes(operands[0]))
                    if current is None:
                        self.artifacts.append(text)
                    else:
                        self.marked[current] += text


def _character_map(font: Object) -> dict[int, str]:
    pairs = re.findall(rb"<([0-9A-F]{2})> <((?:[0-9A-F]{4})+)>", font.ToUnicode.read_bytes())
    return {int(code, 16): bytes.fromhex(letters.decode()).decode("utf-16-be") for code, letters in pairs}


def _element(node: Object, inks: list[_Ink], page_numbers: dict[tuple[int, int], int]) -> Element:
    children: list[Element | str] = []
    pages = set()
    for kid in _kids(node):
        if isinstance(kid, Dictionary) and "/S" in kid:
            children.append(_element(kid, inks, page_numbers))
            continue
        page, number = _place(kid, node)
        pages.add(page_numbers[page.objgen])
        children.append(inks[page_numbers[page.objgen]].marked[number])
    attributes = {str(key): str(value) for key, value in node.get("/A", Dictionary()).as_dict().items()}
    return Element(
        str(node.S)[1:],
        tuple(children),
        spoken=_string(node, "/ActualText"),
        described=_string(node, "/Alt"),
        language=_string(node, "/Lang"),
        attributes=attributes,
        pages=frozenset(pages),
    )


def _string(node: Object, key: str) -> str | None:
    return str(node[key]) if key in node else None


def _kids(node: Object) -> list[Object]:
    kids = node.get("/K", pikepdf.Array())
    return list(kids) if isinstance(kids, pikepdf.Array) else [kids]


def _place(content: Object, owner: Object) -> tuple[Object, int]:
    """The page and the number of a stretch of ink."""
    return (content.Pg, int(content.MCID)) if isinstance(content, Dictionary) else (owner.Pg, int(content))


def _check_parent_tree(pdf: Pdf) -> None:
    """The way back, from the ink to its element, which readers go when one points at a place on the page."""
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for index, page in enumerate(pdf.pages):
        assert int(page.obj.StructParents) == int(numbers[2 * index]) == index
        assert page.obj.Tabs == Name.S
        for number, owner in enumerate(numbers[2 * index + 1]):
            ink = [kid for kid in _kids(owner) if not (isinstance(kid, Dictionary) and "/S" in kid)]
            places = [_place(content, owner) for content in ink]
            assert any(on.objgen == page.obj.objgen and at == number for on, at in places)
