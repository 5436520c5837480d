"""Years of her life against a model by hand: nothing lost, nothing told twice.

One consultant, one encrypted book, one computer whose clock, time zone and power go as they
like: absences of up to thirty days, a clock wrong by up to sixty hours, journeys through time
zones, restarts, kills between what was shown and what was remembered, edits, clients put aside
and taken back, answers and answers taken back. After every look at the clock what the book tells
is compared with `benchmarks.walk_model`.
Run: `python -m benchmarks.reminder_walk [years] [seed]`.
"""

import dataclasses
import datetime as dt
import pathlib
import random
import sys
import tempfile
from collections import Counter
from typing import Final

from benchmarks.walk_model import DAY, SUNDAY, Almanac, Ledger, Named, Told, told_twice
from crm_desktop.database import Database, DatabaseKey
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.gift_guard import GuardCode
from crm_desktop.domain.occasions import Missed, Reminder, Rules, Source, Stage
from crm_desktop.domain.records import Client, ClientDate, Tier
from crm_desktop.services import reminders as service
from crm_desktop.services.clients import Clients
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import get, put
from crm_desktop.services.reminders import Reminders, Tick

YEARS: Final = 20
SEED: Final = 20_261_122
CLIENTS: Final = 24
DATES_EACH: Final = 3
HOUR: Final = dt.timedelta(hours=1)
START: Final = dt.datetime(2026, 1, 5, 1, tzinfo=dt.UTC)
RULES: Final = Rules(weekly_off=frozenset({SUNDAY}))
ZONES: Final = tuple(dt.timezone(HOUR * hours) for hours in (8, 8, 8, 9, 0, -5))
SKEWS: Final = (0, 0, 0, 60, 30, 5, -5, -30, -60)
EVERYTHING: Final = service.Told(overruled=frozenset(GuardCode))


