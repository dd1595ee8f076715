"""The notice to whoever contacts the citizen at home: name, phone, contact person, conclusions (agreement 5.2.5)."""

from collections.abc import Iterator

from needsform.export import conclusions, sheet_words
from needsform.export.correspondence import Correspondence, paragraphs, site_name
from needsform.models.care_plan import Conclusion
from needsform.models.practitioner import Signature
from needsform.models.sheet import SheetContent


def municipality_notice(content: SheetContent, receiver: str, signed: Signature) -> Correspondence:
    """What the receiver is told, who need not be a municipality; `signed` is who tells."""
    words, plan = content.words, content.assessment.care_plan
    is_needed = plan is None or plan.conclusion is not Conclusion.NO_NEED
    lead = "letter.notice.lead" if is_needed else "letter.notice.lead_no_need"
    closing = [words.text("letter.notice.consent")]
    if is_needed:
        closing.append(words.text("letter.notice.contact_within"))
    return Correspondence(
        to=receiver,
        about=content.patient,
        lines=paragraphs(
            (words.text(lead, site=site_name(content)),),
            tuple(_how_to_reach(content)),
            conclusions.everything(content),
            tuple(closing),
        ),
        signed=signed,
        at=content.printed_at,
        words=words,
    )


def _how_to_reach(content: SheetContent) -> Iterator[str]:
    words, patient = content.words, content.patient
    unknown = words.text("letter.not_given")
    phone = words.text("letter.citizen_phone", phone=patient.phone or unknown)
    yield f"{phone}, {words.text('sheet.best_time', time=patient.best_time)}" if patient.best_time else phone
    if patient.needs_interpreter:
        language = words.texts.get(f"language.{patient.language}", patient.language)
        yield words.text("letter.interpreter", language=language)
    if patient.address_protected:
        yield words.text("sheet.protected")
    yield words.text("letter.contact", contact=", ".join(filter(None, sheet_words.contact(content))) or unknown)
