"""The declarative base and the column types every table shares."""

import datetime as dt
import enum
from typing import Annotated, Any, ClassVar

from sqlalchemy import Date, Dialect, Enum, ForeignKey, String, Text, TypeDecorator
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from typing_extensions import override


class Moment(TypeDecorator[dt.datetime]):
    """A local time with its UTC offset, stored as ISO 8601 text so that no zone is lost."""

    impl = String(40)
    cache_ok = True

    @override
    def process_bind_param(self, value: dt.datetime | None, dialect: Dialect) -> str | None:
        """Return the ISO text of `value`."""
        return None if value is None else value.isoformat(timespec="milliseconds")

    @override
    def process_result_value(self, value: Any | None, dialect: Dialect) -> dt.datetime | None:
        """Return the time the ISO text stands for."""
        return None if value is None else dt.datetime.fromisoformat(value)


def _values(kind: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in kind]


class Base(DeclarativeBase):
    """Every table has a never re-used integer `id`; enums are stored by value."""

    type_annotation_map: ClassVar[dict[Any, Any]] = {
        str: Text,
        dt.date: Date,
        dt.datetime: Moment,
        enum.Enum: Enum(enum.Enum, native_enum=False, length=24, values_callable=_values),
    }
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012 - SQLAlchemy reads it per class

    id: Mapped[int] = mapped_column(primary_key=True)


OfClient = Annotated[int, mapped_column(ForeignKey("client.id", ondelete="CASCADE"), index=True)]
OfClientAndMore = Annotated[int, mapped_column(ForeignKey("client.id", ondelete="CASCADE"))]
"""For a table whose index on the client goes on with the columns the client list adds up."""

OfPerson = Annotated[
    int | None, mapped_column(ForeignKey("person.id", ondelete="CASCADE"), index=True)
]

OfBill = Annotated[int | None, mapped_column(ForeignKey("bill.id", ondelete="CASCADE"), index=True)]
"""What a line of a bill made goes with it."""
