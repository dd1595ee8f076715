"""A place whose sheets can be believed: its public key, what it is called here, and how two people compare it by phone.

A site's own key travels as a `SiteCard`, a small file without secrets. Nothing in it is believed before somebody has
read the fingerprint aloud to somebody who can see it on their own screen.
"""

import base64
import binascii
import json
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Final

from needsform.models import strict_json
from needsform.models.errors import InputError
from needsform.models.frozen import NAME_LENGTH, on_one_line
from needsform.models.identity import PractitionerId

KEY_BYTES: Final = 32
"""Of a public key (Ed25519)."""
LARGEST_CARD: Final = 4096
"""Bytes of a card's file."""
_FORMAT: Final = "urn:needsform:site:1"
_GROUPS, _GROUP_BYTES, _GROUP_DIGITS = 6, 5, 5
_SHORT_GROUPS = 2


def fingerprint(public_key: bytes) -> str:
    """Six groups of five figures, almost 100 bits of the key's hash: short enough to be read over a telephone."""
    digest = sha256(b"needsform:site\n" + public_key).digest()
    parts = (digest[start : start + _GROUP_BYTES] for start in range(0, _GROUPS * _GROUP_BYTES, _GROUP_BYTES))
    return " ".join(f"{int.from_bytes(part) % 10**_GROUP_DIGITS:0{_GROUP_DIGITS}}" for part in parts)


def short_form(said: str) -> str:
    """The first groups of a fingerprint: enough to tell two of one name apart on a screen, not to compare by phone."""
    return " ".join(said.split(" ")[:_SHORT_GROUPS])


@dataclass(frozen=True, slots=True)
class SiteCard:
    """What a site hands out of itself."""

    name: str
    public_key: bytes

    @property
    def fingerprint(self) -> str:
        """To be compared by telephone."""
        return fingerprint(self.public_key)

    def to_json(self) -> bytes:
        """The card as a file."""
        key = base64.b64encode(self.public_key).decode()
        said = {"format": _FORMAT, "name": self.name, "publicKey": key, "fingerprint": self.fingerprint}
        return json.dumps(said, ensure_ascii=False, indent=2).encode() + b"\n"


def read_card(data: bytes) -> SiteCard:
    """The card in a file from another site.

    Raises InputError `site_card.refused` for anything else, and those of `strict_json.loads`.
    """
    if len(data) > LARGEST_CARD:
        raise InputError("site_card.refused")
    match strict_json.loads(data):
        case {"format": str(form), "name": str(name), "publicKey": str(key), "fingerprint": str(said)}:
            card = SiteCard(on_one_line(name), _key(key))
            if form == _FORMAT and 0 < len(card.name) <= NAME_LENGTH and said == card.fingerprint:
                return card
    raise InputError("site_card.refused")


def _key(text: str) -> bytes:
    try:
        key = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InputError("site_card.refused") from error
    if len(key) != KEY_BYTES:
        raise InputError("site_card.refused")
    return key


@dataclass(frozen=True, slots=True)
class KnownSite:
    """A site whose card was taken in here."""

    name: str
    public_key: bytes
    known_since: datetime
    known_by: PractitionerId
    """The administrator who compared the fingerprint."""
    known_by_name: str = ""
    withdrawn_at: datetime | None = None
    """Since when its signature counts for nothing here; None while it counts."""

    @property
    def fingerprint(self) -> str:
        """As it was compared."""
        return fingerprint(self.public_key)
