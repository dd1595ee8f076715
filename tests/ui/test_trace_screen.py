"""The administrator reviews the log: by mouse and keys, in both languages, at every size, over a real store."""

from datetime import timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.audit import Action
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.settings import Appearance
from needsform.services import reference_data
from needsform.services.session import Session
from needsform.services.trace_reading import PAGE
from needsform.storage.database import Database
from needsform.ui.background import Background
from needsform.ui.screens.trace_screen import TraceScreen
from needsform.ui.translation import Translation
from needsform.ui.viewmodels.trace_view_model import SAMPLE, TraceViewModel, TypedQuery
from needsform.ui.widgets.row_table import RowTable
from tests.clock import StandingClock
from tests.ui.accessible import controls, walk
from tests.ui.conftest import Dress, shown, sweep
from tests.ui.looks import cut, overlapping, small_targets, twice_used_letters

W = TypeVar("W", bound=QWidget)


LANGUAGE = "da"
BOTH = pytest.mark.parametrize("language", ["da", "en"])


@pytest.fixture
def language() -> str:
    """The program's own language, unless a test asks for both."""
    return LANGUAGE


@pytest.fixture
def view_model(
    session: Session,
    draft: Assessment,
    clock: StandingClock,
    background: Background,
    translation: Translation,
    language: str,
) -> TraceViewModel:
    """The log of a morning: Einer's form was begun, and a few boxes ticked."""
    translation.use(language)
    ticked = draft
    for number in range(SAMPLE):
        clock.advance(timedelta(minutes=1))
        ticked = session.front_pages.set_answer(ticked, LinkId("fatigue.problem"), number % 2 == 0 or None)
    return TraceViewModel(session, reference_data.words(language), background)


@pytest.fixture
def many_pages(session: Session, einer: Patient) -> None:
    """There was much more."""
    for _ in range(2 * PAGE):
        session.patients.get(einer.id)


@pytest.fixture
def chosen(tmp_path: Path) -> Path:
    """Where the administrator saves."""
    return tmp_path / "saved.file"


@pytest.fixture
def screen(view_model: TraceViewModel, chosen: Path, dress: Dress, qtbot: QtBot) -> TraceScreen:
    """The screen, opened."""
    dress(Appearance.LIGHT, 100)
    opened = TraceScreen(view_model, lambda *_: chosen)
    qtbot.addWidget(opened)
    shown(opened, 1440, 900)
    return opened


def click(screen: QWidget, name: str) -> None:
    """Press a button as a mouse does."""
    QTest.mouseClick(found(screen, QPushButton, name), Qt.MouseButton.LeftButton)


def found(screen: QWidget, kind: type[W], name: str) -> W:
    """The widget of a name."""
    widget = screen.findChild(kind, name)
    assert widget is not None, name
    return widget


def cells(screen: QWidget) -> list[tuple[str, ...]]:
    """What stands in the table."""
    model = found(screen, RowTable, "trace_entries").model()
    columns = range(model.columnCount())
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def acts(screen: QWidget) -> set[str]:
    """The acts in the table."""
    return {row[2] for row in cells(screen)}


def notice(screen: QWidget) -> str:
    """What came of the last thing that was done."""
    return found(screen, QLabel, "trace_notice").text()


def settled(view_model: TraceViewModel, qtbot: QtBot) -> None:
    """The worker has answered."""
    qtbot.waitUntil(lambda: not view_model.state.is_busy)


def look(view_model: TraceViewModel, qtbot: QtBot, **typed: object) -> None:
    """Look for something."""
    view_model.write(TypedQuery(**typed))  # type: ignore[arg-type]
    view_model.look()
    settled(view_model, qtbot)


def test_before_anybody_looks_nothing_is_shown_and_the_log_says_how_long_it_is(
    screen: TraceScreen, view_model: TraceViewModel
) -> None:
    assert not found(screen, RowTable, "trace_entries").isVisible()
    assert str(view_model.state.count) in found(screen, QLabel, "trace_status").text()


