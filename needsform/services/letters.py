"""The texts that leave beside the sheet, on the clipboard, on paper or as a mail draft, each with its row in the trace.

Nothing is written for a receiver whom the citizen has not agreed to have told. The program itself sends nothing.
"""

from dataclasses import dataclass
from pathlib import Path

from needsform.models.assessment import SIGNED_OR_LATER
from needsform.models.audit import Action
from needsform.models.delivery import Recipient
from needsform.models.errors import InputError, PermissionDenied, WorldError
from needsform.models.letter import ATTACHMENT, LetterForm
from needsform.models.sheet import SheetContent
from needsform.services.clock import Clock, Entropy
from needsform.services.deliveries import Deliveries
from needsform.services.documents import render_sheet
from needsform.services.presence import Presence
from needsform.storage.assessments import load_assessment
from needsform.storage.database import Database
from needsform.storage.outgoing_files import made_ready_outside

_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""None that is taken for another when it is read aloud or copied by hand."""
_GROUPS, _GROUP = 4, 4


@dataclass(frozen=True, slots=True)
class Letter:
    """One text, ready to be read before it leaves."""

    recipient: Recipient
    content: SheetContent
    subject: str
    text: str
    """As it is shown and copied."""
    body: str
    """What a mail says of itself, where subject and receiver stand elsewhere."""
    neutral_body: str
    """The same for a mail that others may read on its way: it names nobody but the sender."""


def draft_mail(letter: Letter, to: str, password: str | None) -> bytes:
    """The mail with the sheet attached, behind a password if there is one. Slow: it renders the sheet."""
    from needsform.export.mail_draft import mail_draft
    from needsform.export.protected_pdf import protect

    pdf = render_sheet(letter.content)
    if password is None:
        return mail_draft(to, letter.subject, letter.body, pdf, ATTACHMENT)
    return mail_draft(to, letter.subject, letter.neutral_body, protect(pdf, password), ATTACHMENT)


class Letters:
    """What staff lets leave."""

    def __init__(
        self, database: Database, presence: Presence, deliveries: Deliveries, clock: Clock, entropy: Entropy
    ) -> None:
        self._database, self._presence, self._deliveries = database, presence, deliveries
        self._clock, self._entropy = clock, entropy

    def letter(self, content: SheetContent, recipient: Recipient, receiver: str = "") -> Letter:
        """The text for one receiver, called `receiver`.

        Raises PermissionDenied `delivery.not_signed`, InputError `letter.none` for who gets the sheet alone, and
        as `Handover.require_may_leave`.
        """
        self._presence.require_staff()
        if content.assessment.status not in SIGNED_OR_LATER:
            raise PermissionDenied("delivery.not_signed")
        self._deliveries.handover(content.assessment).require_may_leave(recipient)
        return _written(content, recipient, receiver, self._presence)

    def new_password(self) -> str:
        """A password for a protected copy, to be told by telephone: about 79 bits, in groups that can be read aloud."""
        self._presence.require_staff()
        letters = "".join(self._chance() for _ in range(_GROUPS * _GROUP))
        return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))

    def record(self, letter: Letter, form: LetterForm) -> None:
        """Leave the row that a text was copied or sent to the printer."""
        self._presence.require_staff()
        act = Action.PRINT if form is LetterForm.LETTER else Action.EXPORT
        with self._database.atomic():
            self._record(act, letter, form)

    def save_mail(self, letter: Letter, mail: bytes, path: Path, form: LetterForm) -> None:
        """Write a draft where the user chose. Raises WorldError as `write_atomically`; a row says that it failed."""
        self._presence.require_staff()
        try:
            with made_ready_outside(self._database, path, mail) as put_in_place:
                with self._database.atomic():
                    self._record(Action.EXPORT, letter, form)
                put_in_place()  # a row without its file is better than a file without its row
        except WorldError as error:
            assessment = letter.content.assessment
            self._presence.record_failure(
                Action.EXPORT_FAILED, error, patient_id=assessment.patient_id, assessment_id=assessment.id
            )
            raise

    def _record(self, action: Action, letter: Letter, form: LetterForm) -> None:
        assessment = letter.content.assessment
        stored = load_assessment(self._database, assessment.id)
        if stored.revision != assessment.revision or stored.status not in SIGNED_OR_LATER:
            raise WorldError("assessment.changed_elsewhere")  # what the citizen agrees to may have changed too
        self._presence.record(
            action,
            self._clock(),
            patient_id=assessment.patient_id,
            assessment_id=assessment.id,
            detail=f"form={form.value} recipient={letter.recipient.value} revision={assessment.revision}",
        )

    def _chance(self) -> str:
        """One letter, each as likely as the other."""
        while True:
            (number,) = self._entropy(1)
            if number < 256 // len(_LETTERS) * len(_LETTERS):
                return _LETTERS[number % len(_LETTERS)]


def _written(content: SheetContent, recipient: Recipient, receiver: str, presence: Presence) -> Letter:
    from needsform.export.correspondence import letter_to_gp, signature_lines
    from needsform.export.epj_text import epj_text
    from needsform.export.municipality_notice import municipality_notice

    signed, words = presence.practitioner.signature(), content.words
    if recipient is Recipient.RECORD:
        text = epj_text(content, signed)
        return Letter(recipient, content, words.text("letter.subject"), text, text, "")
    if recipient is Recipient.CITIZEN:
        raise InputError("letter.none", at="recipient")
    written = (
        municipality_notice(content, receiver, signed)
        if recipient is Recipient.MUNICIPALITY
        else letter_to_gp(content, signed)
    )
    signature = signature_lines(signed, content.printed_at, words)
    neutral = "\n".join((words.text("letter.protected"), "", *signature))
    return Letter(recipient, content, written.subject, written.text, written.body, neutral)
