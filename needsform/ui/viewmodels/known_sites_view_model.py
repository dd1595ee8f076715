"""Whose signatures count, for the administrator: the own key to hand out, and the keys of others, compared by phone."""

from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.known_site import KnownSite, SiteCard
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class KnownSitesState:
    """The page as it stands."""

    own: SiteCard
    sites: tuple[KnownSite, ...] = ()
    offered: SiteCard | None = None
    """A key from a file that is to be compared before it counts."""
    is_compared: bool = False
    """Whether the administrator has said that the figures are the same."""
    error: Message | None = None
    """What is wrong with the offered key."""
    asked: KnownSite | None = None
    """Whose key is about to be withdrawn."""


class KnownSitesViewModel(QObject):
    """A key counts only after somebody has said that its figures were compared.

    changed: anything of the state. failed: a sentence for the message bar.
    """

    changed = Signal(KnownSitesState)
    failed = Signal(Message)

    def __init__(self, session: Session) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._keys = session.site_keys
        self.state = KnownSitesState(self._keys.own_card(), self._keys.known())

    def save_own(self, path: Path | None) -> None:
        """Write the own key where the user chose; None if they changed their mind."""
        if path is None:
            return
        try:
            self._keys.save_card(path)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self.failed.emit(Message("site_card.saved"))

    def read(self, path: Path | None) -> None:
        """Look at another site's key; nothing counts yet."""
        if path is None:
            return
        try:
            card = self._keys.read_card(path)
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            self._show(replace(self.state, offered=card, is_compared=False, error=None, asked=None))

    def compare(self, *, is_same: bool) -> None:
        """The figures were read aloud at the other end, or not."""
        self._show(replace(self.state, is_compared=is_same, error=None))

    def take_in(self) -> None:
        """Let the offered key count, if it was compared."""
        offered = self.state.offered
        if offered is None:
            return
        if not self.state.is_compared:
            self._show(replace(self.state, error=Message("site_card.compare_first")))
            return
        try:
            self._keys.know(offered)
        except NeedsformError as error:
            self.failed.emit(error.message)
        self._read_anew()

    def ask_to_withdraw(self, site: KnownSite) -> None:
        """Somebody wants a key to count no more."""
        self._show(replace(self.state, asked=site, offered=None))

    def withdraw(self) -> None:
        """Let the key that was asked about count no more."""
        if self.state.asked is None:
            return
        try:
            self._keys.withdraw(self.state.asked.public_key)
        except NeedsformError as error:
            self.failed.emit(error.message)
        self._read_anew()

    def cancel(self) -> None:
        """Neither take in nor withdraw."""
        self._show(KnownSitesState(self.state.own, self.state.sites))

    def _read_anew(self) -> None:
        try:
            self._show(KnownSitesState(self.state.own, self._keys.known()))
        except NeedsformError as error:
            self.failed.emit(error.message)

    def _show(self, state: KnownSitesState) -> None:
        self.state = state
        self.changed.emit(state)
