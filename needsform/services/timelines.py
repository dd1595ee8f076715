"""A citizen's assessments over time, ours and those that arrived, read at once."""

from needsform.models.assessment import Assessment, AssessmentStatus
from needsform.models.audit import Action
from needsform.models.earlier_assessment import EarlierAssessment
from needsform.models.errors import WorldError
from needsform.models.identity import PatientId
from needsform.models.received_assessment import most_telling
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.storage.received import received_of_patient
from needsform.storage.timelines import assessments_of_patient

_S = AssessmentStatus
_LEFT_OUT = frozenset({_S.DECLINED, _S.REDIRECTED, _S.CANCELLED})


class Timelines:
    """What staff sees of a citizen over time; leaves a row where there is anything."""

    def __init__(self, ledger: AssessmentLedger) -> None:
        self._ledger = ledger

    def of_patient(self, patient_id: PatientId) -> tuple[EarlierAssessment, ...]:
        """Every assessment that was answered, in no order.

        Of those that arrived, one of each; what was filled in on a form that is not known here cannot be shown.
        """
        self._ledger.presence.require_staff()
        with self._ledger.database.atomic():
            own = [one for one in assessments_of_patient(self._ledger.database, patient_id) if _was_answered(one)]
            received = most_telling(received_of_patient(self._ledger.database, patient_id))
            if own or received:
                self._ledger.presence.record(
                    Action.READ_PATIENT,
                    self._ledger.now(),
                    patient_id=patient_id,
                    detail=f"timeline={len(own) + len(received)}",
                )
        found = [EarlierAssessment.of_own(one, self._ledger.questionnaire(one)) for one in own]
        for one in received:
            response = one.facts.response
            try:
                form = self._ledger.questionnaires.get(response.questionnaire_url, response.questionnaire_version)
            except WorldError as error:
                if error.message.message_id != "questionnaire.unknown":
                    raise
            else:
                found.append(EarlierAssessment.of_received(one, form))
        return tuple(found)


def _was_answered(assessment: Assessment) -> bool:
    """Whether there is something to show: a front page that was handed in, or one on which something is marked."""
    if assessment.status in _LEFT_OUT:
        return False
    return assessment.status is not _S.DRAFT or bool(assessment.response.answers)
