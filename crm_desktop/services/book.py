"""An open book with everything she does in it, bundled for the window and for commands."""

import functools
import pathlib
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from crm_desktop.clock import Clock
from crm_desktop.database import Database
from crm_desktop.domain.errors import FolderNotWritable
from crm_desktop.security.blob_store import BlobStore
from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry, Backups
from crm_desktop.services.journal import Journal
from crm_desktop.services.opened import OpenedBook
from crm_desktop.services.reminders import Reminders
from crm_desktop.services.settings import Settings
from crm_desktop.services.vault import NewBook, Vault

if TYPE_CHECKING:
    from crm_desktop.services.activities import Activities
    from crm_desktop.services.attachments import Attachments
    from crm_desktop.services.briefings import Briefings
    from crm_desktop.services.bulk import Bulk
    from crm_desktop.services.calendar import CalendarSheets
    from crm_desktop.services.capture import Capture
    from crm_desktop.services.clients import Clients
    from crm_desktop.services.deletion import Deletion
    from crm_desktop.services.duplicates import Duplicates
    from crm_desktop.services.exports import Exports
    from crm_desktop.services.festivals import Festivals
    from crm_desktop.services.follow_ups import FollowUps
    from crm_desktop.services.gifts import Gifts
    from crm_desktop.services.greetings import Greetings
    from crm_desktop.services.import_log import ImportLog
    from crm_desktop.services.imports import Imports
    from crm_desktop.services.phone_files import PhoneFiles
    from crm_desktop.services.profiles import Profiles
    from crm_desktop.services.reminder_check import ReminderCheck
    from crm_desktop.services.smart_lists import SmartLists
    from crm_desktop.services.suppliers import Suppliers
    from crm_desktop.services.taking_back import TakingBack
    from crm_desktop.services.trash import Trash
    from crm_desktop.services.visits import Visits
    from crm_desktop.services.workbench import Workbench


