"""The owner's JSON: the contract of the ways in and out, over a client with everything."""

import json
import pathlib
from typing import Any

import pytest

from crm_desktop.database import Database
from crm_desktop.domain.errors import Cancelled
from crm_desktop.domain.records import Gift, Supplier
from crm_desktop.services.exports import Exports
from crm_desktop.services.journal import Journal
from crm_desktop.services.records import put
from tests import builders
from tests.fakes import FixedClock
from tests.services.export_book import fill

KEYS = [
    "id",
    "name",
    "display_name",
    "sex",
    "phones",
    "wechat",
    "qq",
    "occupation",
    "income",
    "address",
    "personality",
    "preferences",
    "taboos",
    "notes",
    "tags",
    "source",
    "referred_by",
    "cards",
    "tier",
    "vip",
    "lead_state",
    "archived",
    "dates",
    "children_count",
    "family",
    "completed",
    "potential",
    "packages",
    "gifts",
    "visits",
    "visits_stated",
    "paid_total",
    "contacts",
    "promises",
    "complaints",
]


@pytest.fixture
def path(tmp_path: pathlib.Path) -> pathlib.Path:
    return tmp_path / "all.json"


@pytest.fixture
def document(
    book_database: Database, journal: Journal, clock: FixedClock, path: pathlib.Path
) -> dict[str, Any]:
    fill(journal)
    Exports(book_database, journal).owner_json(path, now=clock.now())
    found: dict[str, Any] = json.loads(path.read_bytes())
    return found


def test_the_document_names_schema_and_time_and_has_everyone(document: dict[str, Any]) -> None:
    assert document["schema"] == 1
    assert document["exported_at"] == "2026-11-22T09:00:00+08:00"
    assert [client["name"] for client in document["clients"]] == ["王雅琴", "李兰", "孙旧客"]
    assert [client["archived"] for client in document["clients"]] == [False, False, True]


def test_every_client_has_the_keys_of_the_contract_in_their_order(
    document: dict[str, Any],
) -> None:
    for client in document["clients"]:
        assert list(client)[: len(KEYS)] == KEYS


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("id", 1),
        ("display_name", "王姐"),
        ("sex", "female"),
        ("phones", ["13800138000", "02788881234"]),
        ("income", 350_000),
        ("preferences", "百合、普洱茶"),
        ("taboos", "香菜、芒果过敏、海鲜过敏"),
        ("tags", ["老客", "抗衰"]),
        ("referred_by", "李兰"),
        ("cards", [{"source": "clinic", "number": "C00018"}]),
        ("tier", "A"),
        ("vip", True),
        ("lead_state", "sold"),
        ("children_count", 2),
        ("visits_stated", 8),
        ("paid_total", 17_800.45),
        ("private_notes", "前夫还在纠缠"),
        ("need_tags", ["抗衰"]),
    ],
)
def test_values_of_the_client(document: dict[str, Any], key: str, value: object) -> None:
    assert document["clients"][0][key] == value


