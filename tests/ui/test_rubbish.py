"""Garbage in cycles is collected on the thread of the screen only."""

import gc
import threading
import weakref

import pytest

from crm_desktop.ui.jobs import Jobs
from crm_desktop.ui.rubbish import Rubbish

pytestmark = pytest.mark.usefixtures("qapp")


class Ring:
    def __init__(self) -> None:
        self.itself = self


def dropped() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


def litter() -> list[Ring]:
    return [Ring() for _ in range(gc.get_threshold()[0] * 3)]


def test_a_lane_never_collects() -> None:
    jobs = Jobs()
    seen = dropped()

    worker = threading.Thread(target=litter)
    worker.start()
    worker.join()
    alive = seen() is not None

    assert not gc.isenabled()
    assert alive
    jobs.close()


def test_the_screen_collects_when_it_is_due() -> None:
    rubbish = Rubbish()
    seen = dropped()
    kept = litter()

    rubbish.look()

    assert seen() is None
    assert kept
    rubbish.stop()


def test_python_collects_again_when_the_last_has_stopped() -> None:
    first, second = Rubbish(), Rubbish()

    first.stop()
    first.stop()
    between = gc.isenabled()
    second.stop()

    assert not between
    assert gc.isenabled()
