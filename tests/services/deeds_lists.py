"""Deeds about lists that come in: the ways of reading them are kept, edited, passed on."""

import json
import pathlib
import random
import tempfile
from collections.abc import Mapping
from typing import Final

from crm_desktop.domain.drafts import Field
from crm_desktop.domain.import_plan import SheetRead
from crm_desktop.domain.reading_rules import DateOrder, ReadingRules
from crm_desktop.domain.records import Change, ImportProfile
from crm_desktop.excel.workbook import Sheet, Workbook
from crm_desktop.services.book import Book
from crm_desktop.services.read_list import ReadList
from tests.services.picking import Deed, picked, word


def save_profile(book: Book, chance: random.Random) -> Change:
    sheet = Sheet(name="客户", rows=[["称呼", word(chance)]])
    read = ReadList(
        file="名单.xlsx",
        workbook=Workbook(name="名单.xlsx", sheets=(sheet,)),
        rows=(),
        skipped=0,
        sheets=(SheetRead(name="客户", header_row=1, mapping={}),),
    )
    return book.profiles.save(word(chance), read, rules(chance))


def edit_profile(book: Book, chance: random.Random) -> Change:
    return book.profiles.edit(picked(book, chance, ImportProfile).id, rules(chance))


def rename_profile(book: Book, chance: random.Random) -> Change:
    names = [one.name for one in book.profiles.list()]
    name = chance.choice([word(chance), *names])
    return book.profiles.rename(picked(book, chance, ImportProfile).id, name)


def remove_profile(book: Book, chance: random.Random) -> Change:
    return book.profiles.remove(picked(book, chance, ImportProfile).id)


def take_in_profile(book: Book, chance: random.Random) -> Change:
    passed_on = {
        "client-keeper-profile": 1,
        "name": word(chance),
        "kind": "clinic",
        "headings": [word(chance)],
        "rules": {"card_source": word(chance)},
    }
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "list.json"
        path.write_text(json.dumps(passed_on), encoding="utf-8")
        return book.profiles.read_file(path)[1]


def rules(chance: random.Random) -> ReadingRules:
    order = chance.choice(list(DateOrder))
    return ReadingRules(columns={word(chance): Field.NAME}, date_order=order)


LISTS: Final[Mapping[str, Deed]] = {
    "profiles.save": save_profile,
    "profiles.edit": edit_profile,
    "profiles.rename": rename_profile,
    "profiles.remove": remove_profile,
    "profiles.read_file": take_in_profile,
}
"""Each by service and method."""
