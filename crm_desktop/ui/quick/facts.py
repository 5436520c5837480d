"""What the words nothing was made of may be written as."""

from enum import StrEnum
from typing import Final

from crm_desktop.domain.capture import Goes
from crm_desktop.ui.text.capture import goes_words


class Fact(StrEnum):
    """The kinds of fact learnt in passing, in the order they are offered."""

    NOTE = "note"
    LIKE = "like"
    TABOO = "taboo"
    CONTACT = "contact"
    PROMISE = "promise"
    GIFT = "gift"
    PROJECT = "project"


GOES: Final = {
    Fact.NOTE: Goes.NOTE,
    Fact.LIKE: Goes.LIKE,
    Fact.TABOO: Goes.TABOO,
    Fact.CONTACT: Goes.TALK,
    Fact.PROMISE: Goes.PROMISE,
    Fact.GIFT: Goes.GIFT_IDEA,
    Fact.PROJECT: Goes.PROJECT,
}


def fact_words(fact: Fact) -> str:
    """Return the word for a kind of fact."""
    return goes_words(GOES[fact])
