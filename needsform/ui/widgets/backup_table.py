"""The backups that there are, one a row: when each was made, why, what is in it, and how large it is."""

from datetime import datetime

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QWidget

from needsform.models.backup import Backup
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.row_table import RowTable

_FEWEST, _MOST = 3, 8
"""How many rows there is room for without scrolling."""


class BackupTable(QWidget):
    """One backup is marked, and beneath the table stands what taking it would mean.

    marked: the number of another backup is marked, from 0.
    """

    marked = Signal(int)

    def __init__(self, words_: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words_
        self._backups: tuple[Backup, ...] = ()
        heads = (self.tr("Made"), self.tr("Why"), self.tr("In it"), self.tr("Size"))
        self._table = RowTable("backups", self.tr("Backups"), heads)
        self._preview = words("", "notice")
        self._preview.setObjectName("preview")
        column = column_in(self)
        column.addWidget(self._table, 1)
        column.addWidget(self._preview)
        self.setFocusProxy(self._table)
        self._table.selectionModel().selectionChanged.connect(self._mark)

    def show_backups(self, backups: tuple[Backup, ...], marked: int) -> None:
        """Show these, newest first, with one of them marked."""
        if backups != self._backups:
            self._backups = backups
            self._table.show_rows(tuple(self._row(backup) for backup in backups))
            shown = min(max(len(backups), _FEWEST), _MOST)
            self._table.setMinimumHeight(self._table.fontMetrics().height() * 2 * (shown + 1))
        if 0 <= marked < len(backups):
            self._table.selectRow(marked)
        self._say(backups[marked] if 0 <= marked < len(backups) else None)

    def moment(self, backup: Backup) -> str:
        """When a backup was made, as it is said here."""
        return self._moment(backup.made_at)

    def content(self, backup: Backup) -> str:
        """What is in a backup, in numbers."""
        citizens = self.tr("%n citizen(s)", "", backup.citizens)
        assessments = self.tr("%n assessment(s)", "", backup.assessments)
        return self.tr("{citizens}, {assessments}").format(citizens=citizens, assessments=assessments)

    def _row(self, backup: Backup) -> tuple[str, ...]:
        size = QLocale(self._words.language).formattedDataSize(backup.size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
        return self.moment(backup), self._words.of(backup.reason), self.content(backup), size

    def _moment(self, moment: datetime) -> str:
        date, time = self._words.date(moment.date()), self._words.time(moment)
        return self.tr("{date} at {time}").format(date=date, time=time)

    def _mark(self) -> None:
        at = self._table.currentIndex().row()
        if 0 <= at < len(self._backups):
            self.marked.emit(at)

    def _say(self, backup: Backup | None) -> None:
        """What taking this one would mean."""
        self._preview.setVisible(backup is not None)
        if backup is not None:
            last = "" if backup.changed_at is None else self._moment(backup.changed_at)
            self._preview.setText(
                self.tr("In this backup: {content}. The last thing written in it is from {moment}.").format(
                    content=self.content(backup), moment=last or self.moment(backup)
                )
            )
