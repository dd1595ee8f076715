"""An assessment that somebody else made, kept as it came: read, never changed, and never taken for one of our own.

`judged` says what a sheet that arrives is beside those that are here already; it decides nothing about the citizen.
"""

from collections.abc import Iterable
from datetime import date, datetime
from enum import StrEnum
from typing import Self

from needsform.models.assessment import FilledBy, Occasion
from needsform.models.care_plan import CarePlan
from needsform.models.frozen import Frozen, Line, Name
from needsform.models.identity import AssessmentId, PatientId, ReceivedId
from needsform.models.practitioner import Signature
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.read_assessment import ReadAssessment
from needsform.models.sheet_code import SheetCode
from needsform.models.site import SiteKind
from needsform.models.verification import Verification


class ArrivedAs(StrEnum):
    """How a sheet came."""

    PDF = "pdf"
    BUNDLE = "bundle"
    SCAN = "scan"


class Finding(StrEnum):
    """What a sheet that arrives is beside those that are here."""

    NEW = "new"
    NEWER = "newer"
    """An older revision of it is here, and stays."""
    FULLER = "fuller"
    """The same answers are here; this one brings words, a back page or a signature that is known."""
    REPEATED = "repeated"
    """It is here already, and brings nothing more."""
    OUTDATED = "outdated"
    """A newer revision is here."""
    CONTRADICTS = "contradicts"
    """The same revision is here and says something else: one of the two is forged or misread."""
    OVERRULES = "overrules"
    """It is signed by a known site, and what is here of the same revision is not and says something else."""
    MIXED_UP = "mixed_up"
    """Behind its front lay the back of another sheet."""
    OWN = "own"
    """This store made it."""
    ALTERED = "altered"
    """It bears a signature that does not hold."""
    NOT_SIGNED_OFF = "not_signed_off"
    """A draft, which nobody has answered for."""


MAY_BE_TAKEN_IN = frozenset({Finding.NEW, Finding.NEWER, Finding.FULLER, Finding.OVERRULES})


class SheetFacts(Frozen):
    """What a sheet says, however much of it came along."""

    assessment_id: AssessmentId
    """As its sender named it."""
    revision: int
    held_on: date
    occasion: Occasion
    setting: SiteKind
    filled_by: FilledBy
    sender: Name = ""
    """The place, as the sheet itself says; not told by a code."""
    unit: Name = ""
    signature: Signature | None = None
    """Who answers for it; not told by a code."""
    signed_on: date | None = None
    """Not told by a code, nor kept of what came before it was asked for."""
    response: QuestionnaireResponse
    lacks_words: bool = False
    """Whether the citizen also wrote words, which stand on the paper and did not come along."""
    care_plan: CarePlan | None = None
    """The back page, if it came along."""
    has_back_page: bool = False
    """Whether the back page came along as data; a code tells ticks only."""

    @classmethod
    def of_bundle(cls, read: ReadAssessment) -> Self:
        """Everything that a Bundle tells."""
        return cls(
            assessment_id=read.assessment_id,
            revision=read.revision,
            held_on=read.details.held_on,
            occasion=read.details.occasion,
            setting=read.details.setting,
            filled_by=read.details.filled_by,
            sender=read.site.name,
            unit=read.details.unit or read.site.unit,
            signature=read.details.signature,
            signed_on=None if read.signed_at is None else read.signed_at.date(),
            response=read.response,
            care_plan=read.care_plan,
            has_back_page=True,
        )

    @classmethod
    def of_code(cls, code: SheetCode, response: QuestionnaireResponse) -> Self:
        """What the code on a front page tells; `response` is its ticks read by the form."""
        return cls(
            assessment_id=code.assessment_id,
            revision=code.revision,
            held_on=code.held_on,
            occasion=code.occasion,
            setting=code.setting,
            filled_by=code.filled_by,
            response=response,
            lacks_words=code.has_words,
        )

    @property
    def earliest(self) -> date:
        """Before this day nobody can have had the sheet."""
        return self.signed_on or self.held_on

    def says_the_same(self, other: "SheetFacts") -> bool:
        """Whether nothing that both tell differs: words and the back page count only where both have them."""
        if (self.held_on, self.occasion) != (other.held_on, other.occasion):
            return False
        if _ticks(self.response) != _ticks(other.response):
            return False
        if not (self.has_back_page and other.has_back_page):
            return True
        return self.response == other.response and self.care_plan == other.care_plan


