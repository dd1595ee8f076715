"""Reading a list of suggestions from a file that a site may have edited: every fault named, nothing guessed."""

from pydantic import ValidationError

from needsform.models import strict_json
from needsform.models.action_catalogue import ActionCatalogue, Suggestion
from needsform.models.errors import MOST_FAULTS, Fault, FileFaults, InputError, Message, quoted
from needsform.models.frozen import TEXT_LENGTH
from needsform.models.strict_json import Json

MOST_SUGGESTIONS = 300
"""More than anybody can choose from; a larger file is not a list of suggestions."""


MOST_PARTS = 200
"""Fields, languages or topics of one suggestion: as many as the largest form has topics."""


class ActionCatalogueFaults(FileFaults):
    """What is wrong with a list of suggestions."""


def read_action_catalogue(data: bytes, *, file: str) -> ActionCatalogue:
    """The suggestions in file order. Words that a site gave in Danish only stand in for the English ones.

    Raises ActionCatalogueFaults `actions.refused`; its faults: any of `strict_json.loads`, `actions.structure`,
    `actions.too_many`, `actions.entry` (parameter `name`: the field), `actions.duplicate_id`, `actions.no_words`,
    `actions.too_long`. A fault's `link_id` is the suggestion's id, or its number from 1 where it has none.
    """
    faults: list[Fault] = []

    def fault(place: str, message_id: str, **parameters: str) -> None:
        if len(faults) < MOST_FAULTS:
            faults.append(Fault(file, quoted(place), Message(message_id, parameters)))

    suggestions: list[Suggestion] = []
    seen: set[str] = set()
    for number, entry in enumerate(_entries(data, file), start=1):
        named = isinstance(entry, dict) and isinstance(entry.get("id"), str) and entry["id"]
        place = str(named or number)
        if _is_swollen(entry):
            fault(place, "actions.entry", name="?")
            continue
        try:
            suggestion = Suggestion.model_validate(entry)
        except ValidationError as error:
            for problem in error.errors(include_url=False, include_input=False):
                fault(place, "actions.entry", name=quoted(".".join(str(part) for part in problem["loc"])) or "?")
            continue
        if suggestion.id in seen:
            fault(place, "actions.duplicate_id")
        seen.add(suggestion.id)
        if not suggestion.text.get("da", "").strip():
            fault(place, "actions.no_words")
            continue
        if any(len(text) > TEXT_LENGTH for text in suggestion.text.values()):
            fault(place, "actions.too_long", longest=str(TEXT_LENGTH))
        both = {"en": suggestion.text["da"], **suggestion.text}
        suggestions.append(Suggestion.model_validate({**suggestion.model_dump(), "text": both}))
    if faults:
        raise ActionCatalogueFaults("actions.refused", tuple(faults))
    return ActionCatalogue(suggestions=tuple(suggestions))


def _is_swollen(entry: Json) -> bool:
    """Whether an entry has parts without number, each of which would be a fault of its own."""
    parts = [entry, *entry.values()] if isinstance(entry, dict) else []
    return any(isinstance(part, dict | list) and len(part) > MOST_PARTS for part in parts)


def _entries(data: bytes, file: str) -> list[Json]:
    """The list inside the file, or ActionCatalogueFaults with the one fault that hides all others."""
    try:
        read = strict_json.loads(data)
    except InputError as error:
        raise ActionCatalogueFaults("actions.refused", (Fault(file, "", error.message),)) from error
    entries = read.get("suggestions") if isinstance(read, dict) and set(read) == {"suggestions"} else None
    if not isinstance(entries, list) or not entries:
        raise ActionCatalogueFaults("actions.refused", (Fault(file, "", Message("actions.structure")),))
    if len(entries) > MOST_SUGGESTIONS:
        many = Message("actions.too_many", {"most": str(MOST_SUGGESTIONS)})
        raise ActionCatalogueFaults("actions.refused", (Fault(file, "", many),))
    return entries
