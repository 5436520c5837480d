"""What came of putting consultants' workbooks together or taking one apart, in sentences."""

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.consolidating import Consolidation, Split
from crm_desktop.ui.text.errors import sentence


def together(report: Consolidation) -> str:
    """Return the sentence that it is done: how many clients of how many consultants."""
    words = QCoreApplication.translate(
        "Consolidation", "{file} is written. Consultants: {count}, clients: {clients}."
    )
    return words.format(
        file=report.path.name, clients=f"{report.clients:,}", count=len(report.books)
    )


def found(report: Consolidation) -> str:
    """Return the sentence about clients of several consultants."""
    if not (report.same or report.maybe):
        return QCoreApplication.translate(
            "Consolidation", "No client is with two consultants, as far as the sheets tell."
        )
    words = QCoreApplication.translate(
        "Consolidation",
        "Clients with two consultants or more: {same}; pairs to check: {maybe}; "
        "facts that differ: {conflicts}. See the sheets 同一客户 and 冲突.",
    )
    return words.format(
        same=f"{report.same:,}", maybe=f"{report.maybe:,}", conflicts=f"{report.conflicts:,}"
    )


def beside(report: Consolidation) -> Iterator[str]:
    """Yield what else there is to know: who was not compared, which files are left out, and why."""
    if report.crowded:
        words = QCoreApplication.translate(
            "Consolidation",
            "Clients that share a number, a card or a name with more than 200 others: {count}. "
            "They were not compared by it; look for them yourself.",
        )
        yield words.format(count=f"{report.crowded:,}")
    for one in report.refused:
        yield _named(one.file, sentence(one.error))
    for older, newer in report.replaced:
        words = QCoreApplication.translate(
            "Consolidation", "{older} is left out: {newer} is a newer sheet of the same book."
        )
        yield words.format(older=older, newer=newer)
    for file in report.repeated:
        words = QCoreApplication.translate(
            "Consolidation", "{file} is left out: the same sheet is there already."
        )
        yield words.format(file=file)
    for book in report.books:
        for sheet in book.left_out:
            words = QCoreApplication.translate(
                "Consolidation", "{file}: the sheet {sheet} is none of ours and is left out."
            )
            yield words.format(file=book.file, sheet=sheet)


def apart(report: Split) -> str:
    """Return the sentence that everyone has her own again."""
    words = QCoreApplication.translate(
        "Consolidation", "Written for each consultant, {count} in all: {names}."
    )
    joined = QCoreApplication.translate("Consolidation", ", ").join(
        share.path.name for share in report.shares
    )
    return words.format(count=len(report.shares), names=joined)


def apart_beside(report: Split) -> Iterator[str]:
    """Yield what else she must know of a splitting."""
    if report.chosen:
        words = QCoreApplication.translate(
            "Consolidation", "Differences that were decided and stand in the sheets: {count}."
        )
        yield words.format(count=f"{report.chosen:,}")
    if report.handed_over:
        words = QCoreApplication.translate(
            "Consolidation",
            "Rows that name another consultant than before: {count}. They went back to the one "
            "whose book they are from; a client is handed over in the books.",
        )
        yield words.format(count=f"{report.handed_over:,}")
    for sheet, count in report.unplaced.items():
        words = QCoreApplication.translate(
            "Consolidation",
            "Rows of {sheet} that name no consultant and went to nobody: {count}.",
        )
        yield words.format(sheet=sheet, count=f"{count:,}")


def _named(file: str, words: str) -> str:
    """Return a sentence about a file, its name in front unless it is in there."""
    return words if file in words else f"{file}: {words}"
