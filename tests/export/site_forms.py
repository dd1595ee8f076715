"""Forms that a site could load: long, short, with words of its own, up to every bound that the reader allows."""

import json
from functools import cache

from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_reader import (
    LONGEST_COLUMN,
    LONGEST_HEADING,
    LONGEST_SENTENCE,
    MOST_AREAS,
    MOST_TOPICS,
    read_questionnaire,
)
from tests.small_form import Fhir, translated

_WORDS = "Vægttab og ændret appetit på øjeblikket når jeg står op og går i byen mellem måltiderne "


def long_words(length: int, start: int = 0) -> str:
    """Danish words of exactly that length."""
    text = (_WORDS * 8)[start:].lstrip()[:length]
    return text.strip().ljust(length, "å")


def site_form(
    areas: int = 6,
    topics: int = 58,
    *,
    marks: tuple[str, ...] = ("problem", "support"),
    label: int = 0,
    shows_scale: bool = False,
    lead: str = "Siden du var her sidst. Sæt kryds ved det, der passer.",
) -> Questionnaire:
    """A form of so many topics in so many areas; `label` is how long its words are, or 0 for ordinary ones."""
    items: list[Fhir] = []
    if lead:
        items.append({"linkId": "lead", "type": "display", **translated(lead, en="Since last time. Tick.")})
    names = [f"t{number}" for number in range(1, topics + 1)]
    for area in range(areas):
        mine = names[area * topics // areas : (area + 1) * topics // areas]
        items.append(
            {
                "linkId": f"a{area}",
                "type": "group",
                **_named(f"Område {area + 1}", f"Area {area + 1}", label),
                "item": [
                    *(_topic(name, marks, label) for name in mine),
                    {"linkId": f"a{area}.other", "type": "text", **_named("Noget andet", "Anything else", label)},
                ],
            }
        )
    question = long_words(LONGEST_SENTENCE) if label else "Hvad fylder mest?"
    options = [{"valueCoding": {"code": name}} for name in names]
    items.append(
        {
            "linkId": "priority",
            "type": "choice",
            "repeats": True,
            **translated(question, en="What matters most?"),
            "answerOption": options,
        }
    )
    if shows_scale:
        burden = long_words(LONGEST_SENTENCE) if label else "Hvor belastet har du følt dig?"
        items.append({"linkId": "distress", "type": "integer", **translated(burden, en="How burdened?")})
    return _read(items)


def _topic(name: str, marks: tuple[str, ...], label: int) -> Fhir:
    heads = {"problem": ("Er det svært?", "Is it hard?"), "support": ("Vil du tale om det?", "Want to talk about it?")}
    boxes = [
        {
            "linkId": f"{name}.{mark}",
            "type": "boolean",
            **(
                _named(*heads[mark], min(label, LONGEST_COLUMN))
                if label
                else translated(heads[mark][0], en=heads[mark][1])
            ),
        }
        for mark in marks
    ]
    note = {"linkId": f"{name}.note", "type": "text", **translated("Egne ord", en="Own words")}
    number = name[1:]
    return {
        "linkId": name,
        "type": "group",
        **_named(f"Emne nummer {number}", f"Topic number {number}", label),
        "item": [*boxes, note],
    }


def _named(danish: str, english: str, length: int) -> Fhir:
    if not length:
        return translated(danish, en=english)
    return translated(f"{danish} {long_words(length)}"[:length], en=f"{english} {long_words(length, 5)}"[:length])


def _read(items: list[Fhir]) -> Questionnaire:
    resource = {
        "resourceType": "Questionnaire",
        "url": "urn:test:site",
        "version": "1",
        "status": "active",
        "language": "da",
        "title": "Stedets eget skema",
        "item": items,
    }
    return read_questionnaire(json.dumps(resource).encode(), file="site.json")


@cache
def site_forms() -> dict[str, Questionnaire]:
    """A form at each of the bounds."""
    return {
        "58 topics": site_form(),
        "20 areas": site_form(MOST_AREAS, 60),
        "one area": site_form(1, 19),
        "one topic": site_form(1, 1),
        "support alone": site_form(marks=("support",)),
        "problems alone": site_form(marks=("problem",)),
        "the 0-10 line": site_form(6, 50, shows_scale=True),
        "no lead": site_form(6, 50, lead=""),
        "longest words": site_form(6, 40, label=LONGEST_HEADING, shows_scale=True),
        "most topics": site_form(MOST_AREAS, MOST_TOPICS),
        "most of everything": site_form(
            MOST_AREAS, MOST_TOPICS, label=LONGEST_HEADING, shows_scale=True, lead=long_words(LONGEST_SENTENCE)
        ),
    }
