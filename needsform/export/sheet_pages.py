"""The pages of a sheet one after the other, each with its last line: copy, revision, page x of y."""

from dataclasses import dataclass
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export.back_page import BackPage
from needsform.export.front_page import FrontPage
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.models.words import Words

LANGUAGE_TAGS: Final = {"da": "da-DK", "en": "en-GB"}
"""How a PDF names the languages that the program has words in."""


@dataclass(frozen=True, slots=True)
class SheetPages:
    """Front and back, measured."""

    front: FrontPage
    back: BackPage
    copy: str
    """Whose copy it is."""
    edition: str
    """Which revision, and when it was printed."""

    def draw(self, title: str, words: Words) -> TaggedCanvas:
        """A canvas with every page on it, to be finished."""
        canvas = TaggedCanvas(title=title, language=LANGUAGE_TAGS.get(words.language, words.language))
        front, back = self.front.pages, self.back.pages
        for page in range(front + back):
            if page:
                canvas.next_page()
            if page < front:
                self.front.draw(canvas, page)
            else:
                self.back.draw(canvas, page - front)
            said = words.text("sheet.page", page=page + 1, pages=front + back)
            frame.draw_page_line(canvas, self.copy, self.edition, said)
        return canvas
