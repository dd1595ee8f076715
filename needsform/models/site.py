"""Where the program stands: the ward or the municipality, and what its sheets say of whom to call."""

from enum import StrEnum

from needsform.models.frozen import Frozen, Line, Name
from needsform.models.working_days import WorkingDays


class SiteKind(StrEnum):
    """The three places that assess needs."""

    HOSPITAL = "hospital"
    MUNICIPALITY = "municipality"
    GENERAL_PRACTICE = "general_practice"


class Site(Frozen):
    """The site's own words and defaults.

    `authority` is who decides what can be offered (agreement 5.2.3), in the definite form that a sentence begins
    with; empty means the usual word. `helpline_*` is the contact box; numbers are the site's to fill in.
    """

    name: Name
    kind: SiteKind
    unit: Name = ""
    contact_name: Name = ""
    contact_phone: Line = ""
    authority: Line = ""
    helpline_name: Line = "Kræftlinjen"
    helpline_phone: Line = ""
    default_municipality_code: str = ""
    working_days: WorkingDays = WorkingDays()
    """Which days count until a citizen is contacted; never told to anybody else."""
    hides_small_counts: bool = True
    """Whether figures from one to four are told as fewer than five; never told to anybody else."""
