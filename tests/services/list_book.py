"""A book of made-up clients with every fact a list filters by, and the same filters in Python."""

import datetime as dt
import random
from collections.abc import Iterator
from typing import Any, Final, TypeVar

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.dates import Calendar, policy_from_code
from crm_desktop.domain.list_query import ListQuery, Sort
from crm_desktop.domain.occurrences import occurrences
from crm_desktop.domain.records import (
    Bill,
    Client,
    ClientDate,
    CompletedProject,
    Contact,
    DateKind,
    Deposit,
    DepositState,
    Package,
    Person,
    Phone,
    PotentialProject,
    Relation,
    Tag,
    Tier,
    Visit,
)
from crm_desktop.domain.traits import Known, Missing, Standing, traits_of
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import Record, put
from tests.builders import client

TODAY: Final = dt.date(2026, 11, 22)
TAGS: Final = ("护肤", "怕疼", "周末")
PROJECTS: Final = ("水光", "皮秒", "双眼皮")
_SURNAMES: Final = "王李张陈单曾何"
_OWNERS: Final = ("", "林顾问", "周顾问")
_SOURCES: Final = ("", "抖音", "朋友")

V = TypeVar("V")


def fill(journal: Journal, count: int, seed: int) -> None:
    """Write so many clients, each with some of every kind of fact."""
    chance = random.Random(seed)
    with journal.change("fill") as work:
        for number in range(count):
            id_ = put(work.session, _client(number, chance))
            for record in _facts(id_, chance):
                put(work.session, record)
            if chance.random() < 0.6:
                relation = chance.choice((Relation.HUSBAND, Relation.CHILD, Relation.PARENT))
                person = put(work.session, Person(client_id=id_, relation=relation))
                if chance.random() < 0.5:
                    put(work.session, _date(id_, chance, person_id=person))


def _client(number: int, chance: random.Random) -> Client:
    return client(
        f"{chance.choice(_SURNAMES)}{number:03}",
        tier=chance.choice((*Tier, None, None)),
        vip=chance.random() < 0.2,
        marked_big=chance.random() < 0.2,
        owner=chance.choice(_OWNERS),
        source=chance.choice(_SOURCES),
        do_not_contact=chance.random() < 0.1,
        archived_on=TODAY if chance.random() < 0.2 else None,
        trashed_on=TODAY if chance.random() < 0.05 else None,
        children_count=chance.choice((None, None, 1)),
    )


def _facts(id_: int, chance: random.Random) -> Iterator[Record]:
    if chance.random() < 0.7:
        yield Phone(client_id=id_, digits=f"138{chance.randrange(10**8):08}", is_main=True)
    if chance.random() < 0.7:
        yield _date(id_, chance)
    if chance.random() < 0.4:
        yield Contact(client_id=id_, on=_day(chance))
    for name in chance.sample(TAGS, chance.randrange(4)):
        yield Tag(client_id=id_, name=name)
    for _ in range(chance.randrange(3)):
        yield Visit(client_id=id_, on=_day(chance))
        yield Bill(client_id=id_, on=_day(chance), paid=chance.randrange(5_000) * 100)
    if chance.random() < 0.5:
        yield CompletedProject(client_id=id_, project=chance.choice(PROJECTS))
        closed = TODAY if chance.random() < 0.3 else None
        yield PotentialProject(client_id=id_, project=chance.choice(PROJECTS), closed_on=closed)
    if chance.random() < 0.4:
        yield Package(client_id=id_, bought=3, used=chance.randrange(4))
        yield Deposit(client_id=id_, state=chance.choice(tuple(DepositState)))


def _date(id_: int, chance: random.Random, person_id: int | None = None) -> ClientDate:
    return ClientDate(
        client_id=id_,
        person_id=person_id,
        kind=DateKind.BIRTHDAY,
        calendar=chance.choice(tuple(Calendar)),
        year=chance.choice((None, 1985)),
        month=chance.randrange(1, 13),
        day=chance.randrange(1, 29),
    )


def _day(chance: random.Random) -> dt.date:
    return TODAY - dt.timedelta(days=chance.randrange(500))


