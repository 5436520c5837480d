"""The table of festivals as it stands: the file that came with the app, and what she changed."""

import functools

from crm_desktop import paths
from crm_desktop.domain.festivals import FestivalTable, read_table, with_changes
from crm_desktop.domain.settings import BookSettings

_FILE = "festivals.toml"


def festival_table(settings: BookSettings) -> FestivalTable:
    """Return the festivals by the settings of a book; cheap enough for every tick."""
    return _table(settings.festivals)


@functools.lru_cache(maxsize=1)
def built_in_festivals() -> FestivalTable:
    """Return the festivals that came with the app, read once.

    By its own lines: a parser of TOML would take longer to load than the first page may.
    """
    text = (paths.resources_folder() / _FILE).read_text(encoding="utf-8")
    return read_table(text.splitlines())


@functools.lru_cache(maxsize=8)
def _table(changed: tuple[str, ...]) -> FestivalTable:
    return with_changes(built_in_festivals(), changed)
