"""The consultation: an earlier assessment beside the newest one, topic by topic. Nothing is written here."""

from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from needsform.models.assessment import AssessmentStatus, AssessmentSummary
from needsform.models.comparison import TopicChange, TopicComparison, compared
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import WorldError
from needsform.models.identity import LinkId, PatientId
from needsform.models.next_step import NextStep, next_step
from needsform.models.received_assessment import most_telling
from needsform.models.words import Words
from needsform.services.session import Session

_S = AssessmentStatus
_LEFT_OUT = frozenset({_S.DECLINED, _S.REDIRECTED, _S.CANCELLED})


@dataclass(frozen=True, slots=True)
class ConsultationState:
    """What the screen shows."""

    earlier: tuple[EarlierAssessment, ...]
    """What can stand at the left, newest first."""
    chosen: int
    """Which of these does; -1 where there is none."""
    now: EarlierAssessment | None
    """The newest assessment of ours, however far it is."""
    next_step: NextStep | None
    """What comes next for that one."""
    found: tuple[TopicComparison, ...] = ()

    @property
    def before(self) -> EarlierAssessment | None:
        """What stands at the left."""
        return self.earlier[self.chosen] if self.chosen >= 0 else None

    def of(self, change: TopicChange) -> tuple[TopicComparison, ...]:
        """The topics of which this became."""
        return tuple(one for one in self.found if one.change is change)


class ConsultationViewModel(QObject):
    """One citizen's assessments beside each other.

    `changed(ConsultationState)`: another one stands at the left.
    """

    changed = Signal(ConsultationState)

    def __init__(self, session: Session, patient_id: PatientId, words: Words, language: str) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._session, self.words, self._language = session, words, language
        self.patient = session.patients.get(patient_id)
        own = [s for s in session.assessments.of_patient(patient_id) if s.status not in _LEFT_OUT]
        newest = own[0] if own else None
        now = None if newest is None else self._own(newest)
        earlier = [*self._received(), *(self._own(summary) for summary in own[1:])]
        earlier = sorted(earlier, key=lambda one: one.held_on, reverse=True)
        step = None if newest is None else next_step(newest)
        self.state = self._compared(ConsultationState(tuple(earlier), 0 if earlier else -1, now, step))

    def choose(self, place: int) -> None:
        """Another earlier one shall stand at the left."""
        if 0 <= place < len(self.state.earlier) and place != self.state.chosen:
            self.state = self._compared(replace(self.state, chosen=place))
            self.changed.emit(self.state)

    def language_of(self, shown: EarlierAssessment) -> str:
        """The language in which its form is shown: the program's, if the form has words in it."""
        languages = shown.filled.questionnaire.languages
        return self._language if self._language in languages else languages[0]

    def heading(self, topic: LinkId) -> str:
        """What a topic is called: by the newer form, or by the earlier one where only that asks it."""
        for shown in (self.state.now, self.state.before):
            if shown is not None and shown.filled.marks(topic) is not None:
                return shown.filled.questionnaire.heading(topic, self.language_of(shown))
        return topic

    def _own(self, summary: AssessmentSummary) -> EarlierAssessment:
        assessment = self._session.assessments.get(summary.id)
        return EarlierAssessment.of_own(assessment, self._session.assessments.questionnaire(assessment))

    def _received(self) -> list[EarlierAssessment]:
        """What arrived, one of each; of a form that nobody here knows nothing can be shown."""
        found = []
        for received in most_telling(self._session.intake.of_patient(self.patient.id)):
            try:
                found.append(EarlierAssessment.of_received(received, self._session.intake.form_of(received)))
            except WorldError as error:
                if error.message.message_id != "questionnaire.unknown":
                    raise
        return found

    @staticmethod
    def _compared(state: ConsultationState) -> ConsultationState:
        before, now = state.before, state.now
        if before is None or now is None:
            return replace(state, found=())
        return replace(state, found=compared(before.filled, now.filled, is_finished=now.is_finished))
