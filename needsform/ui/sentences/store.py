"""What stands between staff and the store: what it is called, what happened, what was kept and what to do.

Each has a page of its own (`StoreFaultScreen`), and the same words are said in the message bar. None offers to delete.
"""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class StoreFault:
    """The words of one fault; object is how PySide6 types what the marker hands back."""

    title: object
    happened: object
    kept: object
    to_do: object
    can_be_restored: bool = False
    """Whether a backup is the way on."""

    @property
    def sentences(self) -> tuple[object, object, object]:
        """What is said where there is no page for it."""
        return self.happened, self.kept, self.to_do


_NOTHING_CHANGED = QT_TRANSLATE_NOOP("StoreFaults", "Nothing was changed.")

STORE_FAULTS: dict[str, StoreFault] = {
    "store.missing": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The store is not in its folder"),
        QT_TRANSLATE_NOOP("StoreFaults", "The file with the citizens' forms is not where it was."),
        QT_TRANSLATE_NOOP("StoreFaults", "The keys to it are still here, and no new store was made."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "If the file was moved, let whoever looks after the computer put it back, and try again. If it is gone,"
            " take the newest backup.",
        ),
        can_be_restored=True,
    ),
    "store.damaged": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The store is damaged"),
        QT_TRANSLATE_NOOP("StoreFaults", "A part of the file with the citizens' forms cannot be read correctly."),
        QT_TRANSLATE_NOOP("StoreFaults", "The file was left as it is, and nothing wrong is shown from it."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "Take the newest backup. The damaged file is kept aside, so that a specialist can look at it.",
        ),
        can_be_restored=True,
    ),
    "store.wrong_key_or_damaged": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The store does not open with its keys"),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "The password was right, but the file with the citizens' forms belongs to other keys, or its beginning is"
            " damaged.",
        ),
        QT_TRANSLATE_NOOP("StoreFaults", "Both files were left as they are."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "If somebody has moved files in the folder, let them put the right ones back, and try again. Otherwise take"
            " the newest backup.",
        ),
        can_be_restored=True,
    ),
    "store.newer": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The store belongs to a newer version"),
        QT_TRANSLATE_NOOP("StoreFaults", "The store was last used by a newer version of the program."),
        QT_TRANSLATE_NOOP("StoreFaults", "Everything in it is as it was. Nothing was changed."),
        QT_TRANSLATE_NOOP("StoreFaults", "Ask for the newer version of the program on this computer."),
    ),
    "store.in_use": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The store is in use"),
        QT_TRANSLATE_NOOP("StoreFaults", "The program is already open on this computer, perhaps for another user."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "Use the window that is open, or close it. Then try again. If there is none, start the computer again.",
        ),
    ),
    "store.no_permission": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The program may not use the folder"),
        QT_TRANSLATE_NOOP("StoreFaults", "This user may not read and write in the folder of the store."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP(
            "StoreFaults", "Ask whoever looks after the computer for access to the folder. Then try again."
        ),
    ),
    "store.disk_full": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The disk is full"),
        QT_TRANSLATE_NOOP("StoreFaults", "There is no room left on the disk, so the last change is not saved."),
        QT_TRANSLATE_NOOP("StoreFaults", "Everything that was saved before is kept."),
        QT_TRANSLATE_NOOP("StoreFaults", "Make room on the disk, in other programs' folders, and try again."),
    ),
    "store.io_error": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The disk does not answer as it should"),
        QT_TRANSLATE_NOOP("StoreFaults", "The disk could not be read or written."),
        QT_TRANSLATE_NOOP("StoreFaults", "What was saved before is kept."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "Unlock the program again. If it happens once more, the disk may be worn out: ask whoever looks after the"
            " computer.",
        ),
        can_be_restored=True,
    ),
    "store.network_folder": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The folder is on a network drive"),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "The folder of the store lies on another machine ({kind}). A store that is written over a network can be"
            " damaged.",
        ),
        QT_TRANSLATE_NOOP("StoreFaults", "Nothing in the folder was opened or changed."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "Let whoever looks after the computer choose a folder on the computer's own disk. Backups may go to the"
            " network.",
        ),
    ),
    "store.synchronised_folder": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The folder is copied to the internet"),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "The folder of the store belongs to {service}, which copies it elsewhere while it is written. That can"
            " damage the store, and health data may not leave the house like that.",
        ),
        QT_TRANSLATE_NOOP("StoreFaults", "Nothing in the folder was opened or changed."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "Let whoever looks after the computer choose a folder on the computer's own disk that is not copied.",
        ),
    ),
    "store.unsafe_sqlite": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The program is not put together right"),
        QT_TRANSLATE_NOOP(
            "StoreFaults", "Its database library ({version}) can lose data, so the store was not opened."
        ),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("StoreFaults", "Ask for the right version of the program."),
    ),
    "keys.missing": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The keys are not in their folder"),
        QT_TRANSLATE_NOOP("StoreFaults", "The file with the keys to the store is not where it was."),
        QT_TRANSLATE_NOOP("StoreFaults", "The store itself is still here, and nothing was changed."),
        QT_TRANSLATE_NOOP(
            "StoreFaults",
            "If the file was moved, let whoever looks after the computer put it back, and try again. If it is gone,"
            " take the newest backup: the keys are in it.",
        ),
        can_be_restored=True,
    ),
    "keys.damaged": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The keys are damaged"),
        QT_TRANSLATE_NOOP("StoreFaults", "The file with the keys to the store cannot be read."),
        QT_TRANSLATE_NOOP("StoreFaults", "The store itself is still here, and nothing was changed."),
        QT_TRANSLATE_NOOP("StoreFaults", "Take the newest backup: the keys are in it."),
        can_be_restored=True,
    ),
    "keys.newer": StoreFault(
        QT_TRANSLATE_NOOP("StoreFaults", "The keys belong to a newer version"),
        QT_TRANSLATE_NOOP("StoreFaults", "The keys were last changed by a newer version of the program."),
        _NOTHING_CHANGED,
        QT_TRANSLATE_NOOP("StoreFaults", "Ask for the newer version of the program on this computer."),
    ),
}
"""By message id. What is not here is said in one sentence."""

SAME_AS = {"file.disk_full": "store.disk_full", "file.no_permission": "store.no_permission"}
"""Ids of files that mean the same when it is the store that they are said of."""


def store_fault(message_id: str) -> StoreFault | None:
    """The words of a fault of the store; None for anything else."""
    return STORE_FAULTS.get(SAME_AS.get(message_id, message_id))
