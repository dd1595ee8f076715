"""The front page as a QuestionnaireResponse, there and back: the form's linkIds, nested as in the form."""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from needsform.export.fhir.codes import COMPLETION_MODE, ELECTRONIC, WRITTEN, some, standard
from needsform.export.fhir.elements import Coding, Extension, Reference
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.resources import QuestionnaireResponse as Response
from needsform.export.fhir.resources import ResponseAnswer, ResponseItem
from needsform.models import strict_json
from needsform.models.assessment import Assessment, AssessmentStatus, FilledBy
from needsform.models.fhir_item import objects
from needsform.models.frozen import TEXT_LENGTH, in_paragraphs
from needsform.models.identity import LinkId
from needsform.models.patient import Relative
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.models.read_assessment import ResponseStatus
from needsform.models.sheet import SheetContent
from needsform.models.strict_json import Json

MOST_ANSWERS: Final = 1000
"""Answers in a response; the largest form that can be shown asks for fewer."""

_ENDED_OTHERWISE: Final = {
    AssessmentStatus.DRAFT: ResponseStatus.IN_PROGRESS,
    AssessmentStatus.CANCELLED: ResponseStatus.ENTERED_IN_ERROR,
    AssessmentStatus.DECLINED: ResponseStatus.STOPPED,
    AssessmentStatus.REDIRECTED: ResponseStatus.STOPPED,
}

Node = tuple[LinkId, tuple["Node", ...]]
"""An item of a form and the items inside it."""


def response_status(assessment: Assessment) -> ResponseStatus:
    """What the front page says of itself: a finished one that was opened again is amended."""
    finished = ResponseStatus.AMENDED if assessment.revision > 1 else ResponseStatus.COMPLETED
    return _ENDED_OTHERWISE.get(assessment.status, finished)


# Written ----------------------------------------------------------------------------------------------------------


def response(content: SheetContent, urns: Urns) -> Response:
    """The answers, with the form's words in the language that the citizen read."""
    assessment, form = content.assessment, content.questionnaire
    language = assessment.language if assessment.language in form.languages else form.languages[0]
    mode = WRITTEN if assessment.filled_by is FilledBy.ON_PAPER else ELECTRONIC
    return Response(
        language=assessment.language,
        extension=(Extension(url=COMPLETION_MODE, value_codeable_concept=standard(mode)),),
        part_of=(urns.to("assessment"),),
        questionnaire=f"{form.url}|{form.version}",
        status=response_status(assessment).value,
        subject=urns.to("patient"),
        authored=assessment.front_completed_at,
        author=_author(content, urns),
        source=urns.to("patient"),
        item=some(_Writing(form, assessment.response, language).items()),
    )


def written_items(form: Questionnaire, answers: QuestionnaireResponse, language: str) -> tuple[ResponseItem, ...]:
    """Answers nested as their form is, in its words."""
    return _Writing(form, answers, language).items()


def _author(content: SheetContent, urns: Urns) -> Reference:
    """Who filled in: the author is whoever put the answers down, and the source is always the citizen."""
    display = content.words.of(content.assessment.filled_by)
    match content.assessment.filled_by:
        case FilledBy.SELF:
            return urns.to("patient", display)
        case FilledBy.WITH_RELATIVE if content.patient.relative == Relative():
            return Reference(type="RelatedPerson", display=display)
        case FilledBy.WITH_RELATIVE:
            return urns.to("relative", display)
        case FilledBy.WITH_STAFF | FilledBy.ON_PAPER:  # pragma: no branch
            return urns.to("professional", display)


