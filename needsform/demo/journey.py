"""One case from the first morning to the sheet in the hand, and at a receiver to its plan, in the real windows."""

from datetime import datetime, time
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

from PySide6.QtWidgets import QApplication, QWidget

from needsform.app import Program
from needsform.demo import folder as demo_folder
from needsform.demo.case import Case
from needsform.demo.citizen import Citizen
from needsform.demo.first_day import found_store
from needsform.demo.hands import hands_on
from needsform.demo.outgoing import hand_over
from needsform.demo.planning import Planning
from needsform.demo.playable import require_playable
from needsform.demo.player import Player, WallClock
from needsform.demo.reception import receive, take_screen_back
from needsform.demo.small_talk import without_small_talk
from needsform.demo.talk import Talk
from needsform.dressing import new_application
from needsform.models.site import SiteKind
from needsform.services import reference_data
from needsform.services.documents import bundle_in_sheet
from needsform.services.questionnaires import Questionnaires
from needsform.storage.files import write_atomically
from needsform.ui.dialogs import Dialogs

BEGINS = time(10, 42, tzinfo=ZoneInfo("Europe/Copenhagen"))


def play(case: Case, folder: Path, language: str) -> None:
    """Play a case and leave in `folder` what `demo.folder` names; `language` is that of program and form.

    Raises InputError: `case.unknown_topic`, `case.wrong` for a case that ends before there is a sheet, and as
    `demo.folder.prepare`; then nothing is changed.
    """
    form = Questionnaires().default()
    require_playable(case, form)
    demo_folder.prepare(folder)
    app = QApplication.instance() or new_application("needsform")
    assert isinstance(app, QApplication)  # noqa: S101 - nobody else makes one of another kind
    sheet = folder / demo_folder.SHEET
    clock = WallClock(datetime.combine(case.assessment.date, BEGINS))
    program = Program(
        app, folder / demo_folder.STORE, language=language, clock=clock, dialogs=_dialogs_that_save_as(sheet)
    )
    with without_small_talk(), hands_on(program.window) as hands:
        player = Player(program, hands, clock, folder, reference_data.words(language))
        program.window.painted.connect(partial(_let_the_watch_rest, program))
        program.start()
        found_store(player, case.assessment)
        receive(player, case, form, language)
        Citizen(player, case.front, form, language).fill_in()
        take_screen_back(player)
        Talk(player, form, language).hold(case.front, case.back)
        _hand_out(player, sheet)
        if case.plan is not None and case.assessment.setting is not SiteKind.HOSPITAL:
            Planning(player).make(case.citizen.name, case.plan)
        _lock(player)
        program.leave()
    write_atomically(folder / demo_folder.BUNDLE, bundle_in_sheet(sheet.read_bytes()))


def _let_the_watch_rest(program: Program) -> None:
    """The clock on the wall leaps a minute a picture, and that would be a machine that has slept."""
    if program.watch is not None:
        program.watch.inactivity.rest()


def _hand_out(player: Player, sheet: Path) -> None:
    """The signed sheet looked at on both sides, saved, handed over."""
    hands = player.hands
    player.take_picture("sheet-front")
    hands.click("page.2")
    player.take_picture("sheet-back")
    hands.click("save_pdf")
    hands.wait_for(sheet.is_file, "the sheet to be saved")
    player.wait_until_quiet()
    hands.click("hand_over")
    hand_over(player)
    hands.find(QWidget, "worklist_screen")
    player.take_picture("worklist-done")


def _lock(player: Player) -> None:
    hands = player.hands
    hands.click("lock")
    hands.find(QWidget, "unlock_screen")
    player.take_picture("locked")


def _dialogs_that_save_as(path: Path) -> Dialogs:
    """A person would answer the system's own dialogs; here the answers are known beforehand."""
    return Dialogs(
        choose_file=lambda *_: None,
        choose_save_path=lambda *_: path,
        print_text=lambda *_: None,
    )
