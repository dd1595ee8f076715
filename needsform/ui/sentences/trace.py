"""The trace, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Messages"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    "trace.rows_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The last {count} lines of the log are missing: no. {first} to {last}, the newest from {at}. The store may be"
        " an older copy of itself, and what was written since {since} may be missing too. Tell your administrator.",
    ),
    "trace.another_history": QT_TRANSLATE_NOOP(
        "Messages",
        "Line no. {number} of the log, from {at}, is not the one that was written here. The store may be another copy"
        " of itself. Tell your administrator.",
    ),
    "trace.anchor_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The file that remembers where the log ended is not in its folder, so nobody can say whether the newest lines"
        " are all here. It was made again. Tell your administrator.",
    ),
    "trace.anchor_altered": QT_TRANSLATE_NOOP(
        "Messages",
        "The file that remembers where the log ended was changed, or belongs to another store, so nobody can say"
        " whether the newest lines are all here. It was made again. Tell your administrator.",
    ),
    "trace.door_list_altered": QT_TRANSLATE_NOOP(
        "Messages",
        "The list of failed attempts to unlock was changed or is not in its folder. It was begun again."
        " Tell your administrator.",
    ),
    "trace.clock_back": QT_TRANSLATE_NOOP(
        "Messages",
        "The clock of this computer has gone back by more than five minutes. See that date and time are right."
        " The order of what was done is kept all the same.",
    ),
    "trace.clock_ahead": QT_TRANSLATE_NOOP(
        "Messages",
        "The clock of this computer is more than 30 days ahead of when it was last used here."
        " See that date and time are right.",
    ),
    "trace.stopped": QT_TRANSLATE_NOOP("Messages", "Stopped. Nothing was changed or saved."),
    "trace.saved": QT_TRANSLATE_NOOP(
        "Messages", "Saved in {file}. The file lies outside the encrypted store: look after it."
    ),
    "trace.extract_saved": QT_TRANSLATE_NOOP("Messages", "The citizen's extract is saved in {file}."),
    "trace.verified": QT_TRANSLATE_NOOP("Messages", "All {count} lines are as they were written, and none is missing."),
    "trace.broken": QT_TRANSLATE_NOOP(
        "Messages",
        "From line no. {number} on, the log is not as it was written: a line was changed, moved or taken away."
        " Keep the store as it is, and tell whoever is responsible for data protection.",
    ),
    "trace.deletion_not_ours": QT_TRANSLATE_NOOP(
        "Messages",
        "Old lines were deleted by something else than this program. Keep the store as it is, and tell whoever is"
        " responsible for data protection.",
    ),
    "trace.end_is_wrong": QT_TRANSLATE_NOOP(
        "Messages",
        "The log does not end where it ended last: lines are missing, or the file that remembers the end was changed."
        " Keep the store as it is, and tell whoever is responsible for data protection.",
    ),
    "trace.kept_for": QT_TRANSLATE_NOOP("Messages", "The log is kept for {months} months from now on."),
    "trace.months": QT_TRANSLATE_NOOP("Messages", "Write a number of months from {shortest} to {longest}."),
    "trace.dates_crossed": QT_TRANSLATE_NOOP("Messages", "The last day is before the first."),
    "trace.citizen_unknown": QT_TRANSLATE_NOOP("Messages", "No citizen here has this number."),
    "date.unreadable": QT_TRANSLATE_NOOP("Messages", "Write the date as day-month-year, such as 23-11-2026."),
}
