"""Plans in a list, in the inbox and on a citizen's card: what is under way, and whether the GP was told."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from needsform.models.rehabilitation_plan import PlanStatus, PlanSummary
from needsform.models.words import Words
from needsform.ui.widgets.buttons import named_button
from needsform.ui.widgets.labelled_field import column_in
from needsform.ui.widgets.short_list import ShortList, section_head
from needsform.ui.widgets.turning_row import TurningRow
from needsform.ui.widgets.work_row import Cell, RowText, WorkRow

_SHARES = (28, 22, 16, 24, 20)


class PlansSection(QWidget):
    """A heading and a row for each plan.

    `plan_requested(str, str)`: open a plan; carries the citizen's id and its own. `patient_requested(str)`: to the
    citizen's card. `start_requested`: begin a plan. `consultation_requested`: the assessments beside each other.
    """

    plan_requested = Signal(str, str)
    patient_requested = Signal(str)
    start_requested = Signal()
    consultation_requested = Signal()

    def __init__(
        self,
        plans: tuple[PlanSummary, ...],
        texts: Words,
        *,
        is_card: bool,
        can_start: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`is_card`: whether they are all of one citizen. Without plans, and where none can be begun, it hides."""
        super().__init__(parent)
        self._words, self._is_card = texts, is_card
        self.setObjectName("plans_section")
        column = column_in(self, spacing=0)
        column.addSpacing(18)
        column.addWidget(self._heading())
        first = self.tr("Plan") if self._is_card else self.tr("Citizen")
        listed = ShortList((first, *self._heads()), _SHARES, self)
        listed.show_rows(partial(self._row, summary) for summary in plans)
        column.addWidget(listed)
        tools: list[QPushButton] = []
        self.start: QPushButton | None = None
        """The button that begins a plan, where one can be begun."""
        if can_start:
            self.start = named_button(self.tr("New &plan"), "start_plan", parent=self)
            self.start.clicked.connect(self.start_requested)
            tools.append(self.start)
        if is_card:
            consultation = ConsultationButton(self)
            consultation.clicked.connect(self.consultation_requested)
            tools.append(consultation)
        line = TurningRow(margins=(0, 8, 0, 0), parent=self)
        for tool in tools:
            line.add(tool)
        line.add_gap()
        column.addWidget(line)
        self.setHidden(not (plans or can_start))

    def _heading(self) -> QWidget:
        title = self._words.text("plan.sheet.title") if self._is_card else self.tr("Plan under way")
        return section_head(title, self.tr("the GP is told at the start and at the end"), self)

    def _heads(self) -> tuple[str, ...]:
        return (self.tr("Offers"), self.tr("Begins"), self._words.text("plan.gp"))

    def _row(self, summary: PlanSummary, room: QWidget) -> WorkRow:
        plan, texts = summary.plan, self._words
        status = texts.of(plan.status)
        offers = ", ".join(offer.name for offer in plan.content.offers[:2] if offer.name)
        begins = "" if plan.begun_on is None else texts.date(plan.begun_on)
        row = WorkRow(
            f"plan_{plan.id}",
            RowText(
                title=status if self._is_card else summary.patient_name,
                subtitle="" if self._is_card else summary.patient_identifier,
                cells=(offers or "–", begins or (status if not self._is_card else "–"), self._told(summary)),
                actions=(self.tr("Open the plan"),),
                is_link=not self._is_card,
                shares=_SHARES,
                heads=self._heads(),
            ),
            room,
        )
        row.opened.connect(partial(self.patient_requested.emit, plan.patient_id))
        row.acted.connect(partial(self._open, summary))
        return row

    def _told(self, summary: PlanSummary) -> Cell:
        """What is missing is said in words, and stands out."""
        plan, texts = summary.plan, self._words
        if plan.gp_declined:
            return Cell(self.tr("The citizen does not want it"))
        if plan.gp_missing:
            moments = self.tr(" and ").join(texts.of(moment) for moment in plan.gp_missing)
            return Cell(self.tr("Not told yet {moment}").format(moment=moments), is_strong=True)
        if plan.status is PlanStatus.DRAFT:
            return Cell("–")
        last = plan.gp_told_at_end or plan.gp_told_at_start
        return Cell(self.tr("Told {day}").format(day="" if last is None else texts.date(last)))

    def _open(self, summary: PlanSummary, _button: int) -> None:
        self.plan_requested.emit(summary.plan.patient_id, summary.plan.id)


class ConsultationButton(QPushButton):
    """The way to the assessments beside each other."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(self.tr("Be&fore and now"))
        self.setToolTip(self.tr("What is new, still there or gone since the assessment before"))
        self.setObjectName("open_consultation")
