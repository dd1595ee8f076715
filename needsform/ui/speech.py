"""Reading aloud with the voice that the system itself has. No voice is shipped, and nothing goes over a network.

The text goes to the voice through its standard input: a command line can be read by every other program. On Linux this
is Speech Dispatcher or eSpeak NG, on macOS `say`. The Windows way (System.Speech through PowerShell) is written after
its documentation and has never been run.
"""

import sys
from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, QProcess, QStandardPaths, Signal

_POWERSHELL = (
    "Add-Type -AssemblyName System.Speech;"
    "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
    "$voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
    "$voice.SelectVoiceByHints('NotSet', 'NotSet', 0, [Globalization.CultureInfo]::new('{language}'));"
    "$voice.Speak([Console]::In.ReadToEnd())"
)

Find = Callable[[str], str]
"""The path of a program by its name; empty if it is not installed."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A program that reads aloud what comes in through its standard input; `{language}` becomes a language's code."""

    program: str
    arguments: tuple[str, ...]
    silencing: tuple[str, ...] = ()
    """What silences it where ending the program does not: a voice that lives on in a service of the desktop."""

    def arguments_for(self, language: str) -> list[str]:
        """How to start it for a language."""
        return [argument.replace("{language}", language) for argument in self.arguments]


def find_voice(platform: str = sys.platform, find: Find = QStandardPaths.findExecutable) -> Voice | None:
    """The voice of this system, or None where there is none."""
    if platform == "win32":
        known = [Voice("powershell", ("-NoProfile", "-NonInteractive", "-Command", _POWERSHELL))]
    elif platform == "darwin":
        known = [Voice("say", ("-f", "-"))]
    else:
        known = [
            Voice("spd-say", ("--pipe-mode", "--wait", "--language", "{language}"), silencing=("--cancel",)),
            Voice("espeak-ng", ("-v", "{language}", "--stdin")),
            Voice("espeak", ("-v", "{language}", "--stdin")),
        ]
    for voice in known:
        path = find(voice.program)
        if path:
            return replace(voice, program=path)
    return None


class Speech(QObject):
    """Reads one text at a time.

    reading_changed: whether something is being read.
    """

    reading_changed = Signal(bool)

    def __init__(self, voice: Voice | None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voice = voice
        self._process: QProcess | None = None

    @property
    def has_voice(self) -> bool:
        """Whether anything can be read aloud here."""
        return self._voice is not None

    @property
    def is_reading(self) -> bool:
        """Whether something is being read."""
        return self._process is not None

    def read(self, text: str, language: str) -> None:
        """Read a text, and nothing else any more."""
        self.stop()
        if self._voice is None:
            return
        process = QProcess(self)
        process.setProgram(self._voice.program)
        process.setArguments(self._voice.arguments_for(language))
        process.setStandardOutputFile(QProcess.nullDevice())
        process.setStandardErrorFile(QProcess.nullDevice())
        process.finished.connect(self._end)
        process.errorOccurred.connect(self._end)
        self._process = process
        process.start()
        process.write(_plain(text).encode())
        process.closeWriteChannel()
        self.reading_changed.emit(True)

    def stop(self) -> None:
        """Be quiet at once."""
        process, self._process = self._process, None
        if process is not None:
            process.finished.disconnect(self._end)
            process.errorOccurred.disconnect(self._end)
            process.kill()
            process.waitForFinished(500)
            process.deleteLater()
            if self._voice is not None and self._voice.silencing:
                QProcess.startDetached(self._voice.program, list(self._voice.silencing))
            self.reading_changed.emit(False)

    def _end(self) -> None:
        if self._process is not None and self._process.state() == QProcess.ProcessState.NotRunning:
            process, self._process = self._process, None
            process.deleteLater()
            self.reading_changed.emit(False)


def _plain(text: str) -> str:
    """Words only: some voices take these signs for commands, wherever they stand in the text."""
    for sign in ("!-!", "[[", "]]"):
        text = text.replace(sign, " ")
    return text + "\n"
