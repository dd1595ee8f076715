"""Waiting is told second by second, and ends."""

from pytestqt.qtbot import QtBot

from needsform.ui.countdown import Countdown


def test_each_second_is_told_down_to_none(qtbot: QtBot) -> None:
    countdown, told = Countdown(), list[int]()
    countdown.ticked.connect(told.append)
    countdown.start(3)
    for _ in range(5):
        countdown.tick()
    assert told == [2, 1, 0]
    assert not countdown.is_running
    with qtbot.waitSignal(countdown.ticked):
        countdown.start(1)  # by the clock on the wall
    assert told == [2, 1, 0, 0]


def test_nothing_to_wait_for_is_not_told() -> None:
    countdown, told = Countdown(), list[int]()
    countdown.ticked.connect(told.append)
    countdown.start(0)
    countdown.tick()
    assert (told, countdown.is_running) == ([], False)


def test_a_new_wait_takes_the_place_of_the_one_before() -> None:
    countdown, told = Countdown(), list[int]()
    countdown.ticked.connect(told.append)
    countdown.start(60)
    countdown.start(2)
    countdown.tick()
    assert told == [1]
