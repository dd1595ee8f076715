"""A ward to test in: the public test persons of dk-core, one site, and keys that cost no waiting."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from random import Random

from needsform.models.assessment import Assessment, AssessmentDetails, Occasion
from needsform.models.delivery import CHANNELS, DeliveryNote, DeliveryState, NotWantedReason, Recipient
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId
from needsform.models.patient import PatientDetails
from needsform.models.practitioner import Signature
from needsform.models.site import Site, SiteKind
from needsform.services.access import Access
from needsform.services.clock import Clock
from needsform.services.founding import FirstRun
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from needsform.storage.key_slots import KdfParameters

CHEAP = KdfParameters(memory_kib=32, iterations=1, lanes=1)
"""A key that takes no time, and that no store outside the tests may have."""

PUBLIC_TEST_PERSONS = {
    "Einer Test Lauridsen": "0201609995",
    "Lonni Test Lauridsen": "0201609996",
    "Else Test Lauridsen": "0201919990",
    "Schwendlund Test Mosebryggersen": "0108589995",
    "May June Test Moberg": "0108629996",
    "Max Test Berggren": "0107729995",
}
"""Name → CPR. Published for tests by HL7 Denmark; modulus 11 fits none of them."""

PASSWORD = "kaffe med mælk kl. 10"
FIRST_RUN = FirstRun(
    site=Site(name="Test Universitetshospital", kind=SiteKind.HOSPITAL, unit="Kræftafdelingen"),
    login="Karin",
    name="Karin Prøve",
    title="sygeplejerske",
    phone="+45 70 00 00 00",
    password=PASSWORD,
)


def entropy(seed: int = 2026) -> Callable[[int], bytes]:
    """Random bytes that are the same in every run."""
    return Random(seed).randbytes


def found_store(directory: Path, clock: Clock) -> Unlocked:
    """Found a store that is in force, and leave; the key is in its first administrator's hand."""
    access = Access(directory, clock, entropy(1997), CHEAP)  # not what the tests go on with: ids would meet again
    unlocked = access.confirm(access.found(FIRST_RUN))
    access.leave()
    return unlocked


def citizen(name: str = "Einer Test Lauridsen", cpr: str | None = None) -> PatientDetails:
    """What is typed of a citizen of Aarhus."""
    identifier = Identifier(kind=IdentifierKind.CPR, value=cpr or PUBLIC_TEST_PERSONS[name])
    return PatientDetails(identifier=identifier, name=name, municipality_code="0751")


def first_talk() -> AssessmentDetails:
    """What is known when an assessment begins on the ward."""
    return AssessmentDetails(
        occasion=Occasion.TREATMENT_START,
        setting=SiteKind.HOSPITAL,
        unit="Kræftafdelingen",
        held_on=date(2026, 11, 23),
        signature=Signature(name="Karin Prøve", title="sygeplejerske", phone="+45 70 00 00 00"),
    )


def begun_assessment(directory: Path, clock: Clock) -> tuple[Unlocked, AssessmentId]:
    """A store in force in which Einer's first assessment is begun; nobody has it open."""
    unlocked = found_store(directory, clock)
    access = Access(directory, clock, entropy(1), CHEAP)
    session = access.open(unlocked)
    draft = session.assessments.start(session.patients.register(citizen()), first_talk())
    session.close()
    access.leave()
    return unlocked, draft.id


def all_delivered(session: Session, signed: Assessment) -> Assessment:
    """Everything of a signed assessment has left, or is not wanted where the citizen was not asked."""
    handover = session.deliveries.handover(signed)
    for recipient in handover.missing:
        may_leave = handover.standing(recipient).may_leave
        signed = session.deliveries.note(signed, delivered(recipient) if may_leave else unwanted(recipient))
    return signed


def unwanted(recipient: Recipient) -> DeliveryNote:
    """The citizen would rather not."""
    return DeliveryNote(recipient=recipient, state=DeliveryState.NOT_WANTED, reason=NotWantedReason.CITIZEN_DECLINES)


def delivered(recipient: Recipient) -> DeliveryNote:
    """It went to one receiver in the usual way."""
    return DeliveryNote(
        recipient=recipient,
        state=DeliveryState.DONE,
        channel=CHANNELS[recipient][0],
        receiver="Lægerne Testvej" if recipient is Recipient.GENERAL_PRACTICE else "Aarhus Kommune",
    )
