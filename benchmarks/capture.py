"""Quick capture: a fact and a pasted chat read, against a file in a book of many clients.

Run: `python -m benchmarks.capture`.
"""

import statistics
import time
from collections.abc import Callable
from functools import partial

from benchmarks.big_book import TODAY, shared_book
from crm_desktop.clock import SystemClock
from crm_desktop.services.capture import Capture
from crm_desktop.services.capture_reading import heard
from crm_desktop.services.journal import Journal

CLIENTS = 1_000
ROUNDS = 40
FACT_MS, CHAT_MS, PASTE_MS, SAVED_MS = 5.0, 30.0, 600.0, 30.0

_FACTS = (
    "女儿 9月3日",
    "老公 农历三月初八",
    "对花生过敏",
    "下周三打电话",
    "想做热玛吉",
    "周二有空",
)
_CHAT = "\n".join(
    f"{line}\n王姐 14:{minute:02d}\n"
    for minute, line in enumerate(("我女儿9月3日生日", "不吃芒果", "最近很忙", "下次带面膜") * 12)
)
_PASTE = "王姐喜欢9月3日对" * 2_500

Figure = tuple[str, str, str, bool]


def figures() -> list[Figure]:
    """Return (what, asked, measured, reached)."""
    database = shared_book(CLIENTS)
    capture = Capture(database, Journal(database, SystemClock()))
    facts = _p95([_best(partial(capture.propose, 1, one, TODAY)) for one in _FACTS * 10])
    chat = _p95([_best(partial(capture.propose, 1, _CHAT, TODAY)) for _ in range(10)])
    paste = _best(partial(heard, _PASTE, TODAY))
    saved = [_saved(capture, client_id) for client_id in range(1, ROUNDS)]
    return [
        _row("a fact typed, read and set against her file, p95", FACT_MS, facts),
        _row("a chat of 96 lines read, p95", CHAT_MS, chat),
        _row("20,000 characters without sense read", PASTE_MS, paste),
        _row("three facts accepted and saved, p95", SAVED_MS, _p95(saved)),
    ]


def _saved(capture: Capture, client_id: int) -> float:
    said = capture.propose(client_id, "不吃榴莲 周日有空 下次带香薰", TODAY)
    return _taken(partial(capture.accept, client_id, said, TODAY))


def _taken(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1000


def _best(work: Callable[[], object]) -> float:
    """Return the best of three: other programs on the machine are not what is measured."""
    return min(_taken(work) for _ in range(3))


def _p95(taken: list[float]) -> float:
    return statistics.quantiles(taken, n=20)[-1]


def _row(what: str, asked: float, measured: float) -> Figure:
    return what, f"<= {asked:g} ms", f"{measured:.1f} ms", measured <= asked


if __name__ == "__main__":
    for row in figures():
        print(*row, sep=" | ")
