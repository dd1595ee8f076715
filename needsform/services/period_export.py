"""Everything that was signed in a period, written into one new folder by a worker, each with its row in the trace.

Nothing names anybody but the sheets themselves: files are called by the day of the talk and the assessment's own
random id, so that the same assessment is called the same the next time.
"""

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from needsform.models.assessment import SIGNED_OR_LATER, Assessment
from needsform.models.audit import Action, Actor, AuditEvent
from needsform.models.errors import InputError, Message, NeedsformError, PermissionDenied, Stopped, WorldError
from needsform.models.identity import AssessmentId, PractitionerId
from needsform.models.period_export import ExportKind, ExportOutcome
from needsform.models.questionnaire import Questionnaire
from needsform.models.sheet import CopyName, SheetContent, Signer
from needsform.models.site import Site
from needsform.services import reference_data
from needsform.services.assessment_ledger import AssessmentLedger
from needsform.services.clock import Clock
from needsform.services.documents import bundle_json, render_sheet
from needsform.services.site_keys import SiteKeys
from needsform.storage import audit
from needsform.storage.assessments import load_assessment, signed_between
from needsform.storage.backups import GoOn
from needsform.storage.database import Database
from needsform.storage.files import private_directory
from needsform.storage.outgoing_files import made_ready_outside
from needsform.storage.patients import load_patient

_ID_LENGTH = 8
"""Characters of the id in a file's name: two talks of one day are told apart."""
_SUFFIX = {ExportKind.SHEETS: "pdf", ExportKind.BUNDLES: "fhir.json"}
Forms = Mapping[tuple[str, str], Questionnaire]
"""By url and version."""


@dataclass(frozen=True, slots=True)
class PeriodExport:
    """The work, for a worker. Holds all that it needs, and no connection."""

    open_store: Callable[[], Database] = field(repr=False)
    kind: ExportKind
    assessment_ids: tuple[AssessmentId, ...]
    folder: Path
    practitioner_id: PractitionerId
    site: Site
    signer: Signer = field(repr=False)
    forms: Forms = field(repr=False)
    clock: Clock

    def run(self, go_on: GoOn) -> ExportOutcome:
        """Write one after the other; `go_on` hears the percent, and ends the work by raising Stopped.

        One that cannot be written does not keep back the others. Raises WorldError where not even a folder can be made.
        """
        folder = private_directory(_free_folder(self.folder, self.clock()))
        written, failures, is_stopped = 0, list[tuple[str, Message]](), False
        with contextlib.closing(self.open_store()) as database:
            for number, assessment_id in enumerate(self.assessment_ids):
                try:
                    go_on(100 * number // len(self.assessment_ids))
                    name, error = self._write(database, assessment_id, folder)
                except Stopped:
                    is_stopped = True
                    break
                if error is None:
                    written += 1
                else:
                    failures.append((name, error))
        return ExportOutcome(folder.name, written, len(self.assessment_ids), tuple(failures), is_stopped)

    def _write(self, database: Database, assessment_id: AssessmentId, folder: Path) -> tuple[str, Message | None]:
        """The name of the file, and why it is not there if it is not."""
        name = f"{assessment_id[:_ID_LENGTH]}.{_SUFFIX[self.kind]}"
        try:
            assessment = load_assessment(database, assessment_id)
            if assessment.status not in SIGNED_OR_LATER:  # opened again since the work began: nobody answers for it now
                raise PermissionDenied("delivery.not_signed")
            name = f"behovsvurdering-{assessment.held_on.isoformat()}-{name}"
            content = self._content(database, assessment)
            data = render_sheet(content) if self.kind is ExportKind.SHEETS else bundle_json(content)
            with made_ready_outside(database, folder / name, data) as put_in_place:
                self._record(database, Action.EXPORT, assessment, f"copy=citizen revision={assessment.revision}")
                put_in_place()  # a row without its file is better than a file without its row
        except NeedsformError as error:
            if isinstance(error, WorldError):
                self._record_failure(database, assessment_id, error)
            return name, error.message
        return name, None

    def _content(self, database: Database, assessment: Assessment) -> SheetContent:
        response, now = assessment.response, self.clock()
        form = self.forms[response.questionnaire_url, response.questionnaire_version]
        is_spoken = assessment.language in form.languages and assessment.language in reference_data.LANGUAGES
        patient = load_patient(database, assessment.patient_id)
        return SheetContent(
            site=self.site,
            patient=patient,
            municipality=reference_data.municipalities().find(patient.municipality_code, now.date()),
            assessment=assessment,
            questionnaire=form,
            words=reference_data.words(assessment.language if is_spoken else form.languages[0]),
            copy_name=CopyName.CITIZEN,
            printed_at=now,
            signer=self.signer,
        )

    def _record(self, database: Database, action: Action, assessment: Assessment, detail: str) -> None:
        event = AuditEvent(
            action=action,
            actor=Actor.STAFF,
            practitioner_id=self.practitioner_id,
            patient_id=assessment.patient_id,
            assessment_id=assessment.id,
            detail=detail,
        )
        with database.atomic():
            audit.record(database, event, self.clock())

    def _record_failure(self, database: Database, assessment_id: AssessmentId, error: WorldError) -> None:
        """Unless the store itself can neither tell nor take a row."""
        with contextlib.suppress(WorldError):
            assessment = load_assessment(database, assessment_id)
            self._record(database, Action.EXPORT_FAILED, assessment, f"reason={error.message.message_id}")


class PeriodExports:
    """For administrators: what leaves here is many citizens at once."""

    def __init__(self, ledger: AssessmentLedger, site_keys: SiteKeys, reader: Callable[[], Database]) -> None:
        """`reader` opens the store once more, for a worker."""
        self._ledger, self._site_keys, self._reader = ledger, site_keys, reader

    def export(
        self, kind: ExportKind, since: date | None, until: date | None, folder: Path, site: Site
    ) -> PeriodExport:
        """What was signed from the one day to the other, both included; None is open.

        Raises InputError `export.days_turned` at "until", `export.nothing` at "since" where nothing was signed then.
        """
        self._ledger.presence.require_administrator(Action.EXPORT)
        if since and until and until < since:
            raise InputError("export.days_turned", at="until")
        found = signed_between(self._ledger.database, since or date.min, until or date.max)
        if not found:
            raise InputError("export.nothing", at="since")
        forms = {form: self._ledger.questionnaires.get(*form) for form in {row.form for row in found}}
        return PeriodExport(
            open_store=self._reader,
            kind=kind,
            assessment_ids=tuple(row.id for row in found),
            folder=folder,
            practitioner_id=self._ledger.presence.practitioner.id,
            site=site,
            signer=self._site_keys.signer(),
            forms=forms,
            clock=self._ledger.now,
        )


def _free_folder(folder: Path, now: datetime) -> Path:
    wanted = f"behovsvurderinger {now:%Y-%m-%d %H%M}"
    path, number = folder / wanted, 1
    while path.exists():
        number += 1
        path = folder / f"{wanted} ({number})"
    return path
