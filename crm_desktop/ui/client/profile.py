"""Her own facts: every field of the client, and the history of the file."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from crm_desktop.services.client_history import HistoryEntry
from crm_desktop.ui.client.card import FileCard
from crm_desktop.ui.client.form import RecordForm
from crm_desktop.ui.client.profile_facts import PROFILE
from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.client.sources import Sources
from crm_desktop.ui.client.story import told
from crm_desktop.ui.theme.roles import Role
from crm_desktop.ui.widgets.buttons import button
from crm_desktop.ui.widgets.labels import label, wrapped

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


class HistoryCard(FileCard):
    """What was written about her, newest first; read only when she asks for it."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("History of the file"), shown, parent)
        self._show = button(self.tr("Show"), Role.LINK)
        self._show.setAccessibleName(self.tr("Show the history of the file"))
        self._show.clicked.connect(self._on_show)
        self.put_action(self._show)
        self._is_shown = False
        self._client_id = 0

    @override
    def show_file(self) -> None:
        if self._client_id != self.shown.client_id:
            self._client_id = self.shown.client_id
            self._is_shown = False
            self._clear()
        self._show.setText(self.tr("Hide") if self._is_shown else self.tr("Show"))
        if self._is_shown:
            self._read()

    def open(self) -> None:
        """Show the history."""
        if not self._is_shown:
            self._on_show()

    def _on_show(self) -> None:
        self._is_shown = not self._is_shown
        self._clear()
        self.show_file()

    def _read(self) -> None:
        work = partial(self.shown.clients.history, self._client_id, _AT_MOST)
        self.shown.desk.jobs.run(self, work, self._on_read)

    def _on_read(self, entries: Sequence[HistoryEntry]) -> None:
        self._clear()
        for entry in entries:
            when, what = told(entry)
            head = label(when, Role.HINT)
            head.setIndent(_SIDE)
            line = wrapped(what)
            line.setContentsMargins(_SIDE, 0, _SIDE, 4)
            self.body.addWidget(head)
            self.body.addWidget(line)
        if not entries:
            nothing = label(self.tr("Nothing was written here by hand yet."), Role.SECOND)
            nothing.setContentsMargins(_SIDE, 0, 0, 0)
            self.body.addWidget(nothing)

    def _clear(self) -> None:
        while (item := self.body.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
