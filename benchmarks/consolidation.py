"""Fifty consultants of 3,000 clients each made one workbook: memory, time, progress, cancel.

Run: python -m benchmarks.consolidation
"""

import concurrent.futures
import contextlib
import datetime as dt
import io
import itertools
import multiprocessing
import pathlib
import random
import resource
import sys
import tempfile
import threading
import time
import zipfile
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import Cancelled
from crm_desktop.domain.exporting import Progress, Recipient
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    Person,
    Phone,
    Relation,
    Visit,
    VisitType,
)
from crm_desktop.excel import streamed_workbook
from crm_desktop.excel.consolidation_reading import Table, clinic_book
from crm_desktop.excel.consolidation_splitting import Share, workbook_of
from crm_desktop.excel.reading import open_workbook
from crm_desktop.excel.workbook import CellValue
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_writer import OutgoingWorkbook
from crm_desktop.services.consolidation import consolidate, split

Figure = tuple[str, str, str, bool]
"""What, asked, measured, reached."""

BOOKS: Final = 50
CLIENTS: Final = 3_000
EVERY_SHARED: Final = 30
"""Every thirtieth client of a book is a client of the next one as well."""

STOPPED_BOOKS: Final = 10
MOST_MIB: Final = 1024
MOST_SECONDS_TO_STOP: Final = 0.5
_NOW: Final = dt.datetime(2026, 11, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
_DAY: Final = dt.date(2026, 3, 1)
_SURNAMES: Final = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗"
_GIVEN: Final = "雅婷若曦美玲佳琪慧敏丽华玉兰诗涵晓燕可欣雨桐静怡梦洁思颖嘉怡文静紫萱子"


def figures() -> list[Figure]:
    """Return what the biggest consolidation asked for takes, each in a process of its own."""
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place)
        first = first_book(folder)
        with _processes(2) as pool:
            many = BOOKS // 2
            halves = pool.map(next_books, [first] * 2, (1, many), (many, BOOKS))
            paths = [first, *itertools.chain.from_iterable(halves)]
        whole = folder / "whole.xlsx"
        # Two at a time: each in a process of its own, whose memory is measured alone.
        with _processes(1) as one, _processes(1) as other:
            together = one.submit(_consolidated, paths, whole)
            stopped = other.submit(_stopped, paths[:STOPPED_BOOKS], folder / "stopped.xlsx")
            clients, same, expected, seconds, memory, gap = together.result()
            worst, _ = stopped.result()
        with _processes(1) as one, _processes(1) as other:
            apart = one.submit(_taken_apart, whole, folder / "back")
            given_up = other.submit(_given_up, whole, folder / "given up")
            back, given_up_after = apart.result(), given_up.result()
    return [
        _bound(f"consolidating {BOOKS} books of {CLIENTS:,}: memory", memory, MOST_MIB, "MiB"),
        (
            f"the same: {clients:,.0f} clients, those with two consultants found",
            # Some of one name are born on one day by chance.
            f">= {expected:,.0f}",
            f"{same:,.0f} in {seconds:.0f} s",
            same >= expected,
        ),
        _bound("the same: longest stand of the progress", gap, 2.0, "s"),
        _bound("from cancel to stopped, the worst of six", worst, MOST_SECONDS_TO_STOP, "s"),
        _bound(f"{BOOKS} books given back: memory", back[1], MOST_MIB, "MiB"),
        (
            "the same: rows given back, of those that came in",
            f"{back[2]:,.0f}",
            f"{back[3]:,.0f} in {back[0]:.0f} s",
            back[2] == back[3],
        ),
        _bound(
            "the same: from cancel to stopped, the worst of three",
            max(given_up_after),
            MOST_SECONDS_TO_STOP,
            "s",
        ),
    ]


def first_book(folder: pathlib.Path) -> pathlib.Path:
    """Write the workbook of the first consultant as the app exports it, and return where."""
    order = SheetOrder(recipient=Recipient.MANAGER, book_uid="book-0", exported_at=_NOW)
    workbook = OutgoingWorkbook(order)
    for place in range(CLIENTS):
        workbook.add(_client(place))
    path = folder / "book-0.xlsx"
    path.write_bytes(workbook.finish(_unwatched))
    return path


