"""The back page that came along with a sheet of another place, to be read."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from needsform.models.care_plan import CarePlan, Need
from needsform.models.questionnaire import Questionnaire
from needsform.models.words import Words
from needsform.ui.widgets.labelled_field import column_in, words


class ReceivedBackPage(QWidget):
    """The areas that were talked about, what was agreed, and what was concluded; all as it came."""

    def __init__(
        self,
        plan: CarePlan | None,
        form: Questionnaire,
        words_: Words,
        *,
        came_along: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("received_back_page")
        self._form, self._words = form, words_
        column = column_in(self, spacing=6, margins=(18, 16, 18, 16))
        column.addWidget(words(self.tr("Back page"), "heading"))
        for text, role in self._lines(plan) if plan is not None else self._silence(came_along=came_along):
            column.addWidget(words(text, role))
        column.addStretch(1)

    def _silence(self, *, came_along: bool) -> Iterator[tuple[str, str]]:
        if came_along:
            yield self.tr("Nothing is written on it."), ""
        else:
            yield self.tr("The code on the paper carries the ticks alone. The back page stands on the paper."), ""

    def _lines(self, plan: CarePlan) -> Iterator[tuple[str, str]]:
        if plan.conclusion is not None:
            yield self._words.of(plan.conclusion), "strong"
        for need in plan.needs:
            yield self._topic(need.topic), "strong"
            yield from self._need(need)
        if plan.activities:
            yield self.tr("Actions"), "strong"
        for activity in plan.activities:
            told = (
                activity.text,
                self._words.of(activity.kind),
                activity.responsible.shown(self._words),
                activity.when,
            )
            yield " · ".join(filter(None, told)), ""
        for consent, name in (
            (plan.consent_municipality, self.tr("The municipality may be told")),
            (plan.consent_gp, self.tr("The general practice may be told")),
        ):
            if consent is not None:
                yield f"{name}: {self.tr('Yes') if consent else self.tr('No')}", ""
        if plan.next_assessment:
            yield self.tr("Next assessment: {when}").format(when=plan.next_assessment), ""

    def _need(self, need: Need) -> Iterator[tuple[str, str]]:
        if need.patient_words:
            yield self.tr("The citizen's words: {words}").format(words=need.patient_words), ""
        if need.observed:
            yield self.tr("Observed: {words}").format(words=need.observed), ""
        if not need.take_further:
            yield self.tr("Not taken further."), "quiet"

    def _topic(self, link_id: str) -> str:
        topic = next((topic for topic in self._form.topics.values() if topic.link_id == link_id), None)
        if topic is None:
            return link_id
        return topic.text.get(self._words.language) or topic.text[self._form.languages[0]]
