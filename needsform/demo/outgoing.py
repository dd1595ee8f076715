"""What leaves after the talk: given to the citizen, sent to whoever the citizen agreed to have told, and noted."""

from PySide6.QtWidgets import QLineEdit, QWidget

from needsform.demo.case import CaseCitizen
from needsform.demo.player import Player
from needsform.models.delivery import NotWantedReason, Recipient
from needsform.services import reference_data


def hand_over(player: Player, citizen: CaseCitizen) -> None:
    """Everybody gets it who is to get it; where the citizen was not asked it is not wanted. Ends on the worklist."""
    player.hands.find(QWidget, "handover_screen")
    player.take_picture("handover")
    for recipient in Recipient:
        _see_to(player, recipient, citizen)
    player.take_picture("handover-done")
    player.hands.click("close")


def _see_to(player: Player, recipient: Recipient, citizen: CaseCitizen) -> None:
    hands, name = player.hands, recipient.value
    if hands.sees(f"{name}_done"):
        hands.click(f"{name}_done")
    elif hands.sees(f"{name}_sent"):
        hands.click(f"{name}_text")
        player.take_picture(f"handover-{name}-text")
        hands.click("close_letter")
        hands.click(f"{name}_sent")
        receiver = f"sent_{name}_receiver"
        if not hands.find(QLineEdit, receiver).text():
            hands.write(receiver, _whoever_is_told(player, recipient, citizen))
        hands.click(f"sent_{name}_keep")
    elif hands.sees(f"{name}_not_wanted"):
        hands.click(f"{name}_not_wanted")
        hands.choose("not_wanted_choice", player.words.of(NotWantedReason.CITIZEN_DECLINES))
        hands.click("not_wanted_keep")


def _whoever_is_told(player: Player, recipient: Recipient, citizen: CaseCitizen) -> str:
    """The citizen's municipality where no receiver of it is on the list, or simply what the row says."""
    found = reference_data.municipalities().find(citizen.municipality_code, player.clock().date())
    return found.full_name if found and recipient is Recipient.MUNICIPALITY else player.words.of(recipient)
