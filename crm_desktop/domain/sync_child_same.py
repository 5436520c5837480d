"""A row that was written in: whether the book has what it tells of already."""

from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.records import Bill, BillKind, DateKind, Person, Visit
from crm_desktop.domain.returned import GiftDay, SaidValue
from crm_desktop.domain.sync_child_family import whom
from crm_desktop.domain.sync_child_folder import FIELDS
from crm_desktop.domain.sync_child_lines import LINES, tells_the_same
from crm_desktop.domain.sync_child_visits import part_of

Said = Mapping[str, SaidValue]
Key = tuple[object, ...]

ALL_LINES: Final = (*LINES["project"], *LINES["follow_up"])


def same_row(folder: ClientFolder, table: str, said: Said, taken: Collection[str]) -> str | None:
    """Return the part of the first row that tells the same and is not taken, None for none.

    `said` is by the names of the columns.
    """
    return _FINDERS[table](folder, said, taken)


def rows_of(folder: ClientFolder) -> Iterator[tuple[str, Visit | None, Bill | None]]:
    """Yield the rows of sheet 到院消费 as they go out today."""
    visits = {visit.id: visit for visit in folder.visits}
    with_lines = {bill.visit_id for bill in folder.bills}
    for visit in folder.visits:
        if visit.id not in with_lines:
            yield part_of(visit, None), visit, None
        for bill in folder.bills:
            if bill.visit_id == visit.id:
                yield part_of(visit, bill), visit, bill
    for bill in folder.bills:
        if bill.visit_id not in visits:
            yield part_of(None, bill), None, bill


def _person(folder: ClientFolder, said: Said, taken: Collection[str]) -> str | None:
    for person in folder.persons:
        part = f"p{person.id}"
        if part not in taken and _is_person(folder, person, said):
            return part
    return None


def _is_person(folder: ClientFolder, person: Person, said: Said) -> bool:
    """Tell by the relation and a name, by the birthday where neither has one."""
    if said.get("relation") not in {None, person.relation}:
        return False
    names = [(person.nickname, said.get("nickname")), (person.name, said.get("name"))]
    pairs = [(_text(ours), _text(theirs)) for ours, theirs in names if ours and theirs]
    if pairs:
        return all(ours == theirs for ours, theirs in pairs)
    if said.get("nickname") or said.get("name"):
        return False
    born = folder.main_date(DateKind.BIRTHDAY, person.id)
    fact = said.get("birthday")
    is_unnamed = not (person.nickname or person.name)
    return is_unnamed and isinstance(fact, DatedFact) and born is not None and born.fact == fact


def _visit(folder: ClientFolder, said: Said, taken: Collection[str]) -> str | None:
    """Find a line by its day, kind, project and amount, an arrival by its day."""
    names_bill = any(said.get(name) is not None for name in ("project", "paid", "bill_kind"))
    for part, visit, bill in rows_of(folder):
        if not names_bill:
            is_it = visit is not None and visit.on == said.get("on")
        else:
            is_it = part not in taken and bill is not None and _is_bill(visit, bill, said)
        if is_it:
            return part
    return None


def _is_bill(visit: Visit | None, bill: Bill, said: Said) -> bool:
    day = bill.on if visit is None else visit.on
    number = _text(said.get("order_number"))
    is_of_order = not number or not bill.order_number or number == text_key(bill.order_number)
    return day == said.get("on") and is_of_order and _bill_key(bill) == _said_bill(said)


def _bill_key(bill: Bill) -> Key:
    return bill.kind, text_key(bill.project), abs(bill.paid)


def _said_bill(said: Said) -> Key:
    paid = said.get("paid")
    amount = abs(paid) if isinstance(paid, int) else 0
    return said.get("bill_kind", BillKind.PAYMENT), _text(said.get("project")), amount


def _line(folder: ClientFolder, said: Said, taken: Collection[str]) -> str | None:
    for line in ALL_LINES:
        if line.kind is said.get("kind"):
            known = {place.field: said[name] for name, place in line.places.items() if name in said}
            asked = line.record(**known)  # type: ignore[arg-type] # what the cells of these fields hold
            for ours in getattr(folder, FIELDS[line.record]):
                part = f"{line.letter}{ours.id}"
                if part not in taken and tells_the_same(line, ours, asked):
                    return part
    return None


def _gift(folder: ClientFolder, said: Said, taken: Collection[str]) -> str | None:
    found = whom(folder.persons, str(said.get("recipient") or ""))
    day = said.get("on")
    on, month_only = (day.on, day.month_only) if isinstance(day, GiftDay) else (None, False)
    wanted = (on, month_only, _text(said.get("item")), said.get("cost"))
    for gift in folder.gifts:
        part = f"g{gift.id}"
        if part in taken or found is None or gift.person_id != found[0]:
            continue
        if (gift.on, gift.month_only, text_key(gift.item), gift.cost) == wanted:
            return part
    return None


def _text(said: object) -> str:
    return text_key(said) if isinstance(said, str) else ""


_FINDERS: Final[Mapping[str, Callable[[ClientFolder, Said, Collection[str]], str | None]]] = {
    "person": _person,
    "visit": _visit,
    "project": _line,
    "gift": _gift,
    "follow_up": _line,
}
