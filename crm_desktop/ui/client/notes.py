"""Notes: what she knows of a client in free words, for everybody's eyes or her own."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.profile_facts import NOTES
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.sources import Sources


class NotesCard(FileCard):
    """Her notes, and those that are never exported."""

    tables = frozenset({"client", "fact_source"})
    is_reused = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Notes"), shown, parent)
        self.form = RecordForm(shown.file.client, NOTES, shown)
        self.form.keep()
        self._sources = Sources(self.form, shown)
        self.body.addWidget(self.form)

    @property
    @override
    def is_bare(self) -> bool:
        client = self.shown.file.client
        return not client.notes and not client.private_notes

    @override
    def show_file(self) -> None:
        self.form.show_record(self.shown.file.client)
        self._sources.show_file()

    @override
    def forget(self) -> bool:
        self.form.commit()
        return super().forget()

    @override
    def begin(self) -> None:
        self.form.begin()
