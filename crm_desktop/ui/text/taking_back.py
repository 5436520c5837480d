"""What stays when an import is taken back, and why."""

from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.taking_back import Kept, KeptBecause
from crm_desktop.ui.text.changes import thing_word
from crm_desktop.ui.text.discretion import discreet
from crm_desktop.ui.text.importing import field_word
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_CLIENT_FIELDS: Final = {
    "private_notes": QT_TRANSLATE_NOOP("TakingBack", "Private notes"),
    "lead_state": QT_TRANSLATE_NOOP("TakingBack", "Where she stands"),
    "owner": QT_TRANSLATE_NOOP("TakingBack", "Consultant"),
    "vip": QT_TRANSLATE_NOOP("TakingBack", "VIP"),
    "do_not_contact": QT_TRANSLATE_NOOP("TakingBack", "Do not contact"),
    "archived_on": QT_TRANSLATE_NOOP("TakingBack", "Put aside"),
    "trashed_on": QT_TRANSLATE_NOOP("TakingBack", "In the trash"),
    "deceased_on": QT_TRANSLATE_NOOP("TakingBack", "Deceased"),
    "referred_by_id": QT_TRANSLATE_NOOP("TakingBack", "Referred by"),
    "first_contact_on": QT_TRANSLATE_NOOP("TakingBack", "First contact"),
}
_SHOWN: Final = frozenset(
    {"name", "display_name", "wechat", "qq", "occupation", "address", "source", "personality"}
    | {"notes", "owner", "children_count", "visits_stated", "health_notes", "dialect", "digits"}
    | {"text", "item", "project", "what", "label"}
)
"""Columns whose value is shown as it stands; of others it is enough to say which they are."""
_LONGEST: Final = 40


def kept_words(kept: Kept) -> str:
    """Return what stays and why: `Occupation: you have “店长” there now`."""
    words = {"what": _what(kept), "now": _now(kept)}
    if kept.why is KeptBecause.EDITED and words["now"]:
        pattern = QCoreApplication.translate("TakingBack", "{what}: “{now}” since")
    elif kept.why is KeptBecause.EDITED:
        pattern = QCoreApplication.translate("TakingBack", "{what}: changed since")
    elif kept.why is KeptBecause.IN_USE:
        pattern = QCoreApplication.translate(
            "TakingBack", "{what}: something added since hangs on it"
        )
    elif kept.why is KeptBecause.THERE_AGAIN:
        pattern = QCoreApplication.translate("TakingBack", "{what}: you wrote the same again")
    else:
        pattern = QCoreApplication.translate("TakingBack", "{what}: it was removed since")
    return pattern.format(**words)


def _what(kept: Kept) -> str:
    """Return `Occupation` of a client, `Visit` of what hangs on her."""
    if kept.table != "client" or not kept.field:
        return thing_word(kept.table)
    if kept.field in _CLIENT_FIELDS:
        return QCoreApplication.translate("TakingBack", _CLIENT_FIELDS[kept.field])
    return field_word(kept.field)


def _now(kept: Kept) -> str:
    if kept.field not in _SHOWN or not kept.stands:
        return ""
    said = discreet(" ".join(str(kept.stands).split()))
    return said if len(said) <= _LONGEST else f"{said[: _LONGEST - 1]}…"
