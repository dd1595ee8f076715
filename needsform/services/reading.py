"""A sheet from outside as FHIR, without a store: what `needsform read` prints.

Whether a signature holds is seen here; whose it is, only a store with known sites can tell (`site_keys`).
"""

from collections.abc import Iterable

from needsform.models import sheet_code
from needsform.models.errors import InputError
from needsform.models.file_kinds import is_json
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet_code import SIGNATURE_BYTES, BackCode, SheetCode
from needsform.services.foreign_files import read_foreign
from needsform.services.signing import signature_holds


def bundle_in_file(data: bytes, forms: Iterable[Questionnaire]) -> bytes:
    """The Bundle of a sheet's PDF or of a file, as it lies there; of scans and photographs what their codes tell.

    Slow: processes are started. Raises InputError as `read_foreign`, `read_bundle` and `sheet_code.unpack`;
    `bundle.signature` and `code.altered` where a signature does not hold, `code.front_missing` for backs alone,
    `code.missing` for pages without a code, `code.another_form` for a form that is not among `forms`.
    """
    from needsform.export.fhir import read_bundle
    from needsform.export.fhir.code_bundle import code_bundle_json
    from needsform.export.fhir.signing import find_signature

    pages = read_foreign(data)
    for bundle in (page.bundle for page in pages if page.bundle is not None):
        if is_json(data):  # a PDF says that it carries a Bundle, a file of JSON may be anything
            read_bundle(bundle)
        found = find_signature(bundle)
        if found is not None and not signature_holds(found.public_key, found.signed, found.signature):
            raise InputError("bundle.signature")
        return bundle
    known = {sheet_code.form_fingerprint(form): form for form in forms}
    codes = {data: code for page in pages for data in page.codes if (code := _ours(data))}
    fronts = {data: code for data, code in codes.items() if isinstance(code, SheetCode)}
    if not fronts:
        raise InputError("code.front_missing" if codes else "code.missing")
    if not all(code.form in known for code in fronts.values()):
        raise InputError("code.another_form")
    return code_bundle_json([(code, known[code.form]) for code in fronts.values()])


def _ours(data: bytes) -> SheetCode | BackCode | None:
    """What a code says, if it is one of ours; other codes on a page are nobody's business here."""
    try:
        code = sheet_code.unpack(data)
    except InputError as error:
        if error.message.message_id == "code.not_ours":
            return None
        raise
    if isinstance(code, SheetCode) and not signature_holds(
        code.sender, data[:-SIGNATURE_BYTES], data[-SIGNATURE_BYTES:]
    ):
        raise InputError("code.altered")
    return code
