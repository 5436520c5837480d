"""Jobs: results on the screen's thread, dropped with their owner, errors to who hears them."""

import threading
from functools import partial

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from crm_desktop.domain.errors import Cancelled, CrmError, NothingToUndo
from crm_desktop.ui.jobs import Jobs, Lane, Latest, Report


class Heard(QObject):
    """Keeps what it was told, and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.values: list[object] = []
        self.errors: list[CrmError] = []
        self.steps: list[tuple[int, int]] = []
        self.threads: set[int] = set()

    def on_value(self, value: object) -> None:
        self.values.append(value)
        self.threads.add(threading.get_ident())

    def on_error(self, error: CrmError) -> None:
        self.errors.append(error)

    def on_step(self, done: int, total: int) -> None:
        self.steps.append((done, total))
        self.threads.add(threading.get_ident())


def refuse() -> None:
    raise NothingToUndo


def test_work_runs_elsewhere_and_its_result_comes_home(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    jobs.run(heard, threading.get_ident, heard.on_value)
    qtbot.waitUntil(lambda: bool(heard.values))

    assert heard.values != [threading.get_ident()]
    assert heard.threads == {threading.get_ident()}
    assert jobs.is_idle


def test_each_lane_works_in_the_order_it_was_asked(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    for number in range(20):
        jobs.run(heard, lambda n=number: n, heard.on_value, lane=Lane.DATABASE)
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert heard.values == list(range(20))


def test_a_quick_reading_does_not_wait_for_the_database(qtbot: QtBot, jobs: Jobs) -> None:
    heard, gate = Heard(), threading.Event()

    jobs.run(heard, gate.wait, heard.on_value, lane=Lane.DATABASE)
    jobs.run(heard, lambda: "read", heard.on_value)
    qtbot.waitUntil(lambda: heard.values == ["read"])
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert heard.values == ["read", True]


def test_an_expected_error_goes_to_who_asked_else_to_everybody(qtbot: QtBot, jobs: Jobs) -> None:
    heard, common = Heard(), Heard()
    jobs.failed.connect(common.on_error)

    jobs.run(heard, refuse, heard.on_value, failed=heard.on_error)
    qtbot.waitUntil(lambda: jobs.is_idle)
    jobs.run(heard, refuse, heard.on_value)
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert [type(error) for error in heard.errors] == [NothingToUndo]
    assert [type(error) for error in common.errors] == [NothingToUndo]
    assert not heard.values


def test_a_bug_goes_to_the_hook_even_when_nobody_waits(qtbot: QtBot) -> None:
    bugs: list[Exception] = []
    jobs = Jobs(bug=bugs.append)
    heard = Heard()

    job = jobs.run(heard, lambda: 1 // 0, heard.on_value, failed=heard.on_error)
    jobs.drop(job)
    qtbot.waitUntil(lambda: bool(bugs))
    jobs.close()

    assert isinstance(bugs[0], ZeroDivisionError)
    assert not heard.values
    assert not heard.errors


def test_a_result_is_dropped_when_its_owner_is_gone(qtbot: QtBot, jobs: Jobs) -> None:
    gone, heard, gate = QObject(), Heard(), threading.Event()

    jobs.run(gone, gate.wait, heard.on_value)
    shiboken6.delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert not heard.values


def test_progress_arrives_and_cancel_stops_the_work(qtbot: QtBot, jobs: Jobs) -> None:
    heard, gate = Heard(), threading.Event()

    def work(report: Report) -> str:
        report(1, 3)
        gate.wait()
        report(2, 3)
        return "never"

    job = jobs.run(
        heard,
        work,
        heard.on_value,
        failed=heard.on_error,
        lane=Lane.DATABASE,
        progress=heard.on_step,
    )
    qtbot.waitUntil(lambda: heard.steps == [(1, 3)])
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert heard.threads == {threading.get_ident()}
    assert isinstance(heard.errors[0], Cancelled)
    assert not heard.values


def test_ten_thousand_reports_do_not_flood_the_screen(qtbot: QtBot, jobs: Jobs) -> None:
    heard = Heard()

    def work(report: Report) -> None:
        for step in range(10_000):
            report(step, 10_000)

    with qtbot.waitSignal(jobs.busy, check_params_cb=lambda waiting: waiting == 0):
        jobs.run(heard, work, heard.on_value, progress=heard.on_step)

    assert len(heard.steps) < 2_000


def test_work_that_ended_although_cancelled_is_told_as_done(qtbot: QtBot, jobs: Jobs) -> None:
    heard, started, gate = Heard(), threading.Event(), threading.Event()

    def work() -> str:
        started.set()
        gate.wait()
        return "written"

    job = jobs.run(heard, work, heard.on_value, failed=heard.on_error)
    started.wait()
    job.cancel()
    gate.set()
    qtbot.waitUntil(lambda: jobs.is_idle)

    assert heard.values == ["written"]


def test_of_two_searches_only_the_newer_one_answers(qtbot: QtBot, jobs: Jobs) -> None:
    heard, gate = Heard(), threading.Event()
    search = Latest(jobs, heard)

    search.run(gate.wait, heard.on_value)
    search.run(lambda: "wang", heard.on_value)
    gate.set()
    qtbot.waitUntil(lambda: bool(heard.values))

    assert heard.values == ["wang"]


def test_close_still_writes_what_waits_for_the_database() -> None:
    jobs, owner = Jobs(), QObject()
    gate = threading.Event()
    written: list[str] = []

    jobs.run(owner, gate.wait, print, lane=Lane.DATABASE)
    jobs.run(owner, partial(written.append, "typed last"), print, lane=Lane.DATABASE)
    jobs.run(owner, partial(written.append, "a look"), print, lane=Lane.FILES)
    threading.Timer(0.05, gate.set).start()
    jobs.close()

    assert "typed last" in written


def test_close_waits_for_what_runs_and_forgets_what_waits() -> None:
    jobs, heard = Jobs(), Heard()
    started, ran = threading.Event(), []

    def work() -> None:
        started.set()
        ran.append("first")

    jobs.run(heard, work, heard.on_value)
    started.wait()
    jobs.close()

    assert ran == ["first"]
    assert jobs.is_idle
    with pytest.raises(RuntimeError):
        jobs.run(heard, work, heard.on_value)
