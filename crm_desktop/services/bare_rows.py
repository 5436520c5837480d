"""Rows as the driver has them: of a look at the clock there are thousands, many times a day."""

import contextlib
from typing import Any

from sqlalchemy.orm import Session


def bare_rows(session: Session, query: str, *asked: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401 - what the driver takes
    """Return what a query that writes nothing finds, each value as it is stored."""
    with contextlib.closing(session.connection().connection.cursor()) as cursor:
        cursor.execute(query, asked)
        return list(cursor.fetchall())
