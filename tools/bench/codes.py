"""Codes: how many noisy pages are read and how fast, how long a Bundle takes, and that no altered code is believed."""

import time
from collections.abc import Iterator
from random import Random
from statistics import median
from typing import Final

from needsform.demo.office_scan import as_file, scanned
from needsform.export.code_reader import read_codes
from needsform.export.sheet_codes import front_code
from needsform.models import sheet_code
from needsform.models.errors import InputError
from needsform.models.sheet import SheetContent
from needsform.models.sheet_code import SIGNATURE_BYTES, BackCode
from needsform.services.documents import bundle_json, render_sheet
from needsform.services.signing import signature_holds
from tools.bench.figures import ROUNDS, Figure
from tools.bench.sheet import content_of_case, seconds

PAGES: Final = 200
"""Scans of the same front at each resolution, each turned and with grain of its own."""
ALTERED: Final = 100_000
MOST_UNREAD: Final = 1.0
"""Per cent of the pages."""
SLOWEST_PAGE: Final = 150.0
SLOWEST_BUNDLE: Final = 15.0
"""Milliseconds."""


def measure() -> list[Figure]:
    """The figures of the codes and of the Bundle."""
    content = content_of_case()
    bundle_json(content)
    bundle = median(seconds(lambda: bundle_json(content)) for _ in range(ROUNDS))
    return [
        *reading(content, 150),
        *reading(content, 300),
        Figure("a Bundle, signed and serialised", "ms", bundle * 1000, SLOWEST_BUNDLE),
        Figure(f"altered codes believed, of {ALTERED}", "", believed(content, ALTERED), 0),
    ]


def reading(content: SheetContent, dpi: int, pages: int = PAGES) -> Iterator[Figure]:
    """How many scanned pages (JPEG, as scanners keep them) are not read, and how long one takes with its unpacking."""
    code, pdf = front_code(content), render_sheet(content)
    unread, times = 0, list[float]()
    for seed in range(pages):
        file = as_file(scanned(pdf, 0, dpi, seed), "JPEG", quality=80)
        before = time.perf_counter()
        found = [data for page in read_codes(file) for data in page.codes]
        times.append(time.perf_counter() - before)
        unread += code not in found
    yield Figure(f"codes not read of {pages} scans at {dpi} dpi", "%", 100 * unread / pages, MOST_UNREAD)
    yield Figure(f"reading a scan at {dpi} dpi", "ms", 1000 * median(times), SLOWEST_PAGE)


def believed(content: SheetContent, altered: int) -> int:
    """How many of so many altered codes are taken for the sender's; at its worst a whole part is another's."""
    genuine, chance, count = front_code(content), Random(12), 0
    assert genuine is not None
    for _ in range(altered):
        data = bytearray(genuine)
        for place in chance.sample(range(len(data)), chance.choice([1, 1, 2, 8, 64])):
            data[place] ^= chance.randrange(1, 256)
        try:
            code = sheet_code.unpack(bytes(data))
        except InputError:
            continue
        body, signature = bytes(data[:-SIGNATURE_BYTES]), bytes(data[-SIGNATURE_BYTES:])
        count += isinstance(code, BackCode) or signature_holds(code.sender, body, signature)
    return count
