"""What the screen in the citizen's hands asks of any page that it shows."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from needsform.models.identity import LinkId
from needsform.models.questionnaire_response import QuestionnaireResponse
from needsform.ui.widgets.page_head import PageHead
from needsform.ui.widgets.private_text import Written


class PatientPage(QWidget):
    """One page. It shows what is on disk; whoever owns it decides what becomes of a wish.

    written: words of one's own have changed. settled: they are meant. done: Enter was pressed in them.
    note_requested: carries the linkId of the topic that is to be written about. correct_requested: carries the place to
    go back to. full_reached: carries how many may be chosen, when one more was wished. completed: the rest of a long
    page has come.
    """

    written = Signal(Written)
    settled = Signal()
    done = Signal()
    note_requested = Signal(str)
    correct_requested = Signal(str)
    full_reached = Signal(int)
    completed = Signal()

    head: PageHead
    """Title and lead, which every page begins with."""
    has_parts = False
    """Whether a page that is too long for the screen is shown part by part."""

    def focus_order(self) -> list[QWidget]:
        """Everything that the Tab key stops at, in reading order."""
        raise NotImplementedError

    def spoken(self) -> list[str]:
        """The page to be read aloud, sentence by sentence."""
        raise NotImplementedError

    def show_answer(self, link_id: LinkId, response: QuestionnaireResponse, *, has_said_none: bool) -> None:
        """Show one answer that has changed on disk; a page that it does not stand on has nothing to do."""

    def fit(self, place: LinkId, width: int, height: int) -> None:
        """Show the part that a place lies in, where so many pixels are there for the page."""

    @property
    def place_before(self) -> LinkId | None:
        """Where the part before the one that is shown begins; None on the first."""
        return None

    @property
    def place_after(self) -> LinkId | None:
        """Where the part after the one that is shown begins; None on the last."""
        return None

    @property
    def last_place(self) -> LinkId | None:
        """Where the last part begins, of a page that has parts."""
        return None

    def entrance_to(self, place: LinkId) -> QWidget | None:  # noqa: ARG002 - for pages with lines
        """What takes the focus of somebody who came to correct one line; None for the beginning of the page."""
        return None

    def complete(self) -> None:
        """Be whole at once, for whoever looks for one line of it."""