@BOTH
@pytest.mark.usefixtures("many_pages")
def test_enter_shows_the_newest_and_older_pages_follow(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot
) -> None:
    QTest.keyClick(found(screen, QLineEdit, "since"), Qt.Key.Key_Return)
    settled(view_model, qtbot)
    first = cells(screen)
    assert len(first) == PAGE
    when, who, what, whom, detail = first[0]
    assert when.startswith(("23-11-2026 11.02", "23 November 2026 11:02"))
    assert who == "Karin Prøve"
    assert whom == "Einer Test Lauridsen"
    assert detail in ("1 svar", "1 answers")
    click(screen, "older")
    settled(view_model, qtbot)
    assert len(cells(screen)) == PAGE
    assert cells(screen) != first
    click(screen, "newer")
    settled(view_model, qtbot)
    assert cells(screen) == first
    assert not found(screen, QPushButton, "newer").isEnabled()
    assert what in acts(screen)


def test_which_lines_were_answered_is_told_to_nobody(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot
) -> None:
    look(view_model, qtbot)
    assert "fatigue" not in str(cells(screen))


def test_what_is_chosen_is_what_is_shown(screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot) -> None:
    look(view_model, qtbot, what=1 + list(Action).index(Action.REGISTER_PATIENT), who=1)
    assert len(acts(screen)) == 1
    assert len(cells(screen)) == 6
    look(view_model, qtbot, since="24-11-2026")
    assert cells(screen) == []
    assert not found(screen, RowTable, "trace_entries").isVisible()
    look(view_model, qtbot, since="23.11.26", until="2026-11-23")
    assert len(cells(screen)) > SAMPLE


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"since": "in May"}, "since"),
        ({"until": "31-02-2026"}, "until"),
        ({"since": "23-11-2026", "until": "22-11-2026"}, "until"),
        ({"citizen": "12"}, "citizen"),
        ({"citizen": "010190-1234"}, "citizen"),
    ],
)
def test_what_cannot_be_looked_for_is_told_beside_the_field(
    screen: TraceScreen, view_model: TraceViewModel, typed: dict[str, str], field: str
) -> None:
    view_model.write(TypedQuery(**typed))  # type: ignore[arg-type]
    view_model.look()
    assert set(view_model.state.errors) == {field}
    assert found(screen, QLabel, f"{field}_error").isVisible()
    assert not view_model.state.is_busy


def test_twenty_lines_by_chance(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot, database: Database
) -> None:
    found(screen, QPushButton, "sample").setFocus()
    click(screen, "sample")
    settled(view_model, qtbot)
    assert screen.focusWidget() is found(screen, QPushButton, "sample")
    assert len(cells(screen)) == SAMPLE
    assert not found(screen, QPushButton, "older").isVisible()
    assert database.row("SELECT count(*) AS n FROM audit_events WHERE action = 'sample_trace'") == {"n": 1}


def test_the_log_is_saved_and_says_where_it_lies(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot, chosen: Path, database: Database
) -> None:
    click(screen, "save_table")
    settled(view_model, qtbot)
    assert chosen.read_bytes().startswith(b"\xef\xbb\xbf")
    assert "saved.file" in notice(screen)
    last = database.row("SELECT action FROM audit_events ORDER BY seq DESC LIMIT 1")
    assert last == {"action": "export_trace"}


def test_the_extract_is_offered_for_one_citizen_only(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot, chosen: Path
) -> None:
    look(view_model, qtbot)
    assert not found(screen, QPushButton, "save_extract").isVisible()
    look(view_model, qtbot, citizen="020160-9995")
    assert {row[3] for row in cells(screen)} == {"Einer Test Lauridsen"}
    click(screen, "save_extract")
    settled(view_model, qtbot)
    assert chosen.read_bytes().startswith(b"%PDF")


def test_looking_for_changes_says_that_nothing_was_changed_or_where(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot, database: Database
) -> None:
    click(screen, "verify")
    settled(view_model, qtbot)
    assert str(view_model.state.count) in notice(screen)
    database.execute("DROP TRIGGER audit_events_are_kept")
    database.execute("UPDATE audit_events SET detail = 'x' WHERE seq = 7")
    click(screen, "verify")
    settled(view_model, qtbot)
    assert "7" in notice(screen)


