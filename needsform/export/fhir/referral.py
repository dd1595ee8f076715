"""The request to the municipality in a Bundle: a ServiceRequest, where there is a need and the citizen agreed.

It repeats for other programs what the back page says: the conclusion, the consent and the areas that are taken
further. This program reads those; of the request it only holds that it is there when it must be, and of whom it speaks.
"""

from collections.abc import Iterator

from needsform.export.fhir.codes import some, words_only
from needsform.export.fhir.entries import Entries, Urns, refuse
from needsform.export.fhir.plan_resources import ServiceRequest
from needsform.export.fhir.resources import Resource
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.sheet import SheetContent


def referral(content: SheetContent, urns: Urns) -> Iterator[tuple[str, Resource]]:
    """The request, if there is anything to ask for. What can be offered is for the authority to decide."""
    plan = content.assessment.care_plan
    if plan is None or not _is_asked(plan):
        return
    needs = [f"need-{number}" for number, need in enumerate(plan.needs, start=1) if need.take_further]
    yield (
        "referral",
        ServiceRequest(
            status="draft" if content.assessment.signed_at is None else "active",
            code=words_only(content.words.text("bundle.referral")),
            subject=urns.to("patient"),
            authored_on=content.assessment.held_on,
            requester=urns.to("professional"),
            performer=(urns.to("municipality"),) if content.patient.municipality_code else None,
            reason_reference=some(urns.to(need) for need in needs),
            supporting_info=(urns.to("response"), urns.to("care-plan")),
        ),
    )


def read_referral(plan: CarePlan | None, entries: Entries) -> None:
    """Refuse a request that does not follow from the back page, and a back page whose request is missing."""
    request = entries.take("referral", ServiceRequest)
    if (request is not None) != (plan is not None and _is_asked(plan)):
        refuse("ServiceRequest")
    if request is not None:
        entries.points(request.subject, "patient", "ServiceRequest.subject")
        entries.points(request.requester, "professional", "ServiceRequest.requester")
        for performer in request.performer or ():
            entries.points(performer, "municipality", "ServiceRequest.performer")


def _is_asked(plan: CarePlan) -> bool:
    return plan.conclusion is Conclusion.NEED and plan.consent_municipality is True
