"""What an import came to in a title, and what of it is still to be done."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.import_plan import ListKind, Outcome
from crm_desktop.services.import_report import ImportReport

_OF_CLIENTS: Final = {ListKind.OWN_LIST, ListKind.CONTACTS}
"""Every row of these is a client; a clinic's and ours have bills, gifts and more."""


def title_words(report: ImportReport) -> str:
    """Return the file, and how many clients or rows of it were written."""
    new, updated = report.counts[Outcome.NEW], report.counts[Outcome.UPDATED]
    if not new + updated:
        words = QCoreApplication.translate("ImportResults", "{file}: taken in")
    elif report.kind in _OF_CLIENTS:
        words = QCoreApplication.translate(
            "ImportResults", "{file}: {count} clients are in the book"
        )
    elif not new:
        words = QCoreApplication.translate("ImportResults", "{file}: {count} rows updated")
    elif not updated:
        words = QCoreApplication.translate("ImportResults", "{file}: {count} rows added")
    else:
        words = QCoreApplication.translate(
            "ImportResults", "{file}: {new} rows added, {updated} updated"
        )
    return words.format(
        file=report.file, count=f"{new + updated:,}", new=f"{new:,}", updated=f"{updated:,}"
    )


def is_left(report: ImportReport) -> bool:
    """Return whether anything was not taken or waits for her."""
    return bool(report.problems or report.counts[Outcome.CONFLICT])


def left_words(report: ImportReport) -> str:
    """Return what was not taken and what waits for her, or that nothing does."""
    everything = QCoreApplication.translate("ImportResults", "Every row was taken as it stood.")
    return "\n".join(_left(report)) or everything


def _left(report: ImportReport) -> Iterator[str]:
    if undecided := report.counts[Outcome.CONFLICT]:
        words = QCoreApplication.translate(
            "ImportResults",
            "{count} rows hold something undecided: yours stays for now, and the next time "
            "you are asked again.",
        )
        yield words.format(count=f"{undecided:,}")
    if rows := len({(problem.sheet, problem.row) for problem in report.problems}):
        words = QCoreApplication.translate(
            "ImportResults",
            "In {count} rows something could not be taken. Save them, mend the red cells in "
            "Excel and import that file: what is here already stays.",
        )
        yield words.format(count=f"{rows:,}")
