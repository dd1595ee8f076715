"""Counting, and the rows behind a figure: SQL finds the period, `models.indicator` decides what is counted where."""

from collections.abc import Iterable
from datetime import date
from itertools import product

from needsform.models.assessment import AssessmentStatus, Gate, Occasion, Offered, ReferralSource
from needsform.models.care_plan import Conclusion
from needsform.models.identifier import Identifier, IdentifierKind
from needsform.models.identity import PatientId
from needsform.models.indicator import (
    OF_CASES,
    OF_CITIZENS,
    OF_PLANS,
    AssessmentFacts,
    CaseFacts,
    Indicator,
    indicator_of_case,
    indicator_of_plan,
    indicators_of,
)
from needsform.models.indicator_counts import IndicatorQuery, IndicatorRow
from needsform.models.referral import ReferralStatus
from needsform.models.rehabilitation_plan import PlanStatus
from needsform.models.site import SiteKind
from needsform.storage.database import Database, Row, Value

_Kinds = dict[int, AssessmentFacts]
_CASES = tuple(CaseFacts(*facts) for facts in product((False, True), repeat=3))
"""Every kind of case that there can be, each at the place that `_KIND` gives."""
_KIND = "4 * (c.contacted_on IS NOT NULL) + 2 * (coalesce(c.contacted_on, ?1) > c.contact_by) + c.is_closed"
"""The day of counting is ?1: a last day went by until the citizen was reached, or until then."""


def units(database: Database) -> tuple[str, ...]:
    """The units that have forms, by name."""
    rows = database.rows("SELECT DISTINCT unit FROM indicator_kinds WHERE unit <> '' ORDER BY unit")
    return tuple(str(row["unit"]) for row in rows)


def count(database: Database, query: IndicatorQuery, today: date) -> dict[Indicator, int]:
    """Every figure that is not zero. Cases and courses belong to no unit: of one unit there are none."""
    counts: dict[Indicator, int] = {}

    def add(indicator: Indicator, number: int) -> None:
        if number:
            counts[indicator] = counts.get(indicator, 0) + number

    kinds = _kinds(database, query.unit)
    for number, facts in kinds.items():
        found = _number(database, "FROM indicator_forms WHERE kind = ? AND held_on BETWEEN ? AND ?", number, query)
        for indicator in indicators_of(facts):
            add(indicator, found)
    in_course, assessed = _citizens(database, kinds, query)
    add(Indicator.IN_COURSE, in_course)
    add(Indicator.ASSESSED, assessed)
    add(Indicator.NOT_ASSESSED, in_course - assessed)
    if query.unit is None:
        for case, found in _cases(database, query, today):
            add(indicator_of_case(case), found)
            add(Indicator.INFORMED, found)
        for source, found in _plans(database, query):
            add(indicator_of_plan(source), found)
            add(Indicator.BEGUN, found)
    return counts


def rows_behind(
    database: Database, indicator: Indicator, query: IndicatorQuery, today: date, *, skip: int, limit: int
) -> tuple[IndicatorRow, ...]:
    """What a figure counts, newest first; `skip` and `limit` are of rows."""
    page = (limit, skip)
    if query.unit is not None and indicator in OF_CASES | OF_PLANS:
        return ()
    if indicator in OF_CITIZENS:
        return _citizen_rows(database, indicator, query, page)
    if indicator in OF_CASES:
        return _case_rows(database, indicator, query, today, page)
    if indicator in OF_PLANS:
        return _plan_rows(database, indicator, query, page)
    return _form_rows(database, indicator, query, page)


# Counting -------------------------------------------------------------------------------------------------------------


def _kinds(database: Database, unit: str | None) -> _Kinds:
    rows = database.rows("SELECT * FROM indicator_kinds WHERE ?1 IS NULL OR unit = ?1", [unit])
    return {_integer(row, "id"): _facts(row) for row in rows}


