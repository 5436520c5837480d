"""Problems the app expects: each names a fact, `ui/text.py` finds the words.

Anything raised that is not a `CrmError` is a bug. Subclasses carry what happened and
where as attributes, never a sentence, and never a name, a phone or a note of a client.
"""

import pathlib


class CrmError(Exception):
    """A problem that is expected and told in one clear sentence."""


class FolderNotWritable(CrmError):
    """The data folder or a target folder refuses to be written to."""

    def __init__(self, folder: pathlib.Path) -> None:
        super().__init__(str(folder))
        self.folder = folder


class DiskFull(CrmError):
    """The disk has no room for what was to be written; nothing acknowledged is lost."""

    def __init__(self, path: pathlib.Path) -> None:
        super().__init__(str(path))
        self.path = path


class Cancelled(CrmError):
    """The person stopped slow work; nothing was kept of it."""
