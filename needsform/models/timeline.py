"""A citizen over time: assessments as columns, topics as rows grouped by area, marks as marks.

Topics are the same where their linkId is the same. Words and marks only: nothing is counted, weighed or drawn as a line
(TRUST 0.10). What became of a topic between the two latest is `comparison`'s.
"""

from collections.abc import Collection, Iterable
from functools import cached_property

from needsform.models.comparison import Marks, TopicChange, TopicComparison, compared
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.frozen import Frozen
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, LocalText, Questionnaire


class TimelineRow(Frozen):
    """One topic, or one "other" line, through all assessments."""

    topic: LinkId
    marks: tuple[Marks | None, ...]
    """By assessment, oldest first; None where its form does not ask the topic."""
    change: TopicChange | None = None
    """What became of it between the two latest assessments; None where neither has it, and where there are not two."""
    was_not_asked: bool = False
    """Whether the one before the latest did not ask it, so that it may not be as new as it looks."""
    is_reworded: bool = False
    """Whether the forms ask it in different words."""

    @property
    def was_ever_marked(self) -> bool:
        """Whether the citizen took it up at any time."""
        return any(marks is not None and marks.is_marked for marks in self.marks)


class TimelineArea(Frozen):
    """One area with those of its rows that are shown."""

    area: LinkId
    rows: tuple[TimelineRow, ...]


class Timeline(Frozen):
    """All that is known of a citizen's needs, oldest first. Make one with `Timeline.of`."""

    assessments: tuple[EarlierAssessment, ...] = ()
    areas: tuple[TimelineArea, ...] = ()

    @classmethod
    def of(
        cls, assessments: Iterable[EarlierAssessment], *, every_topic: bool = False, also: Collection[LinkId] = ()
    ) -> "Timeline":
        """The assessments by the day they were held, and every topic that was ever marked, or all of them.

        `also`: topics that are shown whether marked or not, such as those that an action is about.
        The order is that of the newest form; areas and topics that only older forms have come last.
        """
        held = tuple(sorted(assessments, key=lambda one: one.held_on))
        changes = {found.topic: found for found in _changes(held)}
        forms = _forms_of(held)
        areas = []
        for area, topics in _topics_by_area(forms).items():
            rows = tuple(_row(topic, held, forms, changes.get(topic)) for topic in topics)
            areas.append(TimelineArea(area=area, rows=rows))
        whole = cls(assessments=held, areas=tuple(areas))
        return whole if every_topic else whole.of_marked(also)

    @classmethod
    def without_rows(cls, assessments: Iterable[EarlierAssessment]) -> "Timeline":
        """For whoever asks only what topics are called."""
        return cls(assessments=tuple(sorted(assessments, key=lambda one: one.held_on)))

    def of_marked(self, also: Collection[LinkId] = ()) -> "Timeline":
        """The same with those topics alone that were ever marked; `also` as for `of`."""
        areas = []
        for area in self.areas:
            rows = tuple(row for row in area.rows if row.was_ever_marked or row.topic in also)
            if rows:
                areas.append(area.model_copy(update={"rows": rows}))
        return self.model_copy(update={"areas": tuple(areas)})

    @property
    def latest_two(self) -> tuple[EarlierAssessment, EarlierAssessment] | None:
        """The latest and the one before it, in the order they were held; None where there are not two."""
        return (self.assessments[-2], self.assessments[-1]) if len(self.assessments) > 1 else None

    def title_of(self, area: LinkId, language: str) -> str:
        """What an area is called, by the newest form that has it. Raises KeyError for an area of no form."""
        for form in self._forms:
            for known in form.areas:
                if known.link_id == area:
                    return _in_language(known.text, form, language)
        raise KeyError(area)

    def heading_of(self, topic: LinkId, language: str) -> str:
        """How the newest form that has a topic asks it. Raises KeyError for a topic of no form."""
        for form in self._forms:
            words = _asked(form, topic)
            if words is not None:
                return _in_language(words, form, language)
        raise KeyError(topic)

    def earlier_wordings(self, topic: LinkId, language: str) -> tuple[str, ...]:
        """How older forms asked a topic, where that was in other words; the latest of them first."""
        texts = ((form, _asked(form, topic)) for form in self._forms)
        said = dict.fromkeys(_in_language(words, form, language) for form, words in texts if words is not None)
        return tuple(said)[1:]

    @cached_property
    def _forms(self) -> tuple[Questionnaire, ...]:
        """Asked for with every topic; of forty assessments they are not looked through each time."""
        return _forms_of(self.assessments)


def _forms_of(held: tuple[EarlierAssessment, ...]) -> tuple[Questionnaire, ...]:
    """Each form once, the one of the latest assessment first."""
    found: dict[tuple[str, str], Questionnaire] = {}
    for one in reversed(held):
        form = one.filled.questionnaire
        found.setdefault((form.url, form.version), form)
    return tuple(found.values())


def _changes(held: tuple[EarlierAssessment, ...]) -> tuple[TopicComparison, ...]:
    if len(held) < 2:
        return ()
    before, now = held[-2:]
    return compared(before.filled, now.filled, is_finished=now.is_finished)


def _topics_by_area(forms: tuple[Questionnaire, ...]) -> dict[LinkId, list[LinkId]]:
    """Every topic under the area in which the newest form that asks it has it."""
    found: dict[LinkId, list[LinkId]] = {}
    placed: set[LinkId] = set()
    for form in forms:
        for area in form.areas:
            new = [topic for topic in _topics_of(area) if topic not in placed]
            placed.update(new)
            if new:
                found.setdefault(area.link_id, []).extend(new)
    return found


def _topics_of(area: Area) -> list[LinkId]:
    topics = [topic.link_id for topic in area.topics]
    return topics if area.other is None else [*topics, area.other.link_id]


def _row(
    topic: LinkId,
    held: tuple[EarlierAssessment, ...],
    forms: tuple[Questionnaire, ...],
    found: TopicComparison | None,
) -> TimelineRow:
    return TimelineRow(
        topic=topic,
        marks=tuple(one.filled.marks(topic) for one in held),
        change=None if found is None else found.change,
        was_not_asked=found is not None and found.was_not_asked and found.change is TopicChange.NEW,
        is_reworded=len({_own_wording(form, topic) for form in forms} - {None}) > 1,
    )


def _own_wording(form: Questionnaire, topic: LinkId) -> str | None:
    """How a form asks a topic in its own language; None if it does not."""
    words = _asked(form, topic)
    return None if words is None else words[form.languages[0]]


def _asked(form: Questionnaire, topic: LinkId) -> LocalText | None:
    """The words of a topic or of an "other" line, by language."""
    known = form.topics.get(topic)
    if known is not None:
        return known.text
    other = form.items.get(topic)
    return None if other is None else other.text


def _in_language(words: LocalText, form: Questionnaire, language: str) -> str:
    return words[language if language in form.languages else form.languages[0]]
