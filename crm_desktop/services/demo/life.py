"""What happened with a drawn client: visits and bills that fit her tier, gifts, talks, promises."""

import datetime as dt
from dataclasses import replace
from typing import Final

from crm_desktop.domain import lunar, records
from crm_desktop.domain.greetings import GreetingFor
from crm_desktop.domain.lunar_years import LAST_YEAR
from crm_desktop.domain.records import (
    Client,
    ComplaintState,
    GiftState,
    LeadState,
    PreferenceKind,
    PromiseState,
    Tier,
    VisitType,
)
from crm_desktop.services.demo.people import Scene
from crm_desktop.services.demo.sales import sell

_YEAR_OF: Final = {
    Tier.A: (6, 11, 203_000, 420_000),
    Tier.B: (5, 8, 102_000, 190_000),
    Tier.C: (4, 6, 51_000, 95_000),
    Tier.D: (3, 5, 11_000, 46_000),
    Tier.E: (1, 3, 1_200, 9_000),
}
"""Fewest and most visits, least and most yuan of twelve months, in agreement with the tier."""

_SETTLED: Final = 60
"""Days after which what was paid ahead has been treated."""

_GREETED_AT: Final = GreetingFor.MID_AUTUMN.value


def spend(scene: Scene, client_id: int, client: Client) -> None:
    """Add the visits and bills of the last twelve months, and of some years before."""
    if client.tier is not None:
        fewest, most, least, top = _YEAR_OF[client.tier]
        days = sorted(
            scene.rng.sample(range(3, 350), scene.rng.randint(fewest, most)), reverse=True
        )
        total = scene.rng.randint(least, top)
        weights = [scene.rng.uniform(0.4, 1.6) for _ in days]
        for ago, weight in zip(days, weights, strict=True):
            _visit(scene, client_id, ago, int(total * weight / sum(weights) / 10) * 10)
        for year in range(1, scene.rng.choice((1, 2, 3, 4))):
            earlier = scene.rng.randint(370, 700) + 365 * (year - 1)
            _visit(scene, client_id, earlier, int(total * scene.rng.uniform(0.1, 0.7) / 10) * 10)
    elif client.lead_state is LeadState.SOLD:
        _visit(scene, client_id, scene.rng.randint(380, 900), scene.rng.randint(300, 6000))
    elif client.lead_state is LeadState.VISITED_NOT_SOLD:
        _visit(scene, client_id, scene.rng.randint(5, 200), 0)


def live(scene: Scene, client_id: int) -> None:
    """Add what she likes and avoids, wants, was given, said and was promised."""
    _likes(scene, client_id)
    _projects(scene, client_id)
    _gifts(scene, client_id)
    _talks(scene, client_id)
    _seldom(scene, client_id)


def _visit(scene: Scene, client_id: int, ago: int, yuan: int) -> None:
    words, on = scene.words, scene.on - dt.timedelta(days=ago)
    kinds = (VisitType.RETURN, VisitType.REPEAT_PURCHASE, VisitType.CHECK)
    visit = records.Visit(
        client_id=client_id,
        on=on,
        type=scene.rng.choice(kinds) if yuan else VisitType.FIRST,
        notes=scene.rng.choice(words.visit_notes),
        doctor=scene.rng.choice(words.doctors),
        satisfaction=scene.rng.choice((3, 4, 4, 5, 5, 5)),
        next_step=scene.rng.choice(words.next_steps),
    )
    visit_id = scene.batch.add(visit)
    if not yuan:
        return
    affordable = [project for project in words.projects if project[2] <= yuan * 1.2]
    name, category, price = scene.rng.choice(affordable or words.projects[-3:-2])
    quantity = max(1, round(yuan / price))
    line = records.Bill(client_id=client_id, visit_id=visit_id, on=on, project=name)
    line = replace(line, category=category, quantity=quantity, paid=yuan * 100)
    line = replace(line, list_price=max(price * quantity, yuan) * 100)
    is_treated = ago > _SETTLED or scene.chance(0.8)
    sell(scene.batch, replace(line, is_treated=is_treated), visit.doctor)


def _likes(scene: Scene, client_id: int) -> None:
    words, add = scene.words, scene.batch.add
    for category, text in scene.rng.sample(words.likes, scene.rng.randint(0, 3)):
        add(records.Preference(client_id=client_id, category=category, text=text))
    if scene.chance(0.5):
        taboo = scene.rng.choice(words.taboos)
        add(records.Preference(client_id=client_id, kind=PreferenceKind.TABOO, text=taboo))
    if scene.chance(0.15):
        allergy = scene.rng.choice(words.allergies)
        add(records.Preference(client_id=client_id, kind=PreferenceKind.ALLERGY, text=allergy))
    for name in scene.rng.sample(words.tags, scene.rng.randint(0, 2)):
        add(records.Tag(client_id=client_id, name=name))
    if scene.chance(0.35):
        add(records.Tag(client_id=client_id, name=scene.rng.choice(words.needs), is_need=True))


