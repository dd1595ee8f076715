"""A mail that nobody has sent: a file that the user's own mail program opens as a draft.

The program sends nothing. Subject and file name name nobody; they travel in the clear whatever becomes of the rest.
"""

from email.message import EmailMessage
from email.policy import SMTP

_DRAFT = ("X-Unsent", "1")
"""By which mail programs tell a draft from a mail that was received."""


def mail_draft(to: str, subject: str, body: str, attachment: bytes, file_name: str) -> bytes:
    """The draft (RFC 5322) with one PDF attached. Header and text are encoded so that Danish letters arrive as such."""
    message = EmailMessage(policy=SMTP)
    message[_DRAFT[0]] = _DRAFT[1]
    if to:
        message["To"] = to
    message["Subject"] = subject
    message.set_content(body, charset="utf-8", cte="quoted-printable")
    message.add_attachment(attachment, maintype="application", subtype="pdf", filename=file_name)
    return message.as_bytes()
