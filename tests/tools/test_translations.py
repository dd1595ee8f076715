"""What is not translated is said; what is translated is compiled once."""

from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from tools import translations

TS = """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="da_DK" sourcelanguage="en">
<context>
    <name>LoginScreen</name>
    <message><source>Unlock</source><translation>Lås op</translation></message>
    <message><source>Name</source><translation type="unfinished"></translation></message>
    <message><source>Password</source><translation></translation></message>
    <message numerus="yes"><source>%n form(s)</source>
        <translation><numerusform>%n skema</numerusform><numerusform></numerusform></translation></message>
</context>
</TS>
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of translations with one Danish file in it."""
    (tmp_path / "needsform_da.ts").write_text(TS, encoding="utf-8")
    monkeypatch.setattr(translations, "TRANSLATIONS", tmp_path)
    return tmp_path


def test_each_text_without_a_finished_translation_is_named(folder: Path) -> None:
    assert translations.unfinished(folder / "needsform_da.ts") == [
        "LoginScreen: Name",
        "LoginScreen: Password",
        "LoginScreen: %n form(s)",
    ]


def test_compiling_makes_the_file_that_the_program_loads(folder: Path) -> None:
    translations.compile_changed()
    translator = QTranslator()
    assert translator.load(str(folder / "needsform_da.qm"))
    assert translator.translate("LoginScreen", "Unlock") == "Lås op"


@pytest.mark.usefixtures("folder")
def test_a_file_that_has_not_changed_is_not_compiled_again(monkeypatch: pytest.MonkeyPatch) -> None:
    translations.compile_changed()
    monkeypatch.setattr(translations, "run_qt_tool", lambda *_: pytest.fail("nothing has changed"))
    translations.compile_changed()


def test_new_words_of_the_program_reach_the_translator(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = folder / "needsform/screen.py"
    source.parent.mkdir()
    source.write_text('class LoginScreen:\n    def build(self):\n        self.tr("Forgotten?")\n', encoding="utf-8")
    monkeypatch.setattr(translations, "CHECKOUT", folder)

    translations.update()

    assert "LoginScreen: Forgotten?" in translations.unfinished(folder / "needsform_da.ts")
    assert "Unlock" not in (folder / "needsform_da.ts").read_text(encoding="utf-8")
