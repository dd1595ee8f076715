"""The way from the first rows of a long list to all of them."""

from PySide6.QtWidgets import QPushButton, QWidget


class ShowAll(QPushButton):
    """Says how many there are. Its objectName begins with `all_`."""

    def __init__(self, what: str, count: int, parent: QWidget) -> None:
        super().__init__(parent)
        self.setText(self.tr("Show all {count}").format(count=count))
        self.setObjectName(f"all_{what}")
        self.setProperty("role", "link")
