"""Plans for rehabilitation: written with the citizen, begun, ended, and the general practice told (agreement 5.3.2)."""

from datetime import date

from needsform.models.assessment import SIGNED_OR_LATER
from needsform.models.audit import Action
from needsform.models.errors import InputError, PermissionDenied
from needsform.models.identity import AssessmentId, PatientId, PlanId
from needsform.models.referral import ClosingReason, ContactAttempt, ContactOutcome, Referral, ReferralStatus
from needsform.models.rehabilitation_plan import GpMoment, PlanContent, PlanStatus, PlanSummary, RehabilitationPlan
from needsform.services.clock import Clock, Entropy
from needsform.services.presence import Presence
from needsform.storage import plans as rows
from needsform.storage import referrals
from needsform.storage.assessments import load_assessment, summaries_of_patient
from needsform.storage.database import Database

LONGEST_LIST = 200
"""Plans that are listed at once."""


class Plans:
    """What staff does with plans. Every verb returns the plan as it then stands on disk."""

    def __init__(self, database: Database, presence: Presence, clock: Clock, entropy: Entropy) -> None:
        self._database, self._presence, self._clock, self._entropy = database, presence, clock, entropy

    # Finding ------------------------------------------------------------------------------------------------------

    def get(self, plan_id: PlanId) -> RehabilitationPlan:
        """A plan as it stands on disk. Raises WorldError `plan.unknown`."""
        self._presence.require_staff()
        with self._database.atomic():
            plan = rows.load_plan(self._database, plan_id)
            self._record(Action.READ_PLAN, plan)
        return plan

    def of_patient(self, patient_id: PatientId) -> tuple[RehabilitationPlan, ...]:
        """A citizen's plans, newest first; leaves a row where there are any."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.plans_of_patient(self._database, patient_id)
            if found:
                self._record(Action.READ_PLAN, found[0], "plans")
        return found

    def to_look_after(self) -> tuple[PlanSummary, ...]:
        """The plans that are under way or being written, and those that the general practice was not told of."""
        self._presence.require_staff()
        with self._database.atomic():
            found = rows.plans_to_look_after(self._database, LONGEST_LIST)
            self._presence.record(Action.LIST_WORK, self._clock(), detail="plans")
        return found

    # Writing ------------------------------------------------------------------------------------------------------

    def start(self, patient_id: PatientId) -> RehabilitationPlan:
        """A new plan, with what is known already; it belongs to the citizen's open case if there is one.

        Raises PermissionDenied `plan.open_already`: one plan at a time.
        """
        self._presence.require_staff()
        now = self._clock()
        with self._database.atomic():
            if any(plan.is_open for plan in rows.plans_of_patient(self._database, patient_id)):
                raise PermissionDenied("plan.open_already")
            referral = referrals.open_referral_of(self._database, patient_id)
            assessment_id = self._newest_signed(patient_id)
            plan = RehabilitationPlan(
                id=PlanId(self._entropy(16).hex()),
                patient_id=patient_id,
                referral_id=None if referral is None else referral.id,
                assessment_id=assessment_id,
                created_at=now,
                content=self._prefilled(assessment_id),
            )
            rows.add_plan(self._database, plan)
            self._record(Action.START_PLAN, plan)
        return plan

    def save(self, plan: RehabilitationPlan, content: PlanContent) -> RehabilitationPlan:
        """The plan as it is being written. Raises PermissionDenied `plan.ended`, and as `save_plan`."""
        self._presence.require_staff()
        if content == plan.content:
            return plan
        return self._save(plan.written(content), Action.WRITE_PLAN)

    def discard(self, plan: RehabilitationPlan) -> None:
        """Take a plan away that was opened by mistake. Raises PermissionDenied `plan.begun` once it has begun."""
        self._presence.require_staff()
        if plan.status is not PlanStatus.DRAFT:
            raise PermissionDenied("plan.begun")
        with self._database.atomic():
            rows.discard_plan(self._database, plan)
            self._record(Action.DISCARD_PLAN, plan)

    # Beginning and ending -----------------------------------------------------------------------------------------

    def begin(self, plan: RehabilitationPlan, on: date) -> RehabilitationPlan:
        """The plan begins, and so its case is one with a plan; or the day that was noted is put right.

        The day may be one to come: it is what was agreed with the citizen. The row of the trace says `corrected` for a
        day that was put right. Raises InputError `plan.nothing_agreed` at "goals" for a plan that says nothing.
        """
        self._presence.require_staff()
        if not (plan.content.goals or plan.content.offers):
            raise InputError("plan.nothing_agreed", at="goals")
        with self._database.atomic():
            saved = rows.save_plan(self._database, plan.begun(on), self._clock())
            referral = self._open_case(plan)
            if referral is not None and referral.plan_begun_on != on:
                referrals.save_referral(self._database, self._reached(referral).plan_begun(on))
            self._record(Action.BEGIN_PLAN, saved, "" if plan.begun_on in (None, on) else "corrected")
        return saved

    def end(
        self, plan: RehabilitationPlan, on: date, closing_reason: ClosingReason, note: str = ""
    ) -> RehabilitationPlan:
        """The plan ends, and its case with it, for good.

        Raises InputError `plan.end_before_begin` at "ended_on" and `plan.end_to_come` for a day that has not come yet,
        PermissionDenied `plan.not_begun`, `plan.ended`.
        """
        self._presence.require_staff()
        now = self._clock()
        if plan.begun_on is not None and on < plan.begun_on:
            raise InputError("plan.end_before_begin", at="ended_on")
        if on > now.date():
            raise InputError("plan.end_to_come", at="ended_on")
        with self._database.atomic():
            saved = rows.save_plan(self._database, plan.ended(on), now)
            referral = self._open_case(plan)
            if referral is not None:
                referrals.save_referral(self._database, referral.closed(now, closing_reason, note))
            self._record(Action.END_PLAN, saved, closing_reason.value)
        return saved

    # The general practice -----------------------------------------------------------------------------------------

    def tell_gp(self, plan: RehabilitationPlan, moment: GpMoment, on: date | None) -> RehabilitationPlan:
        """Note that the general practice was told of start or end; None takes the note back.

        Raises InputError `plan.told_to_come` at "told_on" for a day that has not come yet.
        """
        self._presence.require_staff()
        if on is not None and on > self._clock().date():
            raise InputError("plan.told_to_come", at="told_on")
        return self._save(plan.gp_told(moment, on), Action.TELL_GP, f"{moment.value}{'' if on else ' taken_back'}")

    def decline_gp(self, plan: RehabilitationPlan, is_declined: bool) -> RehabilitationPlan:
        """Note that the citizen does not want the general practice to be told, or does after all."""
        self._presence.require_staff()
        return self._save(plan.gp_not_wanted(is_declined), Action.TELL_GP, "declined" if is_declined else "wanted")

    # --------------------------------------------------------------------------------------------------------------

    def _newest_signed(self, patient_id: PatientId) -> AssessmentId | None:
        summaries = summaries_of_patient(self._database, patient_id)
        return next((summary.id for summary in summaries if summary.status in SIGNED_OR_LATER), None)

    def _prefilled(self, assessment_id: AssessmentId | None) -> PlanContent:
        """Who writes it is who the citizen calls, until somebody says otherwise; the rest is for the talk."""
        here = self._presence.practitioner
        retraining = None
        if assessment_id is not None:
            care_plan = load_assessment(self._database, assessment_id).care_plan
            retraining = None if care_plan is None else care_plan.retraining_plan
        responsible = ", ".join(filter(None, (here.name, here.title)))
        return PlanContent(responsible=responsible, responsible_phone=here.phone, retraining_plan=retraining)

    def _open_case(self, plan: RehabilitationPlan) -> Referral | None:
        """The plan's case, or the one that has come since; None for a case that was closed before the plan ended."""
        if plan.referral_id is not None:
            case = referrals.load_referral(self._database, plan.referral_id)
            return None if case.is_closed else case
        return referrals.open_referral_of(self._database, plan.patient_id)

    def _reached(self, referral: Referral) -> Referral:
        """Whoever agrees on a plan with the citizen has reached them, whether a call was noted or not."""
        if referral.status is not ReferralStatus.RECEIVED:
            return referral
        by = self._presence.practitioner.signature()
        return referral.with_attempt(ContactAttempt(at=self._clock(), by=by, outcome=ContactOutcome.REACHED))

    def _save(self, plan: RehabilitationPlan, action: Action, detail: str = "") -> RehabilitationPlan:
        with self._database.atomic():
            saved = rows.save_plan(self._database, plan, self._clock())
            self._record(action, saved, detail)
        return saved

    def _record(self, action: Action, plan: RehabilitationPlan, detail: str = "") -> None:
        """Looking does not touch the assessment (`touched_at`); everything else keeps its record from growing old."""
        assessment_id = None if action is Action.READ_PLAN else plan.assessment_id
        self._presence.record(
            action, self._clock(), patient_id=plan.patient_id, assessment_id=assessment_id, detail=detail
        )