@dataclass(frozen=True)
class Book:
    """The services over one open book.

    What the first page does without is made when first asked for: loading all of it would take
    longer than opening the book.
    """

    opened: OpenedBook
    clock: Clock
    resources: pathlib.Path
    journal: Journal
    settings: Settings
    reminders: Reminders
    backups: Backups

    @property
    def folder(self) -> pathlib.Path:
        """Return the folder of the book."""
        return self.opened.folder.path

    @property
    def database(self) -> Database:
        """Return the open database."""
        return self.opened.database

    @functools.cached_property
    def clients(self) -> "Clients":
        """Return the service of clients and their files."""
        from crm_desktop.services.clients import Clients  # noqa: PLC0415 - see the class

        return Clients(self.database, self.journal)

    @functools.cached_property
    def imports(self) -> "Imports":
        """Return the service that takes lists in."""
        from crm_desktop.services.imports import Imports  # noqa: PLC0415 - see the class
        from crm_desktop.services.tombstones import buried  # noqa: PLC0415 - see the class

        return Imports(
            self.database,
            self.journal,
            self.back_up_before_import,
            self.resources / "synonyms.toml",
            self.clock,
            buried=functools.partial(buried, keys=self.opened.keys),
        )

    @functools.cached_property
    def import_log(self) -> "ImportLog":
        """Return the log of what was taken in."""
        from crm_desktop.services.import_log import ImportLog  # noqa: PLC0415 - see the class

        return ImportLog(self.database)

    @functools.cached_property
    def taking_back(self) -> "TakingBack":
        """Return the service that takes imports back at any later time."""
        from crm_desktop.services.taking_back import TakingBack  # noqa: PLC0415 - see the class

        return TakingBack(self.database, self.journal)

    @functools.cached_property
    def capture(self) -> "Capture":
        """Return the service that reads what she typed or pasted in passing."""
        from crm_desktop.services.capture import Capture  # noqa: PLC0415 - see the class

        return Capture(self.database, self.journal)

    @functools.cached_property
    def exports(self) -> "Exports":
        """Return the service that writes what leaves the book."""
        from crm_desktop.services.exports import Exports  # noqa: PLC0415 - see the class

        return Exports(self.database, self.journal, self.settings.get)

    @functools.cached_property
    def profiles(self) -> "Profiles":
        """Return the service of how lists of each source are read."""
        from crm_desktop.services.profiles import Profiles  # noqa: PLC0415 - see the class

        return Profiles(self.database, self.journal)

    @functools.cached_property
    def phone_files(self) -> "PhoneFiles":
        """Return the service that writes what goes to the phone."""
        from crm_desktop.services.phone_files import PhoneFiles  # noqa: PLC0415 - see the class

        return PhoneFiles(self.database, self.settings.get, self.exports.book_uid)

    @functools.cached_property
    def attachments(self) -> "Attachments":
        """Return the service of photos and documents."""
        from crm_desktop.services.attachments import Attachments  # noqa: PLC0415 - see the class

        return Attachments(self.database, self.journal, BlobStore(self.opened.folder.attachments))

    @functools.cached_property
    def visits(self) -> "Visits":
        """Return the service of visits, bills and what follows from them."""
        from crm_desktop.services.visits import Visits  # noqa: PLC0415 - see the class

        return Visits(self.database, self.journal)

    @functools.cached_property
    def activities(self) -> "Activities":
        """Return the service of activities and invitations."""
        from crm_desktop.services.activities import Activities  # noqa: PLC0415 - see the class

        return Activities(self.database, self.journal)

    @functools.cached_property
    def smart_lists(self) -> "SmartLists":
        """Return the service of her saved lists."""
        from crm_desktop.services.smart_lists import SmartLists  # noqa: PLC0415 - see the class

        return SmartLists(self.database, self.journal)

    @functools.cached_property
    def bulk(self) -> "Bulk":
        """Return the service for many clients at once."""
        from crm_desktop.services.bulk import Bulk  # noqa: PLC0415 - see the class

        return Bulk(self.database, self.journal)

    @functools.cached_property
    def calendar(self) -> "CalendarSheets":
        """Return the service of the calendar."""
        from crm_desktop.services.calendar import CalendarSheets  # noqa: PLC0415 - see the class

        return CalendarSheets(self.database, self.reminders)

    @functools.cached_property
    def follow_ups(self) -> "FollowUps":
        """Return the service of what she set a day for."""
        from crm_desktop.services.follow_ups import FollowUps  # noqa: PLC0415 - see the class

        return FollowUps(self.journal)

    @functools.cached_property
    def gifts(self) -> "Gifts":
        """Return the service for gifts, past the guard."""
        from crm_desktop.services.gifts import Gifts  # noqa: PLC0415 - see the class

        return Gifts(self.database, self.journal, self.settings.get)

    @functools.cached_property
    def briefings(self) -> "Briefings":
        """Return the service of the page she reads before a client comes."""
        from crm_desktop.services.briefings import Briefings  # noqa: PLC0415 - see the class

        return Briefings(self.database)

    @functools.cached_property
    def greetings(self) -> "Greetings":
        """Return the service of greetings and their texts."""
        from crm_desktop.services.greetings import Greetings  # noqa: PLC0415 - see the class

        return Greetings(self.database, self.journal, self.resources, self.settings.get)

    @functools.cached_property
    def festivals(self) -> "Festivals":
        """Return the service of the lists of festivals."""
        from crm_desktop.services.festivals import Festivals  # noqa: PLC0415 - see the class

        return Festivals(self.database, self.journal, self.settings.get)

    @functools.cached_property
    def workbench(self) -> "Workbench":
        """Return the service of the work for one event."""
        from crm_desktop.services.workbench import Workbench  # noqa: PLC0415 - see the class

        settings = self.settings
        return Workbench(self.database, self.journal, settings.rules, settings.get, self.greetings)

    @functools.cached_property
    def suppliers(self) -> "Suppliers":
        """Return the service of florists, cake shops and the like."""
        from crm_desktop.services.suppliers import Suppliers  # noqa: PLC0415 - see the class

        return Suppliers(self.database, self.journal)

    @functools.cached_property
    def reminder_check(self) -> "ReminderCheck":
        """Return the service that says what will be raised, what was, and why not where not."""
        from crm_desktop.services.reminder_check import ReminderCheck  # noqa: PLC0415 - see the class

        settings = self.settings
        reminders = self.reminders
        return ReminderCheck(self.database, self.journal, reminders, settings.rules, settings.get)

    @functools.cached_property
    def duplicates(self) -> "Duplicates":
        """Return the service that finds who is in the book twice, and makes one of two."""
        from crm_desktop.services.duplicates import Duplicates  # noqa: PLC0415 - see the class

        return Duplicates(self.database, self.journal)

    @functools.cached_property
    def trash(self) -> "Trash":
        """Return the service of clients who were put aside for 30 days."""
        from crm_desktop.services.trash import Trash  # noqa: PLC0415 - see the class

        return Trash(self.database, self.journal)

    @functools.cached_property
    def deletion(self) -> "Deletion":
        """Return the service that deletes clients for good."""
        from crm_desktop.services.deletion import Deletion  # noqa: PLC0415 - see the class

        return Deletion(self.opened, self.backups, self.clock, self._drop_files)

    def _drop_files(self, names: Collection[str]) -> None:
        """Remove photos and documents, from beside the backups, too."""
        self.attachments.drop(names)
        self.backups.forget_files(names)

    def back_up_before_import(self) -> BackupEntry:
        """Make the backup every import begins with."""
        return self.back_up(BackupReason.IMPORT)

    def back_up(self, reason: BackupReason) -> BackupEntry:
        """Make a verified backup now."""
        return self.backups.make(self.database, self.opened.keys, reason)


def keep_out(folder: pathlib.Path, target: pathlib.Path) -> None:
    """Refuse to write among the files of the book in `folder`, one of which would be replaced.

    Raises:
        FolderNotWritable: `target` lies there.
    """
    if target.absolute().resolve().is_relative_to(folder.resolve()):
        raise FolderNotWritable(folder)


def open_book(opened: OpenedBook, clock: Clock, resources: pathlib.Path) -> Book:
    """Return the services over a book that stands open."""
    journal = Journal(opened.database, clock)
    settings = Settings(opened.database, journal)
    return Book(
        opened=opened,
        clock=clock,
        resources=resources,
        journal=journal,
        settings=settings,
        reminders=Reminders(opened.database, journal, settings.rules, settings.get),
        backups=Backups(opened.folder, clock, settings.get().second_backup_folder),
    )


def new_book(
    vault: Vault, passphrase: str, clock: Clock, resources: pathlib.Path
) -> tuple[Book, NewBook]:
    """Make a new book and return its services, with the recovery code to be shown once."""
    new = vault.create(passphrase)
    return open_book(new.book, clock, resources), new
