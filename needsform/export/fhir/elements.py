"""The data types of FHIR R4 that a sheet's Bundle is made of, as frozen models that refuse everything else.

Names are FHIR's, in snake_case. `None` is an absent element.
"""

from typing import Annotated, Literal, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, model_validator
from pydantic.alias_generators import to_camel

LONGEST_STRING = 2000
"""Characters of any string in a Bundle: twice what any text here can become."""
T = TypeVar("T")
Some = Annotated[tuple[T, ...], Field(min_length=1)]
"""A list: FHIR has no empty ones. A list that never has more than one entry here is a plain tuple of one."""

Text = Annotated[str, StringConstraints(min_length=1, max_length=LONGEST_STRING)]
Code = Annotated[str, StringConstraints(min_length=1, max_length=100)]


class Element(BaseModel):
    """The parent of every element: frozen, strict about types, and refusing elements that it does not name."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        strict=True,
        alias_generator=to_camel,
        validate_by_name=True,
        validate_by_alias=True,
        hide_input_in_errors=True,
    )


class Coding(Element):
    """A code. Without a `system` it means something to this program only, and `display` is what others show."""

    system: Text | None = None
    code: Code
    display: Text | None = None


class CodeableConcept(Element):
    """A concept as words, with a code where there is one."""

    coding: Some[Coding] | None = None
    text: Text | None = None


class Extension(Element):
    """A fact that R4 has no element for. The URLs are listed in `fhir_codes`."""

    url: Text
    value_boolean: bool | None = None
    value_codeable_concept: CodeableConcept | None = None
    value_positive_int: Annotated[int, Field(ge=1, le=2**31 - 1)] | None = None
    value_string: Text | None = None

    @model_validator(mode="after")
    def _has_one_value(self) -> Self:
        if len(self.model_fields_set - {"url"}) != 1:
            raise ValueError("an extension here has one value")
        return self


class Identifier(Element):
    """A name in a namespace: a CPR, a municipality's number, an assessment's id."""

    use: Literal["official"] | None = None
    system: Text | None = None
    value: Text


class Reference(Element):
    """A pointer to another entry of the Bundle (`urn:uuid:…`), or only the words for somebody who is not in it."""

    reference: Text | None = None
    type: Code | None = None
    display: Text | None = None


class Annotation(Element):
    """Words, and whose they are."""

    author_reference: Reference | None = None
    text: Text


class ContactPoint(Element):
    """A phone number; a comment extension holds the best time to call."""

    extension: Some[Extension] | None = None
    system: Literal["phone"] = "phone"
    value: Text | None = None


class HumanName(Element):
    """A name as one text: which part of it is a family name is nobody's guess here."""

    use: Literal["official"] | None = None
    text: Text


class Address(Element):
    """Where somebody lives, with the municipality's code as dk-core's extension."""

    extension: Some[Extension] | None = None
    use: Literal["home"] = "home"
    text: Text | None = None


class Meta(Element):
    """What is known of a resource as such."""

    source: Text | None = None
    security: Some[Coding] | None = None
