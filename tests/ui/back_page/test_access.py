"""Everybody can use these screens: what assistive technology hears, what a hand can hit, and nothing is ever cut."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QWidget,
)

from needsform.models.settings import Appearance
from needsform.ui.screens.sheet_screen import SheetScreen
from needsform.ui.widgets.need_row import NeedRow
from needsform.ui.widgets.topic_chooser import TopicChooser
from tests.ui.back_page.conftest import Dress, Morning
from tests.ui.back_page.talk import Talk
from tests.ui.back_page.test_back_page_screen import find
from tests.ui.back_page.test_sheet_screen import Desk

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

ROLES = {
    QCheckBox: QAccessible.Role.CheckBox,
    QRadioButton: QAccessible.Role.RadioButton,
    QComboBox: QAccessible.Role.ComboBox,
    QPlainTextEdit: QAccessible.Role.EditableText,
    QLineEdit: QAccessible.Role.EditableText,
    QListWidget: QAccessible.Role.List,
}
SIZES = [(100, 1280, 720), (125, 1366, 768), (200, 1280, 720)]
"""Text size in percent, and the window: what wards have, and the smallest there is."""
A_HAIR = 1
"""Pixels; below a line there is always one that no letter uses."""


@pytest.fixture(params=["open", "full", "no need", "waiting", "chooser", "sheet", "reopening", "preview"])
def shown(
    request: pytest.FixtureRequest, talk: Talk, stress: Talk, tmp_path_factory: pytest.TempPathFactory, morning: Morning
) -> QWidget:
    """Each screen in each of its states."""
    state: str = request.param
    if state == "full":
        stress.save(stress.plan())
        return stress.show()
    if state in ("sheet", "reopening", "preview"):
        talk.save(talk.plan())
        desk = Desk(talk, tmp_path_factory.mktemp("desk"), morning.key.key)
        request.node.desk = desk  # held for as long as the test lasts
        if state == "reopening":
            find(desk.screen, "reopen", QPushButton).click()  # type: ignore[attr-defined]
        return desk.preview() if state == "preview" else desk.screen
    if state == "no need":
        talk.view_model.conclude_no_need()
    if state == "waiting":
        talk.save(talk.plan())
        talk.session.back_pages.complete(talk.view_model.assessment)
        talk.open()
    screen = talk.show()
    if state == "chooser":
        find(screen, "add_need", QPushButton).click()  # type: ignore[attr-defined]
        return screen.findChildren(TopicChooser)[0]
    return screen


def visible(screen: QWidget) -> Iterator[QWidget]:
    """Everything that can be seen, if need be by scrolling."""
    yield from (widget for widget in screen.findChildren(QWidget) if widget.isVisible())


def in_use(screen: QWidget) -> Iterator[QWidget]:
    """What takes the focus or can be pressed."""
    for widget in visible(screen):
        takes_focus = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if widget.isEnabled() and (takes_focus or isinstance(widget, QAbstractButton)) and not inside_qt(widget):
            yield widget


QTS_OWN = ("QGraphicsView", "QScrollBar", "QWidget")


def inside_qt(widget: QWidget) -> bool:
    """Whether Qt made the widget for itself, as the parts of its print preview."""
    return widget.objectName().startswith("qt_") or (not widget.objectName() and type(widget).__name__ in QTS_OWN)


def accessible(widget: QWidget) -> QAccessibleInterface:
    """What assistive technology is told about a widget."""
    told = QAccessible.queryAccessibleInterface(widget)
    assert told is not None
    return told


def test_every_screen_in_every_state_can_be_used_by_everybody(shown: QWidget) -> None:
    """One screen is built for all three, because building takes longer than looking."""
    assert_everything_says_what_it_is(shown)
    assert_names_are_told_apart(shown)
    assert_everything_can_be_hit(shown)


def assert_everything_says_what_it_is(shown: QWidget) -> None:
    """Name, role and state of whatever can be used."""
    for widget in in_use(shown):
        told = accessible(widget)
        called = f"{type(widget).__name__} {widget.objectName()}"
        assert told.text(QAccessible.Text.Name).strip(), f"{called} has no name"
        assert widget.objectName(), f"{called} cannot be found again after the language has changed"
        for kind, role in ROLES.items():
            if isinstance(widget, kind):
                assert told.role() is role, called
        if isinstance(widget, QCheckBox | QRadioButton):
            assert bool(told.state().checked) == widget.isChecked(), called
            assert not told.state().disabled


def assert_names_are_told_apart(shown: QWidget) -> None:
    """No two things that can be used are called the same."""
    # Of a list to choose from, Qt tells what is chosen as its name on Linux; the name that was given counts.
    told = [w for w in in_use(shown) if not isinstance(w, QScrollArea | QListWidget)]
    names = [w.accessibleName() or accessible(w).text(QAccessible.Text.Name) for w in told]
    twice = {name for name in names if names.count(name) > 1}
    assert twice == set()


def assert_everything_can_be_hit(shown: QWidget) -> None:
    """Large enough for a hand that is in a hurry."""
    for widget in in_use(shown):
        if isinstance(widget, QAbstractButton | QComboBox | QLineEdit | QPlainTextEdit):
            assert min(widget.width(), widget.height()) >= 24, f"{widget.objectName()} {widget.size()}"
    for row in shown.findChildren(NeedRow):
        assert row.isHidden() or row.height() >= 44
    for box in shown.findChildren(QCheckBox):
        assert not box.isVisible() or box.height() >= 44


def says(widget: QWidget) -> str:
    """The first words on a widget."""
    return widget.text()[:40] if isinstance(widget, QLabel | QAbstractButton) else ""


def cut(screen: QWidget) -> list[str]:
    """Everything of which not all can be seen."""
    found = []
    for widget in visible(screen):
        called = f"{type(widget).__name__} {widget.objectName()} {says(widget)}"
        parent = widget.parentWidget()
        if inside_qt(widget) or parent is None or isinstance(parent, QScrollArea):
            continue
        if isinstance(widget, QLabel | QAbstractButton | QComboBox | QPlainTextEdit | QLineEdit):
            place = QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())
            if place.left() < 0 or place.right() > screen.width():
                found.append(f"{called} stands beyond the edge")
        if isinstance(widget, QLabel) and widget.text():
            words = max(widget.text().split(), key=widget.fontMetrics().horizontalAdvance)
            needed = widget.heightForWidth(widget.width()) if widget.wordWrap() else widget.sizeHint().height()
            if (
                widget.height() + A_HAIR < needed
                or widget.contentsRect().width() < widget.fontMetrics().horizontalAdvance(words)
            ):
                found.append(f"{called} {widget.size().toTuple()} needs {needed}")
        elif isinstance(widget, QAbstractButton):
            smallest = widget.minimumSizeHint()
            high = widget.heightForWidth(widget.width()) if widget.hasHeightForWidth() else smallest.height()
            if widget.width() < smallest.width() or widget.height() + A_HAIR < high:
                found.append(f"{called} {widget.size().toTuple()} needs {smallest.width()}×{high}")
        elif isinstance(widget, QPlainTextEdit) and widget.verticalScrollBar().maximum() > 0:
            found.append(f"{called} hides lines")
    for scroll in screen.findChildren(QScrollArea):
        content = scroll.widget()
        if scroll.isVisible() and content is not None and content.width() > scroll.viewport().width():
            found.append(f"{scroll.objectName()} is {content.width() - scroll.viewport().width()} too wide")
    return found


def settled(screen: QWidget) -> QWidget:
    """The screen, after every part has found its place: a field that grows moves what is below it."""
    for _ in range(5):
        QApplication.processEvents()
    return screen


@pytest.mark.usefixtures("danish")
@pytest.mark.parametrize(("percent", "width", "height"), SIZES)
def test_nothing_of_the_back_page_is_cut(stress: Talk, dress: Dress, percent: int, width: int, height: int) -> None:
    dress(Appearance.LIGHT, percent)
    plan = stress.plan()
    few = {"needs": plan.needs[:6], "activities": plan.activities[:4], "told_that_authority_decides": False}
    stress.save(plan.model_copy(update=few))
    stress.view_model.remove_need(plan.needs[0].topic)
    stress.view_model.sign()
    screen = stress.show(width, height)
    assert cut(settled(screen)) == []
    assert screen.size().toTuple() == (width, height)
    for name in ("show_marks", "show_sheet"):
        button = find(screen, name, QPushButton)
        assert isinstance(button, QPushButton)
        if not button.isHidden() and not button.isChecked():
            button.click()
            assert cut(settled(screen)) == []


@pytest.mark.usefixtures("danish")
def test_nothing_is_cut_when_every_area_and_two_dozen_long_actions_are_on_the_page(stress: Talk) -> None:
    stress.save(stress.plan())
    assert cut(settled(stress.show(1280, 720))) == []


@pytest.mark.usefixtures("danish")
@pytest.mark.parametrize(("percent", "width", "height"), SIZES)
def test_nothing_of_the_sheet_screen_is_cut(
    talk: Talk,
    dress: Dress,
    percent: int,
    width: int,
    height: int,
    tmp_path_factory: pytest.TempPathFactory,
    morning: Morning,
) -> None:
    dress(Appearance.LIGHT, percent)
    talk.save(talk.plan().model_copy(update={"consent_gp": False}))
    desk = Desk(talk, tmp_path_factory.mktemp("desk"), morning.key.key)
    screen: SheetScreen = desk.open(width, height)
    button = find(screen, "reopen", QPushButton)
    assert isinstance(button, QPushButton)
    button.click()
    assert cut(settled(screen)) == []
    assert screen.size().toTuple() == (width, height)
    assert cut(settled(desk.preview())) == []


def test_a_cut_word_would_be_noticed(talk: Talk) -> None:
    screen = talk.show()
    find(screen, "sign", QPushButton).setFixedWidth(40)
    find(screen, "mark.fatigue", QLabel).setFixedHeight(8)
    assert len(cut(settled(screen))) == 2
