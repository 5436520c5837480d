"""The work of a consolidation and of a splitting, done beside the screen."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from crm_desktop.domain.consolidating import Consolidation, Split
from crm_desktop.domain.errors import PasswordWanted
from crm_desktop.services.book import keep_out
from crm_desktop.services.consolidation import consolidate, split
from crm_desktop.services.consolidation_books import Passwords
from crm_desktop.ui.jobs import Report


def put_together(  # noqa: PLR0913, PLR0917 - bound as plain values for the job
    book_folder: Path,
    paths: Sequence[Path],
    target: Path,
    now: dt.datetime,
    protect: str | None,
    passwords: Sequence[str],
    report: Report,
) -> Consolidation:
    """Write the one workbook.

    Raises:
        PasswordWanted: A file is protected, and by none of `passwords`.
    """
    keep_out(book_folder, target)
    return consolidate(
        paths, target, now=now, ask=_asking(passwords), protect=protect, progress=report
    )


def give_back(
    book_folder: Path, path: Path, folder: Path, passwords: Sequence[str], report: Report
) -> Split:
    """Write a workbook for each consultant; a protected whole protects what it is taken into.

    Raises:
        PasswordWanted: The file is protected, and by none of `passwords`.
    """
    keep_out(book_folder, folder)
    protect = passwords[-1] if passwords else None
    return split(path, folder, ask=_asking(passwords), protect=protect, progress=report)


def _asking(passwords: Sequence[str]) -> Passwords:
    return Passwords(_wanted, list(passwords))


def _wanted(file: str, _wrong: bool) -> str | None:  # noqa: FBT001 - as `Asked` is called
    raise PasswordWanted(file)
