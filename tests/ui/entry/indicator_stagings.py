"""Indicators in the states that are looked at: `stagings` shows them with all others."""

from datetime import date
from random import Random
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from needsform.models.errors import Message
from needsform.models.indicator import TABLES, Indicator
from needsform.models.indicator_counts import IndicatorCounts, IndicatorQuery
from needsform.models.indicator_file import AddedUp
from needsform.ui.screens.indicator_rows_screen import IndicatorRowsScreen
from needsform.ui.screens.indicators_screen import IndicatorsScreen
from needsform.ui.viewmodels.indicator_rows_view_model import IndicatorRowsViewModel
from needsform.ui.viewmodels.indicators_view_model import IndicatorsViewModel
from needsform.ui.widgets.staff_navigation import Place

YEAR = IndicatorQuery(since=date(2026, 1, 1), until=date(2026, 11, 23))

if TYPE_CHECKING:
    from tests.ui.entry.stagings import Build, Stage, Ward


def counts_of(largest: int, sites: tuple[str, ...]) -> IndicatorCounts:
    """Figures that add up, of a year."""
    chance = Random(3)
    counts: dict[Indicator, int] = {}
    for table in TABLES:
        for part in table.parts:
            counts.setdefault(part, chance.randint(0, largest))
        counts[table.whole] = sum(counts[part] for part in table.parts)
    return IndicatorCounts(query=YEAR, counted_on=YEAR.until, sites=sites, counts=counts)


def indicators(largest: int, *sites: str) -> "Stage":
    """The page with its figures; of several sites they were added up from files."""

    def stage(ward: "Ward") -> "Build":
        view_model = IndicatorsViewModel(ward.session, ward.words, ward.background)
        if len(sites) > 1:
            left_out = (("indikatorer (2).json", Message("indicator_file.twice")),)
            view_model._show_added(AddedUp(counts_of(largest, sites), left_out))
        else:
            view_model._show_counts(counts_of(largest, sites))

        def build() -> QWidget:
            screen = IndicatorsScreen(view_model, lambda *_: None, lambda *_: ())
            return ward.beside_navigation(screen, Place.ADMINISTRATION)

        return build

    return stage


def indicators_refused(ward: "Ward") -> "Build":
    """The days are not in order, and nothing has been counted."""
    view_model = IndicatorsViewModel(ward.session, ward.words, ward.background)
    typed = view_model.state.typed
    view_model.write(type(typed)("23-11-2026", "22-11-2026"))
    view_model.count()
    return lambda: ward.beside_navigation(
        IndicatorsScreen(view_model, lambda *_: None, lambda *_: ()), Place.ADMINISTRATION
    )


def indicator_rows(ward: "Ward") -> "Build":
    """Whom a figure counts."""
    from tests.ui.entry.stagings import move
    from tests.ward import first_talk

    for patient in ward.patients.values():
        move(ward, ward.session.assessments.start(patient, first_talk()), 1)
    view_model = IndicatorRowsViewModel(ward.session, Indicator.BACK_MISSING, YEAR, ward.words, ward.background)
    view_model._show_page(view_model._behind.page(0))
    return lambda: ward.beside_navigation(IndicatorRowsScreen(view_model), Place.ADMINISTRATION)


INDICATORS: "dict[str, Stage]" = {
    "indicators-empty": indicators(0, "Test Universitetshospital"),
    "indicators-small": indicators(9, "Test Universitetshospital"),
    "indicators-region": indicators(24_000, "Test Universitetshospital", "Sundhedscenter Test", "Lægerne Testvej"),
    "indicators-refused": indicators_refused,
    "indicator-rows": indicator_rows,
}
