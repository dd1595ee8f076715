"""The language changes while the program runs, Qt's own words, dates and direction included."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from needsform import resources
from needsform.ui.translation import Translation
from tools.translations import unfinished

CATALOGUES = sorted(resources.path("translations").glob("*_da.ts"))


def test_the_language_changes_and_changes_back(translation: Translation) -> None:
    translation.use("da")
    assert QCoreApplication.translate("UnlockScreen", "&Unlock") == "&Lås op"
    translation.use("en")
    assert QCoreApplication.translate("UnlockScreen", "&Unlock") == "&Unlock"


def test_qts_own_buttons_speak_the_language_too(qtbot: QtBot, translation: Translation) -> None:
    translation.use("da")
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qtbot.addWidget(box)
    assert box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "") == "Annuller"


def test_dates_follow_the_language_and_not_the_workstation(translation: Translation) -> None:
    translation.use("da")
    assert QLocale().name() == "da_DK"
    translation.use("en")
    assert QLocale().name() == "en_GB"


def test_the_windows_read_in_the_direction_of_the_language(qapp: QApplication, translation: Translation) -> None:
    translation.use("da")
    assert qapp.layoutDirection() is Qt.LayoutDirection.LeftToRight


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_nothing_waits_for_its_danish_words(catalogue: Path) -> None:
    assert unfinished(catalogue) == []


@pytest.mark.parametrize("catalogue", CATALOGUES, ids=lambda path: path.name)
def test_every_place_to_fill_in_is_kept_in_danish(catalogue: Path) -> None:
    for message in ElementTree.parse(catalogue).getroot().iter("message"):
        source, danish = message.findtext("source") or "", message.findtext("translation") or ""
        assert sorted(_places(source)) == sorted(_places(danish)), source


def _places(text: str) -> list[str]:
    return [part.partition("}")[0] for part in text.split("{")[1:]]
