"""A front page while somebody fills it in: page by page, and where on it they are."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from needsform.models.assessment import Assessment
from needsform.models.identity import LinkId
from needsform.models.questionnaire import DISTRESS, PRIORITY, Area, Item, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse

SUMMARY = PRIORITY
"""The place of the summing-up. The item's own linkId: no area or topic of any form may have it."""


class PageKind(StrEnum):
    """What a page of patient mode asks for."""

    AREA = "area"
    DISTRESS = "distress"
    SUMMARY = "summary"


@dataclass(frozen=True, slots=True)
class Page:
    """One page of patient mode: an area, the 0-10 line, or the summing-up."""

    kind: PageKind
    place: LinkId
    """How the page is remembered on disk."""
    area: Area | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one has come: page `number` of `count`; the summing-up stands outside of the count."""

    number: int
    count: int
    is_summary: bool = False


@dataclass(frozen=True, slots=True)
class AssessmentState:
    """All that a screen needs to show the front page as it is on disk, and the words that are on their way there."""

    assessment: Assessment
    questionnaire: Questionnaire
    language: str
    pages: tuple[Page, ...]
    place: LinkId
    """An area; a line of it (where a page that is split begins anew); the 0-10 line; the summing-up."""
    drafts: Mapping[LinkId, str] = field(default_factory=lambda: MappingProxyType({}))
    """Words that are written and not yet on disk."""
    note_topic: LinkId | None = None
    """The topic whose note is being written, on a page of its own."""

    @property
    def response(self) -> QuestionnaireResponse:
        """What is answered, as it is on disk."""
        return self.assessment.response

    @property
    def page(self) -> Page:
        """The page that `place` lies on."""
        return self.pages[self.number]

    @property
    def number(self) -> int:
        """Which of the pages, from 0."""
        return page_number(self.pages, self.place)

    @property
    def progress(self) -> Progress:
        """How far one has come."""
        count = len(self.pages) - 1
        return Progress(min(self.number + 1, count), count, self.page.kind is PageKind.SUMMARY)

    def text(self, item: Item | None) -> str:
        """The words at an item, as they were typed last."""
        draft = None if item is None else self.drafts.get(item.link_id)
        return self.response.text(item) if draft is None else draft

    def has_said_none(self, area: Area) -> bool:
        """Whether everything that is not ticked in an area was answered with "none of these"."""
        is_said = False
        for topic in area.topics:
            for box in topic.marks():
                answer = self.response.answer(box)
                if answer is None:
                    return False
                is_said = is_said or answer is False
        return is_said


def pages_of(questionnaire: Questionnaire) -> tuple[Page, ...]:
    """The pages of patient mode: the areas, the 0-10 line where the form does not hide it, the summing-up."""
    pages = [Page(PageKind.AREA, area.link_id, area) for area in questionnaire.areas]
    if questionnaire.distress is not None and not questionnaire.distress.hidden:
        pages.append(Page(PageKind.DISTRESS, DISTRESS))
    return (*pages, Page(PageKind.SUMMARY, SUMMARY))


def page_number(pages: tuple[Page, ...], place: LinkId | None) -> int:
    """Which page a place lies on; the first for a place that nobody knows."""
    for number, page in enumerate(pages):
        if place == page.place or (page.area is not None and place in _lines(page.area)):
            return number
    return 0


def _lines(area: Area) -> tuple[LinkId, ...]:
    others = () if area.other is None else (area.other.link_id,)
    return (*(topic.link_id for topic in area.topics), *others)
