"""What is remembered of the list on this computer: never a word she typed, as files can be read."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QSettings

from crm_desktop.domain.list_query import ListQuery, from_json, to_json

_QUERY: Final = "clients/query"
_LIST: Final = "clients/list"
_NO_WORDS: Final[frozenset[str]] = frozenset()


def wordless(query: ListQuery) -> ListQuery:
    """Return the query without what she typed or what names of the book are in it."""
    return replace(
        query,
        text="",
        tags=_NO_WORDS,
        all_tags=False,
        done=_NO_WORDS,
        wanted=_NO_WORDS,
        owners=_NO_WORDS,
        sources=_NO_WORDS,
    )


def remembered_query(remembered: QSettings) -> ListQuery:
    """Return what was asked for last, without its words."""
    return wordless(from_json(str(remembered.value(_QUERY, ""))).query)


def remember_query(remembered: QSettings, query: ListQuery) -> None:
    """Keep what is asked for, without its words."""
    remembered.setValue(_QUERY, to_json(wordless(query)))


def remembered_list(remembered: QSettings) -> str:
    """Return the code of the list that stood open."""
    return str(remembered.value(_LIST, ""))


def remember_list(remembered: QSettings, code: str) -> None:
    """Keep which list stands open."""
    remembered.setValue(_LIST, code)
