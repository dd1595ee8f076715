"""The citizen, the assessment, its form and its paper, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Messages"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # The citizen ------------------------------------------------------------------------------------------------------
    "identifier.missing": QT_TRANSLATE_NOOP("Messages", "Write the CPR number."),
    "identifier.too_long": QT_TRANSLATE_NOOP("Messages", "The id is too long: at most 40 characters."),
    "identifier.shape": QT_TRANSLATE_NOOP("Messages", "A CPR number has ten digits: ddmmyy-xxxx."),
    "identifier.no_such_date": QT_TRANSLATE_NOOP("Messages", "There is no such date. Look at the first six digits."),
    "identifier.not_born_yet": QT_TRANSLATE_NOOP(
        "Messages", "This number says that the citizen is born in {year}. Look at the digits again."
    ),
    "identifier.too_old": QT_TRANSLATE_NOOP(
        "Messages", "This number says that the citizen was born in {year}. Look at the seventh digit."
    ),
    "patient.name_missing": QT_TRANSLATE_NOOP("Messages", "Write the citizen's name."),
    "patient.municipality_missing": QT_TRANSLATE_NOOP("Messages", "Choose the municipality that the citizen lives in."),
    "patient.municipality_unknown": QT_TRANSLATE_NOOP(
        "Messages", "There is no municipality of this name. Choose one from the list while you type."
    ),
    "patient.known_already": QT_TRANSLATE_NOOP(
        "Messages", "Another citizen in this store has this number. Nothing was changed. Search for the number instead."
    ),
    "patient.unknown": QT_TRANSLATE_NOOP("Messages", "This citizen is no longer in the store. Nothing was changed."),
    # The assessment ---------------------------------------------------------------------------------------------------
    "assessment.unknown": QT_TRANSLATE_NOOP("Messages", "This form is no longer in the store. Nothing was changed."),
    "assessment.under_18": QT_TRANSLATE_NOOP(
        "Messages", "The citizen is under 18 years. The form is not used for children and young people in hospital."
    ),
    "assessment.language": QT_TRANSLATE_NOOP("Messages", "The form has no words in this language. Choose another."),
    "assessment.front_locked": QT_TRANSLATE_NOOP(
        "Messages", "The citizen has finished, so the answers are locked. Reopen the form if they must be changed."
    ),
    "assessment.back_locked": QT_TRANSLATE_NOOP(
        "Messages", "The back page cannot be written now. Reopen the form if it must be changed."
    ),
    "assessment.changed_elsewhere": QT_TRANSLATE_NOOP(
        "Messages", "The form was changed somewhere else meanwhile. Nothing was overwritten. Open it again."
    ),
    "assessment.no_such_step": QT_TRANSLATE_NOOP(
        "Messages", "This cannot be done with the form as it stands now. Nothing was changed."
    ),
    "assessment.not_reopenable": QT_TRANSLATE_NOOP("Messages", "This form cannot be reopened. Nothing was changed."),
    "assessment.reason_missing": QT_TRANSLATE_NOOP("Messages", "Write why the form is reopened."),
    "assessment.occasion_missing": QT_TRANSLATE_NOOP("Messages", "Choose the occasion."),
    "assessment.instrument_missing": QT_TRANSLATE_NOOP(
        "Messages", "Write where the other questionnaire is kept, or why it is not filled in."
    ),
    "assessment.other_reason_missing": QT_TRANSLATE_NOOP("Messages", "Write why the form is not used."),
    "assessment.declined_recorded": QT_TRANSLATE_NOOP(
        "Messages", "It is recorded that the assessment was offered and not filled in."
    ),
    "assessment.redirected_recorded": QT_TRANSLATE_NOOP(
        "Messages", "It is recorded that this form is not used for the citizen now, and why."
    ),
    "answer.unknown_item": QT_TRANSLATE_NOOP("Messages", "This form has no such line. Nothing was changed."),
    "answer.wrong_type": QT_TRANSLATE_NOOP("Messages", "This line cannot be answered like that. Nothing was changed."),
    "answer.out_of_bounds": QT_TRANSLATE_NOOP("Messages", "The number does not lie on the line. Nothing was changed."),
    "answer.too_long": QT_TRANSLATE_NOOP("Messages", "The text is too long: at most {longest} characters."),
    "answer.too_many": QT_TRANSLATE_NOOP("Messages", "You can choose at most {most}."),
    "answer.unknown_option": QT_TRANSLATE_NOOP("Messages", "This cannot be chosen here. Nothing was changed."),
    "answer.not_marked": QT_TRANSLATE_NOOP("Messages", "Only what is marked can be chosen as important."),
    "back.no_needs": QT_TRANSLATE_NOOP(
        "Messages", "Take at least one area further or write an action, or choose No needs now."
    ),
    "back.action_without_words": QT_TRANSLATE_NOOP(
        "Messages", "One action says who or when, but not what. Write what is to happen, or take the row away."
    ),
    "back.authority_not_told": QT_TRANSLATE_NOOP(
        "Messages", "Tell the citizen who decides what can be offered, and tick that it is said."
    ),
    # The form ---------------------------------------------------------------------------------------------------------
    "questionnaire.unknown": QT_TRANSLATE_NOOP(
        "Messages",
        "This installation does not have the form {url}, version {version}. The answers are kept."
        " Ask an administrator to load the form.",
    ),
    "questionnaire.version_taken": QT_TRANSLATE_NOOP(
        "Messages", "Version {version} of this form is already loaded. It was kept. Give the new one another version."
    ),
    "questionnaire.loaded": QT_TRANSLATE_NOOP(
        "Messages", "The form in {file} is loaded. New assessments can be filled in on it."
    ),
    # The printer ------------------------------------------------------------------------------------------------------
    "print.no_copies": QT_TRANSLATE_NOOP("Messages", "Choose at least one copy."),
    "print.not_begun": QT_TRANSLATE_NOOP(
        "Messages",
        "The printer did not take the sheet, so it was not sent. The sheet is kept. See that the printer is switched"
        " on and connected, or save the sheet as a PDF.",
    ),
    "print.interrupted": QT_TRANSLATE_NOOP(
        "Messages",
        "The printer stopped on the way. What has come out may be incomplete. The sheet is kept: print it again, or"
        " save it as a PDF.",
    ),
}
