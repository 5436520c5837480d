"""One of several birthdays reminds: the one on the ID card or the one that is celebrated."""

from dataclasses import replace
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.domain.records import ClientDate, DateKind
from crm_desktop.services.records import fetch, get, put, remove, table_of

_ONE_REMINDS: Final = frozenset({DateKind.BIRTHDAY, DateKind.WEDDING})


def put_date(session: Session, date: ClientDate) -> int:
    """Write a date; of several birthdays or wedding days of one person one reminds.

    A second one stands back behind the one that reminds already; where she chooses it instead
    (`is_main` turned on), that one stands back. One that is ended, or becomes another's, leaves
    its place to the next. She may also turn it off by itself: then none reminds.
    """
    known = get(session, ClientDate, date.id) if date.id else None
    date_id = put(session, _beside_others(session, date, known))
    if known is not None and not _is_same(known, date):
        _succeed(session, known)
    return date_id


def remove_date(session: Session, date_id: int) -> None:
    """Take a date out of the book; the next birthday reminds in its place."""
    known = get(session, ClientDate, date_id)
    remove(session, ClientDate, date_id)
    _succeed(session, known)


def _beside_others(session: Session, date: ClientDate, known: ClientDate | None) -> ClientDate:
    """Return the date as it may stand beside the others, which stand back where she chose it."""
    others = _reminding(session, date) if _reminds(date) else []
    if not others or (known is not None and known.is_main and _is_same(known, date)):
        return date
    if known is None or known.is_main:
        return replace(date, is_main=False)
    for each in others:
        put(session, replace(each, is_main=False))
    return date


def _succeed(session: Session, gone: ClientDate) -> None:
    if not _reminds(gone) or _reminding(session, gone):
        return
    heirs = [each for each in _others(session, gone) if not each.is_ended]
    if heirs:
        put(session, replace(heirs[0], is_main=True))


def _reminds(date: ClientDate) -> bool:
    return date.kind in _ONE_REMINDS and date.is_main and not date.is_ended


def _is_same(before: ClientDate, after: ClientDate) -> bool:
    """Return whether a date is still of the same kind, for the same person, and kept."""
    places = {(each.kind, each.person_id, each.is_ended) for each in (before, after)}
    return len(places) == 1


def _reminding(session: Session, date: ClientDate) -> list[ClientDate]:
    return [each for each in _others(session, date) if _reminds(each)]


def _others(session: Session, date: ClientDate) -> list[ClientDate]:
    """Return the other dates of this kind of the same person."""
    column = table_of(ClientDate).c
    found = fetch(
        session,
        ClientDate,
        column.client_id == date.client_id,
        column.person_id.is_not_distinct_from(date.person_id),
        column.kind == date.kind,
    )
    return [each for each in found if each.id != date.id]
