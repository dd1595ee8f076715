"""What came of an assessment, line by line: what every text that leaves says of it, in the same words."""

from collections.abc import Iterator

from needsform.models.care_plan import Activity, CarePlan, Conclusion, Need
from needsform.models.identity import LinkId
from needsform.models.sheet import SheetContent


def outcome(content: SheetContent) -> Iterator[str]:
    """When and why the needs were assessed, and whether there is a need for rehabilitation."""
    words, assessment = content.words, content.assessment
    yield words.text("letter.offered", date=words.date(assessment.held_on), occasion=words.of(assessment.occasion))
    plan = _plan(content)
    if plan.conclusion is not None:
        yield words.text(f"letter.conclusion.{plan.conclusion.value}")
    if assessment.revision > 1:
        yield words.text("letter.revision", revision=assessment.revision)


def areas(content: SheetContent) -> Iterator[str]:
    """The areas that are taken further, with the citizen's own words and what the professional saw."""
    rows = [need for need in _plan(content).needs if need.take_further]
    if rows and _plan(content).conclusion is not Conclusion.NO_NEED:
        yield content.words.text("letter.areas")
        for need in rows:
            yield f"- {_need(content, need)}"


def actions(content: SheetContent) -> Iterator[str]:
    """What was begun and what is proposed, who is responsible, and when."""
    rows = [activity for activity in _plan(content).activities if not activity.is_empty]
    if rows:
        yield content.words.text("letter.actions")
        for activity in rows:
            yield f"- {_activity(content, activity)}"


def closing(content: SheetContent) -> Iterator[str]:
    """Whether there is a "genoptræningsplan", and when needs are assessed next."""
    words, plan = content.words, _plan(content)
    if plan.retraining_plan is not None:
        yield words.text("letter.retraining_plan", plan=words.of(plan.retraining_plan))
    if plan.next_assessment:
        yield words.text("letter.next_assessment", when=plan.next_assessment)


def everything(content: SheetContent) -> tuple[str, ...]:
    """All of it, an empty line between the parts."""
    parts = (tuple(outcome(content)), tuple(areas(content)), tuple(actions(content)), tuple(closing(content)))
    lines: list[str] = []
    for part in filter(None, parts):
        lines += [*([""] if lines else []), *part]
    return tuple(lines)


def _plan(content: SheetContent) -> CarePlan:
    return content.assessment.care_plan or CarePlan()


def _need(content: SheetContent, need: Need) -> str:
    words = content.words
    said = words.text("letter.quoted", words=_on_one_line(need.patient_words)) if need.patient_words else ""
    told = ". ".join(filter(None, (said, _on_one_line(need.observed))))
    name = _topic(content, need.topic)
    return f"{name}: {told}" if told else name


def _activity(content: SheetContent, activity: Activity) -> str:
    words = content.words
    what = _on_one_line(activity.text) or ", ".join(_topic(content, topic) for topic in activity.topics)
    who = ", ".join(filter(None, (activity.responsible.shown(words), activity.when)))
    return f"{words.of(activity.kind)}: {what}" + (f" ({who})" if who else "")


def _topic(content: SheetContent, link_id: LinkId) -> str:
    """The form's own words for a topic, in the language of the paper; of an area's own line, the area's."""
    form, language = content.questionnaire, content.words.language
    topic = form.topics.get(link_id)
    if topic is not None:
        return topic.text.get(language, topic.text[form.languages[0]])
    for area in form.areas:
        if area.other is not None and area.other.link_id == link_id:
            said = content.assessment.response.answers.get(link_id)
            return str(said) if said else area.text.get(language, area.text[form.languages[0]])
    return link_id


def _on_one_line(text: str) -> str:
    return " ".join(text.split())
