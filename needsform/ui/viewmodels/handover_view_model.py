"""Everything that leaves of one signed assessment: who has it, who is missing, and the acts that let it leave."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from needsform.models.assessment import Assessment
from needsform.models.delivery import (
    CHANNELS,
    Channel,
    DeliveryNote,
    DeliveryState,
    Handover,
    NotWantedReason,
    Recipient,
)
from needsform.models.errors import InputError, Message, NeedsformError
from needsform.models.identity import AssessmentId
from needsform.models.letter import DRAFT, LetterForm
from needsform.models.receiver import Receiver
from needsform.models.words import Words
from needsform.services import letters
from needsform.services.letters import Letter
from needsform.services.session import Session
from needsform.ui.background import Background


class HandoverPanel(StrEnum):
    """What is opened beneath a row."""

    TEXT = "text"
    """The text, to be read, copied or printed."""
    MAIL = "mail"
    """The same, to be saved as a draft of a mail."""
    SENT = "sent"
    """How it left, and to whom."""
    NOT_WANTED = "not_wanted"
    """Why it does not leave."""


@dataclass(frozen=True, slots=True)
class TypedNote:
    """What is being said of one receiver, as far as it is typed."""

    channel: Channel | None = None
    receiver: str = ""
    reason: NotWantedReason | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class HandoverState:
    """The page as it stands."""

    assessment: Assessment
    handover: Handover
    receiver: Receiver | None
    """Whom to tell where the citizen lives; None where nobody is entered."""
    recipient: Recipient | None = None
    """Beneath whose row something is opened."""
    panel: HandoverPanel | None = None
    text: str = ""
    """What would leave."""
    typed: TypedNote = TypedNote()
    errors: Mapping[str, Message] = field(default_factory=dict)
    left_as: LetterForm | None = None
    """How the opened text has left just now."""
    password: str = ""
    """Of the draft that was saved last; shown until the panel is closed, and kept nowhere."""
    is_busy: bool = False


class HandoverViewModel(QObject):
    """What staff says and does.

    `changed(HandoverState)`: anything on the page. `copied(str)`: this shall be on the clipboard.
    `printed(str)`: this shall be printed. `failed(Message)`: it could not be done.
    """

    changed = Signal(HandoverState)
    copied = Signal(str)
    printed = Signal(str)
    failed = Signal(Message)

    def __init__(self, session: Session, assessment_id: AssessmentId, words: Words, background: Background) -> None:
        """Raises WorldError if the store cannot tell."""
        super().__init__()
        self._session, self._background, self.words = session, background, words
        assessment = session.assessments.get(assessment_id)
        self.patient = session.patients.get(assessment.patient_id)
        self.municipality = session.documents.content(self.patient, assessment).municipality
        self.today = session.now().date()
        receiver = session.receivers.receiver_of(self.patient.municipality_code, self.today)
        self.state = HandoverState(assessment, session.deliveries.handover(assessment), receiver)
        self._letter: Letter | None = None
        self._is_leaving = False

    @property
    def draft_name(self) -> str:
        """What a mail draft is called until somebody says otherwise; it names nobody."""
        return DRAFT

    # What is said of a receiver -----------------------------------------------------------------------------------

    def note_done(self, recipient: Recipient) -> None:
        """It went in the usual way, which is all that there is to say."""
        self._keep(DeliveryNote(recipient=recipient, state=DeliveryState.DONE, channel=CHANNELS[recipient][0]))

    def take_back(self, recipient: Recipient) -> None:
        """What was noted last was wrong."""
        self._keep(DeliveryNote(recipient=recipient, state=DeliveryState.MISSING))

    def ask(self, recipient: Recipient, panel: HandoverPanel) -> None:
        """Open something beneath a row; what was open elsewhere is closed."""
        opened = replace(self._closed(), recipient=recipient, panel=panel, typed=self._usual(recipient))
        if panel in (HandoverPanel.TEXT, HandoverPanel.MAIL):
            try:
                letter = self._written(recipient)
            except NeedsformError as error:
                self.failed.emit(error.message)
                return
            self._letter, opened = letter, replace(opened, text=letter.text)
        self._show(opened)

    def close_panel(self) -> None:
        """Leave what is open; nothing is noted."""
        self._letter = None
        self._show(self._closed())

    def write(self, typed: TypedNote) -> None:
        """Take the fields as they stand now."""
        self._show(replace(self.state, typed=typed, errors={}))

    def keep_note(self) -> None:
        """Note what is typed in the opened panel."""
        state, typed = self.state, self.state.typed
        if state.recipient is None:
            return
        is_sent = state.panel is HandoverPanel.SENT
        self._keep(
            DeliveryNote(
                recipient=state.recipient,
                state=DeliveryState.DONE if is_sent else DeliveryState.NOT_WANTED,
                channel=typed.channel if is_sent else None,
                receiver=typed.receiver if is_sent else "",
                reason=None if is_sent else typed.reason,
                note=typed.note,
            )
        )

    def _keep(self, note: DeliveryNote) -> None:
        try:
            assessment = self._session.deliveries.note(self.state.assessment, note)
        except InputError as error:
            if self.state.panel is None or error.field == "consent":
                self.failed.emit(error.message)
            else:
                self._show(replace(self.state, errors={error.field: error.message}))
        except NeedsformError as error:
            self.failed.emit(error.message)
        else:
            handover = self._session.deliveries.handover(assessment)
            self._show(replace(self._closed(), assessment=assessment, handover=handover))

    def _usual(self, recipient: Recipient) -> TypedNote:
        """The usual way, to whom it usually goes."""
        channel = CHANNELS[recipient][0]
        match recipient:
            case Recipient.MUNICIPALITY:
                return TypedNote(channel, "" if self.state.receiver is None else self.state.receiver.name)
            case Recipient.GENERAL_PRACTICE:
                return TypedNote(channel, self.patient.general_practice.name)
        return TypedNote(channel)

    # Letting it leave ---------------------------------------------------------------------------------------------

    def copy_text(self) -> None:
        """Put the opened text on the clipboard."""
        self._let_leave(LetterForm.TEXT, self.copied.emit)

    def print_letter(self) -> None:
        """Print the opened text."""
        self._let_leave(LetterForm.LETTER, self.printed.emit)

    def save_mail(self, path: Path, *, is_protected: bool) -> None:
        """Write a draft with the sheet attached; with a password of its own if it shall be protected."""
        letter, receiver = self._letter, self.state.receiver
        if letter is None or self.state.is_busy:
            return
        to = receiver.mail if receiver is not None and letter.recipient is Recipient.MUNICIPALITY else ""
        form = LetterForm.PROTECTED_MAIL if is_protected else LetterForm.MAIL
        password = self._session.letters.new_password() if is_protected else None

        def write(mail: bytes) -> None:
            self._arrive()
            self._try(lambda: self._session.letters.save_mail(letter, mail, path, form), form, password or "")

        self._is_leaving = True
        self._show(replace(self.state, is_busy=True, left_as=None, password=""))
        self._background.run(partial(letters.draft_mail, letter, to, password), write, self._give_up)

    def flush(self) -> None:
        """Whatever is on its way to a file arrives there, and in the trace: before lock and close."""
        if self._is_leaving:
            self._background.catch_up()

    def _let_leave(self, form: LetterForm, tell: Callable[[str], None]) -> None:
        letter = self._letter
        if letter is not None and self._try(lambda: self._session.letters.record(letter, form), form):
            tell(letter.text)

    def _try(self, act: Callable[[], None], form: LetterForm, password: str = "") -> bool:
        try:
            act()
        except NeedsformError as error:
            self.failed.emit(error.message)
            return False
        self._show(replace(self.state, left_as=form, password=password))
        return True

    def _written(self, recipient: Recipient) -> Letter:
        state = self.state
        content = self._session.documents.content(self.patient, state.assessment, language=self.words.language)
        receiver = "" if state.receiver is None else state.receiver.name
        return self._session.letters.letter(content, recipient, receiver)

    def _give_up(self, error: NeedsformError) -> None:
        self._arrive()
        self.failed.emit(error.message)

    def _arrive(self) -> None:
        self._is_leaving = False
        self._show(replace(self.state, is_busy=False))

    # --------------------------------------------------------------------------------------------------------------

    def _closed(self) -> HandoverState:
        state = self.state
        return HandoverState(state.assessment, state.handover, state.receiver, is_busy=state.is_busy)

    def _show(self, state: HandoverState) -> None:
        if state != self.state:
            self.state = state
            self.changed.emit(state)
