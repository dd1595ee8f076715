"""How far a sheet that arrives can be believed: whose signature it bears, and whether that signature holds.

For whoever takes sheets in: `SiteKeys.verify_code` and `SiteKeys.verify_bundle` (`services.site_keys`) answer with a
`Verification`, together with the name of the site where that is known. Only VERIFIED may stand without a mark.
"""

from enum import StrEnum

from needsform.models.frozen import Frozen
from needsform.models.sheet_code import SheetCode


class Verification(StrEnum):
    """What a signature says of a sheet."""

    VERIFIED = "verified"
    """Signed by a site that an administrator here has taken in, and unaltered since."""
    UNKNOWN_SENDER = "unknown_sender"
    """The signature holds, but nobody here knows whose it is, or the site has been withdrawn: anybody can make one."""
    ALTERED = "altered"
    """There is a signature and it does not hold: the sheet was changed, misread, or forged."""
    UNSIGNED = "unsigned"
    """There is no signature: typed, written on paper, or from an older program."""


class SignatureCheck(Frozen):
    """What verifying came to."""

    verification: Verification
    site_name: str = ""
    """What the sender is called in the list of known sites; only where VERIFIED."""
    fingerprint: str = ""
    """Of the key that made a signature which holds, in groups to be compared by telephone."""


class CheckedCode(Frozen):
    """A code of a front page, and how far it can be believed."""

    code: SheetCode
    check: SignatureCheck
