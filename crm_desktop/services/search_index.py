"""What is derived from a client's rows, kept in step: list index, keys, dates, next days."""

import functools
import json
from collections.abc import Callable, Collection, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Row, delete, func, insert, select, text
from sqlalchemy.orm import Session

from crm_desktop.domain.base_facts import counted_sql
from crm_desktop.domain.dates import Calendar, DatedFact, policy_from_code
from crm_desktop.domain.occurrences import bucket_of
from crm_desktop.domain.records import DepositState, Relation, Tier
from crm_desktop.domain.traits import Known, bits, traits_of
from crm_desktop.models import CLIENT_INDEX, CLIENT_KEYS, DATE_BUCKET
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.followup_index import TABLES as _FOLLOWED
from crm_desktop.services.followup_index import index_follow_ups
from crm_desktop.services.search_keys import Findable, keys_of, sort_key
from crm_desktop.services.search_texts import TABLES as _WORDED
from crm_desktop.services.search_texts import index_texts
from crm_desktop.services.sound_rows import sound

Progress = Callable[[int, int], None]

_AT_ONCE: Final = 250
_NONE: Final[frozenset[str]] = frozenset()
_NO_TIER: Final = len(Tier)
_TIER_RANK: Final = {tier: rank for rank, tier in enumerate(Tier)}

NET_PAID: Final = counted_sql()
"""What a line of a bill adds to what she paid, in SQL."""

_FACTS: Final = (
    "SELECT c.id, c.name, coalesce(nullif(c.display_name, ''), c.name) AS called, c.display_name,"
    " c.wechat, c.qq, c.tier, c.vip,"
    " c.vip OR c.marked_big OR coalesce(c.tier IN ('A', 'B'), 0) AS is_big,"
    " c.archived_on IS NOT NULL AS is_archived,"
    " c.archived_on IS NOT NULL OR c.deceased_on IS NOT NULL OR c.do_not_contact AS is_quiet,"
    " c.children_count,"
    " coalesce((SELECT max(\"on\") FROM visit WHERE client_id = c.id), '') AS last_visit,"
    " coalesce((SELECT sum(<net paid>) FROM bill WHERE client_id = c.id), 0) AS paid_total,"
    " (SELECT group_concat(digits, char(10)) FROM (SELECT digits FROM phone"
    " WHERE client_id = c.id ORDER BY is_main DESC, id)) AS phones,"
    " (SELECT group_concat(number, char(10)) FROM clinic_card WHERE client_id = c.id) AS cards,"
    " (SELECT group_concat(name || char(10) || nickname, char(10)) FROM person"
    " WHERE client_id = c.id) AS family,"
    " (SELECT group_concat(name, char(10)) FROM tag WHERE client_id = c.id) AS tags,"
    " c.owner, c.source, c.occupation, c.first_contact_on, c.do_not_contact,"
    " EXISTS (SELECT 1 FROM contact WHERE client_id = c.id) AS was_talked_to,"
    " (SELECT group_concat(DISTINCT relation) FROM person WHERE client_id = c.id) AS relations,"
    " (SELECT group_concat(DISTINCT coalesce(p.relation, '')) || ',' FROM client_date AS d"
    " LEFT JOIN person AS p ON p.id = d.person_id"
    " WHERE d.client_id = c.id AND d.kind = 'birthday' AND d.is_main) AS birthdays,"
    " coalesce((SELECT sum(max(bought - used, 0)) FROM package WHERE client_id = c.id), 0)"
    " AS sessions_left,"
    " (SELECT group_concat(DISTINCT state) FROM deposit WHERE client_id = c.id) AS deposits"
    " FROM client AS c WHERE c.id IN (SELECT value FROM json_each(:ids))"
    " AND c.trashed_on IS NULL"
).replace("<net paid>", NET_PAID)

_KEYED: Final = frozenset({"client", "phone", "clinic_card", "person", "tag"})
"""The tables the keys of search are made of."""

_LISTED: Final = _KEYED | {"visit", "bill", "contact", "client_date", "package", "deposit"}
"""The tables the rows of lists are made of, see `_FACTS`."""

