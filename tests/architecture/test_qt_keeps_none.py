"""PySide6 6.12.0 loses one reference to None for each call of a void method, until Python 3.11 ends the process.

An upgrade that brings it back would end the program on the ward after some 7,000 calls; this notices after 500.
"""

import ctypes
import sys
from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QLabel

CALLS = 500
NOISE = 50  # other code takes and gives back a reference to None here and there

pytestmark = pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")


def references_lost(action: Callable[[], None]) -> int:
    """How many references to None are gone after ``CALLS`` calls of ``action``."""
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        action()
    return before - sys.getrefcount(None)


def test_setting_a_text_five_hundred_times_loses_no_reference_to_none(qapp: QApplication) -> None:
    label = QLabel()
    assert references_lost(lambda: label.setText("Træthed")) < NOISE
    assert references_lost(lambda: label.setEnabled(True)) < NOISE
    assert references_lost(qapp.processEvents) < NOISE


def test_a_lost_reference_would_be_noticed() -> None:
    take, give_back = ctypes.pythonapi.Py_DecRef, ctypes.pythonapi.Py_IncRef
    for function in (take, give_back):
        function.argtypes, function.restype = [ctypes.py_object], None
    try:
        assert references_lost(lambda: take(None)) > CALLS - NOISE
    finally:
        for _ in range(CALLS):
            give_back(None)
