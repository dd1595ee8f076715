"""The back page while somebody writes it: pure steps from one state to the next, with what can be brought back."""

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import Self

from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need
from needsform.models.identity import LinkId
from needsform.models.words import Words

_NOTHING_WRITTEN = Activity()
_DATE = re.compile(r"(\d{1,2})[-./](\d{1,2})[-./](\d{4})|(\d{4})-(\d{2})-(\d{2})")


@dataclass(frozen=True, slots=True)
class ActivityRow:
    """One row of the second box; its key stays the same while other rows come and go."""

    key: int
    activity: Activity = _NOTHING_WRITTEN


@dataclass(frozen=True, slots=True)
class CarePlanDraft:
    """What stands on the page, and the little that must be remembered to write it.

    Make one with `CarePlanDraft.of`; every other step keeps plan and rows in agreement.
    """

    plan: CarePlan
    """What is stored: rows in which nothing is written are not part of it."""
    rows: tuple[ActivityRow, ...]
    """The actions, and after them one empty row to write in."""
    last_key: int = 0
    removed: tuple[tuple[int, Need | ActivityRow], ...] = ()
    """Rows that were taken away and where they stood, the last one last."""
    attended: LinkId | None = None
    """The area that is being talked about."""

    @classmethod
    def of(cls, plan: CarePlan) -> Self:
        """The draft that says what a plan says."""
        rows = tuple(ActivityRow(key, activity) for key, activity in enumerate(plan.activities, start=1))
        return cls(plan, rows, len(rows))._agreeing()

    @property
    def further(self) -> tuple[LinkId, ...]:
        """The areas that are taken further, as they stand."""
        return tuple(need.topic for need in self.plan.needs if need.take_further)

    @property
    def topics_to_link(self) -> tuple[LinkId, ...]:
        """What an action is about until somebody says otherwise: the area that is being talked about."""
        if self.attended in {need.topic for need in self.plan.needs} and self.attended is not None:
            return (self.attended,)
        return self.further if len(self.further) == 1 else ()

    # The first box --------------------------------------------------------------------------------------------

    def attending(self, topic: LinkId) -> Self:
        """The talk has come to this area."""
        return replace(self, attended=topic)

    def with_need(self, topic: LinkId) -> Self:
        """One more row, last; an area that has a row keeps it."""
        if topic in {need.topic for need in self.plan.needs}:
            return self.attending(topic)
        return self.attending(topic)._with_needs((*self.plan.needs, Need(topic=topic)))

    def with_need_changed(self, need: Need) -> Self:
        """The row of the same area says something else."""
        return self._with_needs(tuple(need if n.topic == need.topic else n for n in self.plan.needs))

    def without_need(self, topic: LinkId) -> Self:
        """A row less; `with_last_removed` brings it back as it was."""
        for place, need in enumerate(self.plan.needs):
            if need.topic == topic:
                kept = tuple(n for n in self.plan.needs if n is not need)
                return replace(self, removed=(*self.removed, (place, need)))._with_needs(kept)
        return self

    # The second box -------------------------------------------------------------------------------------------

    def with_activity_changed(self, key: int, activity: Activity) -> Self:
        """The row with that key says something else. Its first word links it to what is being talked about.

        What was chosen from the directory stays so, until its words are gone or it rests with somebody else.
        """
        before = next(row.activity for row in self.rows if row.key == key)
        is_still_theirs = activity.text and activity.responsible.type is before.responsible.type
        activity = activity.model_copy(update={"contact": before.contact if is_still_theirs else None})
        if before.is_empty and not activity.is_empty and not activity.topics:
            activity = activity.model_copy(update={"topics": self.topics_to_link})
        elif activity.topics == before.topics and not (activity.text or activity.responsible.name or activity.when):
            activity = activity.model_copy(update={"topics": ()})
        rows = tuple(replace(row, activity=activity) if row.key == key else row for row in self.rows)
        return replace(self, rows=rows)._agreeing()

    def with_activity(self, activity: Activity) -> Self:
        """One more action, before the empty row."""
        row = ActivityRow(self.last_key + 1, activity)
        return replace(self, rows=(*self.rows[:-1], row, self.rows[-1]), last_key=row.key)._agreeing()

    def without_activity(self, key: int) -> Self:
        """A row less; `with_last_removed` brings it back unless nothing was written in it."""
        for place, row in enumerate(self.rows):
            if row.key == key:
                removed = self.removed if row.activity.is_empty else (*self.removed, (place, row))
                return replace(self, rows=tuple(r for r in self.rows if r is not row), removed=removed)._agreeing()
        return self

    # Both -----------------------------------------------------------------------------------------------------

    def with_last_removed(self) -> Self:
        """The row that was removed last stands where it stood."""
        if not self.removed:
            return self
        *earlier, (place, removed) = self.removed
        without = replace(self, removed=tuple(earlier))
        if isinstance(removed, Need):
            needs = tuple(n for n in self.plan.needs if n.topic != removed.topic)
            return without._with_needs((*needs[:place], removed, *needs[place:]))
        return replace(without, rows=(*self.rows[:place], removed, *self.rows[place:]))._agreeing()

    def with_ending(self, plan: CarePlan) -> Self:
        """The lower part of the page as `plan` has it; its two boxes are not looked at."""
        kept = {"needs": self.plan.needs, "activities": self.plan.activities}
        return replace(self, plan=plan.model_copy(update=kept))._agreeing()

    def without_needs_now(self) -> CarePlan:
        """The plan of "no needs now": rows without a word leave the page, the others are not taken further."""
        written = (need for need in self.plan.needs if need.patient_words or need.observed)
        needs = tuple(need.model_copy(update={"take_further": False}) for need in written)
        return self.plan.model_copy(update={"needs": needs})

    def _with_needs(self, needs: tuple[Need, ...]) -> Self:
        return replace(self, plan=self.plan.model_copy(update={"needs": needs}))._agreeing()

    def _agreeing(self) -> Self:
        """Plan and rows say the same, one empty row stands last, and a page that takes something up concludes so."""
        rows, last_key = self.rows, self.last_key
        if not rows or not rows[-1].activity.is_empty:
            last_key += 1
            rows = (*rows, ActivityRow(last_key))
        activities = tuple(row.activity for row in rows if not row.activity.is_empty)
        conclusion = self.plan.conclusion or (Conclusion.NEED if activities or self.further else None)
        plan = self.plan.model_copy(update={"activities": activities, "conclusion": conclusion})
        return replace(self, plan=plan, rows=rows, last_key=last_key)


def tidied_date(text: str, words: Words) -> str:
    """A date as this language writes it, if that is what was typed; anything else as it was typed."""
    match = _DATE.fullmatch(text)
    if match is None:
        return text
    day, month, year, iso_year, iso_month, iso_day = match.groups()
    try:
        return words.date(date(int(year or iso_year), int(month or iso_month), int(day or iso_day)))
    except ValueError:
        return text
