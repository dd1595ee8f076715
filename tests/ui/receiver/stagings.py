"""The receiver's screens in the states that a municipality sees."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtWidgets import QWidget

from needsform.models.assessment import ReferralSource
from needsform.models.errors import Message
from needsform.models.identity import PatientId, ReceivedId
from needsform.models.inbox import ReferralDetails
from needsform.models.intake_list import IntakeRow, RowKind
from needsform.models.referral import ClosingReason, ContactOutcome, Referral
from needsform.models.verification import Verification
from needsform.ui.screens.inbox_screen import InboxScreen
from needsform.ui.screens.intake_screen import IntakeScreen
from needsform.ui.screens.patient_screen import PatientScreen
from needsform.ui.screens.received_screen import ReceivedScreen
from needsform.ui.screens.referral_screen import ReferralScreen
from needsform.ui.screens.register_referral_screen import RegisterReferralScreen
from needsform.ui.viewmodels.inbox_view_model import InboxViewModel
from needsform.ui.viewmodels.intake_view_model import IntakeViewModel
from needsform.ui.viewmodels.received_printing import ReceivedPrinting
from needsform.ui.viewmodels.received_view_model import ReceivedViewModel
from needsform.ui.viewmodels.referral_view_model import ReferralQuestion, ReferralViewModel
from needsform.ui.viewmodels.register_referral_view_model import RegisterReferralViewModel
from needsform.ui.viewmodels.returns_view_model import ReturnsViewModel
from needsform.ui.widgets.returns_section import ReturnsSection
from needsform.ui.widgets.staff_navigation import Place
from tests.ui.conftest import shown
from tests.ui.entry.stagings import Build, Ward, card_view_model
from tests.ui.receiver.sheets import taken_in

WARD = "Kræftafdelingen, Test Universitetshospital"
Stage = Callable[[Ward], Build]


def case_of(
    ward: Ward, name: str, informed_on: date, source: ReferralSource = ReferralSource.HOSPITAL, sender: str = WARD
) -> Referral:
    """A case of one of the public test persons."""
    details = ReferralDetails(source=source, sender=sender, sender_contact="Karin Prøve", informed_on=informed_on)
    return ward.session.referrals.receive(ward.patients[name].id, details)


def morning(ward: Ward) -> dict[str, Referral]:
    """Somebody overdue, somebody of Friday, a citizen who came on their own, and one who was reached."""
    referrals = ward.session.referrals
    max_ = case_of(ward, "Max Test Berggren", date(2026, 11, 17))
    max_ = referrals.note_attempt(max_, ContactOutcome.NO_ANSWER, "ringede formiddag")
    may = case_of(ward, "May June Test Moberg", date(2026, 11, 19), ReferralSource.GENERAL_PRACTICE, "Lægerne Torvet")
    return {
        "max": max_,
        "einer": case_of(ward, "Einer Test Lauridsen", date(2026, 11, 20)),
        "lonni": case_of(ward, "Lonni Test Lauridsen", date(2026, 11, 23), ReferralSource.SELF, ""),
        "may": referrals.note_attempt(may, ContactOutcome.REACHED),
    }


def _inbox(ward: Ward, view_model: InboxViewModel) -> Build:
    return lambda: ward.beside_navigation(InboxScreen(view_model, ward.words), Place.INBOX)


def inbox_empty(ward: Ward) -> Build:
    return _inbox(ward, InboxViewModel(ward.session))


def inbox(ward: Ward) -> Build:
    morning(ward)
    return _inbox(ward, InboxViewModel(ward.session))


def inbox_noting(ward: Ward) -> Build:
    cases = morning(ward)
    view_model = InboxViewModel(ward.session)
    view_model.begin_note(cases["max"].id)
    return _inbox(ward, view_model)


def case(asked: ReferralQuestion | None = None, *, wrong: bool = False, closed: bool = False) -> Stage:
    def stage(ward: Ward) -> Build:
        view_model = ReferralViewModel(ward.session, morning(ward)["max"].id)
        if asked is not None:
            view_model.ask(asked)
        if wrong:
            view_model.close(ClosingReason.OTHER, "")
        if closed:
            view_model.close(ClosingReason.MOVED, "til Skive")

        def build() -> QWidget:
            return ward.beside_navigation(ReferralScreen(view_model, ward.words), Place.INBOX)

        return build

    return stage


def register(*, wrong: bool = False) -> Stage:
    def stage(ward: Ward) -> Build:
        view_model = RegisterReferralViewModel(ward.session, ward.words)
        if wrong:
            view_model.write_referral(replace(view_model.state.referral, informed_on="i går"))
            view_model.register()
        return lambda: ward.beside_navigation(
            RegisterReferralScreen(view_model, ward.words, shows_more=True), Place.INBOX
        )

    return stage


def coming_back(ward: Ward) -> Referral:
    """Einer's first course is over; the case is the one that he came back with."""
    referrals = ward.session.referrals
    referrals.close(case_of(ward, "Einer Test Lauridsen", date(2026, 11, 20)), ClosingReason.COMPLETED)
    told = ReferralDetails(source=ReferralSource.SELF, informed_on=date(2026, 11, 23))
    return referrals.receive(ward.einer().id, told, comes_back=True)


