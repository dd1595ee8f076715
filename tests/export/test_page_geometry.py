"""Every line of every form has its place, and no two places meet."""

from itertools import combinations

import pytest

from needsform.export import page_geometry as geometry
from needsform.export.front_lines import COLUMN_WIDTH, OtherRow, TopicRow, mark_columns
from needsform.export.page_geometry import Front, FrontGeometry, PlacedArea, PlacedRow, Room
from needsform.export.page_ink import Box
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Questionnaire
from needsform.models.questionnaire_reader import OTHER_LENGTH
from needsform.services import reference_data
from tests.export.site_forms import long_words, site_form, site_forms
from tests.strategies import shipped_form

ROOM = Room(top=50.0, later_top=40.0, bottom=268.0)
FORMS = {"the shipped form": shipped_form(), **site_forms()}
LANGUAGES = reference_data.LANGUAGES


def laid_out(form: Questionnaire, language: str = "da", others: dict[str, str] | None = None) -> FrontGeometry:
    written = {LinkId(area): text for area, text in (others or {}).items()}
    return Front(form, reference_data.words(language), written).lay_out(ROOM)


def all_areas(made: FrontGeometry) -> list[PlacedArea]:
    return [area for page in made.pages for area in page]


def all_rows(made: FrontGeometry) -> list[PlacedRow]:
    return [placed for area in all_areas(made) for placed in area.rows]


def topic_rows(made: FrontGeometry) -> list[TopicRow]:
    return [placed.line for placed in all_rows(made) if isinstance(placed.line, TopicRow)]


def other_rows(made: FrontGeometry) -> list[OtherRow]:
    return [placed.line for placed in all_rows(made) if isinstance(placed.line, OtherRow)]


def meet(one: Box, other: Box) -> bool:
    across = min(one.x + one.width, other.x + other.width) - max(one.x, other.x)
    down = min(one.y + one.height, other.y + other.height) - max(one.y, other.y)
    return across > 1e-6 and down > 1e-6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", FORMS)
def test_every_line_stands_once_in_its_order_and_within_the_page(name: str, language: str) -> None:
    form = FORMS[name]
    made = laid_out(form, language)
    areas = [area.head.area.link_id for area in all_areas(made) if not area.head.goes_on]
    assert [row.topic.link_id for row in topic_rows(made)] == list(form.topics)
    assert areas == [row.area.link_id for row in other_rows(made)]
    assert areas == [area.link_id for area in form.areas]
    for number, page in enumerate(made.pages):
        top = ROOM.later_top if number else ROOM.top
        assert all(area.y >= top and area.bottom <= ROOM.bottom + 1e-6 for area in page)


@pytest.mark.parametrize("name", FORMS)
def test_no_two_lines_meet(name: str) -> None:
    for page in laid_out(FORMS[name]).pages:
        heads = [Box(area.x, area.y, COLUMN_WIDTH, area.head.height) for area in page]
        rows = [Box(placed.x, placed.y, COLUMN_WIDTH, placed.height) for area in page for placed in area.rows]
        assert not any(meet(one, other) for one, other in combinations([*heads, *rows], 2))


@pytest.mark.parametrize("name", FORMS)
def test_each_box_has_a_place_of_its_own_beside_its_label(name: str) -> None:
    form = FORMS[name]
    made = laid_out(form)
    boxes = made.boxes()
    assert list(boxes) == [box.link_id for topic in form.topics.values() for box in topic.marks()]
    for page in range(len(made.pages)):
        on_page = [box for at, box in boxes.values() if at == page]
        assert not any(meet(one, other) for one, other in combinations(on_page, 2))
    for placed in all_rows(made):
        if isinstance(placed.line, TopicRow):
            end = placed.x + max(line.width for line in placed.line.label.lines)
            assert end < min(placed.box(column).x for column in made.columns)


