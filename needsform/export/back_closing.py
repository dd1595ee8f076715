"""What closes the back page: who decides, what was concluded, what may be told to whom, and room for two hands."""

from dataclasses import dataclass, replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export import sheet_table as table
from needsform.export import sheet_words
from needsform.export.page_ink import Box, Pen
from needsform.export.pen_room import Choices, PenRow, Ticked, said
from needsform.export.sheet_frame import Block, Paragraph
from needsform.export.sheet_words import Facts
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import TextStyle
from needsform.models.care_plan import CarePlan, Conclusion, RetrainingPlan
from needsform.models.practitioner import Signature
from needsform.models.site import Site, SiteKind
from needsform.models.words import Words

SENTENCE: Final = TextStyle(9.2)
"""The sentence on who decides."""
_BAR: Final = Pen(1.0)
_BESIDE_BAR: Final = 4.0
SENTENCE_WIDTH: Final = frame.WIDTH - 2 * _BESIDE_BAR
_PADDING: Final = 2.2
HALF: Final = frame.WIDTH / 2 - 2 * table.PADDING
"""How wide the words of either half of the box are."""
_SIGN_ROOM, _CLOSE_SIGN_ROOM = 15.0, 11.0
"""Above the line to sign on: a hand needs room."""
SIGN_WIDTH: Final = frame.WIDTH / 2 - 3.5
_BELOW_LINE: Final = 1.2


@dataclass(frozen=True, slots=True)
class Closing:
    """The end of the back page, measured."""

    decision: tuple[Block, ...]
    concluded: tuple[Block, ...]
    consent: tuple[Block, ...]
    signatures: tuple[Paragraph, Paragraph]
    sign_room: float = _SIGN_ROOM
    is_signed: bool = True
    """Whether there is a line for either hand."""

    @classmethod
    def of(
        cls, site: Site, setting: SiteKind, plan: CarePlan | None, words: Words, names: tuple[Facts, Facts]
    ) -> "Closing":
        """What a plan ends with; what is open in it, or without a plan all of it, is left to a pen.

        `names` stand below the lines to sign on: the professional's and the citizen's.
        """
        written = plan or CarePlan()
        return cls(
            _decision(site, written, words),
            _concluded(written, words),
            _consent(site, setting, written, words),
            (
                Paragraph.joined(names[0], frame.SMALL, SIGN_WIDTH),
                Paragraph.joined(names[1], frame.SMALL, SIGN_WIDTH),
            ),
        )

    @property
    def height(self) -> float:
        """The whole of it, from the sentence to the names below the lines to sign on."""
        names = max(name.height for name in self.signatures)
        signed = self.sign_room + _BELOW_LINE + names if self.is_signed else 0.0
        return self._decision_height + frame.BLOCK_GAP + self._box_height + signed

    def closer(self) -> "Closing":
        """The same in less room."""
        return replace(self, sign_room=_CLOSE_SIGN_ROOM)

    @property
    def _decision_height(self) -> float:
        return frame.height_of(self.decision) + 2 * _PADDING

    @property
    def _box_height(self) -> float:
        return max(frame.height_of(self.concluded), frame.height_of(self.consent)) + 2 * _PADDING

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw it below `top`."""
        canvas.draw_rule((frame.LEFT + 0.5, top), (frame.LEFT + 0.5, top + self._decision_height), _BAR)
        frame.draw_blocks(canvas, self.decision, frame.LEFT + _BESIDE_BAR, top + _PADDING, SENTENCE_WIDTH)
        top += self._decision_height + frame.BLOCK_GAP
        canvas.draw_frame(Box(frame.LEFT, top, frame.WIDTH, self._box_height), pen=frame.RULE, radius=1.3)
        x = frame.LEFT + table.PADDING
        frame.draw_blocks(canvas, self.concluded, x, top + _PADDING, HALF)
        frame.draw_blocks(canvas, self.consent, x + frame.WIDTH / 2, top + _PADDING, HALF)
        if self.is_signed:
            self._draw_signatures(canvas, top + self._box_height + self.sign_room)

    def _draw_signatures(self, canvas: TaggedCanvas, y: float) -> None:
        for x, name in zip((frame.LEFT, frame.RIGHT - SIGN_WIDTH), self.signatures, strict=True):
            canvas.draw_rule((x, y), (x + SIGN_WIDTH, y), Pen(0.25))
            with canvas.element("P"):
                name.draw(canvas, x, y + _BELOW_LINE, SIGN_WIDTH)


def signed_names(signature: Signature, citizen: str, words: Words) -> tuple[Facts, Facts]:
    """Who signs: by name where the name is known."""
    return (
        sheet_words.signature(signature, words) or (words.text("sheet.back.signature.professional"),),
        (citizen or words.text("sheet.back.signature.citizen"),),
    )


def _decision(site: Site, plan: CarePlan, words: Words) -> tuple[Block, ...]:
    """The sentence on who decides, and that it was said: the agreement asks for both (5.2.3)."""
    width = SENTENCE_WIDTH
    sentence = words.text("sheet.back.decision", authority=sheet_words.authority(site, words))
    told = words.text("sheet.back.decision.told")
    if plan.told_that_authority_decides:
        return (Paragraph.of(f"{sentence} {told}", SENTENCE, width),)
    return (Paragraph.of(sentence, SENTENCE, width), Ticked.of(told, SENTENCE, width, words))


def _concluded(plan: CarePlan, words: Words) -> tuple[Block, ...]:
    return (
        _choice("sheet.back.conclusion", Conclusion, plan.conclusion, words),
        _choice("sheet.back.retraining_plan", RetrainingPlan, plan.retraining_plan, words),
        said(words.text("sheet.back.next_assessment"), plan.next_assessment, table.CELL, HALF)
        if plan.next_assessment
        else PenRow((words.text("sheet.back.next_assessment"),), table.CELL_BOLD),
    )


def _choice(
    question: str,
    options: type[Conclusion] | type[RetrainingPlan],
    chosen: Conclusion | RetrainingPlan | None,
    words: Words,
) -> Block:
    """What was chosen, in words; what is still open, as boxes for a pen."""
    if chosen is not None:
        return said(words.text(question), _small(words.of(chosen)), table.CELL, HALF)
    answers = ((_small(words.of(option)), False) for option in options)
    return Choices.of(words.text(question), answers, table.CELL, HALF, words)


def _consent(site: Site, setting: SiteKind, plan: CarePlan, words: Words) -> tuple[Block, ...]:
    answers = (("municipality", plan.consent_municipality), ("gp", plan.consent_gp))
    receivers = [(_receiver(key, answer, words), answer is True) for key, answer in answers]
    blocks: list[Block] = [
        Paragraph.of(words.text("sheet.back.consent"), table.CELL_BOLD, HALF),
        Choices.of("", receivers, table.CELL, HALF, words),
    ]
    if plan.consent_municipality and setting is not SiteKind.MUNICIPALITY:
        within = words.text("sheet.back.contact_within", authority=sheet_words.authority(site, words))
        blocks.append(Paragraph.of(within, table.CELL, HALF))
    return tuple(blocks)


def _receiver(key: str, answer: bool | None, words: Words) -> str:
    """Who may be told; that the citizen said no is told too."""
    name = words.text(f"sheet.back.consent.{key}")
    return f"{name} ({words.text('sheet.back.consent.no')})" if answer is False else name


def _small(text: str) -> str:
    """A value in the middle of a line begins with a small letter."""
    return text[:1].lower() + text[1:]
