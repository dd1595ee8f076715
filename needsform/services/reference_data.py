"""What is shipped beside the form: words, municipalities, suggestions, contacts. Read once, on first use.

Only the standard library is imported with this module, because the first window needs its words before anything
heavy is loaded; the models of the longer lists are imported by the functions that hand them out.
"""

from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from needsform import resources
from needsform.models import strict_json
from needsform.models.words import Words

if TYPE_CHECKING:
    from needsform.models.action_catalogue import ActionCatalogue
    from needsform.models.directory import DirectoryEntry
    from needsform.models.municipality import MunicipalityList

LANGUAGES = ("da", "en")
"""The languages that the program speaks; the first is its own."""

MUNICIPALITIES = "municipalities.json"
ACTIONS = "actions.json"
DIRECTORY = "directory.json"


@cache
def words(language: str) -> Words:
    """The words for paper and screen in one of `LANGUAGES`."""
    read = strict_json.loads(resources.read_bytes(f"words/{language}.json"))
    assert isinstance(read, dict)  # noqa: S101 - our own file, held to this shape by a test
    return Words(language=language, texts=MappingProxyType({key: str(text) for key, text in read.items()}))


@cache
def municipalities() -> "MunicipalityList":
    """The shipped municipalities and regions with their dates."""
    from needsform.models.municipality import MunicipalityList

    return MunicipalityList.model_validate_json(resources.read_bytes(MUNICIPALITIES))


def action_catalogue(override: bytes | None = None) -> "ActionCatalogue":
    """The suggestions for the back page: the shipped ones, or a site's own file instead of them.

    Raises EntryFaults for a site's file with anything wrong in it.
    """
    from needsform.models.action_catalogue_reader import read_action_catalogue

    return read_action_catalogue(resources.read_bytes(ACTIONS) if override is None else override, file=ACTIONS)


@cache
def directory() -> "tuple[DirectoryEntry, ...]":
    """The shipped directory of offers and contacts, where a site begins (`services.directory` has the site's own)."""
    from needsform.models.directory_reader import read_directory

    return read_directory(resources.read_bytes(DIRECTORY), file=DIRECTORY)
