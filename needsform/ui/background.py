"""Run a function off the window's thread; its result comes back as a call on the window's thread."""

import gc
from collections.abc import Callable
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRunnable, QThreadPool, Signal, Slot

from needsform.models.errors import NeedsformError

T = TypeVar("T")

_LONGEST_WAIT = 30_000
"""Milliseconds; a printer that takes longer hangs."""


class _Job(QObject, Generic[T]):
    """Lives on the window's thread, so that what the worker emits arrives there."""

    finished = Signal(object)
    failed = Signal(object)

    def __init__(
        self, on_done: Callable[[T], None], on_failed: Callable[[NeedsformError], None] | None, parent: "Background"
    ) -> None:
        super().__init__(parent)
        self._on_done, self._on_failed, self._background = on_done, on_failed, parent
        self.finished.connect(self._finish)
        self.failed.connect(self._fail)

    @Slot(object)
    def _finish(self, result: T) -> None:
        self._background.forget(self)
        self._on_done(result)

    @Slot(object)
    def _fail(self, error: Exception) -> None:
        self._background.forget(self)
        if self._on_failed is None or not isinstance(error, NeedsformError):
            raise error
        self._on_failed(error)


class _Task(QRunnable, Generic[T]):
    def __init__(self, function: Callable[[], T], job: _Job[T]) -> None:
        super().__init__()
        self._function, self._job = function, job

    def run(self) -> None:
        """Called on the worker."""
        try:
            result = self._function()
        except Exception as error:  # noqa: BLE001 - handed to the window's thread, where it is told or raised
            self._job.failed.emit(error)
        else:
            self._job.finished.emit(result)


class Background(QObject):
    """One worker's queue: jobs run one after the other, so that results come back in order.

    Functions given to it take and return frozen models and touch neither a widget nor the window's store.

    Python clears away circles of objects on whatever thread has just made one too many, windows and view-models among
    them; Qt destroyed on the worker while the window's thread holds the interpreter stops both for ever. So nothing
    is cleared away while a job is under way.
    """

    _at_work: ClassVar[int] = 0
    """How many of these have a job under way."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._waiting: set[QObject] = set()
        self._is_at_work = False

    def run(
        self,
        function: Callable[[], T],
        on_done: Callable[[T], None],
        on_failed: Callable[[NeedsformError], None] | None = None,
    ) -> None:
        """Run `function`, then `on_done` with its result here; `on_failed` hears known errors.

        An error that nobody knows is raised on this thread, where `sys.excepthook` tells the user.
        """
        job = _Job(on_done, on_failed, self)
        self._waiting.add(job)
        self._be_at_work(True)
        self._pool.start(_Task(function, job))

    @property
    def is_busy(self) -> bool:
        """Whether a job is running or waiting, or its result is still on its way."""
        return bool(self._waiting)

    def wait(self, milliseconds: int = _LONGEST_WAIT) -> bool:
        """Block until the worker is idle; for closing down only."""
        is_idle = self._pool.waitForDone(milliseconds)
        if is_idle:
            self._be_at_work(False)
        return is_idle

    def catch_up(self) -> None:
        """Wait for what is under way and take what comes of it: before that is let go of which it is written to."""
        while self._waiting and self._pool.waitForDone(_LONGEST_WAIT):
            for job in tuple(self._waiting):
                QCoreApplication.sendPostedEvents(job, QEvent.Type.MetaCall)

    def forget(self, job: QObject) -> None:
        """A job has come back."""
        self._waiting.discard(job)
        job.deleteLater()
        if not self._waiting:
            self._be_at_work(False)

    def _be_at_work(self, is_at_work: bool) -> None:
        """Called on the window's thread."""
        if is_at_work is not self._is_at_work:
            self._is_at_work = is_at_work
            Background._at_work += 1 if is_at_work else -1
            gc.disable() if Background._at_work else gc.enable()
