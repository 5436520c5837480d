"""Backups: the list, one more now, a second folder, the restore test, and going back."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from crm_desktop.clock import today
from crm_desktop.domain.errors import BackupForeign, CrmError
from crm_desktop.domain.settings import BookSettings
from crm_desktop.services.backups import BackupEntry
from crm_desktop.ui.ask import Confirmation, FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.jobs import Lane
from crm_desktop.ui.settings.backup_row import BackupRow, moment
from crm_desktop.ui.settings.keeping import Keeping
from crm_desktop.ui.settings.line import SettingLine
from crm_desktop.ui.text import sentence
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.theme.tokens import SPACE_S, SPACE_XS
from crm_desktop.ui.widgets.buttons import IconButton, button, primary
from crm_desktop.ui.widgets.card import Band, Card
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import hairline, row

_SHOWN: Final = 4
_TESTED: Final = "backups/tested"


class BackupsCard(Card):
    """A card of backups, the newest first."""

    def __init__(self, desk: Desk, keeping: Keeping, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._keeping = keeping
        self._entries: Sequence[BackupEntry] = ()
        self._shows_all = False
        self._rows: list[QWidget] = []
        self.make_button = primary(self.tr("Back up now"), Icon.SAVE)
        self.all_button = button("", Role.LINK)
        self.choose_button = button(self.tr("Choose…"), None, Icon.FOLDER)
        self.clear_button = IconButton(Icon.CLOSE, self.tr("Copy nowhere else"))
        self._second = SettingLine(
            self.tr("Second folder"), "", self.clear_button, self.choose_button
        )
        self._tested = wrapped("", Role.SECOND)
        self.band = Band("", Tone.OK)
        self.band.hide()
        self._build()
        self.make_button.clicked.connect(self._on_make)
        self.all_button.clicked.connect(self._on_all)
        self.choose_button.clicked.connect(self._on_choose)
        self.clear_button.clicked.connect(self._on_clear)
        keeping.loaded.connect(self.show_settings)

    def load(self) -> None:
        """Read the list anew."""
        self._desk.jobs.run(
            self, self._desk.safekeeping.backups, self.show_backups, lane=Lane.FILES
        )

    def show_settings(self, settings: BookSettings) -> None:
        """Show where copies go."""
        folder = settings.second_backup_folder
        none = self.tr("None. A USB stick or another disk saves the book if this one breaks.")
        self._second.say(none if folder is None else str(folder))
        self.clear_button.setVisible(folder is not None)
        self._desk.safekeeping.copy_backups_to(folder)

    def show_backups(self, entries: Sequence[BackupEntry]) -> None:
        """Show the backups, the latest few or all of them."""
        self._entries = entries
        for old in self._rows:
            old.hide()
            old.deleteLater()
        self._rows = []
        if not entries:
            self._add(wrapped(self.tr("No backup yet."), Role.SECOND))
        shown = entries if self._shows_all else entries[:_SHOWN]
        for number, entry in enumerate(shown):
            if number:
                self._add(hairline())
            line = BackupRow(entry, today(self._desk.clock))
            line.test_wanted.connect(self._on_test)
            line.restore_wanted.connect(self._on_restore)
            self._add(line)
        words = self.tr("Show fewer") if self._shows_all else self.tr("Show all {count}")
        self.all_button.setText(words.format(count=len(entries)))
        self.all_button.setVisible(len(entries) > _SHOWN)
        tested = str(self._desk.remembered.value(_TESTED, ""))
        never = self.tr("No restore test yet. Once a month is a good habit.")
        self._tested.setText(
            self.tr("Last restore test: {day}").format(day=tested) if tested else never
        )

    def _build(self) -> None:
        self.body.setSpacing(SPACE_S)
        self.body.addLayout(row(label(self.tr("Backups"), Role.SECTION), 1, self.make_button))
        self.body.addWidget(self.band)
        self._list = row()
        self._list.setDirection(self._list.Direction.TopToBottom)
        self._list.setSpacing(SPACE_XS)
        self.body.addLayout(self._list)
        below = row(self._tested, self.all_button)
        below.setStretch(0, 1)
        self.body.addLayout(below)
        self.body.addWidget(hairline())
        self.body.addWidget(self._second)

    def _add(self, widget: QWidget) -> None:
        self._list.addWidget(widget)
        self._rows.append(widget)

    def _on_make(self) -> None:
        self._busy(self.tr("Backing up…"))
        self._desk.jobs.run(
            self,
            self._desk.safekeeping.back_up,
            self._on_made,
            failed=self._on_failed,
            lane=Lane.DATABASE,
        )

    def _on_made(self, entry: BackupEntry) -> None:
        self._desk.routes.backed_up.emit(entry)
        self._end(self.tr("Backed up and verified."), Tone.OK)
        self.load()

    def _on_all(self) -> None:
        self._shows_all = not self._shows_all
        self.show_backups(self._entries)

    def _on_choose(self) -> None:
        question = FileQuestion(title=self.tr("Second folder for backups"))
        self._desk.ask.folder(self, question, self._on_folder)

    def _on_folder(self, folder: Path) -> None:
        self._keeping.change(second_backup_folder=folder)
        self._keeping.save()

    def _on_clear(self) -> None:
        self._keeping.change(second_backup_folder=None)
        self._keeping.save()

    def _on_test(self, entry: BackupEntry) -> None:
        self._busy(self.tr("Unpacking the backup and checking every page…"))
        self._desk.jobs.run(
            self,
            partial(self._desk.safekeeping.verify, entry.path),
            self._on_tested,
            failed=self._on_failed,
            lane=Lane.FILES,
        )

    def _on_tested(self, entry: BackupEntry) -> None:
        self._desk.remembered.setValue(_TESTED, today(self._desk.clock).isoformat())
        words = self.tr("The backup of {moment} is whole and can be restored.")
        if entry.files_gone:
            words = self.tr(
                "The backup of {moment} is whole, but {count} photos or documents in it are not "
                "kept beside it any more."
            )
        told = words.format(moment=moment(entry, today(self._desk.clock)), count=entry.files_gone)
        self._end(told, Tone.WARN if entry.files_gone else Tone.OK)
        self.show_backups(self._entries)

    def _on_restore(self, entry: BackupEntry) -> None:
        words = self.tr(
            "The book becomes what it was at {moment}. What is in it now is backed up first, so "
            "you can come back the same way. The app starts anew."
        )
        question = Confirmation(
            title=self.tr("Restore this backup?"),
            text=words.format(moment=moment(entry, today(self._desk.clock))),
            action=self.tr("Restore"),
        )
        self._desk.ask.confirm(self, question, partial(self._restore, entry, None))

    def _restore(self, entry: BackupEntry, passphrase: str | None) -> None:
        self._busy(self.tr("Restoring…"))
        self._desk.jobs.run(
            self,
            partial(self._desk.safekeeping.restore, entry.path, passphrase),
            self._on_restored,
            failed=partial(self._on_not_restored, entry),
            lane=Lane.DATABASE,
        )

    def _on_restored(self, _nothing: None) -> None:
        self._desk.routes.restart_wanted.emit()

    def _on_not_restored(self, entry: BackupEntry, error: CrmError) -> None:
        self._on_failed(error)
        if isinstance(error, BackupForeign):
            self._desk.ask.passphrase(
                self,
                self.tr("The passphrase of that time"),
                self.tr("This backup was made before the keys were renewed."),
                partial(self._restore, entry),
            )

    def _on_failed(self, error: CrmError) -> None:
        self._end(sentence(error), Tone.BAD)

    def _busy(self, words: str) -> None:
        self.make_button.setEnabled(False)
        self.band.say(words, Tone.PLAIN)
        self.band.show()

    def _end(self, words: str, tone: Tone) -> None:
        self.make_button.setEnabled(True)
        self.band.say(words, tone)
        self.band.show()
