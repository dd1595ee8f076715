"""Texts to be sent by somebody else's system: who is told what of whom, with the four fields that MedCom asks for.

A correspondence (MedCom CareCommunication) names its author, the author's role and telephone, and the time. The subject
is a fixed one, so that it is found again, and names nobody.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from needsform.export import conclusions
from needsform.models.patient import PatientDetails
from needsform.models.practitioner import Signature
from needsform.models.sheet import SheetContent
from needsform.models.words import Words


@dataclass(frozen=True, slots=True)
class Correspondence:
    """One text: to whom, about whom, and who answers for it."""

    to: str
    """Who is told, by name; may be empty."""
    about: PatientDetails
    lines: tuple[str, ...]
    """What is told; an empty one stands between two paragraphs."""
    signed: Signature
    at: datetime
    words: Words

    @property
    def subject(self) -> str:
        """The fixed subject."""
        return self.words.text("letter.subject")

    @property
    def body(self) -> str:
        """What a field for the message itself takes: about whom, what, and the four fields of the signature."""
        about = self.words.text("letter.about", name=self.about.name, identifier=self.about.identifier.shown)
        return "\n".join((about, "", *self.lines, "", *signature_lines(self.signed, self.at, self.words)))

    @property
    def text(self) -> str:
        """The whole: receiver and subject stand above the body."""
        to = (self.words.text("letter.to", receiver=self.to),) if self.to else ()
        return "\n".join((*to, self.words.text("letter.subject_line", subject=self.subject), "", self.body))


def signature_lines(signed: Signature, at: datetime, words: Words) -> tuple[str, ...]:
    """Author's name, role, telephone and the time: MedCom's four; one that is not known says so."""
    unknown = words.text("letter.not_given")
    return (
        words.text("letter.author", name=signed.name or unknown),
        words.text("letter.role", role=signed.title or unknown),
        words.text("letter.phone", phone=signed.phone or unknown),
        words.text("letter.time", date=words.date(at.date()), time=words.time(at)),
    )


def paragraphs(*parts: Sequence[str]) -> tuple[str, ...]:
    """Parts one after the other with an empty line between them; parts without lines are left out."""
    lines: list[str] = []
    for part in parts:
        if part:
            lines += [*([""] if lines else []), *part]
    return tuple(lines)


def letter_to_gp(content: SheetContent, signed: Signature) -> Correspondence:
    """What the citizen's own doctor is told when needs were assessed; `signed` is who tells."""
    words = content.words
    lead = words.text("letter.gp.lead", site=site_name(content))
    return Correspondence(
        to=content.patient.general_practice.name,
        about=content.patient,
        lines=paragraphs((lead,), conclusions.everything(content), (words.text("letter.gp.consent"),)),
        signed=signed,
        at=content.printed_at,
        words=words,
    )


def site_name(content: SheetContent) -> str:
    """The unit and the site, once each."""
    unit, site = content.assessment.unit, content.site.name
    return unit if site and site in unit else ", ".join(filter(None, (unit, site)))
