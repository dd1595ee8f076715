"""The list of whom to tell, by municipality, as an administrator keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from pydantic import TypeAdapter
from PySide6.QtCore import QObject, Signal

from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import ReceiverId
from needsform.models.receiver import Receiver
from needsform.models.typed_date import as_typed, typed_date
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class TypedReceiver:
    """An entry as it is typed."""

    municipality_code: str = ""
    name: str = ""
    mail: str = ""
    phone: str = ""
    valid_from: str = ""
    valid_to: str = ""


@dataclass(frozen=True, slots=True)
class ReceiversState:
    """The page as it stands."""

    receivers: tuple[Receiver, ...]
    today: date
    edited: Receiver | None = None
    """The entry that is being put right; None for a new one or while nothing is typed."""
    typed: TypedReceiver | None = None
    """None while nothing is typed."""
    errors: Mapping[str, Message] = field(default_factory=dict)
    holds_unsaved: bool = False
    """Another entry was wanted, which would have cost what is typed, so this one stays open and says so."""


@dataclass(frozen=True, slots=True)
class _Unfinished:
    """What is kept over the lock."""

    receiver_id: ReceiverId | None
    typed: TypedReceiver


_UNFINISHED = TypeAdapter(_Unfinished)


class ReceiversViewModel(QObject):
    """What an administrator does with the list. What is typed goes only by `save`, `remove` and `close`.

    `changed(ReceiversState)`: anything on the page. `refused`: something typed is wrong or not kept yet; the state says
    what. `failed(Message)`: it could not be done.
    """

    changed = Signal(ReceiversState)
    refused = Signal()
    failed = Signal(Message)

    def __init__(self, session: Session, words: Words) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._receivers, self._now, self.words = session.receivers, session.now, words
        self._usual = session.site.default_municipality_code
        self.state = self._read()
        self.places = reference_data.municipalities().valid_on(self.state.today)

    def place_name(self, code: str) -> str:
        """What a municipality is called; its code where nobody knows."""
        found = reference_data.municipalities().find(code, self.state.today)
        return code if found is None else found.full_name

    def add(self) -> None:
        """Begin a new entry."""
        if not self.keeps_unsaved():
            self._open(None, TypedReceiver(self._usual))

    def edit(self, receiver_id: ReceiverId) -> None:
        """Put an entry right; the one that is open already stays as it is."""
        for receiver in self.state.receivers:
            if receiver.id == receiver_id and receiver != self.state.edited and not self.keeps_unsaved():
                self._open(receiver, self._as_typed(receiver))

    def write(self, typed: TypedReceiver) -> None:
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
            receiver_id = self._receivers.new_id() if edited is None else edited.id
            self._receivers.save(_receiver(typed, receiver_id))
        except InputError as error:
            self._show(replace(self.state, errors={error.field: error.message}, holds_unsaved=False))
            self.refused.emit()
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(self._read())

    def remove(self) -> None:
        """Take away the entry that is open: it was a mistake."""
        edited = self.state.edited
        if edited is None:
            return
        try:
            self._receivers.remove(edited)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(self._read())

    def keeps_unsaved(self) -> bool:
        """Whether something is typed that is not kept yet; then it stays open, and that is told."""
        if not self._has_unsaved():
            return False
        self._show(replace(self.state, errors={}, holds_unsaved=True))
        self.refused.emit()
        return True

    def unfinished(self) -> bytes:
        """The entry that is open, as it is typed; nothing before the first letter."""
        edited, typed = self.state.edited, self.state.typed
        if typed is None or not self._has_unsaved():
            return b""
        return _UNFINISHED.dump_json(_Unfinished(None if edited is None else edited.id, typed))

    def take_up(self, words: bytes) -> None:
        """Go on with what was typed before the page was left or the screen locked."""
        kept = _UNFINISHED.validate_json(words)
        edited = next((receiver for receiver in self.state.receivers if receiver.id == kept.receiver_id), None)
        self._open(edited, kept.typed)

    def _has_unsaved(self) -> bool:
        edited, typed = self.state.edited, self.state.typed
        before = TypedReceiver(self._usual) if edited is None else self._as_typed(edited)
        return typed is not None and typed != before

    def _read(self) -> ReceiversState:
        """The list, by the day that it is now: the page may have been open since yesterday."""
        return ReceiversState(self._receivers.everybody(), self._now().date())

    def _open(self, edited: Receiver | None, typed: TypedReceiver | None) -> None:
        self._show(replace(self.state, edited=edited, typed=typed, errors={}, holds_unsaved=False))

    def _as_typed(self, receiver: Receiver) -> TypedReceiver:
        days = map(as_typed, (receiver.valid_from, receiver.valid_to))
        return TypedReceiver(receiver.municipality_code, receiver.name, receiver.mail, receiver.phone, *days)

    def _show(self, state: ReceiversState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)


def _receiver(typed: TypedReceiver, receiver_id: ReceiverId) -> Receiver:
    return Receiver(
        id=receiver_id,
        municipality_code=typed.municipality_code,
        name=typed.name,
        mail=typed.mail,
        phone=typed.phone,
        valid_from=typed_date(typed.valid_from, "valid_from"),
        valid_to=typed_date(typed.valid_to, "valid_to"),
    )
