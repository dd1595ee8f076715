"""Whatever can happen to a user has a sentence, in both languages, that says what to do and never offers to delete."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from needsform.models.errors import Message
from needsform.ui.messages import MessageBar, sentence
from needsform.ui.sentences import TABLES as SENTENCES
from needsform.ui.sentences.store import STORE_FAULTS
from needsform.ui.translation import Translation
from tests.ui.accessible import walk

CHECKOUT = Path(__file__).resolve().parents[2]
NAMES = {"WorldError", "InputError", "PermissionDenied", "Stopped", "Message", "FileFaults", "QuestionnaireFaults"}
NAMES |= {"EntryFaults", "add", "fault", "refuse"}
ID = re.compile(r"[a-z_0-9]+\.[a-z_0-9]+")
TABLES = {"_AND_WAIT", "_NOT_SHOWN", "_WORLD", "_FAULTS"}
"""Tables whose values are ids that are raised later."""
PARAMETER = re.compile(r"\{(\w+)\}")


def raised_ids() -> Iterator[tuple[str, str]]:
    """Every message id that the program can raise: where, and which. `*` stands for what is filled in there."""
    for path in sorted((CHECKOUT / "needsform").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and _name(node.func) in NAMES:
                for argument in node.args[:2]:
                    yield from ((str(path.relative_to(CHECKOUT)), text) for text in _texts(argument))
            elif isinstance(node, ast.Assign) and isinstance(node.value, ast.Dict) and _name(node.targets[0]) in TABLES:
                for value in node.value.values:
                    yield from ((str(path.relative_to(CHECKOUT)), text) for text in _texts(value))


def _name(node: ast.expr) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""


def _texts(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and ID.fullmatch(node.value):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from _texts(node.body)
        yield from _texts(node.orelse)
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "*" for part in node.values]
        pattern = "".join(map(str, parts))
        if ID.fullmatch(pattern.replace("*", "x")):
            yield pattern


OF_THE_STORE = {name: " ".join(map(str, fault.sentences)) for name, fault in STORE_FAULTS.items()}
KNOWN = OF_THE_STORE | {message_id: text for _, texts in SENTENCES for message_id, text in texts.items()}


def test_every_id_that_is_raised_has_a_sentence() -> None:
    raised = set(raised_ids())
    assert len(raised) > 80  # or the search itself has gone blind
    without = [
        (where, message_id)
        for where, message_id in sorted(raised)
        if not any(re.fullmatch(re.escape(message_id).replace(r"\*", r"\w+"), known) for known in KNOWN)
    ]
    assert without == []


def test_no_sentence_is_kept_for_something_that_cannot_happen() -> None:
    patterns = [re.escape(message_id).replace(r"\*", r"\w+") for _, message_id in raised_ids()]
    unheard = [known for known in KNOWN if not any(re.fullmatch(pattern, known) for pattern in patterns)]
    assert unheard == []


@pytest.mark.parametrize("message_id", sorted(KNOWN))
def test_each_sentence_is_said_in_both_languages(message_id: str, translation: Translation) -> None:
    source = str(KNOWN[message_id])
    filled_in = dict.fromkeys(PARAMETER.findall(source), "7")
    translation.use("en")
    english = sentence(Message(message_id, filled_in))
    translation.use("da")
    danish = sentence(Message(message_id, filled_in))
    assert english == source.format(**filled_in)
    assert danish != english
    assert "{" not in danish
    for said in (english, danish):
        assert said.endswith(".")
        assert not re.search(r"\b(delete all|slet alle?|slettes?)\b", said, re.IGNORECASE)


def test_an_id_without_a_sentence_is_our_own_fault() -> None:
    with pytest.raises(KeyError, match=r"nobody\.wrote_this"):
        sentence(Message("nobody.wrote_this"))


def test_the_bar_says_one_thing_at_a_time_and_goes_when_it_is_put_away(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell(Message("store.in_use"))
    bar.tell(Message("file.disk_full"))
    assert bar.text == sentence(Message("file.disk_full"))
    button = bar.findChild(QPushButton, "dismiss_message")
    assert button is not None
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bar.isHidden()
    assert bar.text == ""


def test_the_bar_can_be_put_away_by_key(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell(Message("store.in_use"))
    with qtbot.waitSignal(bar.dismissed):
        QTest.keyClick(bar, Qt.Key.Key_Escape)


def test_the_bar_is_read_aloud_by_its_sentence(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.tell(Message("store.in_use"))
    names = [seen.name for seen in walk(bar)]
    assert sentence(Message("store.in_use")) in names
    assert "Close message" in names


def test_what_is_said_is_never_taken_for_markup(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("<b>3 < 5</b>")
    label = bar.findChild(QLabel, "message_text")
    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert bar.text == "<b>3 < 5</b>"
