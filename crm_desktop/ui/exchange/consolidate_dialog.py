"""ConsolidateDialog: several consultants' sheets into one; SplitDialog: that one given back."""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget
from typing_extensions import override

from crm_desktop.clock import today
from crm_desktop.domain.consolidating import Consolidation, Split
from crm_desktop.ui.ask import FileQuestion
from crm_desktop.ui.desk import Desk
from crm_desktop.ui.exchange.consolidate_files import ConsolidateFiles
from crm_desktop.ui.exchange.consolidate_run import ConsolidateRun
from crm_desktop.ui.exchange.consolidate_work import give_back, put_together
from crm_desktop.ui.exchange.password_pair import PasswordPair
from crm_desktop.ui.icons import Icon
from crm_desktop.ui.text import consolidation as words
from crm_desktop.ui.text.counts import counted
from crm_desktop.ui.theme.roles import Role, Tone
from crm_desktop.ui.widgets.buttons import button, quiet
from crm_desktop.ui.widgets.dialog import Dialog
from crm_desktop.ui.widgets.labels import label, wrapped
from crm_desktop.ui.widgets.layouts import row

_WIDTH: Final = 560
_LIST_HEIGHT: Final = 180


def sheet_kinds() -> tuple[str, ...]:
    """Return the kinds of files that sheets of ours may have been saved as."""
    return (
        QCoreApplication.translate("ConsolidateDialog", "Sheets (*.xlsx *.xls *.xlsm *.ods *.et)"),
        QCoreApplication.translate("ConsolidateDialog", "All files (*)"),
    )


class ConsolidateDialog(Dialog):
    """The list of files, a password if wanted, and what came of it; stays open until closed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("ConsolidateDialog", "Put the consultants' sheets together"),
            QCoreApplication.translate("ConsolidateDialog", "Put together…"),
            QCoreApplication.translate("ConsolidateDialog", "Close"),
            parent,
        )
        self._desk = desk
        self.setMinimumWidth(_WIDTH)
        self.files = ConsolidateFiles()
        self.files.setMinimumHeight(_LIST_HEIGHT)
        self.count = label("", Role.SECOND)
        self.add_button = button(self.tr("Add…"), None, Icon.PLUS)
        self.remove_button = quiet(self.tr("Remove"), Icon.TRASH)
        self.protected = QCheckBox(self.tr("Protect the result with a password"))
        self.passwords = PasswordPair(desk)
        self.passwords.hide()
        self.run = ConsolidateRun(desk)
        self._build()
        self._connect()
        self._refresh()
        self.add_button.setFocus()

    def _build(self) -> None:
        self.body.addWidget(
            wrapped(
                self.tr(
                    "Each consultant exports her sheet for the manager. Together they become one "
                    "workbook that shows which clients are with two consultants, and where the "
                    "sheets differ. Nothing of it enters this client book."
                ),
                Role.SECOND,
            )
        )
        self.body.addWidget(self.files, 1)
        self.body.addLayout(row(self.add_button, self.remove_button, 1, self.count))
        self.body.addWidget(self.protected)
        self.body.addWidget(self.passwords)
        self.body.addWidget(self.run)
        self.buttons.insertWidget(0, self.run.folder_button)

    def _connect(self) -> None:
        self.add_button.clicked.connect(self._on_add)
        self.remove_button.clicked.connect(self.files.remove_marked)
        self.files.changed.connect(self._refresh)
        self.files.itemSelectionChanged.connect(self._refresh)
        self.protected.toggled.connect(self._on_protected)
        self.passwords.changed.connect(self._refresh)
        self.run.turned.connect(self._refresh)

    def _refresh(self) -> None:
        count, is_busy = self.files.count(), self.run.is_busy
        is_ready = not self.protected.isChecked() or self.passwords.is_ready
        self.accept_button.setEnabled(count > 0 and is_ready and not is_busy)
        self.remove_button.setEnabled(bool(self.files.selectedItems()) and not is_busy)
        for widget in (self.files, self.add_button, self.protected, self.passwords):
            widget.setEnabled(not is_busy)
        words = counted(count, self.tr("1 sheet"), self.tr("{count} sheets"))
        self.count.setText(words if count else "")

    def _on_add(self) -> None:
        question = FileQuestion(title=self.tr("Sheets to put together"), kinds=sheet_kinds())
        self._desk.ask.open_files(self, question, self.files.add)

    def _on_protected(self, checked: bool) -> None:  # noqa: FBT001 - as Qt calls it
        self.passwords.setVisible(checked)
        self._refresh()

    def _on_path(self, path: Path) -> None:
        protect = self.passwords.take() if self.protected.isChecked() else None
        self.protected.setChecked(False)
        book, now, paths = self._desk.book, self._desk.clock.now(), tuple(self.files.paths)
        work = partial(put_together, book.folder, paths, path, now, protect)
        self.run.begin(self.tr("Putting the sheets together…"), work, self._on_done)

    def _on_done(self, report: Consolidation) -> None:
        told = f"{words.together(report)}\n{words.found(report)}"
        notes = list(words.beside(report))
        tone = Tone.WARN if report.refused else Tone.OK
        self.run.say(told, tone, notes, report.path.parent)

    @override
    def accept(self) -> None:
        """Ask where to write; the dialog stays to tell what came of it."""
        day = today(self._desk.clock).isoformat()
        name = self.tr("All consultants {day}.xlsx").format(day=day)
        kinds = (self.tr("Excel workbook (*.xlsx)"),)
        question = FileQuestion(title=self.heading.text(), kinds=kinds, name=name)
        self._desk.ask.save_file(self, question, self._on_path)

    @override
    def reject(self) -> None:
        """Close; work under way is stopped."""
        self.run.stop()
        super().reject()


class SplitDialog(Dialog):
    """One workbook for every consultant out of the consolidated one; begins at once."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("SplitDialog", "Give back to each consultant"),
            "",
            QCoreApplication.translate("SplitDialog", "Close"),
            parent,
        )
        self._desk = desk
        self.setMinimumWidth(_WIDTH)
        self.accept_button.hide()
        self.run = ConsolidateRun(desk)
        self.body.addWidget(
            wrapped(
                self.tr(
                    "Every consultant gets her own rows with what was changed in them, and takes "
                    "them in like any sheet."
                ),
                Role.SECOND,
            )
        )
        self.body.addWidget(self.run)
        self.body.addStretch(1)
        self.buttons.insertWidget(0, self.run.folder_button)

    def begin(self, path: Path, folder: Path) -> None:
        """Take the workbook at `path` apart into `folder`."""
        work = partial(give_back, self._desk.book.folder, path, folder)
        says = self.tr("Taking {file} apart…").format(file=path.name)
        self.run.begin(says, work, partial(self._on_done, folder))

    def _on_done(self, folder: Path, report: Split) -> None:
        tone = Tone.WARN if report.unplaced or report.handed_over else Tone.OK
        self.run.say(words.apart(report), tone, list(words.apart_beside(report)), folder)

    @override
    def reject(self) -> None:
        """Close; work under way is stopped."""
        self.run.stop()
        super().reject()
