"""What Qt remarks on windows that nobody sees, kept from whoever reads the output."""

import contextlib
import sys
from collections.abc import Iterator

from PySide6.QtCore import QMessageLogContext, QtMsgType, qFormatLogMessage, qInstallMessageHandler

OUT_OF_SIGHT = "This plugin does not support "
"""So begins what Qt says of every window that it can neither raise nor give the keyboard to."""


@contextlib.contextmanager
def without_small_talk() -> Iterator[None]:
    """Qt's messages on stderr, but for those that hold for any window out of sight."""

    def say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if not message.startswith(OUT_OF_SIGHT):
            sys.stderr.write(f"{qFormatLogMessage(kind, context, message)}\n")

    before = qInstallMessageHandler(say)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
