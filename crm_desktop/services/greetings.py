"""Greetings: the texts of the app and her own, what fits a client, and what was sent."""

import datetime as dt
import functools
import pathlib
import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.errors import GreetingUnfit
from crm_desktop.domain.greetings import (
    ABOUT,
    GreetingDay,
    GreetingFor,
    GreetingText,
    days_of,
    texts_for,
    together,
)
from crm_desktop.domain.merge_text import problems
from crm_desktop.domain.occasions import Kept, Occasion, Reminder, ReminderState
from crm_desktop.domain.records import Change, Client, Contact, GreetingTemplate
from crm_desktop.domain.settings import BookSettings
from crm_desktop.domain.tact import Caution, cautions
from crm_desktop.services.festival_table import festival_table
from crm_desktop.services.folders import folder_of
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, remove, table_of
from crm_desktop.services.reminder_rows import keep

_BIG: Final = "big"


@dataclass(frozen=True, slots=True, kw_only=True)
class GreetingSheet:
    """Everything needed to greet one client: her occasions, the texts, what to be careful of."""

    folder: ClientFolder
    settings: BookSettings
    days: tuple[GreetingDay, ...]
    cautions: tuple[Caution, ...]
    texts: tuple[GreetingText, ...]

    @property
    def client(self) -> Client:
        """Return the client herself."""
        return self.folder.client

    def texts_for(self, day: GreetingDay) -> tuple[GreetingText, ...]:
        """Return the texts that fit her on a day, the best first."""
        return texts_for(self.texts, self.client, day.kind)


class Greetings:
    """The greetings of one open book; nothing here sends anything."""

    def __init__(
        self,
        database: Database,
        journal: Journal,
        resources: pathlib.Path,
        settings: Callable[[], BookSettings],
    ) -> None:
        self._database = database
        self._journal = journal
        self._file = resources / "greetings.toml"
        self._settings = settings

    def texts(self, language: str) -> tuple[GreetingText, ...]:
        """Return every text in one language (`zh_CN`, `en`) with hers in their places."""
        with self._database.read() as session:
            table = table_of(GreetingTemplate).c
            own = fetch(session, GreetingTemplate, order=[table.position])
        return together(_built_in(self._file, language), own)

    def sheet(self, client_id: int, today: dt.date, language: str) -> GreetingSheet:
        """Return what is needed to greet a client.

        Raises:
            RecordGone: She is no longer in the book.
        """
        with self._database.read() as session:
            folder = folder_of(session, get(session, Client, client_id))
        settings = self._settings()
        return GreetingSheet(
            folder=folder,
            settings=settings,
            days=days_of(
                folder,
                today,
                festival_table(settings),
                men_at_nine=settings.rounds_men_at_nine,
            ),
            cautions=cautions(folder, today),
            texts=self.texts(language),
        )

    def save(self, template: GreetingTemplate) -> Change:
        """Write a text of hers, new or edited.

        Raises:
            GreetingUnfit: It is empty, too long, or asks for a field that is not known.
        """
        if problems(template.text):
            raise GreetingUnfit
        verb = "edit" if template.id else "add"
        with self._journal.change(f"template.{verb}") as work:
            put(work.session, template)
        return work.change

    def remove(self, template: GreetingTemplate) -> Change:
        """Take a text of hers out; where it replaced one, that one stands again."""
        action = "template.restore" if template.replaces else "template.remove"
        with self._journal.change(action) as work:
            remove(work.session, GreetingTemplate, template.id)
        return work.change

    def mark_sent(  # noqa: PLR0913 - what one greeting is, each named by the caller
        self,
        client_id: int,
        kind: GreetingFor,
        text: str,
        *,
        channel: str,
        now: dt.datetime,
        closes: Reminder | None = None,
        occasion: Occasion | None = None,
    ) -> Change:
        """Note that she sent a greeting; `closes` is the reminder that is done with it.

        `occasion` is the day it was for, unless that of `closes`.

        Raises:
            RecordGone: The client is no longer in the book.
        """
        day = occasion if closes is None else closes.occasion
        with self._journal.change("greeting.sent") as work:
            work.about(get(work.session, Client, client_id).called)
            contact = Contact(
                client_id=client_id,
                on=now.date(),
                channel=channel,
                notes=text,
                about=f"{ABOUT}{kind.value}",
                date_id=None if day is None else day.date_id,
                occasion_on=None if day is None else day.on,
            )
            put(work.session, contact)
            if closes is not None:
                keep(work.session, [closes], Kept(state=ReminderState.DONE, changed_at=now))
        return work.change


@functools.lru_cache(maxsize=4)
def _built_in(file: pathlib.Path, language: str) -> tuple[GreetingText, ...]:
    """Return the texts that came with the app in a language."""
    return tuple(_read(file, language))


def _read(file: pathlib.Path, language: str) -> Iterator[GreetingText]:
    occasions = tomllib.loads(file.read_text(encoding="utf-8"))[language]
    for occasion, audiences in occasions.items():
        for audience, texts in audiences.items():
            for number, text in enumerate(texts, start=1):
                yield GreetingText(
                    kind=GreetingFor(occasion),
                    text=text,
                    key=f"{language}.{occasion}.{audience}.{number}",
                    for_big=audience == _BIG,
                )