def test_the_shipped_form_is_one_page_with_tall_rows_in_both_languages() -> None:
    for language in LANGUAGES:
        made = laid_out(shipped_form(), language)
        assert len(made.pages) == 1
        rows = {placed.height for placed in all_rows(made) if isinstance(placed.line, TopicRow)}
        assert rows == {geometry.TALLEST_ROW}


def test_a_label_needs_room_for_a_number_only_where_there_is_one() -> None:
    words, form = reference_data.words("da"), shipped_form()

    def lines_of_label(priorities: tuple[LinkId, ...]) -> int:
        made = Front(form, words, priorities=priorities).lay_out(ROOM)
        return next(len(row.label.lines) for row in topic_rows(made) if row.topic.link_id == "peer_contact")

    assert lines_of_label(()) == 1
    assert lines_of_label((LinkId("peer_contact"),)) == 2


def test_a_form_of_58_topics_is_one_page() -> None:
    assert len(laid_out(site_form(6, 58)).pages) == 1


def test_an_area_is_broken_only_where_no_column_can_hold_it() -> None:
    whole = laid_out(site_form(20, 120))
    assert len(whole.pages) > 1
    assert not any(area.head.goes_on for area in all_areas(whole))
    broken = laid_out(site_form(1, 60))
    assert [area.head.goes_on for area in all_areas(broken)] == [False, True]


def test_a_heading_never_stands_alone_at_the_end_of_a_column() -> None:
    for form in (*FORMS.values(), site_form(3, 180)):
        assert all(area.rows for area in all_areas(laid_out(form)))


def test_writing_that_leaves_no_room_is_told_later_the_longest_first() -> None:
    short, long = "Kolde fødder", long_words(OTHER_LENGTH)
    others = {area.link_id: long for area in shipped_form().areas} | {"practical": short}
    made = laid_out(shipped_form(), others=others)
    assert len(made.pages) == 1
    later = {area.link_id for area, text in made.moved if text == long}
    assert later
    assert len(later) == len(made.moved)
    for row in other_rows(made):
        said, area = "".join(line.text for line in row.text.lines), row.area.link_id
        assert said == f"Andet: {'fortsættes på side 3' if area in later else others[area]}"


def test_three_hundred_line_breaks_are_told_later_on_a_form_of_many_pages_too() -> None:
    form = site_form(20, 120)
    made = laid_out(form, others={"a3": "nej\n" * 74 + "nej"})
    assert [area.link_id for area, _ in made.moved] == ["a3"]
    row = next(row for row in other_rows(made) if row.area.link_id == "a3")
    assert row.text.lines[0].text.endswith(f"fortsættes på side {len(made.pages) + 2}")


def test_the_words_of_a_box_that_are_not_those_above_the_column_stand_below_the_label() -> None:
    form = shipped_form()
    area = form.areas[0]
    first, second, *rest = area.topics
    assert second.problem is not None
    own = second.problem.model_copy(update={"text": {"da": "Vil du have en bus?", "en": "Would you like a bus?"}})
    topics = (first, second.model_copy(update={"problem": own}), *rest)
    odd = form.model_copy(update={"areas": (area.model_copy(update={"topics": topics}), *form.areas[1:])})
    said = ["".join(line.text for line in row.own_words.lines) for row in topic_rows(laid_out(odd))]
    assert said[:3] == ["", "Vil du have en bus?", ""]


def test_long_words_above_a_column_make_it_wider_within_bounds() -> None:
    form = shipped_form()

    def width(head: str) -> float:
        topics = [
            topic.model_copy(update={"problem": topic.problem.model_copy(update={"text": {"da": head}})})
            for topic in form.areas[0].topics
            if topic.problem is not None
        ]
        area = form.areas[0].model_copy(update={"topics": tuple(topics)})
        return mark_columns(form.model_copy(update={"areas": (area,)}), "da")[0].width

    assert width("Fylder for mig") < width("Belastende?") < width("Symptombelastning") == width("x" * 40)
    assert width("Vil du gerne tale med nogen om det?") > width("Vil du tale?")
