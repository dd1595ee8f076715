"""Files that arrived are opened, and every sheet says what it is: by mouse, over a real store and a real worker."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from needsform.models.errors import Message
from needsform.models.identity import ReceivedId
from needsform.models.intake_list import RowKind
from needsform.models.known_site import SiteCard
from needsform.models.verification import Verification
from needsform.services.signing import SiteSigner
from needsform.ui.screens.intake_screen import IntakeScreen
from needsform.ui.viewmodels.intake_view_model import IntakeViewModel
from needsform.ui.viewmodels.received_view_model import ReceivedListViewModel, ReceivedViewModel
from needsform.ui.widgets.received_section import ReceivedSection
from tests.reading import words_on
from tests.ui.conftest import shown
from tests.ui.entry.stagings import Ward
from tests.ui.receiver.sheets import sheet_from_elsewhere, taken_in
from tests.ui.receiver.stagings import received_screen
from tests.ui.receiver.test_inbox_screen import click, lines, told

Open = Callable[..., tuple[IntakeScreen, IntakeViewModel]]


@pytest.fixture
def opened(ward: Ward, qtbot: QtBot) -> Open:
    """Choose these files, and wait until they are read."""

    def choose(*paths: Path, came: str = "") -> tuple[IntakeScreen, IntakeViewModel]:
        view_model = IntakeViewModel(ward.session, ward.words, ward.background)
        if came:
            view_model.write_day(came)
        screen = IntakeScreen(view_model, ward.words, lambda *_: paths)
        qtbot.addWidget(screen)
        shown(screen)
        click(screen, "open_files")
        qtbot.waitUntil(lambda: view_model.state.percent is None, timeout=30_000)
        shown(screen)  # the rows that came last are laid out
        return screen, view_model

    return choose


@pytest.fixture
def sheet(ward: Ward, tmp_path: Path) -> Path:
    """A sheet that nobody here knows the sender of."""
    path = tmp_path / "ark.json"
    path.write_bytes(sheet_from_elsewhere(ward))
    return path


def test_a_sheet_that_nobody_vouches_for_waits_and_is_taken_in_by_hand(opened: Open, sheet: Path, ward: Ward) -> None:
    screen, view_model = opened(sheet)
    assert lines(screen) == [
        "Einer Test Lauridsen | 020160-9995 · ark.json | Et nyt ark."
        " | Kom ubekræftet: der er ingen elektronisk underskrift"
    ]
    assert screen.focusWidget() is screen.findChild(QAbstractButton, "sheet_0_act_0")
    click(screen, "sheet_0_act_0")
    (row,) = view_model.state.rows
    assert row.kind is RowKind.TAKEN_IN
    (kept,) = ward.session.intake.of_patient(ward.einer().id)
    assert (kept.id, kept.verification) == (row.received_id, Verification.UNSIGNED)
    assert ward.session.referrals.waiting() == 1


def test_the_day_on_which_the_sheets_came_is_written_once_and_the_last_day_of_contact_follows(
    opened: Open, sheet: Path, ward: Ward
) -> None:
    screen, view_model = opened()
    day = screen.findChild(QLineEdit, "informed_on")
    assert isinstance(day, QLineEdit)
    assert day.text() == "23-11-2026"
    view_model.write_day("24-11-2026")
    QTest.keyClick(day, Qt.Key.Key_Return)
    assert "Den dag er ikke kommet endnu. Skriv dagen, hvor I hørte det." in told(screen)
    assert view_model.state.percent is None
    screen, view_model = opened(sheet, came="22-11-2026")
    assert "Kontakt senest: 25-11-2026" in told(screen)
    click(screen, "sheet_0_act_0")
    assert "Arket er fra 23-11-2026 og kan ikke være kommet før den dag." in told(screen)
    assert [row.kind for row in view_model.state.rows] == [RowKind.WAITING]
    day = screen.findChild(QLineEdit, "informed_on")
    assert screen.focusWidget() is day
    QTest.keyClicks(day, "23-11-2026")  # over the one that stood there
    click(screen, "sheet_0_act_0")
    (case,) = ward.session.referrals.of_patient(ward.einer().id)
    assert case.contact_by == date(2026, 11, 26)


def test_a_sheet_whose_sender_is_withdrawn_meanwhile_waits_anew_and_says_so(
    opened: Open, ward: Ward, tmp_path: Path
) -> None:
    signer, path = SiteSigner(bytes(range(32))), tmp_path / "ark.json"
    ward.session.site_keys.know(SiteCard("Kræftafdelingen", signer.public_key))
    path.write_bytes(sheet_from_elsewhere(ward, signer=signer))
    screen, view_model = opened(path, came="22-11-2026")  # before it was signed: it waits, although its sender is known
    assert [row.verification for row in view_model.state.rows] == [Verification.VERIFIED]
    assert "Arket er fra 23-11-2026 og kan ikke være kommet før den dag." in told(screen)
    key = " ".join(SiteCard("", signer.public_key).fingerprint.split()[:2])
    assert f"Bekræftet: Kræftafdelingen · {key}" in told(screen)
    view_model.write_day("23-11-2026")
    ward.session.site_keys.withdraw(signer.public_key)
    click(screen, "sheet_0_act_0")
    (row,) = view_model.state.rows
    assert (row.kind, row.verification) == (RowKind.WAITING, Verification.UNKNOWN_SENDER)
    assert "Afsenderens nøgle er trukket tilbage" in " ".join(told(screen))
    assert ward.session.intake.of_patient(ward.einer().id) == ()
    click(screen, "sheet_0_act_0")
    (kept,) = ward.session.intake.of_patient(ward.einer().id)
    assert kept.verification is Verification.UNKNOWN_SENDER


def test_the_same_sheet_again_says_that_nothing_was_changed(opened: Open, sheet: Path) -> None:
    screen, _ = opened(sheet, sheet)
    click(screen, "sheet_0_act_0")
    click(screen, "sheet_1_act_0")
    assert "Arket er her allerede. Intet blev ændret." in " ".join(told(screen))
    screen, view_model = opened(sheet)
    assert [row.message.message_id for row in view_model.state.rows] == ["intake.repeated"]
    assert "Ikke indlæst: 1" in told(screen)


def test_what_is_no_sheet_is_told_beside_its_name(opened: Open, tmp_path: Path) -> None:
    (tmp_path / "brev.txt").write_bytes(b"hej")
    screen, _ = opened(tmp_path / "brev.txt", tmp_path / "borte.pdf")
    (letter, gone) = lines(screen)
    assert letter.startswith("brev.txt | ")
    assert gone.startswith("borte.pdf | ")


def test_stopping_keeps_what_was_taken_in_and_reads_no_more(ward: Ward, sheet: Path, qtbot: QtBot) -> None:
    view_model = IntakeViewModel(ward.session, ward.words, ward.background)
    view_model.read([sheet] * 500)
    qtbot.waitUntil(lambda: len(view_model.state.rows) > 2, timeout=30_000)
    view_model.stop()
    qtbot.waitUntil(lambda: view_model.state.percent is None, timeout=30_000)
    assert len(view_model.state.rows) < 500
    assert view_model.state.notice == Message("work.stopped")


def test_a_received_sheet_says_that_it_came_unverified_and_shows_marks_and_back_page(
    ward: Ward, tmp_path: Path, qtbot: QtBot
) -> None:
    received = taken_in(ward, tmp_path)
    screen = received_screen(ward, ReceivedViewModel(ward.session, received.id))
    qtbot.addWidget(screen)
    shown(screen)
    said = told(screen)
    assert [line for line in said if line.startswith("Arket kom ubekræftet")]
    for line in ("Træthed", "Bekymring", "Behov for rehabilitering", "Borgerens ord: træt om eftermiddagen"):
        assert line in said
    assert [line for line in said if line.startswith("Holdtræning · ")]


def test_the_citizen_s_card_lists_what_came_and_marks_it(ward: Ward, tmp_path: Path, qtbot: QtBot) -> None:
    received = taken_in(ward, tmp_path)
    section = ReceivedSection(ReceivedListViewModel(ward.session, received.patient_id).received, ward.words)
    qtbot.addWidget(section)
    shown(section)
    assert "Kom ubekræftet: der er ingen elektronisk underskrift" in words_on(section)
    with qtbot.waitSignal(section.received_requested) as asked:
        click(section, f"received_{received.id}_act_0")
    assert asked.args == [ReceivedId(received.id)]
