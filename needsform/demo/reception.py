"""The citizen is received, gets the screen, and staff takes it back: before and after what only the citizen sees."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

from needsform.demo.case import Case, CaseCitizen
from needsform.demo.player import PASSWORD, STAFF_SIZE, Player
from needsform.models.assessment import FilledBy
from needsform.models.questionnaire import Questionnaire
from needsform.services import reference_data

FILLED_BY = (FilledBy.SELF, FilledBy.WITH_RELATIVE, FilledBy.WITH_STAFF)
"""In the order in which the screen offers them."""
CHILDREN = (None, True, False)
"""What the entries of the list stand for."""


def receive(player: Player, case: Case, form: Questionnaire, language: str) -> None:
    """A new assessment of a citizen whom nobody knows here yet, as far as the form in the citizen's hands."""
    hands, facts = player.hands, case.assessment
    hands.click("new_assessment")
    hands.find(QWidget, "new_assessment_screen")
    player.take_picture("new-assessment-empty")
    write_citizen(player, case.citizen)
    hands.choose("occasion", player.words.of(facts.occasion))
    if facts.referral_source is not None and hands.sees("referral_source"):
        hands.choose("referral_source", player.words.of(facts.referral_source))
    if facts.filled_by in FILLED_BY:
        hands.click(f"filled_by_{FILLED_BY.index(facts.filled_by)}")
    relative = case.citizen.relative
    if relative is not None and relative.present and hands.sees("relative_present"):
        hands.click("relative_present")
    hands.choose_place("form_language", form.languages.index(language))
    player.take_picture("new-assessment")
    hands.click("from_paper" if facts.filled_by is FilledBy.ON_PAPER else "begin")


def take_screen_back(player: Player) -> None:
    """Staff's password, and the window is a window again."""
    player.hands.write("staff_password", PASSWORD)
    player.hands.click("take_back")
    player.hands.find(QWidget, "back_page_screen")
    player.sit_down(STAFF_SIZE)


def write_citizen(player: Player, citizen: CaseCitizen) -> None:
    """Everything that is known of the citizen, field by field."""
    hands, words = player.hands, player.words
    if not hands.sees("general_practice"):
        hands.click("more_details")
    today = player.clock().date()
    municipality = reference_data.municipalities().find(citizen.municipality_code, today)
    relative = citizen.relative
    for name, text in (
        ("identifier", f"{citizen.cpr[:6]}-{citizen.cpr[6:]}"),
        ("name", citizen.name),
        ("phone", citizen.phone),
        ("best_time", citizen.best_time),
        ("municipality", municipality.name if municipality else citizen.municipality_code),
        ("general_practice", citizen.gp),
        ("relative", relative.name if relative else ""),
        ("relation", relative.relation if relative else ""),
        ("relative_phone", relative.phone if relative else ""),
        ("language", words.texts.get(f"language.{citizen.language}", citizen.language)),
    ):
        if text:
            hands.write(name, text)
            hands.press(Qt.Key.Key_Tab)
    if citizen.children_under_18 is not None:
        place = CHILDREN.index(citizen.children_under_18)
        hands.choose_place("children_under_18", place)
    for name, is_so in (("needs_interpreter", citizen.interpreter), ("address_protected", citizen.address_protected)):
        if hands.find(QAbstractButton, name).isChecked() != is_so:
            hands.click(name)
