"""The last pass over a drawn document: what makes it readable aloud (PDF/UA-1) and fit to be kept (PDF/A-3a)."""

import re
import unicodedata
from base64 import a85encode
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from typing import Final
from zlib import compress

from pikepdf import (
    Array,
    AttachedFileSpec,
    Dictionary,
    Name,
    Object,
    ObjectStreamMode,
    Pdf,
    Stream,
    String,
)

from needsform import resources
from needsform.export.document_facts import PRODUCER, DocumentFacts
from needsform.export.document_structure import MarkedContent, StructureElement

_ARABIC_FORM: Final = re.compile(rb"<(F[B-E][0-9A-F]{2})>")


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file carried inside the document: the data that the pages show."""

    filename: str
    data: bytes
    mime_type: str = "application/fhir+json"
    description: str = ""


def archive(
    drawn: bytes,
    contents: Sequence[bytes],
    root: StructureElement,
    facts: DocumentFacts,
    attachments: Iterable[Attachment],
) -> bytes:
    """The document: pages and fonts as `drawn` by reportlab, the ink in `contents`, the structure that it belongs to.

    The same input gives the same bytes: dates are handed in, and the id of the file is made from its content.
    """
    with Pdf.open(BytesIO(drawn)) as pdf:
        for page, content in zip(pdf.pages, contents, strict=True):
            page.obj.Contents = pdf.make_stream(content)
            del page.obj["/Trans"]  # an empty page transition, which reportlab always writes
        _mend_character_maps(pdf)
        _add_structure(pdf, root)
        _add_facts(pdf, facts)
        _attach(pdf, attachments, facts)
        del pdf.trailer["/ID"]  # reportlab's knows nothing of the ink
        return _written(pdf)


def _written(pdf: Pdf) -> bytes:
    """The bytes of the file, where the end of every stream can be told (ISO 19005-3, 6.1.7.1).

    Compressed data end in a carriage return one time in 256; with the newline behind them it is then open which of
    the two ends the data. A file with such a stream is written in the older way, which takes twice the room: without
    the streams that only say where objects lie, and with the doubtful one in ASCII.
    """
    document = _saved(pdf, ObjectStreamMode.generate, compressed=True)
    if b"\r\nendstream" not in document:
        return document
    for stream in pdf.objects:
        if isinstance(stream, Stream) and stream.get("/Type") != Name.Metadata:
            data = compress(stream.read_bytes())
            if data.endswith(b"\r"):
                stream.write(a85encode(data) + b"~>", filter=Array([Name.ASCII85Decode, Name.FlateDecode]))
            else:
                stream.write(data, filter=Name.FlateDecode)
    return _saved(pdf, ObjectStreamMode.disable, compressed=False)


def _saved(pdf: Pdf, objects: ObjectStreamMode, *, compressed: bool) -> bytes:
    file = BytesIO()
    pdf.save(
        file,
        min_version="1.7",
        fix_metadata_version=False,
        compress_streams=compressed,
        object_stream_mode=objects,
        deterministic_id=True,
    )
    return file.getvalue()


def _mend_character_maps(pdf: Pdf) -> None:
    """Let every glyph of reportlab's subsets read as what it means.

    An unused place reads as U+0000, which no text may hold (PDF/UA-1, 7.21.7); a joined Arabic letter reads as its
    form, and would not be found by who looks for the letter. (Two letters in one glyph are left as their form:
    programs that turn Arabic round would turn the two round as well.)
    """
    mended = set()
    for page in pdf.pages:
        for font in page.resources.get("/Font", Dictionary()).as_dict().values():
            character_map = font.get("/ToUnicode")
            if character_map is not None and character_map.objgen not in mended:
                mended.add(character_map.objgen)
                content = character_map.read_bytes().replace(b"<0000>", b"<FFFD>")
                character_map.write(_ARABIC_FORM.sub(_letters_of_form, content))


def _letters_of_form(code: re.Match[bytes]) -> bytes:
    letters = unicodedata.normalize("NFKC", chr(int(code[1], 16)))
    return b"<%04X>" % ord(letters) if len(letters) == 1 else code[0]


def _add_structure(pdf: Pdf, root: StructureElement) -> None:
    tree = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
    writer = _StructureWriter(pdf)
    tree.K = writer.write(root, tree)
    numbers = Array()
    for index, (page, owners) in enumerate(zip(pdf.pages, writer.owners, strict=True)):
        page.obj.StructParents = index
        page.obj.Tabs = Name.S
        numbers.append(index)
        numbers.append(pdf.make_indirect(Array([owners[number] for number in sorted(owners)])))
    tree.ParentTree = pdf.make_indirect(Dictionary(Nums=numbers))
    tree.ParentTreeNextKey = len(pdf.pages)
    pdf.Root.StructTreeRoot = tree
    pdf.Root.MarkInfo = Dictionary(Marked=True)


class _StructureWriter:
    """Writes elements as dictionaries and keeps, page by page, whose each stretch of ink is."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._roles: dict[str, Object] = {}
        self.owners: list[dict[int, Object]] = [{} for _ in self._pages]

    def write(self, element: StructureElement, parent: Object) -> Object:
        """The element and all that is in it; an indirect object, because its children point back at it."""
        ink = [child for child in element.children if isinstance(child, MarkedContent)]
        entries: dict[str, object] = {"/S": self._role(element.role), "/P": parent} | _properties(element)
        if ink:
            entries["/Pg"] = self._pages[ink[0].page]
        written = self._pdf.make_indirect(Dictionary(entries))
        if element.children:
            children = [
                self._place(child, ink[0].page, written)
                if isinstance(child, MarkedContent)
                else self.write(child, written)
                for child in element.children
            ]
            written.K = children[0] if len(children) == 1 else Array(children)
        return written

    def _place(self, content: MarkedContent, page_of_element: int, owner: Object) -> Object | int:
        self.owners[content.page][content.number] = owner
        if content.page == page_of_element:
            return content.number
        return Dictionary(Type=Name.MCR, Pg=self._pages[content.page], MCID=content.number)

    def _role(self, role: str) -> Object:
        return self._roles.setdefault(role, Name(f"/{role}"))


