"""The form as the program shows it: areas with topics, read from a FHIR R4 Questionnaire by `questionnaire_reader`.

What a Questionnaire must look like to be rendered is written in `docs/QUESTIONNAIRES.md`: a top-level group is
an area; a group inside it is a topic T with the booleans `T.problem` and/or `T.support` and a text `T.note`;
an area A may end with a text `A.other`; `priority` and `distress` stand at the top level.
"""

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from needsform.models.frozen import Frozen, FrozenMapping
from needsform.models.identity import LinkId

PRIORITY = LinkId("priority")
"""The item that holds the topics that matter most, first one first."""
DISTRESS = LinkId("distress")
"""The optional 0-10 line; shown only where the Questionnaire does not hide it."""
LEAD = LinkId("lead")
"""The display item with the time frame: the past week, today included."""

LocalText = FrozenMapping[str, str]
"""The same words by language code, such as `{"da": "Træthed", "en": "Fatigue"}`."""


class Mark(StrEnum):
    """The two ticks of a topic. That something is a problem and that support is wanted are two facts."""

    PROBLEM = "problem"
    SUPPORT = "support"


class AnswerType(StrEnum):
    """What an item can be answered with."""

    BOOLEAN = "boolean"
    TEXT = "text"
    INTEGER = "integer"
    CHOICE = "choice"


class Item(Frozen):
    """One thing that can be answered."""

    link_id: LinkId
    type: AnswerType
    text: LocalText
    max_length: int = 0
    """Longest accepted text, in characters; 0 for items that are not text."""
    options: tuple[LinkId, ...] = ()
    """What a choice may be: topics."""
    max_occurs: int = 1
    bounds: tuple[int, int] = (0, 10)
    """Lowest and highest integer."""
    hidden: bool = False


class Topic(Frozen):
    """One line of the form. A site's own form may have only one of the two marks."""

    link_id: LinkId
    text: LocalText
    problem: Item | None = None
    support: Item | None = None
    note: Item | None = None

    def marks(self) -> tuple[Item, ...]:
        """The boxes of the line, in the order they stand on paper."""
        return tuple(item for item in (self.problem, self.support) if item is not None)


class Area(Frozen):
    """A main area ("hovedområde") of the form: one page on the patient's screen, one heading on paper."""

    link_id: LinkId
    text: LocalText
    topics: tuple[Topic, ...]
    other: Item | None = None

    def boxes(self) -> tuple[Item, ...]:
        """Every tick box of the area."""
        return tuple(box for topic in self.topics for box in topic.marks())


class Questionnaire(Frozen):
    """A form, identified by `url` and `version`; a released pair never changes its meaning."""

    url: str
    version: str
    title: LocalText
    lead: LocalText
    areas: tuple[Area, ...]
    priority: Item | None = None
    distress: Item | None = None
    languages: tuple[str, ...]
    """Languages in which every item has words; the first is the form's own. Others are not offered at all."""
    source: bytes
    """The FHIR resource as it was read, handed on unchanged."""

    @cached_property
    def items(self) -> Mapping[LinkId, Item]:
        """Everything that can be answered, by linkId, in reading order."""
        found: dict[LinkId, Item] = {}
        for area in self.areas:
            for topic in area.topics:
                for item in (*topic.marks(), topic.note):
                    if item is not None:
                        found[item.link_id] = item
            if area.other is not None:
                found[area.other.link_id] = area.other
        for item in (self.priority, self.distress):
            if item is not None:
                found[item.link_id] = item
        return found

    @cached_property
    def topics(self) -> Mapping[LinkId, Topic]:
        """Every topic by linkId, in reading order."""
        return {topic.link_id: topic for area in self.areas for topic in area.topics}

    def area_of(self, topic: LinkId) -> Area:
        """The area that a topic or an "other" line stands in. Raises KeyError if no area has it."""
        for area in self.areas:
            if any(t.link_id == topic for t in area.topics) or (area.other and area.other.link_id == topic):
                return area
        raise KeyError(topic)

    def heading(self, link_id: LinkId, language: str) -> str:
        """The words of a topic, or of the area whose "other" line this is. Raises KeyError if unknown."""
        topic = self.topics.get(link_id)
        return (topic or self.area_of(link_id)).text[language]

    @property
    def has_column(self) -> Mapping[Mark, bool]:
        """Which of the two columns any topic uses."""
        return {
            Mark.PROBLEM: any(t.problem for t in self.topics.values()),
            Mark.SUPPORT: any(t.support for t in self.topics.values()),
        }
