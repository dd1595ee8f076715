"""The codes on a sheet as they are drawn: a large one with every tick on the front, a small one on what follows.

QR with error correction M, which survives a photocopy and an office scan; sizes in mm include the white margin.
"""

from dataclasses import dataclass
from typing import Final

from needsform.export.page_ink import Box
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.errors import InputError
from needsform.models.sheet import SheetContent
from needsform.models.sheet_code import BackCode, SheetCode, front_tag

FRONT_SIZE: Final = 30.0
BACK_SIZE: Final = 18.0
_QUIET: Final = 4
"""Modules of white on every side (ISO/IEC 18004)."""


@dataclass(frozen=True, slots=True)
class PrintedCode:
    """A code of known size, ready to be drawn."""

    modules: tuple[tuple[bool, ...], ...]
    """Row by row, true for dark, without the margin."""
    size: float
    """With the margin."""
    described: str
    """What it is, for who cannot see it."""

    @classmethod
    def of(cls, data: bytes, size: float, described: str) -> "PrintedCode":
        """A code that says `data`."""
        import zxingcpp

        drawn = zxingcpp.create_barcode(data, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
        image = memoryview(drawn.to_image(scale=1, add_quiet_zones=False))  # type: ignore[arg-type] # it is a buffer
        height, width = image.shape or (0, 0)
        modules = tuple(tuple(image[row, column] == 0 for column in range(width)) for row in range(height))
        return cls(modules, size, described)

    @property
    def margin(self) -> float:
        """The white on each side."""
        return self.size * _QUIET / (len(self.modules) + 2 * _QUIET)

    @property
    def height(self) -> float:
        """Of what is dark."""
        return self.size - 2 * self.margin

    def draw(self, canvas: TaggedCanvas, x: float, top: float, *, repeats: bool) -> None:
        """Draw it with its dark part below `top`, and its white margin to the right of `x`.

        A code that repeats one of another page is decoration.
        """
        x += self.margin
        if repeats:
            with canvas.artifact("Header"):
                canvas.draw_code(x, top, self.height, self.modules)
        else:
            with canvas.figure(self.described, Box(x, top, self.height, self.height)):
                canvas.draw_code(x, top, self.height, self.modules)


@dataclass(frozen=True, slots=True)
class SheetCodes:
    """Both codes of a copy. A draft has none; a form with too many boxes has none either, and the sheet says so."""

    front: PrintedCode | None = None
    back: PrintedCode | None = None
    is_too_large: bool = False

    @classmethod
    def of(cls, content: SheetContent) -> "SheetCodes":
        """The codes of a sheet, signed by its signer."""
        front = front_code(content)
        if front is None:
            return cls(is_too_large=content.signer is not None and not content.is_draft)
        back = BackCode(content.assessment.id, content.assessment.revision, front_tag(front)).packed()
        words = content.words
        return cls(
            PrintedCode.of(front, FRONT_SIZE, words.text("sheet.code.front")),
            PrintedCode.of(back, BACK_SIZE, words.text("sheet.code.back")),
        )


def front_code(content: SheetContent) -> bytes | None:
    """The bytes of the front's code with their signature; None where the sheet has none."""
    signer = content.signer
    if signer is None or content.is_draft:
        return None
    identifier = content.patient.identifier
    try:
        body = SheetCode.of(content.assessment, content.questionnaire, identifier, signer.public_key).body()
    except InputError:
        return None
    return body + signer.sign(body)
