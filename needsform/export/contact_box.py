"""The box of whom the citizen can turn to: the contacts that were chosen on the back page."""

from collections.abc import Sequence

from needsform.export import sheet_table as table
from needsform.export import sheet_words
from needsform.export.sheet_frame import Paragraph
from needsform.export.sheet_table import Row, Table
from needsform.models.contact import Contact, Referrer
from needsform.models.words import Words


def contact_table(contacts: Sequence[Contact], words: Words) -> Table | None:
    """All there is to tell of each; no box where there is nobody."""
    if not contacts:
        return None
    titles = [words.text(f"sheet.contacts.{key}") for key in ("who", "phone", "where", "how")]
    columns = table.columns(titles, (27, 21, 27, 25))
    who, reached, where, how = (column.text_width for column in columns)
    rows = tuple(
        Row(
            (
                (Paragraph.from_left(contact.named(words.language), table.CELL_BOLD, who),),
                _lines((contact.phone, contact.hours), reached),
                _lines((contact.web, contact.address), where),
                (Paragraph.of(_how(contact, words), table.CELL, how),),
            )
        )
        for contact in contacts
    )
    return Table(words.text("sheet.contacts"), columns, rows)


def contacts_in_brief(contacts: Sequence[Contact], words: Words) -> Table | None:
    """A line for each, with the name and one way to reach them: for a back page that has no room for more."""
    if not contacts:
        return None
    said = "\n".join(f"{contact.named(words.language)}: {_first_way(contact, words)}" for contact in contacts)
    note = Paragraph.from_left(said, table.CELL, table.INNER_WIDTH)
    return Table(words.text("sheet.contacts"), (), (), note)


def _lines(facts: Sequence[str], width: float) -> tuple[Paragraph, ...]:
    return tuple(Paragraph.from_left(fact, table.CELL, width) for fact in facts if fact)


def _first_way(contact: Contact, words: Words) -> str:
    """When the telephone is answered belongs to its number."""
    answered = ", ".join(filter(None, (sheet_words.phone(contact.phone, words), contact.hours)))
    return answered if contact.phone else contact.web or contact.address


def _how(contact: Contact, words: Words) -> str:
    """Whether the citizen can go there by themselves, and who can send them; nothing where nobody has said."""
    by = [words.text(f"sheet.contacts.by.{r.value}") for r in contact.referrers if r is not Referrer.CITIZEN]
    if not by:
        return words.text("sheet.contacts.self") if contact.referrers else ""
    referrers = words.text("sheet.contacts.or", some=", ".join(by[:-1]), last=by[-1]) if by[1:] else by[0]
    goes_alone = Referrer.CITIZEN in contact.referrers
    return words.text("sheet.contacts.self_or" if goes_alone else "sheet.contacts.referred", referrers=referrers)
