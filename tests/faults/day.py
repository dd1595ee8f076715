"""A day at the ward in acts, each of which the program acknowledges, cut into the flows that faults are put into."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path

import pytest

from needsform.models.assessment import Assessment
from needsform.models.backup import BackupReason
from needsform.models.care_plan import Activity, CarePlan, Need
from needsform.models.delivery import Recipient
from needsform.models.errors import InputError, WorldError
from needsform.models.identity import LinkId
from needsform.models.patient import Patient
from needsform.models.settings import Settings
from needsform.services.access import Access
from needsform.services.founding import Founding
from needsform.services.restoring import Restoring
from needsform.services.session import Session
from needsform.services.staff import ChangedPassword, StaffDetails
from needsform.services.unlocked import Unlocked
from needsform.services.workstation import save_settings
from tests.clock import StandingClock
from tests.faults.ticking import MORNING
from tests.ward import CHEAP, FIRST_RUN, PASSWORD, citizen, delivered, entropy, first_talk

NEW_PASSWORD = "te uden mælk kl. 14"
FIRST_PASSWORD = "abcd-efgh-jkmn"
OLD_SHEET, NEW_SHEET = b"%PDF old" * 2000, b"%PDF new" * 5000


@dataclass
class Day:
    """Who is at work, and on what."""

    folder: Path
    seed: int = 2026
    """Of ids and keys; another one on another day, or ids would meet again."""
    clock: StandingClock = field(default_factory=lambda: StandingClock(MORNING))
    uptimes: Iterator[float] = field(default_factory=lambda: count(10_000.0, 4_000.0))
    """Nobody is slowed: between two passwords an hour passes."""
    patient: Patient | None = None
    assessment: Assessment | None = None
    founding: Founding | None = None
    unlocked: Unlocked | None = None
    session: Session | None = None

    def __post_init__(self) -> None:
        chance = entropy(self.seed)
        self.access = Access(self.store, self.clock, chance, CHEAP, uptime=lambda: next(self.uptimes))
        self.restoring = Restoring(self.store, self.access, self.clock)

    @property
    def store(self) -> Path:
        """Where the store lies."""
        return self.folder / "store"

    @property
    def exports(self) -> Path:
        """What the user saved."""
        return self.folder / "exports"

    @property
    def at_work(self) -> Session:
        """The open session."""
        assert self.session is not None
        return self.session

    @property
    def form(self) -> Assessment:
        """The assessment that is worked on."""
        assert self.assessment is not None
        return self.assessment

    @property
    def proof(self) -> Unlocked:
        """The password that was shown."""
        assert self.unlocked is not None
        return self.unlocked


Doing = Callable[[Day], None]


@dataclass(frozen=True, slots=True)
class Flow:
    """One of the main flows: what goes before, and the acts that faults are put into."""

    name: str
    before: tuple[Doing, ...]
    acts: tuple[Doing, ...]
    may_alarm: bool = False
    """Whether a kill may lead to a word about the trace where nothing is wrong with it: known, and told in TRUST.md."""


# The door ---------------------------------------------------------------------------------------------------------


def found(day: Day) -> None:
    day.founding = day.access.found(FIRST_RUN)


def confirm(day: Day) -> None:
    assert day.founding is not None
    day.unlocked = day.access.confirm(day.founding)


def unlock(day: Day) -> None:
    day.unlocked = day.access.unlock("karin", PASSWORD)


def mistype(day: Day) -> None:
    with pytest.raises(InputError, match=r"unlock\.wrong"):
        day.access.unlock("karin", "te")


def open_(day: Day) -> None:
    if day.session is not None:
        day.session.close()
    day.session = day.access.open(day.proof)


def close(day: Day) -> None:
    day.at_work.close()
    day.session = None
    day.access.leave()


# The form ---------------------------------------------------------------------------------------------------------


def register(day: Day) -> None:
    day.patient = day.at_work.patients.register(citizen())


def correct(day: Day) -> None:
    assert day.patient is not None
    corrected = citizen().model_copy(update={"phone": "+45 70 00 00 01"})
    day.patient = day.at_work.patients.correct(day.patient.id, corrected)


def start(day: Day) -> None:
    assert day.patient is not None
    day.assessment = day.at_work.assessments.start(day.patient, first_talk())


def hand_over_screen(day: Day) -> None:
    day.at_work.hand_to_citizen(day.form.id)


def take_back(day: Day) -> None:
    day.at_work.take_back(day.proof)


def answer(link_id: str, value: bool | str | None) -> Doing:
    def doing(day: Day) -> None:
        day.assessment = day.at_work.front_pages.set_answer(day.form, LinkId(link_id), value)

    return doing


def none_of_these(day: Day) -> None:
    form = day.at_work.assessments.questionnaire(day.form)
    day.assessment = day.at_work.front_pages.answer_none_of_these(day.form, form.areas[-1])


def turn_page(day: Day) -> None:
    form = day.at_work.assessments.questionnaire(day.form)
    day.assessment = day.at_work.front_pages.remember_place(day.form, form.areas[1].link_id)


def finish(day: Day) -> None:
    day.assessment = day.at_work.front_pages.complete(day.form)


def write_back(observed: str) -> Doing:
    def doing(day: Day) -> None:
        plan = CarePlan(
            needs=(Need(topic=LinkId("fatigue"), patient_words="Jeg er træt", observed=observed),),
            activities=(Activity(text="Samtale om hvile", topics=(LinkId("fatigue"),)),),
            told_that_authority_decides=True,
        )
        day.assessment = day.at_work.back_pages.save(day.form, plan)

    return doing


def conclude(day: Day) -> None:
    day.assessment = day.at_work.back_pages.complete(day.form)


def sign(day: Day) -> None:
    day.assessment = day.at_work.back_pages.sign(day.form)


def hand_over(day: Day) -> None:
    day.assessment = day.at_work.deliveries.note(day.form, delivered(Recipient.CITIZEN))


def reopen(day: Day) -> None:
    day.assessment = day.at_work.assessments.reopen(day.form, "Borgeren vil rette et svar")


def save_sheet(day: Day) -> None:
    assert day.patient is not None
    content = day.at_work.documents.content(day.patient, day.form)
    day.at_work.documents.save_pdf(content, NEW_SHEET, day.exports / "sheet.pdf")


# The site ---------------------------------------------------------------------------------------------------------


def change_site(day: Day) -> None:
    day.at_work.change_site(day.at_work.site.model_copy(update={"helpline_phone": "+45 80 30 10 30"}))


def change_settings(day: Day) -> None:
    if not save_settings(day.store, replace(Settings(), text_percent=150)):
        raise WorldError("file.cannot_write")


def add_colleague(day: Day) -> None:
    colleague = day.at_work.staff.draft(StaffDetails(login="mads", name="Mads Prøve", title="fysioterapeut"))
    day.at_work.staff.add(colleague, day.at_work.staff.password_slot("mads", FIRST_PASSWORD))


def change_password(day: Day) -> None:
    slot = day.at_work.staff.password_slot("karin", NEW_PASSWORD)
    day.at_work.staff.change_own_password(ChangedPassword(day.proof, slot))


def change_key(day: Day) -> None:
    day.unlocked = day.access.change_key(day.proof)


# Backups ----------------------------------------------------------------------------------------------------------


def back_up(day: Day) -> None:
    outcome = day.at_work.backups.job(BackupReason.DURING_WORK).run(_go_on)
    day.at_work.backups.made(outcome.backup)


def restore(day: Day) -> None:
    permit = day.restoring.permit(day.restoring.backups()[0], "karin", PASSWORD)
    day.restoring.restore(permit, _go_on)


def _go_on(_percent: int) -> None:
    """Nobody stops it."""


def lay_old_sheet(day: Day) -> None:
    """What the user saved there some other day."""
    (day.exports / "sheet.pdf").write_bytes(OLD_SHEET)


TICKED = (answer("fatigue.problem", True), answer("fatigue.note", "Børnebørnene"), turn_page)
RECEIVED = (register, start)
BEGUN = (found, confirm, open_)
FLOWS = (
    Flow("first run", (), (found, confirm, open_, close)),
    Flow("unlock", (*BEGUN, *RECEIVED, close), (unlock, open_, close, mistype, unlock, open_, close)),
    Flow("receive", BEGUN, (register, correct, start, hand_over_screen)),
    Flow(
        "tick",
        (*BEGUN, *RECEIVED, hand_over_screen),
        (*TICKED, answer("fatigue.problem", None), none_of_these, finish, take_back, close),
    ),
    Flow(
        "back page",
        (*BEGUN, *RECEIVED, *TICKED, finish),
        (write_back("Sover dårligt"), write_back("Sover bedre"), conclude, sign, hand_over, reopen),
    ),
    Flow("sheet", (*BEGUN, *RECEIVED, *TICKED, finish, lay_old_sheet), (save_sheet, save_sheet)),
    Flow("settings", BEGUN, (change_site, change_settings)),
    Flow("people", BEGUN, (add_colleague, change_password)),
    Flow("back up", (*BEGUN, *RECEIVED, back_up, *TICKED), (back_up, close)),
    Flow(
        "restore",
        (*BEGUN, *RECEIVED, *TICKED, back_up, answer("fatigue.note", None), close, unlock),
        (restore, unlock, open_, close),
        may_alarm=True,
    ),
    Flow("change key", (*BEGUN, *RECEIVED, *TICKED, close, unlock), (change_key, open_, close)),
)
