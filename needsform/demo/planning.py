"""The plan of a case: from the citizen's card to goals, offers, a day to begin, and a general practice that is told."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.demo.case import CaseOffer, CasePlan, as_a_dane_types
from needsform.demo.player import Player
from needsform.demo.workplace import Errand
from needsform.models.rehabilitation_plan import Agreed, EffortLevel
from needsform.models.typed_date import as_typed
from needsform.ui.screens.plan_screen import PlanScreen


class Planning:
    """Writes the plan as a case says; begins at the worklist and ends there."""

    def __init__(self, player: Player) -> None:
        self._player, self._hands = player, player.hands

    def make(self, citizen: str, plan: CasePlan) -> None:
        """From the citizen's card to a plan that the general practice knows of."""
        hands = self._hands
        hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        hands.write("search", citizen)
        hands.press(Qt.Key.Key_Return)
        hands.find(QWidget, "patient_screen")
        self._player.take_picture("card-without-plan")
        hands.click("start_plan")
        self._agree(plan)
        hands.click("close")
        hands.find(QWidget, "patient_screen")
        self._player.take_picture("card-with-plan")
        hands.click("go_to_worklist")
        hands.find(QWidget, "worklist_screen")

    def make_in_consultation(self, plan: CasePlan, errand: Errand, pdf: Path) -> None:
        """From the assessments beside each other to the plan on paper, and to the inbox."""
        hands = self._hands
        hands.click("plan")
        self._agree(plan)
        errand.save_as = pdf
        hands.click("save_pdf")
        hands.wait_for(pdf.is_file, "the plan to be saved")
        self._player.take_picture("plan-saved")
        hands.click("close")
        hands.find(QWidget, "patient_screen")
        self._player.take_picture("card-with-plan")
        hands.click("go_to_inbox")
        hands.find(QWidget, "inbox_screen")
        self._player.take_picture("inbox-with-plan")

    def _agree(self, plan: CasePlan) -> None:
        self._write(plan)
        self._player.take_picture("plan-written")
        self._begin(plan)

    def _write(self, plan: CasePlan) -> None:
        screen = self._hands.find(PlanScreen, "plan_screen")
        for goal in plan.goals:
            self._hands.write(screen.empty_rows[0], goal)
        for offer in plan.offers:
            self._write_offer(screen.empty_rows[1], offer)
        if plan.agreed is not None:
            self._hands.click(f"agreed.{list(Agreed).index(plan.agreed)}")
        if plan.effort is not None:
            self._hands.click(f"effort.{list(EffortLevel).index(plan.effort)}")

    def _write_offer(self, row: str, offer: CaseOffer) -> None:
        hands, words = self._hands, self._player.words
        hands.write(f"{row}.name", offer.name)
        if offer.kind is not None:
            hands.choose(f"{row}.kind", words.of(offer.kind))
        for field, text in (("responsible", offer.responsible), ("begins", offer.start), ("ends", offer.end)):
            if text:
                hands.write(f"{row}.{field}", as_a_dane_types(text))

    def _begin(self, plan: CasePlan) -> None:
        """On the day of its first offer, or today."""
        hands = self._hands
        day = next((offer.start for offer in plan.offers if offer.start), "")
        hands.click("begin_plan")
        if day:
            hands.write("plan_day", as_a_dane_types(day))
        hands.click("confirm")
        self._player.take_picture("plan-begun")
        if plan.gp_told_at_start is not None:
            hands.click("tell_gp.start")
            told_on = min(plan.gp_told_at_start, self._player.clock().date())  # nobody is told on a day to come
            hands.write("plan_day", as_typed(told_on))
            self._player.take_picture("plan-gp-text")
            hands.click("confirm")
        self._player.take_picture("plan-under-way")
