"""Whoever types a municipality is offered first what begins so."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from needsform.models.typed_patient import TypedPatient
from needsform.ui.widgets.citizen_fields import CitizenFields
from tests.ui.conftest import shown

NAMES = ("Faaborg-Midtfyn", "Holstebro", "Odder", "Odense", "Rebild", "Solrød", "Vejle", "Vesthimmerland")


def offered(editor: QLineEdit) -> list[str]:
    """What the list beneath the field holds, from the top."""
    completer = editor.completer()
    assert completer is not None
    listed = completer.completionModel()
    return [str(listed.index(row, 0).data()) for row in range(listed.rowCount())]


def popup(editor: QLineEdit) -> QAbstractItemView:
    """That list, as it opens."""
    completer = editor.completer()
    assert completer is not None
    opened = completer.popup()
    assert opened is not None
    return opened


@pytest.fixture
def municipality(qtbot: QtBot) -> QLineEdit:
    """The field of a citizen's details."""
    fields = CitizenFields(NAMES, (), shows_more=False)
    fields.render_typed(TypedPatient(), {})
    qtbot.addWidget(fields)
    with qtbot.waitActive(fields):
        shown(fields)
        fields.activateWindow()
    editor = fields.editor("municipality")
    editor.setFocus()
    return editor


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("od", ["Odder", "Odense"]),
        ("o", ["Odder", "Odense", "Faaborg-Midtfyn", "Holstebro", "Solrød"]),
        ("M", ["Faaborg-Midtfyn", "Vesthimmerland"]),
        ("r", ["Rebild", "Faaborg-Midtfyn", "Holstebro", "Odder", "Solrød", "Vesthimmerland"]),
        ("xyz", []),
    ],
)
def test_what_begins_with_what_is_typed_is_offered_first(municipality: QLineEdit, typed: str, found: list[str]) -> None:
    QTest.keyClicks(municipality, typed)
    QApplication.processEvents()
    assert offered(municipality) == found
    popup(municipality).hide()


def test_the_first_one_is_taken_by_keys(municipality: QLineEdit) -> None:
    QTest.keyClicks(municipality, "o")
    QTest.keyClick(popup(municipality), Qt.Key.Key_Down)
    QTest.keyClick(popup(municipality), Qt.Key.Key_Return)
    assert municipality.text() == "Odder"
    QTest.keyClick(municipality, Qt.Key.Key_Backspace)
    assert offered(municipality) == ["Odder"]
    popup(municipality).hide()