def next_books(first: pathlib.Path, begin: int, end: int) -> list[pathlib.Path]:
    """Write the workbooks of more consultants, laid out like the first, and return where.

    Of each only the clients are written; the other sheets are those of the first of them, their
    identities put right, which takes a tenth of the time.
    """
    # Cells that name a shared text name one of another file.
    streamed_workbook.MOST_SHARED = 0
    book = clinic_book(open_workbook(first))
    tables = {t.title: Table(title=t.title, keys=t.keys, rows=list(t.rows())) for t in book.tables}
    model = zipfile.ZipFile(io.BytesIO(_book(book.facts, tables, begin)))
    paths = []
    for number in range(begin, end):
        clients = {title: table for title, table in tables.items() if title == _CLIENTS}
        path = first.with_name(f"book-{number}.xlsx")
        made = zipfile.ZipFile(io.BytesIO(_book(book.facts, clients, number)))
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as target:
            for part in made.namelist():
                data = made.read(part)
                if part in _OTHERS:
                    data = model.read(part).replace(*_uids(begin, number))
                target.writestr(part, data)
        paths.append(path)
    return paths


_CLIENTS: Final = "客户"
_OTHERS: Final = {f"xl/worksheets/sheet{number}.xml" for number in range(3, 8)}


def _uids(known: int, number: int) -> tuple[bytes, bytes]:
    return _uid_of(known).encode(), _uid_of(number).encode()


def _book(facts: Sequence[tuple[str, str]], tables: Mapping[str, Table], number: int) -> bytes:
    share = Share(
        number=number,
        label=f"顾问{number}",
        facts=tuple((dict(facts) | {"book": f"book-{number}"}).items()),
        tables={title: _other_people(table, number) for title, table in tables.items()},
    )
    return workbook_of(share, _unwatched)


def _other_people(table: Table, book: int) -> Table:
    """Return the rows of a table about the clients of another book."""
    rows = []
    for place, row in enumerate(table.rows):
        cells = dict(zip(table.keys, row, strict=True))
        cells["identity"] = str(cells["identity"]).replace(_uid_of(0), _uid_of(book), 1)
        if table.title == "客户":
            is_shared = place % EVERY_SHARED == 0
            # A client that is shared stands one place further in the book before.
            number = (book - 1) * CLIENTS + place + 1 if is_shared else book * CLIENTS + place
            cells |= _facts(number) | {"client.owner": f"顾问{book}"}
        rows.append(list(cells.values()))
    return Table(title=table.title, keys=table.keys, rows=rows)


def _facts(number: int) -> dict[str, CellValue]:
    """Return what tells the client of this number from all others."""
    rng = random.Random(number)
    return {
        "client.name": rng.choice(_SURNAMES) + "".join(rng.choices(_GIVEN, k=2)),
        "client.phone": f"{15_400_000_000 + number * 37}",
        "client.birthday": dt.date(1960, 1, 1) + dt.timedelta(days=rng.randrange(15_000)),
        "client.wechat": f"wx{number}",
        "client.address": f"中央公馆{number % 60}栋{number}",
        "client.notes": f"第{number}位,喜欢安静,下午方便接电话",
    }


def _uid_of(book: int) -> str:
    """Return how the uids of the clients of a book begin."""
    return f"{book:08x}-0000"


def _client(place: int) -> ClientFolder:
    """Return a client of the first book: with a husband, three visits and their bills."""
    client_id = place + 1
    facts = _facts(place)
    born = facts["client.birthday"]
    day = born if isinstance(born, dt.date) else _DAY
    visits = [
        Visit(
            id=client_id * 10 + nth,
            client_id=client_id,
            on=_DAY + dt.timedelta(days=nth * 30 + place % 30),
            type=VisitType.CHECK,
            notes=f"聊了安排,下次再看 {place}-{nth}",
        )
        for nth in range(3)
    ]
    return ClientFolder(
        client=Client(
            id=client_id,
            uid=f"{_uid_of(0)}-4000-8000-{place:012x}",
            name=str(facts["client.name"]),
            occupation="公司职员",
            address=str(facts["client.address"]),
            wechat=str(facts["client.wechat"]),
            personality="注重隐私",
            source="老客介绍",
            owner="顾问0",
            notes=str(facts["client.notes"]),
        ),
        phones=(Phone(client_id=client_id, digits=str(facts["client.phone"])),),
        dates=(
            ClientDate(year=day.year, month=day.month, day=day.day),
            ClientDate(person_id=client_id, month=day.month, day=1),
        ),
        persons=(
            Person(id=client_id, client_id=client_id, relation=Relation.HUSBAND, nickname="老公"),
        ),
        visits=tuple(visits),
        bills=tuple(
            Bill(
                id=visit.id,
                client_id=client_id,
                visit_id=visit.id,
                on=visit.on,
                project=("热玛吉", "水光", "光子嫩肤")[place % 3],
                paid=10_000 + place * 100,
            )
            for visit in visits
        ),
    )


