"""The live page, as fast as somebody types: one drawing at a time, the newest wish next, and errors told."""

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from needsform.models.errors import Message, WorldError
from needsform.models.sheet import SheetContent
from needsform.services import documents
from needsform.ui.background import Background
from needsform.ui.page_pictures import PagePicture, PagePictures
from tests.ui.back_page.talk import Talk


class Drawings:
    """What was asked for and what came."""

    def __init__(self, talk: Talk, background: Background) -> None:
        self.contents: list[SheetContent] = []
        self.pictures: list[PagePicture] = []
        self.told: list[Message] = []
        self._talk = talk
        self.pages = PagePictures(self._content, background)
        self.pages.drawn.connect(self.pictures.append)
        self.pages.failed.connect(self.told.append)

    def _content(self) -> SheetContent:
        self.contents.append(self._talk.session.documents.content(self._talk.patient, self._talk.assessment))
        return self.contents[-1]


@pytest.fixture
def drawings(talk: Talk, background: Background) -> Drawings:
    """The front page of case 1."""
    return Drawings(talk, background)


def quiet(qtbot: QtBot, background: Background, is_so: Callable[[], bool]) -> None:
    """Until something is so and nothing is under way any more."""
    qtbot.waitUntil(lambda: is_so() and not background.is_busy, timeout=20_000)


def test_nothing_is_drawn_before_anybody_looks(drawings: Drawings, background: Background) -> None:
    drawings.pages.refresh()
    assert not background.is_busy
    assert drawings.contents == []


def test_many_changes_become_few_drawings_and_the_last_one_is_drawn(
    drawings: Drawings, background: Background, qtbot: QtBot
) -> None:
    drawings.pages.show_at(300)
    qtbot.waitUntil(lambda: background.is_busy)
    for _ in range(50):
        drawings.pages.refresh()
    quiet(qtbot, background, lambda: len(drawings.pictures) == 2)
    assert len(drawings.contents) == 2


def test_turning_the_page_does_not_make_the_sheet_again(
    drawings: Drawings, background: Background, qtbot: QtBot
) -> None:
    drawings.pages.show_at(300)
    quiet(qtbot, background, lambda: len(drawings.pictures) == 1)
    drawings.pages.turn_to(1)
    quiet(qtbot, background, lambda: len(drawings.pictures) == 2)
    first, second = drawings.pictures
    assert first.pdf is second.pdf
    assert [picture.index for picture in drawings.pictures] == [0, 1]
    assert len(drawings.contents) == 1


def test_a_page_that_is_no_longer_there_gives_way_to_the_last_one(
    drawings: Drawings, background: Background, qtbot: QtBot
) -> None:
    drawings.pages.turn_to(7)
    drawings.pages.show_at(200)
    quiet(qtbot, background, lambda: len(drawings.pictures) == 1)
    assert (drawings.pictures[0].index, drawings.pictures[0].count) == (1, 2)


def test_the_picture_is_as_wide_as_it_is_shown(drawings: Drawings, background: Background, qtbot: QtBot) -> None:
    for width in (200, 200, 440):
        drawings.pages.show_at(width)
        quiet(qtbot, background, lambda: bool(drawings.pictures))
    quiet(qtbot, background, lambda: len(drawings.pictures) == 2)
    assert [picture.width for picture in drawings.pictures] == [200, 440]


def test_a_sheet_that_cannot_be_drawn_is_told_and_tried_again_at_the_next_change(
    drawings: Drawings, background: Background, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: SheetContent) -> bytes:
        raise WorldError("file.disk_full")

    with monkeypatch.context() as broken:
        broken.setattr(documents, "render_sheet", refuse)
        drawings.pages.show_at(300)
        quiet(qtbot, background, lambda: bool(drawings.told))
    drawings.pages.refresh()
    quiet(qtbot, background, lambda: bool(drawings.pictures))
    assert [message.message_id for message in drawings.told] == ["file.disk_full"]
