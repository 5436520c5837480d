"""The own-list sample beside its truth: every field of every client, compared one by one."""

import json
import pathlib
from collections.abc import Iterator
from typing import Any

from crm_desktop.domain.dates import DatedFact
from crm_desktop.domain.drafts import ClientDraft, PartnerDraft
from crm_desktop.excel.own_list import OwnList

FIRST_ODD_ROW = 167
FEN = 100


def truth_of(shared_data: pathlib.Path) -> list[dict[str, Any]]:
    """Return the clients of the truth in the order of the sample's rows."""
    text = (shared_data / "clinic" / "own_list.truth.json").read_text(encoding="utf-8")
    clients: list[dict[str, Any]] = json.loads(text)["clients"]
    return clients


def compared(own_list: OwnList, truth: list[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """Yield (name and field, right) for every field the truth speaks of, None included."""
    rows = [row for row in own_list.rows if row.row_number < FIRST_ODD_ROW]
    for row, client in zip(rows, truth, strict=True):
        for field, (ours, theirs) in _pairs(row.draft, client).items():
            yield f"{client['name']} {field}", ours == theirs


def _pairs(draft: ClientDraft, truth: dict[str, Any]) -> dict[str, tuple[object, object]]:
    husband = draft.husband or PartnerDraft()
    theirs = truth["husband"] or {"birthday": None, "job": None, "income": None, "name": None}
    return {
        "name": (draft.name, truth["name"]),
        "phone": (draft.phones, (truth["phone"],)),
        "birthday": (_date(draft.birthday), _told(truth["birthday"])),
        "husband": (draft.husband is None, truth["husband"] is None),
        "husband_birthday": (_date(husband.birthday), _told(theirs["birthday"])),
        "husband_job": (husband.occupation, theirs["job"] or ""),
        "husband_income": (husband.income, _fen(theirs["income"])),
        "children": (
            [(child.label, _date(child.birthday)) for child in draft.children],
            [(child["label"], _told(child)) for child in truth["children"]],
        ),
        "children_count": (draft.children_count, truth["children_count"]),
        "wedding": (_iso(draft.wedding), truth["wedding"]),
        "income": (draft.income, _fen(truth["income"])),
        "job": (draft.occupation, truth["job"]),
        "address": (draft.address, truth["address"]),
        "personality": (draft.personality, truth["personality"]),
        "wechat": (draft.wechat, truth["wechat"]),
        "qq": (draft.qq, truth["qq"]),
        "completed": (
            [(one.project, one.times) for one in draft.completed],
            [(one["project"], one["times"]) for one in truth["completed"]],
        ),
        "potential": (list(draft.potential), truth["potential"]),
        "gifts": (len(draft.gifts), truth["gifts"]),
        "visits": (draft.visits_stated, truth["visits"]),
    }


def _date(fact: DatedFact | None) -> tuple[object, ...] | None:
    if fact is None:
        return None
    return fact.calendar.value, fact.year, fact.month, fact.day, fact.leap


def _told(fact: dict[str, Any] | None) -> tuple[object, ...] | None:
    if fact is None:
        return None
    return fact["calendar"], fact["year"], fact["month"], fact["day"], fact.get("leap", False)


def _iso(fact: DatedFact | None) -> str | None:
    return None if fact is None else fact.raw


def _fen(yuan: int | None) -> int | None:
    return None if yuan is None else yuan * FEN
