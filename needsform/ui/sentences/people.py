"""Who comes in, who may do what, and what goes wrong in the program itself, in words."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Messages"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # The program itself -----------------------------------------------------------------------------------------------
    "program.failed": QT_TRANSLATE_NOOP(
        "Messages", "Something went wrong in the program. What was saved is still there. Carry on, or start again."
    ),
    "self_check.passed": QT_TRANSLATE_NOOP(
        "Messages", "Needsform {version}: store, forms, words, sheet and windows all work here."
    ),
    "program.failed_citizen": QT_TRANSLATE_NOOP(
        "Messages", "Something went wrong. What you have ticked is saved. Please tell the staff."
    ),
    # The door ---------------------------------------------------------------------------------------------------------
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
        "Messages", "The screen was locked because nobody was at it. What was written is there when you unlock it."
    ),
    "lock.unattended_citizen": QT_TRANSLATE_NOOP(
        "Messages", "The screen was locked because nobody was at it. Your answers are saved. Please tell the staff."
    ),
    "words.left": QT_TRANSLATE_NOOP("Messages", "What you had begun is not saved."),
    "words.would_be_lost": QT_TRANSLATE_NOOP(
        "Messages", "What you have begun is not saved. Close the window once more to close it without saving."
    ),
    # People and keys --------------------------------------------------------------------------------------------------
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
    # Who may ----------------------------------------------------------------------------------------------------------
    "presence.citizen_has_screen": QT_TRANSLATE_NOOP("Messages", "The citizen has the screen. Take it back first."),
    "presence.administrator_only": QT_TRANSLATE_NOOP("Messages", "Only an administrator can do this."),
    "presence.first_password": QT_TRANSLATE_NOOP(
        "Messages", "A colleague knows your password. Choose one of your own first."
    ),
    "presence.another_login": QT_TRANSLATE_NOOP(
        "Messages", "Nobody who works here now has this login and this password."
    ),
    # The place --------------------------------------------------------------------------------------------------------
    "site.saved": QT_TRANSLATE_NOOP("Messages", "Saved. New sheets say so from now on."),
}
