"""The folder that a demo leaves: the store, the sheet, the Bundle, the pictures, and a note that says what it is.

Only a folder that carries the note is written into again, and only what a demo put there is taken away.
"""

import re
from pathlib import Path

from needsform.demo.player import LOGIN, PASSWORD
from needsform.models.errors import InputError
from needsform.storage.files import private_directory, told, write_atomically

NOTE = "needsform-demo.txt"
STORE, SHEET, BUNDLE = "store", "sheet.pdf", "bundle.json"

_PICTURE = re.compile(r"\d\d-[a-z-]+\.png")
_OF_STORE = re.compile(r"needsform\.(db|keys|lock).*|settings\.json")
_TOLD = f"""This folder was made by `needsform demo`, and the next one may replace what is in it.

{SHEET}     the sheet, two pages, with the FHIR Bundle inside
{BUNDLE}   that Bundle
*.png         every screen that was passed
{STORE}/        the encrypted store; open it with `needsform --store {STORE}`, login {LOGIN}, password "{PASSWORD}"
"""


def prepare(folder: Path) -> None:
    """Make the folder, or clear a former demo out of it.

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
    write_atomically(folder / NOTE, _TOLD.encode())


def _left_by_demo(folder: Path) -> list[Path]:
    own = [path for path in folder.iterdir() if path.name in (SHEET, BUNDLE) or _PICTURE.fullmatch(path.name)]
    store = folder / STORE
    if store.is_dir():
        own += [path for path in store.iterdir() if _OF_STORE.fullmatch(path.name)]
    return [path for path in own if path.is_file()]
