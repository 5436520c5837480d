"""An import taken back at any later time, as a new change that leaves her own work alone."""

from dataclasses import dataclass
from functools import partial
from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.collector import collector_resting
from crm_desktop.database import Database
from crm_desktop.domain.errors import ImportNotStanding
from crm_desktop.domain.importing import Progress
from crm_desktop.domain.records import Change
from crm_desktop.domain.taking_back import BackPlan
from crm_desktop.models import ImportRunRow
from crm_desktop.services.back_planning import plan_back
from crm_desktop.services.back_writing import write_back
from crm_desktop.services.import_log import stands, with_kept
from crm_desktop.services.import_progress import in_turn
from crm_desktop.services.journal import Journal
from crm_desktop.services.written_rows import Tick

ACTION: Final = "import.take_back"
_PER_CLIENT: Final = 8
"""Bringing lists and search in step for a client takes about as long as writing so many rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackReport:
    """What was taken back of which import, and what stays for her sake."""

    run_id: int
    file: str
    plan: BackPlan


class TakingBack:
    """Takes imports back."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def look(self, run_id: int) -> BackReport:
        """Return what taking an import back would come to; nothing is written.

        Raises:
            ImportNotStanding: it was taken back, or is no longer in the journal.
        """
        with collector_resting(), self._database.read() as session:
            return _planned(session, run_id, _nothing)

    def take_back(self, run_id: int, progress: Progress | None = None) -> tuple[BackReport, Change]:
        """Take an import back as one change; what she did since stays as it is.

        Raises:
            ImportNotStanding: it was taken back, or is no longer in the journal.
            Cancelled: `progress` said so; nothing was written.
        """
        tell = progress or _no_progress
        rows, clients = _length(self._database, run_id)
        write, index = in_turn(tell, rows, clients * _PER_CLIENT)
        opened = self._journal.change(ACTION, progress=index)
        with collector_resting(), opened as work:
            report = _planned(work.session, run_id, partial(write, 0, 1))
            work.about(report.file)
            write_back(work.session, report.plan, work.change.id, write)
            row = work.session.get_one(ImportRunRow, run_id)
            row.back_id = work.change.id
            row.details = with_kept(row.details, len(report.plan.told))
        return report, work.change


def _planned(session: Session, run_id: int, tick: Tick) -> BackReport:
    row = session.get(ImportRunRow, run_id)
    if row is None or row.change_id is None or not stands(session, row):
        raise ImportNotStanding(run_id)
    return BackReport(run_id=run_id, file=row.file, plan=plan_back(session, row.change_id, tick))


def _length(database: Database, run_id: int) -> tuple[int, int]:
    """Return how many rows an import wrote, and about how many clients."""
    wanted = text(
        "SELECT count(*), count(DISTINCT client_id) FROM change_entry"
        " WHERE change_id = (SELECT change_id FROM import_run WHERE id = :id)"
    )
    with database.read() as session:
        rows, clients = session.execute(wanted, {"id": run_id}).one()
    return rows, clients


def _nothing() -> None:
    """Nobody waits."""


def _no_progress(_done: int, _total: int) -> None:
    """Nobody watches."""
