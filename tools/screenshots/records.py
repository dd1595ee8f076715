"""The pictures of what is kept and what goes: a citizen's whole record, and how long records stay."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from needsform.demo.hands import Hands
from tools.screenshots.camera import EVERY_LOOK, Camera


def take(hands: Hands, camera: Camera) -> None:
    """From the worklist to both pages, and back."""
    hands.click("go_to_patients")
    hands.write("search", "Lonni")
    hands.press(Qt.Key.Key_Return)
    hands.find(QWidget, "patient_screen")
    hands.click("record")
    hands.find(QWidget, "record_screen")
    camera.take("record", *EVERY_LOOK)
    hands.click("go_to_administration")
    hands.click("administer_retention_act_0")
    hands.find(QWidget, "retention_screen")
    camera.take("retention", *EVERY_LOOK)
    hands.click("go_to_worklist")
