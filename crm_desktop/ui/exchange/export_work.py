"""The work of an export, done beside the screen."""

import datetime as dt
from pathlib import Path

from crm_desktop.domain.exporting import ExportReport
from crm_desktop.services.book import Book, keep_out
from crm_desktop.ui.exchange.export_choice import ExportChoice, Kind
from crm_desktop.ui.jobs import Report


def exported(  # noqa: PLR0913, PLR0917 - bound as plain values for the job
    book: Book,
    path: Path,
    choice: ExportChoice,
    password: str | None,
    now: dt.datetime,
    report: Report,
) -> ExportReport:
    """Write the file that was chosen and return the report about it."""
    keep_out(book.folder, path)
    if choice.kind is Kind.JSON:
        return book.exports.owner_json(path, now=now, progress=report)
    return book.exports.workbook(
        path,
        recipient=choice.kind.recipient,
        columns=choice.columns,
        mask_phones=choice.mask_phones,
        password=password,
        now=now,
        progress=report,
    )
