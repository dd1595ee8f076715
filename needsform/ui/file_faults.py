"""What can be wrong with a file that somebody wants to load, in words; `ui.messages` looks its sentences up here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

FILE_FAULTS: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # Any JSON file ------------------------------------------------------------------------------------------------
    "json.not_utf8": QT_TRANSLATE_NOOP("FileFaults", "The file is not text in UTF-8. Nothing was loaded."),
    "json.too_large": QT_TRANSLATE_NOOP("FileFaults", "The file is larger than {megabytes} MB. Nothing was loaded."),
    "json.too_deep": QT_TRANSLATE_NOOP("FileFaults", "The file is nested deeper than {levels} levels."),
    "json.syntax": QT_TRANSLATE_NOOP("FileFaults", "The file is not valid JSON: see line {line}, column {column}."),
    "json.not_a_number": QT_TRANSLATE_NOOP("FileFaults", "The file holds a number that is none: {name}."),
    "json.duplicate_key": QT_TRANSLATE_NOOP("FileFaults", "An entry has the same key twice."),
    "json.surrogate": QT_TRANSLATE_NOOP("FileFaults", "The file holds half a character (a lone surrogate)."),
}
