"""What the site's own record says of an assessment: offered, need or no need, areas, actions (agreement 5.2.3)."""

from needsform.export import conclusions
from needsform.export.correspondence import paragraphs, signature_lines
from needsform.models.care_plan import CarePlan
from needsform.models.practitioner import Signature
from needsform.models.sheet import SheetContent


def epj_text(content: SheetContent, signed: Signature) -> str:
    """A plain text to be pasted into the record of this citizen, whom it therefore does not name."""
    words = content.words
    return "\n".join(
        paragraphs(
            (words.text("letter.subject"),),
            conclusions.everything(content),
            _talked_about(content),
            signature_lines(signed, content.printed_at, words),
        )
    )


def _talked_about(content: SheetContent) -> tuple[str, ...]:
    words, plan = content.words, content.assessment.care_plan or CarePlan()
    answers = {
        None: words.text("letter.consent.not_noted"),
        True: words.text("record.yes"),
        False: words.text("record.no"),
    }
    return (
        *((words.text("letter.told"),) if plan.told_that_authority_decides else ()),
        words.text("letter.consent.municipality", answer=answers[plan.consent_municipality]),
        words.text("letter.consent.gp", answer=answers[plan.consent_gp]),
    )
