"""Profiles in the book: how the lists of each source are read, and passed on as small files."""

import dataclasses
import pathlib
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain import profiles as rule
from crm_desktop.domain.errors import ProfileUnknown, ProfileUnreadable
from crm_desktop.domain.import_plan import ListKind
from crm_desktop.domain.profiles import Profile
from crm_desktop.domain.reading_rules import ReadingRules
from crm_desktop.domain.records import Change, ImportProfile
from crm_desktop.excel.fingerprint import heading_rows, headings_at
from crm_desktop.excel.workbook import Workbook
from crm_desktop.services.journal import Journal
from crm_desktop.services.read_list import ReadList
from crm_desktop.services.records import fetch, get, put, remove, table_of
from crm_desktop.services.sound_rows import sound
from crm_desktop.services.unfinished_file import unfinished

_MOST_BYTES: Final = 1_000_000
"""No profile is nearly as long; what is longer is some other file."""


class Profiles:
    """How lists were read before, each way under its name."""

    def __init__(self, database: Database, journal: Journal) -> None:
        self._database = database
        self._journal = journal

    def list(self) -> tuple[Profile, ...]:
        """Return every profile, by name."""
        with self._database.read() as session:
            return profiles_of(session)

    def named(self, name: str) -> Profile:
        """Return the profile of this name.

        Raises:
            ProfileUnknown: there is none; it says which there are.
        """
        known = self.list()
        for profile in known:
            if profile.name == name:
                return profile
        raise ProfileUnknown(name, tuple(one.name for one in known))

    def save(self, name: str, read: ReadList, rules: ReadingRules) -> Change:
        """Keep how `read` is read under a name; what had the name before gives way."""
        rows = {sheet.name: sheet.header_row for sheet in read.sheets if sheet.header_row}
        headings = headings_at(read.workbook, rows)
        made = Profile(name=name, kind=read.kind, headings=headings, rules=rules)
        return self._keep(made, "profile.save")

    def edit(self, profile_id: int, rules: ReadingRules, name: str = "") -> Change:
        """Keep other rules under a profile, and call it by another name where one is given.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("profile.edit") as work:
            known = get(work.session, ImportProfile, profile_id)
            name = name or known.name
            work.about(name)
            _make_way(work.session, name, profile_id)
            fresh = dataclasses.replace(known, name=name, rules=rule.rules_to_json(rules))
            put(work.session, fresh)
        return work.change

    def rename(self, profile_id: int, name: str) -> Change:
        """Call a profile by another name; one that had it before gives way.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("profile.edit", name) as work:
            known = get(work.session, ImportProfile, profile_id)
            _make_way(work.session, name, profile_id)
            put(work.session, dataclasses.replace(known, name=name))
        return work.change

    def remove(self, profile_id: int) -> Change:
        """Keep a profile no more.

        Raises:
            RecordGone: It is no longer in the book.
        """
        with self._journal.change("profile.delete") as work:
            work.about(get(work.session, ImportProfile, profile_id).name)
            remove(work.session, ImportProfile, profile_id)
        return work.change

    def write_file(self, profile: Profile, path: pathlib.Path) -> None:
        """Write a profile to a file of its own, to be passed on.

        Raises:
            FolderNotWritable, DiskFull: nothing was written.
        """
        with unfinished(path) as file:
            file.write(rule.to_file(profile).encode())
            file.finish()

    def read_file(self, path: pathlib.Path) -> tuple[Profile, Change]:
        """Take in a profile that was passed on; what had its name before gives way.

        Raises:
            ProfileUnreadable: it is something else, or of a later version.
        """
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise ProfileUnreadable(path.name)
            found = rule.from_file(path.read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, rule.NotAProfile) as error:
            raise ProfileUnreadable(path.name) from error
        return found, self._keep(found, "profile.save")

    def _keep(self, made: Profile, action: str) -> Change:
        with self._journal.change(action, made.name) as work:
            _make_way(work.session, made.name, 0)
            put(
                work.session,
                ImportProfile(
                    name=made.name,
                    kind=made.kind.value,
                    fingerprint=made.fingerprint,
                    rules=rule.rules_to_json(made.rules),
                ),
            )
        return work.change


def profiles_of(session: Session) -> tuple[Profile, ...]:
    """Return every profile within a use case, by name; one of a later kind is passed over."""
    rows = fetch(session, ImportProfile, order=[table_of(ImportProfile).c.name])
    return tuple(sound([row for row in rows if row.kind in set(ListKind)], _profile))


def profiles_for(
    session: Session, workbook: Workbook
) -> tuple[tuple[Profile, ...], Profile | None]:
    """Return the profiles a workbook was made for, and else the one it is much like."""
    known = profiles_of(session)
    return rule.fitting(known, heading_rows(workbook)) if known else ((), None)


def _make_way(session: Session, name: str, but: int) -> None:
    for row in fetch(session, ImportProfile, table_of(ImportProfile).c.name == name):
        if row.id != but:
            remove(session, ImportProfile, row.id)


def _profile(row: ImportProfile) -> Profile:
    rules, unknown = rule.rules_from_json(row.rules)
    return Profile(
        id=row.id,
        name=row.name,
        kind=ListKind(row.kind),
        headings=rule.headings_in(row.fingerprint),
        rules=rules,
        unknown=unknown,
    )
