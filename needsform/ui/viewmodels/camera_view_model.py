"""The camera while it is open: what it sees, and which pages have been held before it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from needsform.models.camera import CameraState, Glimpse, PageSide
from needsform.models.errors import InputError, Message
from needsform.models.sheet_code import BackCode, unpack
from needsform.services.arrivals import Arrival, Place, sheets_on
from needsform.services.camera import Camera

_LOOKED_EVERY = 40
"""Milliseconds between two looks: as often as a camera has something new."""
_PATIENCE = 30_000
"""Milliseconds until a camera that shows nothing is given up; some take long to open."""
_MOST_CAMERAS = 4
"""Systems count their cameras and give them no names; after the last one the first comes again."""

OpenCamera = Callable[[int], Camera]


class CameraViewModel(QObject):
    """Pages are collected while they are held before the camera, each once; `finish` hands them on as one stack.

    changed: anything of the state. seen: the next picture. collected: the sheets on the pages.
    """

    changed = Signal(CameraState)
    seen = Signal(Glimpse)
    collected = Signal(object)

    def __init__(self, open_camera: OpenCamera = Camera) -> None:
        super().__init__()
        self._open_camera = open_camera
        self._which = 0
        self._camera: Camera | None = None
        self._pages: list[bytes] = []
        self.state = CameraState()
        self._look = QTimer(self, interval=_LOOKED_EVERY)
        self._look.timeout.connect(self._take_look)
        self._patience = QTimer(self, interval=_PATIENCE, singleShot=True)
        self._patience.timeout.connect(self._give_up)

    def open(self) -> None:
        """Look through the camera, and begin an empty stack."""
        self._pages = []
        self.state = CameraState()
        self._begin()

    def next_camera(self) -> None:
        """Look through the machine's next camera; the pages that were read stay."""
        self._which = (self._which + 1) % _MOST_CAMERAS
        self._begin()

    def finish(self, place: str) -> None:
        """Close the camera and hand on what was read; `place` is how the screen calls a camera."""
        pages = [(Place(place, number + 1, len(self._pages)), (code,)) for number, code in enumerate(self._pages)]
        self.close()
        self.collected.emit(tuple[Arrival, ...](sheets_on(pages)))

    def close(self) -> None:
        """Switch the camera off and forget what was read; one that shows something is the first the next time."""
        self._switch_off()
        if not self.state.is_seeing:
            self._which = 0
        self._pages = []
        self._show(CameraState())

    def _begin(self) -> None:
        self._switch_off()
        self._camera = self._open_camera(self._which)
        self._look.start()
        self._patience.start()
        self._show(replace(self.state, is_open=True, is_seeing=False, message=None))

    def _switch_off(self) -> None:
        self._look.stop()
        self._patience.stop()
        if self._camera is not None:
            self._camera.close()
            self._camera = None

    def _take_look(self) -> None:
        if self._camera is None:
            return
        try:
            glimpse = self._camera.look()
        except InputError as error:
            self._fail(error.message)
            return
        if glimpse is None:
            return
        self._patience.start()
        self.seen.emit(glimpse)
        state = replace(self.state, is_seeing=True)
        for code in glimpse.codes:
            if code not in self._pages:
                state = self._with_page(state, code)
        if state != self.state:
            self._show(state)

    def _with_page(self, state: CameraState, data: bytes) -> CameraState:
        try:
            code = unpack(data)
        except InputError as error:
            return replace(state, message=error.message)
        self._pages.append(data)
        if isinstance(code, BackCode):
            return replace(state, backs=state.backs + 1, last=PageSide.BACK, message=None)
        return replace(state, fronts=state.fronts + 1, last=PageSide.FRONT, message=None)

    def _give_up(self) -> None:
        self._fail(Message("camera.lost"))

    def _fail(self, message: Message) -> None:
        """The pages that were read stay, and can still be taken in."""
        self._switch_off()
        self._show(replace(self.state, is_seeing=False, message=message))

    def _show(self, state: CameraState) -> None:
        self.state = state
        self.changed.emit(state)