_DATED: Final = frozenset({"client", "client_date"})
"""The tables the keys of dates are made of."""

_ALL_TABLES: Final = _LISTED | _WORDED

_DATES: Final = (
    "SELECT id, client_id, person_id, kind, policy, calendar, year, month, day, leap"
    " FROM client_date WHERE is_main AND NOT is_ended AND client_id IN (SELECT id FROM client"
    " WHERE id IN (SELECT value FROM json_each(?)) AND NOT do_not_contact"
    " AND archived_on IS NULL AND deceased_on IS NULL AND trashed_on IS NULL)"
)
_CALENDARS: Final = {one.value: one for one in Calendar}

_policy_of = functools.cache(policy_from_code)


def reindex(
    session: Session,
    client_ids: Collection[int],
    progress: Progress | None = None,
    tables: frozenset[str] = _ALL_TABLES,
) -> None:
    """Bring everything derived of these clients in step with their rows in `tables`.

    Who is gone or in the trash has nothing derived: no list, search or reminder finds her.

    `progress` is told how many of how many are done, and may raise to stop.
    """
    ordered = sorted(client_ids)
    for start in range(0, len(ordered), _AT_ONCE):
        if progress is not None:
            progress(start, len(ordered))
        some = ordered[start : start + _AT_ONCE]
        if tables & _LISTED:
            _index_clients(session, some, with_keys=bool(tables & _KEYED))
        if tables & _WORDED:
            index_texts(session, some)
        if tables & _DATED:
            _index_dates(session, some)
        if tables & _FOLLOWED:
            index_follow_ups(session, some)
    if progress is not None:
        progress(len(ordered), len(ordered))


def _index_clients(session: Session, ids: list[int], *, with_keys: bool) -> None:
    """Write the rows lists show and sort by, and the keys of search."""
    rows = session.execute(text(_FACTS), {"ids": json.dumps(ids)}).all()
    _write_list(session, ids, {row.id: _list_row(row) for row in rows})
    if with_keys:
        _write_keys(session, ids, {row.id: keys_of(_findable(row)) for row in rows})


def _write_list(session: Session, ids: list[int], wanted: dict[int, dict[str, Any]]) -> None:
    """Write the rows that differ; each stands in six indexes, and most edits change none."""
    among = _among(CLIENT_INDEX.c.id, ids)
    held = {
        row["id"]: dict(row)
        for row in session.execute(select(CLIENT_INDEX).where(among)).mappings()
    }
    changed = [id_ for id_ in ids if held.get(id_) != wanted.get(id_)]
    session.execute(delete(CLIENT_INDEX).where(_among(CLIENT_INDEX.c.id, changed)))
    new = [wanted[id_] for id_ in changed if id_ in wanted]
    if new:
        session.execute(insert(CLIENT_INDEX), new)


