"""Only those who read otherwise than in the sheet this person had last go out again."""

import dataclasses
import datetime as dt
import pathlib

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.records import Client, Gift
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import fetch, put, remove
from tests import builders
from tests.fakes import FixedClock
from tests.services.export_book import fill

MANAGER = Recipient.MANAGER
FIRST = ("client.tier", "client.occupation", "gift.item")


@pytest.fixture
def exports(book_database: Database, journal: Journal) -> Exports:
    fill(journal)
    return Exports(book_database, journal)


def sent(exports: Exports, path: pathlib.Path, to: str, *, columns: tuple[str, ...] = FIRST) -> int:
    return exports.workbook(
        path, recipient=MANAGER, columns=columns, to=to, only_changed=True, now=NOW
    ).clients


NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.timezone(dt.timedelta(hours=8)))


@pytest.mark.parametrize(
    ("deed", "count"),
    [
        pytest.param("nothing", 0, id="nothing changed"),
        pytest.param("tier", 1, id="a cell that goes"),
        pytest.param("notes", 0, id="a cell that does not go"),
        pytest.param("gift", 1, id="a row more"),
        pytest.param("ungift", 1, id="a row less"),
        pytest.param("new", 1, id="a new client"),
    ],
)
def test_only_what_changed_for_this_person_goes(
    exports: Exports, journal: Journal, tmp_path: pathlib.Path, deed: str, count: int
) -> None:
    path = tmp_path / "a.xlsx"
    assert sent(exports, path, "王主管") == 2
    with journal.change("test") as work:
        session = work.session
        [her] = [c for c in fetch(session, Client) if c.id == 1]
        if deed in {"tier", "notes"}:
            facts = {"occupation": "花艺师"} if deed == "tier" else {"notes": "新的一句"}
            put(session, dataclasses.replace(her, **facts))  # type: ignore[arg-type] # facts of a client
        elif deed == "gift":
            put(session, Gift(client_id=1, item="茶礼"))
        elif deed == "ungift":
            remove(session, Gift, fetch(session, Gift)[0].id)
        elif deed == "new":
            put(session, builders.client("秦知微"))

    assert sent(exports, path, "王主管") == count
    assert sent(exports, path, "赵主管") == 2 + (deed == "new")


def test_a_column_that_is_new_to_this_person_does_not_make_everybody_changed(
    exports: Exports, tmp_path: pathlib.Path
) -> None:
    sent(exports, tmp_path / "a.xlsx", "王主管")

    assert sent(exports, tmp_path / "a.xlsx", "王主管", columns=(*FIRST, "client.notes")) == 0


def test_a_table_is_logged_as_one_and_kept_as_a_base(
    exports: Exports, tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    exports.workbook(tmp_path / "a.csv", recipient=MANAGER, to="王主管", now=clock.now())

    assert exports.recent()[0].kind == "csv"
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    report = exports.workbook(
        tmp_path / "b.csv", recipient=MANAGER, to="王主管", only_changed=True, now=clock.now()
    )
    assert report.rows == {"客户": 0}