class Walk:
    """One consultant over many years.

    Attributes:
        counts: how often each thing happened.
        lost: what ought to have been told and was not; `doubled` what was told too often;
            `strange` what was told though it ought not to be.
    """

    def __init__(self, folder: pathlib.Path, seed: int, years: float) -> None:
        self.counts: Counter[str] = Counter()
        self.lost: list[Named] = []
        self.doubled: list[Named] = []
        self.strange: list[Named] = []
        self._dice = random.Random(seed)
        self._path = folder / "book.db"
        self._true_time = START
        self._end = START + dt.timedelta(days=365.25 * years)
        self._skew = dt.timedelta()
        self._zone = ZONES[0]
        self._last: dt.datetime | None = None
        self._set_back = 0
        self._almanac = Almanac(START.date() - 60 * DAY, self._end.date() + 60 * DAY)
        self._ledger = Ledger()
        self._dates: dict[int, Told] = {}
        self._entered: dict[int, dt.date] = {}
        self._quiet: set[int] = set()
        self._quiet_until: dict[int, dt.date] = {}
        self._visible: list[Reminder] = []
        Database.create(self._path, _key(), self).close()
        self._open()

    def now(self) -> dt.datetime:
        """Return what the clock of her computer says."""
        return (self._true_time + self._skew).astimezone(self._zone)

    def monotonic(self) -> float:
        """Return seconds; nothing of this walk asks for them."""
        return self._true_time.timestamp()

    def run(self) -> None:
        """Walk to the end."""
        self._enter_everybody()
        while self._true_time < self._end:
            self._step()
        self._database.close()
        self._judge()

    def _open(self) -> None:
        self._database = Database.open(
            self._path, _key(), self, before_migration=Database.checkpoint
        )
        self._journal = Journal(self._database, self)
        self._clients = Clients(self._database, self._journal)
        self._reminders = Reminders(self._database, self._journal, _rules)

    def _restart(self) -> None:
        self.counts["restarts"] += 1
        self._database.close()
        self._open()

    def _step(self) -> None:
        """Let some time pass, and perhaps something happen."""
        what = self._dice.random()
        if what < 0.02:  # noqa: PLR2004 - about once in ten days she is away
            self.counts["absences"] += 1
            self._true_time += DAY * self._dice.randrange(1, 31)
            self._restart()
        elif what < 0.05:  # noqa: PLR2004 - as often a clock that is put wrong, or right again
            self._set_clock()
        else:
            self._true_time += HOUR * self._dice.randrange(1, 25)
        if self._dice.random() < 0.02:  # noqa: PLR2004 - a journey now and then
            self.counts["zone changes"] += 1
            self._zone = self._dice.choice(ZONES)
        if self._dice.random() < 0.03:  # noqa: PLR2004 - an edit every few weeks
            self._dice.choice((self._edit, self._edit, self._put_aside))()
        self._look()
        if self._dice.random() < 0.6:  # noqa: PLR2004 - she answers more often than not
            self._answer()

    def _set_clock(self) -> None:
        self.counts["clock jumps"] += 1
        before = self._skew
        self._skew = HOUR * self._dice.choice(SKEWS)
        if self._skew < before:
            self._set_back += 1

    def _enter_everybody(self) -> None:
        for number in range(CLIENTS):
            tier = (Tier.A, Tier.B, Tier.C, None)[number % 4]
            client = Client(
                name=f"客户{number}", uid=f"w{number}", tier=tier, created_at=self.now()
            )
            with self._journal.change("fill") as work:
                client_id = put(work.session, client)
            for _ in range(DATES_EACH):
                self._enter(client_id, big=tier in {Tier.A, Tier.B})

    def _enter(self, client_id: int, *, big: bool) -> None:
        told = dataclasses.replace(self._some_day(), big=big, client_id=client_id)
        date = _date(told, 0)
        with self._journal.change("fill") as work:
            stamped = dataclasses.replace(date, created_at=self.now())
            date_id = put(work.session, stamped)
        self._dates[date_id] = told
        self._entered[date_id] = self.now().date()

    def _some_day(self) -> Told:
        is_lunar = self._dice.random() < 0.4  # noqa: PLR2004 - two of five are lunar
        if is_lunar:
            month, day = self._dice.randrange(1, 13), self._dice.randrange(1, 31)
        else:
            some = dt.date(2024, 1, 1) + DAY * self._dice.randrange(366)
            month, day = some.month, some.day
        return Told(month=month, day=day, is_lunar=is_lunar, big=False, client_id=0)

    def _edit(self) -> None:
        """Move a date to another day."""
        self.counts["edits"] += 1
        date_id = self._dice.choice(list(self._dates))
        before = self._dates[date_id]
        moved = dataclasses.replace(
            self._some_day(),
            big=before.big,
            client_id=before.client_id,
            version=before.version + 1,
        )
        if (moved.month, moved.day, moved.is_lunar) == (before.month, before.day, before.is_lunar):
            return
        with self._database.read() as session:
            stored = get(session, ClientDate, date_id)
        new = _date(moved, date_id)
        self._clients.put(dataclasses.replace(new, created_at=stored.created_at))
        self._dates[date_id] = moved

    def _put_aside(self) -> None:
        """Put a client aside, or take her back."""
        wanted = sorted(self._quiet) if len(self._quiet) > 2 else range(1, CLIENTS + 1)  # noqa: PLR2004 - two at most
        client_id = self._dice.choice(wanted)
        if client_id in self._quiet:
            self.counts["taken back"] += 1
            self._clients.archive(client_id, None)
            self._quiet.discard(client_id)
            self._quiet_until[client_id] = self.now().date()
        else:
            self.counts["put aside"] += 1
            self._clients.archive(client_id, self.now().date())
            self._quiet.add(client_id)

    def _look(self) -> None:
        """Do what the app does at a look at the clock, and compare."""
        now = self.now()
        if self._last is not None and now < self._last:
            self.counts["looks before the last"] += 1
        self.counts["looks"] += 1
        tick = self._reminders.look(now)
        self._note(tick, now)
        if self._dice.random() < 0.05 and (tick.raised or tick.missed):  # noqa: PLR2004 - a kill now and then
            self.counts["kills before it was remembered"] += 1
            for reminder in tick.raised:
                self._ledger.again.update(self._named(reminder))
            for gone in tick.missed:
                self._ledger.told_missed.subtract(self._named(gone))
            self._restart()
        else:
            self._reminders.told(tick, now)
            self._compare(now)
        self._last = now
        due = self._reminders.due(now)
        self._visible = [one for one in due if one.occasion.source is Source.DATE]

    def _note(self, tick: Tick, now: dt.datetime) -> None:
        allowed = {
            named
            for date_id, told in self._dates.items()
            if told.client_id not in self._quiet
            for on in self._near(told, now.date())
            for named in self._ledger.may(date_id, told, on, now)
        }
        for reminder in tick.raised:
            named = self._named(reminder)
            self.strange += [one for one in named if one[0] > 0 and one not in allowed]
            self._ledger.pops.update(named)
        for gone in tick.missed:
            self._ledger.told_missed.update(self._named(gone))
        self.counts["pop-ups"] += len(tick.raised)
        self.counts["told as missed"] += len(tick.missed)

    def _compare(self, now: dt.datetime) -> None:
        """Note what ought to have been told by now and was not."""
        today = now.date()
        for date_id, told in self._dates.items():
            if told.client_id in self._quiet:
                continue
            for on in self._near(told, today):
                if self._entered[date_id] > on:
                    continue
                ought = self._ledger.ought(date_id, told, on, now)
                if ought is not None and self._ledger.is_lost(ought):
                    self.lost.append(ought)
                self._compare_missed(date_id, told, on, now)

    def _compare_missed(self, date_id: int, told: Told, on: dt.date, now: dt.datetime) -> None:
        """A day that is over since the last look was told as missed, if she was not through."""
        if self._last is None or self._last.date() > on or self._is_disturbed(told, on):
            return
        day = (date_id, told.version, on, "day")
        over = self._ledger.missed_by(date_id, told, on, now)
        if over and not self._ledger.told_missed[day] and not self._ledger.again[day]:
            self.lost.append(day)

    def _is_disturbed(self, told: Told, on: dt.date) -> bool:
        """Return whether her client was put aside around that day."""
        back = self._quiet_until.get(told.client_id)
        return back is not None and back >= on

    def _near(self, told: Told, today: dt.date) -> list[dt.date]:
        return self._almanac.days(told, today - 45 * DAY, today + 4 * DAY)

    def _named(self, reminder: Reminder | Missed) -> list[Named]:
        """Return what was told; a festival, which nobody entered, by a number of its own."""
        return [
            (key.source_id, self._dates[key.source_id].version, key.on, key.stage.value)
            if key.source is Source.DATE
            else (-key.source_id, 0, key.on, key.stage.value)
            for key in reminder.keys
        ]

    def _answer(self) -> None:
        """Answer one of the reminders she sees, and perhaps take the answer back."""
        if not self._visible:
            return
        self.counts["answers"] += 1
        reminder = self._visible.pop(self._dice.randrange(len(self._visible)))
        [named] = self._named(reminder)
        now = self.now()
        what = self._dice.random()
        if what < 0.25:  # noqa: PLR2004 - a quarter is put off
            until = now + HOUR * self._dice.randrange(1, 90)
            self._reminders.snooze(reminder, until, now)
            if not self._takes_back():
                self._ledger.put_off(named, until)
            return
        is_order = reminder.stage is Stage.PREPARE and what < 0.7  # noqa: PLR2004 - most are ordered
        self._carry_out(reminder, now, is_order=is_order, is_done=what < 0.9)  # noqa: PLR2004 - the rest is let go
        if self._takes_back():
            return
        self._ledger.closed.add(named)
        if is_order:
            self._ledger.ordered[named[:3]] = now.date()

    def _carry_out(
        self, reminder: Reminder, now: dt.datetime, *, is_order: bool, is_done: bool
    ) -> None:
        if is_order:
            item = f"香薰灯{self._dice.randrange(10**6)}"
            self._reminders.order(reminder, item=item, cost=None, now=now, told=EVERYTHING)
        elif not is_done:
            self._reminders.dismiss(reminder, now)
        elif reminder.stage is Stage.CONFIRM:
            self._reminders.confirm(reminder, now)
        elif reminder.stage is Stage.REACTION:
            self._reminders.react(reminder, "很喜欢", now)
        else:
            self._reminders.done(reminder, now)

    def _takes_back(self) -> bool:
        if self._dice.random() >= 0.1:  # noqa: PLR2004 - one of ten answers was a mistake
            return False
        self.counts["answers taken back"] += 1
        self._journal.undo()
        return True

    def _judge(self) -> None:
        ledger = self._ledger
        for named, times in ledger.pops.items():
            # A festival has a lead of its own, which may lead to a day off.
            before_off = named[0] < 0 or told_twice(named[2])
            again = int(before_off and named[3] == "prepare")
            if times > 1 + ledger.again[named] + again:
                self.doubled.append(named)
        self.doubled += [
            named for named, times in ledger.told_missed.items() if times > 1 + self._set_back
        ]
        self.counts["lost"] = len(self.lost)
        self.counts["doubled"] = len(self.doubled)
        self.counts["strange"] = len(self.strange)