class _Writing:
    """One response being written down along its form."""

    def __init__(self, form: Questionnaire, answers: QuestionnaireResponse, language: str) -> None:
        self._form, self._answers, self._language = form, answers.answers, language
        self._texts = {area.link_id: area.text for area in form.areas}
        self._texts.update({topic.link_id: topic.text for topic in form.topics.values()})
        self._texts.update({item.link_id: item.text for item in form.items.values()})

    def items(self) -> tuple[ResponseItem, ...]:
        """The answered items in the form's order. An answer that has no place in the form is an error of ours."""
        if not self._answers.keys() <= self._form.items.keys():
            raise ValueError("an answer has no place in its form")
        return tuple(self._level(_skeleton(self._form.source)))

    def _level(self, nodes: tuple[Node, ...]) -> Iterator[ResponseItem]:
        for link_id, inside in nodes:
            answer = self._answers.get(link_id)
            items = tuple(self._level(inside))
            if answer is None and not items:
                continue
            yield ResponseItem(
                link_id=link_id,
                text=self._texts[link_id][self._language],
                answer=None if answer is None else self._written(answer),
                item=some(items),
            )

    def _written(self, answer: Answer) -> tuple[ResponseAnswer, ...]:
        match answer:
            case bool():
                return (ResponseAnswer(value_boolean=answer),)
            case int():
                return (ResponseAnswer(value_integer=answer),)
            case str():
                return (ResponseAnswer(value_string=answer),)
            case _:
                return tuple(ResponseAnswer(value_coding=self._coding(topic)) for topic in answer)

    def _coding(self, topic: LinkId) -> Coding:
        """In the form's own language, whatever the citizen read: others know a choice by these words of its form."""
        return Coding(code=topic, display=self._form.heading(topic, self._form.languages[0]))


@lru_cache(maxsize=8)
def _skeleton(source: bytes) -> tuple[Node, ...]:
    """The linkIds of a Questionnaire as they are nested in it; a site has a handful of forms."""
    read = strict_json.loads(source)
    return _nodes(read["item"]) if isinstance(read, dict) else ()


def _nodes(items: Json) -> tuple[Node, ...]:
    return tuple((LinkId(str(item["linkId"])), _nodes(item.get("item"))) for item in objects(items))


# Read -------------------------------------------------------------------------------------------------------------


def read_answers(response: Response) -> QuestionnaireResponse:
    """The answers and the form that they belong to."""
    url, _, version = response.questionnaire.partition("|")
    if not (url and version):
        refuse("QuestionnaireResponse.questionnaire")
    answers: dict[LinkId, Answer] = {}
    _read_level(response.item, answers)
    return QuestionnaireResponse(questionnaire_url=url, questionnaire_version=version, answers=answers)


def read_filled_by(response: Response, entries: Entries) -> FilledBy:
    """Who filled in the front page."""
    urns, author = entries.urns, response.author
    mode = response.extension[0] if response.extension else None
    if mode is None or mode.url != COMPLETION_MODE:
        refuse("QuestionnaireResponse.extension")
    if mode.value_codeable_concept == standard(WRITTEN):
        entries.points(author, "professional", "QuestionnaireResponse.author")
        return FilledBy.ON_PAPER
    if mode.value_codeable_concept != standard(ELECTRONIC):
        refuse("QuestionnaireResponse.extension")
    if author.reference is None and author.type == "RelatedPerson":
        return FilledBy.WITH_RELATIVE
    authors = {
        urns("patient"): FilledBy.SELF,
        urns("relative"): FilledBy.WITH_RELATIVE,
        urns("professional"): FilledBy.WITH_STAFF,
    }
    if author.reference not in authors:
        refuse("QuestionnaireResponse.author")
    return authors[author.reference]


def _read_level(items: Sequence[ResponseItem] | None, answers: dict[LinkId, Answer]) -> None:
    for item in items or ():
        link_id = LinkId(item.link_id)
        if (item.answer is None) == (item.item is None) or link_id in answers or len(answers) >= MOST_ANSWERS:
            refuse("QuestionnaireResponse.item")
        if item.answer is None:
            _read_level(item.item, answers)
        else:
            answers[link_id] = _read_answer(item.answer)


def _read_answer(answer: Sequence[ResponseAnswer]) -> Answer:
    choices = tuple(LinkId(entry.value_coding.code) for entry in answer if entry.value_coding is not None)
    values = [
        value
        for entry in answer
        for value in (entry.value_boolean, entry.value_integer, entry.value_string)
        if value is not None
    ]
    if choices and not values and len(set(choices)) == len(answer):
        return choices
    if choices or len(values) != 1 or len(answer) != 1:
        refuse("QuestionnaireResponse.item.answer")
    value = values[0]
    if not isinstance(value, str):
        return value
    text = in_paragraphs(value)
    if not 0 < len(text) <= TEXT_LENGTH:
        refuse("QuestionnaireResponse.item.answer")
    return text
