"""Days and likes as a row names them, written into the records of somebody of her family.

`person_id` None is the client herself: her own sheet has the same columns.
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from crm_desktop.domain.checks import Around, check
from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.findings import refused
from crm_desktop.domain.merge_family import moved_to
from crm_desktop.domain.open_file import text_key
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.domain.records import ClientDate, DateKind, Person, Preference, PreferenceKind
from crm_desktop.domain.returned import NamedDay
from crm_desktop.domain.sync_child_cells import FAULT_CODES, Cells
from crm_desktop.domain.sync_child_folder import EditedFolder

KIND_WORDS: Final[Mapping[DateKind, str]] = {
    DateKind.BIRTHDAY: "生日",
    DateKind.WEDDING: "结婚纪念日",
    DateKind.VALUED: "重要日子",
}
"""What a day without a name of its own is called in our workbook."""

_BETWEEN: Final = re.compile(r"[、,,;;/\n]")
_MAIN: Final = (DateKind.BIRTHDAY, DateKind.WEDDING)


def write_main_day(
    work: EditedFolder, person_id: int | None, kind: DateKind, cells: Cells, name: str
) -> None:
    """Write the one day of a kind that a column has; its policy and the like stay as they are."""
    held = work.folder().main_date(kind, person_id)
    if cells.clears(name):
        if held is not None:
            _remove_day(work, held)
        return
    said = cells.value(name, DatedFact)
    if said is None or (held is not None and held.fact == said):
        return
    day = moved_to(held or _new_day(work, person_id, kind), said)
    fault = _fault(work, day, held)
    if fault is None:
        work.put(day)
    else:
        cells.refuse(name, fault)


def write_other_days(work: EditedFolder, person_id: int | None, cells: Cells, name: str) -> None:
    """Write the days beside the main ones: they come whole, as they shall stand."""
    if not cells.speaks_of([name]):
        return
    said = () if cells.clears(name) else cells.value(name, tuple)
    if said is None:
        return
    held = [*work.folder().other_dates(person_id)]
    left = [each for each in said if not _taken_out(held, each)]
    moved: list[tuple[ClientDate, ClientDate | None]] = []
    for each in left:
        same = next((date for date in held if called(date) == each.label), None)
        if same is not None:
            held.remove(same)
        moved.append((moved_to(same or _new_other(work, person_id, each.label), each.fact), same))
    faults = [fault for each in moved if (fault := _fault(work, *each)) is not None]
    if faults:
        cells.refuse(name, faults[0])
        return
    for day, _ in moved:
        work.put(day)
    for date in held:
        _remove_day(work, date)


def write_likes(
    work: EditedFolder, person_id: int | None, kind: PreferenceKind, cells: Cells, name: str
) -> None:
    """Write what a person likes, avoids or must not get: the list comes whole."""
    if not cells.speaks_of([name]):
        return
    said = () if cells.clears(name) else cells.value(name, tuple)
    if said is None:
        return
    wanted = {text_key(text): text for text in said}
    missing = dict(wanted)
    for held in work.of(Preference):
        if held.kind is kind and held.person_id == person_id:
            pieces = _pieces(held.text, wanted)
            if pieces:
                missing = {key: text for key, text in missing.items() if key not in pieces}
            else:
                work.remove(held)
    for text in missing.values():
        work.put(replace(_preference(work, person_id), kind=kind, text=text))


def called(date: ClientDate) -> str:
    """Return what a day is called in a cell of several."""
    return date.label or date.origin or KIND_WORDS[date.kind]


def _taken_out(held: list[ClientDate], said: NamedDay) -> bool:
    """Take the very same day out of those held, and tell whether there was one."""
    for date in held:
        if called(date) == said.label and date.fact == said.fact:
            held.remove(date)
            return True
    return False


def _remove_day(work: EditedFolder, gone: ClientDate) -> None:
    """Take a day out; the next one of its kind that is kept reminds in its place."""
    work.remove(gone)
    if gone.kind not in _MAIN or not gone.is_main or gone.is_ended:
        return
    others = [
        date
        for date in work.of(ClientDate)
        if (date.kind, date.person_id) == (gone.kind, gone.person_id) and not date.is_ended
    ]
    if others and not any(date.is_main for date in others):
        work.put(replace(others[0], is_main=True))


def _new_day(work: EditedFolder, person_id: int | None, kind: DateKind) -> ClientDate:
    return ClientDate(
        client_id=work.client.id,
        person_id=person_id,
        kind=kind,
        learnt_on=work.options.now.date(),
        learnt_from=work.options.source,
        created_at=work.options.now,
    )


def _new_other(work: EditedFolder, person_id: int | None, label: str) -> ClientDate:
    """Return a day of this name: a second birthday is one, any other is a day of its own."""
    for kind in _MAIN:
        has_main = work.folder().main_date(kind, person_id) is not None
        if label == KIND_WORDS[kind] and has_main:
            return replace(_new_day(work, person_id, kind), is_main=False)
    label = "" if label == KIND_WORDS[DateKind.VALUED] else label
    return replace(_new_day(work, person_id, DateKind.VALUED), label=label)


def _fault(work: EditedFolder, date: ClientDate, known: ClientDate | None) -> ProblemCode | None:
    """Return why a day cannot be, None where it can."""
    around = Around(
        today=work.options.now.date(),
        known=known,
        persons=tuple(work.of(Person)),
        days=tuple(work.of(ClientDate)),
    )
    return next((FAULT_CODES[fault.code] for fault in refused(check(date, around))), None)


def _pieces(text: str, wanted: Mapping[str, str]) -> set[str]:
    """Return which of the texts wanted one of ours stands for: itself, or all it lists."""
    whole = text_key(text)
    if whole in wanted:
        return {whole}
    pieces = {text_key(piece) for piece in _BETWEEN.split(text) if piece.strip()}
    return pieces if pieces <= wanted.keys() else set()


def _preference(work: EditedFolder, person_id: int | None) -> Preference:
    return Preference(
        client_id=work.client.id,
        person_id=person_id,
        learnt_on=work.options.now.date(),
        learnt_from=work.options.source,
    )
