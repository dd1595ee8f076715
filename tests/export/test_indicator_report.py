"""Figures on paper and for spreadsheets: the same in each, nobody named, nothing run, read aloud in order."""

import csv
import io
import zipfile
from datetime import date, datetime
from pathlib import Path
from random import Random

import page
import pypdfium2
import pytest

from needsform.export.indicator_lines import COLUMNS, cells
from needsform.export.indicator_report import render_report
from needsform.export.indicator_tables import render_csv, render_workbook
from needsform.models.indicator import TABLES, Indicator
from needsform.models.indicator_counts import IndicatorCounts, IndicatorQuery
from needsform.models.indicator_report import IndicatorReport
from needsform.services import reference_data
from tests.clock import COPENHAGEN

NOON = datetime(2026, 11, 23, 12, 0, tzinfo=COPENHAGEN)
YEAR = IndicatorQuery(since=date(2026, 1, 1), until=date(2026, 12, 31))


def report(
    *, largest: int = 80, language: str = "da", hides_small: bool = True, sites: tuple[str, ...] = ("Test Hospital",)
) -> IndicatorReport:
    chance = Random(11)
    counts: dict[Indicator, int] = {}
    for table in TABLES:
        for part in table.parts:
            counts.setdefault(part, chance.randint(0, largest))
        counts[table.whole] = sum(counts[part] for part in table.parts)
    whole = IndicatorCounts(query=YEAR, counted_on=NOON.date(), sites=sites, counts=counts)
    return IndicatorReport(whole, hides_small, reference_data.words(language), NOON)


def rows_of(data: bytes) -> list[list[str]]:
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=";"))


def text_of(pdf: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [" ".join(one.get_textpage().get_text_bounded().split()) for one in document]
    finally:
        document.close()


@pytest.mark.parametrize("language", reference_data.LANGUAGES)
@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("largest", [0, 6, 90_000])
def test_the_report_can_be_read_aloud_and_kept(language: str, profile: str, largest: int, tmp_path: Path) -> None:
    sites = tuple(f"Test Hospital, afsnit {number}" for number in range(1 if largest else 30))
    (tmp_path / "report.pdf").write_bytes(render_report(report(largest=largest, language=language, sites=sites)))
    assert page.validate_pdf(tmp_path / "report.pdf", profile=profile).failures == []


def test_hundreds_of_places_with_long_names_leave_nothing_beneath_the_page() -> None:
    sites = tuple(f"Sted {number:03} " + "Universitetshospitalet i byen " * 3 for number in range(300))
    document = pypdfium2.PdfDocument(render_report(report(sites=sites)))
    try:
        for one in document:
            letters = one.get_textpage()
            assert min(letters.get_charbox(place)[1] for place in range(letters.count_chars())) > 0
    finally:
        document.close()
    assert "300 steder" in text_of(render_report(report(sites=sites)))[0]


def test_every_figure_and_what_it_counts_is_on_paper_and_every_page_is_numbered() -> None:
    made = report()
    pages = text_of(render_report(made))
    together = " ".join(pages)
    words = made.words
    for line in cells(made):
        assert str(line[COLUMNS.index("figure")]) in together
        assert " ".join(str(line[COLUMNS.index("denominator")]).split()) in together
    assert "Målet er 90 %." in together
    assert [words.text("indicators.page", page=n, pages=len(pages)) in text for n, text in enumerate(pages, 1)] == [
        True
    ] * len(pages)


def test_paper_and_both_tables_say_the_same() -> None:
    made = report()
    lines = [[str(cell) for cell in line] for line in cells(made)]
    assert rows_of(render_csv(made))[1:] == lines
    with zipfile.ZipFile(io.BytesIO(render_workbook(made))) as book:
        strings = book.read("xl/sharedStrings.xml").decode()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert sheet.count("<row ") == len(lines) + 1
    for line in lines:
        assert line[COLUMNS.index("figure")] in strings


def test_the_same_figures_are_the_same_bytes() -> None:
    assert render_report(report()) == render_report(report())
    assert render_csv(report()) == render_csv(report())
    assert render_workbook(report()) == render_workbook(report())


def test_under_five_stands_in_every_paper_unless_an_administrator_wants_the_numbers() -> None:
    made = report(largest=6)
    assert '"<5"' in render_csv(made).decode()
    assert "<5" in " ".join(text_of(render_report(made)))
    assert '"<5"' not in render_csv(report(largest=6, hides_small=False)).decode()


@pytest.mark.parametrize("name", ["=1+1", "+45 70", "-cmd|' /C calc'!A0", "@SUM(A1)", "https://example.org"])
def test_a_place_that_is_called_like_a_formula_is_not_run(name: str) -> None:
    made = report(sites=(name,))
    for row in rows_of(render_csv(made))[1:]:
        assert row[0][0] not in "=+-@"
    with zipfile.ZipFile(io.BytesIO(render_workbook(made))) as book:
        names = book.namelist()
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<hyperlink" not in sheet
    assert not any("vba" in part or "externalLink" in part for part in names)
