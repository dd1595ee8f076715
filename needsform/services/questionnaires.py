"""The forms that can be filled in: those shipped and those a site has loaded, each by its url and version."""

from collections.abc import Callable, Iterable, Mapping

from needsform import resources
from needsform.models import strict_json
from needsform.models.errors import InputError, WorldError
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_reader import read_questionnaire

FOLDER = "questionnaires"
DEFAULT = "behovsvurdering/1.0/questionnaire.json"
"""The shipped form that a new assessment uses; an older release stays readable for ever."""


class Questionnaires:
    """Hands out forms, reading each file once and only when it is asked for.

    `stored` gives the files that this site has loaded; storage keeps them as the bytes that came in.
    """

    def __init__(self, stored: Callable[[], Iterable[bytes]] = tuple) -> None:
        """Nothing is read yet; make a new one when the site has loaded another form."""
        self._stored = stored
        self._read: dict[str, Questionnaire] = {}
        self._released: tuple[Questionnaire, ...] | None = None
        self._loaded: tuple[Questionnaire, ...] | None = None

    def default(self) -> Questionnaire:
        """The form for a new assessment."""
        return self._shipped(DEFAULT)

    def released(self) -> tuple[Questionnaire, ...]:
        """Every shipped form, oldest release first."""
        if self._released is None:
            self._released = tuple(self._shipped(name) for name in released_files())
        return self._released

    def loaded(self) -> tuple[Questionnaire, ...]:
        """The forms that this site has loaded."""
        if self._loaded is None:
            self._loaded = tuple(read_questionnaire(data, file="") for data in self._stored())
        return self._loaded

    def get(self, url: str, version: str) -> Questionnaire:
        """The very form that an assessment was filled in on.

        Raises WorldError `questionnaire.unknown` if this installation does not have it.
        """
        wanted = (url, version)
        default = self.default()
        if wanted == (default.url, default.version):
            return default
        for questionnaire in (*self.released(), *self.loaded()):
            if wanted == (questionnaire.url, questionnaire.version):
                return questionnaire
        raise WorldError("questionnaire.unknown", url=url, version=version)

    def check(self, data: bytes, file: str) -> Questionnaire:
        """A form that somebody wants to load, read but not kept; `file` is how its faults call it.

        Raises QuestionnaireFaults `questionnaire.refused`, and InputError `questionnaire.version_taken` if a
        different form with the same url and version is known here: a pair never changes its meaning.
        """
        questionnaire = read_questionnaire(data, file=file)
        for known in (*self.released(), *self.loaded()):
            if (known.url, known.version) == (questionnaire.url, questionnaire.version) and known.source != data:
                raise InputError("questionnaire.version_taken", version=known.version)
        return questionnaire

    def _shipped(self, name: str) -> Questionnaire:
        if name not in self._read:
            self._read[name] = read_questionnaire(resources.read_bytes(f"{FOLDER}/{name}"), file=name)
        return self._read[name]


def released_files() -> Mapping[str, str]:
    """The SHA-256 of every released form by its name in the folder, as they were when they were released."""
    read = strict_json.loads(resources.read_bytes(f"{FOLDER}/released.json"))
    assert isinstance(read, dict)  # noqa: S101 - our own file, held to this shape by a test
    return {name: str(digest) for name, digest in read.items()}
