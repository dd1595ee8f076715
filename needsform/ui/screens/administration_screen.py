"""What an administrator looks after, as a plain list of places to go to."""

from enum import StrEnum
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.work_row import RowText, WorkRow

_SHARES = (26, 58, 0, 0, 16)


class AdministrationPlace(StrEnum):
    """What can be gone to from here, in the order of the list."""

    STAFF = "staff"
    KEYS = "keys"
    TRACE = "trace"
    BACKUPS = "backups"
    RETENTION = "retention"
    RECEIVERS = "receivers"
    DIRECTORY = "directory"
    KNOWN_SITES = "known_sites"
    INDICATORS = "indicators"
    EXPORT = "export"
    SITE = "site"


class AdministrationScreen(QWidget):
    """One row for each place, with what it is for.

    place_requested: somebody wants to go there.
    """

    place_requested = Signal(AdministrationPlace)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()

    def _build(self) -> None:
        self.setObjectName("administration_screen")
        page = ListPage(self.tr("Administration"))
        rows = []
        for place in AdministrationPlace:
            title, what_for = self._words(place)
            row = WorkRow(
                f"administer_{place.value}",
                RowText(title, cells=(what_for,), actions=(self.tr("Open"),), is_link=False, shares=_SHARES),
            )
            row.acted.connect(partial(self._go, place))
            page.column.addWidget(row)
            rows.append(row)
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, rows[0].next_button)

    def _words(self, place: AdministrationPlace) -> tuple[str, str]:
        """What a place is called, and what it is for."""
        return {
            AdministrationPlace.STAFF: (
                self.tr("Colleagues"),
                self.tr("Who works with the program, and how they come in."),
            ),
            AdministrationPlace.KEYS: (
                self.tr("Keys"),
                self.tr("A new recovery key on paper, or a new key for the store."),
            ),
            AdministrationPlace.TRACE: (
                self.tr("Log"),
                self.tr("Who did what, when, and about which citizen."),
            ),
            AdministrationPlace.BACKUPS: (
                self.tr("Backups"),
                self.tr("The last good backup, a copy on another disk, and the way back to an earlier day."),
            ),
            AdministrationPlace.RETENTION: (
                self.tr("Erasure"),
                self.tr("How long citizens' records are kept, and who is old enough to be erased."),
            ),
            AdministrationPlace.RECEIVERS: (
                self.tr("Receivers"),
                self.tr("Whom to tell in each municipality, and from when to when."),
            ),
            AdministrationPlace.DIRECTORY: (
                self.tr("Offers and contacts"),
                self.tr("Whom citizens can turn to: suggested on the back page, and told on the citizen's sheet."),
            ),
            AdministrationPlace.KNOWN_SITES: (
                self.tr("Known sites"),
                self.tr("Whose signed sheets are believed, and your own key for others."),
            ),
            AdministrationPlace.INDICATORS: (
                self.tr("Indicators"),
                self.tr("How many were offered an assessment, assessed in time and helped on, for a period."),
            ),
            AdministrationPlace.EXPORT: (
                self.tr("Export of many"),
                self.tr("All assessments that were signed in a period, written into a folder."),
            ),
            AdministrationPlace.SITE: (
                self.tr("The place"),
                self.tr("What stands on every sheet, and the place's own form."),
            ),
        }[place]

    def _go(self, place: AdministrationPlace, _button: int) -> None:
        self.place_requested.emit(place)
