"""What an import means to her: who is new, what was paid, whose day comes, who rises.

Only ids and figures: what is kept of it in the log of imports names nobody.
"""

import datetime as dt
import itertools
import json
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeVar, cast

from sqlalchemy import text
from sqlalchemy.orm import Session

from crm_desktop.domain.base_facts import counted, counted_sql, signed
from crm_desktop.domain.dates import policy_from_code
from crm_desktop.domain.import_plan import Fact, ImportPlan, Outcome
from crm_desktop.domain.occurrences import next_occurrence
from crm_desktop.domain.records import (
    Bill,
    BillKind,
    Client,
    ClientDate,
    ClinicCard,
    DateKind,
    Phone,
    Tier,
    Visit,
)
from crm_desktop.domain.tier_ladders import TierChange, YearFacts, tier_changes, window

F = TypeVar("F", bound=Fact)

SOON: Final = dt.timedelta(days=14)
_NAMED: Final = 30
_TOP: Final = 5
_DAYS_PER_BEAT: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Some:
    """How many there are, and the clients of the first of them."""

    count: int = 0
    client_ids: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class SoonDay:
    """A day learnt by the import that comes round within two weeks."""

    client_id: int
    on: dt.date
    kind: DateKind
    of_family: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportSummary:
    """What changed for her; money in fen, as `base_facts` counts it.

    `money` is what the new lines came to by their kind, `top` the clients who paid most of it.
    `gone` are the clients of lines a clinic has no more, with what these come to.
    """

    new_clients: Some = Some()
    visits: Some = Some()
    paid: int = 0
    money: Mapping[BillKind, int] = field(default_factory=dict)
    top: tuple[tuple[int, int], ...] = ()
    days: Some = Some()
    soon: tuple[SoonDay, ...] = ()
    cards: Some = Some()
    phones: Some = Some()
    tiers: tuple[TierChange, ...] = ()
    conflicts: int = 0
    held_back: int = 0
    gone: tuple[tuple[int, int], ...] = ()
    gone_count: int = 0
    gone_paid: int = 0

    @property
    def client_ids(self) -> frozenset[int]:
        """Return every client it names."""
        groups = (self.new_clients, self.visits, self.days, self.cards, self.phones)
        named = {client_id for group in groups for client_id in group.client_ids}
        named.update(client_id for client_id, _ in self.top)
        named.update(client_id for client_id, _ in self.gone)
        named.update(day.client_id for day in self.soon)
        named.update(change.client_id for change in self.tiers)
        return frozenset(named)

    def to_json(self) -> dict[str, Any]:
        """Return it as plain values, without a name in it."""
        groups = ("new_clients", "visits", "days", "cards", "phones")
        some = {name: getattr(self, name) for name in groups}
        return {
            **{name: [one.count, list(one.client_ids)] for name, one in some.items()},
            "paid": self.paid,
            "money": {kind.value: fen for kind, fen in self.money.items()},
            "top": [list(one) for one in self.top],
            "soon": [
                [day.client_id, day.on.isoformat(), day.kind.value, day.of_family]
                for day in self.soon
            ],
            "tiers": [[one.client_id, one.before, one.after] for one in self.tiers],
            "conflicts": self.conflicts,
            "held_back": self.held_back,
            "gone": [list(one) for one in self.gone],
            "gone_count": self.gone_count,
            "gone_paid": self.gone_paid,
        }


def summary_from(said: Mapping[str, Any]) -> ImportSummary:
    """Return the summary `to_json` made these values of."""
    groups = ("new_clients", "visits", "days", "cards", "phones")
    some = {name: Some(count=said[name][0], client_ids=tuple(said[name][1])) for name in groups}
    return ImportSummary(
        **some,
        paid=said["paid"],
        money={BillKind(kind): fen for kind, fen in said["money"].items()},
        top=tuple((client_id, fen) for client_id, fen in said["top"]),
        soon=tuple(
            SoonDay(
                client_id=client_id,
                on=dt.date.fromisoformat(on),
                kind=DateKind(kind),
                of_family=of_family,
            )
            for client_id, on, kind, of_family in said["soon"]
        ),
        tiers=tuple(
            TierChange(client_id=client_id, before=_tier(before), after=_tier(after))
            for client_id, before, after in said["tiers"]
        ),
        conflicts=said["conflicts"],
        held_back=said["held_back"],
        gone=tuple((client_id, fen) for client_id, fen in said.get("gone", ())),
        gone_count=said.get("gone_count", 0),
        gone_paid=said.get("gone_paid", 0),
    )


def year_facts(session: Session, made: ImportPlan) -> dict[int, YearFacts]:
    """Return what the ladders say now of the clients whose money or visits the plan touches."""
    facts = itertools.chain(made.new, made.changed, made.removed)
    ids = {fact.client_id for fact in facts if isinstance(fact, Bill | Visit)}
    return _year_facts(session, ids, made.options.now.date()) if ids else {}


