"""What a sheet must say, read off the models, and what it does say, read off the finished document."""

from collections.abc import Iterable
from dataclasses import dataclass

from needsform.models.questionnaire import Area, Item, Mark, Topic
from needsform.models.questionnaire_response import Answered
from needsform.models.sheet import SheetContent
from tests.export.reading_aloud import Element, ReadDocument, read_aloud

Rows = list[list[str]]


@dataclass(frozen=True, slots=True)
class Said:
    """A document as it is heard: headings with the tables below them, and everything in one string."""

    document: ReadDocument
    tables: dict[str, Rows]
    """Rows by the heading above them, without the row of heads; a table that goes on is one table."""

    @property
    def everything(self) -> str:
        """All that is read, with single spaces."""
        return spaced(*(element.says for element in self.document.root.all("H1", "H2", "P", "TH", "TD")))


def said_by(pdf: bytes) -> Said:
    """Listen to a document."""
    document = read_aloud(pdf)
    tables: dict[str, Rows] = {}
    heading = ""
    for element in document.root.all("H1", "H2", "Table"):
        if element.role != "Table":
            heading = element.says
            continue
        rows = [[_cell(cell) for cell in row.all("TH", "TD")] for row in element.all("TR")]
        tables.setdefault(heading, []).extend(rows[1:])
    return Said(document, tables)


def _cell(cell: Element) -> str:
    paragraphs = cell.all("P")
    return spaced(*(part.says for part in paragraphs)) if paragraphs else spaced(cell.says)


def spaced(*parts: str) -> str:
    """Words with single spaces between: where a line ends on paper is nobody's word."""
    return " ".join(" ".join(parts).split())


def columns(rows: Iterable[Iterable[str]]) -> list[str]:
    """A table column by column without spaces, so that it does not matter where a row was broken over pages."""
    return ["".join("".join(column).split()) for column in zip(*rows, strict=True)]


def expected_area(content: SheetContent, area: Area, moved: str = "") -> Rows:
    """The rows of an area of the front; `moved` is what stands at "other" in place of words that stand later."""
    words, response, language = content.words, content.assessment.response, content.words.language
    marks = [mark for mark in Mark if content.questionnaire.has_column[mark]]
    rows = []
    for topic in area.topics:
        name = topic.text[language]
        if topic.link_id in response.priorities:
            number = response.priorities.index(topic.link_id) + 1
            name = f"{name}, {words.text('sheet.spoken.priority', number=number)}"
        rows.append([spaced(name), *(_box(content, _item(topic, mark)) for mark in marks)])
    written = moved or response.text(area.other)
    last = [spaced(f"{area.other.text[language]}: {written}") if area.other else ""]
    if not written:
        state = "ticked" if response.answered(area) is Answered.NONE_OF_THESE else "not_ticked"
        last.append(words.text(f"sheet.spoken.{state}", what=words.of(Answered.NONE_OF_THESE)))
    return [*rows, last]


def _item(topic: Topic, mark: Mark) -> Item | None:
    return topic.problem if mark is Mark.PROBLEM else topic.support


def _box(content: SheetContent, item: Item | None) -> str:
    if item is None:
        return ""
    answer = content.assessment.response.answers.get(item.link_id)
    state = {True: "ticked", False: "answered_no"}.get(answer, "not_ticked")  # type: ignore[call-overload]
    return content.words.text(f"sheet.spoken.{state}", what=item.text[content.words.language])


def expected_needs(content: SheetContent) -> Rows:
    """The rows of the first box of the back."""
    assessment, form, words = content.assessment, content.questionnaire, content.words
    rows = []
    for need in assessment.care_plan.needs if assessment.care_plan else ():
        name = form.heading(need.topic, words.language)
        if need.topic in assessment.response.priorities:
            name = f"{assessment.response.priorities.index(need.topic) + 1} {name}"
        if not need.take_further:
            name = f"{name} {words.text('sheet.back.needs.not_taken_further')}"
        topic = form.topics.get(need.topic)
        note = assessment.response.text(topic.note if topic else form.area_of(need.topic).other)
        own = [need.patient_words] if need.patient_words == note else [need.patient_words, note]
        rows.append([spaced(name), spaced(*own), spaced(need.observed)])
    return rows


def expected_activities(content: SheetContent) -> Rows:
    """The rows of the second box."""
    form, words = content.questionnaire, content.words
    plan = content.assessment.care_plan
    return [
        [
            words.of(activity.kind),
            spaced(activity.text, " · ".join(form.heading(topic, words.language) for topic in activity.topics)),
            spaced(activity.responsible.shown(words)),
            activity.when,
        ]
        for activity in (plan.activities if plan else ())
    ]


def expected_own_words(content: SheetContent) -> Rows:
    """The citizen's words at topics that the first box does not have."""
    assessment, form = content.assessment, content.questionnaire
    taken = {need.topic for need in (assessment.care_plan.needs if assessment.care_plan else ())}
    return [
        [topic.text[content.words.language], spaced(assessment.response.text(topic.note))]
        for topic in form.topics.values()
        if topic.link_id not in taken and assessment.response.text(topic.note)
    ]
