"""The figures compare like with like, and say honestly when a target is missed."""

from collections import Counter
from pathlib import Path

import pypdfium2
import pytest

from needsform.export.sheet_codes import front_code
from needsform.models.indicator import Indicator
from needsform.services.documents import render_sheet
from needsform.services.signing import signature_holds
from tools.bench import codes, figures, indicators
from tools.bench.figures import Figure, in_turn, reasons, table
from tools.bench.indicators import counting_of_ten_years
from tools.bench.region_store import kept, lay_out
from tools.bench.sheet import content_of_case, draw_bare, drawn
from tools.region import MOST_OF_ONE


def words_on(pdf: bytes) -> list[Counter[str]]:
    """How often each word stands on each page."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [Counter(page.get_textpage().get_text_range().split()) for page in document]
    finally:
        document.close()


def ink_on(pdf: bytes) -> list[int]:
    """How much of each page is not white, in pixels of a small picture."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        pictures = [page.render(scale=1, grayscale=True).to_pil().tobytes() for page in document]
        return [sum(grey < 128 for grey in picture) for picture in pictures]
    finally:
        document.close()


def test_the_bare_sheet_draws_the_same_words_and_as_much_ink() -> None:
    content = content_of_case()
    ours, bare = render_sheet(content), draw_bare(drawn(content))
    for told, drawn_only in zip(words_on(ours), words_on(bare), strict=True):
        assert drawn_only <= told  # ours says in words besides what a disc or a cross means
        assert drawn_only.total() > 0.95 * told.total()
    for one, other in zip(ink_on(ours), ink_on(bare), strict=True):
        assert one == pytest.approx(other, rel=0.02)


def test_the_two_are_measured_in_turn_and_the_first_round_does_not_count() -> None:
    order: list[str] = []

    def ours() -> float:
        order.append("ours")
        return float(len(order))

    def bare() -> float:
        order.append("bare")
        return 1.0

    median, _ = in_turn(ours, bare, rounds=3)
    assert order == ["ours", "bare"] * 4
    assert median == 5.0


def test_a_ratio_is_held_to_its_target_and_a_bare_figure_too() -> None:
    assert Figure("ticks", "ms", ours=3.0, target=2.0, bare=2.0).is_passed
    assert not Figure("ticks", "ms", ours=5.0, target=2.0, bare=2.0).is_passed
    assert Figure("slowest", "ms", ours=15.9, target=16).is_passed
    assert not Figure("slowest", "ms", ours=16.1, target=16).is_passed


def test_what_is_missed_stands_in_the_table() -> None:
    lines = table([Figure("ticks", "ms", 3.0, 2.0, 2.0), Figure("sheet", "ms", 9.0, 2.5, 2.0)]).splitlines()
    assert [line.split()[-1] for line in lines[1:]] == ["passed", "MISSED"]
    assert "4.50" in lines[2]
    assert figures.ROUNDS == 7


def test_why_a_target_is_missed_is_said_in_a_sentence_and_of_no_other() -> None:
    missed, passed = Figure("ticks", "ms", 5.0, 2.0, 2.0, "the disk"), Figure("start", "ms", 2.0, 2.0, 2.0, "Qt")
    assert reasons([missed, passed]) == ["ticks: the disk"]


def test_scans_are_really_read_and_an_unaltered_code_would_be_believed() -> None:
    content = content_of_case()
    unread, milliseconds = codes.reading(content, 150, pages=2)
    assert unread.ours == 0
    assert milliseconds.ours > 0
    assert codes.believed(content, 50) == 0
    code = front_code(content)
    assert code is not None
    assert signature_holds(code[-96:-64], code[:-64], code[-64:]), "or nothing would ever be believed"


def test_a_store_that_is_kept_is_filled_once_and_anew_if_that_was_cut_off(tmp_path: Path) -> None:
    (tmp_path / "2.filling").mkdir()
    (tmp_path / "2.filling" / "needsform.db").write_bytes(b"half")
    filled = kept(tmp_path, 2)
    made = (filled.folder / "needsform.keys.json").stat().st_ino
    again = kept(tmp_path, 2)
    assert again == filled
    assert (again.folder / "needsform.keys.json").stat().st_ino == made
    assert [place.name for place in tmp_path.iterdir()] == ["2"]


def test_figures_are_measured_over_citizens_who_are_really_counted(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    store = lay_out(tmp_path / "store", 20)
    counts = counting_of_ten_years(store).run()
    assert counts.of(Indicator.OFFERED) == 3 * 19 + MOST_OF_ONE
    assert counts.of(Indicator.INFORMED) == 20
    assert 0 < counts.of(Indicator.BEGUN) < 20
    assert [figure.ours > 0 for figure in indicators.measure(store, store)] == [True, True]
