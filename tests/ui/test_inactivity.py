"""How long nobody has touched the program: the clock stands still until the test moves it."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from needsform.ui.inactivity import Inactivity
from tests.clock import StandingClock


class Watch:
    """An Inactivity that allows so many seconds, and what was heard of it."""

    def __init__(self, clock: StandingClock, application: QApplication) -> None:
        self.clock, self.allowed = clock, 120
        self.heard: list[str | int] = []
        self.inactivity = Inactivity(self._limit, clock)
        self.inactivity.warned.connect(self.heard.append)
        self.inactivity.relieved.connect(self._hear_relief)
        self.inactivity.idle.connect(self._hear_idle)
        self.inactivity.watch(application)

    def wait(self, seconds: int) -> None:
        """Let time pass as it does, a look every second."""
        for _ in range(seconds):
            self.clock.advance(timedelta(seconds=1))
            self.inactivity.look()

    def _limit(self) -> int | None:
        return self.allowed or None

    def _hear_relief(self) -> None:
        self.heard.append("relieved")

    def _hear_idle(self) -> None:
        self.heard.append("idle")


@pytest.fixture
def window(qapp: QApplication) -> Iterator[QWidget]:  # noqa: ARG001
    shown = QWidget()
    shown.show()
    shown.activateWindow()
    QCoreApplication.processEvents()
    yield shown
    shown.close()


@pytest.fixture
def watch(window: QWidget, clock: StandingClock, qapp: QApplication) -> Iterator[Watch]:  # noqa: ARG001
    watching = Watch(clock, qapp)
    yield watching
    watching.inactivity.rest()


def test_the_warning_comes_twenty_seconds_before_and_counts_down_to_the_lock(watch: Watch) -> None:
    watch.wait(99)
    assert watch.heard == []
    watch.wait(1)
    assert watch.heard == [20]
    watch.wait(19)
    assert watch.heard == [*range(20, 0, -1)]
    watch.wait(1)
    assert watch.heard[-1] == "idle"


def test_a_lock_that_was_refused_is_asked_for_again(watch: Watch) -> None:
    watch.wait(240)
    assert watch.heard.count("idle") == 2


@pytest.mark.parametrize("seconds", [30, 45])
def test_a_short_time_still_leaves_room_before_the_warning(watch: Watch, seconds: int) -> None:
    watch.allowed = seconds
    watch.wait(seconds - 21)
    assert watch.heard == []
    watch.wait(1)
    assert watch.heard == [20]


def test_a_key_a_click_and_a_move_each_keep_the_screen(watch: Watch, window: QWidget) -> None:
    handle = window.windowHandle()
    touches: tuple[Callable[[], None], ...] = (
        partial(QTest.keyClick, handle, Qt.Key.Key_Shift),
        partial(QTest.mouseClick, handle, Qt.MouseButton.LeftButton),
        partial(QTest.mouseMove, handle, QPoint(7, 9)),
    )
    for touch in touches:
        watch.heard.clear()
        watch.wait(110)
        touch()
        QCoreApplication.processEvents()
        assert watch.heard[-2:] == [10, "relieved"]
        watch.wait(99)
        assert watch.heard[-2:] == [10, "relieved"]
        watch.inactivity.touch()


def test_work_in_a_dialog_is_work(watch: Watch, window: QWidget) -> None:
    dialog = QDialog(window)
    dialog.open()
    dialog.activateWindow()
    QCoreApplication.processEvents()
    watch.wait(110)
    QTest.keyClick(dialog.windowHandle(), Qt.Key.Key_Shift)
    assert watch.heard[-1] == "relieved"
    dialog.close()


def test_where_nothing_is_to_be_protected_nothing_happens(watch: Watch) -> None:
    watch.allowed = 0
    watch.wait(500)
    assert watch.heard == []
    watch.allowed = 120
    watch.wait(99)
    assert watch.heard == []


def test_a_machine_that_slept_wakes_locked(watch: Watch) -> None:
    watch.clock.advance(timedelta(seconds=40))
    watch.inactivity.look()
    assert watch.heard == ["idle"]


def test_a_clock_that_is_set_back_keeps_nobody_out_and_nobody_in(watch: Watch, qapp: QApplication) -> None:
    later = StandingClock(watch.clock() + timedelta(hours=1))
    moved = Watch(later, qapp)
    moved.clock = watch.clock
    moved.inactivity._clock = watch.clock
    moved.wait(119)
    assert "idle" not in moved.heard
    moved.wait(5)
    assert moved.heard[-1] == "idle" or "idle" in moved.heard
    moved.inactivity.rest()


def test_after_the_end_nothing_is_heard(watch: Watch, window: QWidget) -> None:
    watch.inactivity.rest()
    touched = watch.inactivity._touched_at
    watch.clock.advance(timedelta(seconds=50))
    assert not watch.inactivity._timer.isActive()
    QTest.keyClick(window.windowHandle(), Qt.Key.Key_Shift)
    assert watch.heard == []
    assert touched <= watch.inactivity._touched_at
