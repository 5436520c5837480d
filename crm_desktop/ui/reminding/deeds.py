"""Deeds: which buttons the card of a reminder has, by its stage and what it is about."""

from enum import StrEnum
from typing import Final

from crm_desktop.domain.occasions import PREPARED, Kind, Reminder, Stage, What
from crm_desktop.ui.icons import Icon


class Deed(StrEnum):
    """What one click on a card does."""

    ORDERED = "ordered"
    CONFIRMED = "confirmed"
    CALLED = "called"
    COPY = "copy"
    DONE = "done"
    REACT = "react"
    TALKED = "talked"
    KEPT = "kept"
    LIST = "list"


SYMBOLS: Final = {
    Deed.ORDERED: Icon.CHECK,
    Deed.CONFIRMED: Icon.CHECK,
    Deed.CALLED: Icon.PHONE_CALL,
    Deed.COPY: Icon.COPY,
    Deed.DONE: Icon.CHECK,
    Deed.REACT: Icon.HEART,
    Deed.TALKED: Icon.PHONE_CALL,
    Deed.KEPT: Icon.CHECK,
    Deed.LIST: Icon.CHECK_LIST,
}
_OF_KIND: Final = {
    Kind.FESTIVAL: (Deed.LIST, Deed.DONE),
    Kind.PROMISE: (Deed.KEPT, Deed.TALKED),
    Kind.FOLLOW_UP: (Deed.TALKED,),
    Kind.CARE: (Deed.TALKED,),
    Kind.POINTS: (Deed.DONE,),
}
_OF_STAGE: Final = {
    Stage.PREPARE: (Deed.ORDERED,),
    Stage.CONFIRM: (Deed.CONFIRMED,),
    Stage.REACTION: (Deed.REACT,),
}


def deeds(reminder: Reminder, *, narrow: bool) -> tuple[Deed, ...]:
    """Return the buttons of a card, first the one that stands out."""
    found = _OF_KIND.get(reminder.occasion.kind) or _OF_STAGE.get(reminder.stage)
    if found is not None:
        return found
    if reminder.what is What.CAKE:
        return (Deed.CALLED, Deed.DONE) if narrow else (Deed.CALLED, Deed.COPY, Deed.DONE)
    return (Deed.COPY, Deed.DONE)


def is_of_people(reminder: Reminder) -> bool:
    """Return whether it is about a day of hers or her family's, which has greetings and gifts."""
    return reminder.occasion.kind in PREPARED - {Kind.FESTIVAL}


def has_workbench(reminder: Reminder) -> bool:
    """Return whether there is more to it than a greeting."""
    return is_of_people(reminder) and reminder.what is not What.GREETING
