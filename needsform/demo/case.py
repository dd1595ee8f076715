"""A case to try the program with: who comes, what they tick, what is agreed. Read from a small JSON file.

The words of a case are data for trying the program; "all" and sentences such as "24 actions of the longest accepted
text" stand for what would be tedious to write out.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from needsform.models import strict_json
from needsform.models.assessment import FilledBy, Occasion, Offered, ReferralSource
from needsform.models.care_plan import ActivityKind, Conclusion, ResponsibleType, RetrainingPlan
from needsform.models.errors import InputError
from needsform.models.frozen import NAME_LENGTH, TEXT_LENGTH
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item, Mark, Questionnaire
from needsform.models.rehabilitation_plan import Agreed, EffortLevel, OfferKind
from needsform.models.site import Site, SiteKind
from needsform.models.typed_date import as_typed

EVERYTHING, EACH_AREA = "all", "each_area"
LARGEST_CASE = strict_json.FROM_OUTSIDE.bytes
"""Bytes; the three cases that the program is tried with are under four thousand."""


class _Part(BaseModel):
    """Cases may say more than this program plays: what it does not know is left alone."""

    model_config = ConfigDict(frozen=True, extra="ignore")


class CaseRelative(_Part):
    """Who came along."""

    name: str
    relation: str = ""
    phone: str = ""
    present: bool = False


class CaseCitizen(_Part):
    """The citizen, as the nurse would type it."""

    name: str
    cpr: str
    phone: str = ""
    best_time: str = ""
    municipality_code: str
    gp: str = ""
    relative: CaseRelative | None = None
    children_under_18: bool | None = None
    language: str = "da"
    interpreter: bool = False
    address_protected: bool = False


class CaseProfessional(_Part):
    """Who is at work."""

    name: str
    title: str = ""
    phone: str = ""


class CaseAssessment(_Part):
    """The assessment's own facts."""

    occasion: Occasion
    setting: SiteKind
    unit: str = ""
    professional: CaseProfessional
    date: date
    filled_by: FilledBy = FilledBy.SELF
    offered: Offered = Offered.ACCEPTED
    referral_source: ReferralSource | None = None

    def site(self) -> Site:
        """Where it happens: the unit before the comma, the place after it; without a comma all of it is the place."""
        unit, _, name = self.unit.partition(", ")
        return Site(name=name or unit, kind=self.setting, unit=unit if name else "")


class CaseFront(_Part):
    """What the citizen marks; topics by linkId."""

    problem: tuple[str, ...] | Literal["all"] = ()
    support: tuple[str, ...] | Literal["all"] = ()
    none_in_areas: tuple[str, ...] = ()
    priority: tuple[str, ...] = ()
    other: Mapping[str, str] = Field(default_factory=dict)
    notes: Mapping[str, str] = Field(default_factory=dict)

    def ticked(self, form: Questionnaire) -> tuple[Item, ...]:
        """The boxes that the citizen ticks, in reading order. Raises InputError `case.unknown_topic`."""
        wanted = {Mark.PROBLEM: self.problem, Mark.SUPPORT: self.support}
        for name in (*_named(self.problem), *_named(self.support), *self.priority, *self.notes):
            _require_known(name, form.topics)
        boxes: list[Item] = []
        for topic in form.topics.values():
            for mark, box in ((Mark.PROBLEM, topic.problem), (Mark.SUPPORT, topic.support)):
                if box is not None and (wanted[mark] == EVERYTHING or topic.link_id in wanted[mark]):
                    boxes.append(box)
        return tuple(boxes)

    def none_said(self, form: Questionnaire) -> tuple[Area, ...]:
        """The areas of which the citizen says "none of these". Raises InputError `case.unknown_topic`."""
        areas = {area.link_id: area for area in form.areas}
        for name in self.none_in_areas:
            _require_known(name, areas)
        return tuple(area for area in form.areas if area.link_id in self.none_in_areas)

    def written_others(self, form: Questionnaire) -> Mapping[LinkId, str]:
        """What the citizen writes under "other", by area. Raises InputError `case.unknown_topic`."""
        if EACH_AREA in self.other:
            return {a.link_id: longest(a.other.max_length, i) for i, a in enumerate(form.areas) if a.other}
        areas = {area.link_id: area for area in form.areas if area.other}
        for name in self.other:
            _require_known(name, areas)
        return {LinkId(name): text for name, text in self.other.items()}


