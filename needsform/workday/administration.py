"""Settings: of this workstation for everybody, of the site for its administrators."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.practitioner import Role
from needsform.ui.screens.settings_screen import SettingsScreen
from needsform.ui.screens.site_settings_screen import SiteSettingsScreen
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowSettings, ShowSiteSettings


def settings(desk: Desk) -> Scene:
    """How this workstation looks and which language it speaks."""
    dressing = desk.stage.dressing
    is_administrator = desk.session.practitioner.role is Role.ADMINISTRATOR

    def build() -> QWidget:
        screen = SettingsScreen(dressing.kept, dressing.languages, dressing.words, has_site=is_administrator)
        screen.settings_changed.connect(dressing.keep)
        screen.site_requested.connect(partial(desk.go, ShowSiteSettings()))
        return screen

    return desk.scene_at(Place.SETTINGS, build)


def site_settings(desk: Desk) -> Scene:
    """The site's own words, and its own form."""
    view_model = SiteSettingsViewModel(desk.session, desk.stage.clock)
    view_model.failed.connect(desk.tell)

    def build() -> QWidget:
        screen = SiteSettingsScreen(view_model, desk.stage.dressing.words, desk.stage.dialogs.choose_file)
        screen.closed_requested.connect(partial(desk.go, ShowSettings()))
        return screen

    return desk.scene_at(Place.SETTINGS, build)
