"""A contact file from a phone as rows of a list, for the same plan as any other list."""

import datetime as dt
import pathlib
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from crm_desktop.domain.drafts import CellProblem, ChildDraft, Field
from crm_desktop.domain.errors import (
    ContactsTooMany,
    ContactsUnreadable,
    NoContacts,
    WorkbookEmpty,
    WorkbookMissing,
)
from crm_desktop.excel.mapping import Column
from crm_desktop.excel.rows import ListRow, RowReader
from crm_desktop.excel.workbook import CellValue, Sheet, Workbook, column_letter
from crm_desktop.phone.card_reader import read_cards
from crm_desktop.phone.cards import Card

MOST_BYTES: Final = 256 * 1024**2
SUFFIXES: Final = frozenset({".vcf", ".vcard"})
_HEAD: Final = 64
_BEGIN: Final = b"begin:vcard"

_HEADINGS: Final = {
    Field.NAME: "姓名",
    Field.DISPLAY_NAME: "称呼",
    Field.SEX: "性别",
    Field.PHONE: "电话",
    Field.BIRTHDAY: "生日",
    Field.WECHAT: "微信号",
    Field.QQ: "QQ",
    Field.OCCUPATION: "职业",
    Field.ADDRESS: "地址",
    Field.HUSBAND_NAME: "老公姓名",
    Field.WEDDING: "结婚纪念日",
    Field.NOTES: "备注",
    Field.CHILDREN: "孩子",
}
"""The headings under which the contacts with problems are handed back, to be read as a list."""

_COLUMNS: Final = tuple(
    Column(index=index, number=index + 1, heading=heading, field=field)
    for index, (field, heading) in enumerate(_HEADINGS.items())
    if field is not Field.CHILDREN
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardList:
    """The cards of a file as rows, numbered like the cards, and as one sheet without a name."""

    workbook: Workbook
    headings: tuple[str, ...]
    rows: tuple[ListRow, ...]


def holds_cards(path: pathlib.Path) -> bool:
    """Return whether a file is one of contacts: by its name, or by how it begins."""
    if path.suffix.casefold() in SUFFIXES:
        return True
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError:
        return False
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    return plain[: len(_BEGIN)].lower() == _BEGIN


def read_card_file(
    path: pathlib.Path, *, today: dt.date, tick: Callable[[int, int], None] | None = None
) -> CardList:
    """Read the contacts at `path`.

    Raises:
        NoContacts, ContactsTooMany, ContactsUnreadable: of what is in it.
        WorkbookMissing, WorkbookEmpty: it is not there, or holds not one byte.
        Cancelled: `tick` raised it.

    """
    name = path.name.encode("utf-8", "replace").decode("utf-8")
    return card_list(read_cards(_bytes(path, name), name, tick), name, today=today)


def card_list(cards: Sequence[Card], name: str, *, today: dt.date) -> CardList:
    """Return cards as the rows of a list; what cannot be read is told as a cell is."""
    reader = RowReader("", _COLUMNS, today)
    headings = tuple(_HEADINGS.values())
    cells: list[tuple[CellValue, ...]] = [_cells(card) for card in cards]
    rows = tuple(
        _row(reader.read(card.number, line, frozenset()), card)
        for card, line in zip(cards, cells, strict=True)
    )
    sheet = Sheet(name="", rows=(headings, *cells), first_row=0)
    return CardList(workbook=Workbook(name=name, sheets=(sheet,)), headings=headings, rows=rows)


def in_columns(problems: Iterable[CellProblem]) -> list[CellProblem]:
    """Return the problems of cards with the letters of the sheet they are handed back on."""
    letters = {field.value: column_letter(at) for at, field in enumerate(_HEADINGS, 1)}
    return [replace(one, column=letters.get(one.field or "", "")) for one in problems]


def _cells(card: Card) -> tuple[CellValue, ...]:
    texts = {**card.texts, Field.CHILDREN: "、".join(card.children)}
    return tuple(texts.get(field, "") for field in _HEADINGS)


def _row(row: ListRow, card: Card) -> ListRow:
    """Return a row with the children by name, and its problems without a letter of a column."""
    draft = replace(row.draft, children=tuple(ChildDraft(label=name) for name in card.children))
    if draft.husband is not None:
        draft = replace(draft, husband=replace(draft.husband, relation=card.partner))
    return replace(row, draft=draft, problems=tuple(map(_without_column, row.problems)))


def _without_column(problem: CellProblem) -> CellProblem:
    return replace(problem, column="")


def _bytes(path: pathlib.Path, name: str) -> bytes:
    """Return what the file holds; a pipe or a device, which may never end, is not read."""
    try:
        about = path.stat()
        if not stat.S_ISREG(about.st_mode):
            raise NoContacts(name)
        if not about.st_size:
            raise WorkbookEmpty(name)
        if about.st_size > MOST_BYTES:
            raise ContactsTooMany(name)
        return path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise WorkbookMissing(name) from error
    except OSError as error:
        raise ContactsUnreadable(name) from error
