"""The slot file on disk: read with its checks, written whole with the previous one kept."""

import pathlib

from crm_desktop.domain.errors import BookMissing
from crm_desktop.files import disk, replace_file
from crm_desktop.security import slots
from crm_desktop.security.keys import Keys


def load(path: pathlib.Path) -> slots.SlotFile:
    """Return the slot file at `path`, its sum checked.

    Raises:
        BookMissing: there is none.
        SlotsDamaged, SlotsTooNew: it cannot be used as it is.
    """
    if not path.exists():
        raise BookMissing(path.parent)
    with disk(path), path.open("rb") as file:
        data = file.read(slots.LARGEST_FILE + 1)
    return slots.decode(data, path)


def save(path: pathlib.Path, previous: pathlib.Path, file: slots.SlotFile, keys: Keys) -> None:
    """Write `file` at `path` in one step; what stood there goes to `previous` first."""
    if path.exists():
        replace_file(previous, path.read_bytes())
    replace_file(path, slots.encode(file, keys))
