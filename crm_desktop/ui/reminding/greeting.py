"""The greeting of a reminder: the best words for the day, and that they were sent."""

import datetime as dt

from crm_desktop.domain.greetings import greeting_for
from crm_desktop.domain.occasions import Occasion, Reminder
from crm_desktop.domain.records import Change
from crm_desktop.services.book import Book
from crm_desktop.ui.text.greeting_facts import day_of, untimely, words_for


def best_words(book: Book, occasion: Occasion, today: dt.date, language: str) -> str:
    """Return the first of the texts that fit her on the day, "" where none does or should.

    Raises:
        RecordGone: She is no longer in the book.
    """
    sheet = book.greetings.sheet(occasion.client_id, today, language)
    day = day_of(sheet, occasion)
    if day is None or untimely(sheet, day):
        return ""
    return next(iter(words_for(sheet, day)), "")


def note_sent(book: Book, reminder: Reminder, words: str, channel: str, now: dt.datetime) -> Change:
    """Note that the words were sent; the reminder is done unless an ordered gift still waits.

    Raises:
        RecordGone: She is no longer in the book.
    """
    waits = book.reminders.ordered(reminder) is not None
    return book.greetings.mark_sent(
        reminder.occasion.client_id,
        greeting_for(reminder.occasion),
        words,
        channel=channel,
        now=now,
        closes=None if waits else reminder,
        occasion=reminder.occasion,
    )
