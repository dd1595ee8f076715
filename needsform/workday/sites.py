"""Whose signatures count: a page of the administrator."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.ui.screens.known_sites_screen import KnownSitesScreen
from needsform.ui.viewmodels.known_sites_view_model import KnownSitesViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowAdministration


def known_sites(desk: Desk) -> Scene:
    """The own key and those of others. Raises WorldError if the store cannot tell."""
    stage = desk.stage
    view_model = KnownSitesViewModel(desk.session)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        dialogs = stage.dialogs
        screen = KnownSitesScreen(
            view_model, stage.dressing.words, dialogs.choose_save_path, dialogs.choose_file, parent=room
        )
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build)
