"""The same client with two consultants, found among hundreds of thousands in little memory.

Of each client only hashes are kept of what she may share with others; pandas joins them, and
those few who share one are read again and judged by `domain.consolidation`.
"""

import datetime as dt
from array import array
from collections.abc import Iterator, Mapping, Sequence
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

_PAIRS_AT_ONCE: Final = 1_000_000
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

    def candidates(self) -> Iterator[tuple[int, int]]:
        """Yield pairs of clients of different books who share something, some more than once."""
        for batch in _batches(self._shared()):
            pairs = batch.merge(batch, on="block")
            apart = (pairs["client_x"] < pairs["client_y"]) & (
                pairs["source_x"] != pairs["source_y"]
            )
            found = pairs.loc[apart, ["client_x", "client_y"]].drop_duplicates()
            found = found.sort_values(["client_x", "client_y"])
            yield from zip(found["client_x"].tolist(), found["client_y"].tolist(), strict=True)

    def _shared(self) -> "pd.DataFrame":
        """Return what clients of at least two books share, with how many share it."""
        import pandas as pd  # noqa: PLC0415 - slow to load, and only this needs it

        frame = pd.DataFrame(
            {
                "client": pd.Series(self._clients, dtype="int32"),
                "source": pd.Series(self._sources, dtype="int16"),
                "block": pd.Series(self._blocks, dtype="int64"),
            }
        )
        frame = frame[frame.duplicated("block", keep=False)]
        counted = frame.groupby("block")["source"].agg(["nunique", "size"])
        counted = counted[counted["nunique"] > 1]
        wanted = counted[counted["size"] <= MOST_IN_BLOCK]
        crowds = counted.index.difference(wanted.index)
        self.crowded = frame.loc[frame["block"].isin(crowds), "client"].nunique()
        frame = frame[frame["block"].isin(wanted.index)]
        return frame.assign(size=frame["block"].map(wanted["size"])).reset_index(drop=True)


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
