"""A citizen who ticks without end, in a process of its own that can be killed at any moment.

Before each act it tells what will be on disk, and after it that the program has acknowledged it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random

from needsform.models.identity import AssessmentId, LinkId
from needsform.models.questionnaire import PRIORITY, AnswerType, Questionnaire
from needsform.models.questionnaire_response import Answer, QuestionnaireResponse
from needsform.services.access import Access
from needsform.services.unlocked import Unlocked
from tests.clock import COPENHAGEN, StandingClock
from tests.ward import CHEAP, entropy

MORNING = datetime(2026, 11, 23, 10, 42, tzinfo=COPENHAGEN)
WORDS = ("træt", "øre", "ånde", "børnebørn", "Łódź", "«hver dag»", "🙂", "kan ikke holde varmen i fødderne om natten")
BOXES_FIRST = 12
"""How much likelier a box is than any other act: most of what a citizen does is ticking."""


@dataclass(frozen=True)
class Seen:
    """What a citizen may rely on: every answer and note, and the page they had come to."""

    answers: Mapping[LinkId, Answer]
    place: LinkId | None


@dataclass(frozen=True)
class Plan:
    """An act that is about to be done, and what will then be on disk."""

    then: Seen


@dataclass(frozen=True)
class Done:
    """The program has acknowledged the act."""


def some_words(chance: Random, longest: int) -> str | None:
    """A note, or nothing: then the note that was there is taken away."""
    return " ".join(chance.choices(WORDS, k=chance.randrange(30)))[:longest].strip() or None


def some_answer(chance: Random, form: Questionnaire, response: QuestionnaireResponse) -> tuple[LinkId, Answer | None]:
    """One thing that a citizen may do with the front page as it is."""
    items = [item for item in form.items.values() for _ in range(BOXES_FIRST if item.type is AnswerType.BOOLEAN else 3)]
    item = chance.choice(items)
    match item.type:
        case AnswerType.BOOLEAN:
            return item.link_id, None if response.is_ticked(item) else True
        case AnswerType.TEXT:
            return item.link_id, some_words(chance, item.max_length)
        case AnswerType.INTEGER:
            return item.link_id, chance.choice([None, *range(11)])
        case AnswerType.CHOICE:
            marked = [topic.link_id for topic in response.marked_topics(form)]
            chosen = tuple(chance.sample(marked, k=min(len(marked), chance.randrange(4))))
            return PRIORITY, chosen or None


def tick_without_end(
    reports: Connection, folder: Path, unlocked: Unlocked, assessment_id: AssessmentId, seed: int, is_hasty: bool
) -> None:
    """Open the store, hand the screen to the citizen, and tick until somebody kills this process.

    A hasty program says that it is done before it has begun: the tests must catch it.
    """
    chance = Random(seed)
    session = Access(folder, StandingClock(MORNING), entropy(seed), CHEAP).open(unlocked)
    session.hand_to_citizen(assessment_id)
    assessment = session.assessments.get(assessment_id)
    form = session.assessments.questionnaire(assessment)
    seen = Seen(assessment.response.answers, assessment.place)
    while True:
        if chance.random() < 0.1:
            place = chance.choice(form.areas).link_id
            then = replace(seen, place=place)
        else:
            link_id, answer = some_answer(chance, form, assessment.response)
            then = replace(seen, answers=assessment.response.with_answer(form, link_id, answer).answers)
        if then == seen:
            continue
        reports.send(Plan(Seen(dict(then.answers), then.place)))
        if is_hasty:
            reports.send(Done())
        if then.place != seen.place:
            assessment = session.front_pages.remember_place(assessment, then.place)
        else:
            assessment = session.front_pages.set_answer(assessment, link_id, answer)
        if not is_hasty:
            reports.send(Done())
        seen = then
