"""What can be said to a user, by message id: a table for each matter, put into words by `ui.messages`.

Every sentence says what happened, what was kept and what to do, in the user's words; none offers to delete anything.
A test collects the ids of the whole program and asks for a sentence for each, in both languages. Nothing here is
imported before there is something to say.
"""

from needsform.ui.sentences import (
    assessments,
    codes,
    deliveries,
    directory,
    files,
    inbox,
    indicators,
    keeping,
    people,
    plans,
    trace,
)

TABLES = tuple(
    (matter.CONTEXT, matter.SENTENCES)
    for matter in (people, keeping, assessments, trace, files, codes, deliveries, inbox, plans, indicators, directory)
)
"""The context of the translations, and the sentences in English by message id."""


def source_of(message_id: str) -> tuple[str, str] | None:
    """Context and English words of a sentence; None for an id that has none here. `store` has its own."""
    return next(((context, str(texts[message_id])) for context, texts in TABLES if message_id in texts), None)
