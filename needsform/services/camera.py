"""The machine's camera as a way to read codes: looked through in a process of its own, and nothing of it is kept.

A driver may hang, and a picture may hold whoever sits before the machine. So the process that has the camera
(`confined_process`) tells only a small picture to aim by and the codes in it, one at a time and when it is asked;
closing it switches the camera off. The library is the extra `camera` of the project: where it was left out, there is
no camera.
"""

import contextlib
import json
import os
from collections.abc import Iterator
from importlib.util import find_spec
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Final

from needsform.models.camera import Glimpse
from needsform.models.errors import InputError
from needsform.models.scanned_page import codes_told
from needsform.services.confined_process import Bounds, ConfinedProcess, confine, refusal, told_refusal

if TYPE_CHECKING:
    from cv2.typing import MatLike

_GLIMPSE, _REFUSED = b"G", b"-"
"""The first byte of what the process says."""
_KNOWN = frozenset({"camera.missing", "camera.lost"})
_NEXT = b""
_LONGEST_SIDE: Final = 640
"""Points of the picture to aim by."""
_WANTED = (1920, 1080)
"""Points that the camera is asked for; it gives what it can. A code of 30 mm then has some five points to a module."""
_LOOKS: Final = 2
"""Ways in which a picture is searched: the next one is there soon."""
_LONGEST_TOLD = _LONGEST_SIDE * _LONGEST_SIDE + 16 * 1024
_SURROUNDINGS = {
    "OPENCV_LOG_LEVEL": "OFF",
    "OPENCV_VIDEOIO_MSMF_ENABLE_HW_TRANSFORMS": "0",  # Windows: otherwise a camera may take many seconds to open
    "OPENBLAS_NUM_THREADS": "1",
}
_BOUNDS = Bounds(working_seconds=3600, megabytes=900)


def is_installed() -> bool:
    """Whether the library that opens cameras came with the program."""
    return find_spec("cv2") is not None


class Camera:
    """One camera of the machine, counted from 0; a film plays in its place if its path is given."""

    def __init__(self, source: int | str = 0, bounds: Bounds | None = None) -> None:
        self._source = source
        self._process = ConfinedProcess(_work, bounds or _BOUNDS)
        self._is_open = False

    def look(self) -> Glimpse | None:
        """What it sees, if there is something new; does not wait. The first look opens the camera.

        Raises InputError `camera.missing` if there is none, or another program has it; `camera.lost` if it stops.
        """
        try:
            if not self._is_open:
                self._is_open = True
                self._process.send(json.dumps(self._source).encode())
                self._process.send(_NEXT)
            if not self._process.has_told():
                return None
            told = self._process.told(_LONGEST_TOLD)
            if told[:1] == _REFUSED:
                raise refusal(told[1:], _KNOWN)
            glimpse = glimpse_of(told)
            self._process.send(_NEXT)
        except (EOFError, OSError, ValueError) as error:  # it ended, or said what nobody here could have said
            raise InputError("camera.lost") from error
        return glimpse

    def close(self) -> None:
        """Switch it off."""
        self._process.end()
        self._is_open = False


def glimpse_of(told: bytes) -> Glimpse:
    """What the process said that it saw. Raises InputError `camera.lost` for what no camera could have seen."""
    facts, _, gray = told[1:].partition(b"\n")
    try:
        match json.loads(facts):
            case {"width": int(width), "height": int(height), "codes": list(codes)} if told[:1] == _GLIMPSE:
                if len(gray) == width * height and 0 < width <= _LONGEST_SIDE and 0 < height <= _LONGEST_SIDE:
                    return Glimpse(width, height, gray, codes_told(codes))
    except ValueError as error:
        raise InputError("camera.lost") from error
    raise InputError("camera.lost")


def _work(parent: Connection, bounds: Bounds) -> None:  # pragma: no cover - in a process of its own
    os.environ.update(_SURROUNDINGS)
    import cv2  # noqa: F401 - before memory is bounded

    import needsform.export.code_reader  # noqa: F401

    confine(bounds)
    with contextlib.suppress(EOFError, OSError):  # nobody asks any more
        try:
            for seen in _seen(json.loads(parent.recv_bytes())):
                parent.recv_bytes()
                parent.send_bytes(_told(seen))
        except InputError as error:
            parent.send_bytes(_REFUSED + told_refusal(error))


def _seen(source: int | str) -> Iterator["MatLike"]:  # pragma: no cover - in a process of its own
    """Brightness, picture after picture."""
    import cv2

    capture = cv2.VideoCapture(source)
    if not capture.isOpened():
        raise InputError("camera.missing")
    for what, most in zip((cv2.CAP_PROP_FRAME_WIDTH, cv2.CAP_PROP_FRAME_HEIGHT), _WANTED, strict=True):
        capture.set(what, most)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)  # what was seen a second ago helps nobody to aim
    try:
        while True:
            is_there, picture = capture.read()
            if not is_there:
                raise InputError("camera.lost")
            yield cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY)
    finally:
        capture.release()


def _told(gray: "MatLike") -> bytes:  # pragma: no cover - in a process of its own
    import cv2
    from PIL import Image

    from needsform.export.code_reader import codes_in

    height, width = gray.shape[:2]
    found = codes_in(Image.frombuffer("L", (width, height), gray.tobytes(), "raw", "L", 0, 1), looks=_LOOKS)
    share = min(1.0, _LONGEST_SIDE / max(width, height))
    size = (max(1, int(width * share)), max(1, int(height * share)))
    small = cv2.resize(gray, size, interpolation=cv2.INTER_AREA)
    facts = {"width": size[0], "height": size[1], "codes": [code.hex() for code in found]}
    return _GLIMPSE + json.dumps(facts).encode() + b"\n" + small.tobytes()
