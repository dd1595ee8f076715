"""Work off the window's thread: results come back in order, errors are told, and nothing is destroyed over there."""

import gc
import threading
from functools import partial

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from pytestqt.qtbot import QtBot

from needsform.models.errors import NeedsformError, WorldError
from needsform.ui.background import Background

PATIENCE = 10.0
"""Seconds after which the worker goes on whatever happens."""


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


def test_what_a_job_belongs_to_is_destroyed_on_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    """The worker is held up after a job until all others have let go of the view-model that asked for it."""
    where: list[QThread] = []
    over: list[object] = []
    all_have_let_go = threading.Event()

    class ViewModel(QObject):
        """Whoever asks for a job."""

        def work(self) -> int:
            """The job."""
            return 42

        def fail(self) -> int:
            """One that nobody foresaw: what is raised holds its frames, and they hold this."""
            raise WorldError("file.disk_full")

        def __del__(self) -> None:
            where.append(QThread.currentThread())

    background.worked.connect(lambda _: all_have_let_go.wait(PATIENCE), Qt.ConnectionType.DirectConnection)
    for asked in (ViewModel.work, ViewModel.fail):
        background.run(partial(asked, ViewModel()), over.append, over.append)
        qtbot.waitUntil(lambda: bool(over))
        over.clear()
        all_have_let_go.set()
        assert background.wait()
        all_have_let_go.clear()
    gc.collect()
    assert where == [QThread.currentThread()] * 2


def test_after_closing_down_python_clears_away_again(background: Background) -> None:
    background.run(lambda: 1, lambda _: None)
    assert not gc.isenabled()
    assert background.wait()
    assert gc.isenabled()
