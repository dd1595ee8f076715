"""What the boxes of the back page say: needs, actions, and the citizen's words that stand nowhere else."""

from collections.abc import Collection, Iterable, Sequence
from typing import Final

from needsform.export import sheet_table as table
from needsform.export.sheet_frame import NOTHING, Paragraph
from needsform.export.sheet_table import Column, Row, Table
from needsform.export.text_wrapping import StyledText, TextStyle
from needsform.models.assessment import Assessment
from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need
from needsform.models.identity import LinkId
from needsform.models.questionnaire import Area, Questionnaire, Topic
from needsform.models.words import Words

_NO_NEED: Final = TextStyle(10)
_NO_NEED_BOLD: Final = TextStyle(10, bold=True)
_FEW_PEN_ROWS: Final = 2
_LONGEST_ASIDE: Final = 4
"""Lines of a sentence that only lists topics."""


def needs_table(questionnaire: Questionnaire, assessment: Assessment | None, words: Words) -> Table:
    """The first box. Where no back page is written yet, and on the blank form: rows for a pen."""
    titles = [words.text(f"sheet.back.needs.{key}") for key in ("topic", "patient_words", "observed")]
    columns = table.columns(titles, (27, 40, 33))
    title = words.text("sheet.back.needs")
    plan = assessment.care_plan if assessment else None
    if assessment is None or plan is None:
        return _for_pen(title, columns, fills_page=True)
    note = _no_need(words) if plan.conclusion is Conclusion.NO_NEED else NOTHING
    if not plan.needs and not note.lines:
        return _for_pen(title, columns, fills_page=False)
    rows = tuple(_need_row(need, questionnaire, assessment, words, columns) for need in plan.needs)
    return Table(title, columns, rows, note)


def _no_need(words: Words) -> Paragraph:
    """The good ending: a box of its own words, to the citizen."""
    said = (
        StyledText(words.text("sheet.back.no_need") + ". ", _NO_NEED_BOLD),
        StyledText(words.text("sheet.back.no_need.text"), _NO_NEED),
    )
    return Paragraph.of(said, _NO_NEED, table.INNER_WIDTH)


def _need_row(
    need: Need, questionnaire: Questionnaire, assessment: Assessment, words: Words, columns: Sequence[Column]
) -> Row:
    response = assessment.response
    widths = [column.text_width for column in columns]
    name = questionnaire.heading(need.topic, words.language)
    if need.topic in response.priorities:
        name = f"{response.priorities.index(need.topic) + 1}  {name}"
    topic = [Paragraph.of(name, table.CELL_BOLD, widths[0])]
    if not need.take_further:
        topic.append(Paragraph.of(words.text("sheet.back.needs.not_taken_further"), table.CELL_SECOND, widths[0]))
    known = questionnaire.topics.get(need.topic)
    written = response.text(known.note if known else questionnaire.area_of(need.topic).other)
    own = [Paragraph.of(text, table.CELL, widths[1]) for text in dict.fromkeys((need.patient_words, written)) if text]
    return Row((tuple(topic), tuple(own), (Paragraph.of(need.observed, table.CELL, widths[2]),)))


def activities_table(questionnaire: Questionnaire, plan: CarePlan | None, words: Words) -> Table | None:
    """The second box; none where there is nothing to do now. Where nobody has written it: rows for a pen."""
    titles = [words.text(f"sheet.back.activities.{key}") for key in ("kind", "text", "responsible", "when")]
    columns = table.columns(titles, (13, 39, 29, 19))
    title = words.text("sheet.back.activities")
    activities = [activity for activity in plan.activities if not activity.is_empty] if plan else []
    if activities:
        rows = tuple(_activity_row(activity, questionnaire, words, columns) for activity in activities)
        return Table(title, columns, rows, has_row_heads=False)
    if plan is not None and plan.conclusion is Conclusion.NO_NEED:
        return None
    return _for_pen(title, columns, fills_page=plan is None)


