"""Reading JSON from outside: bounded, and refusing what the standard parser lets through.

NaN, duplicate keys, lone surrogates and deep nesting are accepted by `json.loads` and hurt later (TRUST, T5). A small
file can also be made of so many small parts that whoever reads it on is busy for minutes: those are counted first.
"""

import json
import math
import re
from dataclasses import dataclass
from functools import partial
from itertools import accumulate
from typing import NoReturn

from needsform.models.errors import InputError

Json = None | bool | int | float | str | list["Json"] | dict[str, "Json"]

_MEGABYTE = 1024 * 1024
DEEPEST = 32
"""Levels of lists and objects inside each other."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a file may ask of the machine."""

    megabytes: int
    parts: int
    """Lists and objects."""
    keys: int
    """Entries of one object."""

    @property
    def bytes(self) -> int:
        """The same in bytes."""
        return self.megabytes * _MEGABYTE


FROM_OUTSIDE = Limits(megabytes=1, parts=50_000, keys=2_000)
"""A form, a list, a case: ten times what the largest that can be shown needs."""
BUNDLE = Limits(megabytes=4, parts=50_000, keys=2_000)
"""A Bundle carries all that a patient and a nurse can write, in letters of up to four bytes."""
OF_OUR_OWN = Limits(megabytes=64, parts=2_000_000, keys=2_000_000)
"""What only this program writes and seals, and what grows with the years."""

_SURROGATE = re.compile("[\ud800-\udfff]")
_STEPS = {ord("["): 1, ord("{"): 1, ord("]"): -1, ord("}"): -1}
_NO_BRACKET = bytes(set(range(256)) - set(_STEPS))


def _refuse_constant(name: str) -> NoReturn:
    raise InputError("json.not_a_number", name=name)


def _finite(digits: str) -> float:
    number = float(digits)
    if math.isinf(number):
        raise InputError("json.not_a_number", name=digits[:20])
    return number


def _object(most: int, pairs: list[tuple[str, Json]]) -> dict[str, Json]:
    if len(pairs) > most:
        raise InputError("json.too_many_parts")
    result = dict(pairs)
    if len(result) != len(pairs):
        raise InputError("json.duplicate_key")
    return result


def _refuse_too_much(data: bytes, limits: Limits) -> None:
    """Refuse brackets outside strings that are too many, or too deep: before the parser recurses into them.

    Quotes that are part of a string go first, so that every other piece between quotes is outside. Whoever puts a
    backslash outside a string leads this astray, but not the parser, which ends there.
    """
    outside = data.replace(rb"\\", b"").replace(rb"\"", b"").split(b'"')[::2]
    brackets = b"".join(outside).translate(None, _NO_BRACKET)
    if any(map(DEEPEST.__lt__, accumulate(map(_STEPS.__getitem__, brackets)))):
        raise InputError("json.too_deep", levels=DEEPEST)
    if brackets.count(b"[") + brackets.count(b"{") > limits.parts:
        raise InputError("json.too_many_parts")


def loads(data: bytes, limits: Limits = FROM_OUTSIDE) -> Json:
    """Parse UTF-8 JSON within limits.

    Raises InputError: `json.too_large`, `json.not_utf8`, `json.too_deep`, `json.too_many_parts`, `json.syntax` (with
    line and column), `json.not_a_number`, `json.duplicate_key`, `json.surrogate`.
    """
    if len(data) > limits.bytes:
        raise InputError("json.too_large", megabytes=limits.megabytes)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError("json.not_utf8") from error
    _refuse_too_much(data, limits)
    try:
        result: Json = json.loads(
            text,
            parse_float=_finite,
            parse_constant=_refuse_constant,
            object_pairs_hook=partial(_object, limits.keys),
        )
    except json.JSONDecodeError as error:
        raise InputError("json.syntax", line=error.lineno, column=error.colno) from error
    except ValueError as error:  # an integer of more digits than Python turns into a number
        raise InputError("json.not_a_number", name="integer") from error
    if "\\u" in text and _SURROGATE.search(json.dumps(result, ensure_ascii=False)):
        raise InputError("json.surrogate")
    return result
