"""What can be gone to, as data: ids only, so that a step may outlive the session and be taken again after a lock."""

from dataclasses import dataclass

from needsform.models.identity import AssessmentId, PatientId, PlanId, PractitionerId, ReceivedId, ReferralId
from needsform.models.indicator import Indicator
from needsform.models.indicator_counts import IndicatorQuery


@dataclass(frozen=True, slots=True)
class ShowWorklist:
    """What is unfinished."""


@dataclass(frozen=True, slots=True)
class FindPatient:
    """The search, with what was typed already; those words are forgotten by the lock."""

    query: str = ""


@dataclass(frozen=True, slots=True)
class ShowPatient:
    """A citizen's card."""

    patient_id: PatientId


@dataclass(frozen=True, slots=True)
class ShowRecord:
    """A citizen's whole record: handed out, kept until further notice, or erased."""

    patient_id: PatientId


@dataclass(frozen=True, slots=True)
class ShowRetention:
    """How long records are kept, and who would go now."""


@dataclass(frozen=True, slots=True)
class StartAssessment:
    """A new assessment, of a citizen who is known or still to be found."""

    patient_id: PatientId | None = None


@dataclass(frozen=True, slots=True)
class HandToCitizen:
    """The citizen fills in the front page themselves; afterwards comes the talk."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class KeyIn:
    """The front page from paper, on one page."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class WriteBack:
    """The talk and the back page."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class ShowSheet:
    """The signed sheet: print, save, hand over."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class ShowInbox:
    """Citizens whom somebody has told us of, by when they are to be contacted."""


@dataclass(frozen=True, slots=True)
class ShowReferral:
    """One case at a receiver."""

    referral_id: ReferralId


@dataclass(frozen=True, slots=True)
class RegisterReferral:
    """A referral that is typed."""


@dataclass(frozen=True, slots=True)
class ShowHandover:
    """What leaves of a signed assessment, and to whom."""

    assessment_id: AssessmentId


@dataclass(frozen=True, slots=True)
class ShowPlan:
    """A citizen's plan for rehabilitation: that one, or without an id the open one, which is new if there is none."""

    patient_id: PatientId
    plan_id: PlanId | None = None


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Files that arrived are read and taken in."""


@dataclass(frozen=True, slots=True)
class ShowReceived:
    """A sheet of another place, as it came."""

    received_id: ReceivedId


@dataclass(frozen=True, slots=True)
class ShowComparison:
    """The two latest assessments of a citizen on paper."""

    patient_id: PatientId


@dataclass(frozen=True, slots=True)
class ShowConsultation:
    """A citizen's assessments beside each other: what is new, still there, gone."""

    patient_id: PatientId


@dataclass(frozen=True, slots=True)
class ShowSettings:
    """How this workstation looks and which language it speaks."""


@dataclass(frozen=True, slots=True)
class ShowSiteSettings:
    """The site's own words, and its own form."""


@dataclass(frozen=True, slots=True)
class ShowTrace:
    """Who did what, for administrators."""


@dataclass(frozen=True, slots=True)
class ShowBackups:
    """The backups, for administrators."""


@dataclass(frozen=True, slots=True)
class ShowAdministration:
    """What an administrator looks after."""


@dataclass(frozen=True, slots=True)
class ShowReceivers:
    """Whom to tell in each municipality."""


@dataclass(frozen=True, slots=True)
class ShowDirectory:
    """Offers and contacts."""


@dataclass(frozen=True, slots=True)
class ExportPeriod:
    """All that was signed in a period, into a folder."""


@dataclass(frozen=True, slots=True)
class ShowIndicators:
    """The figures of a period; without one, of the year up to today."""

    query: IndicatorQuery | None = None


@dataclass(frozen=True, slots=True)
class ShowIndicatorRows:
    """What stands behind a figure."""

    indicator: Indicator
    query: IndicatorQuery


@dataclass(frozen=True, slots=True)
class ShowStaff:
    """The list of colleagues."""


@dataclass(frozen=True, slots=True)
class ShowColleague:
    """One colleague; somebody new without an id."""

    practitioner_id: PractitionerId | None


@dataclass(frozen=True, slots=True)
class ShowKeys:
    """The recovery key and the key of the store."""


@dataclass(frozen=True, slots=True)
class ShowKnownSites:
    """Whose signatures count."""


@dataclass(frozen=True, slots=True)
class ChangePassword:
    """Another password for oneself; required of whoever came in with one that a colleague chose."""

    is_required: bool = False


Step = (
    ShowWorklist
    | FindPatient
    | ShowPatient
    | ShowRecord
    | ShowRetention
    | StartAssessment
    | HandToCitizen
    | KeyIn
    | WriteBack
    | ShowSheet
    | ShowInbox
    | ShowReferral
    | RegisterReferral
    | TakeIn
    | ShowReceived
    | ShowHandover
    | ShowPlan
    | ShowComparison
    | ShowConsultation
    | ShowSettings
    | ShowSiteSettings
    | ShowTrace
    | ShowBackups
    | ShowAdministration
    | ShowReceivers
    | ShowDirectory
    | ExportPeriod
    | ShowIndicators
    | ShowIndicatorRows
    | ShowStaff
    | ShowColleague
    | ShowKeys
    | ShowKnownSites
    | ChangePassword
)