class CaseNeed(_Part):
    """A row of the first box."""

    topic: str
    patient_words: str = ""
    observed: str = ""
    take_further: bool = True


class CaseResponsible(_Part):
    """Who an action rests with."""

    type: ResponsibleType
    name: str = ""


class CaseAction(_Part):
    """A row of the second box."""

    text: str
    kind: ActivityKind = ActivityKind.PROPOSED
    topics: tuple[str, ...] = ()
    responsible: CaseResponsible | None = None
    when: str = ""


class CaseBack(_Part):
    """What the professional writes."""

    needs: tuple[CaseNeed, ...] | str = ()
    actions: tuple[CaseAction, ...] | str = ()
    told_that_authority_decides: bool = False
    consent_municipality: bool | None = None
    consent_gp: bool | None = None
    retraining_plan: RetrainingPlan | None = None
    conclusion: Conclusion = Conclusion.NEED
    next_assessment: str = ""

    def written_needs(self, form: Questionnaire, front: CaseFront) -> tuple[CaseNeed, ...]:
        """The rows of the first box; a sentence stands for every topic where support is wanted, at full length.

        Raises InputError `case.unknown_topic`.
        """
        if isinstance(self.needs, str):
            wanted = {box.link_id for box in front.ticked(form)}
            return tuple(
                CaseNeed(topic=topic.link_id, patient_words=longest(120, i), observed=longest(120, i + 3))
                for i, topic in enumerate(form.topics.values())
                if topic.support is not None and topic.support.link_id in wanted
            )
        for need in self.needs:
            _require_known(need.topic, form.topics)
        return self.needs

    def written_actions(self) -> tuple[CaseAction, ...]:
        """The actions; a sentence that begins with a number stands for that many of the longest accepted text."""
        if not isinstance(self.actions, str):
            return self.actions
        number = re.match(r"\d+", self.actions)
        return tuple(_longest_action(i) for i in range(int(number[0]) if number else 0))


class CaseOffer(_Part):
    """An offer of the plan."""

    name: str
    kind: OfferKind | None = None
    responsible: str = ""
    start: str = ""
    end: str = ""


class CasePlan(_Part):
    """What a receiver agrees on with the citizen."""

    goals: tuple[str, ...] = ()
    offers: tuple[CaseOffer, ...] = ()
    agreed: Agreed | None = None
    effort: EffortLevel | None = None
    gp_told_at_start: date | None = None


class Case(_Part):
    """One case, whole."""

    about: str = ""
    citizen: CaseCitizen
    assessment: CaseAssessment
    front: CaseFront
    back: CaseBack
    plan: CasePlan | None = None
    """At a receiver; at a hospital nobody makes one."""


def read_case(data: bytes) -> Case:
    """The case in a file's bytes. Raises InputError `case.wrong` with the `place` in the file, or as `strict_json`."""
    try:
        return Case.model_validate(strict_json.loads(data))
    except ValidationError as error:
        first = error.errors()[0]
        raise InputError("case.wrong", place=".".join(str(part) for part in first["loc"])) from error


def _named(topics: tuple[str, ...] | Literal["all"]) -> tuple[str, ...]:
    return () if isinstance(topics, str) else topics


def _require_known(name: str, known: Mapping[LinkId, object]) -> None:
    if name not in known:
        raise InputError("case.unknown_topic", link_id=name[:100])


def as_a_dane_types(words: str) -> str:
    """A day of a case as it is typed: `30-11-2026`; any other words as they are."""
    try:
        return as_typed(date.fromisoformat(words))
    except ValueError:
        return words


def longest(length: int, seed: int = 0) -> str:
    """Words that fill exactly `length` characters, with the letters that paper has lost before."""
    words = ("Ærlig", "snak", "på", "ørkenøen", "Åse", "tålmodigt", "–", "«være»", "til", "stede", "naïve", "frø")
    text = " ".join(words[(i * 5 + seed) % len(words)] for i in range(length))
    return text[: length - 1].rstrip().ljust(length, "x")


def _longest_action(index: int) -> CaseAction:
    kinds, parties = tuple(ActivityKind), tuple(ResponsibleType)
    return CaseAction(
        text=longest(TEXT_LENGTH, index),
        kind=kinds[index % len(kinds)],
        responsible=CaseResponsible(type=parties[index % len(parties)], name=longest(NAME_LENGTH, index)),
        when=longest(60, index),
    )
