"""What the user hears: an id becomes a sentence, and the bar at the top of the window says it.

Every sentence says what happened, what was kept and what to do, in the user's words; none offers to delete anything.
A test collects the ids of the whole program and asks for a sentence for each, in both languages.
"""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from needsform.models.errors import Message
from needsform.ui.code_faults import CODE_FAULTS
from needsform.ui.delivery_faults import DELIVERY_FAULTS
from needsform.ui.directory_faults import DIRECTORY_FAULTS
from needsform.ui.file_faults import FILE_FAULTS
from needsform.ui.inbox_faults import INBOX_FAULTS
from needsform.ui.indicator_faults import INDICATOR_FAULTS
from needsform.ui.plan_faults import PLAN_FAULTS
from needsform.ui.store_faults import STORE_FAULTS

SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # The program itself ------------------------------------------------------------------------------------------
    "program.failed": QT_TRANSLATE_NOOP(
        "Messages", "Something went wrong in the program. What was saved is still there. Carry on, or start again."
    ),
    "self_check.passed": QT_TRANSLATE_NOOP(
        "Messages", "Needsform {version}: store, forms, words, sheet and windows all work here."
    ),
    "program.failed_citizen": QT_TRANSLATE_NOOP(
        "Messages", "Something went wrong. What you have ticked is saved. Please tell the staff."
    ),
    # The door ----------------------------------------------------------------------------------------------------
    "unlock.wrong": QT_TRANSLATE_NOOP("Messages", "The login and the password do not fit together. Try again."),
    "unlock.wrong_wait": QT_TRANSLATE_NOOP(
        "Messages", "The login and the password do not fit together. You can try again in {seconds} s."
    ),
    "unlock.wait": QT_TRANSLATE_NOOP("Messages", "There were too many wrong tries. You can try again in {seconds} s."),
    "unlock.try_now": QT_TRANSLATE_NOOP("Messages", "You can try again now."),
    "unlock.disabled": QT_TRANSLATE_NOOP("Messages", "This login is no longer in use. Ask your administrator."),
    "unlock.no_such_login": QT_TRANSLATE_NOOP("Messages", "Nobody here has this login."),
    "unlock.recovery_wrong": QT_TRANSLATE_NOOP(
        "Messages", "This is not the recovery key of this computer's store. Compare each group with the paper."
    ),
    "unlock.recovery_wrong_wait": QT_TRANSLATE_NOOP(
        "Messages", "This is not the recovery key of this computer's store. You can try again in {seconds} s."
    ),
    "password.too_short": QT_TRANSLATE_NOOP(
        "Messages", "Use at least {shortest} characters. A short sentence is good."
    ),
    "password.differs": QT_TRANSLATE_NOOP("Messages", "The two passwords are not the same. Write them again."),
    "first_run.site_missing": QT_TRANSLATE_NOOP("Messages", "Write the name of the place."),
    "first_run.name_missing": QT_TRANSLATE_NOOP("Messages", "Write your name."),
    "first_run.login_missing": QT_TRANSLATE_NOOP("Messages", "Choose a short login, such as your initials."),
    "first_run.group_wrong": QT_TRANSLATE_NOOP(
        "Messages", "Group {number} on the paper is another one. Go back to see the key again."
    ),
    "lock.unattended": QT_TRANSLATE_NOOP(
        "Messages", "The screen was locked because nobody was at it. What was written is saved."
    ),
    "lock.unattended_citizen": QT_TRANSLATE_NOOP(
        "Messages", "The screen was locked because nobody was at it. Your answers are saved. Please tell the staff."
    ),
    # People and keys ---------------------------------------------------------------------------------------------
    "staff.login_missing": QT_TRANSLATE_NOOP("Messages", "Choose a short login, such as the colleague's initials."),
    "staff.login_taken": QT_TRANSLATE_NOOP("Messages", "Somebody here has this login, or had it. Choose another one."),
    "staff.name_missing": QT_TRANSLATE_NOOP("Messages", "Write the colleague's name."),
    "staff.unknown": QT_TRANSLATE_NOOP("Messages", "This colleague is not in the list. Go back to it."),
    "staff.disabled": QT_TRANSLATE_NOOP("Messages", "This colleague has no access now. Give access again first."),
    "staff.not_yourself": QT_TRANSLATE_NOOP(
        "Messages",
        "You cannot take your own access or your own role away, so that there is always an administrator."
        " Ask another administrator.",
    ),
    "password.same": QT_TRANSLATE_NOOP("Messages", "This is the password that you have. Choose another one."),
    "password.old_wrong": QT_TRANSLATE_NOOP("Messages", "This is not the password that you have. Try again."),
    "password.changed": QT_TRANSLATE_NOOP("Messages", "Your new password holds from now on."),
    "keys.behind": QT_TRANSLATE_NOOP(
        "Messages",
        "The change is saved, but the file with the keys could not be written. It is written the next time somebody"
        " unlocks; until then the old passwords hold.",
    ),
    "keys.recovery_renewed": QT_TRANSLATE_NOOP(
        "Messages", "The new recovery key holds. The old paper opens nothing any more: destroy it."
    ),
    "rekey.done": QT_TRANSLATE_NOOP(
        "Messages", "The store has a new key. All passwords and the recovery key on paper are the same as before."
    ),
    "rekey.old_recovery_key": QT_TRANSLATE_NOOP(
        "Messages", "The recovery key is from an older version of the program. Make a new recovery key first."
    ),
    # The store ---------------------------------------------------------------------------------------------------
    "store.exists": QT_TRANSLATE_NOOP(
        "Messages",
        "There is already a store in this folder. It was left untouched. Start the program again to unlock it.",
    ),
    "store.stopped": QT_TRANSLATE_NOOP(
        "Messages",
        "The disk did not take what was written. What was saved before is kept. Lock the program and unlock it again"
        " before you carry on.",
    ),
    "store.refused": QT_TRANSLATE_NOOP(
        "Messages", "The store did not take this, because it does not fit with what is there. Nothing was changed."
    ),
    # Backups -----------------------------------------------------------------------------------------------------
    "backup.made": QT_TRANSLATE_NOOP("Messages", "The backup is made and has been read again."),
    "backup.restored": QT_TRANSLATE_NOOP(
        "Messages", "The backup is in place. What was there before is kept aside. Unlock the program to go on."
    ),
    "backup.disk_full": QT_TRANSLATE_NOOP(
        "Messages",
        "There was no room on the disk for a backup. What is written is saved in the store. Make room on the disk.",
    ),
    "backup.io_error": QT_TRANSLATE_NOOP(
        "Messages",
        "The disk did not take the backup. What is written is saved in the store. Tell whoever looks after the"
        " computer.",
    ),
    "backup.not_sound": QT_TRANSLATE_NOOP(
        "Messages", "This backup cannot be read correctly, so it is not used. The store is as it was. Choose another."
    ),
    "backup.other_keys": QT_TRANSLATE_NOOP(
        "Messages", "This backup does not open with this password. The store is as it was. Choose another backup."
    ),
    "backup.folder_synchronised": QT_TRANSLATE_NOOP(
        "Messages", "{service} copies this folder to the internet. Health data may not leave the house. Choose another."
    ),
    "backup.folder_is_store": QT_TRANSLATE_NOOP(
        "Messages", "There is a backup beside the store already. Choose a folder on another disk."
    ),
    "backup.second_failed": QT_TRANSLATE_NOOP(
        "Messages", "The backup beside the store is made, but the other folder could not be reached. Plug it in."
    ),
    "work.stopped": QT_TRANSLATE_NOOP("Messages", "It was stopped. Everything is as it was."),
    "tombstones.damaged": QT_TRANSLATE_NOOP(
        "Messages", "The list of erased citizens cannot be read. Nothing was changed. Ask for help."
    ),
    # Files -------------------------------------------------------------------------------------------------------
    "file.disk_full": QT_TRANSLATE_NOOP(
        "Messages", "The disk is full. What was saved before is kept. Make room on the disk and try again."
    ),
    "file.no_permission": QT_TRANSLATE_NOOP(
        "Messages", "You may not write in this folder. Nothing was changed. Choose another folder, or ask for access."
    ),
    "file.no_folder": QT_TRANSLATE_NOOP("Messages", "The folder does not exist. Nothing was changed. Choose another."),
    "file.cannot_write": QT_TRANSLATE_NOOP(
        "Messages", "The file could not be written (number {number}). What was there before is kept. Try again."
    ),
    # The citizen -------------------------------------------------------------------------------------------------
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
    # The assessment ----------------------------------------------------------------------------------------------
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
    # The printer -------------------------------------------------------------------------------------------------
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
    # Who may ----------------------------------------------------------------------------------------------------
    "presence.citizen_has_screen": QT_TRANSLATE_NOOP("Messages", "The citizen has the screen. Take it back first."),
    "presence.administrator_only": QT_TRANSLATE_NOOP("Messages", "Only an administrator can do this."),
    "presence.another_login": QT_TRANSLATE_NOOP(
        "Messages", "Nobody who works here now has this login and this password."
    ),
    # How long records are kept ------------------------------------------------------------------------------------
    "retention.years": QT_TRANSLATE_NOOP("Messages", "Choose from {fewest} to {most} years."),
    "retention.days": QT_TRANSLATE_NOOP("Messages", "Choose from {fewest} to {most} days."),
    "retention.clock": QT_TRANSLATE_NOOP(
        "Messages",
        "This computer's clock has jumped ahead, so nobody can say now what is old enough. Nothing was erased. See that"
        " the clock is right, and look again in a week.",
    ),
    "retention.saved": QT_TRANSLATE_NOOP("Messages", "Saved. Nothing is erased before you say so."),
    "hold.reason_missing": QT_TRANSLATE_NOOP("Messages", "Write why the record is to be kept."),
    "erase.held": QT_TRANSLATE_NOOP(
        "Messages", "The record is kept until further notice. End that first if it is to be erased."
    ),
    "erase.identifier_differs": QT_TRANSLATE_NOOP(
        "Messages", "This is not the number of this citizen. Look at it again and write all of it."
    ),
    "erase.stopped": QT_TRANSLATE_NOOP(
        "Messages", "Stopped. Who was erased until then stays erased; the others are still here."
    ),
    "erase.all_done": QT_TRANSLATE_NOOP("Messages", "Erased for good, in the backups too. Citizens: {count}."),
    "erase.swept": QT_TRANSLATE_NOOP("Messages", "The backups hold nobody who was erased."),
    "record.handed_out": QT_TRANSLATE_NOOP(
        "Messages", "Everything is in the folder {folder}. Files: {count}. Take them away once they are handed over."
    ),
    "erase.done": QT_TRANSLATE_NOOP("Messages", "Erased, in the backups too."),
    "erase.second_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The other folder with backups is not there now, so backups in it still hold who was erased. Connect it, and"
        " look through the backups again. A backup that is put in place never brings anybody back who was erased.",
    ),
    # The form -----------------------------------------------------------------------------------------------------
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
    # The trace ----------------------------------------------------------------------------------------------------
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
    # The place ----------------------------------------------------------------------------------------------------
    "site.saved": QT_TRANSLATE_NOOP("Messages", "Saved. New sheets say so from now on."),
}


