"""The book as rows of our own workbook are compared with it, looked up by the set."""

import datetime as dt
import functools
import itertools
import json
from collections.abc import Collection, Iterator
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.counterparts import Counterpart, CounterpartKind
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Caution, Fact
from crm_desktop.domain.matching import Identities
from crm_desktop.domain.placing import Known
from crm_desktop.domain.records import Client
from crm_desktop.domain.returned import ReturnedBook
from crm_desktop.domain.tombstones import Buried, uid_mark
from crm_desktop.excel.workbook_layout import SCHEMA, SHEETS
from crm_desktop.models import CounterpartRow, ExportRow, SettingRow, SyncBaseRow
from crm_desktop.services.exports import BOOK_UID
from crm_desktop.services.folders import folder_of, folders
from crm_desktop.services.import_book import free_id, known_identities
from crm_desktop.services.records import get, table_of
from crm_desktop.services.sync_bases import Cells, bases_of, contents_of

_ONE_BY_ONE: Final = 30
"""So few folders are fetched one by one; more by ranges of clients."""

_OWNER_ONLY: Final = frozenset(
    sheet.full_key(column) for sheet in SHEETS for column in sheet.columns if column.is_owner_only
)
_KINDS: Final = {
    Recipient.MANAGER: CounterpartKind.MANAGER,
    Recipient.ME: CounterpartKind.ME,
}


class BookSide:
    """One state of the book beside one workbook of ours.

    Attributes:
        ids: every client by the identity that travels in workbooks.
        trashed: those of them in the trash.
        recipient: whom the workbook was for.
        counterpart: who has it.
        is_older: whether the same counterpart was given a newer one.
        is_foreign: whether it is of another book.
    """

    def __init__(self, session: Session, book: ReturnedBook, buried: Buried) -> None:
        self._session = session
        self._buried = buried
        self._numbers: dict[type[Fact], Iterator[int]] = {}
        client = table_of(Client).c
        self.ids: dict[str, int] = {}
        self.trashed: set[int] = set()
        for number, uid, away in session.execute(select(client.id, client.uid, client.trashed_on)):
            self.ids[uid] = number
            if away is not None:
                self.trashed.add(number)
        self._all_ids = frozenset(self.ids.values())
        self.recipient = _recipient(book)
        self.counterpart = Counterpart(kind=_KINDS[self.recipient], name=book.recipient_name)
        self.is_older = self._was_given_newer(book.exported_at)
        self.is_foreign = bool(book.book_uid) and book.book_uid != _uid(session)
        self._schema = book.schema or 0
        self._is_masked = book.phones_masked

    @property
    def cautions(self) -> tuple[Caution, ...]:
        """Return what she should know of the workbook."""
        told = {
            Caution.ANOTHER_BOOK: self.is_foreign,
            Caution.NEWER_VERSION: self._schema > SCHEMA,
            Caution.OLDER_FILE: self.is_older,
            Caution.PHONES_MASKED: self._is_masked,
        }
        return tuple(caution for caution, holds in told.items() if holds)

    @functools.cached_property
    def identities(self) -> Identities:
        """Return who every client is; what is added to it is known from then on."""
        return known_identities(self._session)

    @functools.cached_property
    def known(self) -> Known:
        """Return who is in the book, who in the trash, who was deleted for good."""
        return Known(
            identities=self.identities, trashed=frozenset(self.trashed), buried=self._buried
        )

    def has(self, client_id: int | None) -> bool:
        """Return whether a client of this number is in the book."""
        return client_id in self._all_ids

    def was_deleted(self, uid: str) -> bool:
        """Return whether a client of this identity was deleted for good."""
        return self._buried.holds((uid_mark(uid),))

    def number(self, kind: type[Fact]) -> int:
        """Return a number nothing of this kind has or had."""
        if kind not in self._numbers:
            self._numbers[kind] = itertools.count(free_id(self._session, kind))
        return next(self._numbers[kind])

    def bases(self, client_ids: Collection[int]) -> dict[tuple[int, str], Cells]:
        """Return what the counterpart last had of these clients."""
        return bases_of(self._session, self.counterpart, client_ids)

    def contents(self, client_ids: Collection[int]) -> dict[int, dict[str, Cells]]:
        """Return every content kept of these clients, by client and hash."""
        return contents_of(self._session, client_ids)

    def told_before(self, digest: str) -> list[tuple[int, str]]:
        """Return the rows of which the counterpart last had exactly this."""
        base, who = SyncBaseRow.__table__.c, CounterpartRow.__table__.c
        wanted = (
            select(base.client_id, base.part)
            .join_from(SyncBaseRow, CounterpartRow, who.id == base.counterpart_id)
            .where(who.kind == self.counterpart.kind.value, who.name == self.counterpart.name)
            .where(base.hash == digest)
            .order_by(base.id)
        )
        return [(client_id, part) for client_id, part in self._session.execute(wanted)]

    def folders(self, client_ids: Collection[int]) -> Iterator[ClientFolder]:
        """Yield the folders of these clients."""
        if len(client_ids) <= _ONE_BY_ONE:
            for client_id in sorted(client_ids):
                yield folder_of(self._session, get(self._session, Client, client_id))
        else:
            yield from folders(self._session, with_archived=True, client_ids=frozenset(client_ids))

    def _was_given_newer(self, exported_at: dt.datetime | None) -> bool:
        """Return whether the counterpart was given another sheet, or table, after this one."""
        if exported_at is None:
            return False
        export = ExportRow.__table__.c
        given = self._session.scalars(
            select(export.at).where(
                export.recipient == self.recipient.value,
                export.recipient_name == self.counterpart.name,
                export.kind != "json",
            )
        )
        newest = max(map(_wall, given), default=None)
        return newest is not None and _wall(exported_at) < newest


def _recipient(book: ReturnedBook) -> Recipient:
    """Return whom it was for; where it does not say, by the columns it has."""
    for recipient in _KINDS:
        if recipient.value == book.recipient:
            return recipient
    keys = frozenset[str]().union(*(sheet.keys for sheet in book.sheets))
    return Recipient.MANAGER if keys.isdisjoint(_OWNER_ONLY) else Recipient.ME


def _uid(session: Session) -> str:
    """Return the name of this book in its workbooks, "" before the first one."""
    known = session.scalar(select(SettingRow.value).where(SettingRow.name == BOOK_UID))
    return "" if known is None else str(json.loads(known))


def _wall(moment: dt.datetime) -> dt.datetime:
    """Return the second on the wall, which is all a file says of its time."""
    return moment.replace(tzinfo=None, microsecond=0)
