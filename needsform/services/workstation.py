"""The settings of this workstation, in a small file beside the store; read before anybody unlocks."""

import json
from dataclasses import asdict, fields
from pathlib import Path

from needsform.models.errors import WorldError
from needsform.models.settings import Appearance, Settings

FILE_NAME = "settings.json"


def load_settings(directory: Path) -> Settings:
    """The settings; the usual ones where the file is missing or cannot be read: settings must not stop a ward."""
    try:
        stored = json.loads((directory / FILE_NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Settings()
    if not isinstance(stored, dict):
        return Settings()
    usual = asdict(Settings())
    known = {f.name: stored[f.name] for f in fields(Settings) if type(stored.get(f.name)) is type(usual[f.name])}
    try:
        known["appearance"] = Appearance(stored.get("appearance", Appearance.LIGHT))
    except ValueError:
        known["appearance"] = Appearance.LIGHT
    return Settings(**known).bounded()


def save_settings(directory: Path, settings: Settings) -> bool:
    """Keep the settings; False if the disk did not take them, which is no reason to disturb anybody."""
    from needsform.storage.files import private_directory, write_atomically  # not needed before the first paint

    try:
        write_atomically(private_directory(directory) / FILE_NAME, json.dumps(asdict(settings), indent=1).encode())
    except WorldError:
        return False
    return True
