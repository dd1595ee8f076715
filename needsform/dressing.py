"""How the program looks and which language it speaks: chosen by the workstation's settings, changed while it runs."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from needsform.models.settings import Settings
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.workstation import load_settings, save_settings
from needsform.ui import theme
from needsform.ui.theme import Theme
from needsform.ui.translation import Translation


def new_application(name: str) -> QApplication:
    """The application, in the one style that draws the same on every system.

    Asked for here: Qt then makes no style of the system first, and no palette, only to change both.
    """
    return QApplication([name, "-style", "Fusion"])


class Dressing(QObject):
    """Wears one set of settings at a time. What a citizen chooses for themselves is worn, but not kept.

    changed: whatever is on the screen has to be built again.
    """

    changed = Signal()

    def __init__(self, app: QApplication, directory: Path, language: str | None = None) -> None:
        """`language` was asked for on the command line: it holds for this run, and is not written down."""
        super().__init__()
        self._app, self._directory = app, directory
        self._translation = Translation(app)
        self._written = load_settings(directory)
        self.kept = self._written if language is None else replace(self._written, language=language)
        """What staff's screens wear, and come back to after every citizen."""
        self.worn = self.kept
        """What is on now."""
        theme.load_fonts()
        self._put_on(self.kept)

    @property
    def words(self) -> Words:
        """The value sets in the language that is spoken now."""
        return reference_data.words(self.worn.language)

    @property
    def languages(self) -> tuple[tuple[str, str], ...]:
        """The languages that the program speaks: code and own name."""
        return tuple(
            (code, reference_data.words(code).text(f"language.{code}").capitalize())
            for code in reference_data.LANGUAGES
        )

    @property
    def other_languages(self) -> tuple[tuple[str, str], ...]:
        """Those that are not spoken now."""
        return tuple((code, name) for code, name in self.languages if code != self.worn.language)

    def keep(self, settings: Settings) -> None:
        """Wear these from here on, and remember them."""
        self.remember(settings)
        self.wear(settings)

    def remember(self, settings: Settings) -> None:
        """Keep settings, for the next start too; a language only if it was chosen in the program."""
        if settings != self.kept:
            is_chosen = settings.language != self.kept.language
            self.kept = settings
            self._written = replace(settings, language=settings.language if is_chosen else self._written.language)
            save_settings(self._directory, self._written)

    def wear(self, settings: Settings) -> None:
        """Wear these for now."""
        if settings != self.worn:
            self._put_on(settings)
            self.changed.emit()

    def _put_on(self, settings: Settings) -> None:
        theme.apply(self._app, Theme(settings.appearance, settings.text_percent))
        self._translation.use(settings.language)
        self.worn = settings
