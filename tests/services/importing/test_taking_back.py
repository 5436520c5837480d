"""Imports taken back later, and what the log says of them."""

import dataclasses
import datetime as dt

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.counterparts import Counterpart, CounterpartKind
from crm_desktop.domain.errors import Cancelled, ImportNotStanding
from crm_desktop.domain.import_plan import Accept, Caution, ImportPlan, Options, Outcome
from crm_desktop.domain.records import Bill, BillKind, Client, Gift, Tag, Tier, Visit
from crm_desktop.domain.taking_back import KeptBecause
from crm_desktop.domain.tier_ladders import TierChange
from crm_desktop.services.erasing import erase
from crm_desktop.services.import_log import ImportLog, Standing, cautions_for
from crm_desktop.services.import_summary import summary_from
from crm_desktop.services.imports import Imports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, get, put, remove
from crm_desktop.services.taking_back import TakingBack
from tests.fakes import FixedClock
from tests.services.importing.lists import HEADINGS, SMALL, Save, dump, taken_in


@dataclasses.dataclass(frozen=True)
class House:
    """A book, and what takes lists in and back."""

    database: Database
    journal: Journal
    imports: Imports
    log: ImportLog
    taking: TakingBack


@pytest.fixture
def house(book_database: Database, journal: Journal, imports: Imports) -> House:
    log, taking = ImportLog(book_database), TakingBack(book_database, journal)
    return House(book_database, journal, imports, log, taking)


def run_of(log: ImportLog) -> int:
    return log.recent()[0].id


def standing(log: ImportLog) -> Standing:
    return log.recent()[0].standing


def test_taken_back_at_once_it_is_what_undo_makes_of_it(house: House, save: Save) -> None:
    taken_in(house.imports, save(SMALL))
    after = dump(house.database)

    house.taking.take_back(run_of(house.log))
    taken_back = dump(house.database)
    house.journal.undo()
    again = dump(house.database)
    house.journal.undo()

    assert again == after
    assert taken_back == dump(house.database) != after


def test_what_she_edited_since_stays_and_is_listed(house: House, save: Save) -> None:
    taken_in(house.imports, save(SMALL))
    made = house.imports.plan(
        house.imports.read(
            save([HEADINGS, ("林晚", "13800000001", None, "店长", "30万", "爱喝咖啡")])
        ),
        accept=Accept.THEIRS,
    )
    house.imports.apply(made)
    with house.journal.change("client.edit") as work:
        client = get(work.session, Client, 1)
        put(work.session, dataclasses.replace(client, occupation="老板"))

    report, change = house.taking.take_back(run_of(house.log))

    with house.database.read() as session:
        client = get(session, Client, 1)
    assert (client.occupation, client.income) == ("老板", 20_000_000)
    [kept] = report.plan.told
    assert (kept.client_id, kept.table, kept.field) == (1, "client", "occupation")
    assert (kept.why, kept.stands) == (KeptBecause.EDITED, "老板")
    assert (change.action, change.subject) == ("import.take_back", "名单.xlsx")
    assert (standing(house.log), house.log.recent()[0].kept) == (Standing.PARTLY, 1)


def test_a_new_client_with_a_later_gift_stays_without_the_facts_of_the_import(
    house: House, save: Save
) -> None:
    taken_in(house.imports, save(SMALL))
    with house.journal.change("gift.add") as work:
        put(work.session, Gift(client_id=2, item="花"))

    report, _ = house.taking.take_back(run_of(house.log))

    with house.database.read() as session:
        assert [client.name for client in fetch(session, Client)] == ["周桐"]
        assert session.scalar(text("SELECT count(*) FROM phone")) == 0
    assert [(kept.client_id, kept.why) for kept in report.plan.told] == [(2, KeptBecause.IN_USE)]


def test_a_tag_the_import_took_off_does_not_come_back_beside_her_own(
    house: House, clock: FixedClock
) -> None:
    with house.journal.change("client.add") as work:
        put(work.session, Client(uid="a", name="林晚"))
        for name in ("爱花", "怕疼"):
            put(work.session, Tag(client_id=1, name=name))
        tags = fetch(work.session, Tag)
    house.imports.apply(_plan(house.database, clock, removed=tuple(tags)))
    with house.journal.change("tag.add") as work:
        put(work.session, Tag(client_id=1, name="爱花"))

    report, _ = house.taking.take_back(run_of(house.log))

    with house.database.read() as session:
        assert sorted(tag.name for tag in fetch(session, Tag)) == ["怕疼", "爱花"]
    assert [kept.why for kept in report.plan.told] == [KeptBecause.THERE_AGAIN]


def test_whoever_was_removed_since_is_passed_over(house: House, save: Save) -> None:
    taken_in(house.imports, save(SMALL))
    with house.journal.change("client.remove") as work:
        remove(work.session, Client, 1)

    report, _ = house.taking.take_back(run_of(house.log))

    with house.database.read() as session:
        assert fetch(session, Client) == []
    assert report.plan.told == ()


