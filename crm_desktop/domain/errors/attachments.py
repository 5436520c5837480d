"""What may be wrong with a photo or a document."""

import pathlib

from crm_desktop.domain.errors.base import CrmError


class AttachmentError(CrmError):
    """A photo or a document cannot be taken in or shown."""


class PhotoConsentMissing(AttachmentError):
    """She has not agreed to photos, or has taken that back; none was kept."""


class AttachmentTooLarge(AttachmentError):
    """The file is larger than what is taken in; sizes in megabytes."""

    def __init__(self, file: pathlib.Path, size: int, most: int) -> None:
        super().__init__(size)
        self.file = file
        self.size = size
        self.most = most


class AttachmentUnreadable(AttachmentError):
    """The file is gone, is a folder, or may not be read; nothing was kept."""

    def __init__(self, file: pathlib.Path) -> None:
        super().__init__("unreadable")
        self.file = file


class NotAPicture(AttachmentError):
    """The file is no picture this app can read."""

    def __init__(self, file: pathlib.Path) -> None:
        super().__init__("not a picture")
        self.file = file


class AttachmentMissing(AttachmentError):
    """The encrypted file of a photo or document is not in its folder; a backup may have it."""


class AttachmentDamaged(AttachmentError):
    """The encrypted file of a photo or document is not as it was written."""