def _activity_row(activity: Activity, questionnaire: Questionnaire, words: Words, columns: Sequence[Column]) -> Row:
    widths = [column.text_width for column in columns]
    topics = " · ".join(questionnaire.heading(topic, words.language) for topic in activity.topics)
    said = (Paragraph.of(activity.text, table.CELL, widths[1]), Paragraph.of(topics, table.CELL_SECOND, widths[1]))
    return Row(
        (
            (Paragraph.of(words.of(activity.kind), table.CELL, widths[0]),),
            said,
            (Paragraph.from_left(activity.responsible.shown(words), table.CELL, widths[2]),),
            (Paragraph.of(activity.when, table.CELL, widths[3]),),
        )
    )


def own_words_table(questionnaire: Questionnaire, assessment: Assessment, words: Words) -> Table | None:
    """What the citizen wrote at topics that are not taken up in the first box, so that no word of theirs is lost."""
    response = assessment.response
    taken = {need.topic for need in (assessment.care_plan or CarePlan()).needs}
    written = [
        (topic.text[words.language], response.text(topic.note))
        for topic in questionnaire.topics.values()
        if topic.link_id not in taken and response.text(topic.note)
    ]
    return _named_texts(words.text("sheet.front.notes"), words.text("sheet.back.needs.patient_words"), written, words)


def moved_table(moved: Sequence[tuple[Area, str]], words: Words) -> Table | None:
    """What was written on "other" lines and found no room on the front: area and text."""
    written = [(area.text[words.language], text) for area, text in moved]
    return _named_texts(words.text("sheet.continued.front"), words.text("sheet.back.other"), written, words)


def _named_texts(title: str, head: str, texts: Iterable[tuple[str, str]], words: Words) -> Table | None:
    columns = table.columns([words.text("sheet.back.needs.topic"), head], (27, 73))
    name, said = (column.text_width for column in columns)
    rows = tuple(
        Row(((Paragraph.of(heading, table.CELL_BOLD, name),), (Paragraph.of(text, table.CELL, said),)))
        for heading, text in texts
    )
    return Table(title, columns, rows) if rows else None


def problems_only(questionnaire: Questionnaire, assessment: Assessment, words: Words) -> tuple[Paragraph, Table | None]:
    """ "A problem, but no support wanted now": said in words, because it is an answer too (DOMAIN 7.1).

    A few topics stand in a sentence, very many in a box of their own.
    """
    if assessment.care_plan is None:
        return NOTHING, None
    taken = {need.topic for need in assessment.care_plan.needs}
    by_area = [
        (area.text[words.language], " · ".join(names))
        for area in questionnaire.areas
        if (names := [t.text[words.language] for t in area.topics if _is_problem_only(t, assessment, taken)])
    ]
    if not by_area:
        return NOTHING, None
    title = words.text("sheet.back.problem_only")
    said = (
        StyledText(f"{title}: ", table.CELL_BOLD),
        StyledText(" · ".join(names for _, names in by_area), table.CELL),
    )
    sentence = Paragraph.of(said, table.CELL, table.INNER_WIDTH)
    if len(sentence.lines) <= _LONGEST_ASIDE:
        return sentence, None
    return NOTHING, _named_texts(title, words.text("sheet.back.problem_only.topics"), by_area, words)


def _is_problem_only(topic: Topic, assessment: Assessment, taken: Collection[LinkId]) -> bool:
    response = assessment.response
    return (
        topic.support is not None
        and response.is_ticked(topic.problem)
        and not response.is_ticked(topic.support)
        and topic.link_id not in taken
    )


def _for_pen(title: str, columns: tuple[Column, ...], *, fills_page: bool) -> Table:
    """An empty box: all the room there is where nobody has written yet, a few rows where somebody has begun."""
    empty = Row(((),) * len(columns), table.PEN_ROW)
    return Table(title, columns, (empty,) * _FEW_PEN_ROWS, has_row_heads=False, is_for_pen=fills_page)
