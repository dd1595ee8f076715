"""Suggestions for the back page: a plain list by topic and receiver, from which the professional chooses."""

from needsform.models.care_plan import Activity, ActivityKind, Responsible, ResponsibleType
from needsform.models.frozen import FreeText, Frozen, FrozenMapping
from needsform.models.identity import LinkId


class Suggestion(Frozen):
    """One offer that is commonly at hand."""

    id: str
    text: FrozenMapping[str, FreeText]
    topics: tuple[LinkId, ...]
    """The topics it is suggested for; empty means any."""
    responsible: ResponsibleType
    kind: ActivityKind = ActivityKind.PROPOSED

    def activity(self, topics: tuple[LinkId, ...], language: str, receiver: str = "") -> Activity:
        """The action that taking this suggestion writes; `receiver` names who, where the site knows."""
        return Activity(
            kind=self.kind,
            text=self.text[language],
            topics=topics,
            responsible=Responsible(type=self.responsible, name=receiver),
        )


class ActionCatalogue(Frozen):
    """The editable list of a site. Order in the file is the order on screen; nothing is ranked by the program."""

    suggestions: tuple[Suggestion, ...]

    def for_topics(self, topics: tuple[LinkId, ...]) -> tuple[Suggestion, ...]:
        """Those meant for any of the topics first, in file order; then those meant for all."""
        wanted = set(topics)
        named = [s for s in self.suggestions if wanted.intersection(s.topics)]
        general = [s for s in self.suggestions if not s.topics]
        return (*named, *general)
