"""Activities she was invited to, and her points."""

from functools import partial
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget
from typing_extensions import override

from crm_desktop.domain.points import balance
from crm_desktop.domain.records import Activity, ActivityGuest, PointsEntry
from crm_desktop.services.records import Record
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import LABEL_INDENT, Draft
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.specs import Spec
from crm_desktop.ui.client.when import day_words
from crm_desktop.ui.fields.days import DayField
from crm_desktop.ui.fields.texts import TextField
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.theme.tokens import SPACE_M
from crm_desktop.ui.widgets.elided import ElidedLabel
from crm_desktop.ui.widgets.labels import label
from crm_desktop.ui.widgets.layouts import column, row

_SIDE: Final = 8


class InvitationDraft(Draft):
    """Asks for the activity by name, completed from those there are; a new name is a new one."""

    def __init__(self, record: Record, shown: Shown, specs: tuple[Spec, ...]) -> None:
        super().__init__(record, shown, specs)
        self.name = TextField(self.tr("Activity"))
        self.day = DayField(self.tr("Day of a new activity"), None, shown.today)
        self.name.returnPressed.connect(self.submit, Qt.ConnectionType.QueuedConnection)
        told = [label(words, Role.FIELD_LABEL) for words in (self.tr("Activity"), self.day_words())]
        for each in told:
            each.setIndent(LABEL_INDENT)
        both = QWidget()
        fields = row(spacing=SPACE_M)
        fields.addLayout(column(told[0], self.name, spacing=0), 1)
        fields.addLayout(column(told[1], self.day, spacing=0), 1)
        both.setLayout(fields)
        self.form.hide()
        self.put_more(both)
        activities = shown.desk.book.activities
        shown.desk.jobs.run(self, activities.all, self._on_known)

    def day_words(self) -> str:
        """Return what stands over the day."""
        return self.tr("Day, if it is a new one")

    @override
    def submit(self) -> None:
        self.name.commit()
        self.day.commit()
        if self.name.value():
            self.added.emit(self.form.record)
        else:
            self.name.setFocus()

    def begin(self) -> None:
        """Put the cursor into the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_known(self, activities: tuple[Activity, ...]) -> None:
        completer = QCompleter(list(dict.fromkeys(each.name for each in activities)), self.name)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.name.setCompleter(completer)


class Invitations(RecordList):
    """Her invitations, the latest first."""

    @override
    def add(self) -> None:
        super().add()
        if isinstance(self.draft, InvitationDraft):
            self.draft.begin()

    @override
    def make_draft(self, blank: Record, specs: tuple[Spec, ...]) -> Draft:
        return InvitationDraft(blank, self.shown, specs)

    @override
    def write(self, record: Record, draft: Draft) -> None:
        if isinstance(draft, InvitationDraft):
            invite = self.shown.desk.book.activities.invite
            name, on = draft.name.value(), draft.day.value()
            self.shown.do(partial(invite, (draft.client_id,), name, on))


class ActivitiesCard(FileCard):
    """Both lists on one card; what is left of the points stands in the heading."""

    tables = frozenset({"activity", "activity_guest", "points_entry"})
    is_reused = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Activities and points"), shown, parent)
        self._balance = ElidedLabel("", Role.SECOND)
        self._balance.setContentsMargins(_SIDE, 0, _SIDE, 0)
        self.body.addWidget(self._balance)
        self.guests = Invitations(shown, self._blank_guest)
        self.points = RecordList(shown, self._blank_points, at_first=2)
        self.offer(self.tr("Invitation"), self.guests)
        self.offer(self.tr("Points"), self.points)

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        self.guests.show_records([guest for guest, _ in reversed(folder.guests)])
        self.points.show_records(tuple(reversed(folder.points)))
        self._balance.setText(self._balance_words())
        self._balance.setVisible(bool(folder.points))

    def _balance_words(self) -> str:
        now = balance(self.shown.folder.points, self.shown.today)
        if now.expires_on is None:
            return self.tr("{points} points").format(points=f"{now.left:,}")
        pattern = self.tr("{points} points, {expiring} of them until {day}")
        if now.expiring == now.left:
            pattern = self.tr("{points} points, all of them until {day}")
        day = day_words(now.expires_on, self.shown.today)
        return pattern.format(points=f"{now.left:,}", expiring=f"{now.expiring:,}", day=day)

    def _blank_guest(self) -> ActivityGuest:
        return ActivityGuest(client_id=self.shown.client_id)

    def _blank_points(self) -> PointsEntry:
        return PointsEntry(client_id=self.shown.client_id, on=self.shown.today)
