"""What a sheet of a list holds, and what of it is still to be said, in words."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.sheet_lists import Lack, Lists
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_LISTS: Final = {
    Lists.CLIENTS: QT_TRANSLATE_NOOP("SheetLists", "Clients"),
    Lists.BILLS: QT_TRANSLATE_NOOP("SheetLists", "Bills and visits"),
    Lists.NOTHING: QT_TRANSLATE_NOOP("SheetLists", "Nothing to take in"),
}
_LACKS: Final = {
    Lack.NAME: QT_TRANSLATE_NOOP("SheetLists", "the name"),
    Lack.WHO: QT_TRANSLATE_NOOP("SheetLists", "who it is (the name or a card number)"),
    Lack.DAY: QT_TRANSLATE_NOOP("SheetLists", "the day"),
    Lack.WHAT: QT_TRANSLATE_NOOP("SheetLists", "what was done or paid"),
}


def lists_word(lists: Lists) -> str:
    """Return what a sheet lists."""
    return QCoreApplication.translate("SheetLists", _LISTS[lists])


def lacks_sentence(lacks: Iterable[Lack]) -> str:
    """Return what is still to be said of a sheet before it can be read, "" where nothing is."""
    words = [QCoreApplication.translate("SheetLists", _LACKS[lack]) for lack in lacks]
    if not words:
        return ""
    between = QCoreApplication.translate("SheetLists", ", ", "between what is missing")
    pattern = QCoreApplication.translate("SheetLists", "Still to be said: {what}")
    return pattern.format(what=between.join(words))