def _list_row(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    return {
        "id": row.id,
        "name": row.name,
        "called": row.called,
        "phone": _lines(row.phones)[0],
        "wechat": row.wechat,
        "tier": None if row.tier is None else Tier(row.tier),
        "vip": bool(row.vip),
        "sort_key": sort_key(row.name or row.called),
        "tier_rank": _NO_TIER if row.tier is None else _TIER_RANK[Tier(row.tier)],
        "is_big": bool(row.is_big),
        "is_archived": bool(row.is_archived),
        "is_quiet": bool(row.is_quiet),
        "children_count": row.children_count or 0,
        "last_visit": row.last_visit,
        "paid_total": row.paid_total,
        "owner": row.owner,
        "source": row.source,
        "occupation": row.occupation,
        "first_contact": row.first_contact_on or "",
        "tags": row.tags or "",
        "sessions_left": row.sessions_left,
        "traits": bits(traits_of(_known(row))),
    }


def _known(row: Row[*tuple[Any, ...]]) -> Known:
    return Known(
        has_phone=bool(row.phones),
        relations=frozenset(map(Relation, _parts(row.relations))),
        birthdays=frozenset(Relation(whose) if whose else None for whose in _birthdays(row)),
        children_count=row.children_count or 0,
        was_met=bool(row.was_talked_to or row.last_visit),
        sessions_left=row.sessions_left,
        deposits=frozenset(map(DepositState, _parts(row.deposits))),
        is_vip=bool(row.vip),
        is_not_to_be_contacted=bool(row.do_not_contact),
    )


def _birthdays(row: Row[*tuple[Any, ...]]) -> list[str]:
    """Return whose birthdays are known, "" for her own; a comma ends the list, as "" is in it."""
    return row.birthdays[:-1].split(",") if row.birthdays else []


def _parts(joined: str | None) -> list[str]:
    return joined.split(",") if joined else []


def _findable(row: Row[*tuple[Any, ...]]) -> Findable:
    return Findable(
        names=(row.name, row.display_name),
        phones=_lines(row.phones),
        accounts=(row.wechat, row.qq),
        cards=_lines(row.cards),
        family=_lines(row.family),
        tags=_lines(row.tags),
    )


def _lines(joined: str | None) -> tuple[str, ...]:
    return tuple((joined or "").split("\n"))


def _write_keys(session: Session, ids: list[int], wanted: dict[int, frozenset[str]]) -> None:
    """Take back the keys that no longer hold and add the new ones; most edits touch none."""
    held = _held(session, ids)
    changed = [id_ for id_ in ids if held.get(id_, _NONE) != wanted.get(id_, _NONE)]
    gone = [(key, id_) for id_ in changed for key in held.get(id_, _NONE) - wanted.get(id_, _NONE)]
    new = [(key, id_) for id_ in changed for key in wanted.get(id_, _NONE) - held.get(id_, _NONE)]
    notes = [(id_, "\n".join(sorted(wanted[id_]))) for id_ in changed if id_ in wanted]
    _each(session, "DELETE FROM client_search WHERE key = ? AND client_id = ?", sorted(gone))
    _each(session, "INSERT INTO client_search (key, client_id) VALUES (?, ?)", sorted(new))
    _each(session, "DELETE FROM client_keys WHERE client_id = ?", [(id_,) for id_ in changed])
    _each(session, "INSERT INTO client_keys (client_id, keys) VALUES (?, ?)", notes)


def _held(session: Session, ids: list[int]) -> dict[int, frozenset[str]]:
    keys = select(CLIENT_KEYS.c.client_id, CLIENT_KEYS.c["keys"])
    found = session.execute(keys.where(_among(CLIENT_KEYS.c.client_id, ids)))
    return {client_id: frozenset(lines.split("\n")) for client_id, lines in found}


def _index_dates(session: Session, ids: list[int]) -> None:
    """Write the keys of the dates that may come round: main, not ended, of a client not quiet."""
    session.execute(delete(DATE_BUCKET).where(_among(DATE_BUCKET.c.client_id, ids)))
    dates = sound(bare_rows(session, _DATES, json.dumps(ids)), _date_row)
    _each(
        session,
        "INSERT INTO date_bucket (bucket, date_id, client_id, person_id, kind, year)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        sorted(dates),
    )


def _date_row(found: tuple[Any, ...]) -> tuple[str, int, int, int | None, str, int | None]:
    """Return the key of a date as stored; one that cannot be read is told of by the check."""
    date_id, client_id, person_id, kind, policy, calendar, year, month, day, leap = found
    fact = DatedFact(
        calendar=_CALENDARS[calendar], year=year, month=month, day=day, leap=bool(leap)
    )
    return bucket_of(fact, _policy_of(policy)), date_id, client_id, person_id, kind, year


def _among(column: ColumnElement[int], ids: list[int]) -> ColumnElement[bool]:
    """Return the condition that `column` is one of `ids`, however many: as one parameter."""
    return column.in_(select(func.json_each(json.dumps(ids)).table_valued("value").c.value))


def _each(session: Session, statement: str, rows: Sequence[tuple[Any, ...]]) -> None:
    """Run a statement for every row, by the driver itself: there may be hundreds of thousands."""
    if rows:
        session.connection().exec_driver_sql(statement, list(rows))