def _consolidated(paths: list[pathlib.Path], target: pathlib.Path) -> list[float]:
    gaps = _Gaps()
    report = consolidate(paths, target, now=_NOW, progress=gaps)
    expected = (len(paths) - 1) * CLIENTS // EVERY_SHARED
    return [report.clients, report.same, expected, gaps.seconds, _peak(), gaps.longest]


def _stopped(paths: list[pathlib.Path], target: pathlib.Path) -> list[float]:
    """Cancel at six moments; the progress raises once the flag is up, as the window does."""
    waits = []
    for share in (0.1, 0.4, 0.55, 0.62, 0.75, 0.95):
        few = paths if share in {0.62, 0.95} else paths[:3]

        def work(progress: Progress, few: list[pathlib.Path] = few) -> object:
            return consolidate(few, target, now=_NOW, progress=progress)

        waits.append(_until_stopped(share, share / 5, work))
    return [max(waits), len(waits)]


def _until_stopped(share: float, delay: float, work: Callable[[Progress], object]) -> float:
    """Return how long work goes on once it is to stop, `delay` after it reached a share."""
    wanted, begun, at = threading.Event(), threading.Event(), [0.0]

    def progress(done: int, total: int) -> None:
        if done >= share * total:
            begun.set()
        if wanted.is_set():
            raise Cancelled

    def wish() -> None:
        begun.wait()
        time.sleep(delay)
        at[0] = time.perf_counter()
        wanted.set()

    waiting = threading.Thread(target=wish)
    waiting.start()
    with contextlib.suppress(Cancelled):
        work(progress)
    stopped = time.perf_counter()
    waiting.join()
    return max(0.0, stopped - at[0])


def _taken_apart(path: pathlib.Path, folder: pathlib.Path) -> list[float]:
    gaps = _Gaps()
    folder.mkdir()
    report = split(path, folder, progress=gaps)
    back = sum(share.rows[_CLIENTS] for share in report.shares)
    return [gaps.seconds, _peak(), BOOKS * CLIENTS, back]


def _given_up(path: pathlib.Path, folder: pathlib.Path) -> list[float]:
    """Cancel while the whole is looked through, while it is read, and while it is dealt out."""
    folder.mkdir()
    return [
        _until_stopped(share, delay, lambda progress: split(path, folder, progress=progress))
        for share, delay in ((0.0, 1.0), (0.01, 1.0), (0.3, 0.5))
    ]


class _Gaps:
    """A progress that notes how long it stood still."""

    def __init__(self) -> None:
        self._begun = self._last = time.perf_counter()
        self.longest = 0.0

    def __call__(self, _done: int, _total: int) -> None:
        now = time.perf_counter()
        self.longest = max(self.longest, now - self._last)
        self._last = now

    @property
    def seconds(self) -> float:
        return time.perf_counter() - self._begun


def _processes(count: int) -> concurrent.futures.ProcessPoolExecutor:
    """Return processes begun anew, which hold nothing of this one."""
    spawn = multiprocessing.get_context("spawn")
    return concurrent.futures.ProcessPoolExecutor(count, mp_context=spawn)


def _peak() -> float:
    """Return the most memory this process and its children had, in MiB."""
    ours = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    theirs = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    return (ours + theirs) / 1024


def _bound(what: str, measured: float, most: float, unit: str) -> Figure:
    digits = 2 if most < 10 else 0  # noqa: PLR2004 - small bounds are told to the hundredth
    return what, f"<= {most:g} {unit}", f"{measured:.{digits}f} {unit}", measured <= most


def _unwatched(_done: int, _total: int) -> None:
    """Nobody watches."""


def main() -> None:
    """Print the figures; exit 1 when one is not reached."""
    found = figures()
    for what, asked, measured, reached in found:
        print(f"{'ok ' if reached else 'NOT'} {what}: {measured} (asked {asked})")
    sys.exit(not all(reached for *_, reached in found))


if __name__ == "__main__":
    main()
