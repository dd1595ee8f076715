"""What can stand in the way of a case at a receiver, or of what arrives there, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "InboxFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # A case -------------------------------------------------------------------------------------------------------
    "working_days.too_many": QT_TRANSLATE_NOOP("InboxFaults", "Write at most {most} days; take those out that passed."),
    "referral.open_already": QT_TRANSLATE_NOOP(
        "InboxFaults", "This citizen has an open referral here already. Find it in the inbox, or on the citizen's card."
    ),
    "referral.informed_later": QT_TRANSLATE_NOOP("InboxFaults", "This day has not come yet. Write the day you heard."),
    "referral.informed_after": QT_TRANSLATE_NOOP(
        "InboxFaults", "Somebody tried to reach the citizen on {day}. Write that day, or one before."
    ),
    "referral.informed_before": QT_TRANSLATE_NOOP(
        "InboxFaults", "The sheet is from {day} and cannot have come before that day."
    ),
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
    # A sheet that arrives ------------------------------------------------------------------------------------------
    "received.unknown": QT_TRANSLATE_NOOP(
        "InboxFaults", "This sheet is no longer here. Go back to the citizen's card."
    ),
    "intake.new": QT_TRANSLATE_NOOP("InboxFaults", "A new sheet."),
    "intake.newer": QT_TRANSLATE_NOOP(
        "InboxFaults", "Revision {revision} of a sheet that is here. The older one stays as it is."
    ),
    "intake.fuller": QT_TRANSLATE_NOOP(
        "InboxFaults", "The same answers are here already; this one brings more along with them."
    ),
    "intake.overrules": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "A known place signed this. What came before without a signature that holds here says something else: do not"
        " rely on that one.",
    ),
    "intake.repeated": QT_TRANSLATE_NOOP("InboxFaults", "This sheet is here already. Nothing was changed."),
    "intake.outdated": QT_TRANSLATE_NOOP(
        "InboxFaults", "Outdated: this is revision {revision}, and a newer one is here. It was not taken in."
    ),
    "intake.contradicts": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "The same revision is here and says something else, so one of the two is forged or misread. It was not taken"
        " in. Ask the sender.",
    ),
    "intake.own": QT_TRANSLATE_NOOP("InboxFaults", "This sheet was made here. Find it on the citizen's card."),
    "intake.altered": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "Forged or altered: it was changed after it was signed. It was not taken in. Ask the sender for a new one.",
    ),
    "intake.not_signed_off": QT_TRANSLATE_NOOP(
        "InboxFaults", "A draft that nobody has signed. It was not taken in. Ask the sender for the signed sheet."
    ),
    "intake.mixed_up": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "Mixed up: the front and the back belong to two different sheets. Put the pages together as they belong and"
        " scan them again, or take in the front alone.",
    ),
    "intake.back_alone": QT_TRANSLATE_NOOP(
        "InboxFaults", "A back page without its front. Scan the front of the same sheet with it."
    ),
    "intake.no_code": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "No code of a needs assessment was found. Scan the page again, flat and whole, or type the referral. A plan has"
        " no code.",
    ),
    "intake.form_of_code_unknown": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "The sheet is on a form that is not here. An administrator can load the form under the settings of the place;"
        " then open the sheet again.",
    ),
    "intake.form_unknown": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "The sheet is on a form that is not here (version {version}). An administrator can load the form under the"
        " settings of the place; then open the sheet again.",
    ),
    "intake.form_differs": QT_TRANSLATE_NOOP(
        "InboxFaults", "The sheet has answers that its form does not know. It was not taken in. Ask the sender."
    ),
    "intake.sender_withdrawn": QT_TRANSLATE_NOOP(
        "InboxFaults",
        "The sender's key was withdrawn after this sheet was read, so its signature no longer counts. Nothing was taken"
        " in. Decide anew.",
    ),
    "intake.another_citizen": QT_TRANSLATE_NOOP(
        "InboxFaults", "This sheet is another citizen's. Compare the number with the paper."
    ),
}
