"""The program speaks Danish and English to the last word: what a screen says today is translated today."""

import shutil
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tools import translations


def test_every_text_of_the_program_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in translations.TRANSLATIONS.glob("*.ts"):
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)

    translations.update()  # as a translator would, so that a text which no .ts file holds yet is found as well

    waiting = {path.name: translations.unfinished(path) for path in tmp_path.glob("*.ts")}
    assert waiting == {f"needsform_{language}.ts": [] for language in translations.LANGUAGES}


def test_danish_has_one_word_for_leaving_things_as_they_are_and_one_for_taking_a_step_back() -> None:
    words = {"Cancel": "Annuller", "Undo": "Fortryd"}
    said = {
        (english, message.findtext("translation", "").replace("&", ""))
        for message in ElementTree.parse(translations.TRANSLATIONS / "needsform_da.ts").iter("message")
        if (english := message.findtext("source", "").replace("&", "")) in words
        and message.find("translation[@type='unfinished']") is None
    }
    assert said == set(words.items())
