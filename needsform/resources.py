"""The one door to shipped files: the same names in a checkout, an installed wheel and a frozen program."""

import sys
from pathlib import Path, PurePosixPath


def _folder() -> Path:
    """The folder that holds the shipped files in the way this program was started."""
    bundle: str | None = getattr(sys, "_MEIPASS", None)  # set by PyInstaller's starter, nowhere else
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parent
    carried = package / "_resources"  # a wheel maps the folder into the package; a checkout has it beside
    return carried if carried.is_dir() else package.parent / "resources"


def path(name: str) -> Path:
    """Where the shipped file or folder `name` lies, written with forward slashes: `fonts/NotoSans-Bold.ttf`.

    Raises ValueError for a name that would leave the folder, FileNotFoundError for one that was not shipped.
    """
    parts = PurePosixPath(name)
    if parts.is_absolute() or ".." in parts.parts or "\\" in name or ":" in name:
        raise ValueError(f"not the name of a shipped file: {name}")
    found = _folder() / parts
    if not found.exists():
        raise FileNotFoundError(f"the program was shipped without {name}")
    return found


def read_bytes(name: str) -> bytes:
    """The content of a shipped file."""
    return path(name).read_bytes()


def read_text(name: str) -> str:
    """The text of a shipped file (UTF-8)."""
    return path(name).read_text(encoding="utf-8")
