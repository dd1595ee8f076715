"""Whom a suggestion would rest with, for this citizen and at this site."""

import pytest

from needsform.models import suggested_action
from needsform.models.care_plan import ResponsibleType
from needsform.models.sheet import SheetContent
from needsform.models.site import SiteKind
from tests.ui.back_page.talk import Talk


def content_of(talk: Talk) -> SheetContent:
    """What the sheet knows."""
    return talk.session.documents.content(talk.patient, talk.assessment)


@pytest.mark.parametrize(
    ("responsible", "name"),
    [
        (ResponsibleType.MUNICIPALITY, "Aarhus Kommune"),
        (ResponsibleType.JOBCENTER, "Jobcenter Aarhus"),
        (ResponsibleType.GENERAL_PRACTICE, "Lægerne Testvej"),
        (ResponsibleType.HOSPITAL, "Kræftafdelingen"),
        (ResponsibleType.CANCER_SOCIETY, ""),
        (ResponsibleType.CITIZEN, ""),
    ],
)
def test_whoever_is_known_is_named(talk: Talk, responsible: ResponsibleType, name: str) -> None:
    assert suggested_action.receiver(responsible, content_of(talk)) == name


def test_nobody_is_invented(talk: Talk) -> None:
    site = talk.session.site.model_copy(update={"kind": SiteKind.MUNICIPALITY})
    content = content_of(talk).model_copy(update={"municipality": None, "site": site})
    unknown = (ResponsibleType.MUNICIPALITY, ResponsibleType.JOBCENTER, ResponsibleType.HOSPITAL)
    assert [suggested_action.receiver(responsible, content) for responsible in unknown] == ["", "", ""]


def test_a_general_suggestion_is_linked_to_what_is_talked_about(talk: Talk) -> None:
    general = next(offer for offer in talk.view_model.catalogue.suggestions if not offer.topics)
    draft = talk.view_model.state.draft
    topic = draft.plan.needs[2].topic
    action = suggested_action.action(general, draft.attending(topic), "da", content_of(talk))
    assert action.topics == (topic,)
    assert suggested_action.action(general, draft, "da", content_of(talk)).topics == ()
