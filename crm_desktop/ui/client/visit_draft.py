"""VisitDraft: one visit with what was done and paid, noted in one go and taken back in one."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Final

from typing_extensions import override

from crm_desktop.domain.records import Bill, Change, Visit
from crm_desktop.services.records import Record
from crm_desktop.ui.client.bill_draft import LinesDraft, some
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.shown import Shown

_FIRST: Final = ("on", "type", "doctor", "satisfaction")
_LAST: Final = ("notes", "next_step", "next_on")


class VisitDraft(LinesDraft):
    """Day and type, the lines, what was talked about and what comes next.

    Attributes:
        after: the fields under the lines.
    """

    def __init__(self, record: Record, shown: Shown) -> None:
        self.after = RecordForm(record, some(Visit, _LAST), shown)
        super().__init__(record, shown, some(Visit, _FIRST), self.after)

    @override
    def work(self, bills: Sequence[Bill]) -> Callable[[], Change] | None:
        visit = _joined(self.form.record, self.after.record)
        if visit is None:
            return None
        dated = [replace(bill, on=visit.on) for bill in bills]
        return partial(self._shown.desk.book.visits.record, visit, dated)


def _joined(first: Record, last: Record) -> Visit | None:
    """Return the visit of both forms."""
    if not isinstance(first, Visit) or not isinstance(last, Visit):
        return None
    return replace(first, notes=last.notes, next_step=last.next_step, next_on=last.next_on)
