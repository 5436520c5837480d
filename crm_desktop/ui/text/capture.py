"""What was heard about a client in words, and where words of her file were found."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.capture import Goes, Proposal, Standing
from crm_desktop.domain.dates import DatedFact
from crm_desktop.services.search_texts import Source
from crm_desktop.ui.text.days import dated_fact, day_and_relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_GOES: Final = {
    Goes.BIRTHDAY: QT_TRANSLATE_NOOP("Capture", "Birthday"),
    Goes.WEDDING: QT_TRANSLATE_NOOP("Capture", "Wedding day"),
    Goes.PERSON: QT_TRANSLATE_NOOP("Capture", "Name"),
    Goes.PHONE: QT_TRANSLATE_NOOP("Capture", "Phone"),
    Goes.WECHAT: QT_TRANSLATE_NOOP("Capture", "WeChat"),
    Goes.LIKE: QT_TRANSLATE_NOOP("Capture", "Likes"),
    Goes.TABOO: QT_TRANSLATE_NOOP("Capture", "Taboo"),
    Goes.ALLERGY: QT_TRANSLATE_NOOP("Capture", "Allergy"),
    Goes.PROMISE: QT_TRANSLATE_NOOP("Capture", "Promise"),
    Goes.NEXT: QT_TRANSLATE_NOOP("Capture", "Next talk"),
    Goes.PROJECT: QT_TRANSLATE_NOOP("Capture", "May want"),
    Goes.GIFT: QT_TRANSLATE_NOOP("Capture", "Gift given"),
    Goes.GIFT_IDEA: QT_TRANSLATE_NOOP("Capture", "Gift idea"),
    Goes.TALK: QT_TRANSLATE_NOOP("Capture", "Talk"),
    Goes.NOTE: QT_TRANSLATE_NOOP("Capture", "Note"),
}
_SOURCES: Final = {
    Source.NOTE: QT_TRANSLATE_NOOP("Sources", "Note"),
    Source.PRIVATE_NOTE: QT_TRANSLATE_NOOP("Sources", "Private note"),
    Source.HEALTH: QT_TRANSLATE_NOOP("Sources", "Health"),
    Source.PREFERENCE: QT_TRANSLATE_NOOP("Sources", "Preference"),
    Source.PROFILE: QT_TRANSLATE_NOOP("Sources", "About her"),
    Source.CONTACT: QT_TRANSLATE_NOOP("Sources", "Talk"),
    Source.VISIT: QT_TRANSLATE_NOOP("Sources", "Visit"),
    Source.GIFT: QT_TRANSLATE_NOOP("Sources", "Gift"),
    Source.PROMISE: QT_TRANSLATE_NOOP("Sources", "Promise"),
    Source.PROJECT: QT_TRANSLATE_NOOP("Sources", "Project"),
    Source.COMPLAINT: QT_TRANSLATE_NOOP("Sources", "Complaint"),
    Source.FAMILY_NOTE: QT_TRANSLATE_NOOP("Sources", "Family"),
    Source.DATE: QT_TRANSLATE_NOOP("Sources", "Date"),
    Source.FAMILY: QT_TRANSLATE_NOOP("Sources", "Family"),
    Source.TAG: QT_TRANSLATE_NOOP("Sources", "Tag"),
    Source.ACCOUNT: QT_TRANSLATE_NOOP("Sources", "Number"),
}


def goes_words(goes: Goes) -> str:
    """Return the word for where a thing heard belongs."""
    return QCoreApplication.translate("Capture", _GOES[goes])


def source_words(source: Source) -> str:
    """Return the word for where words of a file stand."""
    return QCoreApplication.translate("Sources", _SOURCES[source])


def heard_words(proposal: Proposal, today: dt.date) -> str:
    """Return what would be written: `女儿 · 9 月 3 日`, `芒果`, `百合 · 生日 · 很喜欢`."""
    said = proposal.heard
    day = "" if said.day is None else dated_fact(said.day)
    on = "" if said.on is None or said.goes is Goes.GIFT else day_and_relative(said.on, today)
    words = " ".join(said.words.split())
    parts = (_whose(proposal), words, day, on, said.occasion, said.reaction)
    return " · ".join(part for part in parts if part)


def standing_words(proposal: Proposal) -> str:
    """Return how it stands to what is known: new, filled in, another, or known already."""
    if proposal.standing is Standing.KNOWN:
        return QCoreApplication.translate("Capture", "already in her file")
    if proposal.standing is Standing.DIFFERS and proposal.before is not None:
        before = proposal.before
        told = dated_fact(before) if isinstance(before, DatedFact) else before
        pattern = QCoreApplication.translate("Capture", "replaces {before}")
        return pattern.format(before=told)
    if proposal.standing is Standing.FILLS:
        return QCoreApplication.translate("Capture", "fills a gap")
    is_somebody_new = proposal.heard.kin is not None and proposal.person is None
    if is_somebody_new and proposal.heard.goes is not Goes.PHONE:
        return QCoreApplication.translate("Capture", "new in her family")
    return ""


def _whose(proposal: Proposal) -> str:
    if proposal.person is not None:
        person = proposal.person
        return person.nickname or person.name or _kin(proposal)
    return _kin(proposal)


def _kin(proposal: Proposal) -> str:
    return "" if proposal.heard.kin is None else proposal.heard.kin.word