class ReceivedAssessment(Frozen):
    """A sheet as it came."""

    id: ReceivedId
    patient_id: PatientId
    facts: SheetFacts
    arrived_as: ArrivedAs
    verification: Verification
    verified_as: Name = ""
    """What the sender is called in the list of known sites; only where VERIFIED."""
    fingerprint: Line = ""
    """Of the key that signed, for a signature that holds."""
    content_hash: str
    """SHA-256 of what was read, in hexadecimal letters."""
    received_at: datetime
    received_by: Signature

    @property
    def unit(self) -> str:
        """The ward, unless the sender is called by it already: a key is named by ward and place."""
        return "" if self.facts.unit in self.verified_as.split(", ") else self.facts.unit

    @property
    def is_verified(self) -> bool:
        """Whether it may stand without a mark."""
        return self.verification is Verification.VERIFIED


def judged(
    facts: SheetFacts,
    verification: Verification,
    content_hash: str,
    known: Iterable[ReceivedAssessment],
    *,
    is_own: bool = False,
    is_signed_off: bool = True,
) -> Finding:
    """What a sheet is, beside those of the same assessment that are here. Nothing that is here ever changes by it.

    What nobody vouches for never stands in the way of a sheet that a known site signed.
    """
    here = tuple(known)
    is_verified = verification is Verification.VERIFIED
    if verification is Verification.ALTERED:
        return Finding.ALTERED
    if is_own:
        return Finding.OWN
    if not is_signed_off:
        return Finding.NOT_SIGNED_OFF
    if any(received.content_hash == content_hash for received in here):
        return Finding.REPEATED
    believed = [received for received in here if received.is_verified or not is_verified]
    if any(received.facts.revision > facts.revision for received in believed):
        return Finding.OUTDATED
    same = [received for received in here if received.facts.revision == facts.revision]
    if not all(facts.says_the_same(received.facts) for received in same):
        is_against_word_only = all(facts.says_the_same(r.facts) for r in same if r in believed)
        return Finding.OVERRULES if is_verified and is_against_word_only else Finding.CONTRADICTS
    if not same:
        return Finding.NEWER if here else Finding.NEW
    brings_words = facts.has_back_page and not any(received.facts.has_back_page for received in same)
    brings_trust = is_verified and not any(received.is_verified for received in same)
    return Finding.FULLER if brings_words or brings_trust else Finding.REPEATED


def most_telling(received: Iterable[ReceivedAssessment]) -> tuple[ReceivedAssessment, ...]:
    """One of each assessment, newest first: what is verified before what is not, then the newest revision, then what
    tells most. What nobody vouches for does not cover a sheet that somebody does.
    """
    best: dict[AssessmentId, ReceivedAssessment] = {}
    for one in received:
        before = best.get(one.facts.assessment_id)
        if before is None or _weight(one) > _weight(before):
            best[one.facts.assessment_id] = one
    return tuple(sorted(best.values(), key=lambda one: (one.facts.held_on, one.received_at), reverse=True))


def _weight(received: ReceivedAssessment) -> tuple[bool, int, bool, datetime]:
    facts = received.facts
    return received.is_verified, facts.revision, facts.has_back_page, received.received_at


def _ticks(response: QuestionnaireResponse) -> dict[str, object]:
    """The answers without words: what every way of arriving tells."""
    told: dict[str, object] = {
        link_id: answer for link_id, answer in response.answers.items() if not isinstance(answer, str)
    }
    told[""] = response.questionnaire_url, response.questionnaire_version
    return told
