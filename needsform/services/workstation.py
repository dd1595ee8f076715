"""The settings of this workstation, in a small file beside the store; read before anybody unlocks."""

import json
from dataclasses import asdict, replace
from pathlib import Path

from needsform.models import strict_json
from needsform.models.errors import InputError, WorldError
from needsform.models.settings import Appearance, Settings

FILE_NAME = "settings.json"
LARGEST_FILE = 64 * 1024
"""Bytes that are looked at; a longer file is not one that this program wrote, and does not parse."""


def load_settings(directory: Path) -> Settings:
    """The settings; the usual ones where the file is missing or cannot be read: settings must not stop a ward."""
    try:
        with (directory / FILE_NAME).open("rb") as file:
            stored = strict_json.loads(file.read(LARGEST_FILE))
    except (OSError, InputError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    usual = Settings()
    read = {name: stored.get(name, value) for name, value in asdict(usual).items()}
    known = {name: value for name, value in read.items() if type(value) is type(getattr(usual, name))}
    known["appearance"] = next((a for a in Appearance if a.value == read["appearance"]), usual.appearance)
    return replace(usual, **known).bounded()


def save_settings(directory: Path, settings: Settings) -> bool:
    """Keep the settings; False if the disk did not take them, which is no reason to disturb anybody."""
    from needsform.storage.files import private_directory, write_atomically  # not needed before the first paint

    try:
        write_atomically(private_directory(directory) / FILE_NAME, json.dumps(asdict(settings), indent=1).encode())
    except WorldError:
        return False
    return True
