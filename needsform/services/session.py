"""One person at work on one open store: everything that the screens may ask for, in one place to be closed."""

import contextlib
from datetime import datetime
from functools import partial

from needsform.models.audit import Action, Actor
from needsform.models.errors import Message, WorldError
from needsform.models.identity import AssessmentId
from needsform.models.practitioner import Practitioner
from needsform.models.site import Site
from needsform.services.action_notes import ActionNotes
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.services.assessments import Assessments
from needsform.services.back_pages import BackPages
from needsform.services.backups import Backups
from needsform.services.call_ledger import CallLedger
from needsform.services.clock import Clock, Entropy
from needsform.services.comparison_papers import ComparisonPapers
from needsform.services.deliveries import Deliveries
from needsform.services.directory import Directory
from needsform.services.documents import Documents
from needsform.services.follow_up_calls import FollowUpCalls
from needsform.services.former_courses import FormerCourses
from needsform.services.front_pages import FrontPages
from needsform.services.indicators import Indicators
from needsform.services.intake import Intake
from needsform.services.key_ring import KeyRing
from needsform.services.letters import Letters
from needsform.services.patients import Patients
from needsform.services.period_export import PeriodExports
from needsform.services.plan_papers import PlanPapers
from needsform.services.planned_assessments import PlannedAssessments
from needsform.services.plans import Plans
from needsform.services.presence import Presence
from needsform.services.questionnaires import Questionnaires
from needsform.services.received_papers import ReceivedPapers
from needsform.services.receivers import Receivers
from needsform.services.records import Records
from needsform.services.referral_ledger import ReferralLedger
from needsform.services.referrals import Referrals
from needsform.services.retention import Retention
from needsform.services.seal import Seal
from needsform.services.site_keys import SiteKeys
from needsform.services.staff import Staff
from needsform.services.timelines import Timelines
from needsform.services.trace import Trace
from needsform.services.trace_keeping import TraceKeeping
from needsform.services.unlocked import Unlocked
from needsform.storage import sites
from needsform.storage.assessments import load_assessment
from needsform.storage.database import Database, open_database
from needsform.storage.practitioners import practitioner_by_login


