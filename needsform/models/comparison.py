"""Two assessments of one citizen beside each other: what is new, still there, or gone, topic by topic.

Topics are the same where their linkId is the same, which never changes its meaning. Marks are compared, nothing else:
no figure comes of it. What was not answered is not gone, and what stood on one of the two forms only is said so.
"""

from collections.abc import Iterator
from enum import StrEnum

from needsform.models.frozen import Frozen
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Item, Questionnaire, Topic
from needsform.models.questionnaire_response import Answered, QuestionnaireResponse


class TopicChange(StrEnum):
    """What became of a topic."""

    NEW = "new"
    STILL_THERE = "still_there"
    GONE = "gone"
    NOT_ANSWERED = "not_answered"
    """It was marked before, and the citizen has not come to its area."""
    NOT_ON_FORM = "not_on_form"
    """It was marked before, and the newer form does not ask it."""


class Marks(Frozen):
    """What was ticked at a topic, and what was written; for an "other" line, its words alone."""

    problem: bool = False
    support: bool = False
    words: str = ""
    priority: int | None = None
    """1 for what matters most."""

    @property
    def is_marked(self) -> bool:
        """Whether the citizen has taken the topic up."""
        return self.problem or self.support or bool(self.words)


NO_MARKS = Marks()
"""Of most topics of most forms."""


class TopicComparison(Frozen):
    """One topic that was or is taken up."""

    topic: LinkId
    change: TopicChange
    before: Marks
    now: Marks
    has_changed_wording: bool = False
    """Whether the two forms ask the topic in other words."""
    was_not_asked: bool = False
    """Whether the earlier form did not ask it, so that it may not be as new as it looks."""


class Filled(Frozen):
    """A form with its answers."""

    questionnaire: Questionnaire
    response: QuestionnaireResponse

    def marks(self, topic: LinkId) -> Marks | None:
        """What stands at a topic or an "other" line; None if this form does not ask it."""
        known = self.questionnaire.topics.get(topic)
        if known is not None:
            return self._marks_of(known)
        other = self._others().get(topic)
        return None if other is None else Marks(words=self.response.text(other))

    def wording(self, topic: LinkId) -> str:
        """How the form asks a topic, in the form's own language."""
        return self.questionnaire.heading(topic, self.questionnaire.languages[0])

    def topics(self) -> Iterator[LinkId]:
        """Everything that can be taken up, in reading order."""
        for area in self.questionnaire.areas:
            yield from (topic.link_id for topic in area.topics)
            if area.other is not None:
                yield area.other.link_id

    def is_answered(self, topic: LinkId) -> bool:
        """Whether the citizen has come to the area of a topic: something is marked there, or "none of these" said."""
        return self.response.answered(self.questionnaire.area_of(topic)) is not Answered.UNTOUCHED

    def _others(self) -> dict[LinkId, Item]:
        return {area.other.link_id: area.other for area in self.questionnaire.areas if area.other is not None}

    def _marks_of(self, topic: Topic) -> Marks:
        response, order = self.response, self.response.priorities
        if not response.is_marked(topic):
            return NO_MARKS
        return Marks(
            problem=response.is_ticked(topic.problem),
            support=response.is_ticked(topic.support),
            words=response.text(topic.note),
            priority=order.index(topic.link_id) + 1 if topic.link_id in order else None,
        )


def compared(before: Filled, now: Filled, *, is_finished: bool = True) -> tuple[TopicComparison, ...]:
    """Every topic that was or is taken up, in the order of the newer form; what only the earlier one asks comes last.

    `is_finished`: whether the citizen has handed the newer form in. Then an area without a mark was passed over on
    purpose; before, nobody knows.
    """
    only_before = [topic for topic in before.topics() if now.marks(topic) is None]
    found = (_compared(topic, before, now, is_finished) for topic in (*now.topics(), *only_before))
    return tuple(comparison for comparison in found if comparison is not None)


def _compared(topic: LinkId, before: Filled, now: Filled, is_finished: bool) -> TopicComparison | None:
    was, is_ = before.marks(topic), now.marks(topic)
    was_marked, is_marked = was is not None and was.is_marked, is_ is not None and is_.is_marked
    if not (was_marked or is_marked):
        return None
    return TopicComparison(
        topic=topic,
        change=_change(topic, now, was_marked, is_marked, is_finished),
        before=was or Marks(),
        now=is_ or Marks(),
        has_changed_wording=was is not None and is_ is not None and before.wording(topic) != now.wording(topic),
        was_not_asked=was is None,
    )


def _change(topic: LinkId, now: Filled, was_marked: bool, is_marked: bool, is_finished: bool) -> TopicChange:
    if is_marked:
        return TopicChange.STILL_THERE if was_marked else TopicChange.NEW
    if now.marks(topic) is None:
        return TopicChange.NOT_ON_FORM
    return TopicChange.GONE if is_finished or now.is_answered(topic) else TopicChange.NOT_ANSWERED
