"""The codes on a sheet: what goes in comes out, whatever else comes in is refused in a sentence."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from needsform.models import sheet_code
from needsform.models.assessment import Assessment, FilledBy, Occasion
from needsform.models.errors import InputError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, LinkId
from needsform.models.questionnaire import DISTRESS, PRIORITY, Questionnaire
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.models.sheet_code import MOST_BYTES, SIGNATURE_BYTES, BackCode, SheetCode
from needsform.models.site import SiteKind
from tests import strategies
from tests.export.sheets import WARD_START, sheet_of
from tests.export.site_forms import site_form

KEY = bytes(range(32))
SIGNATURE = bytes(SIGNATURE_BYTES)
CITIZEN = Identifier(kind=IdentifierKind.CPR, value="2512489996")
NEIGHBOUR = Identifier(kind=IdentifierKind.CPR, value="0905989995")


def code_of(assessment: Assessment, form: Questionnaire) -> SheetCode:
    return SheetCode.of(assessment, form, CITIZEN, KEY)


def ward_code() -> SheetCode:
    content = sheet_of(WARD_START)
    return code_of(content.assessment, content.questionnaire)


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as refused:
        sheet_code.unpack(data)
    return refused.value.message.message_id


def read_or_refused(data: bytes) -> SheetCode | BackCode | str:
    try:
        return sheet_code.unpack(data)
    except InputError as error:
        return error.message.message_id


@given(st.data())
def test_every_tick_that_is_printed_is_read_again(data: st.DataObject) -> None:
    form = strategies.shipped_form()
    assessment = data.draw(strategies.assessments(form))
    code = code_of(assessment, form)
    read = sheet_code.unpack(code.body() + SIGNATURE)
    assert read == code
    assert isinstance(read, SheetCode)
    assert read.is_of(CITIZEN)
    kept = {
        link_id: answer
        for link_id, answer in assessment.response.answers.items()
        if isinstance(answer, (bool, tuple)) or link_id == DISTRESS
    }
    assert read.response(form).answers == kept
    assert read.has_words == (len(kept) < len(assessment.response.answers))


@given(st.binary(max_size=MOST_BYTES + 8) | st.binary(max_size=MOST_BYTES).map(lambda rest: b"N\x11" + rest))
def test_any_bytes_are_a_code_or_refused(data: bytes) -> None:
    read = read_or_refused(data)
    if isinstance(read, str):
        assert read in {"code.not_ours", "code.newer", "code.damaged"}
    else:
        again = read.body() + data[-SIGNATURE_BYTES:] if isinstance(read, SheetCode) else read.packed()
        assert again == data


@given(st.integers(0), st.integers(0, 255))
def test_one_spoilt_byte_of_a_real_code_is_a_code_or_refused(place: int, value: int) -> None:
    data = bytearray(ward_code().body() + SIGNATURE)
    data[place % len(data)] = value
    read = read_or_refused(bytes(data))
    if not isinstance(read, str):
        assert isinstance(read, SheetCode)
        assert read.body() + data[-SIGNATURE_BYTES:] == data


def test_the_code_of_the_shipped_form_leaves_room_to_survive_an_office_scan() -> None:
    assert len(ward_code().body()) + SIGNATURE_BYTES <= 180  # QR version 9 at error correction M


def test_a_site_form_of_120_topics_has_a_code_and_one_of_121_has_none() -> None:
    content = sheet_of(WARD_START)
    for topics, has_code in ((120, True), (121, False)):
        form = site_form(6, topics)
        response = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
        code = code_of(content.assessment.model_copy(update={"response": response}), form)
        if has_code:
            assert len(code.body()) + SIGNATURE_BYTES <= MOST_BYTES
        else:
            with pytest.raises(InputError, match=r"code\.too_large"):
                code.body()


def test_silence_no_and_a_tick_stay_three_things() -> None:
    content = sheet_of(WARD_START)
    form = content.questionnaire
    boxes = [box.link_id for area in form.areas for box in area.boxes()]
    answers = {boxes[0]: True, boxes[1]: False, boxes[-1]: True}
    response = content.assessment.response.model_copy(update={"answers": answers})
    code = code_of(content.assessment.model_copy(update={"response": response}), form)
    read = sheet_code.unpack(code.body() + SIGNATURE)
    assert isinstance(read, SheetCode)
    assert (read.ticks[:3], read.ticks[-1]) == ((True, False, None), True)
    assert read.response(form).answers == answers


def test_what_is_known_of_the_day_comes_along() -> None:
    content = sheet_of(WARD_START)
    for occasion in Occasion:
        for setting, filled_by in zip([*SiteKind, SiteKind.HOSPITAL], FilledBy, strict=True):
            known = {"occasion": occasion, "setting": setting, "filled_by": filled_by, "held_on": date(2031, 2, 28)}
            code = code_of(content.assessment.model_copy(update=known), content.questionnaire)
            read = sheet_code.unpack(code.body() + SIGNATURE)
            assert {name: getattr(read, name) for name in known} == known


def test_the_citizen_is_found_by_who_knows_the_number_and_only_on_their_own_sheet() -> None:
    code = ward_code()
    assert code.is_of(CITIZEN)
    assert not code.is_of(NEIGHBOUR)
    assert not code.is_of(CITIZEN.model_copy(update={"kind": IdentifierKind.OTHER}))
    assert CITIZEN.value.encode() not in code.body()
    other = replace(code, assessment_id=AssessmentId("ab" * 16))
    assert not other.is_of(CITIZEN), "the same citizen has another mark on every assessment"


def test_ticks_of_another_form_are_not_read_by_this_one() -> None:
    with pytest.raises(InputError, match=r"code\.another_form"):
        ward_code().response(site_form(6, 50))


def test_a_form_whose_boxes_stand_in_another_order_is_another_form() -> None:
    form = strategies.shipped_form()
    turned = form.model_copy(update={"areas": form.areas[::-1]})
    assert sheet_code.form_fingerprint(turned) != sheet_code.form_fingerprint(form)


def test_a_priority_of_a_topic_that_is_not_ticked_is_damage() -> None:
    content = sheet_of(WARD_START)
    form = content.questionnaire
    code = code_of(content.assessment, form)
    silent = replace(code, ticks=(None,) * len(code.ticks), priorities=(0,))
    with pytest.raises(InputError, match=r"code\.damaged"):
        silent.response(form)
    with pytest.raises(InputError, match=r"code\.damaged"):
        replace(code, priorities=(len(form.topics),)).response(form)
    with pytest.raises(InputError, match=r"code\.damaged"):
        replace(code, ticks=code.ticks[1:]).response(form)


def test_a_number_on_a_line_that_the_form_does_not_have_is_damage() -> None:
    form = site_form(2, 4)
    assert form.distress is None
    assessment = sheet_of(WARD_START).assessment
    empty = QuestionnaireResponse(questionnaire_url=form.url, questionnaire_version=form.version)
    code = code_of(assessment.model_copy(update={"response": empty}), form)
    with pytest.raises(InputError, match=r"code\.damaged"):
        replace(code, distress=3).response(form)


def test_priorities_come_in_their_order() -> None:
    content = sheet_of(WARD_START)
    read = sheet_code.unpack(ward_code().body() + SIGNATURE)
    assert isinstance(read, SheetCode)
    assert content.assessment.response.priorities
    assert read.response(content.questionnaire).answers[PRIORITY] == content.assessment.response.priorities


def test_a_back_belongs_to_the_front_that_it_was_printed_with() -> None:
    front = ward_code().body() + SIGNATURE
    back = BackCode(AssessmentId("0f" * 16), 3, sheet_code.front_tag(front))
    read = sheet_code.unpack(back.packed())
    assert read == back
    assert isinstance(read, BackCode)
    assert read.belongs_to(front)
    assert not read.belongs_to(front[:-1] + b"\x01")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "code.not_ours"),
        (b"https://example.org", "code.not_ours"),
        (b"N", "code.not_ours"),
        (b"N\x13" + bytes(20), "code.not_ours"),
        (b"N\x21" + bytes(20), "code.newer"),
        (b"N\x11" + bytes(20), "code.damaged"),
        (b"N\x12" + bytes(16) + b"\x00\x00" + bytes(8), "code.damaged"),
        (b"N\x12" + bytes(16) + b"\x00\x01" + bytes(9), "code.damaged"),
        (b"N\x11" + bytes(MOST_BYTES), "code.not_ours"),
    ],
)
def test_what_is_no_code_of_ours_is_said(data: bytes, message: str) -> None:
    assert refusal(data) == message


def test_an_assessment_that_a_code_cannot_name_has_none() -> None:
    for spoilt in (
        replace(ward_code(), assessment_id=AssessmentId("not hexadecimal")),
        replace(ward_code(), revision=70_000),
        replace(ward_code(), held_on=date(1999, 12, 31)),
    ):
        with pytest.raises(InputError, match=r"code\.not_ours"):
            spoilt.body()


def test_words_are_announced_and_not_carried() -> None:
    content = sheet_of(WARD_START)
    note = next(topic.note for topic in content.questionnaire.topics.values() if topic.note)
    for words, has_words in ({note.link_id: "Jeg vågner klokken fire"}, True), ({}, False):
        answers: dict[LinkId, str] = dict(words)
        response = content.assessment.response.model_copy(update={"answers": answers})
        code = code_of(content.assessment.model_copy(update={"response": response}), content.questionnaire)
        assert code.has_words is has_words
