"""The workstation is locked or put to sleep: on Linux heard on a real bus, on Windows read from a message made here."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from ctypes import addressof, wintypes
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from needsform.ui.system_lock import SystemLock, WindowsMessages, says_that_somebody_left

ROOT = Path(__file__).resolve().parents[2]


def message(number: int, parameter: int) -> wintypes.MSG:
    """A message as Windows would lay it in memory."""
    made = wintypes.MSG()
    made.message, made.wParam = number, parameter
    return made


LEFT = {"lock": (0x2B1, 7), "log-off": (0x2B1, 6), "other user": (0x2B1, 2), "remote": (0x2B1, 4), "sleep": (0x218, 4)}
STAYED = {"unlock": (0x2B1, 8), "log-on": (0x2B1, 5), "wake": (0x218, 18), "key": (0x100, 7), "battery": (0x218, 10)}


@pytest.mark.parametrize("what", [*LEFT, *STAYED])
def test_windows_tells_by_message(what: str) -> None:
    made = message(*(LEFT | STAYED)[what])
    assert says_that_somebody_left(addressof(made)) == (what in LEFT)


def test_a_windows_message_locks_and_is_passed_on(qapp: QApplication) -> None:  # noqa: ARG001
    lock = SystemLock()
    heard: list[str] = []
    lock.locked.connect(lambda: heard.append("locked"))
    messages = WindowsMessages(lock)
    made = message(*LEFT["lock"])
    assert messages.nativeEventFilter(b"windows_generic_MSG", addressof(made)) == (False, 0)
    assert heard == ["locked"]
    messages.nativeEventFilter(b"xcb_generic_event_t", addressof(made))
    assert heard == ["locked"]


@pytest.fixture
def bus() -> Iterator[str]:
    """The address of a bus of our own."""
    daemon = shutil.which("dbus-daemon")
    if daemon is None:
        pytest.skip("there is no dbus-daemon here")
    with subprocess.Popen(
        [daemon, "--session", "--nofork", "--print-address=1"], stdout=subprocess.PIPE, text=True
    ) as running:
        assert running.stdout is not None
        yield running.stdout.readline().strip()
        running.terminate()


LISTENER = """
import sys
from PySide6.QtCore import SLOT, QCoreApplication, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from needsform.ui.system_lock import SystemLock

address, interface, name, *arguments = sys.argv[1:]
app = QCoreApplication([])
lock = SystemLock()
heard = []
lock.locked.connect(lambda: heard.append(True))
lock.listen(0)
other = QDBusConnection.connectToBus(address, "other")
told = QDBusMessage.createSignal("/a/path", interface, name)
told.setArguments([argument == "true" for argument in arguments])
last = QDBusMessage.createSignal("/a/path", "org.example", "Last")
QTimer.singleShot(20_000, lambda: app.exit(30))
end = SystemLock()
end.locked.connect(lambda: app.exit(10 if heard else 20))
QDBusConnection.sessionBus().connect("", "", "org.example", "Last", end, SLOT("hear_lock()"))
for own in (QDBusConnection.sessionBus(), QDBusConnection.systemBus()):
    own.interface().isServiceRegistered("org.example")  # an answer means that the bus has taken in what we listen to
assert other.send(told)
assert other.send(last)
sys.exit(app.exec())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="D-Bus tells it on Linux")
@pytest.mark.parametrize(
    ("told", "is_locked"),
    [
        (("org.freedesktop.login1.Session", "Lock"), True),
        (("org.freedesktop.login1.Manager", "PrepareForSleep", "true"), True),
        (("org.freedesktop.login1.Manager", "PrepareForSleep", "false"), False),
        (("org.gnome.ScreenSaver", "ActiveChanged", "true"), True),
        (("org.freedesktop.ScreenSaver", "ActiveChanged", "true"), True),
        (("org.freedesktop.ScreenSaver", "ActiveChanged", "false"), False),
        (("org.freedesktop.login1.Session", "Unlock"), False),
    ],
)
def test_linux_tells_on_the_bus(bus: str, told: tuple[str, ...], is_locked: bool) -> None:
    environment = os.environ | {"DBUS_SESSION_BUS_ADDRESS": bus, "DBUS_SYSTEM_BUS_ADDRESS": bus}
    ended = subprocess.run([sys.executable, "-c", LISTENER, bus, *told], env=environment, cwd=ROOT, timeout=60)
    assert ended.returncode == (10 if is_locked else 20)