@pytest.mark.parametrize(
    ("key", "place", "facts"),
    [
        (
            "dates",
            0,
            {"kind": "birthday", "calendar": "lunar", "year": 1972, "month": 1, "day": 8}
            | {"leap": False, "label": None, "main": True},
        ),
        ("dates", 3, {"kind": "valued", "label": "开店", "year": None, "month": 8, "day": 18}),
        (
            "family",
            0,
            {"relation": "husband", "nickname": "老公", "name": "赵建国", "occupation": "主播"}
            | {"income": 6_543_210, "knows": "no", "preferences": "钓鱼", "taboos": None},
        ),
        ("family", 1, {"relation": "child", "nickname": "大宝", "name": None, "income": None}),
        ("completed", 0, {"project": "双眼皮", "times": 2, "on": None}),
        ("potential", 0, {"project": "隆鼻", "interest": 4, "budget": 30_000, "obstacle": "怕疼"}),
        ("packages", 0, {"project": "光子嫩肤", "bought": 10, "used": 4, "left": 6}),
        ("deposits", 0, {"project": "皮秒", "amount": 500, "state": "deposit"}),
        (
            "gifts",
            0,
            {"item": "百合花束", "cost": 168, "on": "2025-03-01", "month_only": True}
            | {"recipient": "client", "recipient_name": "王姐"},
        ),
        ("gifts", 1, {"recipient": "husband", "cost": None, "state": "ordered"}),
        ("visits", 0, {"on": "2026-03-01", "type": "first", "notes": "聊了抗衰"}),
        ("visits", 1, {"on": "2026-11-20", "type": "check", "notes": None, "bills": []}),
        ("loose_bills", 0, {"kind": "refund", "paid": 200.05, "project": "水光"}),
        ("contacts", 0, {"on": "2026-11-20", "channel": "电话", "outcome": "考虑中"}),
        ("promises", 0, {"what": "留一张体验卡", "due_on": "2026-11-20", "state": "open"}),
        ("complaints", 0, {"direction": "前台", "severity": 2, "state": "open"}),
        ("consents", 0, {"given_on": "2026-11-20", "purpose": "生日祝福"}),
        ("activities", 0, {"activity": "周年沙龙", "state": "invited", "spent": 880}),
        ("points", 0, {"points": 1_680, "kind": "earned"}),
        ("attachments", 0, {"title": "百合花束", "kind": "photo", "taken_on": "2026-11-20"}),
        ("learnt", 0, {"field": "income", "on": "2026-11-20", "from": "闲聊"}),
    ],
)
def test_facts_below_the_client(
    document: dict[str, Any], key: str, place: int, facts: dict[str, object]
) -> None:
    found = document["clients"][0][key][place]

    assert {name: found[name] for name in facts} == facts


def test_bills_stand_in_their_visit_and_people_have_their_dates(document: dict[str, Any]) -> None:
    client = document["clients"][0]

    bills = client["visits"][0]["bills"]
    husband = client["family"][0]["dates"]

    assert [(bill["project"], bill["paid"], bill["list_price"]) for bill in bills] == [
        ("热玛吉", 16_800.5, 20_000),
        ("水光", 1_200, None),
    ]
    assert bills[0]["category"] == "抗衰"
    assert bills[0]["quantity"] == 1
    assert [(date["month"], date["day"], date["year"]) for date in husband] == [(11, 18, None)]
    assert len(client["dates"]) == 4


def test_of_a_plain_client_everything_is_null_or_an_empty_list(document: dict[str, Any]) -> None:
    plain = document["clients"][1]

    known = {key: value for key, value in plain.items() if value or type(value) is int}

    assert known == {"id": 2, "name": "李兰", "paid_total": 0, "uid": "uid-2"}


def test_an_empty_book_is_a_document_too(
    book_database: Database, journal: Journal, clock: FixedClock, path: pathlib.Path
) -> None:
    report = Exports(book_database, journal).owner_json(path, now=clock.now())

    assert json.loads(path.read_bytes())["clients"] == []
    assert report.clients == 0


def test_a_stopped_export_leaves_the_older_file(
    document: dict[str, Any],
    book_database: Database,
    journal: Journal,
    clock: FixedClock,
    path: pathlib.Path,
) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        Exports(book_database, journal).owner_json(path, now=clock.now(), progress=stop)

    assert json.loads(path.read_bytes()) == document
    assert [found.name for found in path.parent.glob("*.part")] == []


def test_where_gifts_come_from_stands_at_the_end_by_the_number_they_name(
    book_database: Database, journal: Journal, clock: FixedClock, path: pathlib.Path
) -> None:
    with journal.change("gift.add") as work:
        shop = put(work.session, Supplier(name="半山花店", trade="花店", phone="13800002202"))
        gift = Gift(
            client_id=put(work.session, builders.client()),
            item="百合",
            supplier_id=shop,
            confirmed_on=clock.now().date(),
            notes="上午送到",
        )
        put(work.session, gift)

    Exports(book_database, journal).owner_json(path, now=clock.now())

    found = json.loads(path.read_bytes())
    (given,) = found["clients"][0]["gifts"]
    assert (given["supplier"], given["confirmed_on"], given["notes"]) == (
        found["suppliers"][0]["id"],
        "2026-11-22",
        "上午送到",
    )
    assert (found["suppliers"][0]["name"], found["suppliers"][0]["wechat"]) == ("半山花店", None)
