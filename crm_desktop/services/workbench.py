"""The workbench: everything for one event in one look, and its steps, each with its trace.

The rows of reminders are the one store of which step is done; gifts and contacts are the traces.
"""

import datetime as dt
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy.orm import Session

from crm_desktop.database import Database
from crm_desktop.domain.festivals import Silence
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.greetings import ABOUT, GreetingFor
from crm_desktop.domain.occasions import (
    Kept,
    Occasion,
    Reminder,
    ReminderState,
    Rules,
    Source,
    Stage,
)
from crm_desktop.domain.records import (
    Change,
    Client,
    Contact,
    Gift,
    GiftState,
    Person,
    Supplier,
)
from crm_desktop.domain.reminders import due
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.silence import silence_on
from crm_desktop.domain.workbench import (
    Step,
    Treat,
    gift_of,
    given_before,
    ideas_for,
    recipe,
    reminder_of,
    talks_of,
    treats,
)
from crm_desktop.services import reminder_gifts
from crm_desktop.services.due_occasions import Place, occasions_at
from crm_desktop.services.festival_table import festival_table
from crm_desktop.services.gifts import GiftBudget, GiftGround, budget_in
from crm_desktop.services.greetings import Greetings, GreetingSheet
from crm_desktop.services.guarded_gifts import guarded
from crm_desktop.services.journal import Journal, Work
from crm_desktop.services.occasions import occasions_between
from crm_desktop.services.records import fetch, get, put, table_of
from crm_desktop.services.reminder_rows import keep, kept_between
from crm_desktop.services.suppliers import Suppliers

CALLED: Final = "call."
"""How `Contact.about` of a call begins; the kind of the occasion follows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """All that is needed for one event.

    `also` is the same child's day at other clients, answered together. `gift` is what was
    ordered or given for it, `before` what was given on earlier returns of the day, the
    latest first; `talks` the greetings and calls made for it; `silence` why the day itself is
    left alone, which is only told.
    """

    occasion: Occasion
    also: tuple[Occasion, ...]
    steps: tuple[Step, ...]
    sheet: GreetingSheet
    gift: Gift | None
    ideas: tuple[Gift, ...]
    before: tuple[Gift, ...]
    talks: tuple[Contact, ...]
    budget: GiftBudget
    suppliers: tuple[Supplier, ...]
    treats: tuple[Treat, ...]
    silence: Silence | None

    @property
    def ground(self) -> GiftGround:
        """Return what the guard judges by."""
        return GiftGround(folder=self.sheet.folder, settings=self.sheet.settings)

    @property
    def person(self) -> Person | None:
        """Return whose day it is, None for the client's own."""
        return self.sheet.folder.person(self.occasion.person_id)

    def supplier(self, supplier_id: int | None) -> Supplier | None:
        """Return a supplier by number, None for none."""
        return next((one for one in self.suppliers if one.id == supplier_id), None)

    def reminder(self, stage: Stage) -> Reminder:
        """Return the reminder of a stage, to be answered."""
        on = next((step.on for step in self.steps if step.stage is stage), None)
        return reminder_of(self.occasion, stage, self.also, on)

    def planned(self, today: dt.date) -> Gift:
        """Return the gift as it stands, else a new one for the day, ordered `today`."""
        if self.gift is not None:
            return self.gift
        occasion = self.occasion
        return Gift(
            client_id=occasion.client_id,
            person_id=occasion.person_id,
            date_id=occasion.date_id,
            occasion=occasion.kind.value,
            state=GiftState.ORDERED,
            on=occasion.on,
            ordered_on=today,
        )


