"""Clients drawn at random: who they are, their family and their dates."""

import datetime as dt
import random
import uuid
from dataclasses import dataclass
from functools import cache
from typing import Final

from crm_desktop.domain import records
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.records import DateKind, Knows, LeadState, Relation, Sex, Tier
from crm_desktop.services.demo.batch import Batch
from crm_desktop.services.demo.days import fact_on
from crm_desktop.services.demo.words import Words

_TIERS: Final = (
    (0.04, Tier.A),
    (0.12, Tier.B),
    (0.25, Tier.C),
    (0.47, Tier.D),
    (0.72, Tier.E),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """What every demo client is drawn from.

    `quiet` days around `on` get no random dates, so that a small book opens on the hand-written
    ones; `written_at` is when the dates were learnt; `rng` is seeded for each client anew.
    """

    words: Words
    on: dt.date
    written_at: dt.datetime
    quiet: int
    batch: Batch
    rng: random.Random

    def chance(self, share: float) -> bool:
        """Draw whether something holds that holds for `share` of all."""
        return self.rng.random() < share

    def day(self, first: int, last: int) -> dt.date:
        """Draw a day from `first` through `last` days after `on`."""
        return self.on + dt.timedelta(days=self.rng.randint(first, last))


def identity(scene: Scene, number: int) -> records.Client:
    """Return what every client has, hand-written or not: uid, WeChat, owner, times."""
    return records.Client(
        uid=uuid.UUID(int=scene.rng.getrandbits(128), version=4).hex,
        wechat=scene.words.wechat.format(number=phone_of(number)[-6:]),
        owner=scene.words.owner,
        created_at=scene.written_at,
        updated_at=scene.written_at,
    )


def phone_of(number: int) -> str:
    """Return the phone of client `number`, in the range 154 that is given to nobody."""
    return f"154{(number * 76_543_211 + 20_304_050) % 10**8:08d}"


def client(scene: Scene, number: int) -> records.Client:
    """Return client `number`, drawn."""
    words = scene.words
    surname, given = _name(words, number)
    tier = _tier(scene)
    years = scene.rng.randint(60, 1800)
    base = identity(scene, number)
    return records.Client(
        uid=base.uid,
        name=words.name.format(surname=surname, given=given),
        display_name=scene.rng.choice(words.called).format(surname=surname, given=given),
        sex=Sex.FEMALE,
        wechat=base.wechat if scene.chance(0.8) else "",
        occupation=scene.rng.choice(words.occupations),
        income=scene.rng.randint(8, 60) * 1_000_000 if scene.chance(0.8) else None,
        address=words.address.format(
            place=scene.rng.choice(words.places),
            block=scene.rng.randint(1, 28),
            room=scene.rng.randint(101, 2804),
        ),
        source=scene.rng.choice(words.sources),
        first_contact_on=scene.on - dt.timedelta(days=years + 400),
        personality=scene.rng.choice(words.personalities),
        dialect=scene.rng.choice(words.dialects),
        affordability=scene.rng.choice(words.affordability),
        risk_attitude=scene.rng.choice(words.risk),
        appearance_expectation=scene.rng.choice(words.appearance),
        health_notes=scene.rng.choice(words.health),
        notes=scene.rng.choice(words.notes),
        lead_state=LeadState.SOLD if tier else scene.rng.choice(list(LeadState)),
        owner=base.owner,
        tier=tier,
        do_not_contact=scene.chance(0.01),
        archived_on=scene.on - dt.timedelta(days=90) if scene.chance(0.02) else None,
        created_at=base.created_at,
        updated_at=base.updated_at,
    )


def surround(scene: Scene, client_id: int) -> None:
    """Add the dates of a client and the people around her, with theirs."""
    age = scene.rng.randint(24, 58)
    if scene.chance(0.95):
        _date(scene, (client_id, None), age)
    if scene.chance(0.7):
        _husband(scene, client_id, age)
    _children(scene, client_id, scene.rng.choice((0, 1, 1, 1, 2, 2)))
    if scene.chance(0.2):
        mother_id = scene.batch.add(_mother(scene, client_id))
        _date(scene, (client_id, mother_id), age + 26)


def _name(words: Words, number: int) -> tuple[str, str]:
    count = len(words.surnames) * len(words.first) * len(words.second)
    place, surname = divmod(_shuffled(count)[number % count], len(words.surnames))
    second, first = divmod(place, len(words.first))
    return words.surnames[surname], words.first[first] + words.second[second]


@cache
def _shuffled(count: int) -> list[int]:
    """Return 0 ... count - 1 in an order that is always the same: no name comes twice early."""
    return random.Random(count).sample(range(count), count)  # noqa: S311 - no secret is drawn


def _tier(scene: Scene) -> Tier | None:
    drawn = scene.rng.random()
    return next((tier for limit, tier in _TIERS if drawn < limit), None)


def _husband(scene: Scene, client_id: int, age: int) -> None:
    words = scene.words
    husband = records.Person(
        client_id=client_id,
        relation=Relation.HUSBAND,
        name=words.name.format(
            surname=scene.rng.choice(words.surnames), given=scene.rng.choice(words.men)
        ),
        nickname=words.husband,
        sex=Sex.MALE,
        occupation=scene.rng.choice(words.men_occupations),
        knows=scene.rng.choice((Knows.YES, Knows.YES, Knows.NO, Knows.UNKNOWN)),
        learnt_from=scene.rng.choice(scene.words.learnt_from),
    )
    husband_id = scene.batch.add(husband)
    if scene.chance(0.75):
        _date(scene, (client_id, husband_id), age + scene.rng.randint(-2, 6))
    if scene.chance(0.6):
        _date(scene, (client_id, None), scene.rng.randint(1, 25), DateKind.WEDDING)


def _children(scene: Scene, client_id: int, count: int) -> None:
    """Add her children, the elder first; no two are called alike."""
    names = scene.rng.sample(scene.words.children, count)
    years = sorted(scene.rng.sample(range(1, 18), count), reverse=True)
    for number, (name, age) in enumerate(zip(names, years, strict=True)):
        place = number + 1 if count > 1 else 0
        _child(scene, client_id, place, name, age)


def _child(scene: Scene, client_id: int, place: int, name: str, age: int) -> None:
    words = scene.words
    sex = scene.rng.choice((Sex.FEMALE, Sex.MALE))
    names = words.sons if sex is Sex.MALE else words.daughters
    child = records.Person(
        client_id=client_id,
        relation=Relation.CHILD,
        name=name,
        nickname=names[place % len(names)],
        sex=sex,
        position=place + 1,
        learnt_from=scene.rng.choice(words.learnt_from),
    )
    _date(scene, (client_id, scene.batch.add(child)), age)


def _mother(scene: Scene, client_id: int) -> records.Person:
    return records.Person(
        client_id=client_id,
        relation=Relation.PARENT,
        nickname=scene.words.mother,
        sex=Sex.FEMALE,
        knows=scene.rng.choice((Knows.YES, Knows.UNKNOWN)),
        position=9,
    )


def _date(
    scene: Scene, owner: tuple[int, int | None], age: int, kind: DateKind = DateKind.BIRTHDAY
) -> None:
    """Add a dated fact of `owner` (client, person) that comes round outside the quiet days."""
    lunar = kind is DateKind.BIRTHDAY and scene.chance(0.3)
    first, last = scene.quiet and scene.quiet + 1, 364 - scene.quiet
    if lunar and scene.quiet:
        # A lunar year has 354 or 384 days: the rounds before and after stay clear as well.
        first, last = 20, 330
    ahead = scene.rng.randint(first, last)
    fact = fact_on(
        scene.on + dt.timedelta(days=ahead),
        Calendar.LUNAR if lunar else Calendar.SOLAR,
        age if scene.chance(0.8) else None,
    )
    scene.batch.add(
        records.ClientDate(
            client_id=owner[0],
            person_id=owner[1],
            kind=kind,
            calendar=fact.calendar,
            year=fact.year,
            month=fact.month,
            day=fact.day,
            leap=fact.leap,
            learnt_from=scene.rng.choice(scene.words.learnt_from),
            created_at=scene.written_at,
        )
    )
