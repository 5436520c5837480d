"""The log of imports: what came when, what it came to, and whether it stands."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from crm_desktop.database import Database
from crm_desktop.domain.counterparts import Counterpart
from crm_desktop.domain.import_plan import Caution, Days, ImportPlan, ListKind, Outcome
from crm_desktop.models import ChangeRow, CounterpartRow, ImportRunRow
from crm_desktop.services.import_summary import ImportSummary, summary_from
from crm_desktop.services.sync_bases import counterpart_id

if TYPE_CHECKING:
    # It loads what reads workbooks, which the pages do beside the screen.
    from crm_desktop.services.read_list import ReadList

RECENT: Final = 20
"""How many of the latest imports are shown; each of them can be taken back."""

_STANDING: Final = frozenset({"done", "note"})


class Standing(StrEnum):
    """What is left of an import; `NOTHING` where all it wrote was deleted for good since."""

    STANDS = "stands"
    PARTLY = "partly"
    BACK = "back"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True, kw_only=True)
class PastImport:
    """One line of the log; `kept` counts what she had edited when it was taken back."""

    id: int
    at: dt.datetime
    file: str
    kind: ListKind
    profile: str
    counts: Mapping[Outcome, int]
    standing: Standing
    kept: int
    summary: ImportSummary


class ImportLog:
    """Reads the log of one book."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def recent(self, limit: int = RECENT) -> tuple[PastImport, ...]:
        """Return the latest imports that wrote, newest first."""
        run, change, back = ImportRunRow, aliased(ChangeRow), aliased(ChangeRow)
        wanted = (
            select(run, change.state, back.state)
            .outerjoin(change, change.id == run.change_id)
            .outerjoin(back, back.id == run.back_id)
            .order_by(run.id.desc())
            .limit(limit)
        )
        with self._database.read() as session:
            return tuple(_past(*row) for row in session.execute(wanted))


def note_run(
    session: Session,
    change_id: int,
    read: "ReadList | None",
    made: ImportPlan,
    summary: ImportSummary,
) -> int:
    """Write down an import within the transaction that takes it in; return its number."""
    counterpart = made.counterpart
    details = {
        "counts": {outcome.value: count for outcome, count in made.counts.items()},
        "summary": summary.to_json(),
        "days": [[sort, first.isoformat(), last.isoformat()] for sort, first, last in made.days],
    }
    row = ImportRunRow(
        at=made.options.now,
        file=made.options.source,
        kind=made.options.kind.value,
        profile=made.profile,
        digest=read.digest if read else "",
        file_at=read.file_at if read else None,
        counterpart_id=counterpart_id(session, counterpart) if counterpart else None,
        change_id=change_id,
        details=json.dumps(details, separators=(",", ":")),
    )
    session.add(row)
    session.flush()
    return row.id


def cautions_for(
    session: Session, read: "ReadList", counterpart: Counterpart | None
) -> tuple[Caution, ...]:
    """Return what to say of a file before it is taken in: known already, or older than the last."""
    found = []
    if known_at(session, read.digest) is not None:
        found.append(Caution.SAME_FILE)
    elif read.file_at is not None and counterpart is not None:
        newest = _newest(session, counterpart)
        if newest is not None and _wall(read.file_at) < newest:
            found.append(Caution.OLDER_FILE)
    return tuple(found)


def known_at(session: Session, digest: str) -> dt.datetime | None:
    """Return when this very file was taken in last, None where no import of it stands."""
    if not digest:
        return None
    same = select(ImportRunRow).where(ImportRunRow.digest == digest)
    rows = session.scalars(same.order_by(ImportRunRow.id.desc()))
    return next((row.at for row in rows if stands(session, row)), None)


def is_overtaken(session: Session, read: "ReadList", counterpart: Counterpart) -> bool:
    """Return whether a newer file of this counterpart was taken in, and stands."""
    age, newest = _age(session, read), _newest(session, counterpart)
    return age is not None and newest is not None and age < newest


def days_of_newer(session: Session, read: "ReadList", counterpart: Counterpart) -> tuple[Days, ...]:
    """Return the days that newer files of this counterpart, which stand, were whole on."""
    age = _age(session, read)
    found = (
        json.loads(row.details).get("days", [])
        for row in _of(session, counterpart)
        if age is not None and row.file_at is not None and age < _wall(row.file_at)
    )
    return tuple(
        (sort, dt.date.fromisoformat(first), dt.date.fromisoformat(last))
        for days in found
        for sort, first, last in days
    )


def stands(session: Session, row: ImportRunRow) -> bool:
    """Return whether an import was neither undone nor taken back."""
    change = session.get(ChangeRow, row.change_id) if row.change_id else None
    back = session.get(ChangeRow, row.back_id) if row.back_id else None
    change_state = change.state if change else None
    return _standing(change_state, back.state if back else None, 0) is Standing.STANDS


def with_kept(details: str, kept: int) -> str:
    """Return the details of an import with how much stayed when it was taken back."""
    return json.dumps({**json.loads(details), "kept": kept}, separators=(",", ":"))


def _past(row: ImportRunRow, change: str | None, back: str | None) -> PastImport:
    details: dict[str, Any] = json.loads(row.details)
    kept = int(details.get("kept", 0))
    standing = _standing(change, back, kept)
    return PastImport(
        id=row.id,
        at=row.at,
        file=row.file,
        kind=ListKind(row.kind),
        profile=row.profile,
        counts={outcome: details["counts"].get(outcome.value, 0) for outcome in Outcome},
        standing=standing,
        kept=kept if standing is Standing.PARTLY else 0,
        summary=summary_from(details["summary"]),
    )


def _standing(change: str | None, back: str | None, kept: int) -> Standing:
    """Return what is left, by the states of its change and of the one that took it back."""
    if back in _STANDING:
        return Standing.PARTLY if kept else Standing.BACK
    if change is None:
        return Standing.NOTHING
    return Standing.STANDS if change in _STANDING else Standing.BACK


def _age(session: Session, read: "ReadList") -> dt.datetime | None:
    """Return when a file was made; one taken in before is as old as then: copies look newer."""
    known = select(ImportRunRow.file_at).where(
        ImportRunRow.digest == read.digest, ImportRunRow.file_at.is_not(None)
    )
    return min((_wall(at) for at in (*session.scalars(known), read.file_at) if at), default=None)


def _newest(session: Session, counterpart: Counterpart) -> dt.datetime | None:
    """Return the time of the newest file of a counterpart that was taken in and stands."""
    known = (_wall(row.file_at) for row in _of(session, counterpart) if row.file_at)
    return max(known, default=None)


def _of(session: Session, counterpart: Counterpart) -> list[ImportRunRow]:
    """Return the imports of dated files of a counterpart that stand."""
    rows = session.scalars(
        select(ImportRunRow)
        .join(CounterpartRow, CounterpartRow.id == ImportRunRow.counterpart_id)
        .where(CounterpartRow.kind == counterpart.kind.value)
        .where(CounterpartRow.name == counterpart.name)
        .where(ImportRunRow.file_at.is_not(None))
    )
    return [row for row in rows if stands(session, row)]


def _wall(moment: dt.datetime) -> dt.datetime:
    """Return the time on the wall: a file may not say of which zone it is."""
    return moment.replace(tzinfo=None)
