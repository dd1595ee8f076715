"""The figures of one store as a file without any citizen, and several of them added up, each store once.

The counts in it are exact: "fewer than five" cannot be added to anything. They say how many forms there are and of whom
nothing; what comes of adding is shown as everything else is.
"""

import base64
import binascii
import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from needsform.models import strict_json
from needsform.models.errors import InputError, Message
from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorCounts, IndicatorQuery
from needsform.models.known_site import KEY_BYTES

LARGEST_FILE: Final = 64 * 1024
"""Bytes of a file; they have three thousand."""
MOST_COUNTED: Final = 10**9
_FORMAT: Final = "urn:needsform:indicators:1"
_SIGNATURE: Final = "signature"
SIGNATURE_BYTES: Final = 64
Holds = Callable[[bytes, bytes, bytes], bool]
"""Whether the holder of a public key signed these bytes: key, bytes, signature."""


@dataclass(frozen=True, slots=True)
class IndicatorFile:
    """What a store says of itself, and when it said so."""

    public_key: bytes
    """Which store it is: a copy of a store on another workstation has the same one."""
    saved_at: datetime
    counts: IndicatorCounts


@dataclass(frozen=True, slots=True)
class AddedUp:
    """Several files as one, and what was left out of it and why, by the name of the file."""

    counts: IndicatorCounts | None
    """None where no file could be taken."""
    left_out: tuple[tuple[str, Message], ...]


def to_json(file: IndicatorFile, sign: Callable[[bytes], bytes]) -> bytes:
    """The file, signed by its store."""
    said = _said(file)
    said[_SIGNATURE] = base64.b64encode(sign(_signed(said))).decode()
    return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def read_file(data: bytes, holds: Holds) -> IndicatorFile:
    """What `to_json` wrote.

    Raises InputError `indicator_file.refused` for anything else, `indicator_file.altered` where the signature does not
    hold, and those of `strict_json.loads`.
    """
    if len(data) > LARGEST_FILE:
        raise InputError("indicator_file.refused")
    said = strict_json.loads(data)
    if not isinstance(said, dict) or said.get("format") != _FORMAT:
        raise InputError("indicator_file.refused")
    try:
        signature = _bytes(said.pop(_SIGNATURE), SIGNATURE_BYTES)
        public_key = _bytes(said["publicKey"], KEY_BYTES)
        file = IndicatorFile(public_key, datetime.fromisoformat(str(said["savedAt"])), _counts(said))
    except (KeyError, TypeError, ValueError) as error:  # pydantic's errors are ValueErrors
        raise InputError("indicator_file.refused") from error
    if not holds(public_key, _signed(said), signature):
        raise InputError("indicator_file.altered")
    if file.saved_at.tzinfo is None or _said(file) != said:
        raise InputError("indicator_file.refused")
    return file


def add_up(files: Iterable[tuple[str, IndicatorFile]]) -> AddedUp:
    """Add up what fits together: one period, each store once, its newest file, and no unit beside its whole.

    `files` come with their names, in the order in which they were chosen; the first one decides which period it is.
    """
    taken: dict[tuple[bytes, str | None], tuple[str, IndicatorFile]] = {}
    left_out: list[tuple[str, Message]] = []
    period: tuple[date, date] | None = None
    for name, file in files:
        query = file.counts.query
        period = period or (query.since, query.until)
        if (query.since, query.until) != period:
            left_out.append((name, Message("indicator_file.other_period")))
            continue
        store = (file.public_key, query.unit)
        before = taken.get(store)
        if before is not None and before[1].saved_at >= file.saved_at:
            left_out.append((name, Message("indicator_file.twice")))
            continue
        if before is not None:
            left_out.append((before[0], Message("indicator_file.twice")))
        taken[store] = (name, file)
    for store in [store for store in taken if store[1] is not None and (store[0], None) in taken]:
        name, _ = taken.pop(store)
        left_out.append((name, Message("indicator_file.within")))
    return AddedUp(_sum([file for _, file in taken.values()]), tuple(left_out))


def _sum(files: list[IndicatorFile]) -> IndicatorCounts | None:
    if not files:
        return None
    several = [file.counts for file in files]
    units = tuple(dict.fromkeys(counts.query.unit for counts in several))
    sites = {file.public_key: site for file in files for site in file.counts.sites}
    return IndicatorCounts(
        query=several[0].query.model_copy(update={"unit": units[0] if len(units) == 1 else None}),
        units=units,
        counted_on=max(counts.counted_on for counts in several),
        sites=tuple(sites.values()),
        counts={i: number for i in Indicator if (number := sum(counts.of(i) for counts in several))},
    )


def _said(file: IndicatorFile) -> dict[str, object]:
    counts = file.counts
    return {
        "format": _FORMAT,
        "site": counts.sites[0],
        "unit": counts.query.unit,
        "since": counts.query.since.isoformat(),
        "until": counts.query.until.isoformat(),
        "countedOn": counts.counted_on.isoformat(),
        "savedAt": file.saved_at.isoformat(),
        "counts": {indicator.value: counts.of(indicator) for indicator in Indicator},
        "publicKey": base64.b64encode(file.public_key).decode(),
    }


def _counts(said: Mapping[str, object]) -> IndicatorCounts:
    counted = said["counts"]
    if not isinstance(counted, dict) or not all(_is_count(number) for number in counted.values()):
        raise ValueError("a count is a whole number")
    return IndicatorCounts(
        query=IndicatorQuery.model_validate({key: said[key] for key in ("since", "until", "unit")}),
        counted_on=date.fromisoformat(str(said["countedOn"])),
        sites=(str(said["site"]),),
        counts={Indicator(key): number for key, number in counted.items()},
    )


def _is_count(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= MOST_COUNTED


def _signed(said: Mapping[str, object]) -> bytes:
    """What the signature is of: the same bytes however the file is laid out."""
    return json.dumps(said, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def _bytes(text: object, length: int) -> bytes:
    try:
        data = base64.b64decode(str(text), validate=True)
    except binascii.Error as error:
        raise ValueError("not base64") from error
    if len(data) != length:
        raise ValueError("too short or too long")
    return data
