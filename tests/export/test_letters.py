"""The texts that leave beside the sheet: what each says, and the four fields that MedCom asks for."""

import pytest

from needsform.export.correspondence import Correspondence, letter_to_gp, signature_lines
from needsform.export.epj_text import epj_text
from needsform.export.municipality_notice import municipality_notice
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.practitioner import Signature
from needsform.services import reference_data
from tests.export.sheets import CASES, LATE_EFFECTS, PRINTED, WARD_START, changed, sheet_of, with_patient, with_plan

KARIN = Signature(name="Karin Prøve", title="sygeplejerske", phone="70 00 00 00")
RECEIVER = "Aarhus Kommune, Koordinerende instans på kræftområdet"


def notice(name: str = WARD_START) -> Correspondence:
    return municipality_notice(sheet_of(name), RECEIVER, KARIN)


@pytest.mark.parametrize("letter", [notice(), letter_to_gp(sheet_of(), KARIN)])
def test_a_correspondence_names_its_author_role_telephone_and_time(letter: Correspondence) -> None:
    assert letter.subject == "Behovsvurdering, kræft"
    assert letter.body.splitlines()[-4:] == [
        "Navn: Karin Prøve",
        "Stilling: sygeplejerske",
        "Telefon: 70 00 00 00",
        "Tidspunkt: 23-11-2026 kl. 11.20",
    ]


def test_a_field_that_nobody_filled_in_says_so() -> None:
    lines = signature_lines(Signature(name="Karin Prøve"), PRINTED, reference_data.words("da"))
    assert lines[1:3] == ("Stilling: ikke oplyst", "Telefon: ikke oplyst")


def test_the_subject_names_nobody() -> None:
    patient = sheet_of().patient
    for letter in (notice(), letter_to_gp(sheet_of(), KARIN)):
        assert patient.name not in letter.subject
        assert patient.identifier.shown not in letter.subject


def test_the_notice_says_whom_to_call_who_asks_and_what_came_of_it() -> None:
    content, text = sheet_of(), notice().text
    assert text.startswith(f"Til: {RECEIVER}\nEmne: Behovsvurdering, kræft\n\nVedrørende: {content.patient.name}, ")
    assert content.patient.identifier.shown in text
    assert f"Borgerens telefon: {content.patient.phone}" in text
    assert "Vores kontaktperson: " in text
    assert "Behov for rehabilitering: ja." in text
    assert "senest tre hverdage" in text
    assert "Borgeren har givet samtykke" in text


def test_the_notice_does_not_hide_that_there_is_no_telephone() -> None:
    content = with_patient(sheet_of(), phone="", best_time="")
    assert "Borgerens telefon: ikke oplyst" in municipality_notice(content, RECEIVER, KARIN).text


def test_a_protected_address_stays_out_of_every_text() -> None:
    content = with_patient(sheet_of(), address="Testvej 1", address_protected=True)
    texts = (
        municipality_notice(content, RECEIVER, KARIN).text,
        letter_to_gp(content, KARIN).text,
        epj_text(content, KARIN),
    )
    assert "Navne- og adressebeskyttelse" in texts[0]
    assert [text for text in texts if "Testvej 1" in text] == []


@pytest.mark.parametrize("name", CASES)
def test_every_area_and_every_action_is_told(name: str) -> None:
    content, plan = sheet_of(name), sheet_of(name).assessment.care_plan
    assert plan is not None
    text = letter_to_gp(content, KARIN).text
    told = [line for line in text.splitlines() if line.startswith("- ")]
    activities = [activity for activity in plan.activities if not activity.is_empty]
    assert len(told) == len([need for need in plan.needs if need.take_further]) + len(activities)
    for activity in activities:
        assert " ".join(activity.text.split()) in text


def test_no_needs_now_is_told_without_asking_anybody_to_call() -> None:
    content = with_plan(sheet_of(), CarePlan(conclusion=Conclusion.NO_NEED, consent_municipality=True))
    text = municipality_notice(content, RECEIVER, KARIN).text
    assert "Behov for rehabilitering: nej, ikke nu." in text
    assert "tre hverdage" not in text
    assert "kan kontaktes" not in text


def test_the_record_is_told_offered_need_areas_actions_and_consents_and_no_name() -> None:
    content = sheet_of(LATE_EFFECTS)
    text = epj_text(content, KARIN)
    assert "Behovsvurdering tilbudt og gennemført: ja" in text
    assert "Behov for rehabilitering: ja." in text
    assert "Områder, hvor borgeren ønsker støtte:" in text
    assert "Handlinger:" in text
    assert "Samtykke til besked til egen læge: Ja" in text
    assert content.patient.name not in text
    assert content.patient.identifier.shown not in text


def test_a_newer_revision_says_that_it_takes_the_place_of_the_older() -> None:
    assert "Revision 2. Den afløser det, der er sendt før." in letter_to_gp(changed(sheet_of(), revision=2), KARIN).text


def test_the_texts_are_there_in_english_too() -> None:
    content = sheet_of(language="en")
    assert "Need for rehabilitation: yes." in epj_text(content, KARIN)
    assert "Our contact person: " in municipality_notice(content, RECEIVER, KARIN).text
