"""The same client with two consultants, found among hundreds of thousands in little memory.

Of each client only hashes are kept of what she may share with others; pandas joins them, and
those few who share one are read again and judged by `domain.consolidation`.
"""

import datetime as dt
from array import array
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from crm_desktop.domain.consolidation import (
    COMPARED,
    NEVER_SILENT,
    Likeness,
    blocks,
    phones_differ,
)
from crm_desktop.domain.dates import DatedFact, born_on
from crm_desktop.domain.matching import Identity, name_key, same_day
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.row_hash import read
from crm_desktop.excel.parsing.dates import parse_date
from crm_desktop.excel.parsing.phones import parse_phones
from crm_desktop.excel.parsing.text import parts_of
from crm_desktop.excel.workbook import CellValue

if TYPE_CHECKING:
    import pandas as pd

Cells = Mapping[str, CellValue]
"""The cells of one client, by the keys of their columns."""

MOST_IN_BLOCK: Final = 200
"""What more clients than this share is a number of the clinic's own, or nobody's name."""

_PAIRS_AT_ONCE: Final = 200_000
_PARTS: Final = 16
_PAIR: Final = ["client_x", "client_y"]
_DAYS: Final = {"client.birthday", "client.wedding"}
_LISTS: Final = {"client.allergies", "client.card_number"}


class Crowd:
    """All clients of all books, as hashes of what they may share.

    Attributes:
        crowded: how many share something with so many others that it does not tell them; known
            once the candidates are.
    """

    def __init__(self) -> None:
        self.crowded = 0
        self._clients = array("i")
        self._sources = array("h")
        self._blocks = array("q")

    def add(self, number: int, source: int, likeness: Likeness) -> None:
        """Take in one client of one book."""
        for block in set(blocks(likeness)):
            self._clients.append(number)
            self._sources.append(source)
            self._blocks.append(hash(block))

    def candidates(self, beat: Callable[[], None]) -> Iterator[tuple[int, int]]:
        """Yield each pair of clients of different books who share something, in their order.

        `beat` is called many times, and raises `Cancelled` to stop.
        """
        import pandas as pd  # noqa: PLC0415 - slow to load, and only this needs it

        crowded: set[int] = set()
        found = []
        whole = self._frame(beat)
        for part in range(_PARTS):
            beat()
            shared, crowd = self._shared(whole, part)
            crowded.update(crowd)
            for batch in _batches(shared):
                beat()
                pairs = batch.merge(batch, on="block")
                apart = (pairs["client_x"] < pairs["client_y"]) & (
                    pairs["source_x"] != pairs["source_y"]
                )
                found.append(pairs.loc[apart, ["client_x", "client_y"]].drop_duplicates())
        self.crowded = len(crowded)
        met = pd.concat(found).drop_duplicates() if found else pd.DataFrame(columns=_PAIR)
        met = met.sort_values(_PAIR)
        yield from zip(met["client_x"].tolist(), met["client_y"].tolist(), strict=True)

    def _frame(self, beat: Callable[[], None]) -> "pd.DataFrame":
        import pandas as pd  # noqa: PLC0415 - as above

        columns = {}
        for name, values, kind in (
            ("client", self._clients, "int32"),
            ("source", self._sources, "int16"),
            ("block", self._blocks, "int64"),
        ):
            beat()
            columns[name] = pd.Series(values, dtype=kind)
        return pd.DataFrame(columns)

    @staticmethod
    def _shared(whole: "pd.DataFrame", part: int) -> "tuple[pd.DataFrame, list[int]]":
        """Return, of one part of the blocks, what clients of at least two books share.

        With how many share it, and the clients who do with too many others.
        """
        frame = whole[whole["block"] % _PARTS == part]
        frame = frame[frame.duplicated("block", keep=False)]
        counted = frame.groupby("block")["source"].agg(["nunique", "size"])
        counted = counted[counted["nunique"] > 1]
        wanted = counted[counted["size"] <= MOST_IN_BLOCK]
        crowds = counted.index.difference(wanted.index)
        crowded: list[int] = frame.loc[frame["block"].isin(crowds), "client"].tolist()
        frame = frame[frame["block"].isin(wanted.index)]
        return frame.assign(size=frame["block"].map(wanted["size"])).reset_index(drop=True), crowded


def _batches(shared: "pd.DataFrame") -> Iterator["pd.DataFrame"]:
    """Yield whole blocks, as many at once as make a bounded number of pairs."""
    shared = shared.sort_values(["block", "client"])
    part = shared["size"].cumsum() // _PAIRS_AT_ONCE
    part = part.groupby(shared["block"]).transform("first")
    for _, batch in shared.groupby(part):
        yield batch[["client", "source", "block"]]


def likeness_of(cells: Cells, today: dt.date) -> Likeness:
    """Return what tells a client, as far as her row does."""
    parsed = parse_phones(cells.get("client.phone"))
    masked = tuple(
        str(problem.value)
        for problem in parsed.problems
        if problem.code is ProblemCode.PHONE_MASKED
    )
    mark = read(_text(cells.get("identity")))
    keys = (() if mark is None else (f"uid:{mark.uid}",)) + tuple(
        f"card:{card}" for card in parts_of(cells.get("client.card_number"))
    )
    handles = (_text(cells.get(f"client.{account}")).strip() for account in ("wechat", "qq"))
    name = _text(cells.get("client.name")).strip()
    return Likeness(
        identity=Identity(
            names=(name,) if name else (),
            phones=parsed.value or (),
            birthday=_fact(cells.get("client.birthday"), today),
            handles=tuple(handle for handle in handles if handle),
            keys=keys,
        ),
        masked=masked,
    )


def differences(members: Sequence[Cells], today: dt.date) -> Iterator[tuple[str, int, int]]:
    """Yield what rows of one person say differently: the key, and the places of two of them.

    Everyone is held against the first who says something.
    """
    for key in COMPARED:
        said = [place for place, cells in enumerate(members) if cells.get(key) is not None]
        for place, cells in enumerate(members):
            if said and place != said[0] and _differ(key, members[said[0]], cells, today):
                yield key, min(said[0], place), max(said[0], place)


def _differ(key: str, ours: Cells, theirs: Cells, today: dt.date) -> bool:
    one, other = ours.get(key), theirs.get(key)
    if one is None or other is None:
        return key in NEVER_SILENT and one != other
    if key == "client.phone":
        return phones_differ(likeness_of(ours, today), likeness_of(theirs, today))
    if key in _DAYS:
        return _days_differ(one, other, today)
    if key in _LISTS:
        first, second = set(parts_of(one)), set(parts_of(other))
        return first != second if key in NEVER_SILENT else not (first <= second or second <= first)
    return name_key(_text(one)) != name_key(_text(other))


def _days_differ(one: CellValue, other: CellValue, today: dt.date) -> bool:
    first, second = _fact(one, today), _fact(other, today)
    if first is None or second is None:
        return name_key(_text(one)) != name_key(_text(other))
    if first.calendar is second.calendar:
        return not same_day(first, second)
    born = born_on(first)
    return born is None or born != born_on(second)


def _fact(value: CellValue, today: dt.date) -> DatedFact | None:
    fact = parse_date(value, today=today)
    return fact if isinstance(fact, DatedFact) else None


def _text(value: CellValue) -> str:
    return "" if value is None else str(value)
