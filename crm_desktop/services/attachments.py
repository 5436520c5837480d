"""Photos and documents of clients: encrypted files of their own, each with its row in the book."""

import dataclasses
import pathlib
from collections.abc import Iterable
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.consents import agrees
from crm_desktop.domain.errors import (
    AttachmentTooLarge,
    AttachmentUnreadable,
    PhotoConsentMissing,
)
from crm_desktop.domain.records import (
    Attachment,
    AttachmentKind,
    Change,
    Client,
    Consent,
    ConsentKind,
)
from crm_desktop.files import replace_file
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.services.checking import checked
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, remove, table_of

MOST_MEGABYTES: Final = 30
"""The largest file that is taken in."""

_MEGABYTE: Final = 1 << 20
_NAMED_BEFORE: Final = (
    "SELECT json_extract(coalesce(entry.before, entry.after), '$.blob') "
    "FROM change_entry AS entry JOIN change ON change.id = entry.change_id "
    "WHERE entry.table_name = 'attachment' AND coalesce(entry.before, entry.after) IS NOT NULL"
)
_HELD: Final = text(
    f"SELECT blob FROM attachment UNION {_NAMED_BEFORE} AND state IN ('open', 'done', 'undone')"  # noqa: S608 - constants
)
"""The files a row names, or a row would name if a change were undone or done again."""

_OF_CLIENT: Final = text(
    f"SELECT blob FROM attachment WHERE client_id = :id UNION {_NAMED_BEFORE} AND client_id = :id"  # noqa: S608 - constants
)


class Attachments:
    """Keeps, shows and lets go the photos and documents of an open book.

    Photos want her consent: a `Consent` of kind PHOTO, and none taken back after it.
    """

    def __init__(self, database: Database, journal: Journal, store: BlobStore) -> None:
        self._database = database
        self._journal = journal
        self._store = store

    def add(self, attachment: Attachment, content: bytes) -> Change:
        """Keep `content` as a new attachment of its client.

        The file is on disk before the row that names it; without the row it is swept later.

        Raises:
            PhotoConsentMissing: she has not agreed to photos.
            RecordGone: she is no longer in the book.
            DiskFull, FolderNotWritable: nothing was kept.
        """
        with self._journal.change("attachment.add") as work:
            work.about(get(work.session, Client, attachment.client_id).called)
            attachment = checked(work.session, attachment, work.at.date())
            if attachment.kind is AttachmentKind.PHOTO:
                _want_consent(work.session, attachment.client_id)
            name, key = self._store.write(content)
            kept = dataclasses.replace(
                attachment, blob=name, content_key=key, size=len(content), added_at=work.at
            )
            put(work.session, kept)
        return work.change

    def may_take_photos(self, client_id: int) -> bool:
        """Say whether she has agreed to photos."""
        with self._database.read() as session:
            return _has_consent(session, client_id)

    def content(self, attachment: Attachment) -> bytes:
        """Return what was kept, in memory only.

        Raises:
            AttachmentMissing, AttachmentDamaged: as they say.
        """
        return self._store.read(attachment.blob, attachment.content_key)

    def save_copy(self, attachment: Attachment, target: pathlib.Path) -> None:
        """Write what was kept to `target`, readable by anybody: her own act.

        Raises:
            AttachmentMissing, AttachmentDamaged, DiskFull, FolderNotWritable: nothing was written.
        """
        replace_file(target, self.content(attachment))

    def remove_photos(self, client_id: int) -> Change:
        """Take every photo of a client away, as when she takes her consent back."""
        with self._journal.change("attachment.remove_photos") as work:
            work.about(get(work.session, Client, client_id).called)
            table = table_of(Attachment).c
            of_her = table.client_id == client_id, table.kind == AttachmentKind.PHOTO
            for photo in fetch(work.session, Attachment, *of_her):
                remove(work.session, Attachment, photo.id)
        return work.change

    def sweep(self) -> int:
        """Remove the files nothing names any more, not even a change to be undone; say how many."""
        found = self._store.names()
        with self._database.read() as session:
            held = set(session.execute(_HELD).scalars())
        self._store.remove(found - held)
        return len(found - held)

    def drop(self, blobs: Iterable[str]) -> None:
        """Remove these files at once, as when their client is deleted for good."""
        self._store.remove(blobs)


def file_content(path: pathlib.Path) -> bytes:
    """Return the bytes of a file she chose, nothing of which is kept anywhere yet.

    Raises:
        AttachmentTooLarge: more than `MOST_MEGABYTES`; it was not read.
        AttachmentUnreadable: it is gone, or no file.
    """
    if not path.is_file():
        raise AttachmentUnreadable(path)
    try:
        size = path.stat().st_size
        if size > MOST_MEGABYTES * _MEGABYTE:
            raise AttachmentTooLarge(path, -(-size // _MEGABYTE), MOST_MEGABYTES)
        return path.read_bytes()
    except OSError as error:
        raise AttachmentUnreadable(path) from error


def blobs_of(session: Session, client_id: int) -> frozenset[str]:
    """Return the files of a client, those a removed row named among them."""
    return frozenset(session.execute(_OF_CLIENT, {"id": client_id}).scalars())


def _want_consent(session: Session, client_id: int) -> None:
    if not _has_consent(session, client_id):
        raise PhotoConsentMissing


def _has_consent(session: Session, client_id: int) -> bool:
    consent = table_of(Consent).c
    given = fetch(
        session, Consent, consent.client_id == client_id, consent.kind == ConsentKind.PHOTO
    )
    return agrees(given, ConsentKind.PHOTO)
