"""The whole program under a person's hands, over a real store."""

from collections.abc import Iterator

import pytest

from needsform.app import Program
from needsform.demo.hands import Hands, hands_on
from needsform.services.unlocked import Unlocked
from tests.e2e.pages import FirstRunPage, UnlockPage, WorklistPage
from tests.services.conftest import folder, founded_once, unlocked  # noqa: F401 - the same ward
from tests.ui.conftest import compiled_translations, dialogs, program  # noqa: F401 - the same program
from tests.ward import FIRST_RUN, PASSWORD


@pytest.fixture
def hands(program: Program) -> Iterator[Hands]:  # noqa: F811
    """Hands on the window."""
    with hands_on(program.window) as laid:
        yield laid


@pytest.fixture
def first_run(program: Program, hands: Hands) -> FirstRunPage:  # noqa: F811
    """The program started where nothing is yet."""
    program.start()
    return FirstRunPage(hands)


@pytest.fixture
def morning(unlocked: Unlocked, program: Program, hands: Hands) -> UnlockPage:  # noqa: ARG001, F811
    """The program started on a store that is in force."""
    program.start()
    return UnlockPage(hands)


@pytest.fixture
def worklist(morning: UnlockPage) -> WorklistPage:
    """Karin has unlocked."""
    return morning.unlock(FIRST_RUN.login, PASSWORD)
