"""Child sheets of our workbook come back: rows into the records of one client.

Everything a row says goes the way of the window: lines of bills with all that follows from
them, days and amounts that cannot be refused for their cell alone.
"""

from collections.abc import Collection, Mapping, Sequence

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Options
from crm_desktop.domain.returned import SaidValue
from crm_desktop.domain.sync_child_rows import ChildRow, Edits, Numbers

__all__ = ["ChildRow", "Edits", "Numbers", "child_edits", "current_part", "same_fact"]


def child_edits(
    folder: ClientFolder, rows: Sequence[ChildRow], numbers: Numbers, options: Options
) -> Edits:
    """Return what the rows of one client come to, in whatever order they stand in the file.

    A session finds the package another row brings; the client may be changed too (a sale
    makes her a customer).
    """
    raise NotImplementedError


def same_fact(
    folder: ClientFolder, table: str, values: Mapping[str, SaidValue], taken: Collection[str]
) -> str | None:
    """Return which row of hers a row that was written in tells of already, None for none.

    `taken` are the parts other rows of the file stand for: of equal ones the n-th written in
    meets the n-th that is left.
    """
    raise NotImplementedError


def current_part(folder: ClientFolder, table: str, part: str) -> str | None:
    """Return the part under which a row of an earlier workbook goes out today, None if gone.

    A visit may have got its first line since (`v7` is `v7/b9` now), a line its visit.
    """
    raise NotImplementedError
