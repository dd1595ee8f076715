"""Ink stands where it was put, and says no more than it must."""

import re

from needsform.export.page_ink import Box, PageInk, Pen
from needsform.export.text_wrapping import BLACK, WHITE


def numbers(operator: str) -> list[float]:
    return [float(number) for number in re.findall(r"-?\d+\.\d+", operator)]


def test_the_top_left_corner_of_the_page_is_the_origin() -> None:
    ink = PageInk()
    ink.rectangle(Box(0, 0, 210, 297), fill=BLACK)
    assert ink.operators[-1] == "0.00 0.00 595.28 841.89 re f"


def test_a_colour_and_a_pen_are_named_when_they_change() -> None:
    ink = PageInk()
    for pen in (Pen(0.3), Pen(0.3), Pen(0.5)):
        ink.lines([(0, 0, 10, 10)], pen)
    assert [operator.endswith(" w") for operator in ink.operators] == [True, False, False, True, False]
    ink.rectangle(Box(0, 0, 1, 1), fill=WHITE)
    ink.rectangles([Box(0, 0, 1, 1)], WHITE)
    assert [operator for operator in ink.operators if operator.endswith(" rg")] == ["1 1 1 rg"]


def test_a_disc_stays_in_its_square() -> None:
    ink = PageInk()
    ink.disc((100, 100), 10, BLACK)
    coordinates = numbers(ink.operators[-1])
    across, up = coordinates[::2], coordinates[1::2]
    assert (min(across), max(across)) == (255.12, 311.81)  # 90 mm and 110 mm
    assert (min(up), max(up)) == (530.08, 586.77)  # 110 mm and 90 mm from the top


def test_a_frame_can_be_a_line_and_a_ground_at_once() -> None:
    ink = PageInk()
    ink.rectangle(Box(0, 0, 10, 10), pen=Pen(), fill=WHITE, radius=1)
    assert ink.operators[-1].endswith("h B")
