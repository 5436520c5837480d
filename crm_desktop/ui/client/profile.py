"""Her own facts: every field of the client that stands nowhere else."""

from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.profile_facts import PROFILE
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.sources import Sources

_COLUMNS: Final = 4
_AT_MOST: Final = 100
_SIDE: Final = 8


class ProfileCard(FileCard):
    """Every field of hers, saved as it is left."""

    tables = frozenset({"client", "fact_source"})
    is_reused = True
    stays = True

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Her own facts"), shown, parent)
        self.form = RecordForm(shown.file.client, PROFILE, shown, _COLUMNS)
        self.form.keep()
        self._sources = Sources(self.form, shown)
        self.body.addWidget(self.form)

    @override
    def show_file(self) -> None:
        self.form.show_record(self.shown.file.client)
        self._sources.show_file()

    @override
    def forget(self) -> bool:
        self.form.commit()
        return super().forget()
