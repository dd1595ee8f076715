"""A session: the site's words and forms for those who may change them, and an end after which nothing works."""

import json

import pytest

from needsform.models.errors import InputError, NeedsformError, WorldError
from needsform.models.questionnaire_reader import QuestionnaireFaults
from needsform.models.site import Site, SiteKind
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.services.unlocked import Unlocked
from tests.clock import StandingClock
from tests.disk import needs_file_limits, no_file_beyond
from tests.small_form import fhir


def heard(error: pytest.ExceptionInfo[NeedsformError]) -> str:
    """What the user hears."""
    return error.value.message.message_id


def test_the_sites_words_are_changed_for_everything_that_is_printed_from_now_on(
    access: Access, unlocked: Unlocked, session: Session
) -> None:
    site = Site(name="Sundhedscenter Test", kind=SiteKind.MUNICIPALITY, helpline_phone="80 30 10 30")
    session.change_site(site)
    assert session.site == session.documents.site == site
    session.close()
    again = access.open(unlocked)
    assert again.site == site
    again.close()


def test_a_sites_own_form_is_kept_and_can_be_filled_in_at_once(
    access: Access, unlocked: Unlocked, session: Session
) -> None:
    session.add_questionnaire(json.dumps(fhir()).encode(), "lille.json")
    (small,) = session.questionnaires.loaded()
    assert session.questionnaires.get(small.url, small.version) == small
    session.close()
    again = access.open(unlocked)
    assert again.questionnaires.loaded() == (small,)
    again.close()


def test_a_form_that_cannot_be_shown_is_refused_and_not_kept(session: Session) -> None:
    spoilt = json.dumps(fhir() | {"item": [{"linkId": "x", "type": "attachment", "text": "Billede"}]}).encode()
    with pytest.raises(QuestionnaireFaults):
        session.add_questionnaire(spoilt, "billede.json")
    other = json.dumps(fhir() | {"title": "Andet"}).encode()
    session.add_questionnaire(json.dumps(fhir()).encode(), "lille.json")
    with pytest.raises(InputError) as error:
        session.add_questionnaire(other, "andet.json")
    assert heard(error) == "questionnaire.version_taken"
    assert [form.title["da"] for form in session.questionnaires.loaded()] == ["Lille skema"]


def test_everybody_goes_by_the_same_clock(session: Session, clock: StandingClock) -> None:
    assert session.now() == clock()


def test_after_the_end_nothing_works_and_ending_again_is_no_error(session: Session) -> None:
    session.close()
    session.close()
    with pytest.raises(WorldError) as error:
        session.patients.find("Einer")
    assert heard(error) == "store.stopped"


@needs_file_limits
def test_the_screen_locks_even_when_the_disk_takes_nothing_more(session: Session) -> None:
    with no_file_beyond(10):
        session.close()
    with pytest.raises(WorldError) as error:
        session.assessments.worklist()
    assert heard(error) == "store.stopped"
