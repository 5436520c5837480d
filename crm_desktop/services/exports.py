"""What leaves the book: the sheet for the manager, her own, the florist's, and all as JSON."""

import contextlib
import datetime as dt
import json
import pathlib
import uuid
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select

from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import CannotProtect, PasswordEmpty
from crm_desktop.domain.exporting import (
    ColumnChoice,
    ExportEntry,
    ExportReport,
    NamedBefore,
    Progress,
    Recipient,
)
from crm_desktop.domain.settings import BookSettings
from crm_desktop.excel.outgoing_table import OutgoingTable
from crm_desktop.excel.protect import encrypted
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.excel.workbook_layout import choices_for
from crm_desktop.excel.workbook_writer import OutgoingWorkbook
from crm_desktop.models import SettingRow
from crm_desktop.services import owner_json, sent_bases
from crm_desktop.services.changed_since import changed_since
from crm_desktop.services.export_log import (
    count_clients,
    latest,
    named_before,
    write_down,
)
from crm_desktop.services.florist import for_florist, is_for_florist
from crm_desktop.services.folders import folders
from crm_desktop.services.journal import Journal
from crm_desktop.services.suppliers import Suppliers
from crm_desktop.services.unfinished_file import unfinished

ALL_COLUMNS: Final = "*"
"""What the log says instead of every column."""

BOOK_UID: Final = "book.uid"
"""The setting that names this book in its workbooks."""

_BETWEEN_REPORTS: Final = 50
_HALVES: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Limits:
    """How much of the book goes out: see `Exports.workbook`."""

    columns: Collection[str] | None
    client_ids: frozenset[int] | None
    only_changed: bool


