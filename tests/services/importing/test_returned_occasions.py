"""What a gift was for goes out in words and comes back as the code it is kept under."""

import pathlib

import pytest
from sqlalchemy import text

from crm_desktop.database import Database
from crm_desktop.domain.exporting import Recipient
from crm_desktop.excel import words
from crm_desktop.services.journal import Journal
from tests.fakes import FixedClock
from tests.services.importing.returning import GIFTS, Desk, Manager, told

BIRTHDAY_GIFT = 3
"""The row of the gift that a reminder left."""


@pytest.fixture
def desk(
    book_database: Database, journal: Journal, clock: FixedClock, tmp_path: pathlib.Path
) -> Desk:
    return Desk(book_database, journal, clock, tmp_path)


def occasions(desk: Desk) -> list[str]:
    return [gift.occasion for gift in desk.folder().gifts]


@pytest.mark.parametrize("recipient", [Recipient.ME, Recipient.MANAGER])
def test_the_word_stands_in_the_sheet_and_comes_back_as_no_change(
    desk: Desk, recipient: Recipient
) -> None:
    path = desk.out(recipient=recipient)

    rows = list(Manager(path).sheet(GIFTS).iter_rows(values_only=True))

    assert rows[BIRTHDAY_GIFT - 1][rows[0].index("场合")] == "生日"
    assert desk.plan(path).writes_nothing


@pytest.mark.parametrize("has_base", [True, False])
def test_a_workbook_that_still_has_the_code_brings_what_was_edited_alone(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, *, has_base: bool
) -> None:
    with monkeypatch.context() as older:
        older.setattr(words, "occasion_word", str)
        path = desk.out()
    if not has_base:
        with desk.journal.change("test.forget") as work:
            for table in ("sync_base", "sync_content"):
                work.session.execute(text(f"DELETE FROM {table}"))  # noqa: S608 - our own names
    unedited = desk.plan(path)
    with Manager(path) as manager:
        manager.write(GIFTS, BIRTHDAY_GIFT, 反应="很开心")

    made = desk.back(path)

    assert unedited.writes_nothing
    assert told(made) == {"gift.reaction": "filled"}
    assert occasions(desk) == ["", "birthday"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("结婚纪念日", "anniversary"), ("乔迁", "乔迁"), ("宝宝的日子", "milestone")],
)
@pytest.mark.parametrize("is_masked", [True, False])
def test_another_word_is_kept_under_its_code_where_it_has_one(
    desk: Desk, typed: str, kept: str, *, is_masked: bool
) -> None:
    path = desk.out(mask_phones=is_masked)
    with Manager(path) as manager:
        manager.write(GIFTS, BIRTHDAY_GIFT, 场合=typed)

    desk.back(path)

    assert occasions(desk) == ["", kept]
    assert desk.plan(path).writes_nothing
