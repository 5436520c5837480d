"""What the words of our workbook stand for, for a window that says them in another language."""

from crm_desktop.domain.occasions import Kind
from crm_desktop.domain.returned import Choice
from crm_desktop.excel import words
from crm_desktop.excel.returned_words import YES_KEYS, own_word_meaning


def says_yes_or_nothing(key: str) -> bool:
    """Return whether a cell of the column with this full key is a yes or blank."""
    return key in YES_KEYS


def own_word(key: str, text: str) -> Choice | Kind | bool | None:
    """Return what one of our own words stands for in its column; None for any other text."""
    if says_yes_or_nothing(key):
        return True if text == words.YES else None
    return own_word_meaning(key, text)
