"""The talk after the front page: a real store, the citizens of the cases, and a nurse's hands on the real screens."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from needsform.models.assessment import Assessment
from needsform.models.settings import Appearance
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.ui import theme
from needsform.ui.background import Background
from tests.clock import COPENHAGEN, StandingClock
from tests.ui.back_page.talk import Talk, case_number, front_filled, register
from tests.ward import CHEAP, entropy, found_store
from tools import translations


@dataclass(frozen=True)
class Morning:
    """A store in which the front pages of some cases are finished, and Karin's key to it."""

    folder: Path
    key: Unlocked
    assessments: dict[int, Assessment]


@pytest.fixture(scope="session")
def morning(tmp_path_factory: pytest.TempPathFactory) -> Morning:
    """Case 1 and 3 up to the talk; only copied, because filling in fifty boxes, each on disk, takes long."""
    clock = StandingClock(datetime(2026, 11, 23, 7, 0, tzinfo=COPENHAGEN))
    folder = tmp_path_factory.mktemp("morning") / "needsform"
    key = found_store(folder, clock)
    door = Access(folder, clock, entropy(), CHEAP)
    session = door.open(key)
    filled = {}
    for number in (1, 3):
        case = case_number(number)
        filled[number] = front_filled(session, case, register(session, case))
    session.close()
    door.leave()
    return Morning(folder, key, filled)


@pytest.fixture
def session(morning: Morning, tmp_path: Path, clock: StandingClock) -> Iterator[Session]:
    """Karin at work."""
    folder, key = tmp_path / "needsform", morning.key
    shutil.copytree(morning.folder, folder)
    door = Access(folder, clock, entropy(7), CHEAP)
    opened = door.open(key)
    yield opened
    opened.close()
    door.leave()


@pytest.fixture
def background() -> Iterator[Background]:
    """The worker."""
    worker = Background()
    yield worker
    worker.wait()


Dress = Callable[[Appearance, int], None]


@pytest.fixture(scope="session")
def fonts(qapp: QApplication) -> QApplication:
    """The shipped typeface."""
    theme.load_fonts()
    return qapp


@pytest.fixture
def dress(fonts: QApplication) -> Iterator[Dress]:
    """Dress the program as a workstation has it; light and at 100 % from the start, and again at the end."""

    def wear(appearance: Appearance, percent: int) -> None:
        theme.apply(fonts, theme.Theme(appearance, percent))

    wear(Appearance.LIGHT, 100)
    yield wear
    wear(Appearance.LIGHT, 100)


@pytest.fixture
def talk(session: Session, background: Background, qtbot: QtBot, dress: Dress, morning: Morning) -> Talk:
    """Case 1, whose front page is finished: the talk can begin."""
    del dress  # the screens are dressed as on the ward
    return Talk(session, background, qtbot, case_number(1), morning.assessments[1])


@pytest.fixture
def stress(session: Session, background: Background, qtbot: QtBot, dress: Dress, morning: Morning) -> Talk:
    """Case 3: every topic marked, and the longest texts."""
    del dress
    return Talk(session, background, qtbot, case_number(3), morning.assessments[3])


@pytest.fixture(scope="session")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """The Danish words of the program as they stand in the sources now, compiled."""
    folder = tmp_path_factory.mktemp("translations")
    compiled = []
    for source in sorted(translations.TRANSLATIONS.glob("*_da.ts")):
        compiled.append(folder / f"{source.stem}.qm")
        translations.run_qt_tool("lrelease", "-silent", str(source), "-qm", str(compiled[-1]))
    return compiled


@pytest.fixture
def danish(catalogues: list[Path], qapp: QApplication) -> Iterator[None]:
    """The program speaks Danish."""
    translators = [QTranslator() for _ in catalogues]
    for translator, file in zip(translators, catalogues, strict=True):
        assert translator.load(str(file))
        qapp.installTranslator(translator)
    yield
    for translator in translators:
        qapp.removeTranslator(translator)
