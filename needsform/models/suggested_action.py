"""From a suggestion of the catalogue to an action of this citizen: what still fits, and who it would rest with.

The order is the file's; nothing is ranked (docs/DECISIONS.md).
"""

from needsform.models.action_catalogue import ActionCatalogue, Suggestion
from needsform.models.care_plan import Activity, ResponsibleType
from needsform.models.care_plan_draft import CarePlanDraft
from needsform.models.sheet import SheetContent
from needsform.models.site import SiteKind


def offers(catalogue: ActionCatalogue, draft: CarePlanDraft, language: str) -> tuple[Suggestion, ...]:
    """What can be suggested for the areas that are taken further, without what stands on the page already."""
    taken = {activity.text for activity in draft.plan.activities}
    return tuple(offer for offer in catalogue.for_topics(draft.further) if offer.text[language] not in taken)


def action(offer: Suggestion, draft: CarePlanDraft, language: str, content: SheetContent) -> Activity:
    """The action that taking the suggestion writes, linked to the areas that it is meant for."""
    topics = tuple(t for t in draft.further if t in offer.topics) if offer.topics else draft.topics_to_link
    return offer.activity(topics, language, receiver(offer.responsible, content))


def receiver(responsible: ResponsibleType, content: SheetContent) -> str:
    """The name of whoever it would be for this citizen at this site; empty where that is not known."""
    site, municipality = content.site, content.municipality
    match responsible:
        case ResponsibleType.MUNICIPALITY if municipality:
            return municipality.full_name
        case ResponsibleType.JOBCENTER if municipality:
            return f"{content.words.of(responsible)} {municipality.name}"
        case ResponsibleType.GENERAL_PRACTICE:
            return content.patient.general_practice.name
        case ResponsibleType.HOSPITAL if site.kind is SiteKind.HOSPITAL:
            return site.unit or site.name
        case _:
            return ""
