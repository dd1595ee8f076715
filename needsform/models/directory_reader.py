"""Reading a directory of offers and contacts from a file."""

from needsform.models.directory import MOST_ENTRIES, DirectoryEntry
from needsform.models.entry_list import EntryFaults, read_entries
from needsform.models.errors import MOST_FAULTS, Fault, InputError, quoted


def read_directory(data: bytes, *, file: str) -> tuple[DirectoryEntry, ...]:
    """The entries in file order.

    Raises EntryFaults as `read_entries`; also with faults as `DirectoryEntry.require_complete`.
    """
    entries = read_entries(data, DirectoryEntry, file=file, key="directory", words="name", most=MOST_ENTRIES)
    faults = tuple(fault for entry in entries if (fault := _fault_of(entry, file)) is not None)
    if faults:
        raise EntryFaults("entries.refused", faults[:MOST_FAULTS])
    return entries


def _fault_of(entry: DirectoryEntry, file: str) -> Fault | None:
    try:
        entry.require_complete()
    except InputError as error:
        return Fault(file, quoted(entry.id), error.message)
    return None
