"""Settings of this workstation for everybody, and the places that an administrator looks after."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.practitioner import Role
from needsform.ui.screens.administration_screen import AdministrationPlace, AdministrationScreen
from needsform.ui.screens.directory_screen import DirectoryScreen
from needsform.ui.screens.settings_screen import SettingsScreen
from needsform.ui.screens.site_settings_screen import SiteSettingsScreen
from needsform.ui.screens.trace_screen import TraceScreen
from needsform.ui.viewmodels.directory_view_model import DirectoryViewModel
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsViewModel
from needsform.ui.viewmodels.trace_view_model import TraceViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import (
    ChangePassword,
    ExportPeriod,
    ShowAdministration,
    ShowBackups,
    ShowDirectory,
    ShowIndicators,
    ShowKeys,
    ShowKnownSites,
    ShowReceivers,
    ShowRetention,
    ShowSiteSettings,
    ShowStaff,
    ShowTrace,
    Step,
)

_STEPS: dict[AdministrationPlace, Step] = {
    AdministrationPlace.STAFF: ShowStaff(),
    AdministrationPlace.KEYS: ShowKeys(),
    AdministrationPlace.TRACE: ShowTrace(),
    AdministrationPlace.BACKUPS: ShowBackups(),
    AdministrationPlace.RETENTION: ShowRetention(),
    AdministrationPlace.RECEIVERS: ShowReceivers(),
    AdministrationPlace.DIRECTORY: ShowDirectory(),
    AdministrationPlace.KNOWN_SITES: ShowKnownSites(),
    AdministrationPlace.INDICATORS: ShowIndicators(),
    AdministrationPlace.EXPORT: ExportPeriod(),
    AdministrationPlace.SITE: ShowSiteSettings(),
}
"""Where each place of the overview leads."""


def settings(desk: Desk) -> Scene:
    """How this workstation looks and which language it speaks."""
    dressing = desk.stage.dressing
    is_administrator = desk.session.practitioner.role is Role.ADMINISTRATOR

    def build(room: QWidget) -> QWidget:
        screen = SettingsScreen(
            dressing.kept, dressing.languages, dressing.words, is_administrator=is_administrator, parent=room
        )
        screen.settings_changed.connect(dressing.keep)
        screen.password_requested.connect(partial(desk.go, ChangePassword()))
        return screen

    return desk.scene_at(Place.SETTINGS, build)


def overview(desk: Desk) -> Scene:
    """What there is to look after; each place asks itself who may."""

    def build(room: QWidget) -> QWidget:
        screen = AdministrationScreen(parent=room)
        screen.place_requested.connect(partial(_go_to, desk))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build)


def _go_to(desk: Desk, place: AdministrationPlace) -> None:
    desk.go(_STEPS[place])


def trace(desk: Desk) -> Scene:
    """Who did what, when, and about which citizen."""
    view_model = TraceViewModel(desk.session, desk.stage.dressing.words, desk.stage.background)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = TraceScreen(view_model, desk.stage.dialogs.choose_save_path, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build, view_model.rest)


def directory(desk: Desk) -> Scene:
    """Offers and contacts. Raises WorldError if the store cannot tell."""
    view_model = DirectoryViewModel(desk.session, desk.stage.dressing.words)
    view_model.failed.connect(desk.tell)

    def build(parent: QWidget) -> QWidget:
        screen = DirectoryScreen(view_model, parent)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build).kept_by(view_model)


def site_settings(desk: Desk) -> Scene:
    """The site's own words, and its own form."""
    view_model = SiteSettingsViewModel(desk.session, desk.stage.clock)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = SiteSettingsScreen(view_model, desk.stage.dressing.words, desk.stage.dialogs.choose_file, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build).kept_by(view_model)
