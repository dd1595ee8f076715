"""Whatever goes wrong while a citizen is on the screen, the report, the sentence and the trace name nobody.

Every verb of the services is called with things that do not fit, all of them marked: names, numbers and words of a
citizen. What the program would show, report or write about the error is searched for the marks.
"""

import logging
import traceback
from collections import Counter
from datetime import date
from random import Random

import pytest

from needsform.models.assessment import Assessment
from needsform.models.errors import NeedsformError
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import AssessmentId, LinkId, PatientId
from needsform.models.patient import Patient
from needsform.services.session import Session
from needsform.storage.database import Database
from needsform.ui.messages import sentence
from needsform.ui.widgets.problem_dialog import problem_report
from tests.faults.readable import readable
from tests.faults.sizes import SEED, Record, points, progress, told
from tests.services.conftest import (  # noqa: F401 - the same ward
    access,
    arguments,
    database,
    draft,
    einer,
    folder,
    form,
    founded_once,
    other,
    patients,
    session,
    unlocked,
)
from tests.verbs import Verb, called, verbs

PART = "failure with marked values"
MARKS = ("Einer Mærke Lauridsen", "0201609995", "Jeg tør ikke sove alene", "Mærkevej 12, 8000 Aarhus")


class Misfit:
    """Something that fits nowhere and whose every description holds a mark."""

    def __init__(self, mark: str) -> None:
        self._mark = mark

    def __repr__(self) -> str:
        return self._mark

    def __getattr__(self, name: str) -> object:
        raise AttributeError(f"{self._mark} has no {name}")


def misfits(chance: Random, draft: Assessment, einer: Patient) -> list[object]:  # noqa: F811
    """Marked things that do not belong where they are put."""
    mark = chance.choice(MARKS)
    return [
        mark,
        mark.encode(),
        [mark] * 3,
        {mark: mark},
        Misfit(mark),
        PatientId(mark),
        AssessmentId(mark),
        LinkId(mark),
        Identifier(kind=IdentifierKind.CPR, value=mark),
        einer.model_copy(update={"name": mark, "address": mark, "phone": mark}),
        draft.model_copy(update={"id": AssessmentId(mark)}),
        draft.model_copy(update={"held_on": date(1, 1, 1), "unit": mark}),
        ValueError(mark),
        None,
    ]


def of_error(error: BaseException) -> str:
    """Everything that the program says of an error: the report, the sentence on the screen."""
    report = problem_report(type(error), error, error.__traceback__)
    if isinstance(error, NeedsformError):
        return f"{report}\n{sentence(error.message)}\n{type(error).__name__}"
    return report


def test_no_failure_names_anybody(
    session: Session,  # noqa: F811
    database: Database,  # noqa: F811
    draft: Assessment,  # noqa: F811
    einer: Patient,  # noqa: F811
    arguments: dict[str, object],  # noqa: F811
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
    record_testsuite_property: Record,
) -> None:
    chance = Random(SEED)
    caplog.set_level(logging.DEBUG)
    failed, told_marks = Counter[str](), set[str]()
    all_verbs = [verb for name, verb in verbs(session) if not name.startswith("Session.")]
    tries = 0
    while failed.total() < points(PART):
        tries += 1
        verb = chance.choice(all_verbs)
        spoiled = chance.choice(sorted(arguments))
        given = {**arguments, spoiled: chance.choice(misfits(chance, draft, einer))}
        for other_one in chance.sample(sorted(arguments), k=chance.randrange(4)):
            given[other_one] = chance.choice(misfits(chance, draft, einer))
        error = _failure(verb, given)
        if error is not None:
            failed[type(error).__name__] += 1
            told_marks |= readable(of_error(error).encode(), MARKS)
            progress(PART, failed.total(), points(PART))
    said = capfd.readouterr()
    rows = "".join(str(row["detail"]) for row in database.rows("SELECT detail FROM audit_events"))
    assert told_marks == set()
    assert readable(f"{said.out}{said.err}{caplog.text}{rows}".encode(), MARKS) == set()
    assert len(failed) > 3
    told(record_testsuite_property, PART, failed.total(), kinds=dict(failed), tries=tries)


def _failure(verb: Verb, given: dict[str, object]) -> BaseException | None:
    try:
        called(verb, given)
    except Exception as error:  # noqa: BLE001 - every error is what is looked for
        return error
    return None


def test_a_plain_traceback_would_have_named_them() -> None:
    """The control: what Python itself says of the same error does hold the mark."""
    with pytest.raises(ValueError, match=MARKS[0]) as raised:
        raise ValueError(MARKS[0])
    plain = "".join(traceback.format_exception(raised.value))
    assert readable(plain.encode(), MARKS) == {MARKS[0]}
    assert readable(of_error(raised.value).encode(), MARKS) == set()
