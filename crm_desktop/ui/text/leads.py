"""What the rows and columns of the table of leads are called."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.leads import Audience, LeadKind
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_KINDS: Final = {
    LeadKind.OWN_BIRTHDAY: QT_TRANSLATE_NOOP("Leads", "Her birthday"),
    LeadKind.SPOUSE_BIRTHDAY: QT_TRANSLATE_NOOP("Leads", "Her husband's birthday"),
    LeadKind.CHILD_BIRTHDAY: QT_TRANSLATE_NOOP("Leads", "A child's birthday"),
    LeadKind.FAMILY_BIRTHDAY: QT_TRANSLATE_NOOP("Leads", "Other birthdays in the family"),
    LeadKind.WEDDING: QT_TRANSLATE_NOOP("Leads", "Wedding anniversary"),
    LeadKind.VALUED: QT_TRANSLATE_NOOP("Leads", "A day she values"),
    LeadKind.MILESTONE: QT_TRANSLATE_NOOP("Leads", "A child's milestones"),
}
_AUDIENCES: Final = {
    Audience.BIG: QT_TRANSLATE_NOOP("Leads", "VIP, marked"),
    Audience.NONE: QT_TRANSLATE_NOOP("Leads", "No tier"),
}


def kind_name(kind: LeadKind) -> str:
    """Return what a row is called: `Her birthday`."""
    return QCoreApplication.translate("Leads", _KINDS[kind])


def audience_name(audience: Audience) -> str:
    """Return what a column is called: `VIP, marked`, `A`."""
    if audience not in _AUDIENCES:
        return audience.value
    return QCoreApplication.translate("Leads", _AUDIENCES[audience])
