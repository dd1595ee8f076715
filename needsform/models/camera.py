"""What is seen through a camera, and which pages of paper have been held before it."""

from dataclasses import dataclass
from enum import StrEnum

from needsform.models.errors import Message


@dataclass(frozen=True, slots=True)
class Glimpse:
    """What the camera saw a moment ago."""

    width: int
    height: int
    gray: bytes
    """Brightness, a byte for each point, row by row."""
    codes: tuple[bytes, ...]
    """Anybody's; whose they are, nobody has asked yet."""


class PageSide(StrEnum):
    """Which page was read last."""

    FRONT = "front"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class CameraState:
    """The camera as it stands; closed, unless it is told."""

    is_open: bool = False
    is_seeing: bool = False
    """Whether a picture has come."""
    fronts: int = 0
    backs: int = 0
    last: PageSide | None = None
    message: Message | None = None
    """Why there is nothing to see, or why a code was not taken."""
