"""Run a function off the window's thread; its result comes back as a call on the window's thread."""

import gc
from collections.abc import Callable
from itertools import count
from typing import Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot

from needsform.models.errors import NeedsformError

T = TypeVar("T")

_LONGEST_WAIT = 30_000
"""Milliseconds; a printer that takes longer hangs."""


class _Job(Generic[T]):
    """What is to be done and what came of it.

    Kept by the window's thread until it is over: a function is often bound to a view-model, and what a function raised
    holds all that it knew. Whoever lets go of them last destroys them, and that must not be the worker.
    """

    def __init__(
        self,
        function: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[NeedsformError], None] | None,
    ) -> None:
        self._function, self._on_done, self._on_failed = function, on_done, on_failed
        self._results: list[T] = []
        self._error: Exception | None = None

    def work(self) -> None:
        """Called on the worker."""
        try:
            self._results.append(self._function())
        except Exception as error:  # noqa: BLE001 - kept for the window's thread, where it is told or raised
            self._error = error

    def finish(self) -> None:
        """Called on the window's thread: hand over what came of it, or raise it."""
        error, self._error = self._error, None
        if error is None:
            self._on_done(self._results.pop())
        elif self._on_failed is None or not isinstance(error, NeedsformError):
            raise error
        else:
            self._on_failed(error)


class _Task(QRunnable):
    def __init__(self, number: int, job: _Job[Any], tell: Callable[[int], None]) -> None:
        super().__init__()
        self._number, self._tell = number, tell
        self._jobs = [job]

    def run(self) -> None:
        """Called on the worker, which has let go of the job before it tells of it."""
        self._jobs.pop().work()
        self._tell(self._number)


class Background(QObject):
    """One worker's queue: jobs run one after the other, so that results come back in order.

    worked: the job with this number is over; emitted on the worker.

    Functions given to it take and return frozen models and touch neither a widget nor the window's store.

    Python clears away circles of objects on whatever thread has just made one too many, windows and view-models among
    them; Qt destroyed on the worker while the window's thread holds the interpreter stops both for ever. So nothing
    is cleared away while a job is under way.
    """

    worked = Signal(int)

    _at_work: ClassVar[int] = 0
    """How many of these have a job under way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._numbers = count()
        self._jobs: dict[int, _Job[Any]] = {}
        self._is_at_work = False
        self.worked.connect(self._finish)

    def run(
        self,
        function: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[NeedsformError], None] | None = None,
    ) -> None:
        """Run `function`, then `on_done` with its result here; `on_failed` hears known errors.

        An error that nobody knows is raised on this thread, where `sys.excepthook` tells the user.
        """
        number, job = next(self._numbers), _Job(function, on_done, on_failed)
        self._jobs[number] = job
        self._be_at_work(True)
        self._pool.start(_Task(number, job, self.worked.emit))

    @property
    def is_busy(self) -> bool:
        """Whether a job is running or waiting, or its result is still on its way."""
        return bool(self._jobs)

    def wait(self, milliseconds: int = _LONGEST_WAIT) -> bool:
        """Block until the worker is idle; for closing down only."""
        is_idle = self._pool.waitForDone(milliseconds)
        if is_idle:
            self._be_at_work(False)
        return is_idle

    def catch_up(self) -> None:
        """Wait for what is under way and take what comes of it: before that is let go of which it is written to."""
        while self._jobs and self._pool.waitForDone(_LONGEST_WAIT):
            QCoreApplication.sendPostedEvents(self, QEvent.Type.MetaCall)

    @Slot(int)
    def _finish(self, number: int) -> None:
        job = self._jobs.pop(number)
        if not self._jobs:
            self._be_at_work(False)
        job.finish()

    def _be_at_work(self, is_at_work: bool) -> None:
        """Called on the window's thread."""
        if is_at_work is not self._is_at_work:
            self._is_at_work = is_at_work
            Background._at_work += 1 if is_at_work else -1
            gc.disable() if Background._at_work else gc.enable()
