"""The pages of what leaves, in the states that are looked at: `stagings` shows them with all others."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need
from needsform.models.delivery import Recipient
from needsform.models.errors import Message
from needsform.models.identity import LinkId
from needsform.models.letter import LetterForm
from needsform.models.period_export import ExportOutcome
from needsform.models.receiver import Receiver
from needsform.ui.screens.handover_screen import HandoverScreen
from needsform.ui.screens.period_export_screen import PeriodExportScreen
from needsform.ui.screens.receivers_screen import ReceiversScreen
from needsform.ui.viewmodels.handover_view_model import HandoverPanel, HandoverViewModel
from needsform.ui.viewmodels.period_export_view_model import PeriodExportViewModel
from needsform.ui.viewmodels.receivers_view_model import ReceiversViewModel
from needsform.ui.widgets.staff_navigation import Place
from tests.ward import all_delivered, first_talk

if TYPE_CHECKING:
    from tests.ui.entry.stagings import Build, Stage, Ward

RECEIVER = "Aarhus Kommune, Koordinerende instans på kræftområdet"
PASSWORD = "a4rs-f2kz-vru9-2uss"
Prepare = Callable[[HandoverViewModel], None]


def receiver(ward: "Ward", name: str = RECEIVER) -> Receiver:
    """An entry of the list."""
    entry = Receiver(
        id=ward.session.receivers.new_id(),
        municipality_code="0751",
        name=name,
        mail="kraeft@example.dk",
        phone="89 40 20 00",
        valid_to=date(2026, 12, 31),
    )
    ward.session.receivers.save(entry)
    return entry


def handover(prepare: Prepare, *, has_receiver: bool = True, is_asked: bool = True, is_done: bool = False) -> "Stage":
    """Einer's assessment, signed; then whatever is done."""

    def stage(ward: "Ward") -> "Build":
        session = ward.session
        if has_receiver:
            receiver(ward)
        plan = CarePlan(
            needs=(Need(topic=LinkId("fatigue")),),
            activities=(Activity(text="Samtale"),),
            told_that_authority_decides=True,
            consent_municipality=True if is_asked else None,
            consent_gp=is_asked,
            conclusion=Conclusion.NEED,
        )
        front = session.front_pages.complete(session.assessments.start(ward.einer(), first_talk()))
        signed = session.back_pages.sign(session.back_pages.complete(session.back_pages.save(front, plan)))
        if is_done:
            all_delivered(session, signed)
        view_model = HandoverViewModel(session, signed.id, ward.words, ward.background)
        prepare(view_model)
        return lambda: ward.beside_navigation(HandoverScreen(view_model, lambda *_: None))

    return stage


def nothing(_: HandoverViewModel) -> None:
    """The page as it is come to."""


def opened(recipient: Recipient, panel: HandoverPanel, *, keep: bool = False) -> Prepare:
    """Something is opened beneath a row; `keep` notes it half typed."""

    def prepare(view_model: HandoverViewModel) -> None:
        view_model.ask(recipient, panel)
        if keep:
            view_model.write(replace(view_model.state.typed, receiver=""))
            view_model.keep_note()

    return prepare


def left_behind_a_password(view_model: HandoverViewModel) -> None:
    """A protected draft was saved just now."""
    view_model.ask(Recipient.MUNICIPALITY, HandoverPanel.MAIL)
    view_model.state = replace(view_model.state, left_as=LetterForm.PROTECTED_MAIL, password=PASSWORD)


def receivers(*, is_editing: bool) -> "Stage":
    """The list, empty or with an entry that is put right wrongly."""

    def stage(ward: "Ward") -> "Build":
        entry = receiver(ward) if is_editing else None
        view_model = ReceiversViewModel(ward.session, ward.words)
        if entry is not None:
            view_model.edit(entry.id)
            assert view_model.state.typed is not None
            view_model.write(replace(view_model.state.typed, name="", valid_from="i morgen"))
            errors = {"name": Message("receiver.name_missing"), "valid_from": Message("receiver.overlap")}
            view_model.state = replace(view_model.state, errors=errors)
        return lambda: ward.beside_navigation(ReceiversScreen(view_model), Place.ADMINISTRATION)

    return stage


def period_export(ward: "Ward") -> "Build":
    """Some are written, some are not, and it was stopped."""
    view_model = PeriodExportViewModel(ward.session, ward.words, ward.background)
    failed = ("behovsvurdering-2026-11-23-3f2a9c1b.pdf", Message("file.disk_full"))
    outcome = ExportOutcome("behovsvurderinger 2026-11-23 1042", 3, 18, (failed,) * 12, is_stopped=True)
    view_model.state = replace(view_model.state, errors={"until": Message("export.days_turned")}, outcome=outcome)

    def build() -> QWidget:
        return ward.beside_navigation(PeriodExportScreen(view_model, lambda *_: None), Place.ADMINISTRATION)

    return build


LEAVING: "dict[str, Stage]" = {
    "handover": handover(nothing),
    "handover-not-asked": handover(nothing, has_receiver=False, is_asked=False),
    "handover-done": handover(nothing, is_done=True),
    "handover-text": handover(opened(Recipient.GENERAL_PRACTICE, HandoverPanel.TEXT)),
    "handover-password": handover(left_behind_a_password),
    "handover-sent": handover(opened(Recipient.MUNICIPALITY, HandoverPanel.SENT, keep=True)),
    "handover-not-wanted": handover(opened(Recipient.RECORD, HandoverPanel.NOT_WANTED, keep=True)),
    "receivers-none": receivers(is_editing=False),
    "receivers-editing": receivers(is_editing=True),
    "period-export": period_export,
}