class Exports:
    """Writes files for others and for her, and keeps the log of what left."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        settings: Callable[[], BookSettings] = BookSettings,
    ) -> None:
        self._database = database
        self._journal = journal
        self._settings = settings

    @staticmethod
    def columns(recipient: Recipient) -> tuple[ColumnChoice, ...]:
        """Return the columns this recipient may have, to choose from."""
        return choices_for(recipient)

    def workbook(  # noqa: PLR0913 - the choices of one export, each named by the caller
        self,
        path: pathlib.Path,
        *,
        recipient: Recipient,
        columns: Collection[str] | None = None,
        client_ids: frozenset[int] | None = None,
        mask_phones: bool = False,
        password: str | None = None,
        to: str = "",
        purpose: str = "",
        only_changed: bool = False,
        now: dt.datetime,
        progress: Progress | None = None,
    ) -> ExportReport:
        """Write our own workbook for one recipient; `columns` are keys, None is all he may have.

        `to` and `purpose` say whom it goes to and what for: they stand in the log, the name in
        the file too; what went out is kept as the base of what comes back from that person.
        With `client_ids` these clients alone, archived or not; else archived clients go to her
        alone; with `only_changed` none that reads as it did when that person had it last. An
        older file stays as it was unless all went well. A `path` that ends in .csv gets the first
        sheet as a text table.

        Raises:
            FolderNotWritable, DiskFull, DiskFailed, WorkbookOpenElsewhere: Of the target.
            UnknownColumns, PasswordEmpty, CannotProtect: Of what was asked for.
            SheetFull: More rows than a sheet has.
            Cancelled: `progress` raised it.
        """
        order = SheetOrder(
            recipient=recipient,
            book_uid="",
            exported_at=now,
            mask_phones=mask_phones,
            to=to,
            consultant=self._settings().consultant,
            purpose=purpose,
        )
        limits = _Limits(columns=columns, client_ids=client_ids, only_changed=only_changed)
        return self._written(path, order, limits, password, progress)

    def owner_json(
        self, path: pathlib.Path, *, now: dt.datetime, progress: Progress | None = None
    ) -> ExportReport:
        """Write everything for the owner as JSON; the same errors as `workbook`."""
        uids: list[str] = []
        with unfinished(path) as file:
            file.write(owner_json.opening(now).encode())
            suppliers = Suppliers(self._database, self._journal).list()
            for folder in self._folders(Recipient.ME, progress, halves=1):
                file.write(owner_json.client_text(folder, is_first=not uids).encode())
                uids.append(folder.client.uid)
            file.write(owner_json.closing(suppliers).encode())
            order = SheetOrder(recipient=Recipient.ME, book_uid="", exported_at=now)
            with self._database.write() as session:
                write_down(session, order, "json", (ALL_COLUMNS,), uids)
                size = file.finish()
        return ExportReport(
            path=path,
            recipient=Recipient.ME,
            clients=len(uids),
            rows={},
            columns=(ALL_COLUMNS,),
            is_encrypted=False,
            size=size,
        )

    def recent(self, limit: int = 10) -> tuple[ExportEntry, ...]:
        """Return what left the book last, newest first."""
        with self._database.read() as session:
            return latest(session, limit)

    def named_before(self, recipient: Recipient) -> NamedBefore:
        """Return whom she sent sheets of this kind to and what for, the latest first."""
        with self._database.read() as session:
            return named_before(session, recipient)

    def book_uid(self) -> str:
        """Return the name of this book in its workbooks, given once."""
        with self._database.read() as session:
            known = session.scalar(select(SettingRow.value).where(SettingRow.name == BOOK_UID))
        if known is not None:
            return str(json.loads(known))
        fresh = str(uuid.uuid4())
        with self._journal.change(BOOK_UID, can_undo=False) as work:
            work.session.add(SettingRow(name=BOOK_UID, value=json.dumps(fresh)))
        return fresh

    def _written(
        self,
        path: pathlib.Path,
        order: SheetOrder,
        limits: _Limits,
        password: str | None,
        progress: Progress | None,
    ) -> ExportReport:
        is_table = _is_table(path, password)
        with collector_resting(), unfinished(path) as file:
            order = replace(order, book_uid=self.book_uid())
            make = OutgoingTable if is_table else OutgoingWorkbook
            book = make(order, limits.columns)
            uids, withheld = self._fill(book, order, limits, progress)
            data = book.finish(_second_half(progress, len(uids)))
            file.write(data if password is None else encrypted(data, password))
            with self._database.write() as session:
                write_down(session, order, "csv" if is_table else "workbook", book.keys, uids)
                sent_bases.keep(session, order, book.said)
                size = file.finish()
        return ExportReport(
            path=path,
            recipient=order.recipient,
            clients=len(uids),
            rows=book.rows,
            columns=book.keys,
            is_encrypted=password is not None,
            size=size,
            cut=book.cut,
            withheld=withheld,
        )

    def _fill(
        self,
        book: OutgoingWorkbook | OutgoingTable,
        order: SheetOrder,
        limits: _Limits,
        progress: Progress | None,
    ) -> tuple[list[str], int]:
        """Write every client this recipient may see; return their uids, and cards withheld."""
        uids, withheld, settings = [], 0, self._settings()
        is_wanted = self._is_changed(order, limits.columns) if limits.only_changed else _anybody
        for folder in self._folders(
            order.recipient, progress, halves=_HALVES, client_ids=limits.client_ids
        ):
            if order.recipient is Recipient.FLORIST:
                if not is_for_florist(folder):
                    continue
                folder, telling = for_florist(folder, settings)  # noqa: PLW2901 - cards withheld
                withheld += telling
            if is_wanted(folder):
                book.add(folder)
                uids.append(folder.client.uid)
        return uids, withheld

    def _is_changed(
        self, order: SheetOrder, columns: Collection[str] | None
    ) -> Callable[[ClientFolder], bool]:
        with self._database.read() as session:
            return changed_since(session, order, columns)

    def _folders(
        self,
        recipient: Recipient,
        progress: Progress | None,
        *,
        halves: int,
        client_ids: frozenset[int] | None = None,
    ) -> Iterator[ClientFolder]:
        """Yield the clients of one unmoving state of the book, reporting as they pass."""
        with_archived = recipient is Recipient.ME or client_ids is not None
        with self._database.read() as session:
            whole = count_clients(session, with_archived=with_archived)
            count = whole if client_ids is None else len(client_ids)
            found = folders(session, with_archived=with_archived, client_ids=client_ids)
            with contextlib.closing(found):
                for done, folder in enumerate(found):
                    if progress is not None and done % _BETWEEN_REPORTS == 0:
                        progress(done, count * halves)
                    yield folder


def _anybody(folder: ClientFolder) -> bool:
    del folder
    return True


def _is_table(path: pathlib.Path, password: str | None) -> bool:
    """Say whether a text table is asked for; look at the password before anything is written."""
    is_table = path.suffix.lower() == ".csv"
    if password is not None and not password:
        raise PasswordEmpty
    if is_table and password is not None:
        raise CannotProtect(path.name)
    return is_table


def _second_half(progress: Progress | None, clients: int) -> Progress:
    """Return the progress of the last step as the second half of the whole."""

    def report(done: int, total: int) -> None:
        if progress is not None:
            progress(clients + clients * done // max(total, 1), clients * _HALVES)

    return report
