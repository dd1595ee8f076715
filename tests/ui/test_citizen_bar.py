"""The top of a screen about one citizen: its parts share a line only where all of them have room in it."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from needsform.models.settings import Appearance
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.citizen_bar import CitizenBar
from tests.ui.conftest import Dress, shown
from tests.ui.looks import cut, settled

FACTS = "020160-9995 · Før og nu"


def lying_over_each_other(bar: CitizenBar) -> list[str]:
    """Every two of what stands in the bar that share a place."""
    parts = [widget for widget in bar.findChildren(QWidget) if widget.parentWidget() is bar and widget.isVisible()]
    return [
        f"{one} over {other}"
        for number, one in enumerate(parts)
        for other in parts[number + 1 :]
        if one.geometry().intersects(other.geometry())
    ]


@pytest.mark.parametrize("percent", [100, 175, 250])
@pytest.mark.parametrize("name", ["Bo Ek", "Einer Test Lauridsen", "Anne-Margrethe Kirstine Bartholomæussen"])
def test_nothing_in_it_lies_over_anything_else(qtbot: QtBot, dress: Dress, percent: int, name: str) -> None:
    dress(Appearance.LIGHT, percent)
    buttons = (
        named_button("Udskriv …", "print", "primary"),
        named_button("Gem som PDF …", "save_pdf"),
        named_button("Luk", "close", "quiet"),
    )
    room = QWidget()  # a bar by itself would not become too narrow
    bar = CitizenBar(name, FACTS, buttons, room)
    qtbot.addWidget(room)
    shown(room, 1940, 600)
    for width in range(1000, 1940, 30):
        bar.setGeometry(0, 0, width, 400)
        settled(room)
        assert [width, *lying_over_each_other(bar), *cut(bar)] == [width]
