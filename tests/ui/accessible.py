"""What assistive technology is told of a screen: every control with its name, its role and its state."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QWidget

_Role = QAccessible.Role
CONTROLS = {
    _Role.Button,
    _Role.ButtonMenu,
    _Role.CheckBox,
    _Role.ComboBox,
    _Role.EditableText,
    _Role.Link,
    _Role.RadioButton,
    _Role.Slider,
    _Role.SpinBox,
    _Role.Table,
    _Role.List,
}
"""Roles of things that can be used."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One thing as it is told."""

    role: QAccessible.Role
    name: str
    description: str
    is_focusable: bool
    is_checked: bool
    is_disabled: bool
    widget: QWidget | None

    @property
    def where(self) -> str:
        """How a failing test calls it."""
        return f"{self.role.name} {self.widget.objectName() if self.widget else '?'} {self.name!r}"


def accessible(widget: QWidget) -> Seen:
    """What is told of one widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    return _seen(interface)


def walk(widget: QWidget) -> Iterator[Seen]:
    """Everything that is told of a widget and what is in it, as far as it can be seen."""
    interface = QAccessible.queryAccessibleInterface(widget)
    assert interface is not None
    yield from _walk(interface)


def controls(widget: QWidget) -> list[Seen]:
    """Everything in a widget that can be used."""
    return [seen for seen in walk(widget) if seen.role in CONTROLS]


def _walk(interface: QAccessibleInterface) -> Iterator[Seen]:
    if interface.state().invisible:
        return
    yield _seen(interface)
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield from _walk(child)


def _seen(interface: QAccessibleInterface) -> Seen:
    state, held = interface.state(), interface.object()
    return Seen(
        role=interface.role(),
        name=interface.text(QAccessible.Text.Name),
        description=interface.text(QAccessible.Text.Description),
        is_focusable=bool(state.focusable),
        is_checked=bool(state.checked),
        is_disabled=bool(state.disabled),
        widget=held if isinstance(held, QWidget) else None,
    )