def test_the_log_follows_undo_and_taking_back(house: House, save: Save) -> None:
    seen = []
    for step in (
        lambda: taken_in(house.imports, save(SMALL)),
        house.journal.undo,
        house.journal.redo,
        lambda: house.taking.take_back(run_of(house.log)),
        house.journal.undo,
        house.journal.redo,
    ):
        step()
        seen.append(standing(house.log))

    assert seen == [
        Standing.STANDS,
        Standing.BACK,
        Standing.STANDS,
        Standing.BACK,
        Standing.STANDS,
        Standing.BACK,
    ]
    with pytest.raises(ImportNotStanding):
        house.taking.take_back(run_of(house.log))
    with pytest.raises(ImportNotStanding):
        house.taking.look(99)


def test_the_log_says_what_came_and_what_it_meant(house: House, save: Save) -> None:
    report, _ = house.imports.apply(house.imports.plan(house.imports.read(save(SMALL))))

    [past] = house.log.recent()
    assert (past.file, past.counts[Outcome.NEW], past.kind) == ("名单.xlsx", 2, "own-list")
    assert past.summary == report.summary
    assert (past.summary.new_clients.count, past.summary.days.count) == (2, 1)


def test_the_same_file_is_known_while_it_stands(house: House, save: Save) -> None:
    path = save(SMALL)
    first = taken_in(house.imports, path)
    again = house.imports.plan(house.imports.read(path))
    house.journal.undo()

    assert first.cautions == ()
    assert again.cautions == (Caution.SAME_FILE,)
    assert house.imports.plan(house.imports.read(path)).cautions == ()


@pytest.mark.parametrize(
    ("name", "day", "cautions"),
    [("王经理", 1, (Caution.OLDER_FILE,)), ("王经理", 3, ()), ("李经理", 1, ())],
)
def test_a_file_older_than_the_last_of_the_same_counterpart_is_told(
    house: House, save: Save, name: str, day: int, cautions: tuple[Caution, ...]
) -> None:
    read = dataclasses.replace(
        house.imports.read(save(SMALL)), file_at=dt.datetime(2026, 11, 2, tzinfo=dt.UTC)
    )
    manager = Counterpart(kind=CounterpartKind.MANAGER, name="王经理")
    made = dataclasses.replace(house.imports.plan(read), counterpart=manager)
    house.imports.apply(made)
    other = dataclasses.replace(
        read, digest="another", file_at=dt.datetime(2026, 11, day, tzinfo=dt.UTC)
    )

    with house.database.read() as session:
        told = cautions_for(session, other, Counterpart(kind=CounterpartKind.MANAGER, name=name))

    assert told == cautions


def test_cancelled_it_leaves_everything(house: House, save: Save) -> None:
    taken_in(house.imports, save(SMALL))
    before = dump(house.database)

    def stop(done: int, total: int) -> None:
        if done * 2 > total:
            raise Cancelled

    with pytest.raises(Cancelled):
        house.taking.take_back(run_of(house.log), stop)

    assert dump(house.database) == before
    assert standing(house.log) is Standing.STANDS


def test_a_client_deleted_for_good_is_named_nowhere_in_the_log(house: House, save: Save) -> None:
    path = save(SMALL).rename(save(SMALL).with_name("林晚的名单.xlsx"))
    taken_in(house.imports, path)

    with house.database.write() as session:
        erase(session, [1])

    with house.database.read() as session:
        said = session.execute(text("SELECT * FROM import_run")).one()
    assert "林晚" not in repr(said)
    assert "13800000001" not in repr(said)
    assert said.change_id is not None


def test_after_a_client_was_deleted_for_good_the_others_are_taken_back(
    house: House, save: Save
) -> None:
    taken_in(house.imports, save(SMALL))
    with house.database.write() as session:
        erase(session, [1])

    house.taking.take_back(run_of(house.log))

    with house.database.read() as session:
        assert fetch(session, Client) == []
        assert session.execute(text("PRAGMA foreign_key_check")).all() == []


def test_money_visits_and_tiers_to_come_are_summed_up(house: House, clock: FixedClock) -> None:
    today = clock.now().date()
    with house.journal.change("client.add") as work:
        put(work.session, Client(uid="a", name="林晚"))
        put(work.session, Visit(client_id=1, on=today))
    made = _plan(
        house.database,
        clock,
        new=(
            Visit(client_id=1, on=today - dt.timedelta(days=1)),
            Visit(client_id=1, on=today - dt.timedelta(days=2)),
            Bill(client_id=1, on=today, paid=6_000_000),
            Bill(client_id=1, on=today, paid=100_000, kind=BillKind.REFUND),
            Bill(client_id=1, on=today - dt.timedelta(days=400), paid=90_000_000),
        ),
    )

    report, _ = house.imports.apply(made)

    summary = report.summary
    assert summary is not None
    assert (summary.visits.count, summary.paid) == (2, 95_900_000)
    assert summary.money == {BillKind.PAYMENT: 96_000_000, BillKind.REFUND: -100_000}
    assert summary.top == ((1, 95_900_000),)
    assert summary.tiers == (TierChange(client_id=1, before=None, after=Tier.D),)
    assert summary_from(summary.to_json()) == summary


def _plan(database: Database, clock: FixedClock, **facts: object) -> ImportPlan:
    options = Options(source="名单.xlsx", now=clock.now())
    return ImportPlan(options=options, rows=(), as_of=database.changes, **facts)  # type: ignore[arg-type] # facts of a plan
