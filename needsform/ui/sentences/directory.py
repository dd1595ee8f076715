"""What can be wrong with the directory of offers and contacts, in words; `ui.messages` looks its sentences up here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "DirectoryFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    "directory.name_missing": QT_TRANSLATE_NOOP("DirectoryFaults", "Say in Danish what it is called."),
    "directory.days_turned": QT_TRANSLATE_NOOP("DirectoryFaults", "The last day lies before the first."),
    "directory.full": QT_TRANSLATE_NOOP(
        "DirectoryFaults", "There are {most} entries already. Put another one right instead."
    ),
    "directory.unchanged": QT_TRANSLATE_NOOP("DirectoryFaults", "Nothing of this entry has been changed."),
}
