"""What a store says, boiled down to one line: two stores with the same line hold the same rows."""

import hashlib
from collections.abc import Callable, Iterable

from needsform.storage.database import Database

_PERSON = b"nf-content"
_ROWS_AT_ONCE = 512


def content_of(
    database: Database, key: bytes, go_on: Callable[[], None] | None = None, tables: Iterable[str] | None = None
) -> str:
    """A keyed hash over the shape and every row, so that it tells nothing to whoever has no key.

    `go_on` is asked now and then; what it raises ends the reading. `tables` narrows it to these, without their shape.
    """
    digest = hashlib.blake2b(key=key, person=_PERSON, digest_size=32)
    if tables is None:
        for shape in database.scan("SELECT type, name, sql FROM sqlite_master ORDER BY type, name"):
            digest.update(repr(shape).encode())
    for table in table_names(database) if tables is None else tables:
        digest.update(table.encode())
        for number, row in enumerate(database.scan(f'SELECT * FROM "{table}" NOT INDEXED')):
            digest.update(repr(row).encode(errors="surrogatepass"))
            if go_on is not None and number % _ROWS_AT_ONCE == 0:
                go_on()
    return digest.hexdigest()


def table_names(database: Database) -> tuple[str, ...]:
    """The tables that hold rows of ours, in order."""
    names = database.scan("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY 1")
    return tuple(str(name) for (name,) in names)
