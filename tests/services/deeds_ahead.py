"""Deeds about days to come: reminders, follow-ups, the work for an event, festivals."""

import dataclasses
import datetime as dt
import random
from collections.abc import Mapping
from typing import Any, Final

from crm_desktop.domain import records
from crm_desktop.domain.greetings import GreetingFor
from crm_desktop.domain.occasions import Kind, Occasion, Reminder, Source, Stage
from crm_desktop.domain.records import (
    Change,
    FestivalMark,
    FestivalOutcome,
)
from crm_desktop.services.book import Book
from crm_desktop.services.festivals import FestivalTick
from tests.services.picking import (
    CHRISTMAS,
    EVERY_CODE,
    NOW,
    TODAY,
    Deed,
    picked,
    reminder,
    someone,
    word,
)


def order_reminder(book: Book, chance: random.Random) -> Change:
    return book.reminders.order(reminder(book, chance), item="草莓蛋糕", cost=23_800, now=NOW)


def snooze_reminder(book: Book, chance: random.Random) -> Change:
    until = NOW + dt.timedelta(hours=chance.randint(1, 30))
    return book.reminders.snooze(reminder(book, chance), until, NOW)


def dismiss_reminder(book: Book, chance: random.Random) -> Change:
    return book.reminders.dismiss(reminder(book, chance), NOW)


def confirm_reminder(book: Book, chance: random.Random) -> Change:
    return book.reminders.confirm(reminder(book, chance), NOW, notes=word(chance))


def react_to_reminder(book: Book, chance: random.Random) -> Change:
    return book.reminders.react(reminder(book, chance), word(chance), NOW)


def done_reminder(book: Book, chance: random.Random) -> Change:
    return book.reminders.done(reminder(book, chance), NOW, reaction=word(chance))


def follow_up(book: Book, chance: random.Random) -> Occasion:
    """Return anything she may set a day for."""
    kind = chance.choice([records.Contact, records.Visit, records.Promise])
    found: records.Contact | records.Visit | records.Promise = picked(book, chance, kind)
    return Occasion(
        source_id=found.id,
        on=TODAY,
        kind=Kind.FOLLOW_UP,
        client_id=found.client_id,
        client_name="",
        source=_FOLLOWED[kind],
    )


def move_follow_up(book: Book, chance: random.Random) -> Change:
    to = TODAY + dt.timedelta(days=chance.randint(1, 60))
    return book.follow_ups.move(follow_up(book, chance), to)


def follow_up_done(book: Book, chance: random.Random) -> Change:
    again = chance.choice([None, TODAY + dt.timedelta(days=7)])
    occasion = follow_up(book, chance)
    return book.follow_ups.done(occasion, NOW, outcome=word(chance), next_on=again)


def at_work(book: Book, chance: random.Random, stage: Stage) -> Reminder:
    """Return a step of anything that is due."""
    occasion = reminder(book, chance).occasion
    return book.workbench.look(occasion, TODAY, "en").reminder(stage)


def order_at_work(book: Book, chance: random.Random) -> Change:
    step = at_work(book, chance, Stage.PREPARE)
    bench = book.workbench.look(step.occasion, TODAY, "en")
    gift = dataclasses.replace(bench.planned(TODAY), item=word(chance), notes=word(chance))
    return book.workbench.order(step, gift, NOW, EVERY_CODE)


def confirm_at_work(book: Book, chance: random.Random) -> Change:
    return book.workbench.confirm(at_work(book, chance, Stage.CONFIRM), NOW)


def greet_at_work(book: Book, chance: random.Random) -> Change:
    step = at_work(book, chance, Stage.DAY)
    return book.workbench.greet(step, GreetingFor.BIRTHDAY, word(chance), "微信", NOW)


def call_at_work(book: Book, chance: random.Random) -> Change:
    step = at_work(book, chance, Stage.DAY)
    return book.workbench.call(step, "电话", NOW, outcome=word(chance))


def react_at_work(book: Book, chance: random.Random) -> Change:
    return book.workbench.react(at_work(book, chance, Stage.REACTION), word(chance), NOW)


def skip_at_work(book: Book, chance: random.Random) -> Change:
    return book.workbench.skip(at_work(book, chance, chance.choice(list(Stage)[:4])), NOW)


def take_up_at_work(book: Book, chance: random.Random) -> Change:
    return book.workbench.take_up(at_work(book, chance, Stage.PREPARE), NOW)


def save_supplier(book: Book, chance: random.Random) -> Change:
    return book.suppliers.save(records.Supplier(name=word(chance), trade="花店"))


def remove_supplier(book: Book, chance: random.Random) -> Change:
    return book.suppliers.remove(picked(book, chance, records.Supplier).id)


def arrange_suppliers(book: Book, chance: random.Random) -> Change:
    ids = [one.id for one in book.suppliers.list()]
    chance.shuffle(ids)
    return book.suppliers.arrange(ids)


def tick_off(book: Book, chance: random.Random) -> Change:
    tick = FestivalTick(outcome=chance.choice(list(FestivalOutcome)), at=NOW, text=word(chance))
    return book.festivals.mark("christmas", CHRISTMAS, [someone(book, chance)], tick)


def untick(book: Book, chance: random.Random) -> Change:
    marked = picked(book, chance, FestivalMark, festival="christmas", on=CHRISTMAS)
    return book.festivals.unmark("christmas", CHRISTMAS, [marked.client_id])


_FOLLOWED: Final[Mapping[type[Any], Source]] = {
    records.Contact: Source.TALK,
    records.Visit: Source.VISIT,
    records.Promise: Source.PROMISE,
}

AHEAD: Final[Mapping[str, Deed]] = {
    "reminders.order": order_reminder,
    "reminders.snooze": snooze_reminder,
    "reminders.dismiss": dismiss_reminder,
    "reminders.done": done_reminder,
    "reminders.confirm": confirm_reminder,
    "reminders.react": react_to_reminder,
    "follow_ups.move": move_follow_up,
    "follow_ups.done": follow_up_done,
    "festivals.mark": tick_off,
    "festivals.unmark": untick,
    "workbench.order": order_at_work,
    "workbench.confirm": confirm_at_work,
    "workbench.greet": greet_at_work,
    "workbench.call": call_at_work,
    "workbench.react": react_at_work,
    "workbench.skip": skip_at_work,
    "workbench.take_up": take_up_at_work,
    "suppliers.save": save_supplier,
    "suppliers.remove": remove_supplier,
    "suppliers.arrange": arrange_suppliers,
}
