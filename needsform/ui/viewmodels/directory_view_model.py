"""The directory of offers and contacts, as an administrator keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import TypeAdapter
from PySide6.QtCore import QObject, Signal

from needsform.models.directory import DirectoryEntry, Validity
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import ContactId, LinkId
from needsform.models.typed_contact import TypedContact
from needsform.models.words import Words
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class DirectoryState:
    """The page as it stands."""

    entries: tuple[DirectoryEntry, ...]
    today: date
    edited: DirectoryEntry | None = None
    """The entry that is being put right; None for a new one or while nothing is typed."""
    typed: TypedContact | None = None
    """None while nothing is typed."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    holds_unsaved: bool = False
    """Something else was wanted that would have cost what is typed, so the entry stays open and says so."""
    changed: ContactId | None = None
    """The entry that was changed last, which can be taken back."""
    changed_name: str = ""

    def those(self, validity: Validity) -> tuple[DirectoryEntry, ...]:
        """The entries that hold today, later, or no longer, in their order."""
        return tuple(entry for entry in self.entries if entry.validity_on(self.today) is validity)

    @property
    def has_unsaved(self) -> bool:
        """Whether something was typed that is not kept yet."""
        before = TypedContact() if self.edited is None else TypedContact.of(self.edited)
        return self.typed is not None and self.typed != before


@dataclass(frozen=True, slots=True)
class _Unfinished:
    """What is kept over the lock."""

    contact_id: ContactId | None
    typed: TypedContact


_UNFINISHED = TypeAdapter(_Unfinished)


class DirectoryViewModel(QObject):
    """What an administrator does with the directory. What is typed goes only by `save` and `close`.

    `changed(DirectoryState)`: anything on the page. `refused`: something typed is wrong or not kept yet; the state says
    what. `failed(Message)`: it could not be done.
    """

    changed = Signal(DirectoryState)
    refused = Signal()
    failed = Signal(Message)

    def __init__(self, session: Session, words: Words) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._directory, self._now, self.words = session.directory, session.now, words
        form = session.questionnaires.default()
        language = words.language if words.language in form.languages else form.languages[0]
        self.areas: Mapping[LinkId, str] = {area.link_id: area.text[language] for area in form.areas}
        self.topics: Mapping[LinkId, str] = {topic: form.heading(topic, language) for topic in form.topics}
        self.topics_by_area: Mapping[LinkId, tuple[LinkId, ...]] = {
            area.link_id: tuple(topic.link_id for topic in area.topics) for area in form.areas
        }
        self.state = self._read()

    def add(self) -> None:
        """Begin a new entry."""
        if not self.keeps_unsaved():
            self._open(None, TypedContact())

    def edit(self, contact_id: ContactId) -> None:
        """Put an entry right; the one that is open already stays as it is."""
        entry = next(entry for entry in self.state.entries if entry.id == contact_id)
        if entry != self.state.edited and not self.keeps_unsaved():
            self._open(entry, TypedContact.of(entry))

    def write(self, typed: TypedContact) -> None:
        """Take the fields as they stand now."""
        self._open(self.state.edited, typed)

    def close(self) -> None:
        """Leave the entry as it was."""
        self._open(None, None)

    def save(self) -> None:
        """Keep what is typed."""
        typed, edited = self.state.typed, self.state.edited
        if typed is None:
            return
        try:
            entry = typed.read(self._directory.new_id() if edited is None else edited.id)
            if entry == edited:
                self.close()
                return
            self._directory.save(entry)
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}, holds_unsaved=False))
            self.refused.emit()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._tell_changed(entry, self._read())

    def end(self, contact_id: ContactId) -> None:
        """Today is the last day of an entry."""
        if self._is_open(contact_id) and self.keeps_unsaved():
            return
        entry = next(entry for entry in self.state.entries if entry.id == contact_id)
        ended = entry.model_copy(update={"valid_to": self._now().date()})
        try:
            self._directory.save(ended)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._tell_changed(ended, self._anew(contact_id))

    def take_back(self) -> None:
        """The entry that was changed last is again as it was before."""
        changed = self.state.changed
        if changed is None or (self._is_open(changed) and self.keeps_unsaved()):
            return
        try:
            self._directory.take_back(changed)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(self._anew(changed))

    def keeps_unsaved(self) -> bool:
        """Whether something is typed that is not kept yet; then it stays open, and that is told."""
        if not self.state.has_unsaved:
            return False
        self._show(replace(self.state, errors={}, holds_unsaved=True))
        self.refused.emit()
        return True

    def unfinished(self) -> bytes:
        """The entry that is open, as it is typed; nothing before the first letter."""
        edited, typed = self.state.edited, self.state.typed
        if typed is None or not self.state.has_unsaved:
            return b""
        return _UNFINISHED.dump_json(_Unfinished(None if edited is None else edited.id, typed))

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        kept = _UNFINISHED.validate_json(words)
        self._open(next((entry for entry in self.state.entries if entry.id == kept.contact_id), None), kept.typed)

    def _is_open(self, contact_id: ContactId) -> bool:
        return self.state.edited is not None and self.state.edited.id == contact_id

    def _anew(self, contact_id: ContactId) -> DirectoryState:
        """The list after an entry of it was changed; what is being typed of another one stays."""
        state = self._read()
        if self._is_open(contact_id):
            return state
        return replace(state, edited=self.state.edited, typed=self.state.typed, errors=self.state.errors)

    def _read(self) -> DirectoryState:
        """The list, by the day that it is now: the page may have been open since yesterday."""
        return DirectoryState(self._directory.everything(), self._now().date())

    def _open(self, edited: DirectoryEntry | None, typed: TypedContact | None) -> None:
        self._show(replace(self.state, edited=edited, typed=typed, errors={}, holds_unsaved=False))

    def _tell_changed(self, entry: DirectoryEntry, state: DirectoryState) -> None:
        self._show(replace(state, changed=entry.id, changed_name=entry.named(self.words.language)))

    def _show(self, state: DirectoryState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
