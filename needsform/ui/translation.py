"""The language of the program: every shipped catalogue of it and Qt's own, put in and taken out while it runs."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from needsform import resources

SOURCE_LANGUAGE = "en"
"""The language in which the texts stand in the code; it needs no catalogue."""
TERRITORIES = {"da": "da_DK", "en": "en_GB"}
"""Where each language is spoken, for dates and numbers; a workstation set to another country must not change them."""


class Translation:
    """What is installed in the running program. Windows that are already built keep the language they were built in."""

    def __init__(self, app: QCoreApplication) -> None:
        self._app = app
        self._installed: list[QTranslator] = []
        self.language = SOURCE_LANGUAGE

    def use(self, language: str) -> None:
        """Speak `language` from here on, dates and reading direction included."""
        for translator in self._installed:
            self._app.removeTranslator(translator)
        self._installed = [
            translator for translator in self._found(language) if self._app.installTranslator(translator)
        ]
        locale = QLocale(TERRITORIES.get(language, language))
        QLocale.setDefault(locale)
        if hasattr(self._app, "setLayoutDirection"):  # a program without windows reads in no direction
            self._app.setLayoutDirection(locale.textDirection())
        self.language = language

    def _found(self, language: str) -> list[QTranslator]:
        qt = f"{QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)}/qtbase_{language}.qm"
        shipped = sorted(resources.path("translations").glob(f"*_{language}.qm"))
        loaded = []
        for file in (qt, *map(str, shipped)):
            translator = QTranslator(self._app)
            if translator.load(file):
                loaded.append(translator)
        return loaded
