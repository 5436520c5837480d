"""Records in and out of the tables: the one place where a record class meets its table."""

import dataclasses
import operator
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, Final, TypeVar, get_args

from sqlalchemy import ColumnElement, Dialect, Select, Table, delete, insert, select, text, update
from sqlalchemy.orm import Session

from crm_desktop import models
from crm_desktop.domain import records
from crm_desktop.domain.errors import RecordGone

Record = (
    records.Client
    | records.Phone
    | records.ClinicCard
    | records.Preference
    | records.Tag
    | records.Consent
    | records.FactSource
    | records.Person
    | records.ClientDate
    | records.Visit
    | records.Bill
    | records.CompletedProject
    | records.PotentialProject
    | records.Package
    | records.Deposit
    | records.Gift
    | records.Contact
    | records.Promise
    | records.Complaint
    | records.Activity
    | records.ActivityGuest
    | records.PointsEntry
    | records.Attachment
    | records.NotSame
    | records.SmartList
    | records.GreetingTemplate
    | records.ImportProfile
    | records.Supplier
    | records.FestivalMark
)
"""Any record that has a table of its own."""

KINDS: Final[tuple[type[Any], ...]] = get_args(Record)
"""Every record class that has a table."""

_FIELDS: Final[dict[type[Any], tuple[str, ...]]] = {
    kind: tuple(field.name for field in dataclasses.fields(kind)) for kind in KINDS
}

R = TypeVar("R", bound=Record)


def table_of(kind: type[Any]) -> Table:
    """Return the table that holds records of `kind`: `models.ClientRow` maps that of `Client`."""
    table = getattr(models, f"{kind.__name__}Row").__table__
    assert isinstance(table, Table)  # noqa: S101 - narrows FromClause, which mapped classes declare
    return table


def fetch(
    session: Session,
    kind: type[R],
    *where: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = (),
    limit: int | None = None,
) -> list[R]:
    """Return the records of `kind` that meet every condition, by `order`, else by id."""
    return read(session, kind, selection(kind, *where, order=order).limit(limit))


def selection(
    kind: type[R], *where: ColumnElement[bool], order: Sequence[ColumnElement[Any]] = ()
) -> Select[tuple[Any, ...]]:
    """Return what asks for the records of `kind`; kept and asked again it is made only once."""
    table = table_of(kind)
    columns = [table.c[name] for name in _FIELDS[kind]]
    return select(*columns).where(*where).order_by(*order, table.c.id)


def read(
    session: Session,
    kind: type[R],
    query: Select[tuple[Any, ...]],
    values: Mapping[str, object] | None = None,
) -> list[R]:
    """Return the records of `kind` a `selection` asks for, with the values of its parameters."""
    names = _FIELDS[kind]
    rows = session.execute(query, values).all()
    return [kind(**dict(zip(names, row, strict=True))) for row in rows]


def get(session: Session, kind: type[R], record_id: int) -> R:
    """Return one record.

    Raises:
        RecordGone: No such record is in the book.
    """
    found = fetch(session, kind, table_of(kind).c.id == record_id)
    if not found:
        raise RecordGone(kind.__name__, record_id)
    return found[0]


def put(session: Session, record: Record) -> int:
    """Write one record, new (id 0) or known, and return its id.

    Raises:
        RecordGone: A known record is no longer in the book.
    """
    table = table_of(type(record))
    values = _values(record)
    if not record.id:
        added = session.connection().execute(insert(table).values(**values))
        return int(added.lastrowid)
    edit = update(table).where(table.c.id == record.id).values(**values)
    if session.connection().execute(edit).rowcount == 0:
        raise RecordGone(type(record).__name__, record.id)
    return record.id


def put_new(session: Session, kind: type[R], many: Iterable[R]) -> None:
    """Write many new records of one kind; a given id is kept, 0 is numbered by the book."""
    connection = session.connection()
    dialect, table = connection.dialect, table_of(kind)
    statement = insert(table).compile(dialect=dialect, column_keys=list(_FIELDS[kind]))
    names = statement.positiontup or []
    converters = [(place, _converter(table, name, dialect)) for place, name in enumerate(names)]
    conversions = [(place, convert) for place, convert in converters if convert is not None]
    values_of = operator.attrgetter(*names)
    rows = []
    for record in many:
        row = list(values_of(record))
        for place, convert in conversions:
            row[place] = convert(row[place])
        rows.append(tuple(row))
    if rows:
        connection.exec_driver_sql(str(statement), rows)


def put_numbered(session: Session, kind: type[R], many: Sequence[R]) -> range:
    """Write many new records of one kind as `put_new` does; return the ids they were given."""
    given = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
    last = session.scalar(given, {"name": table_of(kind).name}) or 0
    ids = range(last + 1, last + 1 + len(many))
    put_new(session, kind, map(_numbered, many, ids))
    return ids


def remove(session: Session, kind: type[Record], record_id: int) -> None:
    """Take one record out of the book.

    Raises:
        RecordGone: No such record is in the book.
    """
    table = table_of(kind)
    removal = delete(table).where(table.c.id == record_id)
    if session.connection().execute(removal).rowcount == 0:
        raise RecordGone(kind.__name__, record_id)


def _converter(table: Table, name: str, dialect: Dialect) -> Callable[[Any], Any] | None:
    """Return what makes a value of a column one of the driver's, None if it is one as it is."""
    if name == "id":
        return _known_id
    return table.c[name].type.dialect_impl(dialect).bind_processor(dialect)


def _known_id(record_id: int) -> int | None:
    """Return an id as it is stored: the book numbers what has none."""
    return record_id or None


def _numbered(record: R, record_id: int) -> R:
    return dataclasses.replace(record, id=record_id)


def _values(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _FIELDS[type(record)] if name != "id"}
