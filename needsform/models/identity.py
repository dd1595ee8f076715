"""The kinds of id that travel between rooms, so that one cannot be passed for another."""

from typing import NewType

AssessmentId = NewType("AssessmentId", str)
PatientId = NewType("PatientId", str)
PractitionerId = NewType("PractitionerId", str)
ReceiverId = NewType("ReceiverId", str)
"""An entry of the list of whom to tell, by municipality."""
ContactId = NewType("ContactId", str)
"""An entry of the directory of offers and contacts."""
ReferralId = NewType("ReferralId", str)
"""A citizen's case at a receiver."""
PlanId = NewType("PlanId", str)
"""A plan for rehabilitation."""
CallId = NewType("CallId", str)
"""A call some weeks after treatment."""
ReceivedId = NewType("ReceivedId", str)
"""A sheet that was taken in, as it came."""

LinkId = NewType("LinkId", str)
"""The name of an item in a Questionnaire (FHIR `item.linkId`)."""
