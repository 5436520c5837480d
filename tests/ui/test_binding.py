"""The binding itself: an emit must not cost a reference (docs/decisions/020)."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal


class Bell(QObject):
    rung = Signal(int)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="True is immortal from Python 3.12 on")
def test_an_emit_gives_no_reference_of_true_away() -> None:
    bell = Bell()
    before = sys.getrefcount(True)

    for number in range(100):
        bell.rung.emit(number)

    assert sys.getrefcount(True) > before - 50
