"""The page of known sites in the states that are looked at: `stagings` shows it with all others."""

from typing import TYPE_CHECKING

from needsform.models.errors import Message
from needsform.models.known_site import SiteCard
from needsform.services.signing import SiteSigner
from needsform.ui.screens.known_sites_screen import KnownSitesScreen
from needsform.ui.viewmodels.known_sites_view_model import KnownSitesState, KnownSitesViewModel
from needsform.ui.widgets.staff_navigation import Place

if TYPE_CHECKING:
    from tests.ui.entry.stagings import Build, Stage, Ward

WARD = SiteCard("Kræftafdelingen, Test Universitetshospital", SiteSigner(bytes(range(32))).public_key)
OTHER = SiteCard("Kræftrådgivningen i Aarhus Kommune, Koordinerende instans", SiteSigner(bytes(32)).public_key)


def sites(*, is_offered: bool = False, is_asked: bool = False, is_empty: bool = False) -> "Stage":
    """One that counts and one that was withdrawn; then a question."""

    def stage(ward: "Ward") -> "Build":
        keys = ward.session.site_keys
        if not is_empty:
            keys.know(WARD)
            keys.know(OTHER)
            keys.withdraw(OTHER.public_key)
        view_model = KnownSitesViewModel(ward.session)
        own, known = view_model.state.own, view_model.state.sites
        if is_offered:
            view_model.state = KnownSitesState(own, known, offered=OTHER, error=Message("site_card.compare_first"))
        if is_asked:
            view_model.state = KnownSitesState(own, known, asked=known[0])
        return lambda: ward.beside_navigation(
            KnownSitesScreen(view_model, ward.words, lambda *_: None, lambda *_: None), Place.ADMINISTRATION
        )

    return stage


SITES: "dict[str, Stage]" = {
    "sites-none": sites(is_empty=True),
    "sites-offered": sites(is_offered=True),
    "sites-withdraw": sites(is_asked=True),
}
