"""The words for one client on a festival: chosen, filled in, and whether they fit at all."""

import datetime as dt
from dataclasses import dataclass

from crm_desktop.domain.festivals import Festival
from crm_desktop.domain.gift_guard import card_tells
from crm_desktop.domain.greetings import festival_day
from crm_desktop.domain.unaware import unaware
from crm_desktop.services.book import Book
from crm_desktop.services.greetings import GreetingSheet
from crm_desktop.ui.text.greeting_facts import untimely, words_for


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What may be sent to one client: `texts` filled in, the best first.

    `why_not` says why nothing is sent to her now, "" where it may be.
    """

    client_id: int
    texts: tuple[str, ...] = ()
    why_not: str = ""


def sheet_for(book: Book, client_id: int, today: dt.date, language: str) -> GreetingSheet:
    """Return what the words are made of; read beside the screen."""
    return book.greetings.sheet(client_id, today, language)


def offer(sheet: GreetingSheet, festival: Festival, on: dt.date) -> Offer:
    """Return the words for her; none that would give the clinic away at home."""
    day = festival_day(festival, on)
    texts = words_for(sheet, day)
    if unaware(sheet.folder, None):
        texts = [text for text in texts if not card_tells(text, sheet.folder, sheet.settings)]
    return Offer(client_id=sheet.client.id, texts=tuple(texts), why_not=untimely(sheet, day))
