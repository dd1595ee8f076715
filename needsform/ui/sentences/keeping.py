"""The store at work, backups, files, and how long records are kept, in words; what keeps a store shut is in `store`."""

from PySide6.QtCore import QT_TRANSLATE_NOOP

CONTEXT = "Messages"
SENTENCES: dict[str, object] = {  # object is how PySide6 types what the marker hands back
    # The store --------------------------------------------------------------------------------------------------------
    "store.exists": QT_TRANSLATE_NOOP(
        "Messages",
        "There is already a store in this folder. It was left untouched. Start the program again to unlock it.",
    ),
    "store.stopped": QT_TRANSLATE_NOOP(
        "Messages",
        "The disk did not take what was written. What was saved before is kept. Lock the program and unlock it again"
        " before you carry on.",
    ),
    "store.no_memory": QT_TRANSLATE_NOOP(
        "Messages",
        "The computer has run out of memory, so nothing more was written. What was saved before is kept. Close other"
        " programs, then lock this one and unlock it again before you carry on.",
    ),
    "store.refused": QT_TRANSLATE_NOOP(
        "Messages", "The store did not take this, because it does not fit with what is there. Nothing was changed."
    ),
    # Backups ----------------------------------------------------------------------------------------------------------
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
    # Files ------------------------------------------------------------------------------------------------------------
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
    # How long records are kept ----------------------------------------------------------------------------------------
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
        "Messages",
        "Stopped. Citizens erased until then: {count}. The others are still here. Backups may still hold who was"
        " erased: look through them again under Administration, How long records are kept. The next erasure does so"
        " too. A backup that is put in place never brings anybody back who was erased.",
    ),
    "erase.sweep_stopped": QT_TRANSLATE_NOOP(
        "Messages",
        "The erasure is done here, but looking through the backups was stopped, so some may still hold who was erased."
        " Look through them again under Administration, How long records are kept. The next erasure does so too. A"
        " backup that is put in place never brings anybody back who was erased.",
    ),
    "erase.sweep_no_room": QT_TRANSLATE_NOOP(
        "Messages",
        "The erasure is done here, but there was no room on the disk to make the backups anew, so some still hold who"
        " was erased. Make room, and look through them again under Administration, How long records are kept. A backup"
        " that is put in place never brings anybody back who was erased.",
    ),
    "erase.sweep_failed": QT_TRANSLATE_NOOP(
        "Messages",
        "The erasure is done here, but not all backups could be read and made anew, so some may still hold who was"
        " erased. Look through them again under Administration, How long records are kept. If that does not help, tell"
        " whoever looks after the computer. A backup that is put in place never brings anybody back who was erased.",
    ),
    "erase.all_done": QT_TRANSLATE_NOOP("Messages", "Erased for good, in the backups too. Citizens: {count}."),
    "erase.swept": QT_TRANSLATE_NOOP("Messages", "The backups hold nobody who was erased."),
    "record.handed_out": QT_TRANSLATE_NOOP(
        "Messages", "Everything is in the folder {folder}. Files: {count}. Take them away once they are handed over."
    ),
    "erase.done": QT_TRANSLATE_NOOP("Messages", "Erased, in the backups too."),
    "erase.second_missing": QT_TRANSLATE_NOOP(
        "Messages",
        "The erasure is done here, but the other folder with backups is not there now, so backups in it still hold who"
        " was erased. Connect it, and look through the backups again under Administration, How long records are kept."
        " A backup that is put in place never brings anybody back who was erased.",
    ),
}
