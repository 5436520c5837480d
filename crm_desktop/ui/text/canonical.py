"""What stands in a workbook of ours, shown in her language; the file itself stays Chinese.

In a Chinese window cells and titles are shown as they are in the file. In an English one the
words of closed sets, the days and the titles are told in English; free text stays what it is.
"""

import re
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.dates import Calendar, DatedFact
from crm_desktop.domain.exporting import ColumnChoice
from crm_desktop.domain.records import DateKind
from crm_desktop.domain.returned import LineKind
from crm_desktop.services.sheet_words import own_word
from crm_desktop.ui.text.choices import choice
from crm_desktop.ui.text.days import dated_fact, is_chinese, month_name
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.text.returned import column_word

_LINES: Final = {
    LineKind.DONE: QT_TRANSLATE_NOOP("Canonical", "Done"),
    LineKind.WISH: QT_TRANSLATE_NOOP("Canonical", "She may want it"),
    LineKind.PACKAGE: QT_TRANSLATE_NOOP("Canonical", "Package"),
    LineKind.DEPOSIT: QT_TRANSLATE_NOOP("Canonical", "Paid ahead"),
    LineKind.CONTACT: QT_TRANSLATE_NOOP("Canonical", "Follow-up"),
    LineKind.PROMISE: QT_TRANSLATE_NOOP("Canonical", "Promise"),
    LineKind.COMPLAINT: QT_TRANSLATE_NOOP("Canonical", "Complaint"),
}
_RECIPIENT: Final = "gift.recipient"
_HERSELF: Final = "本人"
_SHEETS: Final = {
    "client": QT_TRANSLATE_NOOP("Canonical", "Clients"),
    "person": QT_TRANSLATE_NOOP("Canonical", "Family"),
    "visit": QT_TRANSLATE_NOOP("Canonical", "Visits and bills"),
    "project": QT_TRANSLATE_NOOP("Canonical", "Projects"),
    "gift": QT_TRANSLATE_NOOP("Canonical", "Gifts"),
    "follow_up": QT_TRANSLATE_NOOP("Canonical", "Follow-ups"),
    "delivery": QT_TRANSLATE_NOOP("Canonical", "Deliveries"),
}
_MONTHS: Final = "正二三四五六七八九十冬腊"
_DIGITS: Final = "一二三四五六七八九十"
_TENS: Final = {"初": 0, "十": 10, "廿": 20, "二": 10, "三": 20}
_SOLAR: Final = re.compile(r"(?:(\d{4})年)?(\d{1,2})月(?:(\d{1,2})日)?")
_LUNAR: Final = re.compile(rf"农历(?:(\d{{4}})年)?(闰)?([{_MONTHS}])月([初十廿二三])([{_DIGITS}])")
_KINDS_OF_DAYS: Final = {"结婚纪念日": DateKind.WEDDING, "重要日子": DateKind.VALUED}
_DAYS: Final = frozenset({"birthday", "wedding", "on"})


def title_word(column: ColumnChoice) -> str:
    """Return the title of a column, `Occupation` for 职业 in an English window."""
    return column.header if is_chinese() else column_word(column.key)


def sheet_word(column: ColumnChoice) -> str:
    """Return the name of the sheet of a column, `Family` for 家庭成员 in an English window."""
    known = _SHEETS.get(column.key.partition(".")[0])
    if known is None or is_chinese():
        return column.sheet
    return QCoreApplication.translate("Canonical", known)


def cell_words(key: str, text: str) -> str:
    """Return the text of a cell of column `key` as she would read it."""
    if is_chinese():
        return text
    known = own_word(key, text)
    if isinstance(known, bool):
        return QCoreApplication.translate("Canonical", "yes")
    if isinstance(known, LineKind):
        return QCoreApplication.translate("Canonical", _LINES[known])
    if known is not None:
        return choice(known)
    if key == _RECIPIENT and text == _HERSELF:
        return QCoreApplication.translate("Canonical", "Herself")
    name = key.rpartition(".")[2]
    if name == "other_dates":
        for chinese, kind in _KINDS_OF_DAYS.items():
            text = text.replace(f"{chinese} ", f"{choice(kind)} ")
    return _with_days(text) if name in _DAYS or name == "other_dates" else text


def _with_days(text: str) -> str:
    return _SOLAR.sub(_solar, _LUNAR.sub(_lunar, text))


def _solar(found: re.Match[str]) -> str:
    year, month, day = found.groups()
    if not 1 <= int(month) <= len(_MONTHS):
        return found[0]
    if day is None:
        return " ".join(filter(None, (month_name(int(month)), year)))
    since = int(year) if year else None
    return dated_fact(
        DatedFact(calendar=Calendar.SOLAR, year=since, month=int(month), day=int(day))
    )


def _lunar(found: re.Match[str]) -> str:
    year, leap, month, tens, ones = found.groups()
    fact = DatedFact(
        year=int(year) if year else None,
        month=_MONTHS.index(month) + 1,
        day=_TENS[tens] + _DIGITS.index(ones) + 1,
        calendar=Calendar.LUNAR,
        leap=leap is not None,
    )
    return dated_fact(fact)
