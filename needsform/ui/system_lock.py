"""Hears that the workstation itself is locked, put to sleep or given to another user.

Linux tells it on D-Bus (login1 and the screen savers), Windows by messages to the window. Where the platform tells
nothing, `inactivity` still notices that the machine was asleep. The Windows half has never run on Windows: its reading
of messages is tested with messages made here.
"""

import sys
from collections.abc import Callable
from ctypes import c_void_p, wintypes

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)

_WM_POWERBROADCAST, _WM_WTSSESSION_CHANGE = 0x0218, 0x02B1
_PBT_APMSUSPEND = 0x0004
_LEAVING = frozenset({0x2, 0x4, 0x6, 0x7})
"""Console disconnected, remote disconnected, logged off, locked (winuser.h, WTS_*)."""

_ON_SYSTEM_BUS = (
    ("org.freedesktop.login1.Session", "Lock", "hear_lock()"),
    ("org.freedesktop.login1.Manager", "PrepareForSleep", "hear_change(bool)"),
)
_ON_SESSION_BUS = (
    ("org.gnome.ScreenSaver", "ActiveChanged", "hear_change(bool)"),
    ("org.freedesktop.ScreenSaver", "ActiveChanged", "hear_change(bool)"),
)


class SystemLock(QObject):
    """locked: the workstation is no longer under its user's eyes."""

    locked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._filter: WindowsMessages | None = None

    def listen(self, window: int) -> None:
        """Begin, for a window's native handle; silent where the platform has nothing to say."""
        if sys.platform == "win32":
            self._listen_to_windows(window)
        elif sys.platform == "linux":
            self._listen_to_dbus()

    @Slot()
    def hear_lock(self) -> None:
        """The session is locked."""
        self.locked.emit()

    @Slot(bool)
    def hear_change(self, is_away: bool) -> None:
        """The screen saver begins or ends; the machine goes to sleep or wakes."""
        if is_away:
            self.locked.emit()

    def _listen_to_dbus(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # after the first paint, and not everywhere there

        for bus, signals in (
            (QDBusConnection.systemBus(), _ON_SYSTEM_BUS),
            (QDBusConnection.sessionBus(), _ON_SESSION_BUS),
        ):
            connect: Callable[..., bool] = bus.connect  # its stub asks for bytes where it takes what SLOT gives
            for interface, name, slot in signals:
                connect("", "", interface, name, self, SLOT(slot))

    def _listen_to_windows(self, window: int) -> None:
        if sys.platform == "win32":
            import ctypes

            ctypes.windll.wtsapi32.WTSRegisterSessionNotification(wintypes.HWND(window), 0)  # this session alone
        application = QCoreApplication.instance()
        assert application is not None  # noqa: S101 - there is no window before it
        self._filter = WindowsMessages(self)
        application.installNativeEventFilter(self._filter)


class WindowsMessages(QAbstractNativeEventFilter):
    """Picks out of all messages to the windows those that say that somebody left."""

    def __init__(self, lock: SystemLock) -> None:
        super().__init__()
        self._lock = lock

    def nativeEventFilter(  # noqa: N802 - Qt's name
        self, event_type: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Every message passes on."""
        if event_type == b"windows_generic_MSG" and says_that_somebody_left(int(message)):
            self._lock.hear_lock()
        return False, 0


def says_that_somebody_left(address: int) -> bool:
    """Whether the Windows MSG at this address is a lock, a log-off, a disconnect or the beginning of sleep."""
    message = wintypes.MSG.from_address(c_void_p(address).value or 0)
    if message.message == _WM_WTSSESSION_CHANGE:
        return message.wParam in _LEAVING
    return message.message == _WM_POWERBROADCAST and message.wParam == _PBT_APMSUSPEND
