"""What leaves once an assessment is signed: who has it, who is still missing, and what was noted by mistake."""

from collections.abc import Iterable, Mapping

from needsform.models.assessment import SIGNED_OR_LATER, Assessment, AssessmentStatus
from needsform.models.audit import Action
from needsform.models.delivery import Delivery, DeliveryNote, DeliveryState, Handover, handover_of
from needsform.models.errors import PermissionDenied
from needsform.models.identity import AssessmentId
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.storage import assessments as rows
from needsform.storage import deliveries


class Deliveries:
    """What staff says of every receiver. The program sends nothing itself."""

    def __init__(self, ledger: AssessmentLedger) -> None:
        self._ledger = ledger

    def handover(self, assessment: Assessment) -> Handover:
        """How it stands with everything that leaves of this revision."""
        return handover_of(assessment.setting, assessment.care_plan, assessment.revision, self.history(assessment))

    def history(self, assessment: Assessment) -> tuple[Delivery, ...]:
        """Everything that was noted, corrections and earlier revisions too, oldest first."""
        self._ledger.presence.require_staff()
        return deliveries.deliveries_of(self._ledger.database, assessment.id)

    def at_a_glance(self, assessment_ids: Iterable[AssessmentId]) -> Mapping[AssessmentId, Handover]:
        """How each assessment of a list stands."""
        self._ledger.presence.require_staff()
        return deliveries.handovers(self._ledger.database, assessment_ids)

    def note(self, assessment: Assessment, note: DeliveryNote) -> Assessment:
        """Keep what is said of one receiver; the assessment as it then stands.

        When nothing is missing it is handed over; when a note is taken back (`DeliveryState.MISSING`) it waits again.
        Raises PermissionDenied `delivery.not_signed`; InputError as `DeliveryNote.require_whole` and, for what left
        without consent, as `Handover.require_may_leave`.
        """
        self._ledger.presence.require_staff()
        if assessment.status not in SIGNED_OR_LATER:
            raise PermissionDenied("delivery.not_signed")
        note.require_whole()
        before = self.handover(assessment)
        before.standing(note.recipient)
        if note.state is DeliveryState.DONE:
            before.require_may_leave(note.recipient)
        now, by = self._ledger.now(), self._ledger.presence.practitioner.signature()
        with self._ledger.database.atomic():
            kept = Delivery.of(note, assessment.id, assessment.revision, now, by)
            deliveries.add_delivery(self._ledger.database, kept)
            saved = rows.save_assessment(self._ledger.database, self._moved(assessment))
            self._ledger.record(_act(note), saved, _detail(kept))
        return saved

    def _moved(self, assessment: Assessment) -> Assessment:
        is_complete = self.handover(assessment).is_complete
        if is_complete and assessment.status is AssessmentStatus.SIGNED:
            return assessment.moved_to(AssessmentStatus.HANDED_OVER, self._ledger.now())
        if not is_complete and assessment.status is AssessmentStatus.HANDED_OVER:
            return assessment.called_back()
        return assessment


def _act(note: DeliveryNote) -> Action:
    return Action.CORRECT_HAND_OVER if note.state is DeliveryState.MISSING else Action.HAND_OVER


def _detail(kept: Delivery) -> str:
    facts = {
        "recipient": kept.recipient.value,
        "state": kept.state.value,
        "channel": "" if kept.channel is None else kept.channel.value,
        "reason": "" if kept.reason is None else kept.reason.value,
        "revision": str(kept.revision),
    }
    return " ".join(f"{name}={value}" for name, value in facts.items() if value)
