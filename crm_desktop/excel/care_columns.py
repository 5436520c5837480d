"""Sheets 到院消费, 项目 and 回访: what was done, what may be done, what was said."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from crm_desktop.domain.client_folder import ClientFolder
from crm_desktop.domain.records import Bill, Visit
from crm_desktop.excel import words
from crm_desktop.excel.columns import WHOSE, Cell, Column, Kind, Sheet, SheetRow

_VISITS: Final = (
    WHOSE,
    Column(name="on", header="日期", kind=Kind.DATE),
    Column(name="type", header="到院类型", kind=Kind.CHOICE, width=10, choices="visit"),
    Column(name="order_number", header="单号", width=16),
    Column(name="bill_kind", header="收费类型", kind=Kind.CHOICE, width=10, choices="bill"),
    Column(name="project", header="项目", width=22),
    Column(name="category", header="类别"),
    Column(name="quantity", header="数量", kind=Kind.COUNT, width=8),
    Column(name="list_price", header="原价", kind=Kind.MONEY, hint="元"),
    Column(name="paid", header="实付", kind=Kind.MONEY, hint="元"),
    Column(name="doctor", header="医生", width=10),
    Column(name="satisfaction", header="满意度", kind=Kind.COUNT, width=8, hint="1 到 5"),
    Column(name="notes", header="沟通内容", kind=Kind.NOTE, width=36),
    Column(name="next_step", header="下一步", kind=Kind.NOTE, width=24),
    Column(name="next_on", header="下次日期", kind=Kind.DATE),
)


def _visits(folder: ClientFolder) -> Iterator[SheetRow]:
    """Yield a row a bill; what belongs to the visit stands on the first row of the visit."""
    bills: defaultdict[int | None, list[Bill]] = defaultdict(list)
    for bill in folder.bills:
        bills[bill.visit_id].append(bill)
    name = folder.client.name
    for visit in folder.visits:
        mine = bills.pop(visit.id, [])
        head = (name, visit.on, words.word(words.VISIT, visit.type))
        tail = _visit_cells(visit)
        if not mine:
            yield f"v{visit.id}", (*head, *_NO_BILL, *tail)
        for bill in mine:
            yield f"v{visit.id}/b{bill.id}", (*head, *_bill_cells(bill), *tail)
            tail = _NO_VISIT
    for rest in bills.values():
        for bill in rest:
            yield f"b{bill.id}", (name, bill.on, "", *_bill_cells(bill), *_NO_VISIT)


_NO_BILL: Final[tuple[Cell, ...]] = (None,) * 7
_NO_VISIT: Final[tuple[Cell, ...]] = (None,) * 5


def _bill_cells(bill: Bill) -> tuple[Cell, ...]:
    return (
        bill.order_number,
        words.BILL[bill.kind],
        bill.project,
        bill.category,
        bill.quantity,
        bill.list_price,
        bill.paid,
    )


def _visit_cells(visit: Visit) -> tuple[Cell, ...]:
    return (visit.doctor, visit.satisfaction, visit.notes, visit.next_step, visit.next_on)


VISITS: Final = Sheet(key="visit", title="到院消费", columns=_VISITS, rows=_visits)

_PROJECTS: Final = (
    WHOSE,
    Column(name="kind", header="类别", kind=Kind.CHOICE, width=10, choices="project"),
    Column(name="project", header="项目", width=22),
    Column(name="times", header="次数", kind=Kind.COUNT, width=8),
    Column(name="used", header="已用", kind=Kind.COUNT, width=8),
    Column(name="left", header="剩余", kind=Kind.COUNT, width=8, is_derived=True),
    Column(name="on", header="日期", kind=Kind.DATE),
    Column(name="expires_on", header="到期日", kind=Kind.DATE),
    Column(name="amount", header="金额", kind=Kind.MONEY, hint="元;可开发项目填预算"),
    Column(name="state", header="预付款状态", kind=Kind.CHOICE, choices="deposit"),
    Column(name="interest", header="意向", kind=Kind.COUNT, width=8, hint="1 到 5"),
    Column(name="obstacle", header="顾虑", width=20),
    Column(name="idea_from", header="由来", width=14),
    Column(name="next_step", header="下一步", kind=Kind.NOTE, width=24),
    Column(name="next_on", header="下次日期", kind=Kind.DATE),
    Column(name="closed_on", header="结束日期", kind=Kind.DATE),
    Column(name="doctor", header="医生", width=10),
    Column(name="notes", header="备注", kind=Kind.NOTE, width=30),
)


def _projects(folder: ClientFolder) -> Iterator[SheetRow]:
    """Yield done projects, wishes, packages and deposits, each with the cells it has."""
    for part, facts in _project_facts(folder):
        facts["client"] = folder.client.name
        yield part, tuple([facts.get(column.name) for column in _PROJECTS])


def _project_facts(folder: ClientFolder) -> Iterator[tuple[str, dict[str, Cell]]]:
    for done in folder.completed:
        yield (
            f"c{done.id}",
            {
                "kind": words.DONE,
                "project": done.project,
                "times": done.times,
                "on": done.on,
                "doctor": done.doctor,
                "notes": done.notes,
            },
        )
    for wish in folder.potential:
        yield (
            f"w{wish.id}",
            {
                "kind": words.WISH,
                "project": wish.project,
                "amount": wish.budget,
                "interest": wish.interest,
                "obstacle": wish.obstacle,
                "idea_from": wish.idea_from,
                "next_step": wish.next_step,
                "next_on": wish.next_on,
                "closed_on": wish.closed_on,
            },
        )
    yield from _prepaid_facts(folder)


def _prepaid_facts(folder: ClientFolder) -> Iterator[tuple[str, dict[str, Cell]]]:
    for package in folder.packages:
        yield (
            f"k{package.id}",
            {
                "kind": words.PACKAGE,
                "project": package.project,
                "times": package.bought,
                "used": package.used,
                "left": package.left,
                "on": package.bought_on,
                "expires_on": package.expires_on,
                "amount": package.paid,
            },
        )
    for deposit in folder.deposits:
        yield (
            f"d{deposit.id}",
            {
                "kind": words.DEPOSIT_LINE,
                "project": deposit.project,
                "on": deposit.on,
                "amount": deposit.amount,
                "state": words.DEPOSIT[deposit.state],
                "notes": deposit.notes,
            },
        )


PROJECTS: Final = Sheet(key="project", title="项目", columns=_PROJECTS, rows=_projects)

_FOLLOW_UPS: Final = (
    WHOSE,
    Column(name="kind", header="类别", kind=Kind.CHOICE, width=8, choices="follow_up"),
    Column(name="on", header="日期", kind=Kind.DATE, hint="承诺填兑现期限"),
    Column(name="channel", header="方式", width=10),
    Column(name="content", header="内容", kind=Kind.NOTE, width=36),
    Column(name="outcome", header="结果", kind=Kind.NOTE, width=24),
    Column(name="next_on", header="下次日期", kind=Kind.DATE),
    Column(name="state", header="状态", kind=Kind.CHOICE, width=10, choices="follow_up_state"),
    Column(name="direction", header="对象", width=12),
    Column(name="severity", header="程度", kind=Kind.COUNT, width=8, hint="1 到 5"),
)


def _follow_ups(folder: ClientFolder) -> Iterator[SheetRow]:
    """Yield contacts, promises and complaints."""
    name = folder.client.name
    for contact in folder.contacts:
        said = (contact.channel, contact.notes, contact.outcome, contact.next_on)
        yield f"t{contact.id}", (name, words.CONTACT, contact.on, *said, "", "", None)
    for promise in folder.promises:
        said_so = ("", promise.what, "", None, words.PROMISE[promise.state])
        yield f"m{promise.id}", (name, words.PROMISED, promise.due_on, *said_so, "", None)
    for case in folder.complaints:
        told = ("", case.what, case.resolution, None, words.COMPLAINT[case.state])
        end = (case.direction, case.severity)
        yield f"x{case.id}", (name, words.COMPLAINED, case.on, *told, *end)


FOLLOW_UPS: Final = Sheet(key="follow_up", title="回访", columns=_FOLLOW_UPS, rows=_follow_ups)
