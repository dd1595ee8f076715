"""A receiver's work: the inbox, one case, and a referral that is typed."""

from functools import partial

from PySide6.QtWidgets import QWidget

from needsform.models.identity import ReferralId
from needsform.ui.screens.inbox_screen import InboxScreen
from needsform.ui.screens.referral_screen import ReferralScreen
from needsform.ui.screens.register_referral_screen import RegisterReferralScreen
from needsform.ui.viewmodels.inbox_view_model import InboxViewModel
from needsform.ui.viewmodels.referral_view_model import ReferralViewModel
from needsform.ui.viewmodels.register_referral_view_model import RegisterReferralViewModel
from needsform.ui.widgets.staff_navigation import Place
from needsform.workday.desk import Desk, Scene
from needsform.workday.intake import received_of
from needsform.workday.plans import calls, plans_of, plans_under_way
from needsform.workday.returns import returns_of
from needsform.workday.steps import RegisterReferral, ShowInbox, ShowReferral, TakeIn


def inbox(desk: Desk) -> Scene:
    """Who is to be contacted. Raises WorldError if the store cannot tell."""
    view_model = InboxViewModel(desk.session)
    view_model.state_changed.connect(partial(_count, desk))
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = InboxScreen(view_model, desk.stage.dressing.words, parent=room)
        screen.case_requested.connect(partial(_open_case, desk))
        screen.add_section(plans_under_way(desk, screen))
        screen.add_section(calls(desk, None, screen))
        screen.register_requested.connect(partial(desk.go, RegisterReferral()))
        screen.take_in_requested.connect(partial(desk.go, TakeIn()))
        return screen

    return desk.scene_at(Place.INBOX, build)


def referral(desk: Desk, step: ShowReferral) -> Scene:
    """One case with its history. Raises WorldError if the store cannot tell."""
    view_model = ReferralViewModel(desk.session, step.referral_id)
    view_model.state_changed.connect(partial(_count, desk))
    view_model.failed.connect(desk.tell)

    def build(room: QWidget) -> QWidget:
        screen = ReferralScreen(view_model, desk.stage.dressing.words, parent=room)
        screen.closed_requested.connect(partial(desk.go, ShowInbox()))
        screen.patient_requested.connect(desk.go_to_patient)
        patient_id = view_model.state.patient.id
        screen.add_section(returns_of(desk, patient_id, screen, here=step.referral_id))
        screen.add_section(received_of(desk, patient_id, screen))
        screen.add_section(plans_of(desk, patient_id, screen))
        return screen

    return desk.scene_at(Place.INBOX, build)


def register_referral(desk: Desk) -> Scene:
    """A referral that somebody types."""
    dressing = desk.stage.dressing
    view_model = RegisterReferralViewModel(desk.session, dressing.words)
    view_model.failed.connect(desk.tell)
    view_model.registered.connect(partial(_open_inbox, desk))

    def build(room: QWidget) -> QWidget:
        screen = RegisterReferralScreen(
            view_model, dressing.words, shows_more=dressing.kept.shows_more_details, parent=room
        )
        screen.cancelled.connect(partial(desk.go, ShowInbox()))
        screen.more_toggled.connect(desk.remember_more)
        return screen

    return desk.scene_at(Place.INBOX, build).kept_by(view_model)


def _open_case(desk: Desk, referral_id: str) -> None:
    desk.go(ShowReferral(ReferralId(referral_id)))


def _open_inbox(desk: Desk, _referral_id: str) -> None:
    desk.go(ShowInbox())


def _count(desk: Desk, _state: object) -> None:
    desk.count_inbox()
