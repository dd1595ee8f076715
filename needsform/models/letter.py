"""In which form a text leaves, and what its files are called: names that name nobody."""

from enum import StrEnum

ATTACHMENT = "behovsvurdering.pdf"
"""The sheet in a mail."""
DRAFT = "behovsvurdering.eml"
"""The mail itself, until somebody says otherwise."""


class LetterForm(StrEnum):
    """How a text leaves the screen."""

    TEXT = "text"
    """On the clipboard."""
    LETTER = "letter"
    """On paper."""
    MAIL = "mail"
    PROTECTED_MAIL = "protected_mail"
    """With the sheet behind a password."""
