"""Photos of the demo book: given as pictures, kept as any other, without a trace to be undone."""

import dataclasses
from collections.abc import Iterable

from crm_desktop.database import Database
from crm_desktop.domain.records import Attachment
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.records import put


def hang(database: Database, store: BlobStore, photos: Iterable[tuple[Attachment, bytes]]) -> None:
    """Keep each photo with its content in the file of its client."""
    with database.write() as session, unrecorded(session):
        for photo, content in photos:
            blob, key = store.write(content)
            put(
                session,
                dataclasses.replace(photo, blob=blob, content_key=key, size=len(content)),
            )
