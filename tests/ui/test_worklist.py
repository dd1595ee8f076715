"""The worklist says how far the citizen has come, whichever line of the form they came to."""

from needsform.models.assessment import Assessment
from needsform.models.questionnaire import Questionnaire
from needsform.services.session import Session
from needsform.ui.viewmodels.worklist_view_model import WorklistViewModel
from tests.clock import StandingClock


def test_how_far_is_told_at_every_line_of_the_form(
    session: Session, draft: Assessment, clock: StandingClock, form: Questionnaire
) -> None:
    for number, area in enumerate(form.areas, start=1):
        others = () if area.other is None else (area.other.link_id,)
        for line in (area.link_id, *(topic.link_id for topic in area.topics), *others):
            session.front_pages.remember_place(draft, line)
            (section,) = WorklistViewModel(session, clock).state.sections
            assert [row.area for row in section.rows] == [(number, len(form.areas))], line
