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
    return "".join(c for c in text if c.isprintable() or c in "\n\t\u200c\u200d" or unicodedata.category(c) == "Zs")


Clean = AfterValidator(without_control_characters)
Name = Annotated[str, StringConstraints(strip_whitespace=True, max_length=NAME_LENGTH), Clean]
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=LINE_LENGTH), Clean]
FreeText = Annotated[str, StringConstraints(strip_whitespace=True, max_length=TEXT_LENGTH), Clean]

K = TypeVar("K")
V = TypeVar("V")


def _read_only(mapping: Mapping[K, V]) -> Mapping[K, V]:
    return MappingProxyType(dict(mapping))


FrozenMapping = Annotated[Mapping[K, V], AfterValidator(_read_only), PlainSerializer(dict)]
"""A mapping that nobody can change after the model was made."""


class Frozen(BaseModel):
    """The parent of every model: frozen, and refusing fields that it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
