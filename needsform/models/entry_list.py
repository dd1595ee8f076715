"""Reading a list of entries from a file that a site may have edited: every fault named, nothing guessed."""

from typing import TypeVar

from pydantic import ValidationError

from needsform.models import strict_json
from needsform.models.errors import MOST_FAULTS, Fault, FileFaults, InputError, Message, quoted
from needsform.models.frozen import Frozen
from needsform.models.strict_json import Json

E = TypeVar("E", bound=Frozen)

MOST_PARTS = 200
"""Fields, languages or topics of one entry: as many as the largest form has topics."""

_TOO_LONG = ("too_long", "string_too_long")
"""What pydantic calls a text that has no room."""


class EntryFaults(FileFaults):
    """What is wrong with a list."""


def read_entries(data: bytes, model: type[E], *, file: str, key: str, words: str, most: int) -> tuple[E, ...]:
    """The entries in file order, each a `model` with an `id`.

    The list stands under `key`, and nothing beside it. `words` is the field that names an entry by language; where a
    site wrote it in Danish only, that stands in for the English.

    Raises EntryFaults `entries.refused`; its faults: any of `strict_json.loads`, `entries.structure`,
    `entries.too_many`, `entries.entry` (parameter `name`: the field), `entries.too_long`, `entries.duplicate_id`,
    `entries.no_words`. A fault's `link_id` is the entry's id, or its number from 1 where it has none.
    """
    faults: list[Fault] = []

    def fault(place: str, message_id: str, **parameters: str) -> None:
        if len(faults) < MOST_FAULTS:
            faults.append(Fault(file, quoted(place), Message(message_id, parameters)))

    entries: list[E] = []
    seen: set[str] = set()
    for number, raw in enumerate(_entries(data, file, key, most), start=1):
        named = isinstance(raw, dict) and isinstance(raw.get("id"), str) and raw["id"]
        place = str(named or number)
        if _is_swollen(raw):
            fault(place, "entries.entry", name="?")
            continue
        try:
            entry = model.model_validate(raw)
        except ValidationError as error:
            for problem in error.errors(include_url=False, include_input=False):
                name = quoted(".".join(str(part) for part in problem["loc"])) or "?"
                if problem["type"] in _TOO_LONG:
                    fault(place, "entries.too_long", name=name, longest=str(problem["ctx"]["max_length"]))
                else:
                    fault(place, "entries.entry", name=name)
            continue
        fields = entry.model_dump()
        if fields["id"] in seen:
            fault(place, "entries.duplicate_id")
        seen.add(fields["id"])
        if not fields[words].get("da", "").strip():
            fault(place, "entries.no_words")
            continue
        fields[words] = {"en": fields[words]["da"], **fields[words]}
        entries.append(model.model_validate(fields))
    if faults:
        raise EntryFaults("entries.refused", tuple(faults))
    return tuple(entries)


def _is_swollen(entry: Json) -> bool:
    """Whether an entry has parts without number, each of which would be a fault of its own."""
    parts = [entry, *entry.values()] if isinstance(entry, dict) else []
    return any(isinstance(part, dict | list) and len(part) > MOST_PARTS for part in parts)


def _entries(data: bytes, file: str, key: str, most: int) -> list[Json]:
    """The list inside the file, or EntryFaults with the one fault that hides all others."""
    try:
        read = strict_json.loads(data)
    except InputError as error:
        raise EntryFaults("entries.refused", (Fault(file, "", error.message),)) from error
    entries = read.get(key) if isinstance(read, dict) and set(read) == {key} else None
    if not isinstance(entries, list) or not entries:
        raise EntryFaults("entries.refused", (Fault(file, "", Message("entries.structure")),))
    if len(entries) > most:
        many = Message("entries.too_many", {"most": str(most)})
        raise EntryFaults("entries.refused", (Fault(file, "", many),))
    return entries
