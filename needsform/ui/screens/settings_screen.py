"""How this workstation looks and which language it speaks; every change is seen at once."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.settings import LOCK_STEPS, TEXT_STEPS, Appearance, Settings
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.choice_group import ChoiceGroup
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage


class SettingsScreen(QWidget):
    """Three questions for everybody and the way to one's own password; for administrators the two of the lock too.

    settings_changed: the settings as they are wanted. password_requested: another password for whoever is here.
    """

    settings_changed = Signal(Settings)
    password_requested = Signal()

    def __init__(
        self,
        settings: Settings,
        languages: tuple[tuple[str, str], ...],
        words_: Words,
        *,
        is_administrator: bool,
        parent: QWidget | None = None,
    ) -> None:
        """`languages` are codes and own names; `is_administrator` whether this person may change the lock."""
        super().__init__(parent)
        self._settings, self._words = settings, words_
        self._codes = tuple(code for code, _ in languages)
        self._build(tuple(name for _, name in languages), is_administrator)
        self._connect()
        self._render(settings)

    def _build(self, languages: tuple[str, ...], is_administrator: bool) -> None:
        self.setObjectName("settings_screen")
        self._password = named_button(self.tr("Change your &password"), "own_password")
        appearances = tuple(self._words.of(appearance) for appearance in Appearance)
        sizes = tuple(f"{step} %" for step in TEXT_STEPS)
        self._language = ChoiceGroup("language", self.tr("Language of the program"), languages)
        self._appearance = ChoiceGroup("appearance", self.tr("Colours"), appearances)
        self._text = ChoiceGroup("text_size", self.tr("Size of the text"), sizes)
        times = tuple(self._duration(seconds) for seconds in LOCK_STEPS)
        self._staff_lock = ChoiceGroup("staff_lock", self.tr("Lock the staff's screens after"), times)
        self._patient_lock = ChoiceGroup("patient_lock", self.tr("Lock the citizen's form after"), times)
        groups = [self._language, self._appearance, self._text]
        if is_administrator:
            groups += [self._staff_lock, self._patient_lock]
        page = ListPage(self.tr("Settings"), self._password)
        page.column.setSpacing(20)
        page.column.addWidget(words(self.tr("These hold for everybody who uses this computer."), "quiet"))
        for group in groups:
            page.column.addWidget(group)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._language.answer(self._codes.index(self._settings.language)))

    def _connect(self) -> None:
        self._password.clicked.connect(self.password_requested)
        self._language.chosen.connect(self._choose_language)
        self._appearance.chosen.connect(self._choose_appearance)
        self._text.chosen.connect(self._choose_text_size)
        self._staff_lock.chosen.connect(self._choose_staff_lock)
        self._patient_lock.chosen.connect(self._choose_patient_lock)

    def _render(self, settings: Settings) -> None:
        self._language.render_answer(self._codes.index(settings.language))
        self._appearance.render_answer(list(Appearance).index(settings.appearance))
        self._text.render_answer(_nearest(TEXT_STEPS, settings.text_percent))
        self._staff_lock.render_answer(_nearest(LOCK_STEPS, settings.staff_lock_seconds))
        self._patient_lock.render_answer(_nearest(LOCK_STEPS, settings.patient_lock_seconds))

    def _duration(self, seconds: int) -> str:
        if seconds < 60:
            return self.tr("%n seconds", "", seconds)
        return self.tr("%n minutes", "", seconds // 60)

    def _choose_language(self, number: int) -> None:
        self.settings_changed.emit(replace(self._settings, language=self._codes[number]))

    def _choose_appearance(self, number: int) -> None:
        self.settings_changed.emit(replace(self._settings, appearance=list(Appearance)[number]))

    def _choose_text_size(self, number: int) -> None:
        self.settings_changed.emit(replace(self._settings, text_percent=TEXT_STEPS[number]))

    def _choose_staff_lock(self, number: int) -> None:
        self.settings_changed.emit(replace(self._settings, staff_lock_seconds=LOCK_STEPS[number]))

    def _choose_patient_lock(self, number: int) -> None:
        self.settings_changed.emit(replace(self._settings, patient_lock_seconds=LOCK_STEPS[number]))


def _nearest(steps: tuple[int, ...], value: int) -> int:
    """The place of the step that is nearest: a hand-edited file may hold any number."""
    return min(range(len(steps)), key=lambda place: abs(steps[place] - value))
