"""Two administrators compare figures by telephone; a key counts only after that, and can be withdrawn."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.errors import Message
from needsform.models.known_site import SiteCard, read_card
from needsform.models.words import Words
from needsform.services.session import Session
from needsform.services.signing import SiteSigner
from needsform.ui.screens.known_sites_screen import KnownSitesScreen
from needsform.ui.viewmodels.known_sites_view_model import KnownSitesViewModel
from tests.reading import words_on
from tests.ui.conftest import shown

WARD = SiteCard("Kræftafdelingen, Test Universitetshospital", SiteSigner(bytes(range(32))).public_key)


@pytest.fixture
def card_file(tmp_path: Path) -> Path:
    """What the ward sent."""
    path = tmp_path / "ward.json"
    path.write_bytes(WARD.to_json())
    return path


@pytest.fixture
def screen(session: Session, danish: Words, card_file: Path, tmp_path: Path, qtbot: QtBot) -> KnownSitesScreen:
    """The page, as the administrator opens it."""
    saved = tmp_path / "own.json"
    page = KnownSitesScreen(KnownSitesViewModel(session), danish, lambda *_: saved, lambda *_: card_file)
    qtbot.addWidget(page)
    shown(page)
    return page


def click(screen: QWidget, name: str) -> None:
    button = screen.findChild(QAbstractButton, name)
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def text(screen: QWidget, name: str) -> str:
    label = screen.findChild(QLabel, name)
    assert label is not None
    return label.text()


def test_a_key_counts_only_after_its_figures_were_compared(screen: KnownSitesScreen, session: Session) -> None:
    click(screen, "read_card")
    assert text(screen, "offered_figures") == WARD.fingerprint
    click(screen, "confirm")
    assert "Sammenlign først tallene" in text(screen, "compare_error")
    assert session.site_keys.known() == ()
    compared = screen.findChild(QCheckBox, "compared")
    assert compared is not None
    assert compared.hasFocus()
    QTest.keyClick(compared, Qt.Key.Key_Space)
    click(screen, "confirm")
    assert [site.name for site in session.site_keys.known()] == [WARD.name]
    assert not screen.findChild(QLabel, "no_sites").isVisible()  # type: ignore[union-attr]


def test_a_key_is_withdrawn_after_a_question_and_stays_in_the_list(session: Session, screen: KnownSitesScreen) -> None:
    click(screen, "read_card")
    screen.findChild(QCheckBox, "compared").setChecked(True)  # type: ignore[union-attr]
    click(screen, "confirm")
    click(screen, "site_0_act_0")
    click(screen, "cancel")
    assert session.site_keys.known()[0].withdrawn_at is None
    click(screen, "site_0_act_0")
    click(screen, "confirm")
    assert session.site_keys.known()[0].withdrawn_at is not None
    said = words_on(screen, hidden=True)
    assert any(words.startswith("Trukket tilbage") for words in said)


def test_the_own_key_is_saved_and_its_figures_are_on_the_screen(
    screen: KnownSitesScreen, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    assert text(screen, "own_figures") == session.site_keys.own_card().fingerprint
    with qtbot.waitSignal(screen._view_model.failed) as told:
        click(screen, "save_card")
    assert told.args == [Message("site_card.saved")]
    assert read_card((tmp_path / "own.json").read_bytes()) == session.site_keys.own_card()


def test_a_file_that_is_no_key_is_said_and_nothing_opens(
    screen: KnownSitesScreen, card_file: Path, qtbot: QtBot
) -> None:
    card_file.write_bytes(b"{}")
    with qtbot.waitSignal(screen._view_model.failed) as told:
        click(screen, "read_card")
    assert told.args == [Message("site_card.refused")]
    assert not screen.findChild(QWidget, "site_question").isVisible()  # type: ignore[union-attr]
