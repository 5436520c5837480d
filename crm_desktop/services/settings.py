"""The settings of a book: kept in the book, one row each, undone like everything else."""

import dataclasses
import datetime as dt
import enum
import json
import pathlib
import types
import typing
from collections.abc import Mapping, Sequence
from typing import Any, Final

from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.occasions import Rules
from crm_desktop.domain.records import Change
from crm_desktop.domain.settings import BookSettings
from crm_desktop.models import SettingRow
from crm_desktop.services.bare_rows import bare_rows
from crm_desktop.services.journal import Journal
from crm_desktop.services.sound_rows import sound

_ALL: Final = "SELECT name, value FROM setting"
_HINTS: Final[Mapping[str, Any]] = typing.get_type_hints(BookSettings)


class Settings:
    """The editable rules of one open book."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal
        self._read: tuple[int, BookSettings] | None = None

    def get(self) -> BookSettings:
        """Return the settings as they stand; what was never set has its default.

        Read once until a row of the book is written: every look at the clock asks three times.
        """
        known, changes = self._read, self._database.changes
        if known is None or known[0] != changes:
            with self._database.read() as session:
                # What is written from here on is counted later: it is read again then.
                known = self._read = changes, settings_of(session)
        return known[1]

    def rules(self) -> Rules:
        """Return the part the rule of reminding works by, with public holidays if she wants."""
        return rules_of(self.get())

    def put(self, settings: BookSettings, *, can_undo: bool = True) -> Change:
        """Write what differs from the settings as they stand.

        What is set while a book is being made is not offered to undo.
        """
        present = self.get()
        changed = {
            field.name: getattr(settings, field.name)
            for field in dataclasses.fields(settings)
            if getattr(settings, field.name) != getattr(present, field.name)
        }
        with self._journal.change("settings.edit", can_undo=can_undo) as work:
            for name, value in changed.items():
                row = insert(SettingRow).values(name=name, value=json.dumps(_plain(value)))
                kept = row.on_conflict_do_update(["name"], set_={"value": row.excluded.value})
                work.session.execute(kept)
        return work.change


def rules_of(settings: BookSettings) -> Rules:
    """Return the rules of reminding by some settings."""
    if not settings.follows_public_holidays:
        return settings.rules
    from crm_desktop.domain.days_off import (  # noqa: PLC0415 - most days do without
        with_public_holidays,
    )
    from crm_desktop.services.public_holidays import public_holidays  # noqa: PLC0415 - the same

    return with_public_holidays(settings.rules, public_holidays())


def settings_of(session: Session) -> BookSettings:
    """Return the settings as they stand within a use case."""
    rows = bare_rows(session, _ALL)
    return BookSettings(**dict(sound(rows, _known)))


def _known(row: Sequence[str]) -> tuple[str, Any]:
    """Return a setting and its value; of a later version, or unreadable, it is none of ours."""
    name, value = row
    return name, _read(json.loads(value), _HINTS[name])


def _plain(value: object) -> object:
    """Return `value` as JSON can hold it."""
    if isinstance(value, frozenset):
        return sorted(_plain(item) for item in value)  # type: ignore[type-var] # of one kind
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value) if isinstance(value, pathlib.PurePath) else value


def _read(value: Any, hint: Any) -> Any:  # noqa: ANN401 - JSON in, whatever the field holds out
    """Return what `_plain` wrote as the type of the field."""
    if value is None:
        return None
    if isinstance(hint, types.UnionType):
        hint = next(part for part in typing.get_args(hint) if part is not type(None))
    origin = typing.get_origin(hint)
    if origin is not None:
        return origin(_read(item, typing.get_args(hint)[0]) for item in value)
    if issubclass(hint, dt.date | dt.time):
        return hint.fromisoformat(value)
    return hint(value) if issubclass(hint, enum.Enum | pathlib.PurePath) else value
