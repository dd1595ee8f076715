"""A recovery key to be written down: its groups, numbered, to be printed or kept as text."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from needsform.ui.widgets.buttons import buttons_in_a_row, named_button
from needsform.ui.widgets.labelled_field import column_in, words

_GROUPS = 8
_GROUPS_IN_ROW = 4


class RecoveryKeyPanel(QWidget):
    """Empty until `show_groups`.

    print_requested, save_requested: what stands on the paper, for the printer or a file.
    """

    print_requested = Signal(str)
    save_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._shown = "", tuple[str, ...]()
        grid = QGridLayout()
        grid.setSpacing(12)
        self._groups = [QLabel() for _ in range(_GROUPS)]
        for index, label in enumerate(self._groups):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("role", "recovery-key")
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(words(self.tr("Group {number}").format(number=index + 1), "quiet"), *_cell(index, 0))
            grid.addWidget(label, *_cell(index, 1))
        self.print = named_button(self.tr("&Print the key"), "print_key")
        self._save = named_button(self.tr("&Save as a text file"), "save_key")
        row = buttons_in_a_row(self.print, self._save)
        column = column_in(self, spacing=16)
        column.addLayout(grid)
        column.addWidget(row)
        column.addWidget(
            words(self.tr("A text file is for a place that only you can open, such as a locked USB stick."), "quiet")
        )
        self.print.clicked.connect(self._print)
        self._save.clicked.connect(self._keep)

    def show_groups(self, place: str, groups: tuple[str, ...]) -> None:
        """Show a key; `place` is whose it is, for the paper."""
        self._place, self._shown = place, groups
        for label, group in zip(self._groups, groups or ("",) * _GROUPS, strict=True):
            label.setText(group)

    def _print(self) -> None:
        self.print_requested.emit(self._paper())

    def _keep(self) -> None:
        self.save_requested.emit(self._paper())

    def _paper(self) -> str:
        """For which place, the key in groups, and what to do with it."""
        heading = self.tr("Recovery key for the needs assessments at {place}").format(place=self._place)
        advice = self.tr("Whoever has this paper can open the citizens' forms. Keep it locked away.")
        numbered = (f"{number}: {group}" for number, group in enumerate(self._shown, start=1))
        return "\n".join((heading, "", *numbered, "", advice, ""))


def _cell(index: int, row_in_group: int) -> tuple[int, int]:
    """Row and column of the `index`-th group: its number above, its letters beneath."""
    return 2 * (index // _GROUPS_IN_ROW) + row_in_group, index % _GROUPS_IN_ROW
