"""What an administrator looks after of what leaves: whom to tell, and many sheets at once."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.ui.screens.period_export_screen import PeriodExportScreen
from needsform.ui.screens.receivers_screen import ReceiversScreen
from needsform.ui.viewmodels.period_export_view_model import PeriodExportViewModel
from needsform.ui.viewmodels.receivers_view_model import ReceiversViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowAdministration


def receivers(desk: Desk) -> Scene:
    """Whom to tell in each municipality. Raises WorldError if the store cannot tell."""
    view_model = ReceiversViewModel(desk.session, desk.stage.dressing.words)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = ReceiversScreen(view_model, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build).kept_by(view_model)


def period_export(desk: Desk) -> Scene:
    """All that was signed in a period, into a folder."""
    stage = desk.stage
    view_model = PeriodExportViewModel(desk.session, stage.dressing.words, stage.archive)
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = PeriodExportScreen(view_model, stage.dialogs.choose_folder, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build, view_model.stop)
