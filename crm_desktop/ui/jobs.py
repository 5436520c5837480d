"""Jobs: slow work beside the screen, its results back on the screen's thread."""

import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Final, Protocol, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal

from crm_desktop.domain.errors import Cancelled, CrmError
from crm_desktop.ui.rubbish import Rubbish

T = TypeVar("T")

_TURN_S: Final = 0.001
"""How long a job goes on while the screen waits for Python; a key waits many such turns."""


class Lane(StrEnum):
    """Where work waits its turn; each lane does one thing at a time.

    FILES is for workbooks and backups, so that no search waits behind them.
    """

    DATABASE = "database"
    READING = "reading"
    FILES = "files"


class Report(Protocol):
    """What work with progress is handed, to say how far it is."""

    def __call__(self, done: int, total: int) -> None:
        """Say that `done` of `total` is done; raises `Cancelled` once it is to stop."""
        ...


class Job:
    """One piece of work that was ordered."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._latest: tuple[int, int] | None = None

    def cancel(self) -> None:
        """Ask the work to stop; if it came to its end all the same, that is still told."""
        self._stop.set()

    @property
    def is_cancelled(self) -> bool:
        """Whether the work was asked to stop."""
        return self._stop.is_set()

    def note(self, done: int, total: int) -> bool:
        """Keep how far the work is; return whether the note before was taken already."""
        taken = self._latest is None
        self._latest = (done, total)
        return taken

    def take(self) -> tuple[int, int] | None:
        """Return how far the work is, once."""
        latest, self._latest = self._latest, None
        return latest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Waiting:
    """Who waits for a job; kept on the screen's thread, as widgets must die there."""

    owner: QObject
    lane: Lane
    done: Callable[..., None]
    failed: Callable[[CrmError], None] | None
    progress: Callable[[int, int], None] | None


class Jobs(QObject):
    """Lanes of work; results come by one queued signal on the thread of this object.

    Signals:
        failed: a `CrmError` nobody asked to hear of; the window tells it.
        busy: how many jobs are waiting or under way.
    """

    failed = Signal(object)
    busy = Signal(int)
    _ended = Signal(object, object, object)
    _advanced = Signal(object)

    def __init__(
        self, parent: QObject | None = None, *, bug: Callable[[Exception], None] | None = None
    ) -> None:
        super().__init__(parent)
        self._bug = bug or _to_hook
        self._lanes = {lane: ThreadPoolExecutor(1, thread_name_prefix=lane) for lane in Lane}
        self._rubbish = Rubbish(self)
        sys.setswitchinterval(_TURN_S)
        self._waiting: dict[Job, _Waiting] = {}
        self._ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self._advanced.connect(self._on_advanced, Qt.ConnectionType.QueuedConnection)

    @property
    def is_idle(self) -> bool:
        """Whether no job is waiting or under way."""
        return not self._waiting

    def run(  # noqa: PLR0913 - a work order: for whom, what, and where its ends go
        self,
        owner: QObject,
        work: Callable[..., T],
        done: Callable[[T], None],
        *,
        failed: Callable[[CrmError], None] | None = None,
        lane: Lane = Lane.READING,
        progress: Callable[[int, int], None] | None = None,
    ) -> Job:
        """Do `work` in `lane`, then call `done` with its result unless `owner` is gone.

        `work` holds plain values only, never a widget. Where `progress` is given, `work`
        is called with a `Report`. Errors that are expected go to `failed`, or to the
        signal of that name; `Cancelled` goes to `failed` only.
        """
        job = Job()
        self._waiting[job] = _Waiting(
            owner=owner, lane=lane, done=done, failed=failed, progress=progress
        )
        self.busy.emit(len(self._waiting))
        doing = partial(work, partial(self._report, job)) if progress else work
        self._lanes[lane].submit(self._do, job, doing)
        return job

    def drop(self, job: Job) -> None:
        """Cancel `job` and hear nothing of it any more."""
        job.cancel()
        if self._waiting.pop(job, None) is not None:
            self.busy.emit(len(self._waiting))

    def close(self) -> None:
        """Write what was ordered to be written, cancel the rest, and take no more work.

        What she typed last may still wait in the lane of the database: it is not lost. Long
        work, which has progress, is asked to stop and writes nothing.
        """
        for job, waiting in self._waiting.items():
            if waiting.lane is not Lane.DATABASE or waiting.progress is not None:
                job.cancel()
        self._waiting.clear()
        for lane, worker in self._lanes.items():
            worker.shutdown(wait=True, cancel_futures=lane is not Lane.DATABASE)
        self._rubbish.stop()

    def _do(self, job: Job, work: Callable[[], object]) -> None:
        """Run in the lane's own thread; nothing here may touch a widget."""
        if job.is_cancelled:
            self._ended.emit(job, None, Cancelled())
            return
        try:
            value = work()
        except Exception as error:  # noqa: BLE001 - one of the two hooks of the house style
            self._ended.emit(job, None, error)
        else:
            self._ended.emit(job, value, None)

    def _report(self, job: Job, done: int, total: int) -> None:
        if job.is_cancelled:
            raise Cancelled
        # One signal under way at a time: work that reports often must not flood the screen.
        if job.note(done, total):
            self._advanced.emit(job)

    def _on_advanced(self, job: Job) -> None:
        waiting = self._waiting.get(job)
        latest = job.take()
        if waiting and waiting.progress and latest and shiboken6.isValid(waiting.owner):
            waiting.progress(*latest)

    def _on_ended(self, job: Job, value: object, error: Exception | None) -> None:
        waiting = self._waiting.pop(job, None)
        if error is not None and not isinstance(error, CrmError):
            self._bug(error)
        if waiting is None:
            return
        self.busy.emit(len(self._waiting))
        if not shiboken6.isValid(waiting.owner):
            return
        if error is None:
            waiting.done(value)
        elif isinstance(error, CrmError):
            self._tell(waiting, error)

    def _tell(self, waiting: _Waiting, error: CrmError) -> None:
        if waiting.failed is not None:
            waiting.failed(error)
        elif not isinstance(error, Cancelled):
            self.failed.emit(error)


class Latest:
    """Runs one kind of reading where only the newest question matters, such as a search."""

    def __init__(self, jobs: Jobs, owner: QObject) -> None:
        self._jobs = jobs
        self._owner = owner
        self._job: Job | None = None

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[CrmError], None] | None = None,
    ) -> None:
        """Ask anew; the answer to an older question, or its error, will not arrive."""
        self.forget()
        self._job = self._jobs.run(self._owner, work, done, failed=failed)

    def forget(self) -> None:
        """Want no answer any more."""
        if self._job is not None:
            self._jobs.drop(self._job)
            self._job = None


def _to_hook(error: Exception) -> None:
    sys.excepthook(type(error), error, error.__traceback__)
