"""Filling a book with demo clients."""

import datetime as dt
import pathlib
import random
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from crm_desktop.database import Database
from crm_desktop.domain import records
from crm_desktop.domain.records import GuestState
from crm_desktop.services.demo.batch import Batch
from crm_desktop.services.demo.life import live, spend
from crm_desktop.services.demo.people import Scene, client, identity, phone_of, surround
from crm_desktop.services.demo.portraits import Portraits
from crm_desktop.services.demo.words import read
from crm_desktop.services.journal import unrecorded
from crm_desktop.services.search_index import reindex

_FULL: Final = 3_000
"""Clients beyond these have dates, family, visits and bills, and little else."""

_CALM: Final = 120
"""Up to so many clients the days around the opening belong to the hand-written ones."""

_AT_ONCE: Final = 2_000
_CHINA: Final = dt.timezone(dt.timedelta(hours=8))

Progress = Callable[[int, int], None]


def fill(  # noqa: PLR0913 - each is a choice of the person who opens a demo
    database: Database,
    resources: pathlib.Path,
    *,
    clients: int,
    on: dt.date,
    lang: str = "zh_CN",
    seed: int = 1,
    progress: Progress | None = None,
) -> None:
    """Fill a new book with `clients` people around the day `on`; nothing of it can be undone.

    The same arguments give the same book. Nobody in it exists: see `resources/demo/`.
    """
    words = read(resources / "demo", lang)
    written_at = dt.datetime.combine(on - dt.timedelta(days=400), dt.time(10), _CHINA)
    for first in range(0, clients, _AT_ONCE):
        numbers = range(first, min(first + _AT_ONCE, clients))
        with database.write() as session, unrecorded(session):
            scene = Scene(
                words=words,
                on=on,
                written_at=written_at,
                quiet=3 if clients <= _CALM else 0,
                batch=Batch(session),
                rng=random.Random(seed),  # noqa: S311 - people who do not exist need no secrecy
            )
            _add(scene, seed, numbers)
            reindex(session, scene.batch.write())
        if progress is not None:
            progress(numbers.stop, clients)


def _add(scene: Scene, seed: int, numbers: range) -> None:
    portraits = Portraits(scene.batch, scene.on, scene.written_at)
    by_hand = scene.words.portrait
    if numbers.start == 0:
        for activity in scene.words.activity:
            portraits.of_book(records.Activity, activity)
        for smart_list in scene.words.smart_list:
            portraits.of_book(records.SmartList, smart_list)
        for supplier in scene.words.supplier:
            portraits.of_book(records.Supplier, supplier)
    for number in numbers:
        scene.rng.seed(f"{seed}:{number}")
        is_portrait = number < len(by_hand)
        if is_portrait:
            client_id = portraits.add(by_hand[number], identity(scene, number))
        else:
            client_id = _drawn(scene, number)
        _around(scene, client_id, number, reachable=is_portrait)


def _drawn(scene: Scene, number: int) -> int:
    """Add one client drawn from the lists, with her life."""
    who = client(scene, number)
    if scene.chance(0.2):
        who = replace(who, referred_by_id=scene.rng.randint(1, number))
    client_id = scene.batch.add(who)
    surround(scene, client_id)
    spend(scene, client_id, who)
    if number < _FULL:
        live(scene, client_id)
    return client_id


def _around(scene: Scene, client_id: int, number: int, *, reachable: bool) -> None:
    """Add her phone, her card of the clinic and where she is invited."""
    add = scene.batch.add
    if reachable or scene.chance(0.95):
        add(records.Phone(client_id=client_id, digits=phone_of(number), is_main=True))
    if scene.chance(0.6):
        card = f"D{number + 1:06d}"
        add(records.ClinicCard(client_id=client_id, source="clinic", number=card))
    if number < _FULL and scene.chance(0.3):
        for state, activity_id in _invitations(scene):
            add(records.ActivityGuest(client_id=client_id, activity_id=activity_id, state=state))


def _invitations(scene: Scene) -> Iterator[tuple[GuestState, int]]:
    coming = (GuestState.INVITED, GuestState.ACCEPTED, GuestState.DECLINED)
    yield scene.rng.choice(coming), 1
    if scene.chance(0.5):
        yield scene.rng.choice((GuestState.CAME, GuestState.CAME, GuestState.UNREACHABLE)), 2
