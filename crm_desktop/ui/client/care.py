"""Talks, promises and complaints."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.records import (
    Complaint,
    ComplaintState,
    Contact,
    Promise,
    PromiseState,
)
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.shown import Shown


class TalksCard(FileCard):
    """Calls, messages and meetings, the last one first."""

    tables = frozenset({"contact"})
    is_reused = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Talks"), shown, parent)
        empty = self.tr("No talk noted yet.")
        self.talks = RecordList(shown, self._blank, at_first=1, empty=empty)
        self.lift_more(self.talks)
        self.offer(self.tr("Talk"), self.talks)

    @override
    def show_file(self) -> None:
        self.talks.show_records(tuple(reversed(self.shown.folder.contacts)))
        self.say_count(len(self.shown.folder.contacts))

    def _blank(self) -> Contact:
        return Contact(client_id=self.shown.client_id, on=self.shown.today)


class PromisesCard(FileCard):
    """What she was promised, what is still to be kept first."""

    tables = frozenset({"promise"})
    is_reused = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Promises"), shown, parent)
        empty = self.tr("Nothing promised.")
        self.promises = RecordList(shown, self._blank, at_first=2, empty=empty)
        self.lift_more(self.promises)
        self.offer(self.tr("Promise"), self.promises)

    @override
    def show_file(self) -> None:
        promises = self.shown.folder.promises
        ordered = sorted(promises, key=_promise_place)
        self.promises.show_records(ordered)
        self.say_count(sum(promise.state is PromiseState.OPEN for promise in promises))

    def _blank(self) -> Promise:
        return Promise(client_id=self.shown.client_id, made_on=self.shown.today)


class ComplaintsCard(FileCard):
    """Complaints, what is not settled first."""

    tables = frozenset({"complaint"})
    is_reused = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Complaints"), shown, parent)
        empty = self.tr("She never complained.")
        self.complaints = RecordList(shown, self._blank, at_first=2, empty=empty)
        self.lift_more(self.complaints)
        self.offer(self.tr("Complaint"), self.complaints)

    @override
    def show_file(self) -> None:
        complaints = self.shown.folder.complaints
        ordered = sorted(complaints, key=_complaint_place)
        self.complaints.show_records(ordered)
        self.say_count(len(complaints))

    def _blank(self) -> Complaint:
        return Complaint(client_id=self.shown.client_id, on=self.shown.today)


def _promise_place(promise: Promise) -> tuple[bool, str, int]:
    due = "9" if promise.due_on is None else promise.due_on.isoformat()
    return promise.state is not PromiseState.OPEN, due, -promise.id


def _complaint_place(complaint: Complaint) -> tuple[bool, int]:
    return complaint.state is ComplaintState.CLOSED, -complaint.on.toordinal()
