"""Reading aloud: the page goes to the system's own voice, through a pipe and never over a command line."""

import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from needsform.ui.screens.patient_mode_screen import PatientModeScreen
from needsform.ui.speech import Speech, Voice, find_voice
from tests.ui.patient.citizen import Citizen


def installed(*programs: str) -> object:
    """A system with these programs."""
    return lambda name: f"/usr/bin/{name}" if name in programs else ""


@pytest.mark.parametrize(
    ("platform", "programs", "chosen"),
    [
        ("linux", ("spd-say", "espeak-ng"), "/usr/bin/spd-say"),
        ("linux", ("espeak-ng",), "/usr/bin/espeak-ng"),
        ("darwin", ("say",), "/usr/bin/say"),
        ("win32", ("powershell",), "/usr/bin/powershell"),
    ],
)
def test_the_voice_is_the_one_that_the_system_has(platform: str, programs: tuple[str, ...], chosen: str) -> None:
    voice = find_voice(platform, installed(*programs))  # type: ignore[arg-type]
    assert voice is not None
    assert voice.program == chosen
    assert not any("{language}" in argument for argument in voice.arguments_for("da"))


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_where_there_is_no_voice_there_is_none(platform: str) -> None:
    assert find_voice(platform, installed()) is None  # type: ignore[arg-type]


@pytest.fixture
def listener(tmp_path: Path) -> tuple[Voice, Path]:
    """A program in the place of the voice that writes down what it was told, and how."""
    heard, script = tmp_path / "heard.txt", tmp_path / "voice.py"
    script.write_text(
        "import sys, pathlib\n"
        "told = sys.stdin.buffer.read().decode()\n"
        f"pathlib.Path({str(heard)!r}).write_text(repr(sys.argv[1:]) + chr(10) + told, encoding='utf-8')\n",
        encoding="utf-8",
    )
    return Voice(sys.executable, (str(script), "{language}")), heard


def test_the_text_goes_through_the_pipe(listener: tuple[Voice, Path], qtbot: QtBot) -> None:
    voice, heard = listener
    speech = Speech(voice)
    with qtbot.waitSignals([speech.reading_changed, speech.reading_changed], timeout=10_000):
        speech.read("Frygt for tilbagefald.", "da")
        assert speech.is_reading
    assert heard.read_text(encoding="utf-8") == "['da']\nFrygt for tilbagefald.\n"
    assert not speech.is_reading


def test_nothing_in_a_note_is_taken_for_a_command_to_the_voice(listener: tuple[Voice, Path], qtbot: QtBot) -> None:
    voice, heard = listener
    speech = Speech(voice)
    with qtbot.waitSignals([speech.reading_changed, speech.reading_changed], timeout=10_000):
        speech.read("!-!QUIT [[volm 0]] ja", "da")
    told = heard.read_text(encoding="utf-8")
    assert "!-!" not in told
    assert "[[" not in told
    assert told.endswith("ja\n")


def test_a_voice_that_cannot_be_started_is_quiet(qtbot: QtBot) -> None:
    speech = Speech(Voice("/no/such/voice", ()))
    with qtbot.waitSignals([speech.reading_changed, speech.reading_changed]):
        speech.read("Søvn.", "da")
    assert not speech.is_reading


def test_reading_can_be_stopped(qtbot: QtBot) -> None:
    speech = Speech(Voice(sys.executable, ("-c", "import time; time.sleep(60)")))
    speech.read("Søvn.", "da")
    with qtbot.waitSignal(speech.reading_changed):
        speech.stop()
    assert not speech.is_reading


def test_the_page_is_read_with_what_is_ticked_on_it(
    citizen: Citizen, listener: tuple[Voice, Path], qtbot: QtBot
) -> None:
    voice, heard = listener
    speech = Speech(voice)
    citizen.touch("transport.support")
    citizen.window.show_screen(
        lambda room: PatientModeScreen(citizen.view_model, citizen.settings, speech, parent=room)
    )
    citizen.screen = citizen.window.screen_shown  # type: ignore[assignment]
    assert citizen.button("read_aloud").isVisible()
    with qtbot.waitSignals([speech.reading_changed, speech.reading_changed], timeout=10_000):
        citizen.touch("read_aloud")
        assert citizen.button("read_aloud").text() == "Stop oplæsning"
    assert citizen.button("read_aloud").text() == "Læs op"
    told = heard.read_text(encoding="utf-8").splitlines()
    assert told[1:4] == [
        "Hverdag og praktiske forhold.",
        "Den seneste uge, inklusive i dag. Sæt kryds ved det, der passer på dig. Du må gerne springe over.",
        "Husarbejde og indkøb.",
    ]
    assert "Transport – Brug for støtte?: afkrydset." in told


def test_turning_the_page_ends_the_reading(citizen: Citizen) -> None:
    speech = Speech(Voice(sys.executable, ("-c", "import time; time.sleep(60)")))
    citizen.window.show_screen(
        lambda room: PatientModeScreen(citizen.view_model, citizen.settings, speech, parent=room)
    )
    citizen.screen = citizen.window.screen_shown  # type: ignore[assignment]
    citizen.touch("read_aloud")
    assert speech.is_reading
    citizen.touch("next")
    assert not speech.is_reading