def sentence(message: Message) -> str:
    """The sentence for a message, in the language that is installed. Raises KeyError for an id without one."""
    fault = STORE_FAULTS.get(message.message_id)
    if fault is not None:
        return " ".join(in_words(part, message) for part in fault.sentences)
    for context, texts in (
        ("Messages", SENTENCES),
        ("FileFaults", FILE_FAULTS),
        ("InboxFaults", INBOX_FAULTS),
        ("PlanFaults", PLAN_FAULTS),
        ("IndicatorFaults", INDICATOR_FAULTS),
        ("DeliveryFaults", DELIVERY_FAULTS),
        ("DirectoryFaults", DIRECTORY_FAULTS),
        ("CodeFaults", CODE_FAULTS),
    ):
        if message.message_id in texts:
            return QCoreApplication.translate(context, str(texts[message.message_id])).format(**message.parameters)
    raise KeyError(message.message_id)


def in_words(part: object, message: Message) -> str:
    """One part of a fault's words, in the language that is installed."""
    return QCoreApplication.translate("StoreFaults", str(part)).format(**message.parameters)


class MessageBar(QFrame):
    """One sentence at a time, above whatever screen is shown; put away by its button or by Esc.

    dismissed: the user has put the sentence away.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setProperty("role", "message")
        self._text = QLabel()
        self._text.setObjectName("message_text")
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._close = QPushButton()
        self._close.setObjectName("dismiss_message")
        row = QHBoxLayout(self)
        row.setContentsMargins(24, 12, 12, 12)
        row.setSpacing(16)
        row.addWidget(self._text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self._close.clicked.connect(self.dismiss)
        self.hide()

    @property
    def text(self) -> str:
        """What is being said; empty when nothing is."""
        return "" if self.isHidden() else self._text.text()

    def tell(self, message: Message) -> None:
        """Say a message, and tell it to assistive technology at once. The focus stays where it is."""
        self.say(sentence(message))

    def say(self, text: str) -> None:
        """Say a sentence that is already in words."""
        from needsform.ui.announcing import announce  # not before there is something to say

        self._close.setText(self.tr("Close message   Ctrl+D"))
        self._close.setAccessibleName(self.tr("Close message"))
        self._close.setShortcut("Ctrl+D")  # setText takes a shortcut away
        self._text.setText(text)
        self._text.setAccessibleName(text)
        self.show()
        announce(self, text)

    def dismiss(self) -> None:
        """Put the sentence away."""
        self.hide()
        self._text.clear()
        self.dismissed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Esc puts the sentence away while the focus is in the bar."""
        if event.key() == Qt.Key.Key_Escape:
            self.dismiss()
        else:
            super().keyPressEvent(event)
