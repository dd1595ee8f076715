"""Reading JSON from outside: bounded, and refusing what the standard parser lets through.

NaN, duplicate keys, lone surrogates and deep nesting are accepted by `json.loads` and hurt later (TRUST, T5).
"""

import json
import math
import re
from typing import NoReturn

from needsform.models.errors import InputError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

LARGEST_BYTES = 4 * 1024 * 1024
DEEPEST = 32

_SURROGATE = re.compile("[\ud800-\udfff]")
_NOT_A_BRACKET = re.compile(r'(?:[^"\[\]{}]++|"(?:[^"\\]++|\\(?:.|\Z))*+"?)++', re.DOTALL)
"""Strings, whether they end or not, so that nothing is looked at twice, and what stands between them."""


def _refuse_constant(name: str) -> NoReturn:
    raise InputError("json.not_a_number", name=name)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise InputError("json.not_a_number", name=digits[:20])
    return number


def _refuse_duplicates(pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    result = dict(pairs)
    if len(result) != len(pairs):
        raise InputError("json.duplicate_key")
    return result


def _nests_too_deep(text: str) -> bool:
    """Whether brackets outside strings nest deeper than `DEEPEST`: seen before the parser recurses into them."""
    depth = 0
    for bracket in _NOT_A_BRACKET.sub("", text):
        depth += 1 if bracket in "[{" else -1
        if depth > DEEPEST:
            return True
    return False


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
    if _nests_too_deep(text):
        raise InputError("json.too_deep", levels=DEEPEST)
    try:
        result: Json = json.loads(
            text,
            parse_float=_finite,
            parse_constant=_refuse_constant,
            object_pairs_hook=_refuse_duplicates,
        )
    except json.JSONDecodeError as error:
        raise InputError("json.syntax", line=error.lineno, column=error.colno) from error
    except ValueError as error:  # an integer of more digits than Python turns into a number
        raise InputError("json.not_a_number", name="integer") from error
    if "\\u" in text and _SURROGATE.search(json.dumps(result, ensure_ascii=False)):
        raise InputError("json.surrogate")
    return result
