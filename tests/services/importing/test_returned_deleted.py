"""A sheet that went out with somebody who was deleted for good since."""

import datetime as dt
import pathlib

import pytest

from crm_desktop.domain.exporting import Recipient
from crm_desktop.domain.import_plan import Accept
from crm_desktop.domain.problems import ProblemCode
from crm_desktop.services.book import open_book
from tests.fakes import FixedClock
from tests.services.export_book import fill
from tests.services.importing.lists import counts
from tests.services.importing.returning import CLIENTS, FULL, GIFTS, HER, Manager
from tests.services.leaving import RESOURCES, gone, names
from tests.vaults import new_book, vault


@pytest.mark.usefixtures("cheap_keys")
def test_nothing_of_her_comes_back_whatever_he_wrote_about_her(
    tmp_path: pathlib.Path, clock: FixedClock
) -> None:
    opened = new_book(vault(tmp_path / "book", clock))
    book, path = open_book(opened, clock, RESOURCES), tmp_path / "给主管.xlsx"
    fill(book.journal)
    book.exports.workbook(path, recipient=Recipient.MANAGER, now=clock.now())
    gone(book, FULL)
    clock.advance(dt.timedelta(days=1))
    with Manager(path) as manager:
        manager.write(CLIENTS, HER, 职业="律师")
        manager.write(GIFTS, 2, 礼物="百合")

    for accept in Accept:
        made = book.imports.plan(book.imports.read(path), accept=accept)
        book.imports.apply(made)

        assert counts(made) == {"same": 1, "skipped": 16}
        assert {problem.code for problem in made.problems} == {ProblemCode.DELETED_FOR_GOOD}
        assert made.writes_nothing
    assert names(book) == ["李兰", "孙旧客"]
    opened.database.close()
