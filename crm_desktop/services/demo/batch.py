"""A batch: records numbered as they are made, written kind by kind, parents first."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final, TypeVar

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm_desktop.domain import records
from crm_desktop.models import JOURNALLED
from crm_desktop.services.records import Record, put_new, table_of

R = TypeVar("R", bound=Record)

_KINDS: Final[tuple[type[Record], ...]] = (
    records.Client,
    records.Phone,
    records.ClinicCard,
    records.Preference,
    records.Tag,
    records.Consent,
    records.FactSource,
    records.Person,
    records.ClientDate,
    records.Visit,
    records.Bill,
    records.CompletedProject,
    records.PotentialProject,
    records.Package,
    records.Deposit,
    records.Supplier,
    records.Gift,
    records.Contact,
    records.Promise,
    records.Complaint,
    records.Activity,
    records.ActivityGuest,
    records.PointsEntry,
    records.SmartList,
    records.FestivalMark,
)

KIND_NAMED: Final[Mapping[str, type[Record]]] = {table_of(kind).name: kind for kind in _KINDS}
"""Every kind of record by the name of its table."""


class Batch:
    """What is to be written at once; every record is given its id when it is added."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._made: dict[type[Record], list[Record]] = {}
        self._last = {
            kind: session.scalar(select(func.max(table_of(kind).c.id))) or 0 for kind in _KINDS
        }

    def add(self, record: Record) -> int:
        """Take a record in and return the id it will have."""
        kind = type(record)
        self._last[kind] += 1
        self._made.setdefault(kind, []).append(replace(record, id=self._last[kind]))
        return self._last[kind]

    def last(self, kind: type[Record]) -> int:
        """Return the highest id given to `kind` so far, 0 before the first."""
        return self._last[kind]

    def write(self) -> list[int]:
        """Write what was added since the last time; return the ids of the clients among it."""
        clients = [client.id for client in self._made.get(records.Client, [])]
        for table in JOURNALLED:
            kind = KIND_NAMED.get(table.name)
            if kind is not None:
                put_new(self._session, kind, self._made.pop(kind, []))
        return clients
