"""The log of what left the book: written with the file, read by her; whom she names again."""

from collections.abc import Collection, Sequence
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm_desktop.domain.exporting import ExportEntry, NamedBefore, Recipient
from crm_desktop.excel.workbook_cover import SheetOrder
from crm_desktop.models import ClientRow, ExportRow

ALL_CLIENTS: Final = "*"
"""What the log says instead of every uid when the whole book left."""

_LONGEST: Final = 8


def write_down(
    session: Session,
    order: SheetOrder,
    kind: str,
    columns: Collection[str],
    uids: Sequence[str],
) -> None:
    """Add one line to the log."""
    is_whole = len(uids) == count_clients(session, with_archived=True)
    session.add(
        ExportRow(
            at=order.exported_at,
            recipient=order.recipient.value,
            kind=kind,
            columns=" ".join(columns),
            clients=len(uids),
            client_uids=ALL_CLIENTS if is_whole else " ".join(uids),
            recipient_name=order.to,
            purpose=order.purpose,
        )
    )
    session.flush()


def latest(session: Session, limit: int) -> tuple[ExportEntry, ...]:
    """Return the last lines, newest first."""
    rows = session.scalars(select(ExportRow).order_by(ExportRow.id.desc()).limit(limit))
    return tuple(
        ExportEntry(
            at=row.at,
            recipient=Recipient(row.recipient),
            kind=row.kind,
            clients=row.clients,
            columns=tuple(row.columns.split()),
            to=row.recipient_name,
            purpose=row.purpose,
            is_whole=row.client_uids == ALL_CLIENTS,
        )
        for row in rows
    )


def columns_sent(session: Session, recipient: Recipient, to: str) -> frozenset[str]:
    """Return the keys of the columns this person was sent last, none where nothing ever was."""
    last = session.scalar(
        select(ExportRow.columns)
        .where(ExportRow.recipient == recipient.value, ExportRow.recipient_name == to)
        .where(ExportRow.kind.in_(("workbook", "csv")))
        .order_by(ExportRow.id.desc())
        .limit(1)
    )
    return frozenset((last or "").split())


def named_before(session: Session, recipient: Recipient) -> NamedBefore:
    """Return the people and the purposes said for this kind of recipient, the latest first."""
    return NamedBefore(
        people=_said(session, recipient, "recipient_name"),
        purposes=_said(session, recipient, "purpose"),
    )


def count_clients(session: Session, *, with_archived: bool) -> int:
    """Return how many clients stand in the book, those in the trash left out."""
    query = select(func.count()).select_from(ClientRow).where(ClientRow.trashed_on.is_(None))
    if not with_archived:
        query = query.where(ClientRow.archived_on.is_(None))
    return int(session.scalar(query) or 0)


def _said(session: Session, recipient: Recipient, name: str) -> tuple[str, ...]:
    column = ExportRow.__table__.c[name]
    found = select(column).where(ExportRow.recipient == recipient.value, column != "")
    newest = func.max(ExportRow.id).desc()
    return tuple(session.scalars(found.group_by(column).order_by(newest).limit(_LONGEST)))
