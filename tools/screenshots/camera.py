"""Takes the pictures: one screen in several looks, packed small."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from needsform.app import Program
from needsform.demo.hands import Hands
from needsform.demo.player import PATIENT_SIZE, STAFF_SIZE
from needsform.models.errors import Message
from needsform.models.settings import LARGEST_TEXT, Appearance

_COLOURS = 96
"""How many colours a picture keeps: what is drawn has few, and the edges of letters the rest."""


@dataclass(frozen=True, slots=True)
class Look:
    """A way to show a screen; `suffix` ends the picture's name."""

    suffix: str = ""
    appearance: Appearance = Appearance.LIGHT
    text_percent: int = 100
    language: str = "da"


LIGHT = Look()
DARK = Look("-dark", Appearance.DARK)
CONTRAST = Look("-contrast", Appearance.HIGH_CONTRAST)
LARGE = Look("-250", text_percent=LARGEST_TEXT)
ENGLISH = Look("-en", language="en")
EVERY_LOOK = (LIGHT, DARK, CONTRAST, LARGE)


class Camera:
    """Stands before one program."""

    def __init__(self, program: Program, hands: Hands, folder: Path) -> None:
        self._program, self._hands, self._folder = program, hands, folder
        self._usual = LIGHT

    def stand_before_staff(self) -> None:
        """Staff's window."""
        self._stand_before(STAFF_SIZE)

    def stand_before_citizen(self) -> None:
        """The citizen's window."""
        self._stand_before(PATIENT_SIZE)

    def dress(self, look: Look) -> None:
        """From here on, this is how the program looks every day."""
        self._usual = look
        self._wear(look)

    def take(self, name: str, *looks: Look, look_at: Callable[[], object] | None = None) -> None:
        """The screen that is shown now, in each of the looks; afterwards it looks as it does every day.

        `look_at` brings into sight what the picture is of: in another look the page begins at its top again.
        """
        for look in looks or (self._usual,):
            self._wear(look)
            if look_at is not None:
                look_at()
            self._write(self._picture(), f"{name}{look.suffix}")
        self._wear(self._usual)

    def show_fault(self, fault: Message) -> None:
        """What would be shown if this stood between staff and the store."""
        self._program.journeys.show_fault(fault)
        self.wait()

    def wait(self) -> None:
        """Until everything is painted that is under way."""
        self._hands.wait_until_quiet(lambda: self._program.is_busy)

    def _stand_before(self, size: QSize) -> None:
        self._program.window.resize(size)
        self._hands.settle()

    def _wear(self, look: Look) -> None:
        dressing = self._program.dressing
        dressing.wear(
            replace(
                dressing.worn,
                language=look.language,
                appearance=look.appearance,
                text_percent=look.text_percent,
            )
        )
        self.wait()

    def _picture(self) -> QImage:
        """The window, and what has opened above it."""
        self.wait()
        window = self._program.window
        image = window.grab().toImage()
        painter = QPainter(image)
        for above in QApplication.topLevelWidgets():
            if above is not window and above.isVisible():
                at = above.mapToGlobal(QPoint()) - window.mapToGlobal(QPoint())
                painter.drawPixmap(at, above.grab())
                painter.drawRect(QRect(at, above.size()))  # the frame that the desktop would give it
        painter.end()
        return image

    def _write(self, image: QImage, name: str) -> None:
        plain = image.convertToFormat(QImage.Format.Format_RGB888)
        picture = Image.frombuffer(
            "RGB", (plain.width(), plain.height()), bytes(plain.constBits()), "raw", "RGB", plain.bytesPerLine(), 1
        )
        few = picture.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
        few.save(self._folder / f"{name}.png", optimize=True)
