"""Reading a list of suggestions from a file that a site may have edited."""

from needsform.models.action_catalogue import ActionCatalogue, Suggestion
from needsform.models.entry_list import read_entries

MOST_SUGGESTIONS = 300
"""More than anybody can choose from; a larger file is not a list of suggestions."""


def read_action_catalogue(data: bytes, *, file: str) -> ActionCatalogue:
    """The suggestions in file order. Raises EntryFaults as `read_entries`."""
    read = read_entries(data, Suggestion, file=file, key="suggestions", words="text", most=MOST_SUGGESTIONS)
    return ActionCatalogue(suggestions=read)