def test_what_is_under_way_can_be_stopped_and_leaves_no_file(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot, chosen: Path
) -> None:
    click(screen, "save_table")
    assert found(screen, QPushButton, "stop").isVisible()
    click(screen, "verify")  # one thing at a time: this is not begun
    click(screen, "stop")
    settled(view_model, qtbot)
    assert not chosen.exists()
    assert not found(screen, QPushButton, "stop").isVisible()


def test_what_is_under_way_when_the_screen_is_left_is_shown_to_nobody(
    view_model: TraceViewModel, background: Background, session: Session, chosen: Path
) -> None:
    view_model.save(chosen)
    view_model.rest()
    session.close()
    background.wait()
    sweep()
    assert not chosen.exists()


def test_how_long_the_log_is_kept(screen: TraceScreen, view_model: TraceViewModel, session: Session) -> None:
    months = found(screen, QLineEdit, "months")
    assert months.text() == "24"
    months.setText("two")
    click(screen, "keep_months")
    assert found(screen, QLabel, "months_error").isVisible()
    months.setText("36")
    QTest.keyClick(months, Qt.Key.Key_Return)
    assert session.trace.months_kept() == view_model.state.months == 36


def cut_cells(screen: QWidget) -> list[str]:
    """Words of the table that are wider than their column, or rows that are too low for their words."""
    table = found(screen, RowTable, "trace_entries")
    letters, faults = table.fontMetrics(), []
    for row, texts in enumerate(cells(screen)[:12]):
        for column, text in enumerate(texts):
            room = QRect(0, 0, table.columnWidth(column) - 20, 100_000)
            needed = letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
            if needed.width() > room.width() or needed.height() > table.rowHeight(row):
                faults.append(f"{text!r} in column {column}")
    return faults


SIZES = {100: ((1280, 720), (1366, 768)), 150: ((1280, 720),), 200: ((1280, 720),), 250: ((1280, 720),)}


@BOTH
def test_nothing_is_cut_from_100_to_250_percent(view_model: TraceViewModel, dress: Dress, qtbot: QtBot) -> None:
    look(view_model, qtbot, citizen="020160-9995", since="1-1-2026")
    view_model.keep_for("x")
    faults = []
    for percent, windows in SIZES.items():
        dress(Appearance.LIGHT, percent)
        screen = TraceScreen(view_model, lambda *_: None)
        for width, height in windows:
            shown(screen, width, height)
            faults += [
                f"{percent} % at {width}: {fault}" for fault in (*cut(screen), *overlapping(screen), *cut_cells(screen))
            ]
        screen.close()
        screen.deleteLater()
        sweep()
    assert faults == []


@BOTH
def test_everything_can_be_heard_hit_and_told_apart(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot
) -> None:
    look(view_model, qtbot, citizen="020160-9995")
    shown(screen, 1440, 900)
    told = controls(screen)
    assert [seen.where for seen in told if seen.is_focusable and not seen.name.strip()] == []
    assert [seen.where for seen in told if "&" in seen.name] == []
    assert small_targets(screen) == []
    assert twice_used_letters(screen) == []
    heads = [seen.name for seen in walk(screen) if seen.role.name == "ColumnHeader"]
    assert len(heads) == 5
    assert all(heads)


@pytest.mark.usefixtures("many_pages")
def test_all_of_it_is_reached_with_the_tab_key(
    screen: TraceScreen, view_model: TraceViewModel, qtbot: QtBot, patients: dict[str, Patient]
) -> None:
    look(view_model, qtbot, citizen=patients["Einer Test Lauridsen"].identifier.value)
    assert found(screen, QPushButton, "older").isVisible()
    screen.activateWindow()
    found(screen, QLineEdit, "since").setFocus()
    reached = []
    for _ in range(20):
        focused = screen.focusWidget()
        assert focused is not None
        reached.append(focused.objectName())
        QTest.keyClick(focused, Qt.Key.Key_Tab)
    order = ["since", "until", "who", "what", "citizen", "show_entries", "sample", "save_table", "save_extract"]
    assert reached[: len(order)] == order
    assert {"trace_entries", "older", "months", "keep_months", "verify", "back"} <= set(reached)