def _citizens(database: Database, kinds: _Kinds, query: IndicatorQuery) -> tuple[int, int]:
    """How many citizens were in a course, and how many of them were assessed; each is counted once."""
    row = database.row(
        f"SELECT count(*) AS number, sum(is_assessed) AS assessed FROM ({_courses(kinds)})", _span(query)
    )
    return (0, 0) if row is None or row["assessed"] is None else (_integer(row, "number"), _integer(row, "assessed"))


def _courses(kinds: _Kinds) -> str:
    """The citizens who were in a course in the period, ?1 to ?2; read in their order, so that nothing is sorted."""
    in_course = _list(number for number, facts in kinds.items() if facts.is_in_course)
    assessed = _list(number for number, facts in kinds.items() if facts.is_assessed)
    return (
        f"SELECT patient_id, max(kind IN ({assessed})) AS is_assessed, max(held_on) AS held_on FROM indicator_forms"
        f" INDEXED BY indicator_forms_by_patient WHERE +kind IN ({in_course}) AND +held_on BETWEEN ?1 AND ?2"
        " GROUP BY patient_id"
    )


def _cases(database: Database, query: IndicatorQuery, today: date) -> list[tuple[CaseFacts, int]]:
    rows = database.rows(
        f"SELECT {_KIND} AS kind, count(*) AS number FROM indicator_cases c"
        " WHERE c.informed_on BETWEEN ?2 AND ?3 GROUP BY 1",
        [today.isoformat(), *_span(query)],
    )
    return [(_CASES[_integer(row, "kind")], _integer(row, "number")) for row in rows]


def _plans(database: Database, query: IndicatorQuery) -> list[tuple[ReferralSource | None, int]]:
    rows = database.rows(
        "SELECT source, count(*) AS number FROM indicator_courses WHERE begun_on BETWEEN ? AND ? GROUP BY source",
        _span(query),
    )
    return [(_source(row["source"]), _integer(row, "number")) for row in rows]


# Rows -----------------------------------------------------------------------------------------------------------------

_Page = tuple[int, int]
_WHOSE = "p.id AS patient_id, p.name, p.identifier_kind, p.identifier"


def _form_rows(
    database: Database, indicator: Indicator, query: IndicatorQuery, page: _Page
) -> tuple[IndicatorRow, ...]:
    """The page is chosen in the index first; only its own rows are looked up."""
    kinds = _list(n for n, facts in _kinds(database, query.unit).items() if indicator in indicators_of(facts))
    rows = database.rows(
        f"SELECT {_WHOSE}, f.held_on AS day, k.unit, k.occasion, k.status FROM (SELECT rowid AS number"
        f" FROM indicator_forms WHERE kind IN ({kinds}) AND held_on BETWEEN ? AND ?"
        " ORDER BY held_on DESC, rowid DESC LIMIT ? OFFSET ?) page JOIN indicator_forms f ON f.rowid = page.number"
        " JOIN indicator_kinds k ON k.id = f.kind JOIN patients p ON p.id = f.patient_id"
        " ORDER BY f.held_on DESC, f.rowid DESC",
        [*_span(query), *page],
    )
    return tuple(
        _row(row, str(row["unit"]), Occasion(str(row["occasion"])), AssessmentStatus(str(row["status"])))
        for row in rows
    )


def _citizen_rows(
    database: Database, indicator: Indicator, query: IndicatorQuery, page: _Page
) -> tuple[IndicatorRow, ...]:
    wanted = {Indicator.ASSESSED: "is_assessed", Indicator.NOT_ASSESSED: "NOT is_assessed"}.get(indicator, "1")
    rows = database.rows(
        f"SELECT {_WHOSE}, c.held_on AS day FROM ({_courses(_kinds(database, query.unit))}) c"
        f" JOIN patients p ON p.id = c.patient_id WHERE {wanted}"
        " ORDER BY c.held_on DESC, c.patient_id LIMIT ?3 OFFSET ?4",
        [*_span(query), *page],
    )
    return tuple(_row(row, query.unit or "", None, None) for row in rows)


