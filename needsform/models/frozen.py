"""How every model here behaves: immutable, strict about unknown fields, trimmed text of bounded length."""

import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, TypeVar

from pydantic import AfterValidator, BaseModel, ConfigDict, PlainSerializer, StringConstraints

NAME_LENGTH = 120
"""Longest accepted name of a person, a unit or a responsible party, in characters."""
LINE_LENGTH = 80
"""Longest accepted short line (phone, time, relation), in characters."""
TEXT_LENGTH = 500
"""Longest accepted free text (words, observation, action), in characters."""


def without_control_characters(text: str) -> str:
    """Keep what can stand on paper: drop controls, lone surrogates and direction overrides, but not line breaks.

    The joiners U+200C and U+200D stay: Persian and several Indian names are written with them.
    """
    if text.isprintable():  # nearly always, and a keystroke must not cost a look at every letter of the page
        return text
    return "".join(c for c in text if c.isprintable() or c in "\n\t\u200c\u200d" or unicodedata.category(c) == "Zs")


def on_one_line(text: str) -> str:
    """The same text as it stands on one line: white space, pasted line breaks too, becomes single spaces."""
    return " ".join(without_control_characters(text).split())


def in_paragraphs(text: str) -> str:
    """The same text without what cannot be printed and without space around it; line breaks stay."""
    return without_control_characters(text).strip()


Name = Annotated[str, AfterValidator(on_one_line), StringConstraints(max_length=NAME_LENGTH)]
Line = Annotated[str, AfterValidator(on_one_line), StringConstraints(max_length=LINE_LENGTH)]
FreeText = Annotated[str, AfterValidator(in_paragraphs), StringConstraints(max_length=TEXT_LENGTH)]

K = TypeVar("K")
V = TypeVar("V")


def _read_only(mapping: Mapping[K, V]) -> Mapping[K, V]:
    return MappingProxyType(dict(mapping))


FrozenMapping = Annotated[Mapping[K, V], AfterValidator(_read_only), PlainSerializer(dict)]
"""A mapping that nobody can change after the model was made."""


class Frozen(BaseModel):
    """The parent of every model: frozen, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
