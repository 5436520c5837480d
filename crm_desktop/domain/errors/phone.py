"""Problems of files of contacts, as phones write them."""

from crm_desktop.domain.errors.workbooks import WorkbookError


class NoContacts(WorkbookError):
    """Not one card begins in the file, whatever its name says."""


class ContactsUnreadable(WorkbookError):
    """The file of contacts is there and could not be read from the disk."""


class ContactsTooMany(WorkbookError):
    """More cards, or (`most` 0) more bytes, than an address book has."""

    def __init__(self, file: str, most: int = 0) -> None:
        super().__init__(file)
        self.most = most


class CannotProtect(WorkbookError):
    """A password was asked for on a file that has none; nothing was written."""
