import sys

from PySide6.QtCore import QObject, Signal

import checkin.gui


class Bell(QObject):
    rung = Signal()


def test_a_day_of_signals_does_not_end_the_program() -> None:
    assert checkin.gui.__doc__
    bell = Bell()
    for _ in range(100_000):
        bell.rung.emit()
    assert sys.getrefcount(True) > 1_000_000_000  # noqa: FBT003 - Python's own
