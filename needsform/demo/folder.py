"""The folder that a demo leaves: the store, the sheet, the Bundle, the pictures, and a note that says what it is.

Only a folder that carries the note is written into again, and only what a demo put there is taken away.
"""

import re
from collections.abc import Sequence
from pathlib import Path

from needsform.demo.player import LOGIN, PASSWORD
from needsform.models.errors import InputError
from needsform.storage.files import private_directory, told, write_atomically

NOTE = "needsform-demo.txt"
STORE, SHEET, BUNDLE = "store", "sheet.pdf", "bundle.json"
RECEIVER_STORE, KEY, SCAN, PLAN = "receiver-store", "site-key.json", "scan.pdf", "plan.pdf"
PICTURES = "*.png"

_PICTURE = re.compile(r"\d\d-[a-z-]+\.png")
_OF_STORE = re.compile(r"needsform\.(db|keys|lock).*|settings\.json")
_OPENED = f'open it with `needsform --store {{store}}`, login {LOGIN}, password "{PASSWORD}"'
_TOLD = {
    SHEET: "the sheet, two pages, with the FHIR Bundle inside",
    BUNDLE: "that Bundle",
    PICTURES: "every screen that was passed",
    STORE: f"the encrypted store; {_OPENED.format(store=STORE)}",
    KEY: "the key with which the ward's signatures are verified",
    SCAN: "the sheet as it came out of the receiver's scanner",
    RECEIVER_STORE: f"the receiver's encrypted store; {_OPENED.format(store=RECEIVER_STORE)}",
    PLAN: "the plan for rehabilitation, as the citizen takes it home",
}
ONE_PLACE = (SHEET, BUNDLE, PICTURES, STORE)
TWO_PLACES = tuple(_TOLD)
"""What a demo leaves beside its note."""


def prepare(folder: Path, leaves: Sequence[str]) -> None:
    """Make the folder, or clear a former demo out of it, and put down the note of what this one `leaves`.

    Raises InputError `file.is_no_folder`, `demo.not_empty`; WorldError as `told` does. Nothing is changed then.
    """
    if folder.exists() and not folder.is_dir():
        raise InputError("file.is_no_folder")
    with told():
        is_used = folder.is_dir() and any(folder.iterdir())
    if is_used and not (folder / NOTE).is_file():
        raise InputError("demo.not_empty")
    private_directory(folder)
    with told():
        for path in _left_by_demo(folder):
            path.unlink()
    write_atomically(folder / NOTE, _note(leaves).encode())


def _note(leaves: Sequence[str]) -> str:
    width = max(map(len, leaves)) + 2
    files = "".join(f"{name:{width}}{_TOLD[name]}\n" for name in leaves)
    return f"This folder was made by `needsform demo`, and the next one may replace what is in it.\n\n{files}"


def _left_by_demo(folder: Path) -> list[Path]:
    own = [path for path in folder.iterdir() if path.name in _TOLD or _PICTURE.fullmatch(path.name)]
    for store in (folder / STORE, folder / RECEIVER_STORE):
        if store.is_dir():
            own += [path for path in store.iterdir() if _OF_STORE.fullmatch(path.name)]
    return [path for path in own if path.is_file()]
