"""A sheet of another place as it came: who sent it, whether that is certain, what was marked, the back page."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from needsform.models.received_assessment import ReceivedAssessment
from needsform.models.verification import Verification
from needsform.models.words import Words
from needsform.ui.viewmodels.received_printing import ReceivedPrinting
from needsform.ui.viewmodels.received_view_model import ReceivedViewModel
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.entrance import open_at
from needsform.ui.widgets.labelled_field import column_in, words
from needsform.ui.widgets.list_page import ListPage
from needsform.ui.widgets.marks_list import MarksList
from needsform.ui.widgets.paper_buttons import ChooseSavePath, PaperButtons
from needsform.ui.widgets.received_back_page import ReceivedBackPage
from needsform.ui.widgets.turning_row import TurningRow


class ReceivedScreen(QWidget):
    """Read only; there is nothing on it that changes anything. It can be printed, and the paper says how it came.

    closed_requested: back to where one came from. patient_requested: the citizen's card.
    """

    closed_requested = Signal()
    patient_requested = Signal(str)

    def __init__(
        self,
        view_model: ReceivedViewModel,
        words_: Words,
        printing: ReceivedPrinting,
        choose_save_path: ChooseSavePath,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._state, self._words = view_model.state, words_
        self._paper = PaperButtons(printing, choose_save_path, self)
        self._build()

    def _build(self) -> None:
        self.setObjectName("received_screen")
        self._back = named_button(self.tr("&Back"), "back")
        self._card = named_button(self.tr("Citizen's &card"), "citizen_card")
        self._back.clicked.connect(self.closed_requested)
        self._card.clicked.connect(self._ask_for_card)
        page = ListPage(self._state.patient.name, self._paper, self._back, self._card)
        page.column.setSpacing(12)
        received = self._state.received
        if not received.is_verified:
            mark = words(self._unverified(received), "notice")
            mark.setObjectName("came_unverified")
            page.column.addWidget(mark)
        page.column.addLayout(self._facts(received))
        if received.facts.lacks_words:
            page.column.addWidget(
                words(
                    self.tr("The citizen also wrote words. They stand on the paper and did not come along."), "strong"
                )
            )
        page.column.addWidget(self._sides(received))
        page.column.addStretch(1)
        column_in(self).addWidget(page)
        open_at(self, self._back)

    def _sides(self, received: ReceivedAssessment) -> QWidget:
        facts, form = received.facts, self._state.form
        language = self._words.language if self._words.language in form.languages else form.languages[0]
        row = TurningRow(spacing=16)
        for side in (
            MarksList(form, facts.response, language, self._words),
            ReceivedBackPage(facts.care_plan, form, self._words, came_along=facts.has_back_page),
        ):
            panel = QFrame()
            panel.setProperty("role", "panel")
            column = QVBoxLayout(panel)
            column.setContentsMargins(0, 0, 0, 0)
            column.addWidget(side)
            row.add(panel, 1)
        return row

    def _facts(self, received: ReceivedAssessment) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(24)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for row, (name, value) in enumerate(self._told(received)):
            grid.addWidget(words(name, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(value, "tabular"), row, 1)
        return grid

    def _told(self, received: ReceivedAssessment) -> list[tuple[str, str]]:
        facts, patient = received.facts, self._state.patient
        signature = facts.signature
        signed = () if signature is None else (signature.name, signature.title, signature.phone)
        sender = received.verified_as or facts.sender or self._words.of(facts.setting)
        day = self._words.date(received.received_at.date())
        named = (
            (self._words.of(patient.identifier.kind), patient.identifier.shown),
            (self.tr("From"), ", ".join(filter(None, (received.unit, sender)))),
            (self.tr("Answered for by"), ", ".join(filter(None, signed))),
            (self.tr("Occasion"), self._words.of(facts.occasion)),
            (self.tr("Date of the talk"), self._words.date(facts.held_on)),
            (self.tr("Filled in by"), self._words.of(facts.filled_by)),
            (self.tr("Revision"), str(facts.revision)),
            (self.tr("Signature"), self._signature(received)),
            (self.tr("Taken in"), f"{day}, {self._words.of(received.arrived_as)}, {received.received_by.name}"),
        )
        return [(name, value) for name, value in named if value]

    def _signature(self, received: ReceivedAssessment) -> str:
        told = self._words.of(received.verification)
        return f"{told} ({received.fingerprint})" if received.fingerprint else told

    def _unverified(self, received: ReceivedAssessment) -> str:
        if received.verification is Verification.UNKNOWN_SENDER:
            return self.tr(
                "This sheet came unverified: nobody here knows the sender's key. Ask the sender by phone before you"
                " rely on it; an administrator can take in the sender's key."
            )
        return self.tr(
            "This sheet came unverified: it bears no electronic signature, so anybody can have made it. Ask the sender"
            " before you rely on it."
        )

    def _ask_for_card(self) -> None:
        self.patient_requested.emit(self._state.patient.id)
