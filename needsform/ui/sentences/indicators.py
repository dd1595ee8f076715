"""What can be said of figures and of files with figures, in words; `ui.messages` looks its sentences up here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "IndicatorFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    "indicators.dates_crossed": QT_TRANSLATE_NOOP("IndicatorFaults", "The last day comes before the first."),
    "indicators.day_missing": QT_TRANSLATE_NOOP("IndicatorFaults", "Write a day."),
    "indicators.saved": QT_TRANSLATE_NOOP("IndicatorFaults", "Saved as {file}."),
    "indicators.nothing_added": QT_TRANSLATE_NOOP("IndicatorFaults", "None of the files could be used."),
    "indicator_file.refused": QT_TRANSLATE_NOOP("IndicatorFaults", "This is not a file with indicators."),
    "indicator_file.altered": QT_TRANSLATE_NOOP(
        "IndicatorFaults", "The file is not as the place saved it. Ask the place to send it again."
    ),
    "indicator_file.other_period": QT_TRANSLATE_NOOP(
        "IndicatorFaults", "The file is of another period than the first one, so it was left out."
    ),
    "indicator_file.twice": QT_TRANSLATE_NOOP(
        "IndicatorFaults", "The same place is there with a newer file, or with this one twice. It was counted once."
    ),
    "indicator_file.within": QT_TRANSLATE_NOOP(
        "IndicatorFaults", "The unit is part of the file of its whole place, so it was not counted again."
    ),
}
