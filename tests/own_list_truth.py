"""The own-list sample's truth against a book: `export OUT.json` clients, field by field."""

import json
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

Told = Mapping[str, Any]


def truth_of(shared_data: pathlib.Path) -> list[Told]:
    """Return the clients of the truth, in the order of the sample's rows."""
    text = (shared_data / "clinic" / "own_list.truth.json").read_text(encoding="utf-8")
    clients: list[Told] = json.loads(text)["clients"]
    return clients


def compared(clients: Sequence[Told], truth: Sequence[Told]) -> Iterator[tuple[str, bool]]:
    """Yield (phone and field, right) for every field the truth speaks of.

    `clients` are those of the owner's JSON; they are found by phone, as names repeat.
    """
    by_phone = {phone: client for client in clients for phone in client["phones"]}
    for expected in truth:
        client = by_phone.get(expected["phone"])
        pairs = {} if client is None else _pairs(client, expected)
        for field in _pairs_of_nobody(expected):
            ours, theirs = pairs.get(field, (None, "missing"))
            yield f"{expected['phone']} {field}", ours == theirs


def share(clients: Sequence[Told], truth: Sequence[Told]) -> float:
    """Return the part of the fields that are right, 0 to 1."""
    answers = [right for _field, right in compared(clients, truth)]
    return sum(answers) / len(answers)


def _pairs_of_nobody(expected: Told) -> list[str]:
    return [*(key for key in expected if key != "husband"), "husband", "husband_job",
            "husband_income", "husband_birthday", "husband_name"]  # fmt: skip


def _pairs(client: Told, truth: Told) -> dict[str, tuple[object, object]]:
    return {
        "name": (client["name"], truth["name"]),
        "phone": (client["phones"], [truth["phone"]]),
        "birthday": (_days(client, "birthday"), _expected(truth["birthday"])),
        "wedding": (_days(client, "wedding"), _iso(truth["wedding"])),
        "children": (
            [
                (child["nickname"] or "", _days(child, "birthday"))
                for child in _family(client, "child")
            ],
            [(child["label"], _expected(child)) for child in truth["children"]],
        ),
        "children_count": (client["children_count"], truth["children_count"]),
        "income": (client["income"], truth["income"]),
        "job": (client["occupation"], truth["job"]),
        "address": (client["address"], truth["address"]),
        "personality": (client["personality"], truth["personality"]),
        "wechat": (client["wechat"], truth["wechat"]),
        "qq": (client["qq"], truth["qq"]),
        "completed": (
            [(done["project"], done["times"]) for done in client["completed"]],
            [(done["project"], done["times"]) for done in truth["completed"]],
        ),
        "potential": ([wish["project"] for wish in client["potential"]], truth["potential"]),
        "gifts": (len(client["gifts"]), truth["gifts"]),
        "visits": (client["visits_stated"], truth["visits"]),
        **_husband(client, truth),
    }


def _husband(client: Told, truth: Told) -> dict[str, tuple[object, object]]:
    nobody: Told = {"occupation": None, "income": None, "name": None, "dates": []}
    husbands = _family(client, "husband")
    ours = husbands[0] if husbands else nobody
    theirs = truth["husband"] or {"job": None, "income": None, "name": None, "birthday": None}
    return {
        "husband": (len(husbands), int(truth["husband"] is not None)),
        "husband_job": (ours["occupation"], theirs["job"]),
        "husband_income": (ours["income"], theirs["income"]),
        "husband_name": (ours["name"], theirs["name"]),
        "husband_birthday": (_days(ours, "birthday"), _expected(theirs["birthday"])),
    }


def _family(client: Told, relation: str) -> list[Told]:
    return [person for person in client["family"] if person["relation"] == relation]


def _days(one: Told, kind: str) -> list[object]:
    return [
        (day["calendar"], day["year"], day["month"], day["day"], day["leap"])
        for day in one["dates"]
        if day["kind"] == kind
    ]


def _expected(fact: Told | None) -> list[object]:
    if fact is None:
        return []
    leap = fact.get("leap", False)
    return [(fact["calendar"], fact["year"], fact["month"], fact["day"], leap)]


def _iso(day: str | None) -> list[object]:
    if day is None:
        return []
    year, month, date = map(int, day.split("-"))
    return [("solar", year, month, date, False)]
