"""One person at work on one open store: everything that the screens may ask for, in one place to be closed."""

import contextlib
from datetime import datetime

from needsform.models.audit import Action, Actor
from needsform.models.errors import PermissionDenied, WorldError
from needsform.models.identity import AssessmentId
from needsform.models.practitioner import Practitioner
from needsform.models.site import Site
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.services.assessments import Assessments
from needsform.services.back_pages import BackPages
from needsform.services.clock import Clock, Entropy
from needsform.services.documents import Documents
from needsform.services.front_pages import FrontPages
from needsform.services.patients import Patients
from needsform.services.presence import Presence
from needsform.services.questionnaires import Questionnaires
from needsform.services.unlocked import Unlocked
from needsform.storage import sites
from needsform.storage.assessments import load_assessment
from needsform.storage.database import Database


class Session:
    """Who is here, and the services they reach. Ends with `close`; nothing works after that."""

    def __init__(
        self, database: Database, practitioner: Practitioner, unlocked: Unlocked, clock: Clock, entropy: Entropy
    ) -> None:
        self._database, self._unlocked, self._clock = database, unlocked, clock
        self._presence = Presence(database, practitioner)
        self.site = sites.load_site(database)
        self._ledger = AssessmentLedger(database, self._presence, self._forms(), clock)
        self.patients = Patients(database, self._presence, clock, entropy)
        self.assessments = Assessments(self._ledger, entropy)
        self.front_pages, self.back_pages = FrontPages(self._ledger), BackPages(self._ledger)
        self.documents = Documents(database, self._presence, self.assessments, self.site, clock)

    @property
    def questionnaires(self) -> Questionnaires:
        """The forms that can be filled in here."""
        return self._ledger.questionnaires

    @property
    def practitioner(self) -> Practitioner:
        """The member of staff who unlocked."""
        return self._presence.practitioner

    @property
    def is_with_citizen(self) -> bool:
        """Whether the citizen has the screen."""
        return self._presence.is_with_citizen

    def now(self) -> datetime:
        """The time by the clock that all services go by."""
        return self._clock()

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

    def take_back(self, unlocked: Unlocked) -> None:
        """Staff has the screen again, with the proof that it is who handed it over: `Access.unlock` gives it.

        Raises PermissionDenied `presence.another_login`: whoever else is here must unlock for themselves.
        """
        if not unlocked.opens_the_same(self._unlocked):
            raise PermissionDenied("presence.another_login")
        assessment_id = self._presence.handed_over
        if assessment_id is None:
            return
        with self._database.atomic():
            self._presence.record(
                Action.TAKE_BACK,
                self._clock(),
                actor=Actor.STAFF,
                patient_id=load_assessment(self._database, assessment_id).patient_id,
                assessment_id=assessment_id,
            )
        self._presence.handed_over = None

    def change_site(self, site: Site) -> None:
        """Keep the site's words and defaults. Administrators only."""
        self._presence.require_administrator()
        with self._database.atomic():
            sites.save_site(self._database, site)
            self._presence.record(Action.CHANGE_SITE, self._clock())
        self.site = self.documents.site = site

    def add_questionnaire(self, source: bytes, file: str) -> None:
        """Take in the site's own form. Raises QuestionnaireFaults, WorldError `questionnaire.version_taken`."""
        self._presence.require_administrator()
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
        finally:
            self._database.close()

    def _forms(self) -> Questionnaires:
        return Questionnaires(lambda: sites.questionnaire_sources(self._database))
