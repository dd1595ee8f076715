"""Whom the citizen can turn to: chosen beside the suggestions, remembered by the action, told on the sheet."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from needsform.models.care_plan import ActivityKind, Responsible, ResponsibleType
from needsform.models.identity import ContactId
from needsform.ui.screens.back_page_screen import BackPageScreen
from tests.ui.back_page.talk import Talk, press
from tests.ui.back_page.test_back_page_screen import ALT, find

LINE, CLINIC, HOSPITAL = ContactId("cancer_line"), ContactId("late_effects_clinic"), ContactId("hospital_department")


def fill_in(talk: Talk, contact_id: ContactId, **told: object) -> None:
    """The site knows more of an entry."""
    entry = next(entry for entry in talk.session.directory.everything() if entry.id == contact_id)
    talk.session.directory.save(entry.model_copy(update=told))
    talk.open()


def at_hand(screen: BackPageScreen) -> list[str]:
    """Who can be chosen, in order."""
    buttons = [find(screen, f"suggestion.{number}") for number in range(7, 10)]
    return [button.accessibleName() for button in buttons if not button.isHidden()]


def number_of(talk: Talk, contact_id: ContactId) -> int:
    """The key of an entry, after leafing to it."""
    for _ in range(9):
        offered = talk.view_model.state.offered
        ids = [contact.id for contact in offered.contacts]
        if contact_id in ids:
            return 7 + ids.index(contact_id)
        talk.view_model.show_more_offers()
    raise AssertionError(contact_id)


def test_one_key_chooses_whom_to_turn_to_and_the_sheet_tells_of_them(talk: Talk) -> None:
    fill_in(talk, CLINIC, phone="11 22 33 44", area="Region Midtjylland")
    screen = talk.show()
    number = number_of(talk, CLINIC)
    assert at_hand(screen)[number - 7] == "Senfølgeklinikken · Region Midtjylland · 11 22 33 44"
    press(Qt.Key(Qt.Key.Key_0 + number), ALT)
    (taken,) = talk.on_disk().activities
    assert (taken.text, taken.contact, taken.kind) == ("Senfølgeklinikken", CLINIC, ActivityKind.PROPOSED)
    assert taken.responsible == Responsible(type=ResponsibleType.LATE_EFFECTS_CLINIC)
    assert taken.topics == ("fatigue", "worry", "muscle_strength")
    content = talk.session.documents.content(talk.patient, talk.session.assessments.get(talk.assessment.id))
    plan = content.assessment.care_plan
    assert plan is not None
    assert [contact.phone for contact in plan.contacts] == ["11 22 33 44"]
    assert all(not name.startswith("Senfølgeklinikken") for name in at_hand(screen))


def test_what_they_can_go_to_by_themselves_is_told_and_not_proposed(talk: Talk) -> None:
    talk.view_model.take_suggestion(number_of(talk, LINE))
    (taken,) = talk.on_disk().activities
    assert (taken.kind, taken.responsible.type) == (ActivityKind.INFORMATION, ResponsibleType.CANCER_SOCIETY)
    assert taken.topics == (), "it helps with anything, so it is linked to what is being talked about"


def test_nurses_see_where_the_site_has_not_filled_in_a_number(talk: Talk) -> None:
    screen = talk.show()
    assert at_hand(screen)[0] == "Kommunens kræftrehabilitering · no telephone number yet"


def test_another_department_is_named_by_its_own_name(talk: Talk) -> None:
    fill_in(talk, HOSPITAL, phone="11 22 33 44", name={"da": "Lymfødemklinikken"})
    talk.view_model.take_suggestion(number_of(talk, HOSPITAL))
    (taken,) = talk.on_disk().activities
    assert taken.responsible == Responsible(type=ResponsibleType.HOSPITAL, name="Lymfødemklinikken")


def test_whoever_is_no_longer_there_cannot_be_chosen(talk: Talk) -> None:
    before = {entry.id for entry in talk.session.directory.valid_today()}
    yesterday = talk.session.now().date().replace(day=1)
    fill_in(talk, CLINIC, phone="1", valid_to=yesterday)
    offered: set[str] = set()
    for _ in range(9):
        offered |= {contact.id for contact in talk.view_model.state.offered.contacts}
        talk.view_model.show_more_offers()
    assert CLINIC in before
    assert CLINIC not in offered
    assert offered


def test_words_that_are_put_right_keep_the_contact_and_another_hand_does_not(talk: Talk) -> None:
    fill_in(talk, LINE, phone="1")
    talk.view_model.take_suggestion(number_of(talk, LINE))
    screen = talk.show()
    row = talk.view_model.state.draft.rows[0]
    find(screen, f"activity.{row.key}.text").setFocus()
    press(Qt.Key.Key_End)
    press(", åben hele ugen")
    talk.view_model.flush()
    (kept,) = talk.on_disk().activities
    assert (kept.text, kept.contact) == ("Kræftlinjen, åben hele ugen", LINE)
    doctor = kept.model_copy(update={"responsible": Responsible(type=ResponsibleType.GENERAL_PRACTICE)})
    talk.view_model.change_activity(row.key, doctor)
    assert talk.on_disk().activities[0].contact is None


def test_whoever_was_removed_can_be_chosen_again_or_brought_back(talk: Talk) -> None:
    talk.view_model.take_suggestion(number_of(talk, LINE))
    talk.view_model.remove_activity(talk.view_model.state.draft.rows[0].key)
    assert number_of(talk, LINE)
    talk.view_model.undo_removal()
    assert talk.on_disk().activities[0].contact == LINE


def test_a_click_chooses_too(talk: Talk) -> None:
    screen = talk.show()
    QTest.mouseClick(find(screen, "suggestion.7"), Qt.MouseButton.LeftButton)
    assert talk.on_disk().activities[0].contact == "municipal_rehabilitation"
    assert talk.on_disk().activities[0].responsible.name == "Aarhus Kommune"
