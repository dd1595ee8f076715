"""The talk: the back page written from what the citizen marked, with suggestions where they fit, and signed."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QListWidget, QWidget

from needsform.demo.case import CaseAction, CaseBack, CaseFront, CaseNeed, as_a_dane_types
from needsform.demo.player import Player
from needsform.models.care_plan import Conclusion, RetrainingPlan
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.models.suggested_action import OFFERS_SHOWN
from needsform.services import reference_data

CONSENTS = (True, False, None)
"""In the order in which the page offers them."""
LONGEST_TYPED = 50
"""Characters; what is longer is pasted, as anybody would."""
_ROW = re.compile(r"activity\.(\d+)\.text")


class Talk:
    """Writes the back page as a case says."""

    def __init__(self, player: Player, form: Questionnaire, language: str) -> None:
        self._player, self._hands = player, player.hands
        self._form, self._language = form, language

    def hold(self, front: CaseFront, back: CaseBack) -> None:
        """From the prefilled page to the signed one."""
        self._hands.find(QWidget, "back_page_screen")
        self._player.take_picture("talk-begins")
        for need in back.written_needs(self._form, front):
            self._write_need(need)
        self._player.take_picture("talk-needs")
        for action in back.written_actions():
            self._write_action(action)
        self._player.take_picture("talk-actions")
        self._end(back)
        self._player.take_picture("talk-ends")
        if back.conclusion is Conclusion.NO_NEED:
            self._hands.click("no_need")
        self._hands.click("sign")
        self._hands.find(QWidget, "sheet_screen")

    # The two boxes ------------------------------------------------------------------------------------------------

    def _write_need(self, need: CaseNeed) -> None:
        if not self._hands.sees(f"{need.topic}.patient_words"):
            self._hands.click("add_need")
            self._hands.write("topic_search", self._form.topics[LinkId(need.topic)].text[self._language])
            self._hands.press(Qt.Key.Key_Return)
        self._write(f"{need.topic}.patient_words", need.patient_words)
        self._write(f"{need.topic}.observed", need.observed)
        if self._hands.find(QAbstractButton, f"{need.topic}.take_further").isChecked() != need.take_further:
            self._hands.click(f"{need.topic}.take_further")

    def _write_action(self, action: CaseAction) -> None:
        is_taken = self._is_on_list(action.text) and self._take_suggestion(action.text)
        row = f"activity.{self._rows()[-2 if is_taken else -1]}"
        words = self._player.words
        self._hands.choose(f"{row}.kind", words.of(action.kind))
        self._write(f"{row}.text", action.text)
        if action.responsible is not None:
            self._hands.choose(f"{row}.responsible_type", words.of(action.responsible.type))
            self._write(f"{row}.responsible", action.responsible.name)
        self._write(f"{row}.when", as_a_dane_types(action.when))
        if action.topics:
            self._link(f"{row}.topics", action.topics)

    def _rows(self) -> list[int]:
        """The keys of the actions from top to bottom; the last one is empty."""
        fields = self._player.program.window.findChildren(QWidget)
        found = {int(name[1]): field for field in fields if (name := _ROW.fullmatch(field.objectName()))}
        window = self._player.program.window
        return sorted(found, key=lambda key: found[key].mapTo(window, found[key].rect().topLeft()).y())

    def _is_on_list(self, text: str) -> bool:
        """Whether whoever knows the list of suggestions would look for this one."""
        suggestions = reference_data.action_catalogue().suggestions
        return any(_says(text, suggestion.text[self._language]) for suggestion in suggestions)

    def _take_suggestion(self, text: str) -> bool:
        """Take the suggestion that says the same or the beginning of it, if it is offered."""
        first = self._offers()
        offers = first
        while True:
            for number, says in offers.items():
                if _says(text, says):
                    self._hands.press(Qt.Key(Qt.Key.Key_0 + number), Qt.KeyboardModifier.AltModifier)
                    return True
            if not self._hands.sees("more_suggestions"):
                return False
            self._hands.click("more_suggestions")
            offers = self._offers()
            if offers == first:
                return False

    def _offers(self) -> dict[int, str]:
        """What is offered now: number and words, without whom it is for."""
        numbers = [number for number in range(1, OFFERS_SHOWN + 1) if self._hands.sees(f"suggestion.{number}")]
        says = {n: self._hands.find(QAbstractButton, f"suggestion.{n}").accessibleName() for n in numbers}
        return {number: name.rpartition(" · ")[0] for number, name in says.items()}

    def _link(self, name: str, topics: tuple[str, ...]) -> None:
        """Tick exactly these areas in the list that the button opens."""
        self._hands.click(name)
        listed = self._hands.find(QListWidget, "topic_list")
        for place in range(listed.count()):
            item = listed.item(place)
            is_ticked = item.checkState() is Qt.CheckState.Checked
            if is_ticked != (item.data(Qt.ItemDataRole.UserRole) in topics):
                self._hands.go_to_line(listed, place)
                self._hands.press(Qt.Key.Key_Space)
        self._hands.press(Qt.Key.Key_Return)

    def _write(self, name: str, text: str) -> None:
        if len(text) > LONGEST_TYPED:
            self._hands.paste(name, text)
        else:
            self._hands.write(name, text)

    # What the talk ends with --------------------------------------------------------------------------------------

    def _end(self, back: CaseBack) -> None:
        if back.told_that_authority_decides:
            self._hands.click("told_that_authority_decides")
        if back.conclusion is not Conclusion.NO_NEED:
            self._hands.click(f"conclusion.{list(Conclusion).index(back.conclusion)}")
        if back.retraining_plan is not None:
            self._hands.click(f"retraining_plan.{list(RetrainingPlan).index(back.retraining_plan)}")
        self._hands.click(f"consent_municipality.{CONSENTS.index(back.consent_municipality)}")
        self._hands.click(f"consent_gp.{CONSENTS.index(back.consent_gp)}")
        self._write("next_assessment", back.next_assessment)


def _says(text: str, suggestion: str) -> bool:
    return bool(suggestion) and text.casefold().startswith(suggestion.casefold())
