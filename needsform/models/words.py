"""The words that stand on paper and on screen alike, so that the two can never differ.

Program texts (buttons, sentences) are Qt translations; the value sets and the sheet's words are here, in
`resources/words/<language>.json`. Standard library only: the first screens need a few of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from functools import cache


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, by key such as `sheet.front.title` or `occasion.treatment_start`."""

    language: str
    texts: Mapping[str, str]

    def text(self, key: str, **parameters: str | int) -> str:
        """The words for a key, with `{name}` filled in. Raises KeyError for a key that nobody wrote."""
        template = self.texts[key]
        return template.format(**parameters) if parameters else template

    def of(self, member: StrEnum) -> str:
        """The words for a member of a value set: key `<snake_case class name>.<value>`."""
        return self.texts[f"{value_set_key(type(member))}.{member.value}"]

    def within(self, member: StrEnum) -> str:
        """The same further on in a line: what is chosen from begins with a capital."""
        said = self.of(member)
        return said[:1].lower() + said[1:]

    def date(self, day: date) -> str:
        """A date as it is written in this language: `22-11-2026` in Danish, `22 November 2026` in English."""
        if self.language == "da":
            return f"{day.day:02}-{day.month:02}-{day.year:04}"
        return f"{day.day} {self.texts[f'month.{day.month}']} {day.year}"

    def time(self, moment: datetime) -> str:
        """A time of day: `11.20` in Danish, `11:20` in English."""
        return f"{moment.hour:02}{'.' if self.language == 'da' else ':'}{moment.minute:02}"


@cache
def value_set_key(value_set: type[StrEnum]) -> str:
    """`ActivityKind` → `activity_kind`: how a value set is called in the words files."""
    name = value_set.__name__
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(name))
