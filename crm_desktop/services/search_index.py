"""What is derived from a client's rows, kept in step with them: list index, keys, dates."""

import json
from collections.abc import Collection, Iterable
from typing import Any, Final

from sqlalchemy import Row, Table, bindparam, delete, insert, select, text
from sqlalchemy.orm import Session

from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.occurrences import bucket_of
from crm_desktop.domain.records import Client, ClientDate, Tier
from crm_desktop.models import CLIENT_INDEX, CLIENT_KEYS, CLIENT_SEARCH, DATE_BUCKET
from crm_desktop.services.records import fetch, table_of
from crm_desktop.services.search_keys import Findable, keys_of, sort_key

_AT_ONCE: Final = 2000
_NO_TIER: Final = len(Tier)
_TIER_RANK: Final = {tier: rank for rank, tier in enumerate(Tier)}

NET_PAID: Final = "CASE kind WHEN 'refund' THEN -abs(paid) ELSE paid END"
"""What a line of a bill adds to what she paid, in SQL."""

_FACTS: Final = (
    "SELECT c.id, c.name, c.display_name, c.wechat, c.qq, c.tier,"
    " c.vip OR c.marked_big OR coalesce(c.tier IN ('A', 'B'), 0),"
    " c.archived_on IS NOT NULL,"
    " coalesce((SELECT max(\"on\") FROM visit WHERE client_id = c.id), ''),"
    f" coalesce((SELECT sum({NET_PAID}) FROM bill WHERE client_id = c.id), 0),"
    " (SELECT group_concat(digits, char(10)) FROM phone WHERE client_id = c.id),"
    " (SELECT group_concat(number, char(10)) FROM clinic_card WHERE client_id = c.id),"
    " (SELECT group_concat(name || char(10) || nickname, char(10)) FROM person"
    " WHERE client_id = c.id),"
    " (SELECT group_concat(name, char(10)) FROM tag WHERE client_id = c.id)"
    " FROM client AS c WHERE c.id IN (SELECT value FROM json_each(:ids))"
)


def reindex(session: Session, client_ids: Collection[int]) -> None:
    """Bring everything derived of these clients in step with their rows; drop those gone."""
    ordered = sorted(client_ids)
    for start in range(0, len(ordered), _AT_ONCE):
        some = ordered[start : start + _AT_ONCE]
        _index_clients(session, some)
        _index_dates(session, some)


def _index_clients(session: Session, ids: list[int]) -> None:
    """Write the rows the client list sorts by, and the keys of search."""
    rows = session.execute(text(_FACTS), {"ids": json.dumps(ids)}).all()
    session.execute(delete(CLIENT_INDEX).where(CLIENT_INDEX.c.id.in_(ids)))
    _insert(session, CLIENT_INDEX, (_list_row(row) for row in rows))
    _write_keys(session, ids, {row[0]: keys_of(_findable(row)) for row in rows})


def _list_row(row: Row[*tuple[Any, ...]]) -> dict[str, Any]:
    return {
        "id": row[0],
        "sort_key": sort_key(row[1] or row[2]),
        "tier_rank": _NO_TIER if row[5] is None else _TIER_RANK[Tier(row[5])],
        "is_big": bool(row[6]),
        "is_archived": bool(row[7]),
        "last_visit": row[8],
        "paid_total": row[9],
    }


def _findable(row: Row[*tuple[Any, ...]]) -> Findable:
    phones, cards, family, tags = ((lines or "").split("\n") for lines in row[10:14])
    return Findable(
        names=(row[1], row[2]),
        phones=tuple(phones),
        accounts=(row[3], row[4], *cards),
        family=tuple(family),
        tags=tuple(tags),
    )


def _write_keys(session: Session, ids: list[int], wanted: dict[int, frozenset[str]]) -> None:
    """Take back the keys that no longer hold and add the new ones; most edits touch none."""
    found = session.execute(
        select(CLIENT_KEYS.c.client_id, CLIENT_KEYS.c["keys"]).where(
            CLIENT_KEYS.c.client_id.in_(ids)
        )
    )
    held = {client_id: frozenset(keys.split("\n")) for client_id, keys in found}
    none: frozenset[str] = frozenset()
    changed = [key for key in ids if held.get(key, none) != wanted.get(key, none)]
    gone = [(key, id_) for id_ in changed for key in held.get(id_, none) - wanted.get(id_, none)]
    new = [(key, id_) for id_ in changed for key in wanted.get(id_, none) - held.get(id_, none)]
    _delete_keys(session, sorted(gone))
    _insert(session, CLIENT_SEARCH, ({"key": key, "client_id": id_} for key, id_ in sorted(new)))
    session.execute(delete(CLIENT_KEYS).where(CLIENT_KEYS.c.client_id.in_(changed)))
    kept = ((id_, wanted[id_]) for id_ in changed if id_ in wanted)
    _insert(
        session,
        CLIENT_KEYS,
        ({"client_id": id_, "keys": "\n".join(sorted(keys))} for id_, keys in kept),
    )


def _delete_keys(session: Session, gone: list[tuple[str, int]]) -> None:
    if gone:
        session.execute(
            delete(CLIENT_SEARCH).where(
                CLIENT_SEARCH.c.key == bindparam("gone_key"),
                CLIENT_SEARCH.c.client_id == bindparam("gone_id"),
            ),
            [{"gone_key": key, "gone_id": id_} for key, id_ in gone],
        )


def _index_dates(session: Session, ids: list[int]) -> None:
    """Write the keys of the dates that may come round: none of quiet clients, none ended."""
    client, date = table_of(Client), table_of(ClientDate)
    session.execute(delete(DATE_BUCKET).where(DATE_BUCKET.c.client_id.in_(ids)))
    awake = select(client.c.id).where(
        client.c.id.in_(ids),
        client.c.do_not_contact.is_(False),
        client.c.archived_on.is_(None),
        client.c.deceased_on.is_(None),
    )
    dates = fetch(session, ClientDate, date.c.client_id.in_(awake), date.c.is_ended.is_(False))
    _insert(session, DATE_BUCKET, (_date_row(found) for found in dates))


def _date_row(found: ClientDate) -> dict[str, Any]:
    return {
        "bucket": bucket_of(found.fact, policy_from_code(found.policy)),
        "date_id": found.id,
        "client_id": found.client_id,
        "person_id": found.person_id,
        "year": found.year,
    }


def _insert(session: Session, table: Table, rows: Iterable[dict[str, Any]]) -> None:
    many = list(rows)
    if many:
        session.execute(insert(table), many)
