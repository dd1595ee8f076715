"""Colleagues, passwords and keys: what the administrator looks after, and everybody's own password."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message
from needsform.models.identity import PractitionerId
from needsform.services.unlocked import Unlocked
from needsform.ui.screens.colleague_screen import ColleagueScreen
from needsform.ui.screens.keys_screen import KeysScreen
from needsform.ui.screens.own_password_screen import OwnPasswordScreen
from needsform.ui.screens.staff_screen import StaffScreen
from needsform.ui.viewmodels.colleague_view_model import ColleagueViewModel
from needsform.ui.viewmodels.keys_view_model import KeysViewModel
from needsform.ui.viewmodels.own_password_view_model import OwnPasswordViewModel
from needsform.ui.viewmodels.staff_view_model import StaffViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.steps import (
    ChangePassword,
    ShowAdministration,
    ShowColleague,
    ShowSettings,
    ShowStaff,
    ShowWorklist,
)

_AFTERWARDS = Qt.ConnectionType.QueuedConnection
"""What is told of a page while it is being left is said on the next one, which begins with nothing said."""


def staff(desk: Desk) -> Scene:
    """The list of colleagues."""
    view_model = StaffViewModel(desk.session)

    def build(room: QWidget) -> QWidget:
        screen = StaffScreen(view_model, desk.stage.dressing.words, parent=room)
        screen.colleague_requested.connect(partial(_go_to_colleague, desk))
        screen.new_requested.connect(partial(desk.go, ShowColleague(None)))
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build)


def colleague(desk: Desk, step: ShowColleague) -> Scene:
    """One colleague, or somebody new."""
    view_model = ColleagueViewModel(desk.session, desk.stage.background, step.practitioner_id)
    view_model.failed.connect(desk.tell)
    view_model.told.connect(desk.tell, _AFTERWARDS)

    def build(room: QWidget) -> QWidget:
        screen = ColleagueScreen(view_model, desk.stage.dressing.words, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowStaff()))
        screen.print_requested.connect(desk.stage.print_text)
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build, view_model.leave).kept_by(view_model)


def keys(desk: Desk) -> Scene:
    """The recovery key and the key of the store."""
    stage = desk.stage
    view_model = KeysViewModel(stage.access(), desk.session, stage.background, stage.entropy)
    view_model.failed.connect(desk.tell)
    view_model.told.connect(desk.tell, _AFTERWARDS)
    view_model.key_change_requested.connect(partial(_change_key, desk))

    def build(room: QWidget) -> QWidget:
        screen = KeysScreen(view_model, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowAdministration()))
        screen.print_key_requested.connect(stage.print_text)
        screen.save_key_requested.connect(stage.save_key_text)
        return screen

    return desk.scene_at(Place.ADMINISTRATION, build, view_model.leave)


def own_password(desk: Desk, step: ChangePassword) -> Scene:
    """Another password for whoever is here; where a colleague chose the one before, there is no way around it."""
    view_model = OwnPasswordViewModel(desk.stage.access(), desk.session, desk.stage.background)
    view_model.failed.connect(desk.tell)
    view_model.told.connect(desk.tell, _AFTERWARDS)
    view_model.changed.connect(partial(_go_on_with_own_password, desk, step))

    def build(room: QWidget) -> QWidget:
        screen = OwnPasswordScreen(view_model, parent=room)
        if step.is_required:
            screen.closed_requested.connect(desk.lock_requested)
        else:
            screen.closed_requested.connect(partial(desk.go, ShowSettings()))
        return screen

    if not step.is_required:
        return desk.scene_at(Place.SETTINGS, build, view_model.leave)
    return Scene(partial(desk.stage.window.show_screen, build), view_model.leave, is_staffs=False)


def _go_to_colleague(desk: Desk, practitioner_id: str) -> None:
    desk.go(ShowColleague(PractitionerId(practitioner_id)))


def _change_key(desk: Desk, proof: Unlocked) -> None:
    desk.key_change_requested.emit(proof)


def _go_on_with_own_password(desk: Desk, step: ChangePassword) -> None:
    desk.go(ShowWorklist() if step.is_required else ShowSettings())
    desk.tell(Message("password.changed"))