def random_query(chance: random.Random) -> ListQuery:
    """Return a query that asks for two things or three, in some order."""
    offered: dict[str, Any] = {
        "tiers": _some(chance, (*Tier, None)),
        "big_only": True,
        "vip_only": True,
        "do_not_contact": True,
        "tags": _some(chance, TAGS),
        "all_tags": chance.random() < 0.5,
        "missing": _some(chance, tuple(Missing)),
        "standing": _some(chance, tuple(Standing)),
        "done": _some(chance, PROJECTS),
        "wanted": _some(chance, PROJECTS),
        "owners": _some(chance, _OWNERS),
        "sources": _some(chance, _SOURCES),
        "never_visited": True,
        "visited_from": _day(chance),
        "visited_until": _day(chance),
        "visited_within": chance.randrange(400),
        "not_visited_for": chance.randrange(400),
        "birthday_month": chance.randrange(1, 13),
        "birthday_within": chance.randrange(200),
        "paid_from": chance.randrange(5_000) * 100,
        "paid_until": chance.randrange(10_000) * 100,
    }
    asked = {
        name: offered[name] for name in chance.sample(sorted(offered), chance.choice((1, 2, 3)))
    }
    return ListQuery(
        sort=chance.choice(tuple(Sort)),
        descending=chance.random() < 0.5,
        archived=chance.random() < 0.2,
        **asked,
    )


def _some(chance: random.Random, values: tuple[V, ...]) -> frozenset[V]:
    return frozenset(chance.sample(values, chance.randrange(1, len(values))))


def fits(folder: ClientFolder, query: ListQuery) -> bool:
    """Return whether a client is in the list: the rules of `ListQuery`, one after another."""
    her = folder.client
    tags = {tag.name for tag in folder.tags}
    done = {each.project for each in folder.completed}
    wanted = {each.project for each in folder.potential if each.closed_on is None}
    traits = traits_of(_known(folder))
    claims = (
        her.trashed_on is None,
        (her.archived_on is not None) == query.archived,
        not query.tiers or her.tier in query.tiers,
        her.is_big or not query.big_only,
        her.vip or not query.vip_only,
        her.do_not_contact or not query.do_not_contact,
        not query.tags or (query.tags <= tags if query.all_tags else bool(query.tags & tags)),
        not query.missing or bool(query.missing & traits),
        not query.standing or bool(query.standing & traits),
        not query.done or bool(query.done & done),
        not query.wanted or bool(query.wanted & wanted),
        not query.owners or her.owner in query.owners,
        not query.sources or her.source in query.sources,
        _came(folder, query),
        _is_born(folder, query),
        query.paid_from is None or folder.paid_total >= query.paid_from,
        query.paid_until is None or folder.paid_total <= query.paid_until,
    )
    return all(claims)


def _came(folder: ClientFolder, query: ListQuery) -> bool:
    last = max((visit.on for visit in folder.visits), default=None)
    limits = (
        query.visited_from,
        query.visited_until,
        query.visited_within,
        query.not_visited_for,
    )
    is_asked = any(limit is not None for limit in limits)
    if last is None:
        return query.never_visited or not is_asked
    if not is_asked:
        return not query.never_visited
    age = (TODAY - last).days
    return (
        (query.visited_from is None or last >= query.visited_from)
        and (query.visited_until is None or last <= query.visited_until)
        and (query.visited_within is None or age <= query.visited_within)
        and (query.not_visited_for is None or age > query.not_visited_for)
    )


def _is_born(folder: ClientFolder, query: ListQuery) -> bool:
    spans = []
    if query.birthday_within is not None:
        spans.append((TODAY, TODAY + dt.timedelta(days=query.birthday_within)))
    if query.birthday_month is not None:
        month = query.birthday_month
        year = TODAY.year + (month < TODAY.month)
        after = dt.date(year + month // 12, month % 12 + 1, 1)
        spans.append((dt.date(year, month, 1), after - dt.timedelta(days=1)))
    born = [date for date in folder.dates if date.person_id is None]
    return all(
        not folder.client.is_quiet
        and any(occurrences(date.fact, policy_from_code(date.policy), first, last) for date in born)
        for first, last in spans
    )


def _known(folder: ClientFolder) -> Known:
    relation = {person.id: person.relation for person in folder.persons}
    return Known(
        has_phone=bool(folder.phones),
        relations=frozenset(relation.values()),
        birthdays=frozenset(
            None if date.person_id is None else relation[date.person_id] for date in folder.dates
        ),
        children_count=folder.client.children_count or 0,
        was_met=bool(folder.visits or folder.contacts),
        sessions_left=sum(package.left for package in folder.packages),
        deposits=frozenset(deposit.state for deposit in folder.deposits),
    )
