"""What a timeline says, as heads, lines and cells of a table."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QObject

from needsform.models.action_status import FollowedAction, about
from needsform.models.comparison import Marks
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.identity import LinkId
from needsform.models.timeline import Timeline, TimelineRow
from needsform.models.words import Words


@dataclass(frozen=True, slots=True)
class TimelineCell:
    """One cell: words, and the place among what matters most if it has one."""

    text: str = ""
    is_strong: bool = False
    is_quiet: bool = False
    priority: int | None = None
    spoken: str = ""
    """As assistive technology says it, where that is more than the words."""


@dataclass(frozen=True, slots=True)
class TimelineLine:
    """An area by its title alone, or a topic with its cells."""

    title: str
    cells: tuple[TimelineCell, ...] = ()
    note: str = ""
    """Said beneath the title in small."""
    spoken: str = ""
    """The title with the area it stands under."""

    @property
    def is_area(self) -> bool:
        """Whether it is a title of an area."""
        return not self.cells


class TimelineWords(QObject):
    """Puts a timeline into words, in the language of `words` and, for what the form asks, in `language`."""

    def __init__(self, words: Words, language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words, self._language = words, language

    def heads(self, timeline: Timeline, actions: tuple[FollowedAction, ...]) -> tuple[str, ...]:
        """The heads of the columns, each fact on a line of its own."""
        heads = list(map(self._head, timeline.assessments))
        if timeline.latest_two:
            heads.append(self.tr("Since last time"))
        if actions:
            heads.append(self._words.text("sheet.back.activities"))
        return tuple(heads)

    def lines(self, timeline: Timeline, actions: tuple[FollowedAction, ...]) -> tuple[TimelineLine, ...]:
        """Areas and topics from the top down."""
        lines = []
        kinds = {id(marks): marks for area in timeline.areas for row in area.rows for marks in row.marks}
        said: dict[object, TimelineCell] = {}  # forty assessments say the same few words six hundred times
        cells = {}
        for kind, marks in kinds.items():
            alike = marks and (marks.problem, marks.support, marks.words, marks.priority)
            cells[kind] = said.get(alike) or said.setdefault(alike, self._cell(marks))
        for area in timeline.areas:
            title = timeline.title_of(area.area, self._language)
            lines.append(TimelineLine(title, spoken=title))
            lines += [self._line(timeline, row, title, cells, actions) for row in area.rows]
        return tuple(lines)

    def _head(self, one: EarlierAssessment) -> str:
        standing = (
            "" if one.is_finished else self.tr("not finished"),
            self.tr("received") if one.is_received else "",
            "" if one.is_verified else self.tr("nobody known vouches for it"),
        )
        facts = (
            self._words.date(one.held_on),
            self._words.of(one.occasion),
            one.place,
            one.professional,
            ", ".join(filter(None, standing)),
        )
        return "\n".join(filter(None, facts))

    def _line(
        self,
        timeline: Timeline,
        row: TimelineRow,
        area: str,
        said: Mapping[int, TimelineCell],
        actions: tuple[FollowedAction, ...],
    ) -> TimelineLine:
        """`said`: the cell of each `id` of marks; those of most topics are the same one, which stands for none."""
        title = timeline.heading_of(row.topic, self._language)
        cells = [said[id(marks)] for marks in row.marks]
        if timeline.latest_two:
            cells.append(self._since(row))
        if actions:
            cells.append(TimelineCell("\n".join(map(self._action, about(row.topic, actions)))))
        note = self._reworded(timeline, row.topic) if row.is_reworded else ""
        return TimelineLine(title, tuple(cells), note, f"{area}: {title}")

    def _cell(self, marks: Marks | None) -> TimelineCell:
        if marks is None:
            return TimelineCell(self.tr("not on the form"), is_quiet=True)
        said = [self.tr("Concerns")] if marks.problem else []
        if marks.support:
            said.append(self.tr("support") if said else self.tr("Support"))
        if not said:
            return TimelineCell(marks.words, spoken=marks.words or self.tr("not marked"))
        text = ", ".join(said)
        first = "" if marks.priority is None else self.tr("matters most: {number}").format(number=marks.priority)
        spoken = ", ".join(filter(None, (text, first)))
        return TimelineCell(text, is_strong=marks.support, priority=marks.priority, spoken=spoken)

    def _since(self, row: TimelineRow) -> TimelineCell:
        if row.change is None:
            return TimelineCell(is_quiet=True)
        added = self.tr("was not asked last time") if row.was_not_asked else ""
        return TimelineCell(", ".join(filter(None, (self._words.of(row.change), added))), is_quiet=True)

    def _action(self, action: FollowedAction) -> str:
        """What was agreed, and how far it is."""
        what = action.activity.text or self._words.of(action.activity.kind)
        status = self._words.of(action.status)
        reason = self.tr("{status} ({reason})").format(status=status, reason=action.reason) if action.reason else status
        return self.tr("{action}: {status}").format(action=what, status=reason)

    def _reworded(self, timeline: Timeline, topic: LinkId) -> str:
        earlier = timeline.earlier_wordings(topic, self._language)
        if not earlier:  # the words differ in the forms' own language and not in the one that is read
            return self.tr("asked in other words before")
        return self.tr("asked before as: {words}").format(words="; ".join(earlier))