def summary_of(
    made: ImportPlan,
    before: Mapping[int, YearFacts],
    after: Mapping[int, YearFacts],
    beat: Callable[[], None] | None = None,
) -> ImportSummary:
    """Return what a plan came to, with the year's facts of before and after it was written.

    `beat` is called now and then, and may raise to stop.
    """
    new = _by_kind(made.new)
    days = new(ClientDate)
    soon = _soon(days, made.options.now.date(), beat or _nobody)
    money: Counter[BillKind] = Counter()
    paid: Counter[int] = Counter()
    for bill in new(Bill):
        money[bill.kind] += signed(bill)
        paid[bill.client_id] += counted(bill)
    fresh = {client.id for client in new(Client)}
    gone: Counter[int] = Counter()
    for line in made.gone:
        gone[line.client_id] += line.paid
    return ImportSummary(
        new_clients=_some(client.id for client in new(Client)),
        visits=_some(visit.client_id for visit in new(Visit)),
        paid=sum(paid.values()),
        money=dict(money),
        top=tuple((who, fen) for who, fen in paid.most_common(_TOP) if fen > 0),
        days=_some([*(day.client_id for day in soon), *(day.client_id for day in days)], len(days)),
        soon=soon[:_NAMED],
        cards=_some(one.client_id for one in new(ClinicCard) if one.client_id not in fresh),
        phones=_some(one.client_id for one in new(Phone) if one.client_id not in fresh),
        tiers=tier_changes(before, after)[:_NAMED],
        conflicts=len(made.open_conflicts),
        held_back=made.counts[Outcome.ERROR],
        gone=tuple(gone.most_common(_NAMED)),
        gone_count=len(made.gone),
        gone_paid=gone.total(),
    )


class _NewFacts(Protocol):
    def __call__(self, kind: type[F]) -> Sequence[F]: ...


def _by_kind(facts: Iterable[Fact]) -> _NewFacts:
    """Return what has the facts of each kind, gone through once: there may be millions."""
    found: defaultdict[type[object], list[Fact]] = defaultdict(list)
    for fact in facts:
        found[type(fact)].append(fact)

    def of(kind: type[F]) -> Sequence[F]:
        return cast("Sequence[F]", found[kind])

    return of


def _some(client_ids: Iterable[int], count: int | None = None) -> Some:
    """Return how many, and the first clients, each once."""
    every = list(client_ids)
    first = tuple(dict.fromkeys(every))[:_NAMED]
    return Some(count=len(every) if count is None else count, client_ids=first)


def _soon(
    days: Iterable[ClientDate], today: dt.date, beat: Callable[[], None]
) -> tuple[SoonDay, ...]:
    """Return the days that come round within two weeks, the next one first."""
    found = []
    near = {(on.month, on.day) for on in (today + dt.timedelta(n) for n in range(SOON.days + 1))}
    for count, day in enumerate(days):
        if count % _DAYS_PER_BEAT == 0:
            beat()
        # Of a hundred thousand days few are near; a lunar one, or 29 February, may move.
        fact = day.fact
        moves = fact.is_lunar or fact.is_29_february
        if not moves and (fact.month, fact.day) not in near:
            continue
        on = next_occurrence(day.fact, policy_from_code(day.policy), today)
        if on is not None and on <= today + SOON and not day.is_ended:
            family = day.person_id is not None
            found.append(SoonDay(client_id=day.client_id, on=on, kind=day.kind, of_family=family))
    return tuple(sorted(found, key=_day_order))


def _nobody() -> None:
    """Nobody watches."""


def _day_order(day: SoonDay) -> tuple[dt.date, int]:
    return day.on, day.client_id


def _year_facts(
    session: Session, client_ids: Collection[int], asof: dt.date
) -> dict[int, YearFacts]:
    first, last = window(asof)
    bounds = {"ids": json.dumps(sorted(client_ids)), "first": str(first), "last": str(last)}
    hers = (
        'client_id IN (SELECT value FROM json_each(:ids)) AND "on" BETWEEN :first AND :last'
        " GROUP BY client_id"
    )
    spent = text(f"SELECT client_id, sum({counted_sql()}) FROM bill WHERE {hers}")  # noqa: S608 - our own text
    came = text(f'SELECT client_id, count(DISTINCT "on") FROM visit WHERE {hers}')  # noqa: S608 - our own text
    paid: dict[int, int] = {who: int(fen) for who, fen in session.execute(spent, bounds)}
    visits: dict[int, int] = {who: int(count) for who, count in session.execute(came, bounds)}
    return {
        client_id: YearFacts(paid=paid.get(client_id, 0), visits=visits.get(client_id, 0))
        for client_id in client_ids
    }


def _tier(said: str | None) -> Tier | None:
    return None if said is None else Tier(said)
