"""The cells of a row of our workbook come back, each as three know it: ours, theirs, the base."""

import datetime as dt
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Value
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.private_text import masked_phone
from crm_desktop.domain.returned import CardSaid, NamedDay, ReturnedRow, ReturnedSheet, SaidValue
from crm_desktop.domain.sync_cell import CellSides, Item, Rule
from crm_desktop.domain.sync_child_days import called
from crm_desktop.domain.three_way import EMPTIED, pieces
from crm_desktop.excel.canonical import bare
from crm_desktop.excel.cell_text import Cleaner, cleaner_for, fitted
from crm_desktop.excel.columns import WHOSE, Cell, Column, Kind, Sheet
from crm_desktop.excel.day_cells import day_text
from crm_desktop.services.sync_bases import Cells

ACTION: Final = "action"
"""The field of a difference, and of `Options.decided`, that is about a whole row."""

_ELSEWHERE: Final = "uid"
_ASKS: Final = frozenset({"client.name", "client.birthday"})
_WORDS: Final = frozenset({"likes", "taboos", "allergies", "tags", "needs"})
_LISTS: Final = {"other_dates": Rule.DAYS, "card_number": Rule.CARDS, "phone": Rule.PHONES}
_TEXTS: Final = {Kind.TEXT, Kind.NOTE}
_MOBILE: Final = re.compile(r"(?<!\d)1[3-9]\d[ \-]?\d{4}[ \-]?\d{4}(?!\d)")
_MASK: Final = re.compile(r"\d{3}\*{2,}\d{4}")


class Held(NamedTuple):
    """A cell of ours: all of it, what the other side may see of it, whether that is all of it."""

    whole: str
    seen: str
    is_whole: bool


class RowHad(NamedTuple):
    """What the other side had of a row: in the very file it came with, and last."""

    stated: Cells | None = None
    last: Cells | None = None


NOTHING: Final = RowHad()


class _Said(NamedTuple):
    """A cell that is changed: ours, their text as we would write it, what they had."""

    column: Column
    key: str
    held: Held
    theirs: str
    bases: tuple[str, ...]