def _projects(scene: Scene, client_id: int) -> None:
    words, add = scene.words, scene.batch.add
    for name, _, price in scene.rng.sample(words.projects, scene.rng.choice((0, 0, 1, 1, 2))):
        wanted = records.PotentialProject(
            client_id=client_id,
            project=name,
            interest=scene.rng.randint(1, 5),
            budget=scene.rng.choice((None, price * 100)),
            obstacle=scene.rng.choice(words.obstacles),
            idea_from=scene.rng.choice(words.ideas),
            next_step=scene.rng.choice(words.next_steps),
            next_on=scene.day(1, 45),
        )
        add(wanted)
    for name, _, _ in scene.rng.sample(words.projects, scene.rng.choice((0, 0, 1))):
        # Done before she came here: nothing was paid for it.
        add(records.CompletedProject(client_id=client_id, project=name))
    if scene.chance(0.3):
        name, _, price = scene.rng.choice(words.projects)
        bought = scene.rng.choice((3, 5, 10))
        package = records.Package(
            client_id=client_id,
            project=name,
            bought=bought,
            used=scene.rng.choice((1, bought - 1, bought - 1)),
            paid=price * bought * 90,
            bought_on=scene.day(-300, -30),
            expires_on=scene.day(10, 300),
        )
        add(package)


def _gifts(scene: Scene, client_id: int) -> None:
    """Add gifts of a day that comes round: of one year, mostly of the next too; and ideas."""
    words = scene.words
    for occasion in scene.rng.sample(words.occasions, scene.rng.choice((0, 0, 1, 1, 2))):
        before = scene.day(-700, -390)
        years = (before, before + dt.timedelta(days=365)) if scene.chance(0.7) else (before,)
        for on, (item, yuan) in zip(years, scene.rng.sample(words.gifts, len(years)), strict=True):
            gift = records.Gift(client_id=client_id, occasion=occasion, item=item, cost=yuan * 100)
            given = replace(gift, on=on, card_text=words.card, sent_as=words.friend_sender)
            scene.batch.add(replace(given, reaction=scene.rng.choice(words.reactions)))
    if scene.chance(0.3):
        item, yuan = scene.rng.choice(words.gifts)
        idea = records.Gift(client_id=client_id, state=GiftState.IDEA, item=item, cost=yuan * 100)
        scene.batch.add(idea)


def _talks(scene: Scene, client_id: int) -> None:
    words = scene.words
    for _ in range(scene.rng.randint(0, 3)):
        talk = records.Contact(
            client_id=client_id,
            on=scene.day(-120, -1),
            channel=scene.rng.choice(words.channels),
            outcome=scene.rng.choice(words.outcomes),
            next_on=scene.day(1, 30) if scene.chance(0.4) else None,
        )
        scene.batch.add(talk)
    if scene.chance(0.25):
        kept = scene.chance(0.5)
        promise = records.Promise(
            client_id=client_id,
            what=scene.rng.choice(words.promises),
            due_on=scene.day(-60, -5) if kept else scene.day(1, 20),
            state=PromiseState.KEPT if kept else PromiseState.OPEN,
        )
        scene.batch.add(promise)


def _seldom(scene: Scene, client_id: int) -> None:
    channel, purpose, version = scene.words.consent
    if scene.chance(0.8):
        consent = records.Consent(
            client_id=client_id,
            given_on=scene.day(-900, -30),
            channel=channel,
            purpose=purpose,
            text_version=version,
        )
        scene.batch.add(consent)
    if scene.chance(0.05):
        what, resolution, direction = scene.words.complaint
        complaint = records.Complaint(
            client_id=client_id,
            on=scene.day(-90, -3),
            direction=direction,
            severity=scene.rng.randint(1, 4),
            state=scene.rng.choice((ComplaintState.OPEN, ComplaintState.CLOSED)),
            what=what,
            resolution=resolution,
        )
        scene.batch.add(complaint)
    if scene.chance(0.3):
        points = records.PointsEntry(
            client_id=client_id,
            points=scene.rng.randint(1, 40) * 50,
            on=scene.day(-300, -10),
            expires_on=scene.day(20, 200),
        )
        scene.batch.add(points)
    if scene.chance(0.6):
        greeted = records.FestivalMark(
            client_id=client_id, festival=_GREETED_AT, on=_last_mid_autumn(scene.on)
        )
        scene.batch.add(greeted)


def _last_mid_autumn(today: dt.date) -> dt.date:
    """Return the day of the latest Mid-Autumn Festival (八月十五) up to `today`."""
    year = min(today, lunar.LAST_DAY).year - 1
    known = [
        lunar.to_solar(lunar.LunarDay(each, 8, 15)) for each in (year, min(year + 1, LAST_YEAR))
    ]
    return max((day for day in known if day <= today), default=today)
