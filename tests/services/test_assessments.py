"""An assessment's whole way: begun, ticked, talked over, signed, handed over, opened again; and no other way."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest

from needsform.models.assessment import (
    Assessment,
    AssessmentStatus,
    FilledBy,
    Gate,
    Occasion,
    Offered,
    OtherInstrument,
)
from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need
from needsform.models.delivery import Recipient
from needsform.models.errors import InputError, NeedsformError, PermissionDenied, WorldError
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import Patient
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import DISTRESS, PRIORITY, Questionnaire
from needsform.models.site import SiteKind
from needsform.services.access import Access
from needsform.services.session import Session
from needsform.storage.database import Database
from tests.clock import COPENHAGEN, StandingClock
from tests.small_form import fhir
from tests.ward import CHEAP, FIRST_RUN, PUBLIC_TEST_PERSONS, all_delivered, citizen, delivered, entropy, first_talk

FATIGUE, SLEEP, WORRY = LinkId("fatigue"), LinkId("sleep"), LinkId("worry")
FATIGUE_PROBLEM, FATIGUE_SUPPORT = LinkId("fatigue.problem"), LinkId("fatigue.support")


def heard(error: pytest.ExceptionInfo[NeedsformError]) -> str:
    """What the user hears."""
    return error.value.message.message_id


def refusal_of(act: Callable[[], object]) -> str:
    """What the user hears when an act is refused."""
    with pytest.raises(NeedsformError) as error:
        act()
    return heard(error)


def plan_for(*topics: LinkId) -> CarePlan:
    """A back page that takes these topics further."""
    return CarePlan(
        needs=tuple(Need(topic=topic, observed="rejser sig langsomt") for topic in topics),
        activities=(Activity(text="Fysisk træning på hold", topics=topics), Activity()),
        told_that_authority_decides=True,
    )


@pytest.fixture
def ticked(session: Session, draft: Assessment) -> Assessment:
    """A draft in which fatigue is marked twice."""
    first = session.front_pages.set_answer(draft, FATIGUE_PROBLEM, True)
    return session.front_pages.set_answer(first, FATIGUE_SUPPORT, True)


@pytest.fixture
def finished(session: Session, ticked: Assessment) -> Assessment:
    """A front page that the citizen has finished."""
    return session.front_pages.complete(ticked)


@pytest.fixture
def signed(session: Session, finished: Assessment) -> Assessment:
    """An assessment that is signed off."""
    written = session.back_pages.save(finished, plan_for(FATIGUE))
    return session.back_pages.sign(session.back_pages.complete(written))


# Begun ----------------------------------------------------------------------------------------------------------------


def test_an_assessment_begins_as_a_draft_on_the_shipped_form(
    session: Session, draft: Assessment, form: Questionnaire, einer: Patient, clock: StandingClock
) -> None:
    assert (draft.status, draft.revision, draft.number) == (AssessmentStatus.DRAFT, 1, 1)
    assert (draft.response.questionnaire_url, draft.response.questionnaire_version) == (form.url, form.version)
    assert (draft.patient_id, draft.created_at, draft.place) == (einer.id, clock(), None)
    assert session.assessments.get(draft.id) == draft


def test_a_citizens_assessments_are_numbered_one_after_another(
    session: Session, draft: Assessment, einer: Patient, patients: dict[str, Patient]
) -> None:
    second = session.assessments.start(einer, first_talk())
    others = session.assessments.start(patients["Else Test Lauridsen"], first_talk())
    assert [draft.number, second.number, others.number] == [1, 2, 1]
    assert [row.id for row in session.assessments.of_patient(einer.id)] == [second.id, draft.id]


def test_a_citizen_who_would_rather_not_is_recorded_and_not_asked(session: Session, einer: Patient) -> None:
    told = first_talk().model_copy(update={"offered": Offered.DECLINED, "offered_reason": "har det godt"})
    declined = session.assessments.start(einer, told)
    assert declined.status is AssessmentStatus.DECLINED
    assert session.assessments.get(declined.id).offered_reason == "har det godt"
    with pytest.raises(PermissionDenied) as error:
        session.front_pages.set_answer(declined, FATIGUE_PROBLEM, True)
    assert heard(error) == "assessment.front_locked"


def test_for_a_palliative_citizen_another_instrument_is_recorded(session: Session, einer: Patient) -> None:
    told = first_talk().model_copy(
        update={"gate": Gate.PALLIATIVE, "other_instrument": OtherInstrument(filed_at="journalen")}
    )
    redirected = session.assessments.start(einer, told)
    assert redirected.status is AssessmentStatus.REDIRECTED
    assert session.assessments.get(redirected.id).other_instrument == OtherInstrument(filed_at="journalen")


def test_a_child_at_a_hospital_does_not_get_the_form(tmp_path: Path) -> None:
    """May June, born on 1 August 1962, at seventeen."""
    clock = StandingClock(datetime(1980, 7, 31, 9, 0, tzinfo=COPENHAGEN))
    access = Access(tmp_path / "then", clock, entropy(), CHEAP)
    session = access.open(access.confirm(access.found(FIRST_RUN)))
    may = session.patients.register(citizen("May June Test Moberg"))
    assert session.assessments.gate(may, SiteKind.HOSPITAL) is Gate.UNDER_18
    assert session.assessments.gate(may, SiteKind.MUNICIPALITY) is Gate.NONE
    with pytest.raises(InputError) as error:
        session.assessments.start(may, first_talk())
    assert (heard(error), error.value.field) == ("assessment.under_18", "gate")
    assert session.assessments.of_patient(may.id) == ()

    told = first_talk().model_copy(update={"gate": Gate.UNDER_18})
    assert session.assessments.start(may, told).status is AssessmentStatus.REDIRECTED
    clock.advance(timedelta(days=1))
    assert session.assessments.start(may, first_talk()).status is AssessmentStatus.DRAFT
    session.close()
    access.leave()


def test_a_language_that_the_form_does_not_speak_is_said_at_once(
    session: Session, einer: Patient, draft: Assessment
) -> None:
    polish = first_talk().model_copy(update={"language": "pl"})
    with pytest.raises(InputError) as error:
        session.assessments.start(einer, polish)
    assert (heard(error), error.value.field) == ("assessment.language", "language")
    with pytest.raises(InputError) as error:
        session.assessments.correct_details(draft, polish)
    assert (heard(error), error.value.field) == ("assessment.language", "language")


def test_nobody_who_is_not_registered_gets_an_assessment(session: Session, einer: Patient) -> None:
    with pytest.raises(WorldError) as error:
        session.assessments.start(einer.model_copy(update={"id": PatientId("nobody")}), first_talk())
    assert heard(error) == "store.refused"


def test_an_assessment_that_is_not_there_is_said_not_to_be_there(session: Session) -> None:
    with pytest.raises(WorldError) as error:
        session.assessments.get(AssessmentId("nobody's"))
    assert heard(error) == "assessment.unknown"


# Ticked ---------------------------------------------------------------------------------------------------------------


def test_a_tick_is_on_disk_when_it_is_acknowledged(session: Session, draft: Assessment, database: Database) -> None:
    session.front_pages.set_answer(draft, FATIGUE_PROBLEM, True)
    assert database.rows("SELECT link_id, value FROM answers") == [{"link_id": "fatigue.problem", "value": "true"}]


def test_unticking_a_box_removes_the_answer_and_keeps_its_history(
    session: Session, ticked: Assessment, database: Database
) -> None:
    unticked = session.front_pages.set_answer(ticked, FATIGUE_PROBLEM, None)
    assert unticked.response.answers == {FATIGUE_SUPPORT: True}
    assert session.assessments.get(ticked.id) == unticked
    history = database.rows("SELECT link_id, value, change FROM answer_history ORDER BY change")
    assert [(row["link_id"], row["value"], row["change"]) for row in history] == [
        ("fatigue.problem", "true", 1),
        ("fatigue.support", "true", 2),
        ("fatigue.problem", None, 3),
    ]


def test_words_numbers_and_priorities_come_back_as_they_were_given(session: Session, ticked: Assessment) -> None:
    noted = session.front_pages.set_answer(
        ticked, LinkId("fatigue.note"), " Jeg sover til middag «hver» dag 🙂\nog igen "
    )
    weighed = session.front_pages.set_answer(noted, PRIORITY, (FATIGUE,))
    felt = session.front_pages.set_answer(weighed, DISTRESS, 0)
    kept = session.assessments.get(ticked.id)
    assert kept == felt
    assert kept.response.answers[LinkId("fatigue.note")] == "Jeg sover til middag «hver» dag 🙂\nog igen"
    assert kept.response.priorities == (FATIGUE,)
    assert kept.response.answers[DISTRESS] == 0
    assert kept.response.answers[DISTRESS] is not False


def test_what_is_no_longer_marked_no_longer_matters_most(session: Session, ticked: Assessment) -> None:
    weighed = session.front_pages.set_answer(ticked, PRIORITY, (FATIGUE,))
    half = session.front_pages.set_answer(weighed, FATIGUE_PROBLEM, None)
    assert half.response.priorities == (FATIGUE,)
    without = session.front_pages.set_answer(half, FATIGUE_SUPPORT, None)
    assert without.response.answers == {}
    assert session.assessments.get(ticked.id) == without


def test_none_of_these_is_an_answer_and_can_be_taken_back(
    session: Session, ticked: Assessment, form: Questionnaire
) -> None:
    area = form.area_of(FATIGUE)
    none = session.front_pages.answer_none_of_these(ticked, area)
    said = session.assessments.get(ticked.id).response.answers
    assert {said[box.link_id] for box in area.boxes()} == {True, False}
    assert said[FATIGUE_PROBLEM] is True
    assert len(said) == len(area.boxes())
    session.front_pages.take_back_none_of_these(none, area)
    assert session.assessments.get(ticked.id).response.answers == ticked.response.answers


def test_the_same_answer_again_writes_nothing(session: Session, ticked: Assessment, database: Database) -> None:
    again = session.front_pages.set_answer(ticked, FATIGUE_PROBLEM, True)
    assert again == ticked
    assert len(database.rows("SELECT 1 FROM answer_history")) == 2


@pytest.mark.parametrize(
    ("item", "answer", "sentence"),
    [
        ("nothing.problem", True, "answer.unknown_item"),
        ("fatigue.problem", "yes", "answer.wrong_type"),
        ("fatigue.note", "x" * 100_000, "answer.too_long"),
        ("distress", 11, "answer.out_of_bounds"),
        ("priority", ("sleep",), "answer.not_marked"),
    ],
)
def test_an_answer_that_the_form_does_not_take_changes_nothing(
    session: Session, ticked: Assessment, item: str, answer: bool | str | int | tuple[LinkId, ...], sentence: str
) -> None:
    with pytest.raises(InputError) as error:
        session.front_pages.set_answer(ticked, LinkId(item), answer)
    assert heard(error) == sentence
    assert session.assessments.get(ticked.id) == ticked


def test_the_place_is_remembered_and_forgotten_with_the_end(
    session: Session, ticked: Assessment, form: Questionnaire
) -> None:
    placed = session.front_pages.remember_place(ticked, form.areas[3].link_id)
    assert placed.place == session.assessments.get(ticked.id).place == form.areas[3].link_id
    row = session.assessments.worklist().with_citizen[0]
    assert row.place == form.areas[3].link_id
    ticked_on = session.front_pages.set_answer(placed, FATIGUE_PROBLEM, None)
    assert session.assessments.get(ticked.id).place == form.areas[3].link_id
    finished = session.front_pages.complete(ticked_on)
    assert session.front_pages.remember_place(finished, form.areas[4].link_id) == finished
    assert session.assessments.get(ticked.id).place == form.areas[3].link_id


# Two at once ----------------------------------------------------------------------------------------------------------


def test_of_two_writers_the_second_hears_it_and_nothing_is_overwritten(
    session: Session, ticked: Assessment, form: Questionnaire
) -> None:
    mine = session.front_pages.set_answer(ticked, LinkId("sleep.problem"), True)
    attempts: tuple[Callable[[], object], ...] = (
        lambda: session.front_pages.set_answer(ticked, LinkId("pain.problem"), True),
        lambda: session.front_pages.answer_none_of_these(ticked, form.areas[0]),
        lambda: session.front_pages.complete(ticked),
        lambda: session.assessments.correct_details(ticked, first_talk().model_copy(update={"unit": "B"})),
        lambda: session.assessments.cancel(ticked),
    )
    for attempt in attempts:
        assert refusal_of(attempt) == "assessment.changed_elsewhere"
        assert session.assessments.get(ticked.id) == mine


def test_of_two_who_write_the_back_page_the_second_hears_it(session: Session, finished: Assessment) -> None:
    mine = session.back_pages.save(finished, plan_for(FATIGUE))
    attempts: tuple[Callable[[], object], ...] = (
        lambda: session.back_pages.save(finished, plan_for(SLEEP)),
        lambda: session.back_pages.conclude_no_need(finished),
        lambda: session.assessments.reopen(finished, "glemte noget"),
    )
    for attempt in attempts:
        assert refusal_of(attempt) == "assessment.changed_elsewhere"
        assert session.assessments.get(finished.id) == mine
    assert session.assessments.revisions(finished.id) == ()


# Finished -------------------------------------------------------------------------------------------------------------


def test_a_finished_front_page_cannot_change_whatever_a_screen_still_thinks(
    session: Session, ticked: Assessment, finished: Assessment, form: Questionnaire, database: Database
) -> None:
    forged = finished.model_copy(update={"status": AssessmentStatus.DRAFT})
    for seen, sentence in ((ticked, "changed_elsewhere"), (finished, "front_locked"), (forged, "changed_elsewhere")):
        answer = partial(session.front_pages.set_answer, seen, LinkId("pain.problem"), True)
        none_of_these = partial(session.front_pages.answer_none_of_these, seen, form.areas[0])
        assert refusal_of(answer) == refusal_of(none_of_these) == f"assessment.{sentence}"
    with pytest.raises(WorldError) as error:
        session.assessments.correct_details(forged, first_talk().model_copy(update={"unit": "B"}))
    assert heard(error) == "store.refused"
    with pytest.raises(WorldError) as error:
        database.execute("DELETE FROM answers")
    assert heard(error) == "store.refused"
    assert session.assessments.get(finished.id) == finished


def test_details_can_be_put_right_until_the_talk_is_concluded(session: Session, finished: Assessment) -> None:
    told = first_talk().model_copy(update={"occasion": Occasion.READMISSION, "filled_by": FilledBy.WITH_RELATIVE})
    corrected = session.assessments.correct_details(finished, told)
    assert session.assessments.get(finished.id) == corrected
    assert (corrected.occasion, corrected.filled_by) == (Occasion.READMISSION, FilledBy.WITH_RELATIVE)
    concluded = session.back_pages.conclude_no_need(corrected)
    with pytest.raises(PermissionDenied) as error:
        session.assessments.correct_details(concluded, first_talk())
    assert heard(error) == "assessment.back_locked"


def test_putting_details_right_moves_nothing_else(session: Session, ticked: Assessment, signed: Assessment) -> None:
    """Even if the whole of another assessment is given for its details."""
    other = session.assessments.start(session.patients.get(ticked.patient_id), first_talk())
    corrected = session.assessments.correct_details(other, signed)
    assert (corrected.id, corrected.status, corrected.revision) == (other.id, AssessmentStatus.DRAFT, 1)
    assert corrected.response.answers == {}


# The back page --------------------------------------------------------------------------------------------------------


def test_the_first_word_on_the_back_page_says_that_the_talk_is_held(
    session: Session, finished: Assessment, clock: StandingClock
) -> None:
    clock.advance(timedelta(minutes=20))
    written = session.back_pages.save(finished, plan_for(FATIGUE))
    assert written.status is AssessmentStatus.DIALOGUE_HELD
    assert session.assessments.get(finished.id) == written
    assert session.back_pages.save(written, plan_for(FATIGUE)) == written
    more = session.back_pages.save(written, plan_for(FATIGUE, SLEEP))
    assert session.assessments.get(finished.id).care_plan == more.care_plan


def test_a_row_on_the_back_page_speaks_of_something_on_the_form(session: Session, finished: Assessment) -> None:
    other_lines = plan_for(FATIGUE, LinkId("physical.other"))
    written = session.back_pages.save(finished, other_lines)
    for plan in (plan_for(LinkId("nothing")), CarePlan(activities=(Activity(topics=(LinkId("physical"),)),))):
        with pytest.raises(InputError) as error:
            session.back_pages.save(written, plan)
        assert heard(error) == "answer.unknown_item"


def test_the_back_page_waits_for_the_front_page(session: Session, draft: Assessment) -> None:
    assert refusal_of(lambda: session.back_pages.save(draft, plan_for(FATIGUE))) == "assessment.back_locked"
    assert refusal_of(lambda: session.back_pages.conclude_no_need(draft)) == "assessment.back_locked"


def test_the_back_page_is_completed_with_what_was_agreed_and_without_empty_rows(
    session: Session, finished: Assessment
) -> None:
    written = session.back_pages.save(finished, plan_for(FATIGUE))
    completed = session.back_pages.complete(written)
    assert completed.status is AssessmentStatus.BACK_COMPLETED
    assert completed.care_plan is not None
    assert [activity.text for activity in completed.care_plan.activities] == ["Fysisk træning på hold"]
    assert completed.care_plan.conclusion is Conclusion.NEED
    assert session.assessments.get(finished.id) == completed


@pytest.mark.parametrize(
    ("plan", "sentence", "field"),
    [
        (None, "back.no_needs", "needs"),
        (CarePlan(needs=(Need(topic=FATIGUE, take_further=False),)), "back.no_needs", "needs"),
        (CarePlan(needs=(Need(topic=FATIGUE),)), "back.authority_not_told", "told_that_authority_decides"),
        (CarePlan(activities=(Activity(text="x"),)), "back.authority_not_told", "told_that_authority_decides"),
        (CarePlan(activities=(Activity(when="fredag"),)), "back.action_without_words", "activities"),
    ],
)
def test_what_a_back_page_still_lacks_is_said_beside_its_field(
    session: Session, finished: Assessment, plan: CarePlan | None, sentence: str, field: str
) -> None:
    written = session.back_pages.save(finished, plan) if plan else finished
    with pytest.raises(InputError) as error:
        session.back_pages.complete(written)
    assert (heard(error), error.value.field) == (sentence, field)
    assert session.assessments.get(finished.id) == written


def test_no_needs_now_is_a_good_ending_of_its_own(session: Session, finished: Assessment) -> None:
    concluded = session.back_pages.conclude_no_need(finished)
    assert concluded.status is AssessmentStatus.NO_NEED_NOW
    assert concluded.care_plan == CarePlan(conclusion=Conclusion.NO_NEED)
    handed = all_delivered(session, session.back_pages.sign(concluded))
    assert session.assessments.get(finished.id) == handed


def test_a_conclusion_can_be_thought_over_until_it_is_signed(session: Session, finished: Assessment) -> None:
    concluded = session.back_pages.conclude_no_need(finished)
    resumed = session.back_pages.resume(concluded)
    assert resumed.status is AssessmentStatus.DIALOGUE_HELD
    assert resumed.care_plan is not None
    assert resumed.care_plan.conclusion is None
    assert session.assessments.get(finished.id) == resumed
    completed = session.back_pages.complete(session.back_pages.save(resumed, plan_for(FATIGUE)))
    assert completed.care_plan is not None
    assert completed.care_plan.conclusion is Conclusion.NEED
    resumed = session.back_pages.resume(completed)
    assert resumed.care_plan == completed.care_plan
    assert session.assessments.get(finished.id) == resumed


def test_a_concluded_back_page_cannot_be_written_on(session: Session, finished: Assessment) -> None:
    concluded = session.back_pages.conclude_no_need(finished)
    with pytest.raises(PermissionDenied) as error:
        session.back_pages.save(concluded, plan_for(FATIGUE))
    assert heard(error) == "assessment.back_locked"


# Signed, handed over, opened again ------------------------------------------------------------------------------------


def test_whoever_is_here_signs(session: Session, signed: Assessment, clock: StandingClock) -> None:
    assert signed.status is AssessmentStatus.SIGNED
    assert signed.signature == Signature(name="Karin Prøve", title="sygeplejerske", phone="+45 70 00 00 00")
    assert signed.signed_at == clock()
    assert session.assessments.get(signed.id) == signed
    handed = all_delivered(session, signed)
    assert (handed.status, handed.handed_over_at) == (AssessmentStatus.HANDED_OVER, clock())
    assert session.assessments.get(signed.id) == handed


def test_no_step_can_be_left_out(session: Session, draft: Assessment) -> None:
    for verb in (session.back_pages.sign, session.back_pages.resume):
        with pytest.raises(PermissionDenied) as error:
            verb(draft)
        assert heard(error) == "assessment.no_such_step"
    finished = session.front_pages.complete(draft)
    with pytest.raises(PermissionDenied) as error:
        session.front_pages.complete(finished)
    assert heard(error) == "assessment.no_such_step"


@pytest.mark.parametrize("pretended", [AssessmentStatus.BACK_COMPLETED, AssessmentStatus.SIGNED])
def test_a_step_is_left_out_by_nobody_who_only_pretends_to_have_taken_it(
    session: Session, draft: Assessment, pretended: AssessmentStatus
) -> None:
    further = draft.model_copy(update={"status": pretended})
    verb = session.back_pages.sign
    if pretended is AssessmentStatus.SIGNED:
        verb = partial(session.deliveries.note, note=delivered(Recipient.CITIZEN))
    with pytest.raises(WorldError) as error:
        verb(further)
    assert heard(error) == "store.refused"
    assert session.assessments.get(draft.id) == draft


def test_a_cancelled_form_does_not_come_back(session: Session, draft: Assessment) -> None:
    cancelled = session.assessments.cancel(draft)
    with pytest.raises(WorldError) as error:
        session.front_pages.complete(cancelled.model_copy(update={"status": AssessmentStatus.DRAFT}))
    assert heard(error) == "store.refused"
    assert session.assessments.get(draft.id) == cancelled


def test_no_revision_is_made_but_by_opening_again(session: Session, signed: Assessment) -> None:
    with pytest.raises(WorldError) as error:
        session.deliveries.note(signed.model_copy(update={"revision": 2}), delivered(Recipient.CITIZEN))
    assert heard(error) == "store.refused"
    assert session.assessments.get(signed.id) == signed


@pytest.mark.parametrize("handed_over", [False, True])
def test_opening_again_makes_a_new_revision_with_a_reason_and_keeps_the_old_one(
    session: Session, signed: Assessment, handed_over: bool, clock: StandingClock
) -> None:
    before = all_delivered(session, signed) if handed_over else signed
    clock.advance(timedelta(hours=1))
    opened = session.assessments.reopen(before, "  Einer huskede mere  ")
    assert (opened.status, opened.revision, opened.signed_at) == (AssessmentStatus.DRAFT, 2, None)
    changed = session.front_pages.set_answer(opened, LinkId("sleep.problem"), True)
    changed = session.front_pages.set_answer(changed, FATIGUE_PROBLEM, None)
    assert session.assessments.get(signed.id) == changed
    assert session.assessments.revisions(signed.id) == (("Einer huskede mere", before),)

    finished = session.front_pages.complete(changed)
    again = session.assessments.reopen(finished, "og mere")
    assert [reason for reason, _ in session.assessments.revisions(signed.id)] == ["Einer huskede mere", "og mere"]
    assert session.assessments.revisions(signed.id)[0][1] == before
    assert again.revision == 3


def test_opening_again_without_a_reason_is_refused(session: Session, signed: Assessment) -> None:
    with pytest.raises(InputError) as error:
        session.assessments.reopen(signed, " \n ")
    assert (heard(error), error.value.field) == ("assessment.reason_missing", "reason")
    assert session.assessments.get(signed.id) == signed


def test_what_never_was_finished_cannot_be_opened_again(session: Session, draft: Assessment) -> None:
    cancelled = session.assessments.cancel(draft)
    for assessment in (draft, cancelled):
        with pytest.raises(PermissionDenied) as error:
            session.assessments.reopen(assessment, "fortrudt")
        assert heard(error) == "assessment.not_reopenable"


def test_a_form_begun_by_mistake_leaves_the_worklist_and_stays_in_the_store(
    session: Session, ticked: Assessment
) -> None:
    cancelled = session.assessments.cancel(ticked)
    assert session.assessments.worklist().is_empty
    assert session.assessments.get(ticked.id) == cancelled
    assert cancelled.response == ticked.response


def test_a_citizen_who_becomes_too_ill_on_the_way_is_recorded(session: Session, ticked: Assessment) -> None:
    declined = session.assessments.decline(ticked, Offered.TOO_ILL, " feber ")
    assert (declined.status, declined.offered) == (AssessmentStatus.DECLINED, Offered.TOO_ILL)
    assert session.assessments.get(ticked.id).offered_reason == "feber"


def test_another_way_that_turns_out_to_be_right_is_recorded(session: Session, ticked: Assessment) -> None:
    redirected = session.assessments.redirect(ticked, Gate.PALLIATIVE, OtherInstrument(filed_at="journalen"))
    assert redirected.status is AssessmentStatus.REDIRECTED
    assert session.assessments.get(ticked.id) == redirected


# The form -------------------------------------------------------------------------------------------------------------


def test_an_assessment_keeps_the_form_that_it_was_begun_on(session: Session, einer: Patient) -> None:
    session.add_questionnaire(json.dumps(fhir()).encode(), "lille.json")
    (small,) = session.questionnaires.loaded()
    old = session.assessments.start(einer, first_talk(), small)
    session.add_questionnaire(json.dumps(fhir() | {"version": "2", "title": "Nyt skema"}).encode(), "nyt.json")
    new = session.assessments.start(einer, first_talk(), session.questionnaires.loaded()[1])

    ticked = session.front_pages.set_answer(old, FATIGUE_PROBLEM, True)
    assert session.assessments.questionnaire(ticked) == small
    assert session.assessments.questionnaire(new).title["da"] == "Nyt skema"
    assert session.assessments.get(old.id).response.questionnaire_version == "1"
    with pytest.raises(InputError) as error:
        session.front_pages.set_answer(old, LinkId("pain.problem"), True)
    assert heard(error) == "answer.unknown_item"


def test_an_assessment_on_a_form_that_is_not_here_is_not_shown_on_another(session: Session, draft: Assessment) -> None:
    response = draft.response.model_copy(update={"questionnaire_version": "0.1"})
    with pytest.raises(WorldError) as error:
        session.front_pages.set_answer(draft.model_copy(update={"response": response}), FATIGUE_PROBLEM, True)
    assert heard(error) == "questionnaire.unknown"


# The worklist ---------------------------------------------------------------------------------------------------------


def test_unfinished_work_is_in_sight_until_the_sheet_is_in_the_hand(
    session: Session, patients: dict[str, Patient], clock: StandingClock
) -> None:
    assert session.assessments.worklist().is_empty
    begun = {name: session.assessments.start(patient, first_talk()) for name, patient in patients.items()}
    einer, lonni, else_, schwendlund, may, max_ = begun
    front = {name: session.front_pages.complete(begun[name]) for name in (lonni, else_, schwendlund, may, max_)}
    held = session.back_pages.save(front[else_], plan_for(FATIGUE))
    concluded = session.back_pages.conclude_no_need(front[schwendlund])
    signed = session.back_pages.sign(session.back_pages.conclude_no_need(front[may]))
    all_delivered(session, session.back_pages.sign(session.back_pages.conclude_no_need(front[max_])))

    worklist = session.assessments.worklist()
    kinds = (worklist.with_citizen, worklist.back_missing, worklist.unsigned, worklist.not_handed_over)
    assert [[row.patient_name for row in rows] for rows in kinds] == [[einer], [lonni, else_], [schwendlund], [may]]
    assert [row.status for row in worklist.back_missing] == [AssessmentStatus.FRONT_COMPLETED, held.status]
    assert worklist.unsigned[0].id == concluded.id
    row = worklist.not_handed_over[0]
    assert (row.patient_identifier, row.signed_at, row.held_on) == ("010862-9996", clock(), date(2026, 11, 23))
    assert row.patient_id == signed.patient_id


def test_the_worklist_keeps_its_order_though_the_clock_goes_back(tmp_path: Path) -> None:
    """On the night when summer time ends, half past two comes twice, and the later one is written smaller."""
    clock = StandingClock(datetime(2026, 10, 25, 2, 30, tzinfo=COPENHAGEN))
    access = Access(tmp_path / "night", clock, entropy(), CHEAP)
    session = access.open(access.confirm(access.found(FIRST_RUN)))
    for name in PUBLIC_TEST_PERSONS:
        session.assessments.start(session.patients.register(citizen(name)), first_talk())
        clock.advance(timedelta(minutes=13))
    rows = session.assessments.worklist().with_citizen
    assert [row.patient_name for row in rows] == list(PUBLIC_TEST_PERSONS)
    assert sorted(str(row.created_at) for row in rows) != [str(row.created_at) for row in rows]
    session.close()
    access.leave()
