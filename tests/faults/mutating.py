"""Files that are almost right: whole parts of JSON and PDF exchanged, doubled, taken away, and bytes that slipped."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

_JSON_TOKEN = re.compile(rb'"(?:[^"\\]|\\.)*"|[\[\]{}:,]|[^\s\[\]{}:,"]+')
_PDF_TOKEN = re.compile(
    rb"\d+ \d+ R\b|\d+ \d+ obj\b|endobj|endstream|stream|startxref|trailer|xref|/[A-Za-z0-9.+#-]+|<<|>>|\[|\]|[+-]?\d+"
)

SAID = (
    "<b>3 < 5</b>",
    "<img src=file:///etc/passwd>",
    "<a href='https://example.org'>x</a>",
    "\u202eabc\u202c\u200f",
    "&Save %n {name} %1",
    "<para><font size=80>x</font></para>",
    "../../../etc/passwd",
    "' OR 1=1 --",
    "\u0000",
    "\ud800",
    "\ufeff",
    "æøå" * 3000,
    "2026-02-30",
    "",
)
"""Words that mean something elsewhere."""
_VALUES = (
    *(json.dumps(text).encode() for text in SAID),
    *(b"NaN", b"Infinity", b"-Infinity", b"1e999", b"-0", b"1.0", b"9" * 400, b"9" * 5000, b"-1", b"0", b"2147483648"),
    *(b"null", b"true", b"false", b"[]", b"{}", b"[[]]", b"[null]", b'{"":null}', b'"x"', b'["x","x"]'),
    *(b"[" * depth + b"]" * depth for depth in (20, 31, 33, 3000)),
    b'{"a":' * 25 + b"1" + b"}" * 25,
    b"[" + b"{}," * 3000 + b"{}]",
    b'{"url":"urn:x","valueBoolean":true}',
    b'[{"url":"urn:x"}]',
)
_MEMBERS = (
    b'"modifierExtension":[{"url":"urn:x","valueBoolean":true}]',
    b'"implicitRules":"urn:x"',
    b'"enableWhen":[{"question":"x","operator":"exists","answerBoolean":true}]',
    b'"__proto__":{}',
    b'"item":[{}]',
    b'"":0',
    b'"id":"x"',
    b'"contained":[{}]',
)
_PDF_VALUES = (
    *(b"0", b"-1", b"1", b"65535", b"2147483647", b"4294967296", b"99999999999999999999", b"0.0001", b"null", b"true"),
    *(b"1 0 R", b"2 0 R", b"3 0 R", b"4 0 R", b"5 0 R", b"99999 0 R", b"0 0 R", b"<<>>", b"[]", b"()", b"<>", b"(x)"),
    *(b"/FlateDecode", b"/ASCII85Decode", b"/LZWDecode", b"/DCTDecode", b"/RunLengthDecode", b"/Crypt", b"/Names"),
    *(b"/Kids", b"/EF", b"/F", b"/Filespec", b"/ObjStm", b"/XRef", b"/Prev", b"/Length", b"/Size", b"/Encrypt"),
    *(b"[" * 600 + b"]" * 600, b"<</A " * 600 + b">>" * 600, b"stream\n", b"endstream", b"endobj", b"1 0 obj"),
    *(b"[/FlateDecode/FlateDecode/FlateDecode]", b"<</Kids[1 0 R 1 0 R]>>", b"startxref\n0\n%%EOF\n", b"xref\n0 1\n"),
)


@dataclass(frozen=True, slots=True)
class Seed:
    """A file that is right, and where its parts lie: first and last byte of each."""

    data: bytes
    values: Sequence[tuple[int, int]]
    members: Sequence[tuple[int, int]]
    """Key and value of an object; in a PDF, its tokens again."""


def json_seed(data: bytes) -> Seed:
    """A file of JSON, without white space between its parts."""
    data = json.dumps(json.loads(data), ensure_ascii=False, separators=(",", ":")).encode()
    values: list[tuple[int, int]] = []
    members: list[tuple[int, int]] = []
    opened: list[tuple[int, int | None]] = []  # where a list or an object began, and the key that it belongs to
    key: int | None = None
    tokens = list(_JSON_TOKEN.finditer(data))

    def close(start: int, end: int, of_key: int | None) -> None:
        values.append((start, end))
        if of_key is not None:
            members.append((of_key, end))

    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        text = token[0]
        if text in (b"{", b"["):
            opened.append((token.start(), key))
            key = None
        elif text in (b"}", b"]"):
            start, of_key = opened.pop()
            close(start, token.end(), of_key)
            key = None
        elif text not in (b":", b","):
            if after is not None and after[0] == b":":
                key = token.start()
            else:
                close(token.start(), token.end(), key)
                key = None
    return Seed(data, values, members)


def pdf_seed(data: bytes) -> Seed:
    """A PDF; what lies packed in its streams is bytes like any other."""
    spans = [token.span() for token in _PDF_TOKEN.finditer(data)]
    return Seed(data, spans, spans)


def mutated_json(seeds: Sequence[Seed], chance: Random) -> bytes:
    """One of the seeds with some parts other than they were."""
    seed = chance.choice(seeds)
    data = seed.data
    for start, end in _apart(chance.choices(seed.values, k=chance.choice((1, 1, 1, 2, 4)))):
        data = data[:start] + _instead(seeds, data[start:end], chance) + data[end:]
        if chance.random() < 0.1 and seed.members:  # later parts have moved: now and then that is the point
            member = _part(seed.data, chance.choice(seed.members)) if chance.random() < 0.6 else chance.choice(_MEMBERS)
            at = data.rfind(b"{", 0, start) + 1
            data = data[:at] + member + b"," + data[at:]
    return _slipped(data, chance) if chance.random() < 0.2 else data


def mutated_pdf(seeds: Sequence[Seed], chance: Random) -> bytes:
    """One of the seeds with some tokens other than they were, and bytes that slipped."""
    seed = chance.choice(seeds)
    data = seed.data
    for start, end in _apart(chance.choices(seed.values, k=chance.choice((0, 1, 1, 2, 4, 12)))):
        other = _part(seed.data, chance.choice(seed.values))
        data = data[:start] + chance.choice((b"", other, other, chance.choice(_PDF_VALUES))) + data[end:]
    if chance.random() < 0.15:
        start, end = sorted(chance.choices(range(len(data)), k=2))
        piece = data[start : min(end, start + 5000)]
        at = chance.randrange(len(data))
        data = data[:at] + piece * chance.choice((1, 2, 40)) + data[at:]
    return _slipped(data, chance) if chance.random() < 0.5 else data


def _instead(seeds: Sequence[Seed], part: bytes, chance: Random) -> bytes:
    kind = chance.random()
    if kind < 0.45:
        return chance.choice(_VALUES)
    if kind < 0.7:
        other = chance.choice(seeds)
        return _part(other.data, chance.choice(other.values))
    if kind < 0.85:
        return part + b"," + part
    return b"" if kind < 0.9 else part[: chance.randrange(len(part) + 1)]


def _part(data: bytes, span: tuple[int, int]) -> bytes:
    return data[span[0] : span[1]]


def _apart(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The last first, without those that lie inside another, so that each can be exchanged where it was."""
    chosen: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), reverse=True):
        if not chosen or end <= chosen[-1][0]:
            chosen.append((start, end))
    return chosen


def _slipped(data: bytes, chance: Random) -> bytes:
    if not data:
        return data
    slipped = bytearray(data)
    if chance.random() < 0.2:
        del slipped[chance.randrange(len(slipped)) :]
    for _ in range(chance.choice((1, 1, 3, 10))):
        if slipped:
            at = chance.randrange(len(slipped))
            match chance.randrange(3):
                case 0:
                    slipped[at] = chance.randrange(256)
                case 1:
                    del slipped[at : at + chance.randrange(1, 9)]
                case _:
                    slipped[at:at] = chance.randbytes(chance.randrange(1, 9))
    return bytes(slipped)
