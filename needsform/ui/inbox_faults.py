"""What can stand in the way of a case at a receiver, or of what arrives there, in words; see `ui.messages`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

INBOX_FAULTS: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # A case -------------------------------------------------------------------------------------------------------
    "working_days.too_many": QT_TRANSLATE_NOOP("InboxFaults", "Write at most {most} days; take those out that passed."),
    "referral.open_already": QT_TRANSLATE_NOOP(
        "InboxFaults", "This citizen has an open referral here already. Find it in the inbox, or on the citizen's card."
    ),
    "referral.informed_later": QT_TRANSLATE_NOOP("InboxFaults", "This day has not come yet. Write the day you heard."),
    "referral.reason_missing": QT_TRANSLATE_NOOP("InboxFaults", "Write in a few words why it is closed."),
    "referral.closed": QT_TRANSLATE_NOOP(
        "InboxFaults", "This referral is closed. If the citizen comes back, register a new one."
    ),
    "referral.changed_elsewhere": QT_TRANSLATE_NOOP(
        "InboxFaults", "A colleague changed this referral just now. Look at it again before you go on."
    ),
    "referral.unknown": QT_TRANSLATE_NOOP("InboxFaults", "This referral is no longer here. Go back to the inbox."),
    "referral.no_such_step": QT_TRANSLATE_NOOP(
        "InboxFaults", "A plan begins when the citizen has been contacted. Note the contact first."
    ),
}
