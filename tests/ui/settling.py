"""Settling: says when the jobs of a desk have come to their end."""

from crm_desktop.ui.jobs import Jobs
from tests.ui.desks import Laid


class Settled:
    """Whether no job is under way, for `qtbot.waitUntil`."""

    def __init__(self, jobs: Jobs) -> None:
        self._jobs = jobs

    def __call__(self) -> bool:
        return self._jobs.is_idle


def settled(laid: Laid) -> Settled:
    """Return the condition to wait for."""
    return Settled(laid.desk.jobs)
