"""What is looked up more rarely: numbers and cards, consents, where facts come from."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.domain.records import (
    ClinicCard,
    Consent,
    FactSource,
    Phone,
)
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.listed import RecordList
from crm_desktop.ui.client.shown import Shown


class NumbersCard(FileCard):
    """Phones and clinic cards."""

    tables = frozenset({"phone", "clinic_card"})
    is_reused = True

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


class PapersCard(FileCard):
    """Consents, and where late facts come from."""

    tables = frozenset({"consent", "fact_source"})
    is_reused = True

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
