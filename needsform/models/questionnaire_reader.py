"""Reading a form from a FHIR R4 Questionnaire: what can be shown is read, what cannot is refused by name.

The shape is the convention of `docs/QUESTIONNAIRES.md`; a released form and a site's own come through the same door.
"""

from dataclasses import dataclass

from needsform.models import strict_json
from needsform.models.errors import FileFaults, InputError
from needsform.models.fhir_item import (
    HIDDEN,
    MAX_OCCURS,
    MAX_VALUE,
    MIN_VALUE,
    MOST_ITEMS,
    OWN_LANGUAGE,
    Faults,
    FhirItem,
    extension,
    has_too_many_items,
    objects,
    read_items,
    refuse_extensions,
    words,
)
from needsform.models.identity import LinkId
from needsform.models.questionnaire import (
    DISTRESS,
    LEAD,
    PRIORITY,
    AnswerType,
    Area,
    Item,
    Mark,
    Questionnaire,
    Topic,
)
from needsform.models.strict_json import Json

MOST_AREAS = 20
"""One page each for the citizen: more pages than this nobody finishes."""
MOST_TOPICS_IN_AREA = 60
"""Six screens of ten rows; more is a list and not an area."""
MOST_TOPICS = 200
"""Four times the shipped form: it still prints on a handful of pages."""
MOST_PRIORITIES = 3
"""What the summing-up asks for, and the numbers that the sheet has."""

NOTE_LENGTH = 200
OTHER_LENGTH = 300
"""Longest note and "other" line, in characters: the sheet is tested to show this much. A form may ask for less."""

LONGEST_URL = 255
LONGEST_VERSION = 40
LONGEST_TITLE = 120
LONGEST_HEADING = 80
"""Words of a topic, an area or a text line, in characters."""
LONGEST_COLUMN = 40
"""Words above a column of boxes, in characters."""
LONGEST_SENTENCE = 300
"""The lead and the two questions at the end, in characters."""


class QuestionnaireFaults(FileFaults):
    """Everything that is wrong with a form; nothing of it was taken."""


def read_questionnaire(data: bytes, *, file: str) -> Questionnaire:
    """The form in `data`; `file` is how faults call it.

    Languages other than the form's own are offered only if every item has words in them.
    Raises QuestionnaireFaults `questionnaire.refused` (parameters `file`, `count`).
    """
    faults = Faults(file)
    read: Json = None
    try:
        read = strict_json.loads(data)
    except InputError as error:
        faults.add("", error.message.message_id, **error.message.parameters)
    else:
        if not isinstance(read, dict) or read.get("resourceType") != "Questionnaire":
            faults.add("", "questionnaire.resource_type")
        elif has_too_many_items(read):
            faults.add("", "questionnaire.too_many_items", most=MOST_ITEMS)
    if faults.found or not isinstance(read, dict):
        raise QuestionnaireFaults("questionnaire.refused", tuple(faults.found))
    questionnaire = _form(read, faults).questionnaire(data)
    if faults.found:
        raise QuestionnaireFaults("questionnaire.refused", tuple(faults.found))
    return questionnaire


def _form(raw: dict[str, Json], faults: Faults) -> "_Form":
    """Look at every item once; a language counts only if each of them has words in it."""
    items = read_items(raw, faults)
    everything = [item for top in items for item in top.descendants()]
    complete = set.intersection(*(set(item.text) for item in everything)) if everything else set()
    return _Form(raw, items, (OWN_LANGUAGE, *sorted(complete - {OWN_LANGUAGE})), faults)


