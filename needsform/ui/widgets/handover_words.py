"""What the page of what leaves says in words: of the whole, and of each receiver."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QObject

from needsform.models.assessment import Assessment
from needsform.models.care_plan import CarePlan, Conclusion
from needsform.models.delivery import Channel, Consent, Delivery, DeliveryState, Handover, Recipient, Standing
from needsform.models.municipality import Municipality
from needsform.models.patient import Patient
from needsform.models.receiver import Receiver
from needsform.models.words import Words
from needsform.ui.widgets.delivery_row import DONE_MARK, MISSING_MARK, NOT_WANTED_MARK, DeliveryFace

_MARKS = {
    DeliveryState.MISSING: MISSING_MARK,
    DeliveryState.DONE: DONE_MARK,
    DeliveryState.NOT_WANTED: NOT_WANTED_MARK,
}


class HandoverWords(QObject):
    """Puts the state of things into sentences; decides nothing."""

    def __init__(
        self,
        patient: Patient,
        municipality: Municipality | None,
        today: date,
        words: Words,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._patient, self._municipality = patient, municipality
        self._today, self._words = today, words

    # Of the whole -------------------------------------------------------------------------------------------------

    def facts(self, assessment: Assessment) -> str:
        """Whose assessment it is, and which."""
        revision = self.tr("revision {number}").format(number=assessment.revision)
        patient = self._patient
        return " · ".join((patient.name, patient.identifier.shown, self._words.of(assessment.occasion), revision))

    def status(self, handover: Handover) -> str:
        """Who is missing, or that nobody is."""
        if handover.is_complete:
            return self.tr("Nothing is missing. Everything is handed over.")
        missing = ", ".join(self._words.of(recipient) for recipient in handover.missing)
        return self.tr("Missing: {recipients}").format(recipients=missing)

    # Of each receiver ---------------------------------------------------------------------------------------------

    def acts(self, recipient: Recipient) -> dict[str, str]:
        """What the buttons of a row say, by their names, the usual act first."""
        texts = {
            Recipient.CITIZEN: {
                "done": self.tr("Given to the citizen"),
                "sheet": self.tr("Print or save …"),
                "sent": self.tr("In another way …"),
            },
            Recipient.MUNICIPALITY: {
                "mail": self.tr("Mail draft …"),
                "text": self.tr("Text …"),
                "sent": self.tr("Has been sent …"),
            },
            Recipient.GENERAL_PRACTICE: {"text": self.tr("Text and letter …"), "sent": self.tr("Has been sent …")},
            Recipient.RECORD: {"text": self.tr("Text for the EPR …"), "done": self.tr("Is noted")},
        }[recipient]
        return texts | {"not_wanted": self.tr("Not wanted …"), "take_back": self.tr("That was a mistake")}

    def sent_title(self, recipient: Recipient) -> str:
        """What the panel is called that asks how something left."""
        if recipient is Recipient.CITIZEN:
            return self.tr("The citizen has got the sheet")
        return self.tr("It has been sent")

    def face(
        self, standing: Standing, assessment: Assessment, receiver: Receiver | None, *, is_next: bool
    ) -> DeliveryFace:
        """What stands in a receiver's row."""
        return DeliveryFace(
            mark=_MARKS[standing.state],
            headline=self._headline(standing, assessment),
            details="\n".join(filter(None, self._details(standing, assessment, receiver))),
            acts=_offered(standing, is_next=standing.state is DeliveryState.MISSING),
            is_next=is_next,
        )

    def _headline(self, standing: Standing, assessment: Assessment) -> str:
        words, delivery = self._words, standing.delivery
        if standing.state is DeliveryState.NOT_WANTED:
            reason = "" if standing.reason is None else words.of(standing.reason)
            return " · ".join(filter(None, (words.of(standing.state), reason)))
        if standing.state is DeliveryState.DONE and delivery is not None and delivery.channel is not None:
            return self._done(delivery, delivery.channel)
        if standing.consent is Consent.NOT_NEEDED:
            return words.of(standing.state)
        consent = words.of(standing.consent)
        if standing.consent is Consent.GIVEN:
            consent = f"{consent} {words.date(assessment.held_on)}"
        return f"{words.of(standing.state)} · {consent}"

    def _done(self, delivery: Delivery, channel: Channel) -> str:
        what, when = self._words.of(channel), self._when(delivery.at)
        if not delivery.by.name:
            return f"{what} {when}"
        return self.tr("{what} {when} by {who}").format(what=what, when=when, who=delivery.by.name)

    def _when(self, moment: datetime) -> str:
        time, day = self._words.time(moment), moment.date()
        if day == self._today:
            return self.tr("today {time}").format(time=time)
        if day == self._today - timedelta(days=1):
            return self.tr("yesterday {time}").format(time=time)
        return f"{self._words.date(day)} {time}"

    def _details(self, standing: Standing, assessment: Assessment, receiver: Receiver | None) -> tuple[str, ...]:
        delivery = standing.delivery
        if delivery is not None:
            who = "" if standing.state is DeliveryState.DONE else self._noted(delivery)
            return (delivery.receiver, delivery.note, who)
        if standing.state is DeliveryState.NOT_WANTED:
            return (self._earlier(standing),)
        if standing.consent is Consent.NOT_ASKED:
            return (self._earlier(standing), self.tr("Ask the citizen, and reopen the sheet to note the answer."))
        return (
            self._earlier(standing),
            {
                Recipient.CITIZEN: self.tr("Two sides, to be taken along to the municipality and the GP."),
                Recipient.MUNICIPALITY: self._municipality_words(receiver),
                Recipient.GENERAL_PRACTICE: self._practice_words(),
                Recipient.RECORD: self._conclusion_words(assessment.care_plan or CarePlan()),
            }[standing.recipient],
        )

    def _noted(self, delivery: Delivery) -> str:
        when = self._when(delivery.at)
        return self.tr("Noted {when} by {who}").format(when=when, who=delivery.by.name) if delivery.by.name else when

    def _earlier(self, standing: Standing) -> str:
        before = standing.earlier
        if before is None:
            return ""
        return self.tr("Revision {number} was handed over {date}. This newer one has not left.").format(
            number=before.revision, date=self._words.date(before.at.date())
        )

    def _municipality_words(self, receiver: Receiver | None) -> str:
        sentences = []
        if receiver is not None:
            sentences.append(" · ".join(filter(None, (receiver.name, receiver.phone, receiver.mail))))
        else:
            place = self._patient.municipality_code if self._municipality is None else self._municipality.full_name
            sentences.append(
                self.tr(
                    "No receiver for {municipality} is in the list."
                    " An administrator can enter one at Administration, Receivers."
                ).format(municipality=place)
            )
        if not self._patient.phone:
            sentences.append(self.tr("The citizen has no telephone number here, and the receiver needs it to call."))
        else:
            sentences.append(self.tr("Once they are told, they have to contact the citizen within three weekdays."))
        return "\n".join(sentences)

    def _practice_words(self) -> str:
        practice = self._patient.general_practice
        subject = self.tr("Correspondence with the subject “{subject}”.").format(
            subject=self._words.text("letter.subject")
        )
        if not practice.name:
            return self.tr("The citizen’s GP is not noted.")
        return f"{', '.join(filter(None, (practice.name, practice.phone)))}\n{subject}"

    def _conclusion_words(self, plan: CarePlan) -> str:
        needs = sum(need.take_further for need in plan.needs) if plan.conclusion is not Conclusion.NO_NEED else 0
        actions = sum(not activity.is_empty for activity in plan.activities)
        counted = self.tr("Areas: {needs}. Actions: {actions}.").format(needs=needs, actions=actions)
        return f"{self._words.of(plan.conclusion)}. {counted}" if plan.conclusion is not None else counted


def _offered(standing: Standing, *, is_next: bool) -> tuple[str, ...]:
    recipient = standing.recipient
    if recipient is Recipient.CITIZEN:
        texts: tuple[str, ...] = ("sheet",)
    else:
        texts = ("text",) if standing.may_leave else ()
    if not is_next:
        return (*texts, "take_back") if standing.delivery is not None else texts
    if not standing.may_leave:
        return ("not_wanted",)
    return {
        Recipient.CITIZEN: ("done", "sheet", "sent", "not_wanted"),
        Recipient.MUNICIPALITY: ("mail", "text", "sent", "not_wanted"),
        Recipient.GENERAL_PRACTICE: ("text", "sent", "not_wanted"),
        Recipient.RECORD: ("text", "done", "not_wanted"),
    }[recipient]
