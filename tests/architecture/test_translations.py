"""The program speaks Danish and English to the last word: what a screen says today is translated today."""

import shutil
from pathlib import Path

import pytest

from tools import translations


def test_every_text_of_the_program_is_translated(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path in translations.TRANSLATIONS.glob("*.ts"):
        shutil.copy(path, tmp_path)
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)

    translations.update()  # as a translator would, so that a text which no .ts file holds yet is found as well

    waiting = {path.name: translations.unfinished(path) for path in tmp_path.glob("*.ts")}
    assert waiting == {f"needsform_{language}.ts": [] for language in translations.LANGUAGES}
