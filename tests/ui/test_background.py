"""Work off the window's thread: results come back in order, errors are told, and nothing is destroyed over there."""

import gc

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from needsform.models.errors import NeedsformError, WorldError
from needsform.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot) -> Background:
    """A worker."""
    del qtbot
    return Background()


def test_results_come_back_in_order_on_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    came: list[tuple[int, bool]] = []
    here = QThread.currentThread()

    def keep(result: int) -> None:
        came.append((result, QThread.currentThread() is here))

    for number in range(5):
        background.run(lambda number=number: number, keep)  # type: ignore[misc]
    qtbot.waitUntil(lambda: len(came) == 5)
    assert came == [(number, True) for number in range(5)]
    assert not background.is_busy


def test_a_known_error_is_handed_over(background: Background, qtbot: QtBot) -> None:
    told: list[NeedsformError] = []

    def refuse() -> None:
        raise WorldError("file.disk_full")

    background.run(refuse, lambda _: None, told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].message.message_id == "file.disk_full"


def test_windows_are_never_cleared_away_on_the_worker(background: Background, qtbot: QtBot) -> None:
    where: list[QThread] = []
    cleared: list[bool] = []

    class Window(QObject):
        """Part of a circle, as every window with connections is."""

        def __init__(self) -> None:
            super().__init__()
            self.me = self

        def __del__(self) -> None:
            where.append(QThread.currentThread())

    def make_rubbish() -> bool:
        for _ in range(3 * gc.get_threshold()[0]):
            circle: list[object] = []
            circle.append(circle)
        return gc.isenabled()

    gc.collect()
    Window()
    background.run(make_rubbish, cleared.append)
    qtbot.waitUntil(lambda: bool(cleared))
    assert cleared == [False]
    assert gc.isenabled()
    gc.collect()
    assert set(where) <= {QThread.currentThread()}


def test_after_closing_down_python_clears_away_again(background: Background) -> None:
    background.run(lambda: 1, lambda _: None)
    assert not gc.isenabled()
    assert background.wait()
    assert gc.isenabled()
