"""What can go wrong, sorted by whose fault it is; the words for it live with the windows.

Standard library only: the first screen needs these before anything heavy is loaded.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence for the user, as an id and what to fill into it; `ui.messages` has the words."""

    message_id: str
    parameters: dict[str, str] = field(default_factory=dict)


class NeedsformError(Exception):
    """Anything that is known to be able to happen and that the user hears as a sentence.

    Parameters never hold a name, a CPR or an answer: they end up in logs.
    """

    def __init__(self, message_id: str, **parameters: str | int) -> None:
        super().__init__(message_id)
        self.message = Message(message_id, {name: str(value) for name, value in parameters.items()})


class WorldError(NeedsformError):
    """The world's fault: the disk, the key, the file, another program."""


class InputError(NeedsformError):
    """What was typed or handed in cannot be taken; `field` names the place to show it beside."""

    def __init__(self, message_id: str, *, at: str = "", **parameters: str | int) -> None:
        super().__init__(message_id, **parameters)
        self.field = at


class Stopped(NeedsformError):
    """Somebody pressed the button that stops what was under way."""


class PermissionDenied(NeedsformError):
    """Whoever is at the screen may not do this, or the assessment no longer allows it."""


MOST_FAULTS = 100
"""Faults of one file that are told: whoever mends these finds the others next time."""
LONGEST_QUOTED = 100
"""Characters that are quoted from a file."""


def quoted(text: object) -> str:
    """Something that stands in a file from outside, as a sentence may quote it: one short line of plain characters."""
    start = str(text)[: 2 * LONGEST_QUOTED]
    return "".join(c if c.isprintable() else " " for c in start).strip()[:LONGEST_QUOTED]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing wrong with a file from outside: which file, which entry of it (`linkId`, or ""), and what."""

    file: str
    link_id: str
    message: Message


class FileFaults(InputError):
    """A file that a site wants to load, with everything that is wrong with it named at once."""

    def __init__(self, message_id: str, faults: tuple[Fault, ...]) -> None:
        super().__init__(message_id, file=faults[0].file, count=len(faults))
        self.faults = faults
