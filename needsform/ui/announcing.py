"""Tells assistive technology something at once; the focus stays where it is.

Imported by whoever has something to tell, and not before: Qt's accessibility is large, and the first paint needs none.
"""

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str, *, is_urgent: bool = True) -> None:
    """Say words that belong to a widget; urgent ones interrupt what is being said."""
    announcement = QAccessibleAnnouncementEvent(widget, text)
    if is_urgent:
        announcement.setPoliteness(QAccessible.AnnouncementPoliteness.Assertive)
    QAccessible.updateAccessibility(announcement)


def alert(widget: QWidget) -> None:
    """Something has come to stand in a widget that somebody must know of."""
    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))
