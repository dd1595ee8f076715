"""A form small enough to keep in one's head: two areas, three topics, everything that the convention knows."""

import json
from typing import Any

from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_reader import read_questionnaire

Fhir = dict[str, Any]

TRANSLATION = "http://hl7.org/fhir/StructureDefinition/translation"


def translated(text: str, **languages: str) -> Fhir:
    """The words of an item with their translations by the standard extension."""
    marks = [
        {
            "url": TRANSLATION,
            "extension": [{"url": "lang", "valueCode": code}, {"url": "content", "valueString": words}],
        }
        for code, words in languages.items()
    ]
    return {"text": text, "_text": {"extension": marks}} if marks else {"text": text}


def topic(link_id: str, danish: str, english: str) -> Fhir:
    """A topic with both boxes and a note."""
    return {
        "linkId": link_id,
        "type": "group",
        **translated(danish, en=english),
        "item": [
            {"linkId": f"{link_id}.problem", "type": "boolean", **translated("Fylder for mig", en="Concerns me")},
            {"linkId": f"{link_id}.support", "type": "boolean", **translated("Brug for støtte?", en="Need support?")},
            {"linkId": f"{link_id}.note", "type": "text", **translated("Med dine egne ord", en="In your own words")},
        ],
    }


def fhir() -> Fhir:
    """The small form as a fresh FHIR resource, free to be spoilt by a test."""
    return {
        "resourceType": "Questionnaire",
        "url": "urn:test:small",
        "version": "1",
        "status": "active",
        "language": "da",
        "title": "Lille skema",
        "item": [
            {"linkId": "lead", "type": "display", **translated("Den seneste uge", en="The past week")},
            {
                "linkId": "body",
                "type": "group",
                **translated("Krop", en="Body"),
                "item": [
                    topic("fatigue", "Træthed", "Fatigue"),
                    topic("sleep", "Søvn", "Sleep"),
                    {"linkId": "body.other", "type": "text", **translated("Andet", en="Other")},
                ],
            },
            {
                "linkId": "mind",
                "type": "group",
                **translated("Tanker", en="Thoughts"),
                "item": [topic("worry", "Bekymring", "Worry")],
            },
            {
                "linkId": "priority",
                "type": "choice",
                "repeats": True,
                **translated("Hvad betyder mest?", en="What matters most?"),
                "answerOption": [{"valueCoding": {"code": code}} for code in ("fatigue", "sleep", "worry")],
            },
            {"linkId": "distress", "type": "integer", **translated("Hvor belastet?", en="How burdened?")},
        ],
    }


def read(resource: Fhir) -> Questionnaire:
    """The form in a FHIR resource."""
    return read_questionnaire(json.dumps(resource).encode(), file="small.json")


def small_form() -> Questionnaire:
    """The small form, read."""
    return read(fhir())
