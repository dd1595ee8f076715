"""The directory of offers and contacts, in the states that are looked at: `stagings` shows them with all others."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from needsform.models.contact import Referrer
from needsform.models.errors import Message
from needsform.models.identity import ContactId
from needsform.ui.screens.directory_screen import DirectoryScreen
from needsform.ui.viewmodels.directory_view_model import DirectoryViewModel
from needsform.ui.widgets.staff_navigation import Place

if TYPE_CHECKING:
    from tests.ui.entry.stagings import Build, Stage, Ward

TOLD: dict[str, dict[str, object]] = {
    "cancer_line": {"phone": "55 66 77 88", "hours": "hverdage 9-21", "web": "kraeftlinjen.example.dk"},
    "late_effects_clinic": {"phone": "11 22 33 44", "area": "Region Midtjylland", "valid_from": date(2027, 1, 1)},
    "jobcenter": {"address": "Prøvevej 1, 9999 Prøveby", "valid_to": date(2026, 10, 31)},
}
"""What a site has written: one that holds, one to come, one that is gone."""


def fill_in(ward: "Ward") -> None:
    """Let the site have written it."""
    directory = ward.session.directory
    for entry in directory.everything():
        if entry.id in TOLD:
            directory.save(entry.model_copy(update=TOLD[entry.id]))


def listed(ward: "Ward") -> "Build":
    """The list, and something that was just ended."""
    fill_in(ward)
    view_model = DirectoryViewModel(ward.session, ward.words)
    view_model.end(ContactId("networks"))
    return lambda: ward.beside_navigation(DirectoryScreen(view_model), Place.ADMINISTRATION)


def edited(ward: "Ward") -> "Build":
    """An entry that is put right wrongly."""
    fill_in(ward)
    view_model = DirectoryViewModel(ward.session, ward.words)
    view_model.edit(ContactId("cancer_line"))
    assert view_model.state.typed is not None
    everybody = tuple(Referrer)
    view_model.write(replace(view_model.state.typed, name_da="", valid_from="i morgen", referrers=everybody))
    errors = {"name_da": Message("directory.name_missing"), "valid_from": Message("date.unreadable")}
    view_model.state = replace(view_model.state, errors=errors)
    return lambda: ward.beside_navigation(DirectoryScreen(view_model), Place.ADMINISTRATION)


DIRECTORY: "dict[str, Stage]" = {"directory": listed, "directory-editing": edited}
