"""Which times that a citizen came back are told where: all on their card, and on a case those that it is part of."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from needsform.models.errors import Message, NeedsformError
from needsform.models.former_course import ComingBack, FormerCourse
from needsform.models.identity import PatientId, ReferralId
from needsform.services.session import Session


@dataclass(frozen=True, slots=True)
class ReturnsState:
    """The section as it stands."""

    returns: tuple[ComingBack, ...]
    """Newest first."""
    offered: FormerCourse | None = None
    """What the case that is shown could go on from, whether it is linked to it or not."""


class ReturnsViewModel(QObject):
    """What staff sees of them, and on an open case whether it goes on from an earlier course.

    changed: the link was made or taken back. failed: it could not be done.
    """

    changed = Signal(ReturnsState)
    failed = Signal(Message)

    def __init__(self, session: Session, patient_id: PatientId, case_id: ReferralId | None = None) -> None:
        """`case_id`: the case that is shown, None on the card. Raises WorldError if the store cannot tell."""
        super().__init__()
        self._session, self._patient_id, self._case_id = session, patient_id, case_id
        self.state = self._read()

    def link(self, comes_back: bool) -> None:
        """The case goes on from the earlier course, or it does not."""
        if self._case_id is None:
            return
        try:
            self._session.former_courses.link(self._case_id, comes_back=comes_back)
            self.state = self._read()
        except NeedsformError as error:
            self.failed.emit(error.message)
        self.changed.emit(self.state)

    def _read(self) -> ReturnsState:
        found, case = self._session.former_courses.of_patient(self._patient_id), self._case_id
        if case is None:
            return ReturnsState(found)
        here = tuple(one for one in found if case in (one.case_id, one.former.case_id))
        return ReturnsState(here, self._session.former_courses.before(case))
