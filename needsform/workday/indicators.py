"""Figures for a period, and what stands behind each."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.indicator import Indicator
from needsform.ui.screens.indicator_rows_screen import IndicatorRowsScreen
from needsform.ui.screens.indicators_screen import IndicatorsScreen
from needsform.ui.viewmodels.indicator_rows_view_model import IndicatorRowsViewModel
from needsform.ui.viewmodels.indicators_view_model import IndicatorsViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import ShowAdministration, ShowIndicatorRows, ShowIndicators


def indicators(desk: Desk, step: ShowIndicators) -> Scene:
    """The figures, counted at once. Raises PermissionDenied for whoever is no administrator."""
    stage = desk.stage
    view_model = IndicatorsViewModel(desk.session, stage.dressing.words, stage.background, step.query)
    view_model.failed.connect(desk.tell)
    view_model.printing.failed.connect(desk.tell)
    view_model.count()

    def build(room: QWidget) -> QWidget:
        screen = IndicatorsScreen(view_model, stage.dialogs.choose_save_path, stage.dialogs.choose_files, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        screen.rows_requested.connect(partial(_go_to_rows, desk, view_model))
        return screen

    def settle() -> None:
        view_model.printing.flush()
        view_model.rest()

    return desk.scene_at(Place.ADMINISTRATION, build, settle)


def rows(desk: Desk, step: ShowIndicatorRows) -> Scene:
    """What a figure counts. Raises PermissionDenied for whoever is no administrator."""
    stage = desk.stage
    view_model = IndicatorRowsViewModel(
        desk.session, step.indicator, step.query, stage.dressing.words, stage.background
    )
    view_model.failed.connect(desk.tell)
    view_model.look()

    def build(room: QWidget) -> QWidget:
        screen = IndicatorRowsScreen(view_model, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowIndicators(step.query)))
        screen.patient_requested.connect(desk.go_to_patient)
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build, view_model.rest)


def _go_to_rows(desk: Desk, view_model: IndicatorsViewModel, indicator: Indicator) -> None:
    if view_model.query is not None:
        desk.go(ShowIndicatorRows(indicator, view_model.query))