@dataclass(frozen=True, slots=True)
class _Form:
    """One Questionnaire while it is being read; what it makes counts only if no fault was found."""

    raw: dict[str, Json]
    items: tuple[FhirItem, ...]
    languages: tuple[str, ...]
    faults: Faults

    def questionnaire(self, source: bytes) -> Questionnaire:
        """The form; whatever is wrong with it is noted in `faults`."""
        url = self._line("url", LONGEST_URL)
        version = self._line("version", LONGEST_VERSION)
        title = self._bounded(words(self.raw, "title", "", self.faults), "", LONGEST_TITLE)
        self._check_head()
        areas = tuple(self._area(item) for item in self.items if item.type == "group")
        self._check_sizes(areas)
        rest = {item.link_id: item for item in self.items if item.type != "group"}
        lead, priority, distress = (rest.pop(name, None) for name in (LEAD, PRIORITY, DISTRESS))
        for item in rest.values():
            self.faults.add(item.link_id, "questionnaire.top_level", type=item.type)
        self._check_reserved()
        return Questionnaire(
            url=url,
            version=version,
            title={language: title.get(language, title.get(OWN_LANGUAGE, "")) for language in self.languages},
            lead=self._lead(lead) if lead else dict.fromkeys(self.languages, ""),
            areas=areas,
            priority=self._priority(priority, areas) if priority else None,
            distress=self._distress(distress) if distress else None,
            languages=self.languages,
            source=source,
        )

    def _line(self, name: str, longest: int) -> str:
        value = self.raw.get(name)
        if not isinstance(value, str) or not value.strip():
            self.faults.add("", f"questionnaire.{name}_missing")
            return ""
        # A canonical is written url|version: white space or a bar inside either would split it elsewhere.
        if len(value) > longest or not value.isprintable() or any(c.isspace() or c == "|" for c in value):
            self.faults.add("", f"questionnaire.{name}_shape", longest=longest)
        return value

    def _check_head(self) -> None:
        status = self.raw.get("status")
        if status not in ("active", "draft"):
            self.faults.add("", "questionnaire.status", status=_short(status))
        language = self.raw.get("language", OWN_LANGUAGE)
        if not isinstance(language, str) or language.partition("-")[0] != OWN_LANGUAGE:
            self.faults.add("", "questionnaire.language", language=_short(language))
        if "implicitRules" in self.raw:
            self.faults.add("", "questionnaire.implicit_rules")
        refuse_extensions(self.raw, "", self.faults)

    def _check_sizes(self, areas: tuple[Area, ...]) -> None:
        if not areas:
            self.faults.add("", "questionnaire.no_areas")
        if len(areas) > MOST_AREAS:
            self.faults.add("", "questionnaire.too_many_areas", most=MOST_AREAS)
        for area in areas:
            if len(area.topics) > MOST_TOPICS_IN_AREA:
                self.faults.add(area.link_id, "questionnaire.too_many_topics", most=MOST_TOPICS_IN_AREA)
        if sum(len(area.topics) for area in areas) > MOST_TOPICS:
            self.faults.add("", "questionnaire.too_many_topics", most=MOST_TOPICS)

    def _check_reserved(self) -> None:
        """`lead`, `priority` and `distress` mean what they mean; no area, topic or box may take these names."""
        for top in self.items:
            for item in top.descendants():
                if item.link_id in (LEAD, PRIORITY, DISTRESS) and (item is not top or item.type == "group"):
                    self.faults.add(item.link_id, "questionnaire.reserved_link_id")

    def _area(self, item: FhirItem) -> Area:
        topics: list[Topic] = []
        other: Item | None = None
        for child in item.items:
            if child.type == "group":
                topics.append(self._topic(child))
            elif child.link_id == f"{item.link_id}.other" and child.type == "text":
                other = self._text_item(child, OTHER_LENGTH)
            else:
                self.faults.add(child.link_id, "questionnaire.in_area", type=child.type, other=f"{item.link_id}.other")
        if not topics:
            self.faults.add(item.link_id, "questionnaire.area_empty")
        self._refuse_hidden(item)
        text = self._bounded(item.text, item.link_id, LONGEST_HEADING)
        return Area(link_id=LinkId(item.link_id), text=text, topics=tuple(topics), other=other)

    def _topic(self, item: FhirItem) -> Topic:
        boxes: dict[Mark, Item] = {}
        note: Item | None = None
        marks = {f"{item.link_id}.{mark.value}": mark for mark in Mark}
        for child in item.items:
            if child.link_id in marks and child.type == "boolean":
                boxes[marks[child.link_id]] = self._box(child)
            elif child.link_id == f"{item.link_id}.note" and child.type == "text":
                note = self._text_item(child, NOTE_LENGTH)
            else:
                self.faults.add(child.link_id, "questionnaire.in_topic", type=child.type, topic=item.link_id)
        if not boxes:
            self.faults.add(item.link_id, "questionnaire.topic_without_box", topic=item.link_id)
        self._refuse_hidden(item)
        return Topic(
            link_id=LinkId(item.link_id),
            text=self._bounded(item.text, item.link_id, LONGEST_HEADING),
            problem=boxes.get(Mark.PROBLEM),
            support=boxes.get(Mark.SUPPORT),
            note=note,
        )

    def _box(self, item: FhirItem) -> Item:
        self._refuse_nested(item)
        self._refuse_hidden(item)
        text = self._bounded(item.text, item.link_id, LONGEST_COLUMN)
        return Item(link_id=LinkId(item.link_id), type=AnswerType.BOOLEAN, text=text)

    def _text_item(self, item: FhirItem, longest_answer: int) -> Item:
        asked = item.raw.get("maxLength", longest_answer)
        if not isinstance(asked, int) or isinstance(asked, bool) or asked < 1:
            self.faults.add(item.link_id, "questionnaire.max_length")
            asked = longest_answer
        self._refuse_nested(item)
        self._refuse_hidden(item)
        text = self._bounded(item.text, item.link_id, LONGEST_HEADING)
        length = min(asked, longest_answer)
        return Item(link_id=LinkId(item.link_id), type=AnswerType.TEXT, text=text, max_length=length)

    def _lead(self, item: FhirItem) -> dict[str, str]:
        self._expect(item, "display")
        self._refuse_hidden(item)
        return self._bounded(item.text, LEAD, LONGEST_SENTENCE)

    def _priority(self, item: FhirItem, areas: tuple[Area, ...]) -> Item:
        """The question of what matters most: its options are the topics, each once."""
        self._expect(item, "choice")
        self._refuse_hidden(item)
        topics = dict.fromkeys(topic.link_id for area in areas for topic in area.topics)
        options: dict[LinkId, None] = {}
        for entry in objects(item.raw.get("answerOption")):
            refuse_extensions(entry, PRIORITY, self.faults)
            if entry.get("initialSelected", False) is not False:
                self.faults.add(PRIORITY, "questionnaire.initial")
            coding = entry.get("valueCoding")
            code = coding.get("code") if isinstance(coding, dict) else None
            if not isinstance(code, str) or code not in topics:
                self.faults.add(PRIORITY, "questionnaire.priority_option", option=_short(code))
            elif code in options:
                self.faults.add(PRIORITY, "questionnaire.priority_twice", option=_short(code))
            else:
                options[LinkId(code)] = None
        for topic in topics:
            if topic not in options:
                self.faults.add(PRIORITY, "questionnaire.priority_lacks", topic=topic)
        return Item(
            link_id=PRIORITY,
            type=AnswerType.CHOICE,
            text=self._bounded(item.text, PRIORITY, LONGEST_SENTENCE),
            options=tuple(options),
            max_occurs=self._most_priorities(item),
        )

    def _most_priorities(self, item: FhirItem) -> int:
        if item.raw.get("repeats") is not True:
            return 1
        most = extension(item.raw, MAX_OCCURS, "valueInteger")
        if most is None:
            return MOST_PRIORITIES
        if not isinstance(most, int) or isinstance(most, bool) or not 1 <= most <= MOST_PRIORITIES:
            self.faults.add(PRIORITY, "questionnaire.priority_most", most=MOST_PRIORITIES)
            return MOST_PRIORITIES
        return most

    def _distress(self, item: FhirItem) -> Item:
        """The 0-10 line; the one item that a form may carry and hide, so that a site can switch it on."""
        self._expect(item, "integer")
        lowest = extension(item.raw, MIN_VALUE, "valueInteger")
        highest = extension(item.raw, MAX_VALUE, "valueInteger")
        if lowest not in (None, 0) or highest not in (None, 10):
            self.faults.add(DISTRESS, "questionnaire.distress_bounds")
        return Item(
            link_id=DISTRESS,
            type=AnswerType.INTEGER,
            text=self._bounded(item.text, DISTRESS, LONGEST_SENTENCE),
            hidden=extension(item.raw, HIDDEN, "valueBoolean") is True,
        )

    def _bounded(self, text: dict[str, str], link_id: str, longest: int) -> dict[str, str]:
        """The words in the languages that are offered: half a translation must not be found by chance."""
        if any(len(words_) > longest for words_ in text.values()):
            self.faults.add(link_id, "questionnaire.words_too_long", longest=longest)
        return {language: words_ for language, words_ in text.items() if language in self.languages}

    def _expect(self, item: FhirItem, kind: str) -> None:
        if item.type != kind:
            self.faults.add(item.link_id, "questionnaire.wrong_type", type=item.type, expected=kind)
        self._refuse_nested(item)

    def _refuse_nested(self, item: FhirItem) -> None:
        if item.items:
            self.faults.add(item.link_id, "questionnaire.nested")

    def _refuse_hidden(self, item: FhirItem) -> None:
        if extension(item.raw, HIDDEN, "valueBoolean") not in (None, False):
            self.faults.add(item.link_id, "questionnaire.hidden")


def _short(value: Json) -> str:
    """A value from the file as a message may quote it."""
    return str(value)[:40]
