"""What one tick costs on its way to the disk: counted, because a clock would measure the machine and its mood."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby

import pytest

from needsform import resources
from needsform.models.assessment import Assessment
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.services.session import Session

ONE_TICK = [
    "BEGIN IMMEDIATE",
    "UPDATE assessments SET change",
    "INSERT INTO answers",
    "INSERT INTO answer_history",
    "SELECT seq, hash, recorded_at FROM audit_events",
    "INSERT INTO audit_events",
    "COMMIT",
]
"""The right to write, the counter, the answer, its history, the trace (where it ends and its new row), the disk."""


@contextmanager
def statements(session: Session) -> Iterator[list[str]]:
    """What reaches the store; the driver tells of a statement once more for every trigger that it sets off."""
    told: list[str] = []
    seen: list[str] = []
    connection = session._database.tables.conn
    connection.set_trace_callback(told.append)
    yield seen
    connection.set_trace_callback(None)
    seen += [sql for sql, _ in groupby(told)]


def test_a_tick_reads_nothing_again_and_is_committed_once(session: Session, draft: Assessment) -> None:
    ticked = session.front_pages.set_answer(draft, LinkId("sleep.problem"), True)
    with statements(session) as seen:
        session.front_pages.set_answer(ticked, LinkId("fatigue.problem"), True)
    assert [sql[: len(known)] for sql, known in zip(seen, ONE_TICK, strict=True)] == ONE_TICK


def test_none_of_these_is_one_change_however_many_boxes_it_answers(
    session: Session, draft: Assessment, form: Questionnaire
) -> None:
    area = form.areas[0]
    with statements(session) as seen:
        session.front_pages.answer_none_of_these(draft, area)
    assert len(seen) == len(ONE_TICK) + 2 * (len(area.boxes()) - 1)
    assert seen.count("COMMIT") == 1


def test_a_tick_reads_no_file_of_the_program(
    session: Session, draft: Assessment, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.assessments.questionnaire(draft)
    monkeypatch.setattr(resources, "read_bytes", lambda name: pytest.fail(f"{name} was read for a tick"))
    session.front_pages.set_answer(draft, LinkId("fatigue.problem"), True)
