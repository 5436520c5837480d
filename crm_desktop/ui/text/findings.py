"""A sentence for everything that may be the matter with a field, to stand right under it."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.findings import Fault, Finding
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_SENTENCES: Final[dict[Fault, str]] = {
    Fault.TOO_LONG: QT_TRANSLATE_NOOP(
        "Findings", "{length} characters; at most {limit} fit here. Shorten it to save."
    ),
    Fault.CLEANED: QT_TRANSLATE_NOOP("Findings", "Invisible characters were left out."),
    Fault.IN_FUTURE: QT_TRANSLATE_NOOP("Findings", "This day is still to come."),
    Fault.BEFORE_1900: QT_TRANSLATE_NOOP("Findings", "This is before 1900. Check the year."),
    Fault.NO_SUCH_DAY: QT_TRANSLATE_NOOP("Findings", "There is no such day."),
    Fault.OLDER_THAN_PARENT: QT_TRANSLATE_NOOP(
        "Findings", "The child would be older than the parent. Check both birthdays."
    ),
    Fault.PARENT_TOO_YOUNG: QT_TRANSLATE_NOOP(
        "Findings", "The parent would have been {age} at the birth. Check both birthdays."
    ),
    Fault.REFERRED_BY_HERSELF: QT_TRANSLATE_NOOP(
        "Findings", "A client cannot have brought herself."
    ),
    Fault.REFERRAL_CYCLE: QT_TRANSLATE_NOOP(
        "Findings", "This one was brought by her, directly or through others."
    ),
    Fault.LINKED_TO_HERSELF: QT_TRANSLATE_NOOP("Findings", "This is the client herself."),
    Fault.HUSBANDS_OF_EACH_OTHER: QT_TRANSLATE_NOOP(
        "Findings", "Each would be the other's husband. Check the relation."
    ),
    Fault.NOT_A_PHONE: QT_TRANSLATE_NOOP(
        "Findings", "This is not a complete phone number. It is kept as it is."
    ),
    Fault.NEGATIVE: QT_TRANSLATE_NOOP("Findings", "This cannot be less than zero."),
    Fault.MORE_THAN_BOUGHT: QT_TRANSLATE_NOOP(
        "Findings", "More sessions would be used than bought."
    ),
}


def finding_text(finding: Finding) -> str:
    """Return the sentence that tells `finding`."""
    sentence = QCoreApplication.translate("Findings", _SENTENCES[finding.code])
    return sentence.format(**{name: f"{number:,}" for name, number in finding.facts})
