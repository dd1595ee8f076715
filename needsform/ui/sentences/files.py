"""What can be wrong with a file that somebody hands in, in words; `ui.messages` looks its sentences up here."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "FileFaults"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # Any file -----------------------------------------------------------------------------------------------------
    "file.not_found": QT_TRANSLATE_NOOP("FileFaults", "There is no such file."),
    "file.is_folder": QT_TRANSLATE_NOOP("FileFaults", "This is a folder, not a file."),
    "file.is_no_folder": QT_TRANSLATE_NOOP("FileFaults", "This is a file, not a folder. Nothing was changed."),
    "file.unreadable": QT_TRANSLATE_NOOP("FileFaults", "The file cannot be read. Ask for access to it."),
    "file.too_large": QT_TRANSLATE_NOOP("FileFaults", "The file is larger than {megabytes} MB. Nothing was loaded."),
    # Any JSON file ------------------------------------------------------------------------------------------------
    "json.not_utf8": QT_TRANSLATE_NOOP("FileFaults", "The file is not text in UTF-8. Nothing was loaded."),
    "json.too_large": QT_TRANSLATE_NOOP("FileFaults", "The file is larger than {megabytes} MB. Nothing was loaded."),
    "json.too_deep": QT_TRANSLATE_NOOP("FileFaults", "The file is nested deeper than {levels} levels."),
    "json.too_many_parts": QT_TRANSLATE_NOOP(
        "FileFaults", "The file is made of more parts than any file that can be used here. Nothing was loaded."
    ),
    "json.syntax": QT_TRANSLATE_NOOP("FileFaults", "The file is not valid JSON: see line {line}, column {column}."),
    "json.not_a_number": QT_TRANSLATE_NOOP("FileFaults", "The file holds a number that is none: {name}."),
    "json.duplicate_key": QT_TRANSLATE_NOOP("FileFaults", "An entry has the same key twice."),
    "json.surrogate": QT_TRANSLATE_NOOP("FileFaults", "The file holds half a character (a lone surrogate)."),
    # A form of the site's own -------------------------------------------------------------------------------------
    "questionnaire.refused": QT_TRANSLATE_NOOP(
        "FileFaults", "The form cannot be shown as it is written (faults: {count}). Nothing of it was loaded."
    ),
    "questionnaire.resource_type": QT_TRANSLATE_NOOP("FileFaults", "The file is not a FHIR Questionnaire."),
    "questionnaire.url_missing": QT_TRANSLATE_NOOP("FileFaults", "The form has no url."),
    "questionnaire.version_missing": QT_TRANSLATE_NOOP("FileFaults", "The form has no version."),
    "questionnaire.url_shape": QT_TRANSLATE_NOOP(
        "FileFaults", "The url must be one line of at most {longest} characters."
    ),
    "questionnaire.version_shape": QT_TRANSLATE_NOOP(
        "FileFaults", "The version must be one line of at most {longest} characters."
    ),
    "questionnaire.status": QT_TRANSLATE_NOOP("FileFaults", 'The status must be "active" or "draft", not "{status}".'),
    "questionnaire.language": QT_TRANSLATE_NOOP(
        "FileFaults", 'The form must be written in Danish, with other languages beside it, not in "{language}".'
    ),
    "questionnaire.implicit_rules": QT_TRANSLATE_NOOP(
        "FileFaults", "implicitRules asks for rules that this program does not know."
    ),
    "questionnaire.no_areas": QT_TRANSLATE_NOOP("FileFaults", "The form has no areas: no groups at the top."),
    "questionnaire.too_many_areas": QT_TRANSLATE_NOOP("FileFaults", "The form has more than {most} areas."),
    "questionnaire.too_many_topics": QT_TRANSLATE_NOOP("FileFaults", "There are more than {most} topics."),
    "questionnaire.reserved_link_id": QT_TRANSLATE_NOOP(
        "FileFaults", "lead, priority and distress are names of the form's own lines; choose another linkId."
    ),
    "questionnaire.top_level": QT_TRANSLATE_NOOP(
        "FileFaults", 'An item of type "{type}" cannot stand at the top; only groups, lead, priority and distress can.'
    ),
    "questionnaire.in_area": QT_TRANSLATE_NOOP(
        "FileFaults", 'An item of type "{type}" cannot stand in an area; only groups and the text {other} can.'
    ),
    "questionnaire.in_topic": QT_TRANSLATE_NOOP(
        "FileFaults",
        'An item of type "{type}" cannot stand here; only the boxes {topic}.problem and {topic}.support and the text'
        " {topic}.note can.",
    ),
    "questionnaire.area_empty": QT_TRANSLATE_NOOP("FileFaults", "The area has no topics."),
    "questionnaire.topic_without_box": QT_TRANSLATE_NOOP(
        "FileFaults", "The topic has no box: add {topic}.problem, {topic}.support, or both."
    ),
    "questionnaire.max_length": QT_TRANSLATE_NOOP("FileFaults", "maxLength must be a whole number from 1 on."),
    "questionnaire.priority_option": QT_TRANSLATE_NOOP("FileFaults", 'The option "{option}" is no topic of the form.'),
    "questionnaire.priority_twice": QT_TRANSLATE_NOOP("FileFaults", 'The option "{option}" stands twice.'),
    "questionnaire.priority_lacks": QT_TRANSLATE_NOOP(
        "FileFaults", 'The topic "{topic}" is missing among the options.'
    ),
    "questionnaire.priority_most": QT_TRANSLATE_NOOP("FileFaults", "maxOccurs must be a number from 1 to {most}."),
    "questionnaire.distress_bounds": QT_TRANSLATE_NOOP("FileFaults", "The line must go from 0 to 10."),
    "questionnaire.words_too_long": QT_TRANSLATE_NOOP(
        "FileFaults", "The words are too long: at most {longest} characters have room."
    ),
    "questionnaire.words_missing": QT_TRANSLATE_NOOP("FileFaults", "The Danish words are missing."),
    "questionnaire.translation": QT_TRANSLATE_NOOP("FileFaults", "A translation does not say which language it is in."),
    "questionnaire.wrong_type": QT_TRANSLATE_NOOP("FileFaults", 'The type must be "{expected}", not "{type}".'),
    "questionnaire.nested": QT_TRANSLATE_NOOP("FileFaults", "Nothing can stand inside this item."),
    "questionnaire.hidden": QT_TRANSLATE_NOOP("FileFaults", "This item cannot be hidden; only distress can."),
    "questionnaire.item_shape": QT_TRANSLATE_NOOP("FileFaults", "An item here is not written as FHIR asks."),
    "questionnaire.link_id_missing": QT_TRANSLATE_NOOP("FileFaults", "Item number {number} here has no linkId."),
    "questionnaire.link_id_shape": QT_TRANSLATE_NOOP(
        "FileFaults", "A linkId may have up to 100 characters and no spaces."
    ),
    "questionnaire.link_id_duplicate": QT_TRANSLATE_NOOP("FileFaults", "The linkId stands more than once."),
    "questionnaire.too_many_items": QT_TRANSLATE_NOOP("FileFaults", "The form has more than {most} items."),
    "questionnaire.type_missing": QT_TRANSLATE_NOOP("FileFaults", "The item has no type."),
    "questionnaire.condition": QT_TRANSLATE_NOOP(
        "FileFaults", "enableWhen cannot be used: every line is shown to everybody."
    ),
    "questionnaire.value_set": QT_TRANSLATE_NOOP(
        "FileFaults", "answerValueSet cannot be used: answers must stand in the file."
    ),
    "questionnaire.initial": QT_TRANSLATE_NOOP("FileFaults", "initial cannot be used: every form begins empty."),
    "questionnaire.required": QT_TRANSLATE_NOOP("FileFaults", "required cannot be used: every line may be left out."),
    "questionnaire.read_only": QT_TRANSLATE_NOOP("FileFaults", "readOnly cannot be used: every line can be answered."),
    "questionnaire.repeats": QT_TRANSLATE_NOOP("FileFaults", "repeats can be used at priority only."),
    "questionnaire.options": QT_TRANSLATE_NOOP("FileFaults", "answerOption can be used at priority only."),
    "questionnaire.modifier_extension": QT_TRANSLATE_NOOP(
        "FileFaults", 'The modifierExtension "{name}" changes what the form means in a way that is not known here.'
    ),
    "questionnaire.extension": QT_TRANSLATE_NOOP(
        "FileFaults", 'The extension "{name}" decides what may be answered, and this program does not follow it.'
    ),
    "questionnaire.can_be_used": QT_TRANSLATE_NOOP(
        "FileFaults",
        "The form can be used. Version {version}; areas: {areas}; topics: {topics}; languages: {languages}.",
    ),
    # A list of suggestions, or a directory of contacts ----------------------------------------------------------
    "entries.refused": QT_TRANSLATE_NOOP("FileFaults", "The list has faults ({count}). Nothing of it was loaded."),
    "entries.structure": QT_TRANSLATE_NOOP("FileFaults", "The file does not hold the list that belongs here."),
    "entries.too_many": QT_TRANSLATE_NOOP("FileFaults", "The list has more than {most} entries."),
    "entries.entry": QT_TRANSLATE_NOOP("FileFaults", "{name} is missing, or is not written as it should be."),
    "entries.too_long": QT_TRANSLATE_NOOP("FileFaults", "{name} is too long: at most {longest} characters have room."),
    "entries.duplicate_id": QT_TRANSLATE_NOOP("FileFaults", "The id stands more than once."),
    "entries.no_words": QT_TRANSLATE_NOOP("FileFaults", "The Danish words are missing."),
    # A sheet's PDF ------------------------------------------------------------------------------------------------
    "sheet.unreadable": QT_TRANSLATE_NOOP("FileFaults", "The file is not a PDF that can be read."),
    "sheet.no_bundle": QT_TRANSLATE_NOOP("FileFaults", "This PDF carries no needs assessment from this program."),
    "sheet.protected": QT_TRANSLATE_NOOP(
        "FileFaults", "The PDF is protected by a password. Save it without one, and try again."
    ),
    "sheet.many_bundles": QT_TRANSLATE_NOOP(
        "FileFaults", "This PDF carries more than one needs assessment. Nothing was loaded."
    ),
    "sheet.too_large": QT_TRANSLATE_NOOP("FileFaults", "The PDF holds more than {megabytes} MB. Nothing was loaded."),
    "bundle.not_ours": QT_TRANSLATE_NOOP(
        "FileFaults", "This file is not a needs assessment from Needsform. Nothing was loaded."
    ),
    "bundle.refused": QT_TRANSLATE_NOOP(
        "FileFaults", "The needs assessment in the file cannot be read: see {where}. Nothing was loaded."
    ),
    "bundle.newer": QT_TRANSLATE_NOOP(
        "FileFaults", "The file was made by a newer version of the program. Nothing was loaded."
    ),
    # A case to play -----------------------------------------------------------------------------------------------
    "case.wrong": QT_TRANSLATE_NOOP("FileFaults", "The case cannot be played: see {place}."),
    "case.unknown_topic": QT_TRANSLATE_NOOP("FileFaults", 'The case cannot be played: the form has no "{link_id}".'),
    "demo.not_empty": QT_TRANSLATE_NOOP(
        "FileFaults", "The folder holds something other than a former demo. Nothing was changed. Choose a new folder."
    ),
}
