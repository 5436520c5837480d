"""What the quick box can add, and the write it comes to."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from crm_desktop.domain.records import (
    Change,
    Contact,
    Gift,
    GiftState,
    PotentialProject,
    Preference,
    PreferenceKind,
    Promise,
)
from crm_desktop.services.clients import Clients
from crm_desktop.services.records import Record
from crm_desktop.services.search import ClientHit
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP

_HITS: Final = 8


class Fact(StrEnum):
    """The kinds of fact learnt in passing, in the order they are offered."""

    NOTE = "note"
    LIKE = "like"
    TABOO = "taboo"
    CONTACT = "contact"
    PROMISE = "promise"
    GIFT = "gift"
    PROJECT = "project"


_WORDS: Final = {
    Fact.NOTE: QT_TRANSLATE_NOOP("QuickFact", "Note"),
    Fact.LIKE: QT_TRANSLATE_NOOP("QuickFact", "Likes"),
    Fact.TABOO: QT_TRANSLATE_NOOP("QuickFact", "Taboo"),
    Fact.CONTACT: QT_TRANSLATE_NOOP("QuickFact", "Talk"),
    Fact.PROMISE: QT_TRANSLATE_NOOP("QuickFact", "Promise"),
    Fact.GIFT: QT_TRANSLATE_NOOP("QuickFact", "Gift idea"),
    Fact.PROJECT: QT_TRANSLATE_NOOP("QuickFact", "May want"),
}


def fact_words(fact: Fact) -> str:
    """Return the word for a kind of fact."""
    return QCoreApplication.translate("QuickFact", _WORDS[fact])


def understood(clients: Clients, typed: str) -> tuple[tuple[ClientHit, ...], str]:
    """Return who may be meant, and what is left of `typed` as the fact about her.

    The longest beginning, in whole words, that finds somebody is the name.
    """
    words = typed.split()
    for count in range(len(words), 0, -1):
        hits = clients.search(" ".join(words[:count]), _HITS)
        if hits:
            return hits, " ".join(words[count:])
    return (), ""


def write(clients: Clients, client_id: int, fact: Fact, words: str, today: dt.date) -> Change:
    """Write one fact about a client."""
    if fact is Fact.NOTE:
        client = clients.file(client_id, today=today).client
        notes = f"{client.notes}\n{words}" if client.notes else words
        return clients.put(replace(client, notes=notes))
    return clients.put(_RECORDS[fact](client_id, words, today))


def _like(client_id: int, words: str, today: dt.date) -> Record:
    return Preference(client_id=client_id, text=words, learnt_on=today)


def _taboo(client_id: int, words: str, today: dt.date) -> Record:
    kind = PreferenceKind.TABOO
    return Preference(client_id=client_id, kind=kind, text=words, learnt_on=today)


def _contact(client_id: int, words: str, today: dt.date) -> Record:
    return Contact(client_id=client_id, on=today, outcome=words)


def _promise(client_id: int, words: str, _today: dt.date) -> Record:
    return Promise(client_id=client_id, what=words)


def _gift(client_id: int, words: str, _today: dt.date) -> Record:
    return Gift(client_id=client_id, state=GiftState.IDEA, item=words)


def _project(client_id: int, words: str, _today: dt.date) -> Record:
    return PotentialProject(client_id=client_id, project=words)


_RECORDS: Final[dict[Fact, Callable[[int, str, dt.date], Record]]] = {
    Fact.LIKE: _like,
    Fact.TABOO: _taboo,
    Fact.CONTACT: _contact,
    Fact.PROMISE: _promise,
    Fact.GIFT: _gift,
    Fact.PROJECT: _project,
}
