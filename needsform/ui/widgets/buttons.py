"""Buttons as nearly every screen makes them."""

from PySide6.QtWidgets import QPushButton, QWidget

from needsform.ui.widgets.turning_row import TurningRow


def named_button(text: str, name: str, role: str = "", parent: QWidget | None = None) -> QPushButton:
    """A button with its name, by which the focus finds it again, and its look: a `role` of the style sheet."""
    button = QPushButton(text, parent)
    button.setObjectName(name)
    if role:
        button.setProperty("role", role)
    return button


def show_role(button: QPushButton, role: str) -> None:
    """Give a button that may be in sight already another look: "primary" is the next thing to do, "" the others."""
    if (button.property("role") or "") != role:
        button.setProperty("role", role)
        button.style().unpolish(button)
        button.style().polish(button)


def buttons_in_a_row(*buttons: QPushButton) -> TurningRow:
    """What can be done with what stands above them; the row turns into a column where it has no room."""
    row = TurningRow(spacing=12)
    for button in buttons:
        row.add(button)
    row.add_gap()
    return row
