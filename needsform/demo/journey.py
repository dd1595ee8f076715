"""One case from the first morning to the sheet in the hand, and at a receiver to its plan, in the real windows."""

from pathlib import Path

from needsform.demo import folder as demo_folder
from needsform.demo.assessing import assess
from needsform.demo.case import Case
from needsform.demo.first_day import found_store
from needsform.demo.planning import Planning
from needsform.demo.playable import require_playable
from needsform.demo.workplace import Errand, at_work, lock
from needsform.models.site import SiteKind
from needsform.services.documents import bundle_in_sheet
from needsform.services.questionnaires import Questionnaires
from needsform.storage.files import write_atomically


def play(case: Case, folder: Path, language: str) -> None:
    """Play a case and leave in `folder` what `demo.folder` names; `language` is that of program and form.

    Raises InputError: `case.unknown_topic`, `case.wrong` for a case that ends before there is a sheet, and as
    `demo.folder.prepare`; then nothing is changed.
    """
    form = Questionnaires().default()
    require_playable(case, form)
    demo_folder.prepare(folder, demo_folder.ONE_PLACE)
    errand, sheet = Errand(), folder / demo_folder.SHEET
    with at_work(folder / demo_folder.STORE, folder, case.assessment.date, language, errand) as player:
        found_store(player, case.assessment)
        assess(player, errand, case, form, language, sheet)
        if case.plan is not None and case.assessment.setting is not SiteKind.HOSPITAL:
            Planning(player).make(case.citizen.name, case.plan)
        lock(player)
    write_atomically(folder / demo_folder.BUNDLE, bundle_in_sheet(sheet.read_bytes()))
