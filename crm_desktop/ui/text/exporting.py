"""What leaves the book, in words: for whom, which clients, what of it is sensitive."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.exporting import ColumnChoice, Recipient, Sensitivity
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_SENSITIVE: Final = {
    Sensitivity.SECRETS: QT_TRANSLATE_NOOP("Exporting", "secrets"),
    Sensitivity.HEALTH: QT_TRANSLATE_NOOP("Exporting", "health and allergies"),
    Sensitivity.TREATMENT: QT_TRANSLATE_NOOP("Exporting", "treatments"),
    Sensitivity.INCOME: QT_TRANSLATE_NOOP("Exporting", "income"),
    Sensitivity.SPENDING: QT_TRANSLATE_NOOP("Exporting", "spending"),
    Sensitivity.CARD_NUMBER: QT_TRANSLATE_NOOP("Exporting", "card numbers"),
    Sensitivity.FAMILY: QT_TRANSLATE_NOOP("Exporting", "family and children"),
    Sensitivity.NOTES: QT_TRANSLATE_NOOP("Exporting", "notes and conversations"),
    Sensitivity.CARD_TEXT: QT_TRANSLATE_NOOP("Exporting", "card texts"),
}
_PURPOSES: Final = {
    Recipient.MANAGER: (
        QT_TRANSLATE_NOOP("Exporting", "Monthly hand-over"),
        QT_TRANSLATE_NOOP("Exporting", "Sharing out follow-ups"),
        QT_TRANSLATE_NOOP("Exporting", "List for a campaign"),
    ),
    Recipient.ME: (
        QT_TRANSLATE_NOOP("Exporting", "To look through"),
        QT_TRANSLATE_NOOP("Exporting", "To edit in Excel"),
    ),
    Recipient.FLORIST: (
        QT_TRANSLATE_NOOP("Exporting", "Birthday flowers"),
        QT_TRANSLATE_NOOP("Exporting", "Festival flowers"),
    ),
}


def sensitivity_word(kind: Sensitivity) -> str:
    """Return what a sensitive column tells, within a sentence."""
    return QCoreApplication.translate("Exporting", _SENSITIVE[kind])


def purposes(recipient: Recipient) -> list[str]:
    """Return what sheets of this kind are usually for, to choose from."""
    return [QCoreApplication.translate("Exporting", words) for words in _PURPOSES[recipient]]


def sensitive_sentence(columns: Iterable[ColumnChoice], keys: Iterable[str] | None) -> str:
    """Return which sensitive things leave with these columns (None: all), or that none do."""
    wanted = None if keys is None else set(keys)
    kinds = {
        column.sensitive
        for column in columns
        if wanted is None or column.is_fixed or column.key in wanted
    }
    found = [sensitivity_word(kind) for kind in Sensitivity if kind in kinds]
    if not found:
        return QCoreApplication.translate("Exporting", "Nothing sensitive leaves with it.")
    between = QCoreApplication.translate("Exporting", ", ", "between the parts of a list")
    words = QCoreApplication.translate("Exporting", "Sensitive, leaves with it: {what}.")
    return words.format(what=between.join(found))
