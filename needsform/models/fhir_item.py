"""One item of a FHIR R4 Questionnaire as it came in a file: its words, and what about it cannot be shown here.

What is looked at is written in `docs/QUESTIONNAIRES.md`. Everything else of FHIR has no effect and is let through;
whatever would change what a citizen sees or may answer is refused, because leaving it out would show a wrong form.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from needsform.models.errors import MOST_FAULTS, Fault, Message, quoted
from needsform.models.frozen import on_one_line
from needsform.models.strict_json import Json

EXTENSIONS = "http://hl7.org/fhir/StructureDefinition/"
TRANSLATION = EXTENSIONS + "translation"
HIDDEN = EXTENSIONS + "questionnaire-hidden"
MAX_OCCURS = EXTENSIONS + "questionnaire-maxOccurs"
MIN_VALUE = EXTENSIONS + "minValue"
MAX_VALUE = EXTENSIONS + "maxValue"

OWN_LANGUAGE = "da"
"""The language of the words that carry no translation mark."""

MOST_ITEMS = 2_000
"""Items at all levels: the largest form that can be shown has about half as many."""

_LINK_ID = re.compile(r"\S{1,100}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")

_CHANGES_THE_FORM = frozenset(
    {"questionnaire-constraint", "targetConstraint", "questionnaire-minOccurs", "regex", "minLength"}
)
"""Last part of the URL of extensions that decide what may be answered; those that end in "Expression" too."""

_FOLLOWED = (HIDDEN, MAX_OCCURS, MIN_VALUE, MAX_VALUE)
"""Extensions that are followed; each may stand once, or nobody could tell which of them holds."""

_NOT_SHOWN = {
    "enableWhen": "questionnaire.condition",
    "answerValueSet": "questionnaire.value_set",
    "initial": "questionnaire.initial",
    "required": "questionnaire.required",
    "readOnly": "questionnaire.read_only",
}
"""Fields of an item that the program does not do, and the sentence for each. `false` is the same as silence."""


@dataclass(slots=True)
class Faults:
    """What is wrong with one file, gathered so that it can be told at once, as far as anybody would read on."""

    file: str
    found: list[Fault] = field(default_factory=list)

    def add(self, link_id: str, message_id: str, **parameters: str | int) -> None:
        """Note one fault at an item, or at the file as a whole where `link_id` is empty."""
        if len(self.found) < MOST_FAULTS:
            named = {name: quoted(value) for name, value in parameters.items()}
            self.found.append(Fault(self.file, quoted(link_id), Message(message_id, named)))


@dataclass(frozen=True, slots=True)
class FhirItem:
    """An item with a linkId and a type, and the items inside it."""

    link_id: str
    type: str
    text: dict[str, str]
    """Its words by language."""
    raw: dict[str, Json]
    items: tuple["FhirItem", ...]

    def descendants(self) -> Iterator["FhirItem"]:
        """This item and every item inside it, in reading order."""
        yield self
        for item in self.items:
            yield from item.descendants()


def objects(value: Json) -> list[dict[str, Json]]:
    """The objects of a JSON list; nothing for anything else."""
    return [entry for entry in value if isinstance(entry, dict)] if isinstance(value, list) else []


def extension(element: dict[str, Json], url: str, value: str) -> Json:
    """The `value` (such as "valueInteger") of an element's standard extension `url`; None without it."""
    for entry in objects(element.get("extension")):
        if entry.get("url") == url:
            return entry.get(value)
    return None


def words(element: dict[str, Json], name: str, link_id: str, faults: Faults) -> dict[str, str]:
    """The words of a string field by language: the field itself, and its translations by the standard extension.

    Markup stays what it is, characters; runs of white space become one space. Empty words are left out.
    Notes `questionnaire.translation` and `questionnaire.words_missing`.
    """
    found = {OWN_LANGUAGE: _plain(element.get(name))}
    shadow = element.get(f"_{name}")
    for entry in objects(shadow.get("extension") if isinstance(shadow, dict) else None):
        if entry.get("url") != TRANSLATION:
            continue
        parts = {str(part.get("url")): part for part in objects(entry.get("extension"))}
        language = parts.get("lang", {}).get("valueCode")
        content = parts.get("content", {})
        if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
            faults.add(link_id, "questionnaire.translation")
        else:
            found.setdefault(language, _plain(content.get("valueString", content.get("valueMarkdown"))))
    if not found[OWN_LANGUAGE]:
        faults.add(link_id, "questionnaire.words_missing")
    return {language: text for language, text in found.items() if text}


