"""A row of sheet 客户 written into the folder of its client, everything decided."""

import itertools
from collections.abc import Iterator, Mapping
from dataclasses import fields, replace
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.import_plan import Fact, Options
from crm_desktop.domain.problems import Problem
from crm_desktop.domain.records import (
    Client,
    ClientDate,
    DateKind,
    FactSource,
    LeadState,
    Preference,
    PreferenceKind,
    Sex,
    Tier,
)
from crm_desktop.domain.sync_child_cells import Cells, Place, day, number, text
from crm_desktop.domain.sync_child_days import write_likes, write_main_day, write_other_days
from crm_desktop.domain.sync_child_folder import EditedFolder
from crm_desktop.domain.sync_child_rows import ChildRow, Numbers
from crm_desktop.domain.sync_lists import with_cards, with_phones, with_tags

REFERRED_BY: Final = "client.referred_by"
Written = tuple[tuple[Fact, ...], tuple[Fact, ...], tuple[Fact, ...]]
"""New, changed and removed records."""

_TEXTS: Final = (
    "display_name",
    "wechat",
    "qq",
    "occupation",
    "address",
    "personality",
    "health_notes",
    "dialect",
    "affordability",
    "risk_attitude",
    "appearance_expectation",
    "source",
    "owner",
    "notes",
    "private_notes",
)
_CELLS: Final[Mapping[str, Place]] = {
    "name": text("name", needed=True),
    **{name: text(name) for name in _TEXTS},
    "sex": Place("sex", Sex),
    "tier": Place("tier", Tier),
    "lead_state": Place("lead_state", LeadState),
    **{name: Place(name, bool, False) for name in ("vip", "marked_big", "do_not_contact")},
    **{name: number(name) for name in ("income", "children_count", "visits_stated")},
    **{name: day(name) for name in ("deceased_on", "archived_on")},
    "first_contact": day("first_contact_on"),
}
_DAYS: Final = (("birthday", DateKind.BIRTHDAY), ("wedding", DateKind.WEDDING))
_LIKES: Final = (
    ("likes", PreferenceKind.LIKE),
    ("taboos", PreferenceKind.TABOO),
    ("allergies", PreferenceKind.ALLERGY),
)
_CLIENT_FIELDS: Final = tuple(field.name for field in fields(Client))
_LISTS: Final = tuple(
    field.name
    for field in fields(ClientFolder)
    if field.name not in {"client", "referred_by", "guests"}
)
_OUT_OF_THE_WAY: Final = 1_000_000
"""Rows of child sheets number their new records from -1 downwards."""


def with_client_row(
    folder: ClientFolder,
    row: ChildRow,
    numbers: Numbers,
    options: Options,
    referred_by: int | None = None,
) -> tuple[ClientFolder, tuple[Problem, ...]]:
    """Return the folder as it stands after a row, and what of the row was not taken.

    `referred_by` is the client that cell means. New records have numbers below 0.
    """
    cells = Cells(row)
    work = EditedFolder(folder, numbers, options)
    today = options.now.date()
    work.client = cells.written(folder.client, _CELLS, today)
    work.client = _referred(work.client, cells, referred_by)
    for name, kind in _DAYS:
        write_main_day(work, None, kind, cells, name)
    write_other_days(work, None, cells, "other_dates")
    for name, liked in _LIKES:
        write_likes(work, None, liked, cells, name)
    after = _out_of_the_way(work.folder())
    for put in (with_phones, with_cards, with_tags):
        after = put(after, cells, options)
    return after, tuple(cells.problems)


def written(before: ClientFolder | None, after: ClientFolder, options: Options) -> Written:
    """Return what is to be written so that `before` (None: nobody) becomes `after`."""
    if before is None:
        return (after.client, *map(_numbered, _facts(after))), (), ()
    held = {(type(fact), fact.id): fact for fact in _facts(before)}
    now = {(type(fact), fact.id): fact for fact in _facts(after)}
    new = [_numbered(fact) for place, fact in now.items() if place not in held]
    changed = [fact for place, fact in now.items() if held.get(place, fact) != fact]
    removed = [fact for place, fact in held.items() if place not in now]
    if _unstamped(after.client) != _unstamped(before.client):
        changed.insert(0, replace(after.client, updated_at=options.now))
        for source in _sources(before, after.client, options):
            (changed if source.id else new).append(source)
    return tuple(new), tuple(changed), tuple(removed)


def _referred(client: Client, cells: Cells, referred_by: int | None) -> Client:
    if cells.clears("referred_by"):
        return replace(client, referred_by_id=None)
    return client if referred_by is None else replace(client, referred_by_id=referred_by)


def _out_of_the_way(folder: ClientFolder) -> ClientFolder:
    """Return the folder with its new days and likes numbered far below 0."""

    def moved(fact: ClientDate | Preference) -> ClientDate | Preference:
        is_fresh = -_OUT_OF_THE_WAY < fact.id < 0
        return replace(fact, id=fact.id - _OUT_OF_THE_WAY) if is_fresh else fact

    lists = {name: tuple(map(moved, getattr(folder, name))) for name in ("dates", "preferences")}
    return replace(folder, **lists)  # type: ignore[arg-type] # each list keeps its kind


def _facts(folder: ClientFolder) -> Iterator[Fact]:
    return itertools.chain.from_iterable(getattr(folder, name) for name in _LISTS)


def _numbered(fact: Fact) -> Fact:
    """Return a new record as the book is to number it, unless it has a number of its own."""
    return replace(fact, id=0) if fact.id < 0 else fact


def _unstamped(client: Client) -> Client:
    return replace(client, updated_at=None)


def _sources(before: ClientFolder, client: Client, options: Options) -> Iterator[FactSource]:
    """Yield from where each value that is another now was learnt."""
    known = {source.field: source.id for source in before.sources}
    for name in _CLIENT_FIELDS:
        if name != "updated_at" and getattr(client, name) != getattr(before.client, name):
            yield FactSource(
                id=known.get(name, 0),
                client_id=client.id,
                field=name,
                learnt_on=options.now.date(),
                learnt_from=options.source,
            )
