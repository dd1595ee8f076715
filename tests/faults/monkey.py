"""Somebody who has the citizen's screen and does anything at all with it, in a process of its own.

Clicks anywhere with any button, presses every key and every shortcut that a platform knows, types, turns the wheel,
drags, asks for menus and closes the window. Whatever is staff's must stay out of reach.
"""

from collections.abc import Callable
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from random import Random
from typing import NoReturn

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from needsform.demo.hands import Hands
from needsform.models.identity import AssessmentId
from needsform.ui.dialogs import Dialogs
from tests.faults.clicking import handed_over
from tests.faults.ticking import WORDS

CITIZENS = {"patient_mode_screen", "thank_you_screen", "staff_door_screen"}
"""What the citizen may see: their pages, the thanks, and the door that asks for a staff password."""
_BUTTONS = (Qt.MouseButton.LeftButton,) * 6 + (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton)
_NO_KEYS, _CONTROL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
_ALT, _SHIFT, _META = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.MetaModifier,
)
_WITH_A_CLICK = (*(_NO_KEYS,) * 6, _CONTROL, _ALT, _SHIFT)
_COMMANDING = (*(_CONTROL,) * 3, _ALT, _META, _CONTROL | _SHIFT, _CONTROL | _ALT, _ALT | _SHIFT)
_MOVING = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End),
    *(Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Menu),
    *(Qt.Key(Qt.Key.Key_F1 + number) for number in range(12)),
)
_LETTERS = (
    *(Qt.Key(Qt.Key.Key_0 + number) for number in range(10)),
    *(Qt.Key(Qt.Key.Key_A + number) for number in range(26)),
)


@dataclass(frozen=True, slots=True)
class Played:
    """A life came to its end: how many acts, every screen that was seen, and what went wrong, if anything did."""

    acts: int
    screens: frozenset[str]
    wrong: str


class Monkey:
    """Does one thing after another to the window, by chance alone."""

    def __init__(self, hands: Hands, chance: Random) -> None:
        self._hands, self._chance = hands, chance
        self._shortcuts = [keys for standard in QKeySequence.StandardKey for keys in QKeySequence.keyBindings(standard)]
        self._acts: tuple[Callable[[], None], ...] = (
            *(self._click_anywhere,) * 4,
            *(self._click_a_button,) * 6,
            *(self._go_on,) * 2,
            *(self._press,) * 4,
            *(self._command,) * 5,
            *(self._use_a_shortcut,) * 3,
            *(self._type,) * 2,
            self._turn_the_wheel,
            self._drag,
            self._double_click,
            self._close_the_window,
        )

    def act(self) -> None:
        """Anything."""
        self._chance.choice(self._acts)()
        self._hands.settle()

    def _room(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.activeModalWidget() or self._hands.window

    def _place(self) -> tuple[QWidget, QPoint]:
        room = self._room()
        place = QPoint(self._chance.randrange(max(1, room.width())), self._chance.randrange(max(1, room.height())))
        met = room.childAt(place) or room
        return met, met.mapFrom(room, place)

    def _focus(self) -> QWidget:
        room = self._room()
        return room.focusWidget() or room

    def _click_anywhere(self) -> None:
        met, place = self._place()
        QTest.mouseClick(met, self._chance.choice(_BUTTONS), self._chance.choice(_WITH_A_CLICK), place)

    def _double_click(self) -> None:
        met, place = self._place()
        QTest.mouseDClick(met, Qt.MouseButton.LeftButton, _NO_KEYS, place)

    def _click_a_button(self) -> None:
        buttons = [button for button in self._room().findChildren(QAbstractButton) if button.isVisible()]
        if buttons:
            self._hands.scroll_to(button := self._chance.choice(buttons))
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def _go_on(self) -> None:
        if self._hands.sees("next"):
            self._hands.click("next")

    def _press(self) -> None:
        QTest.keyClick(self._focus(), self._chance.choice(_MOVING), self._chance.choice((_NO_KEYS, _NO_KEYS, _SHIFT)))

    def _command(self) -> None:
        key = self._chance.choice(self._chance.choice((_LETTERS, _LETTERS, _MOVING)))
        QTest.keyClick(self._focus(), key, self._chance.choice(_COMMANDING))

    def _use_a_shortcut(self) -> None:
        QTest.keySequence(self._focus(), self._chance.choice(self._shortcuts))

    def _type(self) -> None:
        QTest.keyClicks(self._focus(), self._chance.choice(WORDS).encode("ascii", "ignore").decode())

    def _turn_the_wheel(self) -> None:
        met, place = self._place()
        turned = QPoint(0, self._chance.choice((-120, 120)))
        at = QPointF(place)
        event = QWheelEvent(
            *(at, met.mapToGlobal(at), QPoint(), turned, Qt.MouseButton.NoButton, self._chance.choice(_WITH_A_CLICK)),
            *(Qt.ScrollPhase.NoScrollPhase, False),
        )
        QApplication.sendEvent(met, event)

    def _drag(self) -> None:
        met, place = self._place()
        QTest.mousePress(met, Qt.MouseButton.LeftButton, _NO_KEYS, place)
        QTest.mouseMove(met, place + QPoint(self._chance.randrange(-90, 90), self._chance.randrange(-90, 90)))
        QTest.mouseRelease(met, Qt.MouseButton.LeftButton, _NO_KEYS, place)

    def _close_the_window(self) -> None:
        self._hands.window.close()


def play(
    reports: Connection, folder: Path, assessment_id: AssessmentId, seed: int, acts: int, is_careless: bool
) -> None:
    """Start the program, unlock, hand the screen over, and do so many acts; then tell what was seen.

    A careless program forgets to take the keyboard shortcuts of staff away: the test must catch it.
    """
    seen, done, wrong = set[str](), 0, ""
    with handed_over(folder, assessment_id, seed, _NONE) as (program, hands):
        if is_careless:
            for shortcut in program.window.findChildren(QShortcut):
                shortcut.setEnabled(True)
        monkey = Monkey(hands, Random(seed))
        try:
            for done in range(1, acts + 1):
                monkey.act()
                seen |= screens_seen(program.window)
                if seen - CITIZENS or not program.journeys.is_with_citizen:
                    wrong = f"act {done}: {sorted(seen)}, with the citizen: {program.journeys.is_with_citizen}"
                    break
        except Exception as error:  # noqa: BLE001 - whatever it is, the citizen met it
            wrong = f"act {done}: {error!r}"
    reports.send(Played(done, frozenset(seen), wrong))
    reports.close()


def screens_seen(window: QWidget) -> set[str]:
    """The names of the screens that can be seen."""
    return {
        widget.objectName()
        for widget in window.findChildren(QWidget)
        if widget.objectName().endswith("_screen") and widget.isVisible()
    }


def _asked(*_about: object) -> NoReturn:
    raise AssertionError("a dialog of the system was opened for the citizen")


_NONE = Dialogs(_asked, _asked, _asked, _asked, _asked)
