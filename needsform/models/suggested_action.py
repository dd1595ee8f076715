"""From a suggestion to an action of this citizen: what still fits, and who it would rest with.

Suggestions come from the catalogue of actions, and from the directory of offers and contacts. Each list keeps its own
order; nothing is ranked (docs/DECISIONS.md).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from needsform.models.action_catalogue import ActionCatalogue, Suggestion
from needsform.models.care_plan import Activity, ActivityKind, ResponsibleType
from needsform.models.care_plan_draft import CarePlanDraft
from needsform.models.contact import Referrer
from needsform.models.directory import DirectoryEntry
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet import SheetContent
from needsform.models.site import SiteKind

OFFERS_SHOWN: Final = 6
"""Suggestions of the catalogue on screen at a time, each with a digit key: what can be read in a glance."""
CONTACTS_SHOWN: Final = 3
"""Entries of the directory beside them, with the digits that are left."""


class ContactSuggestion(Suggestion):
    """An entry of the directory, as an action that can be chosen."""

    entry: DirectoryEntry

    @classmethod
    def of(cls, entry: DirectoryEntry, topics: tuple[LinkId, ...]) -> "ContactSuggestion":
        """What can be chosen of an entry for these topics: to tell of it, or to propose what others refer to."""
        goes_alone = Referrer.CITIZEN in entry.referrers
        return cls(
            id=entry.id,
            text={"en": entry.named("en"), **entry.name},
            topics=topics,
            responsible=entry.responsible,
            kind=ActivityKind.INFORMATION if goes_alone else ActivityKind.PROPOSED,
            entry=entry,
        )

    def activity(self, topics: tuple[LinkId, ...], language: str, receiver: str = "") -> Activity:
        """The action, which remembers the entry. Of hospitals there are several, and of others any number."""
        own_name = self.entry.named(language)
        is_one_of_many = self.responsible is ResponsibleType.OTHER or (
            self.responsible is ResponsibleType.HOSPITAL and self.entry.can_be_reached
        )
        chosen = super().activity(topics, language, own_name if is_one_of_many else receiver)
        return chosen.model_copy(update={"contact": self.entry.id})


@dataclass(frozen=True, slots=True)
class Offered:
    """What is suggested at one time."""

    offers: tuple[Suggestion, ...] = ()
    contacts: tuple[ContactSuggestion, ...] = ()
    has_more: bool = False
    page: int = 0
    """Which of the pages it is, from 0."""

    def numbered(self, number: int) -> Suggestion | None:
        """The suggestion that a digit key takes: those of the catalogue first, contacts from the next digit on."""
        if 1 <= number <= len(self.offers):
            return self.offers[number - 1]
        place = number - OFFERS_SHOWN
        return self.contacts[place - 1] if 1 <= place <= len(self.contacts) else None


NOTHING_OFFERED: Final = Offered()


def offered(
    catalogue: ActionCatalogue,
    directory: Iterable[DirectoryEntry],
    form: Questionnaire,
    draft: CarePlanDraft,
    language: str,
    page: int,
) -> Offered:
    """That page of what fits; after the last comes the first again."""
    fitting, at_hand = offers(catalogue, draft, language), contacts(directory, form, draft)
    pages, contact_pages = _pages(fitting, OFFERS_SHOWN), _pages(at_hand, CONTACTS_SHOWN)
    page %= max(pages, contact_pages)
    first, first_contact = page % pages * OFFERS_SHOWN, page % contact_pages * CONTACTS_SHOWN
    return Offered(
        fitting[first : first + OFFERS_SHOWN],
        at_hand[first_contact : first_contact + CONTACTS_SHOWN],
        has_more=max(pages, contact_pages) > 1,
        page=page,
    )


def _pages(all_of_them: tuple[Suggestion, ...], shown: int) -> int:
    return max(1, -(-len(all_of_them) // shown))


def offers(catalogue: ActionCatalogue, draft: CarePlanDraft, language: str) -> tuple[Suggestion, ...]:
    """What can be suggested for the areas that are taken further, without what stands on the page already."""
    taken = {activity.text for activity in draft.plan.activities}
    return tuple(offer for offer in catalogue.for_topics(draft.further) if offer.text[language] not in taken)


def contacts(
    directory: Iterable[DirectoryEntry], form: Questionnaire, draft: CarePlanDraft
) -> tuple[ContactSuggestion, ...]:
    """Who can help with the areas that are taken further, without those who were chosen already."""
    taken = {activity.contact for activity in draft.plan.activities}
    fitting = (entry for entry in directory if entry.id not in taken and entry.helps_with(draft.further, form))
    return tuple(
        ContactSuggestion.of(entry, tuple(t for t in draft.further if entry.topics and entry.helps_with((t,), form)))
        for entry in fitting
    )


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
