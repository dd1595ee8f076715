"""What head and foot of a citizen's sheet say: whose it is, what was talked about when and with whom, whom to call.

Words only; where they stand is `sheet_frame`'s.
"""

from typing import Protocol

from needsform.models.assessment import Assessment
from needsform.models.municipality import Municipality
from needsform.models.patient import Patient
from needsform.models.practitioner import Signature
from needsform.models.sheet import SheetContent
from needsform.models.site import Site
from needsform.models.words import Words

Facts = tuple[str, ...]
"""Short facts that stand on one line as long as there is room."""


class Whose(Protocol):
    """A paper of a citizen."""

    @property
    def patient(self) -> Patient:
        """The citizen."""

    @property
    def municipality(self) -> Municipality | None:
        """Where they live, if that is known."""

    @property
    def words(self) -> Words:
        """The language of the paper."""


def identity(content: Whose) -> tuple[Facts, ...]:
    """Number and telephone; where the citizen lives and who their doctor is. A protected address is left off."""
    patient, words = content.patient, content.words
    best = words.text("sheet.best_time", time=patient.best_time) if patient.best_time else ""
    reached = [patient.identifier.shown, phone(patient.phone, words), best]
    lives = [content.municipality.full_name if content.municipality else ""]
    if patient.address_protected:
        lives.append(words.text("sheet.protected"))
    else:
        lives.insert(0, patient.address)
    practice = patient.general_practice
    doctor = ", ".join(filter(None, (practice.name, phone(practice.phone, words))))
    if doctor:
        lives.append(words.text("sheet.practice", practice=doctor))
    return tuple(tuple(filter(None, facts)) for facts in (reached, lives))


def occasion(content: SheetContent) -> tuple[Facts, ...]:
    """Below the title of the front: the subject, why now, when; who filled it in, and where."""
    words, assessment, site = content.words, content.assessment, content.site
    where = assessment.unit
    if site.name not in where:
        where = ", ".join(filter(None, (where, site.name)))
    filled_by = words.text(f"sheet.front.filled_by.{assessment.filled_by.value}")
    return (
        (words.text("sheet.front.subject"), words.of(assessment.occasion), words.date(assessment.held_on)),
        tuple(filter(None, (filled_by, where))),
    )


def talk(patient: Patient, assessment: Assessment, words: Words) -> tuple[Facts, ...]:
    """Below the title of the back: when, with whom, who came along; and what a caller should know of the citizen."""
    day = words.date(assessment.held_on)
    professional = _named(assessment.signature)
    with_whom = (
        words.text("sheet.back.talk", date=day, professional=professional)
        if professional
        else words.text("sheet.back.talk_alone", date=day)
    )
    at_home = [
        words.text("sheet.children_under_18") if patient.children_under_18 else "",
        _language(patient, words),
        words.text("sheet.interpreter") if patient.needs_interpreter else "",
    ]
    return ((with_whom, *_relative(patient, assessment, words)), tuple(filter(None, at_home)))


def _relative(patient: Patient, assessment: Assessment, words: Words) -> Facts:
    relative = patient.relative
    if not relative.is_named:
        return (words.text("sheet.back.unnamed_relative_present"),) if assessment.relative_present else ()
    named = relative.name
    if relative.relation:
        named = words.text("sheet.relative_named", name=relative.name, relation=relative.relation)
    key = "sheet.back.relative_present" if assessment.relative_present else "sheet.relative"
    return tuple(filter(None, (words.text(key, relative=named), phone(relative.phone, words))))


def _language(patient: Patient, words: Words) -> str:
    if patient.language in ("", words.language):
        return ""
    known = words.texts.get(f"language.{patient.language}", patient.language)
    return words.text("sheet.language", language=known)


def contact(content: SheetContent) -> tuple[str, str]:
    """Name and telephone of the citizen's own contact: the site's, or else whoever signs."""
    site, professional = content.site, content.assessment.signature
    if site.contact_name or site.contact_phone:
        return site.contact_name, phone(site.contact_phone, content.words)
    return _named(professional), phone(professional.phone, content.words)


def site_contact(site: Site, words: Words) -> tuple[str, str]:
    """The same for a form that is nobody's yet."""
    return site.contact_name, phone(site.contact_phone, words)


def helpline(site: Site, words: Words) -> str:
    """What the helpline is for, and its number where the site has filled it in."""
    return "\n".join(filter(None, (words.text("sheet.contact.helpline"), phone(site.helpline_phone, words))))


def authority(site: Site, words: Words) -> str:
    """Who decides what can be offered."""
    return site.authority or words.text("sheet.authority")


def copy_name(content: SheetContent) -> str:
    """Whose copy it is; of a draft or a received sheet, that it is one."""
    if content.came:
        return content.words.text("sheet.came.copy")
    whose = content.words.text(f"sheet.copy.{content.copy_name.value}")
    return f"{content.words.text('sheet.draft')} · {whose}" if content.is_draft else whose


def edition(content: SheetContent) -> str:
    """Which revision it is, and when it was printed."""
    words, printed = content.words, content.printed_at
    return words.text(
        "sheet.revision",
        revision=content.assessment.revision,
        date=words.date(printed.date()),
        time=words.time(printed),
    )


def signature(by: Signature, words: Words) -> Facts:
    """Name and title, and the telephone."""
    return tuple(filter(None, (_named(by), phone(by.phone, words))))


def _named(by: Signature) -> str:
    return ", ".join(filter(None, (by.name, by.title)))


def phone(number: str, words: Words) -> str:
    """A telephone number as the sheet writes it; nothing for none."""
    return words.text("sheet.phone", phone=number) if number else ""
