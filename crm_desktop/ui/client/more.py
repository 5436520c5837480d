"""What is looked up more rarely: numbers and cards, activities, points, consents, sources."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.records import (
    ActivityGuest,
    ClinicCard,
    Consent,
    FactSource,
    Phone,
    PointsEntry,
    PointsKind,
)
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.labels import label


class NumbersCard(FileCard):
    """Phones and clinic cards."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Phones and cards"), shown, parent)
        empty = self.tr("No phone known yet.")
        self.phones = RecordList(shown, self._blank_phone, empty=empty)
        self.cards = RecordList(shown, self._blank_card)
        self.offer(self.tr("Phone"), self.phones)
        self.offer(self.tr("Clinic card"), self.cards)

    @override
    def show_file(self) -> None:
        self.phones.show_records(self.shown.folder.phones)
        self.cards.show_records(self.shown.folder.cards)

    def _blank_phone(self) -> Phone:
        is_first = not self.shown.folder.phones
        return Phone(client_id=self.shown.client_id, is_main=is_first)

    def _blank_card(self) -> ClinicCard:
        return ClinicCard(client_id=self.shown.client_id)


class ActivitiesCard(FileCard):
    """Activities she was invited to, and her points."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Activities and points"), shown, parent)
        empty = self.tr("Not invited to anything yet.")
        self.guests = RecordList(shown, self._blank_guest, at_first=2, empty=empty)
        self.points = RecordList(shown, self._blank_points, at_first=2)
        self._balance = label("", Role.SECOND)
        self.put_action(self._balance)
        self.body.addWidget(self.guests)
        self.offer(self.tr("Points"), self.points)

    @override
    def show_file(self) -> None:
        folder = self.shown.folder
        self.guests.show_records([guest for guest, _ in reversed(folder.guests)])
        self.points.show_records(tuple(reversed(folder.points)))
        balance = sum(_worth(entry) for entry in folder.points)
        words = self.tr("{points} points").format(points=f"{balance:,}")
        self._balance.setText(words if folder.points else "")

    def _blank_guest(self) -> ActivityGuest:
        return ActivityGuest(client_id=self.shown.client_id)

    def _blank_points(self) -> PointsEntry:
        return PointsEntry(client_id=self.shown.client_id, on=self.shown.today)


class PapersCard(FileCard):
    """Consents, and where late facts come from."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Consents and sources"), shown, parent)
        empty = self.tr("No consent noted yet.")
        self.consents = RecordList(shown, self._blank_consent, at_first=2, empty=empty)
        self.sources = RecordList(shown, self._blank_source, at_first=2)
        self.offer(self.tr("Consent"), self.consents)
        self.offer(self.tr("Source"), self.sources)

    @override
    def show_file(self) -> None:
        self.consents.show_records(tuple(reversed(self.shown.folder.consents)))
        self.sources.show_records(tuple(reversed(self.shown.folder.sources)))

    def _blank_consent(self) -> Consent:
        return Consent(client_id=self.shown.client_id, given_on=self.shown.today)

    def _blank_source(self) -> FactSource:
        return FactSource(client_id=self.shown.client_id, learnt_on=self.shown.today)


def _worth(entry: PointsEntry) -> int:
    return entry.points if entry.kind is PointsKind.EARNED else -abs(entry.points)
