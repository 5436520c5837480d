"""Why a typed date cannot be, in words that name the part to mend."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.date_faults import DateFault
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_WORDS: Final = {
    DateFault.UNREADABLE: QT_TRANSLATE_NOOP("DateFaults", "This does not read as a date."),
    DateFault.YEAR_OUT_OF_RANGE: QT_TRANSLATE_NOOP(
        "DateFaults", "Years are taken from 1901 to 2100."
    ),
    DateFault.NO_SUCH_MONTH: QT_TRANSLATE_NOOP("DateFaults", "A year has twelve months."),
    DateFault.NO_SUCH_DAY: QT_TRANSLATE_NOOP("DateFaults", "That month has no such day."),
    DateFault.NO_29_FEBRUARY: QT_TRANSLATE_NOOP("DateFaults", "That year has no 29 February."),
    DateFault.LUNAR_31: QT_TRANSLATE_NOOP("DateFaults", "A lunar month has 30 days at most."),
    DateFault.SHORT_MONTH: QT_TRANSLATE_NOOP(
        "DateFaults", "That lunar month has only 29 days in that year."
    ),
    DateFault.NO_LEAP_MONTH: QT_TRANSLATE_NOOP(
        "DateFaults", "That lunar year does not repeat this month."
    ),
}


def date_fault_text(fault: DateFault) -> str:
    """Return the sentence for what is wrong with a date."""
    return QCoreApplication.translate("DateFaults", _WORDS[fault])
