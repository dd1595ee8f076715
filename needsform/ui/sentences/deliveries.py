"""What can be wrong with what leaves, in words; `ui.messages` looks its sentences up here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "DeliveryFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    "delivery.not_signed": QT_TRANSLATE_NOOP(
        "DeliveryFaults", "The assessment is not signed, so nothing of it can leave yet."
    ),
    "delivery.no_such_recipient": QT_TRANSLATE_NOOP(
        "DeliveryFaults", "This assessment does not leave for that receiver. Nothing was noted."
    ),
    "delivery.consent_refused": QT_TRANSLATE_NOOP(
        "DeliveryFaults", "The citizen has not consented to this receiver being told. Nothing was noted."
    ),
    "delivery.consent_not_asked": QT_TRANSLATE_NOOP(
        "DeliveryFaults",
        "The back page does not say whether the citizen consents. Ask, reopen the sheet and note the answer there.",
    ),
    "delivery.channel_missing": QT_TRANSLATE_NOOP("DeliveryFaults", "Say how it left."),
    "delivery.receiver_missing": QT_TRANSLATE_NOOP("DeliveryFaults", "Say who got it."),
    "delivery.reason_missing": QT_TRANSLATE_NOOP("DeliveryFaults", "Say why it is not wanted."),
    "delivery.note_missing": QT_TRANSLATE_NOOP("DeliveryFaults", "Say in a few words why it is not wanted."),
    "letter.none": QT_TRANSLATE_NOOP(
        "DeliveryFaults", "There is no text for this receiver: the citizen gets the sheet."
    ),
    "export.days_turned": QT_TRANSLATE_NOOP("DeliveryFaults", "The last day lies before the first."),
    "export.nothing": QT_TRANSLATE_NOOP("DeliveryFaults", "Nothing was signed in this period. Nothing was written."),
    "receiver.municipality_missing": QT_TRANSLATE_NOOP("DeliveryFaults", "Choose a municipality from the list."),
    "receiver.name_missing": QT_TRANSLATE_NOOP("DeliveryFaults", "Say who the receiver is."),
    "receiver.mail_shape": QT_TRANSLATE_NOOP(
        "DeliveryFaults", "This is no mail address. Write it like name@place.dk, or leave it empty."
    ),
    "receiver.days_turned": QT_TRANSLATE_NOOP("DeliveryFaults", "The last day lies before the first."),
    "receiver.overlap": QT_TRANSLATE_NOOP(
        "DeliveryFaults",
        "There is already a receiver for this municipality in that time. Give that one a last day first.",
    ),
    "receiver.unknown": QT_TRANSLATE_NOOP("DeliveryFaults", "The receiver is no longer in the list."),
}
