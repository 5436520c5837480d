"""What an import came to in a title, and what of it is still to be done."""

from collections.abc import Iterator
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.import_plan import ListKind, Outcome
from crm_desktop.services.import_report import ImportReport
from crm_desktop.ui.text.counts import counted, sentences

_OF_CLIENTS: Final = {ListKind.OWN_LIST, ListKind.CONTACTS}
"""Every row of these is a client; a clinic's and ours have bills, gifts and more."""


def title_words(report: ImportReport) -> str:
    """Return the file, and how many clients or rows of it were written."""
    new, updated = report.counts[Outcome.NEW], report.counts[Outcome.UPDATED]
    if not new + updated:
        words = QCoreApplication.translate("ImportResults", "{file}: taken in")
    elif report.kind in _OF_CLIENTS:
        words = QCoreApplication.translate("ImportResults", "{file}: {count} taken into the book")
    elif not new:
        words = QCoreApplication.translate("ImportResults", "{file}: {count} updated")
    elif not updated:
        words = QCoreApplication.translate("ImportResults", "{file}: {count} added")
    else:
        words = QCoreApplication.translate(
            "ImportResults", "{file}: {new} added, {updated} updated"
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
    translate = QCoreApplication.translate
    if undecided := report.counts[Outcome.CONFLICT]:
        one = translate("ImportResults", "1 row holds something undecided.")
        many = translate("ImportResults", "{count} rows hold something undecided.")
        rest = translate("ImportResults", "Yours stays for now; the next time you are asked again.")
        yield sentences(counted(undecided, one, many), rest)
    if rows := len({(problem.sheet, problem.row) for problem in report.problems}):
        one = translate("ImportResults", "In 1 row something could not be taken.")
        many = translate("ImportResults", "In {count} rows something could not be taken.")
        rest = translate(
            "ImportResults",
            "Save the rows with problems, mend the red cells in Excel and import that file: "
            "what is here already stays.",
        )
        yield sentences(counted(rows, one, many), rest)
