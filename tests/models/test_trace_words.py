"""Whatever is in the trace can be said, in both languages."""

import pytest

from needsform.models.audit import Action, Holding
from needsform.services.reference_data import LANGUAGES, words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_act_has_words(language: str) -> None:
    assert [action for action in Action if f"action.{action.value}" not in words(language).texts] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_fault_of_the_trace_has_words(language: str) -> None:
    faults = [holding.value for holding in Holding if holding is not Holding.HOLDS] + ["door_list"]
    assert [fault for fault in faults if f"trace.fault.{fault}" not in words(language).texts] == []
