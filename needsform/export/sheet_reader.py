"""Taking the Bundle out of a sheet's PDF. The file comes from anywhere, so nothing of it is believed."""

from functools import cache
from hashlib import md5
from io import BytesIO
from typing import Final

import pikepdf
from pikepdf import AttachedFileSpec, Pdf

from needsform.models.errors import InputError
from needsform.models.strict_json import BUNDLE

LARGEST_SHEET: Final = 32 * 1024 * 1024
"""Bytes of a PDF that is looked into: a sheet has under one, but a mail program may have joined it with scans."""
LARGEST_BUNDLE: Final = BUNDLE.bytes
"""Bytes of a Bundle: what could not be read is not unpacked either."""

_BUNDLE_TYPE: Final = "application/fhir+json"
_FILTERS: Final = frozenset({"/FlateDecode", "/ASCII85Decode"})
"""How an attachment may be packed: those whose unpacking has a limit."""

_BROKEN: Final = (
    pikepdf.PikepdfError,
    AttributeError,
    IndexError,
    KeyError,
    OverflowError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""How a damaged or a cunning file shows itself: an object is missing, or is of another kind than it should be."""


def bundle_in_sheet(pdf: bytes) -> bytes:
    """The one FHIR Bundle that a PDF carries, as it lies there: whether it is ours, `read_bundle` tells.

    Raises InputError: `sheet.too_large` (parameter `megabytes`), `sheet.protected` for one that asks for a password,
    `sheet.unreadable`, `sheet.no_bundle`, `sheet.many_bundles`.
    """
    if len(pdf) > LARGEST_SHEET:
        raise InputError("sheet.too_large", megabytes=LARGEST_SHEET // 1024**2)
    _set_limits()
    try:
        with pikepdf.open(BytesIO(pdf), suppress_warnings=True) as document:
            bundles = _bundles(document)
            if len(bundles) > 1:
                raise InputError("sheet.many_bundles")
            if not bundles:
                raise InputError("sheet.no_bundle")
            return _unpacked(bundles[0])
    except pikepdf.PasswordError as error:
        raise InputError("sheet.protected") from error
    except _BROKEN as error:
        raise InputError("sheet.unreadable") from error


@cache
def _set_limits() -> None:
    """Unpacking stops at twice what a Bundle may have. The limits hold for the whole process, and never change."""
    pikepdf.settings.set_qpdf_limits(
        flate_max_memory=2 * LARGEST_BUNDLE,
        png_max_memory=2 * LARGEST_BUNDLE,
        tiff_max_memory=2 * LARGEST_BUNDLE,
        run_length_max_memory=2 * LARGEST_BUNDLE,
        max_stream_filters=2,
    )


def _bundles(document: Pdf) -> list[AttachedFileSpec]:
    return [carried for carried in document.attachments.values() if carried.get_file().mime_type == _BUNDLE_TYPE]


def _unpacked(bundle: AttachedFileSpec) -> bytes:
    file = bundle.get_file()
    if file.size > LARGEST_BUNDLE:
        raise InputError("sheet.too_large", megabytes=LARGEST_BUNDLE // 1024**2)
    filters = file.obj.get("/Filter", pikepdf.Array())
    names = {str(name) for name in (filters if isinstance(filters, pikepdf.Array) else [filters])}
    if not names <= _FILTERS:
        raise InputError("sheet.unreadable")
    data: bytes = file.read_bytes()
    if len(data) > LARGEST_BUNDLE:
        raise InputError("sheet.too_large", megabytes=LARGEST_BUNDLE // 1024**2)
    if file.md5 != md5(data, usedforsecurity=False).digest():  # a slip of the disk; against forgery it is nothing
        raise InputError("sheet.unreadable")
    return data
