"""What somebody answered: three states to a box (ticked, said no, silent), and pure steps between states."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from pydantic import Field

from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, FrozenMapping, in_paragraphs
from needsform.models.identity import LinkId
from needsform.models.questionnaire import PRIORITY, AnswerType, Area, Item, Questionnaire, Topic

Answer = bool | int | str | tuple[LinkId, ...]
"""A tick, a number on the line, words, or topics in order of what matters most."""


class Answered(StrEnum):
    """How far an area is answered; counts of boxes, nothing about illness."""

    UNTOUCHED = "untouched"
    NONE_OF_THESE = "none_of_these"
    MARKED = "marked"


class QuestionnaireResponse(Frozen):
    """The answers to one version of one Questionnaire. A linkId without an answer is silence, not "no"."""

    questionnaire_url: str
    questionnaire_version: str
    answers: FrozenMapping[LinkId, Answer] = Field(default_factory=lambda: MappingProxyType({}))  # cannot be copied

    def answer(self, item: Item | None) -> Answer | None:
        """What was answered to an item, or None for silence."""
        return None if item is None else self.answers.get(item.link_id)

    def is_ticked(self, item: Item | None) -> bool:
        """Whether a box is ticked; silence and "no" are both not."""
        return self.answer(item) is True

    def text(self, item: Item | None) -> str:
        """The words written at an item, or nothing."""
        answer = self.answer(item)
        return answer if isinstance(answer, str) else ""

    @property
    def priorities(self) -> tuple[LinkId, ...]:
        """The topics that matter most, first one first."""
        answer = self.answers.get(PRIORITY)
        return answer if isinstance(answer, tuple) else ()

    def is_marked(self, topic: Topic) -> bool:
        """Whether either box of a topic is ticked."""
        return any(self.is_ticked(box) for box in topic.marks())

    def marked_topics(self, questionnaire: Questionnaire) -> tuple[Topic, ...]:
        """The marked topics in reading order."""
        return tuple(topic for topic in questionnaire.topics.values() if self.is_marked(topic))

    def supported_topics(self, questionnaire: Questionnaire) -> tuple[Topic, ...]:
        """The topics where support is wanted: priorities first in their order, then reading order.

        In a form without the support column the marked topics stand for them.
        """
        wanted = [t for t in questionnaire.topics.values() if self.is_ticked(t.support or t.problem)]
        order = {link_id: place for place, link_id in enumerate(self.priorities)}
        return tuple(sorted(wanted, key=lambda topic: order.get(topic.link_id, len(order))))

    def answered(self, area: Area) -> Answered:
        """Whether an area is marked, said "none of these" to, or untouched."""
        boxes = area.boxes()
        if any(self.is_ticked(box) for box in boxes) or self.text(area.other):
            return Answered.MARKED
        if boxes and all(self.answer(box) is False for box in boxes):
            return Answered.NONE_OF_THESE
        return Answered.UNTOUCHED

    def with_answer(self, questionnaire: Questionnaire, link_id: LinkId, answer: Answer | None) -> Self:
        """The response after one answer; None takes the answer away.

        Taking the last tick of a topic away takes its priority away too: nothing unmarked can matter most.
        Raises InputError: `answer.unknown_item`, `answer.wrong_type`, `answer.too_long`, `answer.out_of_bounds`,
        `answer.unknown_option`, `answer.too_many`, `answer.not_marked`.
        """
        item = questionnaire.items.get(link_id)
        if item is None:
            raise InputError("answer.unknown_item", link_id=link_id)
        checked = None if answer is None or answer in ("", ()) else _checked(item, answer)
        changed = self._with_one(link_id, None if checked == "" else checked)
        if link_id == PRIORITY:
            for topic in changed.priorities:
                if not changed.is_marked(questionnaire.topics[topic]):
                    raise InputError("answer.not_marked", link_id=topic)
            return changed
        kept = tuple(topic for topic in self.priorities if changed.is_marked(questionnaire.topics[topic]))
        return changed if kept == self.priorities else changed._with_one(PRIORITY, kept or None)

    def with_none_of_these(self, area: Area) -> Self:
        """The response after "none of these": every box that is not ticked says no."""
        answers = dict(self.answers)
        for box in area.boxes():
            if answers.get(box.link_id) is not True:
                answers[box.link_id] = False
        return self._with(answers)

    def without_none_of_these(self, area: Area) -> Self:
        """The response after "none of these" is taken back: the boxes that said no are silent again."""
        silent = {box.link_id for box in area.boxes() if self.answers.get(box.link_id) is False}
        return self._with({k: v for k, v in self.answers.items() if k not in silent})

    def _with_one(self, link_id: LinkId, answer: Answer | None) -> Self:
        answers = dict(self.answers)
        if answer is None:
            answers.pop(link_id, None)
        else:
            answers[link_id] = answer
        return self._with(answers)

    def _with(self, answers: dict[LinkId, Answer]) -> Self:
        """The same response with other answers, which were checked one by one: no second validation in a tick."""
        return self.model_copy(update={"answers": MappingProxyType(answers)})

    def changed_from(self, before: Self) -> Mapping[LinkId, Answer | None]:
        """What must be written to disk to come here from `before`: linkId to the new answer, None for taken away."""
        changes: dict[LinkId, Answer | None] = {k: None for k in before.answers if k not in self.answers}
        changes.update({k: v for k, v in self.answers.items() if k not in before.answers or before.answers[k] != v})
        return changes


def _checked(item: Item, answer: Answer) -> Answer:
    """The answer as it is stored, or InputError."""
    wrong = InputError("answer.wrong_type", link_id=item.link_id)
    match item.type:
        case AnswerType.BOOLEAN:
            if not isinstance(answer, bool):
                raise wrong
        case AnswerType.INTEGER:
            if not isinstance(answer, int) or isinstance(answer, bool):
                raise wrong
            if not item.bounds[0] <= answer <= item.bounds[1]:
                raise InputError("answer.out_of_bounds", link_id=item.link_id)
        case AnswerType.TEXT:
            if not isinstance(answer, str):
                raise wrong
            cleaned = in_paragraphs(answer)
            if len(cleaned) > item.max_length:
                raise InputError("answer.too_long", link_id=item.link_id, longest=item.max_length)
            return cleaned
        case _:  # a choice
            if not isinstance(answer, tuple):
                raise wrong
            if len(answer) > item.max_occurs:
                raise InputError("answer.too_many", link_id=item.link_id, most=item.max_occurs)
            if not set(answer) <= set(item.options) or len(set(answer)) != len(answer):
                raise InputError("answer.unknown_option", link_id=item.link_id)
    return answer
