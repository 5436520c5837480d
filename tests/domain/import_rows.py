"""Rows and books for the tests of imports, built in a line."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from crm_desktop.domain.drafts import CellProblem, ClientDraft
from crm_desktop.domain.import_plan import ClientFacts, Fact, ImportPlan, Options
from crm_desktop.domain.importing import KnownBook, identity_of, place_rows, plan
from crm_desktop.domain.matching import Identities
from crm_desktop.domain.records import Client, ClientDate, DateKind, Person, Phone

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))
OPTIONS = Options(source="名单.xlsx", now=NOW, mark_big=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class ARow:
    """A row as the reader gives it."""

    draft: ClientDraft
    row_number: int = 3
    sheet: str = "大客户"
    problems: tuple[CellProblem, ...] = ()


def rows_of(*drafts: ClientDraft) -> list[ARow]:
    """Return rows from row 3 on."""
    return [ARow(draft=draft, row_number=number) for number, draft in enumerate(drafts, 3)]


def planned(
    rows: Sequence[ARow],
    held: Mapping[int, ClientFacts] | None = None,
    options: Options = OPTIONS,
) -> ImportPlan:
    """Return the plan of `rows` against a book that holds `held`."""
    held = held or {}
    identities = Identities()
    for client_id, facts in held.items():
        identities.add(client_id, identity_of(_draft_of(facts), options))
    first = max(held, default=0) + 1
    placed = place_rows(rows, identities, options, first)
    book = KnownBook(identities=identities, facts=held, first_person=_free_person(held))
    return plan(placed, book, options)


def applied(
    made: ImportPlan, held: Mapping[int, ClientFacts] | None = None
) -> dict[int, ClientFacts]:
    """Return the book after the plan, every new fact with an id of its own."""
    clients = {key: facts.client for key, facts in (held or {}).items()}
    stored: dict[tuple[type[Fact], int], Fact] = {
        (type(fact), fact.id): fact for facts in (held or {}).values() for fact in facts.facts
    }
    for number, fact in enumerate((*made.changed, *made.new), 5000):
        if isinstance(fact, Client):
            clients[fact.id] = fact
        else:
            kept = fact if fact.id else _numbered(fact, number)
            stored[type(kept), kept.id] = kept
    return {
        key: ClientFacts(
            client=client,
            facts=tuple(
                fact
                for fact in stored.values()
                if not isinstance(fact, Client) and fact.client_id == key
            ),
        )
        for key, client in clients.items()
    }


def of_kind(facts: Sequence[Fact], kind: type[Fact]) -> list[Fact]:
    """Return the facts of one kind."""
    return [fact for fact in facts if type(fact) is kind]


def _free_person(held: Mapping[int, ClientFacts]) -> int:
    people = [fact.id for file in held.values() for fact in file.facts if isinstance(fact, Person)]
    return max(people, default=1000) + 1


def _numbered(fact: Fact, number: int) -> Fact:
    return replace(fact, id=number)


def _draft_of(held: ClientFacts) -> ClientDraft:
    phones = tuple(fact.digits for fact in held.facts if isinstance(fact, Phone))
    birthdays = [
        fact.fact
        for fact in held.facts
        if isinstance(fact, ClientDate)
        and fact.kind is DateKind.BIRTHDAY
        and fact.person_id is None
    ]
    client = held.client
    return ClientDraft(
        name=client.name,
        display_name=client.display_name,
        phones=phones,
        birthday=birthdays[0] if birthdays else None,
        wechat=client.wechat,
        qq=client.qq,
    )
