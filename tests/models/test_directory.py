"""Whom a citizen can turn to: what is shipped is a beginning, what a site writes is the site's, and days count."""

import json
from datetime import date
from typing import Any

import pytest

from needsform.models.care_plan import Activity, CarePlan, ResponsibleType
from needsform.models.contact import ContactKind, Referrer
from needsform.models.directory import (
    MOST_ENTRIES,
    RESPONSIBLE,
    DirectoryEntry,
    Validity,
    contacts_of,
    directory_of,
)
from needsform.models.directory_reader import read_directory
from needsform.models.entry_list import EntryFaults
from needsform.models.errors import MOST_FAULTS, InputError
from needsform.models.frozen import NAME_LENGTH
from needsform.models.identity import ContactId, LinkId
from needsform.models.patient import GeneralPractice
from tests.strategies import shipped_form

TODAY = date(2026, 11, 23)
NOBODY = GeneralPractice()


def entry(id_: str = "line", **more: object) -> DirectoryEntry:
    told = {"id": id_, "name": {"da": "Kræftlinjen", "en": "The helpline"}, "kind": "helpline", **more}
    return DirectoryEntry.model_validate(told)


def plan_of(*contact_ids: str) -> CarePlan:
    return CarePlan(activities=tuple(Activity(text="x", contact=ContactId(name)) for name in contact_ids))


# Days and topics


@pytest.mark.parametrize(
    ("valid_from", "valid_to", "where"),
    [
        (None, None, Validity.TODAY),
        (TODAY, TODAY, Validity.TODAY),
        (date(2026, 11, 24), None, Validity.LATER),
        (None, date(2026, 11, 22), Validity.FORMERLY),
        (date(2027, 1, 1), date(2027, 6, 1), Validity.LATER),
    ],
)
def test_both_days_are_included(valid_from: date | None, valid_to: date | None, where: Validity) -> None:
    assert entry(valid_from=valid_from, valid_to=valid_to).validity_on(TODAY) is where


def test_an_area_stands_for_all_its_topics_and_its_other_line() -> None:
    form = shipped_form()
    fatigue, other, work = LinkId("fatigue"), LinkId("physical.other"), LinkId("work")
    body = entry(topics=["physical"])
    assert body.helps_with((work, fatigue), form)
    assert body.helps_with((other,), form)
    assert not body.helps_with((work,), form)
    assert not entry(topics=["sleep"]).helps_with((fatigue,), form)
    assert entry().helps_with((), form)


def test_every_kind_has_somebody_an_action_rests_with() -> None:
    assert set(RESPONSIBLE) == set(ContactKind)
    assert entry(kind="late_effects_clinic").responsible is ResponsibleType.LATE_EFFECTS_CLINIC


# What a site has


def test_what_the_site_wrote_stands_in_place_of_what_is_shipped_and_after_it() -> None:
    own = {e.id: e for e in (entry("b", phone="70 00 00 00"), entry("mine"))}
    newer_program = (entry("a"), entry("b", hours="hele døgnet"), entry("new"))
    assert directory_of(newer_program, own) == (entry("a"), own[ContactId("b")], entry("new"), entry("mine"))


# Who is told of on a sheet


def test_a_sheet_tells_of_those_that_were_chosen_each_once_and_in_order() -> None:
    directory = (entry("a", phone="1"), entry("b", web="b.example"), entry("c", phone="3"))
    told = contacts_of(plan_of("b", "a", "b"), directory, TODAY, NOBODY)
    assert [contact.id for contact in told] == ["b", "a"]
    assert told[1] == directory[0].contact()


def test_a_sheet_is_silent_about_whoever_cannot_be_reached() -> None:
    """Opening hours alone help nobody."""
    assert contacts_of(plan_of("line"), (entry(hours="9-15"),), TODAY, NOBODY) == ()


def test_a_sheet_is_silent_about_whoever_is_no_longer_or_not_yet_there_or_was_never_known() -> None:
    past = entry("past", phone="1", valid_to=date(2026, 11, 22))
    later = entry("later", phone="1", valid_from=date(2026, 11, 24))
    assert contacts_of(plan_of("past", "later", "unknown"), (past, later), TODAY, NOBODY) == ()


