"""No card that gives the clinic or a treatment away goes to the florist."""

import dataclasses
import datetime as dt
import pathlib
from typing import Any

import openpyxl
import pytest

from crm_desktop.database import Database
from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Client, Gift, GiftState, Knows, Person, Relation
from crm_desktop.domain.settings import BookSettings
from crm_desktop.excel.florist_columns import WITHHELD
from crm_desktop.services.exports import Exports
from crm_desktop.services.florist import for_florist
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from tests import builders
from tests.fakes import FixedClock

SETTINGS = BookSettings(clinic_words=("云裳",))
DAY = dt.date(2026, 11, 1)
ORDERED = Gift(id=3, item="百合", state=GiftState.ORDERED, card_text="生日快乐")


@pytest.mark.parametrize(
    ("facts", "card", "withheld"),
    [
        pytest.param({}, "生日快乐", 0, id="a plain card"),
        pytest.param({"card_text": "云裳祝您快乐"}, WITHHELD, 1, id="the clinic"),
        pytest.param({"card_text": "术后好好休息"}, WITHHELD, 1, id="a treatment"),
        pytest.param(
            {"card_text": "云裳", "state": GiftState.GIVEN}, "云裳", 0, id="it does not go out"
        ),
    ],
)
def test_a_card_that_tells_is_withheld(facts: dict[str, str], card: str, withheld: int) -> None:
    gift = dataclasses.replace(ORDERED, **facts)  # type: ignore[arg-type] # facts of a gift

    going, count = for_florist(ClientFolder(client=Client(id=1), gifts=(gift,)), SETTINGS)

    assert (going.gifts[0].card_text, count) == (card, withheld)


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param({"do_not_contact": True}, id="do not contact"),
        pytest.param({"deceased_on": DAY}, id="deceased"),
        pytest.param({"archived_on": DAY}, id="archived"),
        pytest.param({"trashed_on": DAY}, id="in the trash"),
    ],
)
@pytest.mark.parametrize("is_picked", [False, True])
def test_nothing_is_delivered_where_reminders_have_stopped(  # noqa: PLR0913 - fixtures
    book_database: Database,
    journal: Journal,
    clock: FixedClock,
    tmp_path: pathlib.Path,
    facts: dict[str, Any],
    *,
    is_picked: bool,
) -> None:
    with journal.change("client.add") as work:
        quiet = put(work.session, dataclasses.replace(builders.client("顾清禾"), **facts))
        other = put(work.session, builders.client("许知夏"))
        bare = put(work.session, builders.client("秦知微"))
        for her in (quiet, other):
            put(work.session, dataclasses.replace(ORDERED, id=0, client_id=her))
    exports = Exports(book_database, journal, lambda: SETTINGS)

    report = exports.workbook(
        tmp_path / "florist.xlsx",
        recipient=Recipient.FLORIST,
        client_ids=frozenset({quiet, other, bare}) if is_picked else None,
        now=clock.now(),
    )

    page = openpyxl.load_workbook(report.path)["配送"]
    assert [row[0] for row in page.iter_rows(min_row=2, values_only=True)] == ["许知夏"]
    assert (report.clients, exports.recent()[0].clients) == (1, 1)


def test_the_sheet_tells_what_to_keep_silent_about_and_never_why(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> None:
    with journal.change("client.add") as work:
        for name, knows in (("顾清禾", Knows.NO), ("许知夏", Knows.YES)):
            her = put(work.session, builders.client(name, address="栖霞路 1 号"))
            husband = Person(client_id=her, relation=Relation.HUSBAND, name="丈夫", knows=knows)
            put(work.session, husband)
            gift = dataclasses.replace(ORDERED, id=0, client_id=her, card_text="云裳祝您快乐")
            notes = "放云裳的名片" if knows is Knows.NO else "上午送到"
            put(work.session, dataclasses.replace(gift, notes=notes))
    exports = Exports(book_database, journal, lambda: SETTINGS)

    report = exports.workbook(
        tmp_path / "florist.xlsx", recipient=Recipient.FLORIST, now=clock.now()
    )

    page = openpyxl.load_workbook(report.path)["配送"]
    rows = list(page.iter_rows(min_row=2, values_only=True))
    assert report.withheld == 2
    assert [row[:3] for row in rows] == [
        ("顾清禾", "栖霞路 1 号", WITHHELD),
        ("许知夏", "栖霞路 1 号", WITHHELD),
    ]
    assert [row[4] for row in rows] == [None, "上午送到"]
    assert ["勿提医院" in str(row[3]) for row in rows] == [True, False]
    assert all("知" not in str(row[3]) and "治疗" not in str(row[3]) for row in rows)
