"""The names of some clients, read beside the screen."""

import datetime as dt
from collections.abc import Collection

from crm_desktop.services.book import Book


def names_of(book: Book, client_ids: Collection[int], on: dt.date) -> dict[int, str]:
    """Return what each client is called; who is no longer in the book is left out."""
    return {line.id: line.name for line in book.clients.lines(tuple(client_ids), today=on)}