class Workbench:
    """The work for the events of one open book."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        rules: Callable[[], Rules],
        settings: Callable[[], BookSettings],
        greetings: Greetings,
    ) -> None:
        self._database = database
        self._journal = journal
        self._rules = rules
        self._settings = settings
        self._greetings = greetings
        self._suppliers = Suppliers(database, journal)

    def look(self, occasion: Occasion, today: dt.date, language: str) -> Bench:
        """Return everything for an event, as it stands now.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        rules, on = self._rules(), occasion.on
        sheet = self._greetings.sheet(occasion.client_id, today, language)
        suppliers = self._suppliers.list()
        with self._database.read() as session:
            kept = kept_between(session, on, on)
            party = _party(self._around(session, occasion), occasion, rules)
            gift = _gift(session, party)
        occasion, *also = party
        gifts = sheet.folder.gifts
        return Bench(
            occasion=occasion,
            also=tuple(also),
            steps=recipe(occasion, kept, gift, today, rules),
            sheet=sheet,
            gift=gift,
            ideas=ideas_for(occasion, gifts),
            before=given_before(occasion, gifts),
            talks=talks_of(occasion, sheet.folder.contacts),
            budget=budget_in(GiftGround(folder=sheet.folder, settings=sheet.settings), today),
            suppliers=suppliers,
            treats=treats(occasion, rules),
            silence=silence_on(occasion.on, festival_table(sheet.settings), sheet.settings),
        )

    def order(
        self,
        reminder: Reminder,
        gift: Gift,
        now: dt.datetime,
        overruled: Collection[GuardCode] = (),
    ) -> Change:
        """Note a gift for an event as ordered, with its supplier, card and notes.

        Ordered before it is written over; an idea becomes an order.

        Raises:
            GiftWarned: Something speaks against it that is not among `overruled`.
            RecordGone: The client is no longer in the book.
        """
        settings, today = self._settings(), now.date()
        occasion = reminder.occasion
        if gift.state is GiftState.IDEA:
            gift = replace(gift, state=GiftState.ORDERED, on=occasion.on, ordered_on=today)
        gift = replace(gift, date_id=occasion.date_id, ordered_on=gift.ordered_on or today)
        with self._journal.change("gift.order") as work:
            _name(work, reminder)
            put(work.session, guarded(work.session, gift, settings, today, overruled))
            keep(work.session, [reminder], Kept(state=ReminderState.ORDERED, changed_at=now))
        return work.change

    def confirm(self, reminder: Reminder, now: dt.datetime) -> Change:
        """Note that the supplier said it will be there.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        with self._journal.change("gift.confirm") as work:
            _name(work, reminder)
            reminder_gifts.confirm(work.session, reminder, now)
        return work.change

    def greet(
        self, reminder: Reminder, kind: GreetingFor, text: str, channel: str, now: dt.datetime
    ) -> Change:
        """Note a greeting as sent: the day is done, and what was ordered counts as given.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        greeting = Contact(notes=text, channel=channel, about=f"{ABOUT}{kind.value}")
        return self._talk("greeting.sent", reminder, greeting, now)

    def call(
        self,
        reminder: Reminder,
        channel: str,
        now: dt.datetime,
        *,
        outcome: str = "",
        next_on: dt.date | None = None,
    ) -> Change:
        """Note a call for an event: the day is done, `next_on` is when to talk again.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        about = f"{CALLED}{reminder.occasion.kind.value}"
        call = Contact(outcome=outcome, channel=channel, about=about, next_on=next_on)
        return self._talk("contact.call", reminder, call, now)

    def react(self, reminder: Reminder, reaction: str, now: dt.datetime) -> Change:
        """Note how it was received, with the gift; where none stands, among the contacts.

        The day is over with it, too.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        with self._journal.change("gift.react") as work:
            _name(work, reminder)
            reminder_gifts.react(work.session, reminder, reaction, now)
        return work.change

    def skip(self, reminder: Reminder, now: dt.datetime) -> Change:
        """Leave a step out.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        kept = Kept(state=ReminderState.DISMISSED, changed_at=now)
        return self._answer("step.skip", reminder, kept)

    def take_up(self, reminder: Reminder, now: dt.datetime) -> Change:
        """Take up a step again that was left out.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        kept = Kept(state=ReminderState.PENDING, changed_at=now)
        return self._answer("step.take_up", reminder, kept)

    def _around(self, session: Session, occasion: Occasion) -> list[Occasion]:
        """Return what falls on the same day, as it stands now."""
        found = occasions_between(session, occasion.on, occasion.on)
        if occasion.source is Source.DATE:
            return found
        place = Place(occasion.source, occasion.source_id, occasion.on, occasion.client_id)
        return [*found, *occasions_at(session, [place], self._settings)]

    def _answer(self, action: str, reminder: Reminder, kept: Kept) -> Change:
        with self._journal.change(action) as work:
            _name(work, reminder)
            keep(work.session, [reminder], kept)
        return work.change

    def _talk(self, action: str, reminder: Reminder, talk: Contact, now: dt.datetime) -> Change:
        occasion = reminder.occasion
        with self._journal.change(action) as work:
            _name(work, reminder)
            put(work.session, _contact(occasion, talk, now))
            if occasion.on <= now.date():
                for gift in reminder_gifts.gifts_after(
                    work.session, reminder, "", None, now.date()
                ):
                    put(work.session, gift)
            keep(work.session, [reminder], Kept(state=ReminderState.DONE, changed_at=now))
        return work.change


def _party(found: Collection[Occasion], wanted: Occasion, rules: Rules) -> tuple[Occasion, ...]:
    """Return the event as it stands now, and the same child's at other clients after it.

    What is no longer in the book, or has stopped, is returned as it was.
    """
    key = wanted.key(Stage.DAY)
    noon = dt.datetime.combine(wanted.on, dt.time(12))
    for reminder in due(found, {}, noon, rules):
        together = (reminder.occasion, *reminder.also)
        same = [one for one in together if one.key(Stage.DAY) == key]
        if same:
            return (same[0], *(one for one in together if one.key(Stage.DAY) != key))
    return (wanted,)


def _name(work: Work, reminder: Reminder) -> None:
    """Name the change by the client, who must still be in the book."""
    work.about(get(work.session, Client, reminder.occasion.client_id).called)


def _contact(occasion: Occasion, talk: Contact, now: dt.datetime) -> Contact:
    return replace(
        talk,
        client_id=occasion.client_id,
        on=now.date(),
        date_id=occasion.date_id,
        occasion_on=occasion.on,
    )


def _gift(session: Session, party: Collection[Occasion]) -> Gift | None:
    """Return what was ordered or given for an event, in whichever file it stands."""
    mine = table_of(Gift).c.client_id
    found = (gift_of(one, fetch(session, Gift, mine == one.client_id)) for one in party)
    return next((gift for gift in found if gift is not None), None)
