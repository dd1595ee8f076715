"""The back page: what the citizen wants support with, what follows, by whom; and the pages it may go on to.

Its two boxes carry the names of the agreement (section 5.2.3). What does not fit goes on to a continuation page; the
sentence on who decides, consent and signatures always stand on the back page itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from needsform.export import sheet_frame as frame
from needsform.export import sheet_table as table
from needsform.export.page_ink import Box, Pen
from needsform.export.sheet_frame import Foot, Heading, Paragraph
from needsform.export.sheet_table import Row, Table
from needsform.export.tagged_pdf import TaggedCanvas
from needsform.export.text_wrapping import StyledText, TextStyle, text_width
from needsform.models.assessment import Assessment
from needsform.models.care_plan import (
    Activity,
    CarePlan,
    Conclusion,
    Need,
    Responsible,
    ResponsibleType,
    RetrainingPlan,
)
from needsform.models.patient import Patient
from needsform.models.practitioner import Signature
from needsform.models.questionnaire import Questionnaire
from needsform.models.site import Site, SiteKind
from needsform.models.words import Words

_GAP: Final = 3.2
_PEN_ROWS: Final = 6
_BOX: Final = 3.2
_DECISION: Final = TextStyle(9.2)
_SIGN_ROOM: Final = 15.0
"""Above the signature line: a hand needs room."""


@dataclass(frozen=True, slots=True)
class BackPage:
    """What the back says, measured: the boxes of the page itself, and of each page it goes on to."""

    heading: Heading
    tables: tuple[Table, ...]
    aside: Paragraph
    """Topics that are a problem but where no support is wanted."""
    closing: "Closing"
    foot: Foot
    continuation: tuple[tuple[Table, ...], ...]

    def draw(self, canvas: TaggedCanvas) -> None:
        """The back page itself."""
        self.heading.draw(canvas)
        y = self.heading.bottom
        for place, box in enumerate(self.tables):
            y = box.draw(canvas, y) + _GAP
            if place == 0 and self.aside.lines:
                with canvas.element("P"):
                    y = self.aside.draw(canvas, frame.LEFT + table.PADDING, y, frame.WIDTH - 2 * table.PADDING) + _GAP
        self.closing.draw(canvas, y)
        self.foot.draw(canvas)


def draw_continuation(canvas: TaggedCanvas, heading: Heading, tables: Sequence[Table]) -> None:
    """A page that goes on from the back page."""
    heading.draw(canvas, repeats=True)
    y = heading.bottom
    for box in tables:
        y = box.draw(canvas, y) + _GAP


def plan_back(
    heading: Heading,
    on_page: Sequence[Table],
    carried: Sequence[Table],
    aside: Paragraph,
    closing: "Closing",
    foot: Foot,
    words: Words,
    page: int,
) -> BackPage:
    """Divide the boxes over the back page, which is page number `page`, and as many further pages as they need.

    `carried` are boxes that stand first on the continuation page whatever happens: what the front had no room for.
    """
    aside_height = aside.height + _GAP if aside.lines else 0.0
    room = foot.top - 2.0 - closing.height - heading.bottom - aside_height - _GAP * len(on_page)

    def goes_on(at: int) -> Paragraph:
        text = words.text("sheet.continued.on_page", page=at)
        return Paragraph.of(text, table.CELL_SECOND, frame.WIDTH - 2 * table.PADDING)

    shown, rest = _shared(on_page, room, goes_on(page + 1))
    waiting = [*carried, *rest]
    pages = _flowed(waiting, heading.bottom, page + 1, goes_on) if waiting else []
    begins = {box.title: page + 1 + i for i, boxes in reversed(list(enumerate(pages))) for box in boxes}
    titled = tuple(replace(box, note=goes_on(begins[box.title])) if box.note.lines else box for box in shown)
    return BackPage(heading, titled, aside, closing, foot, tuple(tuple(boxes) for boxes in pages))


def _shared(boxes: Sequence[Table], room: float, note: Paragraph) -> tuple[list[Table], list[Table]]:
    """The boxes as they stand on the page, and what is left: each may have its even share, and what others leave."""
    if sum(box.height for box in boxes) <= room:
        return list(boxes), []
    shown: list[Table] = []
    rest: list[Table] = []
    left = room
    for place, box in enumerate(boxes):
        needed_later = sum(later.height for later in boxes[place + 1 :])
        share = max(left / (len(boxes) - place), left - needed_later)
        if box.height <= share:
            shown.append(box)
            left -= box.height
            continue
        head, tail = box.divided(share, note)
        shown.append(head)
        rest.append(tail)
        left -= head.height
    return shown, rest


def _flowed(boxes: list[Table], top: float, page: int, goes_on: Callable[[int], Paragraph]) -> list[list[Table]]:
    pages: list[list[Table]] = [[]]
    room = frame.FOOT_BOTTOM - top
    left = room
    waiting = list(boxes)
    while waiting:
        box = waiting.pop(0)
        if box.height <= left:
            pages[-1].append(box)
            left -= box.height + _GAP
            continue
        head, tail = box.divided(left, goes_on(page + len(pages)), may_break=not pages[-1])
        if head.rows:
            pages[-1].append(head)
        waiting.insert(0, tail if head.rows else box)
        pages.append([])
        left = room
    return pages


# What the boxes say ---------------------------------------------------------------------------------------------


def needs_table(questionnaire: Questionnaire, assessment: Assessment | None, words: Words) -> Table:
    """The first box. Without a back page yet: rows for a pen."""
    titles = [words.text(f"sheet.back.needs.{key}") for key in ("topic", "patient_words", "observed")]
    cols = table.columns(titles, (27, 40, 33))
    plan = assessment.care_plan if assessment else None
    title = words.text("sheet.back.needs")
    if assessment is None or plan is None:
        return Table(title, cols, _pen_rows(len(cols)))
    if plan.conclusion is Conclusion.NO_NEED and not plan.needs:
        said = Paragraph.of(
            [
                StyledText(words.text("sheet.back.no_need") + ". ", table.CELL_BOLD),
                StyledText(words.text("sheet.back.no_need.text"), table.CELL),
            ],
            table.CELL,
            frame.WIDTH - 2 * table.PADDING,
        )
        return Table(title, cols, (), said)
    widths = [column.text_width for column in cols]
    return Table(title, cols, tuple(_need_row(need, questionnaire, assessment, words, widths) for need in plan.needs))


def _need_row(
    need: Need, questionnaire: Questionnaire, assessment: Assessment, words: Words, widths: Sequence[float]
) -> Row:
    response = assessment.response
    name = questionnaire.heading(need.topic, words.language)
    if need.topic in response.priorities:
        name = f"{response.priorities.index(need.topic) + 1}  {name}"
    topic = [Paragraph.of(name, table.CELL_BOLD, widths[0])]
    if not need.take_further:
        topic.append(Paragraph.of(words.text("sheet.back.needs.not_taken_further"), table.CELL_SECOND, widths[0]))
    known = questionnaire.topics.get(need.topic)
    written = response.text(known.note if known else questionnaire.area_of(need.topic).other)
    own = [Paragraph.of(text, table.CELL, widths[1]) for text in (need.patient_words, written) if text]
    return Row((tuple(topic), tuple(own), (Paragraph.of(need.observed, table.CELL, widths[2]),)))


def activities_table(questionnaire: Questionnaire, plan: CarePlan | None, words: Words) -> Table | None:
    """The second box; none where there is nothing to do now. Without a back page yet: rows for a pen."""
    titles = [words.text(f"sheet.back.activities.{key}") for key in ("kind", "text", "responsible", "when")]
    cols = table.columns(titles, (14, 38, 29, 19))
    title = words.text("sheet.back.activities")
    if plan is None:
        return Table(title, cols, _pen_rows(len(cols)))
    activities = [activity for activity in plan.activities if not activity.is_empty]
    if not activities:
        return None if plan.conclusion is Conclusion.NO_NEED else Table(title, cols, _pen_rows(len(cols), 2))
    widths = [column.text_width for column in cols]
    return Table(title, cols, tuple(_activity_row(a, questionnaire, words, widths) for a in activities))


def _activity_row(activity: Activity, questionnaire: Questionnaire, words: Words, widths: Sequence[float]) -> Row:
    topics = ", ".join(questionnaire.heading(topic, words.language) for topic in activity.topics)
    return Row(
        (
            (Paragraph.of(words.of(activity.kind), table.CELL, widths[0]),),
            (
                Paragraph.of(activity.text, table.CELL, widths[1]),
                Paragraph.of(topics, table.CELL_SECOND, widths[1]),
            ),
            (Paragraph.of(responsible_words(activity.responsible, words), table.CELL, widths[2]),),
            (Paragraph.of(activity.when, table.CELL, widths[3]),),
        )
    )


def responsible_words(responsible: Responsible, words: Words) -> str:
    """Who it rests with; the kind of place is left out where the name already says it ("Jobcenter Aarhus")."""
    if responsible.type in (None, ResponsibleType.OTHER):
        return responsible.name
    kind = words.of(responsible.type)
    if not responsible.name or responsible.name.casefold().startswith(kind.casefold()):
        return responsible.name or kind
    return words.text("responsible.named", type=kind, name=responsible.name)


def own_words_table(questionnaire: Questionnaire, assessment: Assessment, words: Words) -> Table | None:
    """What the citizen wrote at topics that are not taken up in the first box, so that no word of theirs is lost."""
    plan, response = assessment.care_plan or CarePlan(), assessment.response
    taken = {need.topic for need in plan.needs}
    cols = table.columns([words.text("sheet.back.needs.topic"), words.text("sheet.back.needs.patient_words")], (27, 73))
    rows = tuple(
        Row(
            (
                (Paragraph.of(topic.text[words.language], table.CELL_BOLD, cols[0].text_width),),
                (Paragraph.of(response.text(topic.note), table.CELL, cols[1].text_width),),
            )
        )
        for topic in questionnaire.topics.values()
        if topic.link_id not in taken and response.text(topic.note)
    )
    return Table(words.text("sheet.front.notes"), cols, rows) if rows else None


def moved_table(moved: Sequence[tuple[str, str]], words: Words) -> Table | None:
    """What was written on "other" lines and found no room on the front: area and text."""
    if not moved:
        return None
    other = words.text("sheet.front.other").rstrip(":")
    cols = table.columns([words.text("sheet.back.needs.topic"), other], (27, 73))
    rows = tuple(
        Row(
            (
                (Paragraph.of(area, table.CELL_BOLD, cols[0].text_width),),
                (Paragraph.of(text, table.CELL, cols[1].text_width),),
            )
        )
        for area, text in moved
    )
    return Table(words.text("sheet.continued.front"), cols, rows)


def aside(questionnaire: Questionnaire, assessment: Assessment, words: Words) -> Paragraph:
    """ "A problem, but no support wanted now": said in words, because it is an answer too (DOMAIN 7.1)."""
    taken = {need.topic for need in (assessment.care_plan or CarePlan()).needs}
    response = assessment.response
    names = [
        topic.text[words.language]
        for topic in questionnaire.topics.values()
        if topic.support is not None
        and response.is_ticked(topic.problem)
        and not response.is_ticked(topic.support)
        and topic.link_id not in taken
    ]
    if not names or assessment.care_plan is None:
        return Paragraph((), 1.0)
    parts = [
        StyledText(words.text("sheet.back.problem_only") + " ", table.CELL_BOLD),
        StyledText(", ".join(names), table.CELL),
    ]
    return Paragraph.of(parts, table.CELL, frame.WIDTH - 2 * table.PADDING)


def _pen_rows(cells: int, rows: int = _PEN_ROWS) -> tuple[Row, ...]:
    return tuple(Row(((),) * cells, table.PEN_ROW) for _ in range(rows))


# What closes the page -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Closing:
    """Who decides, what was concluded, what may be told to whom, and room for two hands."""

    words: Words
    site: Site
    plan: CarePlan
    setting: SiteKind
    signature: Signature | None
    citizen: str

    @property
    def authority(self) -> str:
        """Who decides what can be offered."""
        return self.site.authority or self.words.text("sheet.authority")

    @property
    def height(self) -> float:
        """The whole of it, from the sentence to the names below the signatures."""
        return self._decision.height + 4.4 + _GAP + self._box_height + _SIGN_ROOM + 4.5

    @property
    def _decision(self) -> Paragraph:
        text = self.words.text("sheet.back.decision", authority=self.authority)
        if self.plan.told_that_authority_decides:
            text = f"{text} {self.words.text('sheet.back.decision.told')}"
        return Paragraph.of(text, _DECISION, frame.WIDTH - 8.0)

    @property
    def _contact_within(self) -> Paragraph:
        if not self.plan.consent_municipality or self.setting is SiteKind.MUNICIPALITY:
            return Paragraph((), 1.0)
        text = self.words.text("sheet.back.contact_within", authority=self.authority)
        return Paragraph.of(text, table.CELL, frame.WIDTH / 2 - 2 * table.PADDING)

    @property
    def _next(self) -> Paragraph:
        parts = [
            StyledText(self.words.text("sheet.back.next_assessment") + " ", table.CELL_BOLD),
            StyledText(self.plan.next_assessment, table.CELL),
        ]
        return Paragraph.of(parts, table.CELL, frame.WIDTH / 2 - 2 * table.PADDING)

    @property
    def _box_height(self) -> float:
        line = frame.leading(table.CELL) + 0.7
        return max(2 * line + self._next.height, 2 * line + self._contact_within.height) + 4.0

    def draw(self, canvas: TaggedCanvas, top: float) -> None:
        """Draw it below `top`."""
        decision = self._decision
        canvas.draw_rule((frame.LEFT + 0.5, top), (frame.LEFT + 0.5, top + decision.height + 4.4), Pen(1.0))
        with canvas.element("P"):
            decision.draw(canvas, frame.LEFT + 4.0, top + 2.2, frame.WIDTH - 8.0)
        top += decision.height + 4.4 + _GAP
        canvas.draw_frame(Box(frame.LEFT, top, frame.WIDTH, self._box_height), pen=frame.RULE, radius=1.3)
        self._draw_conclusion(canvas, frame.LEFT + table.PADDING, top + 2.0)
        self._draw_consent(canvas, frame.LEFT + frame.WIDTH / 2 + table.PADDING, top + 2.0)
        self._draw_signatures(canvas, top + self._box_height + _SIGN_ROOM)

    def _draw_conclusion(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        line = frame.leading(table.CELL) + 0.7
        self._draw_choice(canvas, x, top, "sheet.back.conclusion", Conclusion, self.plan.conclusion)
        self._draw_choice(
            canvas, x, top + line, "sheet.back.retraining_plan", RetrainingPlan, self.plan.retraining_plan
        )
        with canvas.element("P"):
            self._next.draw(canvas, x, top + 2 * line, frame.WIDTH / 2 - 2 * table.PADDING)

    def _draw_choice(
        self,
        canvas: TaggedCanvas,
        x: float,
        top: float,
        label: str,
        options: type[Conclusion] | type[RetrainingPlan],
        chosen: Conclusion | RetrainingPlan | None,
    ) -> None:
        """What was chosen, in words; what is still open, as boxes for a pen."""
        baseline = top + frame.leading(table.CELL) * 0.78
        with canvas.element("P"):
            x += canvas.draw_text(x, baseline, self.words.text(label) + " ", table.CELL_BOLD)
            if chosen is not None:
                canvas.draw_text(x, baseline, _small(self.words.of(chosen)), table.CELL)
                return
            room = frame.LEFT + frame.WIDTH / 2 - x
            names = [_small(self.words.of(option)) for option in options]
            style = table.CELL_SECOND
            needed = sum(text_width(name, style) + _BOX + 3.0 for name in names)
            if needed > room:
                style = TextStyle(style.size * room / needed, color=style.color)
            for name in names:
                self._draw_box(canvas, x, baseline, is_ticked=False, what=name)
                x += _BOX + 1.0
                x += canvas.draw_text(x, baseline, name + " ", style) + 1.2

    def _draw_consent(self, canvas: TaggedCanvas, x: float, top: float) -> None:
        line = frame.leading(table.CELL) + 0.7
        baseline = top + frame.leading(table.CELL) * 0.78
        with canvas.element("P"):
            canvas.draw_text(x, baseline, self.words.text("sheet.back.consent"), table.CELL_BOLD)
        consents = (("municipality", self.plan.consent_municipality), ("gp", self.plan.consent_gp))
        with canvas.element("P"):
            at = x
            for receiver, answer in consents:
                name = self.words.text(f"sheet.back.consent.{receiver}")
                if answer is False:
                    name = f"{name} ({self.words.text('sheet.back.consent.no')})"
                self._draw_box(canvas, at, baseline + line, is_ticked=answer is True, what=name)
                at += _BOX + 1.4
                at += canvas.draw_text(at, baseline + line, name + " ", table.CELL) + 5.0
        if self._contact_within.lines:
            with canvas.element("P"):
                self._contact_within.draw(canvas, x, top + 2 * line, frame.WIDTH / 2 - 2 * table.PADDING)

    def _draw_box(self, canvas: TaggedCanvas, x: float, baseline: float, *, is_ticked: bool, what: str) -> None:
        spoken = self.words.text("sheet.spoken.ticked" if is_ticked else "sheet.spoken.not_ticked", what=what)
        canvas.draw_tick_box(x, baseline - _BOX + 0.5, _BOX, marked=is_ticked, spoken=spoken + " ")

    def _draw_signatures(self, canvas: TaggedCanvas, y: float) -> None:
        middle = frame.LEFT + frame.WIDTH / 2
        professional = self.words.text("sheet.back.signature.professional")
        if self.signature is not None and self.signature.name:
            professional = signature_words(self.signature, self.words)
        citizen = self.citizen or self.words.text("sheet.back.signature.citizen")
        for x, name in ((frame.LEFT, professional), (middle + 3.5, citizen)):
            width = frame.WIDTH / 2 - 3.5
            canvas.draw_rule((x, y), (x + width, y), Pen(0.25))
            style = frame.SMALL
            wide = text_width(name, style)
            if wide > width:
                style = TextStyle(style.size * width / wide, color=style.color)
            with canvas.element("P"):
                canvas.draw_text(x, y + 3.8, name, style)


def signature_words(signature: Signature, words: Words, *, with_phone: bool = True) -> str:
    """Name, title and phone on one line."""
    named = ", ".join(part for part in (signature.name, signature.title) if part)
    if with_phone and signature.phone:
        return f"{named} · {words.text('sheet.phone', phone=signature.phone)}"
    return named


def talk_words(patient: Patient, assessment: Assessment, words: Words) -> str:
    """Below the title: when, with whom, who came along, and what a caller should know of the citizen."""
    day = words.date(assessment.held_on)
    who = signature_words(assessment.signature, words, with_phone=False)
    said = [
        words.text("sheet.back.talk", date=day, professional=who)
        if who
        else words.text("sheet.back.talk_alone", date=day)
    ]
    relative = patient.relative
    named = relative.name
    if relative.name and relative.relation:
        named = words.text("sheet.relative_named", name=relative.name, relation=relative.relation)
    if assessment.relative_present:
        said.append(
            words.text("sheet.back.relative_present", relative=named)
            if named
            else words.text("sheet.back.unnamed_relative_present")
        )
    if named and (relative.phone or not assessment.relative_present):
        reached = words.text("sheet.relative", relative=named)
        if relative.phone:
            reached = f"{reached}, {words.text('sheet.phone', phone=relative.phone)}"
        said.append(reached)
    if patient.children_under_18:
        said.append(words.text("sheet.children_under_18"))
    language_key = f"language.{patient.language}"
    if patient.language and patient.language != words.language:
        known = words.texts.get(language_key, patient.language)
        said.append(words.text("sheet.language", language=known))
    if patient.needs_interpreter:
        said.append(words.text("sheet.interpreter"))
    return " · ".join(said)


def _small(text: str) -> str:
    """A value in the middle of a line begins with a small letter."""
    return text[:1].lower() + text[1:]


def empty_plan_closing(words: Words, site: Site) -> Closing:
    """The end of the blank form's back page."""
    return Closing(words, site, CarePlan(), site.kind, None, "")
