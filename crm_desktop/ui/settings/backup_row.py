"""One backup in a line: when, what for, how much of what, and what can be done with it."""

import datetime as dt
from typing import Final

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from crm_desktop.services.backup_file import BackupReason
from crm_desktop.services.backups import BackupEntry
from crm_desktop.services.safekeeping import ATTACHMENTS, CLIENTS
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import day_and_relative
from crm_desktop.ui.text.mark import QT_TRANSLATE_NOOP
from crm_desktop.ui.widgets.buttons import IconButton
from crm_desktop.ui.widgets.listing import ListRow

_REASONS: Final = {
    BackupReason.EXIT: QT_TRANSLATE_NOOP("Backups", "when the book was closed"),
    BackupReason.WORK: QT_TRANSLATE_NOOP("Backups", "while you worked"),
    BackupReason.ASKED: QT_TRANSLATE_NOOP("Backups", "you asked for it"),
    BackupReason.IMPORT: QT_TRANSLATE_NOOP("Backups", "before an import"),
    BackupReason.DELETE: QT_TRANSLATE_NOOP("Backups", "after a deletion for good"),
    BackupReason.MIGRATION: QT_TRANSLATE_NOOP("Backups", "before an update"),
    BackupReason.RESTORE: QT_TRANSLATE_NOOP("Backups", "before a restore"),
    BackupReason.ROTATION: QT_TRANSLATE_NOOP("Backups", "after the keys were renewed"),
}
_MEGABYTE: Final = 1 << 20


def moment(entry: BackupEntry, on: dt.date) -> str:
    """Return when a backup was made: `Sun 22 Nov · today 09:00`."""
    return f"{day_and_relative(entry.at.date(), on)} {entry.at:%H:%M}"


def contents(entry: BackupEntry) -> str:
    """Return why it was made and what is in it."""
    reason = QCoreApplication.translate("Backups", _REASONS[entry.reason])
    words = QCoreApplication.translate("Backups", "{reason} · {clients} clients · {size} MB")
    photos = entry.counts.get(ATTACHMENTS, 0)
    if photos:
        words = QCoreApplication.translate(
            "Backups", "{reason} · {clients} clients · {photos} photos and documents · {size} MB"
        )
    return words.format(
        reason=reason,
        clients=f"{entry.counts.get(CLIENTS, 0):,}",
        photos=f"{photos:,}",
        size=f"{entry.size / _MEGABYTE:.1f}",
    )


class BackupRow(QWidget):
    """A row of the list.

    Signals:
        test_wanted: try whether this `BackupEntry` could be restored.
        restore_wanted: restore it.
    """

    test_wanted = Signal(object)
    restore_wanted = Signal(object)

    def __init__(self, entry: BackupEntry, on: dt.date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entry = entry
        self.test_button = IconButton(Icon.SHIELD, self.tr("Restore test"))
        self.restore_button = IconButton(Icon.HISTORY, self.tr("Restore…"))
        self.test_button.clicked.connect(self._on_test)
        self.restore_button.clicked.connect(self._on_restore)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(
            ListRow(moment(entry, on), contents(entry), self.test_button, self.restore_button)
        )

    def _on_test(self) -> None:
        self.test_wanted.emit(self._entry)

    def _on_restore(self) -> None:
        self.restore_wanted.emit(self._entry)