def walked(years: float, seed: int) -> Walk:
    """Return a walk that was walked."""
    with tempfile.TemporaryDirectory() as folder:
        walk = Walk(pathlib.Path(folder), seed, years)
        walk.run()
    return walk


def figures(years: float = YEARS, seed: int = SEED) -> list[tuple[str, str, str, bool]]:
    """Return (what, asked, measured, reached)."""
    walk = walked(years, seed)
    told = ", ".join(f"{what} {count:,}" for what, count in walk.counts.items())
    clean = not (walk.lost or walk.doubled or walk.strange)
    is_real = walk.counts["pop-ups"] > walk.counts["kills before it was remembered"] > 0
    for named in (*walk.lost[:5], *walk.doubled[:5], *walk.strange[:5]):
        print(*named, file=sys.stderr)
    what = f"random walk of {years:g} years, seed {seed}"
    return [(what, "0 lost, 0 doubled", told, clean and is_real)]


def _date(told: Told, date_id: int) -> ClientDate:
    return ClientDate(
        id=date_id,
        client_id=told.client_id,
        calendar=Calendar.LUNAR if told.is_lunar else Calendar.SOLAR,
        month=told.month,
        day=told.day,
    )


def _rules() -> Rules:
    return RULES


def _key() -> DatabaseKey:
    return DatabaseKey(key=bytearray(range(32)), salt=bytes(range(16)))


if __name__ == "__main__":
    asked = [float(word) for word in sys.argv[1:]]
    wanted = asked[0] if asked else YEARS
    for figure in figures(wanted, int(asked[1]) if asked[1:] else SEED):
        print(*figure, sep=" | ")