def _properties(element: StructureElement) -> dict[str, object]:
    """What an element says of itself, beside its place."""
    properties: dict[str, object] = {}
    if element.language is not None:
        properties["/Lang"] = String(element.language)
    if element.spoken is not None:
        properties["/ActualText"] = String(element.spoken)
    if element.described is not None:
        properties["/Alt"] = String(element.described)
    if element.bounds is not None:
        bounds = Array([round(edge, 2) for edge in element.bounds])
        properties["/A"] = Dictionary(O=Name.Layout, BBox=bounds, Placement=Name.Block)
    cell: dict[str, object] = {}
    if element.scope is not None:
        cell["/Scope"] = Name(f"/{element.scope}")
    if element.columns > 1:
        cell["/ColSpan"] = element.columns
    if element.rows > 1:
        cell["/RowSpan"] = element.rows
    if cell:
        properties["/A"] = Dictionary({"/O": Name.Table} | cell)
    return properties


def _add_facts(pdf: Pdf, facts: DocumentFacts) -> None:
    """Language, title, colours and the claim to be PDF/A-3a and PDF/UA-1; XMP and Info say the same, as they must."""
    pdf.Root.Lang = String(facts.language)
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    pdf.Root.Metadata = pdf.make_stream(facts.xmp, Type=Name.Metadata, Subtype=Name.XML)
    profile = pdf.make_stream(_color_profile(), N=3)
    pdf.Root.OutputIntents = Array(
        [
            Dictionary(
                Type=Name.OutputIntent,
                S=Name.GTS_PDFA1,
                OutputConditionIdentifier=String("sRGB IEC61966-2.1"),
                DestOutputProfile=profile,
            )
        ]
    )
    written_at = String(facts.pdf_date)
    pdf.trailer.Info = pdf.make_indirect(
        Dictionary(
            Title=String(facts.title),
            Creator=String(PRODUCER),
            Producer=String(PRODUCER),
            CreationDate=written_at,
            ModDate=written_at,
        )
    )


def _attach(pdf: Pdf, attachments: Iterable[Attachment], facts: DocumentFacts) -> None:
    associated = Array()
    for attachment in attachments:
        carried = AttachedFileSpec(
            pdf,
            attachment.data,
            filename=attachment.filename,
            mime_type=attachment.mime_type,
            description=attachment.description,
            creation_date=facts.pdf_date,
            mod_date=facts.pdf_date,
        )
        carried.relationship = Name.Data
        pdf.attachments[attachment.filename] = carried
        associated.append(carried.obj)
    if associated:
        pdf.Root.AF = associated


@cache
def _color_profile() -> bytes:
    return resources.read_bytes("icc/sRGB.icc")
