"""What the program wears: kept by the workstation, or worn for as long as a citizen wants it."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needsform.dressing import Dressing
from needsform.models.settings import Appearance, Settings
from needsform.services.workstation import load_settings, save_settings


@pytest.fixture
def dressing(qapp: QApplication, tmp_path: Path) -> Iterator[Dressing]:
    worn = Dressing(qapp, tmp_path)
    yield worn
    worn.wear(Settings(language="en"))
    qapp.setStyleSheet("")


def test_what_is_kept_is_there_at_the_next_start(dressing: Dressing, qtbot: QtBot, tmp_path: Path) -> None:
    wanted = replace(dressing.kept, text_percent=150, appearance=Appearance.DARK)
    with qtbot.waitSignal(dressing.changed):
        dressing.keep(wanted)
    assert load_settings(tmp_path) == wanted


def test_what_is_worn_is_not_kept(dressing: Dressing, tmp_path: Path) -> None:
    dressing.wear(replace(dressing.kept, text_percent=250))
    assert dressing.worn.text_percent == 250
    assert dressing.kept.text_percent == 100
    assert load_settings(tmp_path).text_percent == 100


def test_wearing_the_same_again_builds_nothing_anew(dressing: Dressing, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(dressing.changed):
        dressing.wear(dressing.worn)


def test_the_language_of_the_command_line_is_for_this_time_only(
    qapp: QApplication, tmp_path: Path, dressing: Dressing
) -> None:
    save_settings(tmp_path, replace(dressing.kept, language="da"))
    asked = Dressing(qapp, tmp_path, language="en")
    assert asked.worn.language == "en"
    assert asked.words.language == "en"
    asked.remember(replace(asked.kept, text_percent=150))
    assert load_settings(tmp_path) == replace(dressing.kept, language="da", text_percent=150)


def test_staff_comes_back_to_the_language_of_the_command_line(
    qapp: QApplication, tmp_path: Path, dressing: Dressing
) -> None:
    save_settings(tmp_path, replace(dressing.kept, language="da"))
    asked = Dressing(qapp, tmp_path, language="en")
    asked.wear(replace(asked.worn, language="da"))
    asked.wear(asked.kept)
    assert asked.worn.language == "en"


def test_a_language_that_is_chosen_in_the_program_is_kept(
    qapp: QApplication, tmp_path: Path, dressing: Dressing
) -> None:
    save_settings(tmp_path, replace(dressing.kept, language="da"))
    asked = Dressing(qapp, tmp_path, language="en")
    asked.keep(replace(asked.kept, language="da"))
    asked.keep(replace(asked.kept, language="en"))
    assert load_settings(tmp_path).language == "en"


def test_the_other_languages_call_themselves_by_their_own_name(dressing: Dressing) -> None:
    dressing.wear(replace(dressing.worn, language="en"))
    assert dressing.other_languages == (("da", "Dansk"),)
    assert dressing.languages == (("da", "Dansk"), ("en", "English"))