def _plain(value: Json) -> str:
    return on_one_line(value) if isinstance(value, str) else ""


def read_items(holder: dict[str, Json], faults: Faults) -> tuple[FhirItem, ...]:
    """The items of a Questionnaire, each looked at for what no item here may have. Notes in `faults`:

    `questionnaire.item_shape`, `.link_id_missing` (parameter `number`: its place among its siblings),
    `.link_id_shape`, `.link_id_duplicate`, `.type_missing`, those of `words` and of `_refuse_what_is_not_shown`.
    """
    items = _read_level(holder, "", faults)
    seen: set[str] = set()
    for item in (descendant for top in items for descendant in top.descendants()):
        if item.link_id in seen:
            faults.add(item.link_id, "questionnaire.link_id_duplicate")
        seen.add(item.link_id)
    return items


def has_too_many_items(holder: dict[str, Json]) -> bool:
    """Whether there are more items than can be shown, counted before any of them is looked at."""
    count, waiting = 0, [holder.get("item")]
    while waiting:
        level = waiting.pop()
        if isinstance(level, list):
            count += len(level)
            if count > MOST_ITEMS:
                return True
            waiting.extend(entry.get("item") for entry in level if isinstance(entry, dict))
    return False


def _read_level(holder: dict[str, Json], parent: str, faults: Faults) -> tuple[FhirItem, ...]:
    entries = holder.get("item", [])
    if not isinstance(entries, list):
        faults.add(parent, "questionnaire.item_shape")
        return ()
    found: list[FhirItem] = []
    for number, entry in enumerate(entries, start=1):
        if not isinstance(entry, dict):
            faults.add(parent, "questionnaire.item_shape")
            continue
        link_id, kind = entry.get("linkId"), entry.get("type")
        if not isinstance(link_id, str) or not link_id:
            faults.add(parent, "questionnaire.link_id_missing", number=number)
            continue
        if not _LINK_ID.fullmatch(link_id) or not link_id.isprintable():
            faults.add(_plain(link_id)[:100], "questionnaire.link_id_shape")
        if not isinstance(kind, str) or not kind:
            faults.add(link_id, "questionnaire.type_missing")
            continue
        _refuse_what_is_not_shown(entry, link_id, kind, faults)
        text = words(entry, "text", link_id, faults)
        found.append(FhirItem(link_id, kind, text, entry, _read_level(entry, link_id, faults)))
    return tuple(found)


def _refuse_what_is_not_shown(entry: dict[str, Json], link_id: str, kind: str, faults: Faults) -> None:
    """Note the sentences of `_NOT_SHOWN`, `questionnaire.repeats`, `.options` and those of `refuse_extensions`."""
    for name, message_id in _NOT_SHOWN.items():
        if entry.get(name, False) is not False:
            faults.add(link_id, message_id)
    if kind == "choice":
        if not isinstance(entry.get("repeats", False), bool):
            faults.add(link_id, "questionnaire.item_shape")
    else:
        if entry.get("repeats", False) is not False:
            faults.add(link_id, "questionnaire.repeats")
        if "answerOption" in entry:
            faults.add(link_id, "questionnaire.options")
    refuse_extensions(entry, link_id, faults)


def refuse_extensions(element: dict[str, Json], link_id: str, faults: Faults) -> None:
    """Note `questionnaire.modifier_extension` and `questionnaire.extension`, both with the parameter `name`.

    And `questionnaire.item_shape` where an extension that is followed here is written so that it could be overlooked.
    """
    extensions = element.get("extension", [])
    followed = [entry for entry in objects(extensions) if entry.get("url") in _FOLLOWED]
    if (
        not isinstance(extensions, list)
        or len(objects(extensions)) < len(extensions)
        or len({str(entry["url"]) for entry in followed}) < len(followed)
        or any(entry["url"] == HIDDEN and not isinstance(entry.get("valueBoolean"), bool) for entry in followed)
    ):
        faults.add(link_id, "questionnaire.item_shape")
    for entry in objects(element.get("modifierExtension")) or ([{}] if "modifierExtension" in element else []):
        faults.add(link_id, "questionnaire.modifier_extension", name=_last_part(entry))
    for entry in objects(element.get("extension")):
        name = _last_part(entry)
        if name in _CHANGES_THE_FORM or name.endswith("Expression"):
            faults.add(link_id, "questionnaire.extension", name=name)


def _last_part(entry: dict[str, Json]) -> str:
    return _plain(entry.get("url")).rpartition("/")[2][:80]
