"""Whom to tell, by the municipality where the citizen lives, and from when to when.

Authority for parts of rehabilitation moves on 1 January 2027: a receiver need not be a municipality, and every entry
has its days.
"""

import re
from collections.abc import Iterable
from datetime import date

from needsform.models.errors import InputError
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import ReceiverId

_MAIL = re.compile(r"[A-Za-z0-9_%+'-]+(?:\.[A-Za-z0-9_%+'-]+)*@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


class Receiver(Frozen):
    """One entry: who is told of citizens of one municipality, and where."""

    id: ReceiverId
    municipality_code: str
    name: Name
    """Such as `Aarhus Kommune, Koordinerende instans på kræftområdet`."""
    mail: Line = ""
    """Address of secure mail; empty where there is none."""
    phone: Line = ""
    valid_from: date | None = None
    valid_to: date | None = None
    """Both days are included; None is open."""

    def is_valid_on(self, day: date) -> bool:
        """Whether this is whom to tell on a day."""
        return (self.valid_from or date.min) <= day <= (self.valid_to or date.max)

    def overlaps(self, other: "Receiver") -> bool:
        """Whether there is a day on which both would be told."""
        return (self.valid_from or date.min) <= (other.valid_to or date.max) and (other.valid_from or date.min) <= (
            self.valid_to or date.max
        )

    def require_complete(self) -> None:
        """Raise InputError beside the first field that cannot be so.

        `receiver.municipality_missing` at "municipality", `receiver.name_missing` at "name", `receiver.mail_shape` at
        "mail", `receiver.days_turned` at "valid_to".
        """
        if not self.municipality_code:
            raise InputError("receiver.municipality_missing", at="municipality")
        if not self.name:
            raise InputError("receiver.name_missing", at="name")
        if self.mail and not _is_mail(self.mail):
            raise InputError("receiver.mail_shape", at="mail")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise InputError("receiver.days_turned", at="valid_to")


def receiver_on(receivers: Iterable[Receiver], municipality_code: str, day: date) -> Receiver | None:
    """Whom to tell of a citizen of a municipality on a day; None where nobody is entered."""
    for receiver in receivers:
        if receiver.municipality_code == municipality_code and receiver.is_valid_on(day):
            return receiver
    return None


def require_alone(receiver: Receiver, others: Iterable[Receiver]) -> None:
    """Raise InputError `receiver.overlap` at "valid_from" where two would be told of one citizen on one day."""
    for other in others:
        is_another = other.id != receiver.id and other.municipality_code == receiver.municipality_code
        if is_another and other.overlaps(receiver):
            raise InputError("receiver.overlap", at="valid_from")


def _is_mail(text: str) -> bool:
    """A plain address: letters of ASCII, one @ and a place with a dot, as every mail program takes it (RFC 5321)."""
    return _MAIL.fullmatch(text) is not None
