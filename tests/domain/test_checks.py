"""What is refused, what may stand though it looks odd, and what is cleaned unseen."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest

from crm_desktop.domain.checks import NAME_LIMIT, NOTES_LIMIT, TEXT_LIMIT, Around, check
from crm_desktop.domain.cleaning import cleaned, cleaned_text
from crm_desktop.domain.dates import Calendar
from crm_desktop.domain.findings import Fault, Severity
from crm_desktop.domain.records import (
    Activity,
    Bill,
    BillKind,
    Client,
    ClientDate,
    Contact,
    Gift,
    GiftState,
    Package,
    Person,
    Phone,
    PointsEntry,
    Promise,
    Relation,
    Tag,
    Visit,
)

TODAY = dt.date(2026, 11, 22)
TOMORROW = dt.date(2026, 11, 23)
CHILD = Person(id=5, client_id=1, relation=Relation.CHILD)
MOTHER = Person(id=6, client_id=1, relation=Relation.PARENT)


def birthday(year: int | None, person_id: int | None = None, id_: int = 0) -> ClientDate:
    return ClientDate(id=id_, client_id=1, person_id=person_id, year=year, month=5, day=1)


def found(record: object, around: Around | None = None) -> list[tuple[Fault, str]]:
    findings = check(record, around or Around(today=TODAY))
    return [(each.code, each.field) for each in findings]


@pytest.mark.parametrize(
    ("record", "fault", "field"),
    [
        (Client(name="王" * (NAME_LIMIT + 1)), Fault.TOO_LONG, "name"),
        (Client(address="路" * (TEXT_LIMIT + 1)), Fault.TOO_LONG, "address"),
        (Client(notes="记" * (NOTES_LIMIT + 1)), Fault.TOO_LONG, "notes"),
        (Tag(name="签" * (NAME_LIMIT + 1)), Fault.TOO_LONG, "name"),
        (Client(first_contact_on=TOMORROW), Fault.IN_FUTURE, "first_contact_on"),
        (Client(first_contact_on=dt.date(1899, 12, 31)), Fault.BEFORE_1900, "first_contact_on"),
        (Visit(on=TOMORROW), Fault.IN_FUTURE, "on"),
        (Bill(on=TOMORROW), Fault.IN_FUTURE, "on"),
        (Contact(on=TODAY, next_on=dt.date(206, 1, 1)), Fault.BEFORE_1900, "next_on"),
        (Gift(on=TOMORROW, state=GiftState.GIVEN), Fault.IN_FUTURE, "on"),
        (birthday(2027), Fault.IN_FUTURE, "fact"),
        (birthday(1899), Fault.BEFORE_1900, "fact"),
        (ClientDate(month=2, day=30), Fault.NO_SUCH_DAY, "fact"),
        (
            ClientDate(calendar=Calendar.LUNAR, year=1990, month=8, leap=True),
            Fault.NO_SUCH_DAY,
            "fact",
        ),
        (Client(income=-1), Fault.NEGATIVE, "income"),
        (Bill(on=TODAY, paid=-1), Fault.NEGATIVE, "paid"),
        (PointsEntry(on=TODAY, points=-5), Fault.NEGATIVE, "points"),
        (Package(bought=3, used=4), Fault.MORE_THAN_BOUGHT, "used"),
        (Client(id=1, referred_by_id=1), Fault.REFERRED_BY_HERSELF, "referred_by_id"),
        (Person(client_id=1, also_client_id=1), Fault.LINKED_TO_HERSELF, "also_client_id"),
    ],
)
def test_a_fact_that_cannot_be_is_refused(record: object, fault: Fault, field: str) -> None:
    findings = check(record, Around(today=TODAY))

    assert [(each.code, each.field) for each in findings] == [(fault, field)]
    assert findings[0].severity is Severity.REFUSED


@pytest.mark.parametrize(
    "record",
    [
        Client(name="王" * NAME_LIMIT, notes="记" * NOTES_LIMIT, address="𠮷" * TEXT_LIMIT),
        Client(name="𠮷田㛃 👩‍👧 ☕️", first_contact_on=TODAY, income=0),
        Visit(on=TODAY, next_on=TOMORROW),
        Gift(on=TOMORROW, state=GiftState.ORDERED),
        Promise(what="送花", due_on=TOMORROW),
        Activity(name="沙龙", on=TOMORROW),
        Bill(on=TODAY, kind=BillKind.REFUND, paid=-100),
        birthday(2026),
        birthday(None),
        ClientDate(calendar=Calendar.LUNAR, month=8, day=15, leap=True),
        Phone(digits="13800138000"),
        Phone(digits="02088886666"),
        Phone(digits="+4915112345678"),
    ],
)
def test_what_may_be_true_is_passed_in_silence(record: object) -> None:
    assert found(record) == []


def test_a_length_is_told_with_its_limit() -> None:
    (finding,) = check(Client(name="王" * 130), Around(today=TODAY))

    assert dict(finding.facts) == {"length": 130, "limit": NAME_LIMIT}


@pytest.mark.parametrize(
    ("date", "other", "fault"),
    [
        (birthday(1980, 5), birthday(1990, id_=9), Fault.OLDER_THAN_PARENT),
        (birthday(1990), birthday(1980, 5, id_=9), Fault.OLDER_THAN_PARENT),
        (birthday(2001, 5), birthday(1990, id_=9), Fault.PARENT_TOO_YOUNG),
        (birthday(1990, 6), birthday(1980, id_=9), Fault.OLDER_THAN_PARENT),
        (birthday(1985), birthday(1980, 6, id_=9), Fault.PARENT_TOO_YOUNG),
        (birthday(2002, 5), birthday(1990, id_=9), None),
        (birthday(None, 5), birthday(1990, id_=9), None),
        (birthday(1980, 5), birthday(1990, 6, id_=9), None),
    ],
)
def test_a_child_older_than_its_parent_is_odd_but_may_stand(
    date: ClientDate, other: ClientDate, fault: Fault | None
) -> None:
    findings = check(date, Around(today=TODAY, persons=(CHILD, MOTHER), days=(other,)))

    assert [(each.code, each.severity) for each in findings] == (
        [] if fault is None else [(fault, Severity.DOUBTFUL)]
    )


def test_whoever_she_brought_cannot_have_brought_her() -> None:
    client = Client(id=1, referred_by_id=2)

    assert found(client, Around(today=TODAY, referrers=(2, 3, 1))) == [
        (Fault.REFERRAL_CYCLE, "referred_by_id")
    ]
    assert found(client, Around(today=TODAY, referrers=(2, 3))) == []


@pytest.mark.parametrize(
    ("relation", "is_refused"), [(Relation.HUSBAND, True), (Relation.WIFE, False)]
)
def test_two_cannot_be_the_husband_of_each_other(relation: Relation, *, is_refused: bool) -> None:
    person = Person(client_id=1, relation=relation, also_client_id=2)

    assert bool(found(person, Around(today=TODAY, husbands=frozenset({1})))) is is_refused


@pytest.mark.parametrize("digits", ["1380013800", "王姐", "138001380001", "138", "138001"])
def test_what_is_no_phone_number_may_stand(digits: str) -> None:
    (finding,) = check(Phone(digits=digits), Around(today=TODAY))

    assert (finding.code, finding.severity) == (Fault.NOT_A_PHONE, Severity.DOUBTFUL)


def test_what_stands_in_the_book_is_not_held_against_another_edit() -> None:
    known = Visit(id=3, on=TOMORROW, notes="记" * (NOTES_LIMIT + 10))
    edited = Visit(id=3, on=TOMORROW, notes="记" * (NOTES_LIMIT + 9), doctor="陈")
    longer = Visit(id=3, on=dt.date(2027, 1, 1), notes="记" * (NOTES_LIMIT + 11))

    assert found(edited, Around(today=TODAY, known=known)) == []
    assert found(longer, Around(today=TODAY, known=known)) == [
        (Fault.TOO_LONG, "notes"),
        (Fault.IN_FUTURE, "on"),
    ]


@pytest.mark.parametrize(
    ("typed", "keeps_lines", "kept"),
    [
        ("王\u200b姐\ufeff", False, "王姐"),
        ("a\x00b\x1fc\x85d", False, "abc d"),
        ("一\r\n二\u2028三\t四", True, "一\n二\n三\t四"),
        ("一\r\n二\u2028三\t四", False, "一 二 三 四"),
        ("\u202e倒\u2069\u200f", True, "倒"),
        ("坏\ud83d", False, "坏"),
        ("𠮷㛃👨‍👩‍👧☕️🏴\U000e0067\U000e007f", False, "𠮷㛃👨‍👩‍👧☕️🏴\U000e0067\U000e007f"),
        ("王\u200d姐", False, "王姐"),
        ("❤️‍🔥👩🏽‍⚕️", False, "❤️‍🔥👩🏽‍⚕️"),
    ],
)
def test_only_what_cannot_be_seen_is_left_out(typed: str, kept: str, *, keeps_lines: bool) -> None:
    assert cleaned_text(typed, keeps_lines=keeps_lines) == kept


def test_a_cleaned_text_is_noted_at_its_field() -> None:
    client = Client(name="王\u200b姐", notes="一\n二")

    assert found(client) == [(Fault.CLEANED, "name")]
    assert cleaned(client) == Client(name="王姐", notes="一\n二")


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("138 0013-8000", "13800138000"),
        ("+86 138 0013 8000", "13800138000"),
        ("１３８００１３８０００", "13800138000"),
        ("(020) 8888 6666", "02088886666"),
        ("+49 151 12345678", "+4915112345678"),
        ("办公室 8000", "办公室 8000"),
    ],
)
def test_a_number_is_kept_as_it_is_looked_for(typed: str, kept: str) -> None:
    phone = Phone(digits=typed)

    assert cleaned(phone).digits == kept
    assert (Fault.CLEANED, "digits") not in found(phone)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"bought": 3}, "bought"),
        ({"used": 6}, "used"),
        ({"bought": 4}, None),
        ({"used": 5}, None),
        ({"project": "光子"}, None),
    ],
)
def test_sessions_are_told_at_the_number_that_was_changed(
    facts: dict[str, Any], field: str | None
) -> None:
    known = Package(id=1, bought=5, used=4)

    findings = check(replace(known, **facts), Around(today=TODAY, known=known))

    assert [each.field for each in findings] == ([field] if field else [])


def test_a_package_that_came_in_with_too_many_used_can_be_put_right() -> None:
    known = Package(id=1, bought=2, used=4)

    left = check(replace(known, expires_on=TOMORROW), Around(today=TODAY, known=known))

    assert left == ()
