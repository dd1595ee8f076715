"""A sheet from a ward to a municipality, on paper: two programs over two stores, and between them a key and a scan."""

from pathlib import Path

from needsform.demo import folder as demo_folder
from needsform.demo.assessing import assess
from needsform.demo.case import Case
from needsform.demo.first_day import found_store
from needsform.demo.office_scan import scan_of
from needsform.demo.planning import Planning
from needsform.demo.playable import require_playable
from needsform.demo.receiving import open_case, take_in
from needsform.demo.sites import hand_out_key, take_in_key
from needsform.demo.workplace import Errand, at_work, lock
from needsform.models.errors import InputError
from needsform.services.documents import bundle_in_sheet
from needsform.services.questionnaires import Questionnaires
from needsform.storage.files import write_atomically


def play_two_places(ward: Case, receiver: Case, folder: Path, language: str) -> None:
    """The whole case of `ward` until it has left, then its citizen at the place of `receiver`, with that one's plan.

    Leaves in `folder` what `demo.folder` names. Raises InputError as `journey.play`, and `case.wrong` at "plan" for a
    receiver without one.
    """
    form = Questionnaires().default()
    require_playable(ward, form)
    if receiver.plan is None:
        raise InputError("case.wrong", place="plan")
    demo_folder.prepare(folder, demo_folder.TWO_PLACES)
    sheet, scan, key = (folder / name for name in (demo_folder.SHEET, demo_folder.SCAN, demo_folder.KEY))
    errand = Errand()
    with at_work(folder / demo_folder.STORE, folder, ward.assessment.date, language, errand) as player:
        found_store(player, ward.assessment)
        figures = hand_out_key(player, errand, key)
        assess(player, errand, ward, form, language, sheet)
        lock(player)
        pictures = player.pictures
    write_atomically(folder / demo_folder.BUNDLE, bundle_in_sheet(sheet.read_bytes()))
    write_atomically(scan, scan_of(sheet.read_bytes()))
    store, day = folder / demo_folder.RECEIVER_STORE, receiver.assessment.date
    with at_work(store, folder, day, language, errand, pictures=pictures) as player:
        found_store(player, receiver.assessment)
        take_in_key(player, errand, key, figures)
        take_in(player, errand, scan, ward.citizen)
        open_case(player)
        Planning(player).make_in_consultation(receiver.plan, errand, folder / demo_folder.PLAN)
        lock(player)
