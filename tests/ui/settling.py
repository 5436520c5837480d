"""Settling: says when the jobs of a desk have come to their end."""

from PySide6.QtCore import QCoreApplication

from crm_desktop.ui.jobs import Jobs
from tests.ui.desks import Laid


class Settled:
    """Whether no job is under way and what the last one led to is laid out.

    For `qtbot.waitUntil`, which asks once more before it lets the events run: a job that has
    just ended would leave its widgets without their places.
    """

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def __call__(self) -> bool:
        if not self._jobs.is_idle:
            return False
        QCoreApplication.sendPostedEvents()
        return self._jobs.is_idle


def settled(laid: Laid) -> Settled:
    """Return the condition to wait for."""
    return Settled(laid.desk.jobs)