class Session:
    """Who is here, and the services they reach. Ends with `close`; nothing works after that."""

    def __init__(
        self,
        database: Database,
        practitioner: Practitioner,
        unlocked: Unlocked,
        keys: KeyRing,
        keeping: TraceKeeping,
        clock: Clock,
        entropy: Entropy,
    ) -> None:
        self._database, self._unlocked, self._clock = database, unlocked, clock
        self._presence = Presence(database, practitioner, clock)
        self._seal_of = partial(Seal, unlocked.key, entropy=entropy)
        self.site = sites.load_site(database)
        self._ledger = AssessmentLedger(database, self._presence, self._forms(), clock)
        self.patients = Patients(database, self._presence, clock, entropy)
        calls = CallLedger(database, self._presence, clock, entropy)
        self.assessments = Assessments(self._ledger, calls, entropy)
        self.directory = Directory(database, self._presence, clock, entropy)
        self.front_pages = FrontPages(self._ledger)
        self.back_pages = BackPages(self._ledger, self.directory, calls)
        self.timelines = Timelines(self._ledger)
        self.action_notes = ActionNotes(database, self._presence, clock)
        self.planned_assessments = PlannedAssessments(database, self._presence, clock)
        self.deliveries = Deliveries(self._ledger)
        self.receivers = Receivers(database, self._presence, clock, entropy)
        self.site_keys = SiteKeys(database, self._presence, clock, entropy)
        self.documents = Documents(
            database, self._presence, self.assessments, self.directory, self.site, clock, self.site_keys
        )
        self.letters = Letters(database, self._presence, self.deliveries, clock, entropy)
        self.records = Records(database, self._presence, self.assessments, self.documents, clock)
        cases = ReferralLedger(database, self._presence, clock, entropy, lambda: self.site.working_days)
        self.referrals = Referrals(cases)
        self.former_courses = FormerCourses(database, self._presence, clock)
        self.intake = Intake(self._ledger, cases, calls, self.site_keys, entropy)
        self.plans = Plans(database, self._presence, clock, entropy)
        self.follow_up_calls = FollowUpCalls(database, self._presence, clock, entropy)
        self.received_papers = ReceivedPapers(database, self._presence, clock)
        self.comparison_papers = ComparisonPapers(database, self._presence, self.documents, clock)
        self.plan_papers = PlanPapers(database, self._presence, self.documents, clock)
        self.period_exports = PeriodExports(self._ledger, self.site_keys, self._reader)
        self.indicators = Indicators(database, self._presence, lambda: self.site, self.site_keys, clock, self._reader)
        self._keeping = keeping
        self.trace = Trace(database, self._presence, keeping, clock, entropy, self._reader)
        self.backups = Backups(database, self._presence, unlocked, clock)
        self.retention = Retention(database, self._presence, unlocked, clock, self._reader)
        self.staff = Staff(database, self._presence, keys, unlocked, clock, entropy)

    @property
    def questionnaires(self) -> Questionnaires:
        """The forms that can be filled in here."""
        return self._ledger.questionnaires

    @property
    def practitioner(self) -> Practitioner:
        """The member of staff who unlocked."""
        return self._presence.practitioner

    @property
    def seal(self) -> Seal:
        """For what they have typed and not kept yet, while the screen is locked."""
        return self._seal_of(self.practitioner.login)

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self._presence.is_with_citizen

    def now(self) -> datetime:
        """The time by the clock that all services go by."""
        return self._clock()

    def take_findings(self) -> tuple[Message, ...]:
        """What staff has not been told yet: the trace does not hold, or the clock jumped. Each is given once.

        While the citizen has the screen it waits.
        """
        if self.is_with_citizen:
            return ()
        found = [*self._keeping.findings, *self._presence.findings]
        self._keeping.findings.clear()
        self._presence.findings.clear()
        return tuple(message for number, message in enumerate(found) if message not in found[:number])

    def hand_to_citizen(self, assessment_id: AssessmentId) -> None:
        """From here on one front page is all that can be reached, until `take_back`.

        Raises WorldError `assessment.unknown`, PermissionDenied `assessment.front_locked`: then staff keeps the screen.
        """
        self._presence.require_staff()
        with self._database.atomic():
            assessment = load_assessment(self._database, assessment_id)
            assessment.require_front_open()
            self._presence.record(
                Action.HAND_TO_CITIZEN, self._clock(), patient_id=assessment.patient_id, assessment_id=assessment_id
            )
        self._presence.handed_over = assessment_id
        self._keeping.drop_anchor()

    def take_back(self, unlocked: Unlocked) -> None:
        """Staff has the screen again, with the proof of who took it: `Access.unlock` gives it.

        A colleague of who handed it over is at work from here on, as themselves. Raises PermissionDenied
        `presence.another_login` for a proof of nobody who works here.
        """
        assessment_id = self._presence.handed_over
        if assessment_id is None:
            return
        practitioner = practitioner_by_login(self._database, unlocked.login)
        if practitioner is None or not unlocked.opens_the_same(self._unlocked):
            self._presence.refuse("presence.another_login", Action.TAKE_BACK)
        handed_over_by, self._presence.practitioner = self._presence.practitioner, practitioner
        try:
            self._record_taking_back(assessment_id)
        except BaseException:
            self._presence.practitioner = handed_over_by
            raise
        self._presence.handed_over = None
        self._keeping.drop_anchor()

    def _record_taking_back(self, assessment_id: AssessmentId) -> None:
        with self._database.atomic():
            self._presence.record(
                Action.TAKE_BACK,
                self._clock(),
                actor=Actor.STAFF,
                patient_id=load_assessment(self._database, assessment_id).patient_id,
                assessment_id=assessment_id,
            )

    def change_site(self, site: Site) -> None:
        """Keep the site's words and defaults. Administrators only."""
        self._presence.require_administrator(Action.CHANGE_SITE)
        with self._database.atomic():
            sites.save_site(self._database, site)
            self._presence.record(Action.CHANGE_SITE, self._clock())
        self.site = self.documents.site = site

    def add_questionnaire(self, source: bytes, file: str) -> None:
        """Take in the site's own form. Raises QuestionnaireFaults, WorldError `questionnaire.version_taken`."""
        self._presence.require_administrator(Action.ADD_QUESTIONNAIRE)
        form = self.questionnaires.check(source, file)
        now = self._clock()
        with self._database.atomic():
            sites.add_questionnaire(self._database, form.url, form.version, source, now)
            self._presence.record(Action.ADD_QUESTIONNAIRE, now, detail=f"version={form.version}")
        self._ledger.questionnaires = self._forms()

    def close(self) -> None:
        """Let go of the store; leaves the row that the screen was locked.

        A screen must lock even when the disk takes no more rows, so nothing is raised.
        """
        try:
            with contextlib.suppress(WorldError), self._database.atomic():
                self._presence.record(Action.LOCK, self._clock())
            self._keeping.drop_anchor()
        finally:
            self._database.close()

    def _reader(self) -> Database:
        """The store once more, for whoever reads on a worker."""
        return open_database(self._database.path, self._unlocked.key)

    def _forms(self) -> Questionnaires:
        return Questionnaires(lambda: sites.questionnaire_sources(self._database))
