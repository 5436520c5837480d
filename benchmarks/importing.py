"""How much of the own-list sample is read right, and what reading costs beside raw calamine."""

import datetime as dt
import io
import pathlib
import time
from collections.abc import Callable

import python_calamine as calamine
import xlsxwriter

from crm_desktop.excel.own_list import OwnList, read_own_list
from crm_desktop.excel.reading import open_workbook, read_workbook
from crm_desktop.excel.synonyms import load_synonyms
from crm_desktop.paths import resources_folder
from tests.excel.truth import compared, truth_of

TODAY = dt.date(2026, 11, 22)
CLIENTS = 10_000
LEAST_RIGHT = 99.0
MOST_RATIO = 6.0
_SHARED_DATA = pathlib.Path(__file__).resolve().parents[2] / "shared" / "data"
_TIMES = 5
_UNIQUE = {0, 3}


def figures() -> list[tuple[str, str, str, bool]]:
    """Return (what, asked, measured, reached) of reading her own list."""
    own_list = _read(open_workbook_bytes())
    results = [right for _what, right in compared(own_list, truth_of(_SHARED_DATA))]
    percent = 100 * sum(results) / len(results)
    large = enlarged(own_list)
    ratio = _seconds(large, _read) / _seconds(large, _raw)
    right = f"{percent:.2f} % of {len(results)}"
    return [
        ("own-list fields right", f">= {LEAST_RIGHT:.0f} %", right, percent >= LEAST_RIGHT),
        (
            "own list of 10k hand-typed rows x 21 read and parsed / raw calamine read",
            f"<= {MOST_RATIO:.0f} x (3 is asked of our own, typed book)",
            f"{ratio:.1f} x",
            ratio <= MOST_RATIO,
        ),
    ]


def open_workbook_bytes() -> bytes:
    """Return the own-list sample."""
    return (_SHARED_DATA / "clinic" / "own_list.xlsx").read_bytes()


def enlarged(own_list: OwnList) -> bytes:
    """Return a workbook of 10,000 rows made of the sample's, names, phones and days varied."""
    source = open_workbook(_SHARED_DATA / "clinic" / "own_list.xlsx").sheets[0].rows
    people = [source[row.row_number - 1] for row in own_list.rows if row.draft.phones]
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        sheet.write_row(0, 0, list(source[1]))
        for row in range(1, CLIENTS + 1):
            for column, value in enumerate(people[row % len(people)]):
                if isinstance(value, dt.date):
                    varied = dt.date(1960 + row % 45, 1 + row % 12, 1 + row % 28)
                    sheet.write_datetime(row, column, varied, day)
                elif column in _UNIQUE:
                    sheet.write(row, column, f"{value}{row}" if column == 0 else 13 * 10**9 + row)
                elif value != "":
                    sheet.write(row, column, value)
    return stream.getvalue()


def _read(data: bytes) -> OwnList:
    synonyms = load_synonyms(resources_folder() / "synonyms.toml")
    return read_own_list(read_workbook(data, "list.xlsx"), synonyms, today=TODAY)


def _raw(data: bytes) -> object:
    book = calamine.CalamineWorkbook.from_object(io.BytesIO(data))
    return list(book.get_sheet_by_index(0).iter_rows())


def _seconds(data: bytes, read: Callable[[bytes], object]) -> float:
    """Return the least processor time of several readings."""
    spent = []
    for _ in range(_TIMES):
        began = time.process_time()
        read(data)
        spent.append(time.process_time() - began)
    return min(spent)


if __name__ == "__main__":
    for line in figures():
        print(*line, sep=" | ")
