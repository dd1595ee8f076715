"""Which days count is the administrator's to say, on the page of the place."""

from dataclasses import replace
from datetime import date

from needsform.models.errors import Message
from needsform.models.working_days import WorkingDays
from needsform.services.session import Session
from needsform.ui.viewmodels.site_settings_view_model import SiteSettingsViewModel
from tests.clock import StandingClock


def test_the_days_are_kept_and_shown_again(session: Session, clock: StandingClock) -> None:
    page = SiteSettingsViewModel(session, clock)
    days = replace(page.state.typed, saturday_counts=True, closed_on="23-12-2026, 22-12-2026")
    page.write(replace(days, closed_on_half_holidays=True))
    page.save()
    assert session.site.working_days == WorkingDays(
        saturday_counts=True,
        closed_on_half_holidays=True,
        closed_on=(date(2026, 12, 22), date(2026, 12, 23)),
    )
    typed = SiteSettingsViewModel(session, clock).state.typed
    assert (typed.saturday_counts, typed.closed_on_half_holidays) == (True, True)
    assert typed.closed_on == "22-12-2026, 23-12-2026"
    assert session.referrals.contact_by(date(2026, 12, 18)) == date(2026, 12, 28)


def test_a_day_that_is_none_is_told_beside_the_field_and_nothing_is_kept(
    session: Session, clock: StandingClock
) -> None:
    page = SiteSettingsViewModel(session, clock)
    page.write(replace(page.state.typed, unit="Sundhedscenter", closed_on="juleaften"))
    page.save()
    assert page.state.errors == {"closed_on": Message("date.unreadable")}
    assert session.site.unit != "Sundhedscenter"
