"""The foot of the pages: whom the citizen can call, where to take the sheet, who decides; or room to write it."""

from dataclasses import dataclass
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export import sheet_words
from needsform.export.pen_room import PenRow
from needsform.export.sheet_frame import Block, Foot, Paragraph
from needsform.export.text_wrapping import StyledText
from needsform.models.site import Site, SiteKind
from needsform.models.words import Words

_PEN_LINE: Final = 6.4


@dataclass(frozen=True, slots=True)
class ContactFoot:
    """What the feet of a sheet say; `name` and `phone` are those of the citizen's own contact."""

    site: Site
    setting: SiteKind
    name: str
    phone: str
    words: Words

    def front(self) -> Foot:
        """The contact, and what to do with the sheet."""
        width = frame.foot_column_width(2)
        return Foot((self._contact(width), (self._take_along(width),)))

    def back(self, municipality: str) -> Foot:
        """The contact, the citizen's municipality, the helpline; what is not known is left out."""
        known = [
            (self.words.text("sheet.contact.home_municipality"), municipality),
            (self.site.helpline_name, sheet_words.helpline(self.site, self.words)),
        ]
        said = [(head, text) for head, text in known if head and text]
        width = frame.foot_column_width(1 + len(said))
        return Foot((self._contact(width), *(_headed(head, text, width) for head, text in said)))

    def _contact(self, width: float) -> tuple[Block, ...]:
        head = self.words.text(f"sheet.contact.{self.setting.value}")
        if self.name or self.phone:
            return _headed(head, "\n".join(filter(None, (self.name, self.phone))), width)
        labels = (self.words.text("sheet.blank.name"), self.words.text("sheet.blank.phone"))
        return (
            Paragraph.of(head, frame.SMALL_BOLD, width),
            *(PenRow((label,), frame.SMALL, height=_PEN_LINE) for label in labels),
        )

    def _take_along(self, width: float) -> Paragraph:
        where = self.words.text(f"sheet.front.take_along.{self.setting.value}")
        authority = sheet_words.authority(self.site, self.words)
        decision = self.words.text("sheet.front.decision", authority=authority)
        said = (
            StyledText(self.words.text("sheet.front.take_along") + " ", frame.SMALL_BOLD),
            StyledText(f"{where}\n{decision}", frame.SMALL),
        )
        return Paragraph.of(said, frame.SMALL, width)


def _headed(head: str, text: str, width: float) -> tuple[Block, ...]:
    return Paragraph.from_left(head, frame.SMALL_BOLD, width), Paragraph.from_left(text, frame.SMALL, width)
