"""What a person reads on a screen: labels, and the words that lists paint themselves."""

from PySide6.QtWidgets import QLabel, QWidget

from needsform.ui.widgets.row_columns import ColumnHeads
from needsform.ui.widgets.work_row import WorkRow


def words_on(screen: QWidget, *, hidden: bool = False) -> list[str]:
    """Every line, in the order in which it was put there; `hidden` lines too, if they are asked for."""
    lines: list[str] = []
    for widget in screen.findChildren(QWidget):
        if hidden or widget.isVisible():
            lines += _written(widget)
    return [line for line in lines if line]


def _written(widget: QWidget) -> tuple[str, ...]:
    if isinstance(widget, QLabel):
        return (widget.text(),)
    return widget.texts() if isinstance(widget, WorkRow | ColumnHeads) else ()