def test_ones_own_doctor_is_reached_by_what_is_known_of_the_practice() -> None:
    doctor = entry("gp", name={"da": "Egen læge"}, kind="gp", referrers=["citizen"])
    practice = GeneralPractice(name="Lægerne Testvej", phone="86 00 00 00")
    (told,) = contacts_of(plan_of("gp"), (doctor,), TODAY, practice)
    assert (told.named("en"), told.phone, told.referrers) == ("Lægerne Testvej", "86 00 00 00", (Referrer.CITIZEN,))
    (nameless,) = contacts_of(plan_of("gp"), (doctor,), TODAY, GeneralPractice(phone="86 00 00 00"))
    assert nameless.named("da") == "Egen læge"
    assert contacts_of(plan_of("gp"), (doctor,), TODAY, GeneralPractice(name="Lægerne Testvej")) == ()


# The file


def read(*entries: object) -> tuple[DirectoryEntry, ...]:
    return read_directory(json.dumps({"directory": entries}).encode(), file="directory.json")


def plain(id_: str = "line", **more: object) -> dict[str, Any]:
    return {"id": id_, "name": {"da": "Kræftlinjen"}, "kind": "helpline", **more}


def test_a_file_gives_its_entries_in_order_with_danish_words_for_missing_english_ones() -> None:
    first, second = read(plain("b", valid_to="2026-12-31", referrers=["gp"]), plain("a"))
    assert (first.id, second.id) == ("b", "a")
    assert (first.named("en"), first.valid_to, first.referrers) == (
        "Kræftlinjen",
        date(2026, 12, 31),
        (Referrer.GENERAL_PRACTICE,),
    )


def test_a_file_is_refused_with_everything_that_is_wrong_in_it() -> None:
    with pytest.raises(EntryFaults) as caught:
        read(
            plain("kind", kind="magic"),
            plain("fine"),
            plain("fine"),
            plain("long", name={"da": "x" * (NAME_LENGTH + 1)}),
            plain("silent", name={"en": "Helpline"}),
            plain("more", mail="x@example.dk"),
            plain("who", referrers=["aunt"]),
        )
    assert [(fault.link_id, fault.message.message_id, fault.message.parameters) for fault in caught.value.faults] == [
        ("kind", "entries.entry", {"name": "kind"}),
        ("fine", "entries.duplicate_id", {}),
        ("long", "entries.too_long", {"name": "name.da", "longest": str(NAME_LENGTH)}),
        ("silent", "entries.no_words", {}),
        ("more", "entries.entry", {"name": "mail"}),
        ("who", "entries.entry", {"name": "referrers.0"}),
    ]


def test_days_that_are_turned_are_told_but_never_more_faults_than_anybody_reads() -> None:
    turned = [plain(str(n), valid_from="2026-02-02", valid_to="2026-01-01") for n in range(MOST_ENTRIES)]
    with pytest.raises(EntryFaults) as caught:
        read(*turned)
    assert {fault.message.message_id for fault in caught.value.faults} == {"directory.days_turned"}
    assert len(caught.value.faults) == MOST_FAULTS


@pytest.mark.parametrize("data", [b"{}", b'{"suggestions": [1]}', b'{"directory": []}', b"[", b"\xff"])
def test_another_file_is_refused(data: bytes) -> None:
    with pytest.raises(EntryFaults):
        read_directory(data, file="directory.json")


def test_a_longer_file_than_anybody_can_look_after_is_refused() -> None:
    assert len(read(*(plain(str(n)) for n in range(MOST_ENTRIES)))) == MOST_ENTRIES
    with pytest.raises(EntryFaults) as caught:
        read(*(plain(str(n)) for n in range(MOST_ENTRIES + 1)))
    assert caught.value.faults[0].message.message_id == "entries.too_many"


def test_an_entry_needs_a_danish_name() -> None:
    with pytest.raises(InputError) as caught:
        entry(name={"da": "", "en": "Helpline"}).require_complete()
    assert (caught.value.message.message_id, caught.value.field) == ("directory.name_missing", "name_da")
