"""HeadMenu: what is done with a client as a whole, more rarely."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from crm_desktop.ui.client.shown import Shown
from crm_desktop.ui.icons import Icon, icon


class HeadMenu(QMenu):
    """Greeting, duplicates, the states that stop reminders, the trash; said by how she stands."""

    def __init__(self, shown: Shown, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._add(Icon.MESSAGE, self._on_greeting).setText(self.tr("Write a greeting"))
        self._add(Icon.MERGE, self._on_duplicates).setText(self.tr("Is she in the book twice?"))
        self._add(Icon.BELL, self._on_check).setText(self.tr("Check her reminders"))
        self.history = self._add(Icon.HISTORY, None)
        self.history.setText(self.tr("History of the file"))
        self.addSeparator()
        self._quiet = self._add(Icon.BELL_OFF, self._on_quiet)
        self._archive = self._add(Icon.ARCHIVE, self._on_archive)
        self._death = self._add(Icon.FLOWER, self._on_death)
        self.addSeparator()
        self._trash = self._add(Icon.TRASH, self._on_trash)

    def show_file(self) -> None:
        """Say what each would do now."""
        client = self._shown.file.client
        self._quiet.setText(
            self.tr("May be contacted again")
            if client.do_not_contact
            else self.tr("Do not contact: stops every reminder")
        )
        self._archive.setText(
            self.tr("Take out of the archive")
            if client.archived_on
            else self.tr("Archive: stops every reminder")
        )
        self._death.setText(
            self.tr("She is alive")
            if client.deceased_on
            else self.tr("She died: stops every reminder")
        )
        self._trash.setText(
            self.tr("Take out of the trash")
            if client.trashed_on
            else self.tr("Into the trash: kept for 30 days")
        )

    def _add(self, symbol: Icon, act: Callable[[], None] | None) -> QAction:
        action = QAction(icon(symbol), "", self)
        if act is not None:
            action.triggered.connect(act)
        self.addAction(action)
        return action

    def _on_greeting(self) -> None:
        self._shown.desk.routes.greeting_wanted.emit(self._shown.client_id, None)

    def _on_duplicates(self) -> None:
        self._shown.desk.routes.duplicates_wanted.emit(self._shown.client_id)

    def _on_check(self) -> None:
        self._shown.desk.routes.check_wanted.emit(self._shown.client_id)

    def _on_quiet(self) -> None:
        client = self._shown.file.client
        self._shown.change(client, replace(client, do_not_contact=not client.do_not_contact))

    def _on_archive(self) -> None:
        is_archived = self._shown.file.client.archived_on is not None
        self._shown.archive(None if is_archived else self._shown.today)

    def _on_death(self) -> None:
        client = self._shown.file.client
        died_on = None if client.deceased_on else self._shown.today
        self._shown.change(client, replace(client, deceased_on=died_on))

    def _on_trash(self) -> None:
        is_trashed = self._shown.file.client.trashed_on is not None
        self._shown.trash(None if is_trashed else self._shown.today)
