"""The work of an export, done beside the screen."""

import dataclasses
import datetime as dt
from pathlib import Path

from crm_desktop.domain.exporting import ExportReport
from crm_desktop.domain.list_query import Chosen, hers
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.exchange.export_asked import Asked, Known, Whose
from crm_desktop.ui.exchange.export_choice import ExportChoice, Kind
from crm_desktop.ui.jobs import Report


def known(book: Book, kind: Kind, picked: Chosen | None, on: dt.date) -> Known:
    """Return what the book knows for the questions of one kind of export."""
    return Known(
        picked=0 if picked is None else len(book.bulk.ids(picked, today=on)),
        kind=kind,
        columns=book.exports.columns(kind.recipient),
        named=book.exports.named_before(kind.recipient),
        lists=book.smart_lists.all(),
        consultant=book.settings.get().consultant,
    )


def exported(  # noqa: PLR0913, PLR0917 - bound as plain values for the job
    book: Book,
    path: Path,
    choice: ExportChoice,
    asked: Asked,
    password: str | None,
    now: dt.datetime,
    report: Report,
) -> ExportReport:
    """Write the file that was chosen and return the report about it."""
    keep_out(book.folder, path)
    if choice.kind is Kind.JSON:
        return book.exports.owner_json(path, now=now, progress=report)
    if asked.consultant:
        book.settings.put(dataclasses.replace(book.settings.get(), consultant=asked.consultant))
    return book.exports.workbook(
        path,
        recipient=choice.kind.recipient,
        columns=choice.columns,
        client_ids=_ids(book, asked, now.date()),
        mask_phones=choice.mask_phones,
        password=password,
        to=asked.to,
        purpose=asked.purpose,
        only_changed=asked.only_changed,
        now=now,
        progress=report,
    )


def _ids(book: Book, asked: Asked, on: dt.date) -> frozenset[int] | None:
    """Return the clients that were asked for, None where the sheet decides."""
    chosen = asked.picked or _chosen(book, asked.whose)
    return None if chosen is None else frozenset(book.bulk.ids(chosen, today=on))


def _chosen(book: Book, whose: Whose | int) -> Chosen | None:
    if whose is Whose.MINE:
        return Chosen(query=hers(book.settings.get().consultant))
    if isinstance(whose, int):
        found = [each.query for each in book.smart_lists.all() if each.id == whose]
        # A list that was deleted meanwhile has nobody: never everybody instead.
        return Chosen(query=found[0]) if found else Chosen()
    return None
