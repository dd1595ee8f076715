"""Colours, sizes and the typeface, named once in `resources/tokens.json` and `resources/style.qss`.

A widget that is styled by QSS carries a `role` property; a widget that paints itself asks its palette:
`Window`/`Base` paper, `AlternateBase` surface, `WindowText`/`Text` ink, `PlaceholderText` second ink, `Mid` line,
`Accent`/`Highlight` accent, `HighlightedText` what stands on the accent, `Midlight` the marked row, `Shadow` the focus
frame, `BrightText` danger.
"""

import json
import re
from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from needsform import resources
from needsform.models.settings import Appearance

FAMILIES = ["Noto Sans", "Noto Sans Arabic"]
BASE_PIXELS = 15
"""Staff text at 100 %, in pixels."""

_FONT_FILES = ("NotoSans-Regular.ttf", "NotoSans-Bold.ttf", "NotoSansArabic-Regular.ttf", "NotoSansArabic-Bold.ttf")
_SIZE = re.compile(r"(\d+)sp\b")
_COLOUR = re.compile(r"@(\w+)")


@dataclass(frozen=True, slots=True)
class Theme:
    """One appearance at one text size."""

    appearance: Appearance = Appearance.LIGHT
    text_percent: int = 100

    def pixels(self, at_100_percent: int) -> int:
        """A size that follows the text size, in pixels."""
        return round(at_100_percent * self.text_percent / 100)


def load_fonts() -> None:
    """Make the shipped typeface known to Qt, once per program."""
    for name in _FONT_FILES:
        QFontDatabase.addApplicationFont(str(resources.path(f"fonts/{name}")))


def apply(app: QApplication, theme: Theme) -> None:
    """Dress the whole program: palette, font and style sheet, at once and without a restart.

    A program that wears it already is left as it is: Qt would measure every widget again.
    """
    colours: dict[str, str] = json.loads(resources.read_text("tokens.json"))[theme.appearance.value]
    sheet = style_sheet(resources.read_text("style.qss"), colours, theme)  # no two themes have the same
    if app.styleSheet() == sheet:
        return
    # Qt takes ten times as long to go from one sheet to another as to go by way of none.
    app.setStyleSheet("")
    font = QFont(FAMILIES)
    font.setPixelSize(theme.pixels(BASE_PIXELS))
    app.setFont(font)
    app.setPalette(_palette(colours))
    app.setStyleSheet(sheet)


def style_sheet(template: str, colours: dict[str, str], theme: Theme) -> str:
    """The template with `@name` put to its colour and `19sp` to its size in pixels."""
    sized = _SIZE.sub(lambda match: f"{theme.pixels(int(match[1]))}px", template)
    return _COLOUR.sub(lambda match: colours[match[1]], sized)


def _palette(colours: dict[str, str]) -> QPalette:
    role = QPalette.ColorRole
    names = {
        role.Window: "paper",
        role.Base: "paper",
        role.AlternateBase: "surface",
        role.Button: "paper",
        role.WindowText: "ink",
        role.Text: "ink",
        role.ButtonText: "ink",
        role.ToolTipBase: "paper",
        role.ToolTipText: "ink",
        role.PlaceholderText: "ink2",
        role.Mid: "line",
        role.Dark: "ink2",
        role.Accent: "accent",
        role.Highlight: "accent",
        role.HighlightedText: "on_accent",
        role.Link: "accent",
        role.Midlight: "soft",
        role.Shadow: "focus",
        role.BrightText: "danger",
    }
    palette = QPalette()
    for target, name in names.items():
        palette.setColor(target, QColor(colours[name]))
    return palette
