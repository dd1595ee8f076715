"""What the general practice is told of a plan for rehabilitation: that it began, and how it ended (agreement 5.3.2)."""

from collections.abc import Iterator

from needsform.export.correspondence import Correspondence, paragraphs
from needsform.models.plan_sheet import PlanSheetContent
from needsform.models.practitioner import Signature
from needsform.models.rehabilitation_plan import GpMoment, Offer
from needsform.models.words import Words


def plan_letter(content: PlanSheetContent, moment: GpMoment, signed: Signature) -> Correspondence:
    """The text for start or end; `signed` is who tells. What nobody has written is left out."""
    parts = _of_start(content) if moment is GpMoment.START else _of_end(content)
    return Correspondence(
        to=content.patient.general_practice.name,
        about=content.patient,
        lines=paragraphs(*parts),
        signed=signed,
        at=content.printed_at,
        words=content.words,
    )


def _of_start(content: PlanSheetContent) -> Iterator[list[str]]:
    words, plan = content.words, content.plan
    written = plan.content
    today = content.printed_at.date()
    day = plan.begun_on or today
    key = "plan.letter.begins" if day > today else "plan.letter.begun"  # a plan may be told of before its first day
    yield [words.text(key, site=_site(content), date=words.date(day))]
    yield _list(words.text("plan.letter.goals"), written.goals)
    yield _offers(content)
    chosen = (("plan.effort", written.effort), ("plan.retraining_plan", written.retraining_plan))
    yield [f"{words.text(key)}: {words.of(value)}" for key, value in chosen if value is not None]
    yield _responsible(content)
    yield [words.text("plan.letter.told_at_end")]


def _of_end(content: PlanSheetContent) -> Iterator[list[str]]:
    words, plan = content.words, content.plan
    begun = words.date(plan.begun_on or content.printed_at.date())
    ended = words.date(plan.ended_on or content.printed_at.date())
    yield [words.text("plan.letter.ended", site=_site(content), begun=begun, ended=ended)]
    status = plan.content.closing_status
    yield [words.text("plan.letter.status", status=status)] if status else []
    yield _list(words.text("plan.letter.goals"), plan.content.goals)
    yield _offers(content)
    yield _responsible(content)


def _offers(content: PlanSheetContent) -> list[str]:
    offers = [_offer(offer, content.words) for offer in content.plan.content.offers if not offer.is_empty]
    return _list(content.words.text("plan.letter.offers"), offers)


def _offer(offer: Offer, words: Words) -> str:
    kind = words.of(offer.kind) if offer.kind else ""
    begins = words.text("plan.letter.from", when=offer.begins) if offer.begins else ""
    ends = words.text("plan.letter.until", when=offer.ends) if offer.ends else ""
    return ", ".join(filter(None, (offer.name, kind.lower(), offer.responsible, begins, ends)))


def _list(title: str, items: tuple[str, ...] | list[str]) -> list[str]:
    """A title and a line for each; nothing where there are none."""
    return [title, *(f"- {item}" for item in items)] if items else []


def _responsible(content: PlanSheetContent) -> list[str]:
    who = ", ".join(filter(None, (content.plan.content.responsible, content.plan.content.responsible_phone)))
    return [f"{content.words.text('plan.responsible')}: {who}"] if who else []


def _site(content: PlanSheetContent) -> str:
    return ", ".join(dict.fromkeys(filter(None, (content.site.unit, content.site.name))))
