"""The citizen's part: a page at a time, every other page by the keyboard alone, and the summing-up at the end."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox

from needsform.demo.case import CaseFront
from needsform.demo.player import PATIENT_SIZE, Player
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Item, Questionnaire


class Citizen:
    """Fills in the front page as a case says."""

    def __init__(self, player: Player, front: CaseFront, form: Questionnaire, language: str) -> None:
        self._player, self._hands = player, player.hands
        self._front, self._form, self._language = front, form, language
        self._to_tick = list(front.ticked(form))
        self._notes = {LinkId(topic): text for topic, text in front.notes.items()}
        self._nones = list(front.none_said(form))
        self._others = dict(front.written_others(form))

    def fill_in(self) -> None:
        """From the first page to "Færdig"."""
        self._hands.find(QCheckBox, self._form.areas[0].boxes()[0].link_id)
        self._player.sit_down(PATIENT_SIZE)
        for number, area in enumerate(self._form.areas):
            self._fill_in_area(area, by_keyboard=number % 2 == 1)
        self._sum_up()

    def _fill_in_area(self, area: Area, *, by_keyboard: bool) -> None:
        """One area; a long one stands on several screens."""
        while self._player.read("page_title") == area.text[self._language]:
            for box in [box for box in self._to_tick if self._hands.sees(box.link_id)]:
                self._tick(box, by_keyboard=by_keyboard)
                self._to_tick.remove(box)
            for topic in [topic for topic in self._notes if self._hands.sees(f"{topic}.note_button")]:
                self._write_note(topic, self._notes.pop(topic))
            if area in self._nones and self._hands.sees(f"{area.link_id}.none"):
                self._press(f"{area.link_id}.none", by_keyboard=by_keyboard)
                self._nones.remove(area)
            other = area.other
            if other is not None and area.link_id in self._others and self._hands.sees(other.link_id):
                self._hands.write(other.link_id, self._others.pop(area.link_id))
            self._player.take_picture(f"citizen-{area.link_id.replace('_', '-')}")
            if by_keyboard:
                self._hands.tab_to("next")
                self._hands.press(Qt.Key.Key_Return)
            else:
                self._hands.click("next")

    def _tick(self, box: Item, *, by_keyboard: bool) -> None:
        self._press(box.link_id, by_keyboard=by_keyboard)
        shown = self._hands.find(QCheckBox, box.link_id)
        self._hands.wait_for(shown.isChecked, f"{box.link_id} to be ticked")

    def _press(self, name: str, *, by_keyboard: bool) -> None:
        if by_keyboard:
            self._hands.tab_to(name)
            self._hands.press(Qt.Key.Key_Space)
        else:
            self._hands.click(name)

    def _write_note(self, topic: LinkId, text: str) -> None:
        note = self._form.topics[topic].note
        if note is None:
            return
        self._hands.click(f"{topic}.note_button")
        self._hands.write(note.link_id, text)
        self._player.take_picture("citizen-note")
        self._hands.click("next")

    def _sum_up(self) -> None:
        for topic in self._front.priority:
            self._hands.click(f"{topic}.priority")
        self._player.take_picture("citizen-summing-up")
        self._hands.click("next")
        self._hands.wait_for(lambda: self._hands.sees("thank_you_screen"), "the thanks")
        self._player.take_picture("citizen-thanks")
