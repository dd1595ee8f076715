"""Draws the pictures of docs/screenshots again; what is no longer taken is taken away."""

import os
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication

from needsform.app import Program
from needsform.demo.hands import Hands, hands_on
from needsform.dressing import new_application
from needsform.models.identity import AssessmentId
from needsform.services.store_state import KEYS_NAME
from needsform.ui.dialogs import Dialogs
from tools.case_store import CHEAP, CHECKOUT
from tools.screenshots import coming_back, receiver, records, timeline
from tools.screenshots.camera import Camera
from tools.screenshots.scenes import Scenes, unreadable_form
from tools.screenshots.ward import WalkingClock, lay_out

PICTURES = CHECKOUT / "docs" / "screenshots"


def main() -> int:
    """Take every picture."""
    app = new_application("screenshots")
    with tempfile.TemporaryDirectory() as name:
        os.chdir(name)  # the store's folder can be read in one picture, and is to be the same on every machine
        folder, pictures = Path("Needsform"), Path("pictures")
        folder.mkdir()
        pictures.mkdir()
        with scenes(app, folder / "new", pictures, {}) as new:
            new.first_run()
        (folder / "fault").mkdir()
        (folder / "fault" / KEYS_NAME).write_bytes(b"{}")
        with scenes(app, folder / "fault", pictures, {}) as broken:
            broken.store_fault()
        ids = lay_out(folder / "ward")
        with scenes(app, folder / "ward", pictures, ids) as ward:
            ward.unlock()
            ward.worklist()
            ward.patients()
            ward.new_assessment()
            ward.inbox()
            ward.settings()
            ward.colleagues()
            ward.backups()
            ward.trace()
            ward.leaving()
            ward.whole_page()
            ward.back_page()
            ward.handover()
            ward.sheet()
            ward.back_page_in_english()
            ward.citizen_in_english()
            ward.full_front()
            ward.citizen()
        with scenes(app, folder / "ward", pictures, ids) as damaged:
            damaged.restore()
        receiver.lay_out(folder / "receiver")
        arrived = receiver.arrived(folder / "receiver")
        with at_work(app, folder / "receiver", pictures, arrived) as (hands, camera):
            municipality = receiver.ReceiverScenes(hands, camera)
            municipality.take_in()
            municipality.plan()
            records.take(hands, camera)
        coming_back.lay_out(folder / "coming-back")
        with at_work(app, folder / "coming-back", pictures) as (hands, camera):
            coming_back.take(hands, camera)
        timeline.lay_out(folder / "timeline")
        with at_work(app, folder / "timeline", pictures) as (hands, camera):
            timeline.TimelineScenes(hands, camera).over_time()
        _put_in_place(pictures)
        os.chdir(CHECKOUT)
    return 0


@contextmanager
def scenes(app: QApplication, store: Path, pictures: Path, ids: dict[str, AssessmentId]) -> Iterator[Scenes]:
    """The scenes of a store."""
    with at_work(app, store, pictures) as (hands, camera):
        yield Scenes(hands, camera, ids)


@contextmanager
def at_work(
    app: QApplication, store: Path, pictures: Path, arrived: Path | None = None
) -> Iterator[tuple[Hands, Camera]]:
    """The program over a store, hands on its window and a camera before it; what `arrived` is chosen to be read."""
    clock = WalkingClock()
    clock.let_minutes_pass(6 * 60)
    dialogs = Dialogs(
        choose_file=lambda *_: unreadable_form(store),
        choose_save_path=lambda *_: store / "sheet.pdf",
        print_text=lambda *_: None,
        choose_files=lambda *_: (arrived or unreadable_form(store),),
    )
    program = Program(app, store, language="da", clock=clock, dialogs=dialogs, kdf=CHEAP)
    with hands_on(program.window) as hands:
        program.start()
        yield hands, Camera(program, hands, pictures)
        program.leave()
        hands.settle()
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)  # a process has one program otherwise, and the next one speaks for itself


def _put_in_place(pictures: Path) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    for before in PICTURES.glob("*.png"):
        before.unlink()
    taken = sorted(pictures.iterdir())
    for picture in taken:
        (PICTURES / picture.name).write_bytes(picture.read_bytes())
    size = sum(picture.stat().st_size for picture in taken)
    print(f"{len(taken)} pictures, {size / 1e6:.1f} MB, in {PICTURES.relative_to(CHECKOUT)}")


if __name__ == "__main__":
    sys.exit(main())