def _case_rows(
    database: Database, indicator: Indicator, query: IndicatorQuery, today: date, page: _Page
) -> tuple[IndicatorRow, ...]:
    rows = database.rows(
        f"SELECT {_WHOSE}, c.informed_on AS day, c.source, r.status FROM indicator_cases c"
        " JOIN referrals r ON r.id = c.referral_id JOIN patients p ON p.id = c.patient_id"
        f" WHERE c.informed_on BETWEEN ?2 AND ?3 AND {_where_case(indicator)}"
        " ORDER BY c.informed_on DESC, c.referral_id LIMIT ?4 OFFSET ?5",
        [today.isoformat(), *_span(query), *page],
    )
    return tuple(_row(row, "", _source(row["source"]), ReferralStatus(str(row["status"]))) for row in rows)


def _where_case(indicator: Indicator) -> str:
    """Every kind of case that a figure counts."""
    wanted = (n for n, case in enumerate(_CASES) if indicator in (Indicator.INFORMED, indicator_of_case(case)))
    return f"{_KIND} IN ({_list(wanted)})"


def _plan_rows(
    database: Database, indicator: Indicator, query: IndicatorQuery, page: _Page
) -> tuple[IndicatorRow, ...]:
    sources = [s for s in (*ReferralSource, None) if indicator in (Indicator.BEGUN, indicator_of_plan(s))]
    named = ", ".join(f"'{source.value if source else ''}'" for source in sources)
    rows = database.rows(
        f"SELECT {_WHOSE}, c.begun_on AS day, c.source, l.status FROM indicator_courses c"
        " JOIN plans l ON l.id = c.plan_id JOIN patients p ON p.id = c.patient_id"
        f" WHERE c.begun_on BETWEEN ? AND ? AND c.source IN ({named})"
        " ORDER BY c.begun_on DESC, c.plan_id LIMIT ? OFFSET ?",
        [*_span(query), *page],
    )
    return tuple(_row(row, "", _source(row["source"]), PlanStatus(str(row["status"]))) for row in rows)


# ----------------------------------------------------------------------------------------------------------------------


def _number(database: Database, where: str, kind: int, query: IndicatorQuery) -> int:
    row = database.row(f"SELECT count(*) AS number {where}", [kind, *_span(query)])
    return 0 if row is None else _integer(row, "number")


def _span(query: IndicatorQuery) -> list[Value]:
    return [query.since.isoformat(), query.until.isoformat()]


def _list(numbers: Iterable[int]) -> str:
    """Numbers of our own, so that they may stand in a statement."""
    return ", ".join(map(str, numbers))


def _facts(row: Row) -> AssessmentFacts:
    said = str(row["conclusion"])
    return AssessmentFacts(
        setting=SiteKind(str(row["setting"])),
        occasion=Occasion(str(row["occasion"])),
        offered=Offered(str(row["offered"])),
        gate=Gate(str(row["gate"])),
        status=AssessmentStatus(str(row["status"])),
        conclusion=Conclusion(said) if said else None,
    )


def _row(
    row: Row,
    unit: str,
    reason: Occasion | ReferralSource | None,
    status: AssessmentStatus | ReferralStatus | PlanStatus | None,
) -> IndicatorRow:
    identifier = Identifier(kind=IdentifierKind(str(row["identifier_kind"])), value=str(row["identifier"]))
    return IndicatorRow(
        patient_id=PatientId(str(row["patient_id"])),
        patient_name=str(row["name"]),
        patient_identifier=identifier.shown,
        on=date.fromisoformat(str(row["day"])),
        unit=unit,
        reason=reason,
        status=status,
    )


def _source(value: Value) -> ReferralSource | None:
    """An empty one is that of a course without a case."""
    return ReferralSource(str(value)) if value else None


def _integer(row: Row, column: str) -> int:
    value = row[column]
    assert isinstance(value, int)  # noqa: S101 - a count
    return value
