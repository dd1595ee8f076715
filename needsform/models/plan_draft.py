"""The plan while somebody writes it: pure steps from one state to the next, with what can be brought back."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Self

from needsform.models.rehabilitation_plan import GpMoment, Offer, PlanContent

_NOTHING_WRITTEN = Offer()


@dataclass(frozen=True, slots=True)
class GoalRow:
    """One goal; its key stays the same while other rows come and go."""

    key: int
    goal: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything here yet."""
        return not self.goal


@dataclass(frozen=True, slots=True)
class OfferRow:
    """One offer, likewise."""

    key: int
    offer: Offer = _NOTHING_WRITTEN

    @property
    def is_empty(self) -> bool:
        """Whether nobody has written anything here yet."""
        return self.offer.is_empty


PlanRow = GoalRow | OfferRow


@dataclass(frozen=True, slots=True)
class PlanDraft:
    """What stands on the page, and the little that must be remembered to write it.

    Make one with `PlanDraft.of`; every other step keeps content and rows in agreement.
    """

    content: PlanContent
    """What is stored: rows in which nothing is written are not part of it."""
    goals: tuple[GoalRow, ...]
    """The goals, and after them one empty row to write in."""
    offers: tuple[OfferRow, ...]
    """The offers, and after them one empty row to write in."""
    last_key: int = 0
    removed: tuple[tuple[int, PlanRow], ...] = ()
    """Rows that were taken away and where they stood, the last one last."""

    @classmethod
    def of(cls, content: PlanContent) -> Self:
        """The draft that says what a plan says."""
        goals = tuple(GoalRow(key, goal) for key, goal in enumerate(content.goals, start=1))
        first = len(goals) + 1
        offers = tuple(OfferRow(key, offer) for key, offer in enumerate(content.offers, start=first))
        return cls(content, goals, offers, len(goals) + len(offers))._agreeing()

    def with_row(self, row: PlanRow) -> Self:
        """The row with the same key says something else."""
        if isinstance(row, GoalRow):
            return replace(self, goals=tuple(row if r.key == row.key else r for r in self.goals))._agreeing()
        return replace(self, offers=tuple(row if r.key == row.key else r for r in self.offers))._agreeing()

    def without_row(self, key: int) -> Self:
        """A row less; `with_last_removed` brings it back unless nothing was written in it."""
        goals = tuple(row for row in self.goals if row.key != key)
        offers = tuple(row for row in self.offers if row.key != key)
        removed = self.removed
        both: tuple[tuple[PlanRow, ...], ...] = (self.goals, self.offers)
        for rows in both:
            removed += tuple((place, row) for place, row in enumerate(rows) if row.key == key and not row.is_empty)
        return replace(self, goals=goals, offers=offers, removed=removed)._agreeing()

    def with_last_removed(self) -> Self:
        """The row that was removed last stands where it stood."""
        if not self.removed:
            return self
        *earlier, (place, row) = self.removed
        without = replace(self, removed=tuple(earlier))
        if isinstance(row, GoalRow):
            return replace(without, goals=(*self.goals[:place], row, *self.goals[place:]))._agreeing()
        return replace(without, offers=(*self.offers[:place], row, *self.offers[place:]))._agreeing()

    def with_facts(self, content: PlanContent) -> Self:
        """Everything but goals and offers as `content` has it."""
        kept = {"goals": self.content.goals, "offers": self.content.offers}
        return replace(self, content=content.model_copy(update=kept))

    def _agreeing(self) -> Self:
        """Content and rows say the same, and one empty row stands last in either."""
        goals, offers, last_key = self.goals, self.offers, self.last_key
        if not goals or not goals[-1].is_empty:
            last_key += 1
            goals = (*goals, GoalRow(last_key))
        if not offers or not offers[-1].is_empty:
            last_key += 1
            offers = (*offers, OfferRow(last_key))
        written = {
            "goals": tuple(row.goal for row in goals if not row.is_empty),
            "offers": tuple(row.offer for row in offers if not row.is_empty),
        }
        content = self.content.model_copy(update=written)
        return replace(self, content=content, goals=goals, offers=offers, last_key=last_key)


class PlanQuestion(StrEnum):
    """What is asked before the plan goes on."""

    BEGIN = "begin"
    END = "end"
    TELL_START = "tell_start"
    TELL_END = "tell_end"


TOLD: Mapping[GpMoment, PlanQuestion] = {
    GpMoment.START: PlanQuestion.TELL_START,
    GpMoment.END: PlanQuestion.TELL_END,
}
"""What is asked when the general practice is to be told."""
