"""A citizen of whom only a case and a sheet of another place are here: asked for, and kept as long as it must be."""

import json
from datetime import timedelta
from pathlib import Path

import pytest

from needsform.models.referral import ClosingReason
from needsform.models.retention import RetentionRule
from needsform.models.words import Words
from needsform.services import reference_data
from needsform.services.intake import TakenIn
from needsform.services.session import Session
from tests.clock import StandingClock
from tests.services.intake.conftest import Post, only


@pytest.fixture
def taken(session: Session, ward: Session, post: Post) -> TakenIn:
    """Einer's sheet, taken in."""
    session.site_keys.know(ward.site_keys.own_card())
    return session.intake.take_in(session.intake.examine(only(post.file(post.bundle(*post.assessment())))))


@pytest.fixture
def words() -> Words:
    """Danish."""
    return reference_data.words("da")


def test_whoever_asks_gets_the_case_and_the_sheet_as_it_came(
    session: Session, taken: TakenIn, words: Words, tmp_path: Path
) -> None:
    record = session.records.read(taken.patient.id, words)
    assert (record.referrals, record.received) == ((taken.referral,), (taken.received,))
    files = record.render(lambda _: None)
    told = json.loads(files["modtaget-1.json"])
    assert told["response"]["answers"] == {"fatigue.problem": True, "fatigue.support": True}
    facts = dict(record._facts())
    assert facts["Henvendelse"].startswith("23-11-2026, hospitalet, Kræftafdelingen, Test Universitetshospital, skal")
    assert facts["Modtaget ark"].endswith("bekræftet, modtaget-1.json")
    assert (session.records.save(record, files, tmp_path) / "modtaget-1.json").exists()


def test_a_record_is_as_old_as_the_last_thing_that_arrived_or_ended(
    session: Session, taken: TakenIn, clock: StandingClock
) -> None:
    session.retention.change_rule(RetentionRule(years=1))
    clock.advance(timedelta(days=20))
    assert taken.referral is not None
    session.referrals.close(taken.referral, ClosingReason.COMPLETED)
    for _ in range(20):  # a clock that jumped by a year would be doubted
        clock.advance(timedelta(days=18))
        session.referrals.inbox()
    assert session.retention.due() == ()
    clock.advance(timedelta(days=10))
    (due,) = session.retention.due()
    assert due.patient_id == taken.patient.id
