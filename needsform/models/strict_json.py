"""Reading JSON from outside: bounded, and refusing what the standard parser lets through.

NaN, duplicate keys, lone surrogates and deep nesting are accepted by `json.loads` and hurt later (TRUST, T5).
"""

import json
import re
from typing import NoReturn

from needsform.models.errors import InputError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

LARGEST_BYTES = 4 * 1024 * 1024
DEEPEST = 32

_SURROGATE = re.compile("[\ud800-\udfff]")


def _refuse_constant(name: str) -> NoReturn:
    raise InputError("json.not_a_number", name=name)


def _refuse_duplicates(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise InputError("json.duplicate_key")
    return result


def _deepest_nesting(text: str) -> int:
    """How deep brackets nest outside strings, found without recursion, before the parser recurses."""
    depth = deepest = 0
    in_string = escaped = False
    for character in text:
        if in_string:
            if escaped:
                escaped = False
            elif character == "\\":
                escaped = True
            elif character == '"':
                in_string = False
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def loads(data: bytes) -> Json:
    """Parse UTF-8 JSON of at most 4 MiB and 32 levels.

    Raises InputError: `json.too_large`, `json.not_utf8`, `json.too_deep`, `json.syntax` (with line and column),
    `json.not_a_number`, `json.duplicate_key`, `json.surrogate`.
    """
    if len(data) > LARGEST_BYTES:
        raise InputError("json.too_large", megabytes=LARGEST_BYTES // (1024 * 1024))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("json.not_utf8") from error
    if _deepest_nesting(text) > DEEPEST:
        raise InputError("json.too_deep", levels=DEEPEST)
    try:
        result: Json = json.loads(text, parse_constant=_refuse_constant, object_pairs_hook=_refuse_duplicates)
    except json.JSONDecodeError as error:
        raise InputError("json.syntax", line=error.lineno, column=error.colno) from error
    except ValueError as error:  # an integer of more digits than Python turns into a number
        raise InputError("json.not_a_number", name="integer") from error
    if "\\u" in text and _SURROGATE.search(json.dumps(result, ensure_ascii=False)):
        raise InputError("json.surrogate")
    return result