class SheetSides:
    """The columns of one sheet, as cells of it merge that were for one recipient.

    Attributes:
        sheet: the sheet as we write it.
        said: the sheet as it came back.
        unread: keys of cells that are changed and could not be read.
    """

    def __init__(
        self, sheet: Sheet, said: ReturnedSheet, recipient: Recipient, *, is_masked: bool
    ) -> None:
        self.sheet = sheet
        self.said = said
        self._is_masked = is_masked
        self._cleaners = {
            column.name: cleaner_for(column, recipient, mask_phones=is_masked)
            for column in sheet.columns
        }
        self._columns = [
            (place, column, sheet.full_key(column))
            for place, column in enumerate(sheet.columns)
            if sheet.full_key(column) in said.keys
            and _comes_back(column)
            and (recipient is Recipient.ME or not column.is_owner_only)
        ]

    @property
    def keys(self) -> tuple[str, ...]:
        """Return the columns that are compared."""
        return tuple(key for _, _, key in self._columns)

    def rows(self, folder: ClientFolder) -> dict[str, tuple[Cell, ...]]:
        """Return the rows of a client as they would go out today, by part."""
        return dict(self.sheet.rows(folder))

    def seen(self, cells: Sequence[Cell] | None) -> dict[str, str]:
        """Return a row of ours as the other side would have it, filled cells alone."""
        texts = (
            (key, self._held(column, cells, place).seen) for place, column, key in self._columns
        )
        return {key: text for key, text in texts if text}

    def is_unchanged(self, row: ReturnedRow, base: Cells) -> bool:
        """Return whether a row says what it said when it left, in the columns it still has."""
        return not row.cleared and all(
            row.cells.get(key, "") == base.get(key, "") for _, _, key in self._columns
        )

    def changed(
        self,
        row: ReturnedRow,
        cells: Sequence[Cell] | None,
        folder: ClientFolder,
        bases: Sequence[Cells],
    ) -> Iterator[CellSides | str]:
        """Yield the cells they changed; of one that cannot be read its key alone.

        `cells` is the row of ours, None for one that is to be.
        """
        for place, column, key in self._columns:
            theirs = EMPTIED if key in row.cleared else row.cells.get(key, "")
            if not theirs:
                continue
            held = self._held(column, cells, place)
            known = tuple(base.get(key, "") for base in bases)
            also = row.also.get(key, theirs)
            if not {theirs, also}.isdisjoint({held.seen, *known}) and also:
                continue
            if theirs in known or theirs == held.seen or (not also and not held.seen):
                continue
            if theirs != EMPTIED and also and key not in row.values:
                yield key
                continue
            said = _Said(column, key, held, also or EMPTIED, known)
            yield self._sides(said, row, folder)

    def shown(self, key: str, text: str) -> Value:
        """Return one side of a difference as a value of its column."""
        column = next((each for _, each, name in self._columns if name == key), None)
        if not text or column is None:
            return text or None
        if column.kind in {Kind.COUNT, Kind.MONEY}:
            return int(text) if text.lstrip("-").isdecimal() else text
        if column.kind in {Kind.DATE, Kind.DAY}:
            return _day(text)
        return text

    def base_after(
        self,
        row: ReturnedRow,
        had: RowHad = NOTHING,
        undecided: Collection[str] = (),
        *,
        elsewhere: str = "",
    ) -> dict[str, str]:
        """Return what the other side has from now on, in the order of the columns.

        What this file says as it said when it left may have been overtaken since; what nobody
        has decided yet comes up again. `elsewhere` is the identity the row came with, where
        that is not of its client.
        """
        stated, last = had
        known = last if last is not None else stated or {}
        after: dict[str, str] = {}
        for column in self.sheet.columns:
            key = self.sheet.full_key(column)
            before, said = known.get(key, ""), row.cells.get(key, "")
            if key in row.cleared:
                said = EMPTIED
            is_news = key in self.said.keys and key not in undecided
            if stated is not None and last is not None and said == stated.get(key, ""):
                is_news = False
            if not (said or row.stated_hash):  # a row without its identity left nothing out
                is_news = False
            text = said if is_news else before
            if text:
                after[key] = text
        if row.deletes and ACTION not in undecided:
            after[ACTION] = EMPTIED
        if elsewhere:
            after[_ELSEWHERE] = elsewhere
        return after

    def _held(self, column: Column, cells: Sequence[Cell] | None, place: int) -> Held:
        value = None if cells is None else cells[place]
        if value is None or value == "":
            return Held("", "", is_whole=True)
        if not isinstance(value, str):
            return Held(str(value), str(value), is_whole=True)
        clean: Cleaner | None = self._cleaners[column.name]
        text, was_cut = fitted(value if clean is None else clean(value))
        return Held(value, bare(text), not was_cut)

    def _sides(self, said: _Said, row: ReturnedRow, folder: ClientFolder) -> CellSides | str:
        column, held = said.column, said.held
        rule = _rule(column, said.key)
        value = row.values.get(said.key)
        written = said.theirs
        if self._is_masked and column.kind in _TEXTS and rule is not Rule.PHONES:
            written = _unmasked(said.theirs, held.whole, folder)
            if _MASK.search(written) is not None:
                return said.key
            if isinstance(value, str) and written != said.theirs:
                value = written
        return CellSides(
            key=said.key,
            rule=rule,
            ours=held.seen,
            theirs=said.theirs,
            bases=said.bases,
            value=value,
            held=held.whole,
            written=written,
            is_whole=held.is_whole,
            our_items=self._ours(rule, folder, held, _person(row)),
            their_items=self._theirs(rule, value),
            base_items=tuple(_of_base(rule, base) for base in said.bases),
        )

    def _ours(
        self, rule: Rule, folder: ClientFolder, held: Held, person_id: int | None
    ) -> Mapping[str, Item]:
        if rule is Rule.WORDS:
            return {text_key(piece): piece for piece in pieces(held.whole)}
        if rule is Rule.PHONES:
            return {self._phone_key(phone.digits): phone.digits for phone in folder.phones}
        if rule is Rule.CARDS:
            return {
                card.number: CardSaid(number=card.number, source=card.source)
                for card in folder.cards
            }
        if rule is Rule.DAYS:
            days = [
                NamedDay(label=called(date), fact=date.fact)
                for date in folder.other_dates(person_id)
            ]
            return {_day_key(day): day for day in days}
        return {}

    def _theirs(self, rule: Rule, value: SaidValue | None) -> Mapping[str, Item]:
        items = value if isinstance(value, tuple) else ()
        if rule is Rule.WORDS:
            return {text_key(one): one for item in items for one in pieces(str(item))}
        if rule is Rule.PHONES:
            return {self._phone_key(str(item)): str(item) for item in items}
        if rule is Rule.CARDS:
            return {item.number: item for item in items if isinstance(item, CardSaid)}
        return {_day_key(item): item for item in items if isinstance(item, NamedDay)}

    def _phone_key(self, digits: str) -> str:
        return masked_phone(digits) if self._is_masked else digits


def _comes_back(column: Column) -> bool:
    return not column.is_derived and column is not WHOSE


def _rule(column: Column, key: str) -> Rule:
    if key in _ASKS:
        return Rule.ASKS
    if column.kind is Kind.NOTE:
        return Rule.NOTE
    if column.name in _WORDS:
        return Rule.WORDS
    return _LISTS.get(column.name, Rule.SINGLE)


def _of_base(rule: Rule, text: str) -> frozenset[str]:
    """Return the items a base lists, by what tells them apart."""
    if text == EMPTIED:
        return frozenset()
    if rule is Rule.DAYS:
        return frozenset(text_key(each) for each in text.split(";") if each.strip())
    if rule is Rule.CARDS:
        return frozenset(each.rpartition(":")[2] for each in pieces(text))
    return frozenset(map(text_key, pieces(text)))


def _day_key(day: NamedDay) -> str:
    return text_key(f"{day.label} {day_text(day.fact)}")


def _day(text: str) -> Value:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return text


def _person(row: ReturnedRow) -> int | None:
    number = row.part.removeprefix("p")
    return int(number) if row.table == "person" and number.isdecimal() else None


def _unmasked(text: str, ours: str, folder: ClientFolder) -> str:
    """Return their text with the numbers of ours that were masked in it."""
    if "*" not in text:
        return text
    numbers = [*_MOBILE.findall(ours), *(phone.digits for phone in folder.phones)]
    for number in numbers:
        digits = re.sub(r"\D", "", number)
        text = text.replace(masked_phone(digits), number)
    return text
