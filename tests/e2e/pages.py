"""What a person sees and can do, page by page; each act returns the page one lands on."""

from typing import Self

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QWidget

from needsform.demo.hands import Hands
from needsform.ui.messages import MessageBar
from needsform.ui.widgets.work_row import WorkRow


class Page:
    """A screen under somebody's hands. `SCREEN` is its objectName."""

    SCREEN = ""

    def __init__(self, hands: Hands) -> None:
        """Wait until it is there."""
        self.hands = hands
        hands.find(QWidget, self.SCREEN)

    @property
    def message(self) -> str:
        """What the bar at the top says; empty when it says nothing."""
        bar = self.hands.window.findChild(MessageBar)
        return "" if bar is None else bar.text

    @property
    def focus(self) -> str:
        """The name of what has the focus."""
        focused = self.hands.window.focusWidget()
        return "" if focused is None else focused.objectName()

    def error(self, field: str) -> str:
        """What is said beneath a field; empty when nothing is wrong with it."""
        label = self.hands.window.findChild(QLabel, f"{field}_error")
        return "" if label is None or not label.isVisible() else label.text()

    def text(self, field: str) -> str:
        """What stands in a field."""
        return self.hands.find(QLineEdit, field).text()

    def chosen(self, name: str) -> str:
        """What is chosen in a list."""
        return self.hands.find(QComboBox, name).currentText()

    def sees(self, name: str) -> bool:
        """Whether something of this name can be used now."""
        return self.hands.sees(name)

    @property
    def rows(self) -> list[str]:
        """What stands in the rows of a list, from the top."""
        return [" | ".join(row.texts()) for row in self.hands.window.findChildren(WorkRow)]

    def write(self, field: str, text: str) -> Self:
        """Write in a field, in place of what stood there, and leave it."""
        self.hands.write(field, text)
        self.hands.window.activateWindow()  # out of sight, a list that has closed does not hand the window back
        self.hands.settle()
        self.hands.press(Qt.Key.Key_Tab)
        return self


class FirstRunPage(Page):
    """The very first run."""

    SCREEN = "first_run_screen"

    def tell_place(self, name: str) -> Self:
        """The first step."""
        if name:
            self.hands.write("site", name)
        self.hands.click("next")
        return self

    def tell_person(self, name: str, login: str, password: str, repeated: str | None = None) -> Self:
        """The second step; waits until the key is made or something is wrong."""
        for field, text in (("name", name), ("login", login), ("password", password)):
            self.hands.write(field, text)
        self.hands.write("repeated", password if repeated is None else repeated)
        self.hands.click("next")
        self.hands.wait_for(lambda: self.hands.sees("back"), "the worker")
        return self

    @property
    def key(self) -> list[str]:
        """The groups of the recovery key, as they are shown."""
        labels = self.hands.window.findChildren(QLabel)
        return [label.text() for label in labels if label.property("role") == "recovery-key" and label.isVisible()]

    def asked(self) -> tuple[int, int]:
        """Which groups are asked for."""
        numbers = [
            int(label.text().split()[-1])
            for label in self.hands.window.findChildren(QLabel)
            if isinstance(label.buddy(), QLineEdit) and label.isVisible()
        ]
        first, second = numbers
        return first, second

    def type_groups(self, key: list[str]) -> Self:
        """The two groups that are asked for, from the paper."""
        first, second = self.asked()
        self.hands.write("first_group", key[first - 1])
        self.hands.write("second_group", key[second - 1])
        self.hands.click("next")
        return self


class UnlockPage(Page):
    """Login and password."""

    SCREEN = "unlock_screen"

    def unlock(self, login: str, password: str) -> "WorklistPage":
        """With the right password."""
        self.try_password(login, password)
        return WorklistPage(self.hands)

    def try_password(self, login: str, password: str) -> Self:
        """Whatever comes of it."""
        self.hands.write("login", login)
        self.hands.write("password", password)
        self.hands.press(Qt.Key.Key_Return)
        return self

    @property
    def refusal(self) -> str:
        """What is said of a wrong password, once it has been tried."""
        self.hands.wait_for(lambda: bool(self.error("unlock")), "the password to be tried")
        return self.error("unlock")


class WorklistPage(Page):
    """What is unfinished."""

    SCREEN = "worklist_screen"

    def take_next_step(self, citizen: str) -> None:
        """Press the one button of a citizen's row."""
        row = next(row for row in self.hands.window.findChildren(WorkRow) if citizen in row.texts())
        button = row.next_button
        assert isinstance(button, QAbstractButton)
        self.hands.click_on(button)

    def begin_new(self) -> "NewAssessmentPage":
        """A new assessment."""
        self.hands.click("new_assessment")
        return NewAssessmentPage(self.hands)

    def find(self, query: str) -> "PatientPage":
        """Open the first citizen who is found."""
        self.hands.press(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
        self.hands.write("search", query)
        self.hands.press(Qt.Key.Key_Return)
        return PatientPage(self.hands)

    def lock(self) -> UnlockPage:
        """Leave the screen."""
        self.hands.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
        return UnlockPage(self.hands)


class NewAssessmentPage(Page):
    """A new assessment."""

    SCREEN = "new_assessment_screen"

    def give_screen(self) -> "PatientFormPage":
        """To the citizen."""
        self.hands.click("begin")
        return PatientFormPage(self.hands)

    def try_to_begin(self) -> Self:
        """With something missing."""
        self.hands.click("begin")
        return self

    def record(self) -> WorklistPage:
        """That the form is not used."""
        self.hands.click("begin")
        return WorklistPage(self.hands)


class PatientFormPage(Page):
    """The form in the citizen's hands."""

    SCREEN = "patient_mode_screen"


class PatientPage(Page):
    """A citizen's card."""

    SCREEN = "patient_screen"


class StaffPage(Page):
    """The list of colleagues."""

    SCREEN = "staff_screen"

    @classmethod
    def go_to(cls, hands: Hands) -> Self:
        """As an administrator."""
        hands.click("go_to_administration")
        hands.click("administer_staff_act_0")
        return cls(hands)

    def add(self, name: str, login: str) -> str:
        """Somebody new; the first password that is shown to be handed over."""
        self.hands.click("add_colleague")
        self.hands.write("name", name)
        self.hands.write("login", login)
        self.hands.click("save")
        return handed_out(self.hands)

    def open(self, login: str) -> "ColleaguePage":
        """Somebody's page."""
        self.hands.click(f"colleague_{login}_act_0")
        return ColleaguePage(self.hands)


class ColleaguePage(Page):
    """One colleague."""

    SCREEN = "colleague_screen"

    def take_access_away(self) -> StaffPage:
        """And say yes to the question."""
        self.hands.click("take_access_away")
        self.hands.click("confirm")
        return StaffPage(self.hands)

    def give_password(self) -> str:
        """A new first password."""
        self.hands.click("give_password")
        return handed_out(self.hands)


def handed_out(hands: Hands) -> str:
    """The first password that is shown, this once; back in the list of colleagues afterwards."""
    password = hands.find(QLabel, "first_password").text()
    hands.click("handed_over")
    StaffPage(hands)
    return password


class OwnPasswordPage(Page):
    """Another password for oneself."""

    SCREEN = "own_password_screen"

    def change(self, old: str, password: str, repeated: str | None = None) -> Self:
        """Whatever comes of it."""
        for field, text in (("old", old), ("password", password), ("repeated", repeated or password)):
            self.hands.write(field, text)
        self.hands.click("change")
        return self
