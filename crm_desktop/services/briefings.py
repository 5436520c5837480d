"""Briefings: one page about a client before she comes, read, and written where she chooses."""

import datetime as dt
import pathlib

from crm_desktop.database import Database
from crm_desktop.domain.briefing import Briefing, briefing
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Client
from crm_desktop.models import ExportRow
from crm_desktop.services.folders import folder_of
from crm_desktop.services.records import get
from crm_desktop.services.unfinished_file import unfinished

KIND = "briefing"
"""What the log of exports calls a briefing that left the book."""


class Briefings:
    """The briefings of one open book."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of(self, client_id: int, today: dt.date) -> Briefing:
        """Return the briefing about one client.

        Raises:
            RecordGone: She is no longer in the book.
        """
        with self._database.read() as session:
            return briefing(folder_of(session, get(session, Client, client_id)), today)

    def write(self, client_id: int, page: bytes, path: pathlib.Path, now: dt.datetime) -> int:
        """Write the finished page to `path` and the log of exports; return the bytes written.

        Raises:
            RecordGone: She is no longer in the book; nothing was written.
            FolderNotWritable, DiskFull, DiskFailed, WorkbookOpenElsewhere: Of the target.
        """
        with unfinished(path) as file:
            file.write(page)
            with self._database.write() as session:
                client = get(session, Client, client_id)
                row = ExportRow(
                    at=now,
                    recipient=Recipient.ME.value,
                    kind=KIND,
                    columns="",
                    clients=1,
                    client_uids=client.uid,
                )
                session.add(row)
                session.flush()
                return file.finish()
