"""What the columns of a list of bills are called."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.drafts import BillField
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_BILLS: Final[dict[BillField, str]] = {
    BillField.ORDER_NUMBER: QT_TRANSLATE_NOOP("BillFields", "Order number"),
    BillField.CARD_NUMBER: QT_TRANSLATE_NOOP("BillFields", "Clinic card number"),
    BillField.NAME: QT_TRANSLATE_NOOP("BillFields", "Name"),
    BillField.PHONE: QT_TRANSLATE_NOOP("BillFields", "Phone"),
    BillField.ON: QT_TRANSLATE_NOOP("BillFields", "Date"),
    BillField.VISIT_TYPE: QT_TRANSLATE_NOOP("BillFields", "Kind of visit"),
    BillField.KIND: QT_TRANSLATE_NOOP("BillFields", "Kind of bill"),
    BillField.CATEGORY: QT_TRANSLATE_NOOP("BillFields", "Category"),
    BillField.PROJECT: QT_TRANSLATE_NOOP("BillFields", "Project"),
    BillField.QUANTITY: QT_TRANSLATE_NOOP("BillFields", "Quantity"),
    BillField.PRICE: QT_TRANSLATE_NOOP("BillFields", "Price of one"),
    BillField.LIST_TOTAL: QT_TRANSLATE_NOOP("BillFields", "Price before discount"),
    BillField.PAID: QT_TRANSLATE_NOOP("BillFields", "Paid"),
    BillField.DOCTOR: QT_TRANSLATE_NOOP("BillFields", "Doctor"),
    BillField.NOTES: QT_TRANSLATE_NOOP("BillFields", "Notes"),
}


def bill_field_word(field: str) -> str:
    """Return `Paid`, "" of what is no column of a list of bills."""
    if field not in set(BillField):
        return ""
    return QCoreApplication.translate("BillFields", _BILLS[BillField(field)])
