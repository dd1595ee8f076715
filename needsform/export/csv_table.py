"""Tables for a spreadsheet: UTF-8 with a mark at the front, semicolons, and no cell that a spreadsheet would run.

A spreadsheet takes a cell that begins with = + - @ for a formula, and what is run that way can send everything that
stands in the table elsewhere (ASVS 1.2.10). Such a cell gets an apostrophe before it; every cell is quoted.
"""

import csv
import io
import re
from collections.abc import Iterable, Sequence

_DANGEROUS = "=+\\-@\t\r\n\0＝＋－＠"
_BEGINNING = r"(?:\A|(?<=[;,\t\r\n]))([ \u00a0]*)"
_GUARDED = re.compile(rf"{_BEGINNING}(?='*[{_DANGEROUS}])")
_GUARD = re.compile(rf"{_BEGINNING}'(?='*[{_DANGEROUS}])")


def csv_bytes(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """The table as a file for Danish spreadsheets (RFC 4180, but with semicolons)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow([guarded(head) for head in heads])
    writer.writerows([guarded(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def guarded(cell: str) -> str:
    """The cell with an apostrophe wherever a spreadsheet could begin to read a formula, within it too.

    A program that splits a line without minding the quotes must find no formula either. `unguarded` takes the
    apostrophes away again.
    """
    return _GUARDED.sub(r"\1'", cell)


def unguarded(cell: str) -> str:
    """What was guarded, as it was."""
    return _GUARD.sub(r"\1", cell)