def case_of_return(ward: Ward) -> Build:
    case = coming_back(ward)
    view_model = ReferralViewModel(ward.session, case.id)
    returns = ReturnsViewModel(ward.session, case.patient_id, case.id).state

    def build() -> QWidget:
        screen = ReferralScreen(view_model, ward.words)
        screen.add_section(ReturnsSection(returns.returns, ward.words, screen, here=case.id, offered=returns.offered))
        return shown(ward.beside_navigation(screen, Place.INBOX))  # rows know how high they are once they were seen

    return build


def card_of_return(ward: Ward) -> Build:
    coming_back(ward)
    view_model = card_view_model(ward)
    returns = ReturnsViewModel(ward.session, ward.einer().id).state.returns

    def section(room: QWidget) -> QWidget:
        return ReturnsSection(returns, ward.words, room)

    def build() -> QWidget:
        screen = PatientScreen(view_model, ward.words, shows_more=False)
        screen.add_sections([section])
        return ward.beside_navigation(screen, Place.PATIENTS)

    return build


def register_return(ward: Ward) -> Build:
    ward.session.referrals.close(case_of(ward, "Einer Test Lauridsen", date(2026, 11, 20)), ClosingReason.COMPLETED)
    view_model = RegisterReferralViewModel(ward.session, ward.words)
    cpr = ward.einer().identifier.value
    view_model.write_patient(replace(view_model.state.patient, identifier=cpr))
    return lambda: ward.beside_navigation(RegisterReferralScreen(view_model, ward.words, shows_more=False), Place.INBOX)


def intake(*, naming: bool = False, empty: bool = False) -> Stage:
    """One of each kind, as it comes out of a stack."""

    def stage(ward: Ward) -> Build:
        view_model = IntakeViewModel(ward.session, ward.words, ward.background)
        max_ = partial(IntakeRow, name="Max Test Berggren", identifier="010772-9995", patient_id=PatientId("m"))
        if not empty:
            rows = (
                max_(0, RowKind.WAITING, "scan.tiff", 1, 7, Message("intake.mixed_up")),
                IntakeRow(1, RowKind.WAITING, "scan.tiff", 3, 7, Message("intake.new"), needs_citizen=True),
                max_(2, RowKind.REFUSED, "ark.json", None, 1, Message("intake.altered")),
                IntakeRow(3, RowKind.REFUSED, "scan.tiff", 5, 7, Message("intake.no_code")),
                max_(
                    4,
                    RowKind.TAKEN_IN,
                    "ark.pdf",
                    None,
                    1,
                    Message("intake.newer", {"revision": "2"}),
                    verification=Verification.VERIFIED,
                    received_id=ReceivedId("r"),
                ),
            )
            view_model.state = replace(view_model.state, rows=rows, naming=1 if naming else None)
        return lambda: ward.beside_navigation(IntakeScreen(view_model, ward.words, lambda *_: ()), Place.INBOX)

    return stage


def intake_reading(ward: Ward) -> Build:
    view_model = IntakeViewModel(ward.session, ward.words, ward.background)
    view_model.state = replace(view_model.state, percent=42)
    return lambda: ward.beside_navigation(IntakeScreen(view_model, ward.words, lambda *_: ()), Place.INBOX)


def received(ward: Ward) -> Build:
    with TemporaryDirectory() as folder:
        view_model = ReceivedViewModel(ward.session, taken_in(ward, Path(folder)).id)
    return lambda: ward.beside_navigation(received_screen(ward, view_model), Place.PATIENTS)


def received_screen(ward: Ward, view_model: ReceivedViewModel) -> ReceivedScreen:
    """The screen of one received sheet; nothing is saved from it."""
    printing = ReceivedPrinting(ward.session, partial(view_model.content, ward.words), ward.words, ward.background)
    return ReceivedScreen(view_model, ward.words, printing, lambda *_: None)


STAGES: dict[str, Stage] = {
    "intake-empty": intake(empty=True),
    "intake": intake(),
    "intake-naming": intake(naming=True),
    "intake-reading": intake_reading,
    "received": received,
    "inbox-empty": inbox_empty,
    "inbox": inbox,
    "inbox-noting": inbox_noting,
    "case": case(),
    "case-noting": case(ReferralQuestion.CONTACT),
    "case-closing": case(ReferralQuestion.CLOSE, wrong=True),
    "case-correcting": case(ReferralQuestion.DAY),
    "case-closed": case(closed=True),
    "case-coming-back": case_of_return,
    "card-coming-back": card_of_return,
    "register": register(),
    "register-coming-back": register_return,
    "register-wrong": register(wrong=True),
}
